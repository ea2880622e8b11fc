"""What can be looked at from anywhere: doors of notes, sources, words, urgent help, overview."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision_aid.content import Note
from decision_aid.line.telling import Telling
from decision_aid.summary.parts import choose_contacts, make_picture, make_table
from decision_aid.summary.sources import note_sources
from decision_aid.wording import Paragraph
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.conditions import Value
    from decision_aid.content import Contact, Feedback, Outcome, Question, Source

LINES = words("en").lines


class Stop(Exception):
    """The person asks to stop and print."""


@dataclass(frozen=True)
class Door:
    """Something more that can be read at a screen."""

    label: str
    open: Callable[[], None]


class Looking(Telling):
    """Opens doors, and follows the letters that work everywhere."""

    # --- notes and their doors ---

    def _note(self, note: Note) -> None:
        self._say(note.body, note.id)
        shown = self.visit.shown
        self._doors(self._doors_of(note))
        if self.visit.shown == shown:
            self.visit.answer(())
            self.visit.go_on()

    def _doors_of(self, note: Note) -> list[Door]:
        aid, doors = self.visit.aid, []
        if note.pictures:
            outcomes = [aid.outcome[name] for name in note.pictures]
            doors.append(Door(LINES.picture, lambda: self._pictures(outcomes)))
        if note.rows:
            doors.append(Door(LINES.rows, lambda: self._table(note.rows)))
        doors.append(Door(LINES.comes_from, lambda: self._comes_from(note)))
        if note.another_way:
            doors.append(Door(LINES.another_way, lambda: self._say(note.another_way, note.id)))
        for other in (aid.by_id[name] for name in note.see):
            if isinstance(other, Note):
                doors.append(self._door_to(other))
        return doors

    def _door_to(self, note: Note) -> Door:
        return Door(LINES.see.format(title=note.text), lambda: self._read(note))

    def _doors(self, doors: Sequence[Door]) -> None:
        """Let the person open doors until they go on; a command may turn elsewhere."""
        shown = self.visit.shown
        while self.visit.shown == shown:
            self._numbered([LINES.go_on, *(door.label for door in doors)])
            given = self._line(LINES.door).strip().lower()
            if given in ("", "1", "p"):
                return
            if given.isdecimal() and 2 <= int(given) <= len(doors) + 1:
                doors[int(given) - 2].open()
            elif not self._command(given):
                self._paragraph(LINES.not_known)

    def _read(self, note: Note) -> None:
        self._paragraph(self._wording.question(note))
        self._say((*note.lead, *note.body), note.id)
        self._doors(self._doors_of(note))

    def _comes_from(self, note: Note) -> None:
        self._say(note.comes_from, note.id)
        self._sources(note_sources(self._wording, note))

    def _sources(self, sources: Iterable[Source]) -> None:
        listed = tuple(sources)
        self._paragraph(LINES.sources_here if listed else LINES.no_sources)
        for source in listed:
            self._paragraph(f"{source.short}. {source.title}. {source.address}")

    def _pictures(self, outcomes: Iterable[Outcome]) -> None:
        for outcome in outcomes:
            drawn = make_picture(self._wording, outcome)
            self._paragraph(f"{drawn.name}.")
            self._tell_all((*drawn.said, *drawn.caption))

    def _table(self, rows: Sequence[str]) -> None:
        whole = make_table(self._wording)
        self._paragraph(whole.heading)
        self._tell_all(whole.lead)
        for row in whole.rows:
            if row.id in rows:
                self._paragraph(f"{row.name}.")
                for name, cell in zip(whole.columns, row.cells, strict=True):
                    self._paragraph(f"{name}: {cell.text}")
        self._paragraph(f"{whole.box.heading}.")
        self._tell_all(whole.box.passages)

    # --- commands that work everywhere ---

    def _command(self, letter: str) -> bool:
        commands: dict[str, Callable[[], None]] = {
            "p": self._pass_over,
            "b": self._back,
            "u": self._urgent,
            "s": self._sources_here,
            "w": self._words,
            "o": self._overview,
            "x": self._stop,
            "h": self._help,
            **self._counsellors_commands(),
            "?": self._help,
        }
        if letter not in commands:
            return False
        commands[letter]()
        return True

    def _pass_over(self) -> None:
        question = self.visit.question
        if question is None:
            return
        takes_back = self.visit.value not in (None, question.passed())
        if takes_back and not self.visit.is_settled:
            self._paragraph(LINES.taken_back)
        self.visit.pass_over()
        self._tell_if_not_kept()

    def _tell_if_not_kept(self) -> None:
        if self.visit.not_kept:
            self._paragraph(LINES.not_kept)
            self._for_staff(self.visit.not_kept)

    def _for_staff(self, reason: str) -> None:
        """What the person cannot mend, on a line of its own."""
        self._paragraph(LINES.tell_staff)
        self._paragraph(LINES.for_staff.format(reason=reason))

    def _back(self) -> None:
        if not self.visit.back():
            self._paragraph(LINES.no_before)

    def _stop(self) -> None:
        self._paragraph(LINES.stopping)
        raise Stop

    def _counsellors_commands(self) -> dict[str, Callable[[], None]]:
        if self.visit.audience != "counsellor":
            return {}
        return {"n": self._notes, "a": self._answers, "k": self._covered}

    def _covered(self) -> None:
        """What they wanted to leave with, what is covered, open, and worth saying once more."""
        visit = self.visit
        if visit.agenda:
            self._paragraph(LINES.agenda.format(agenda=visit.agenda))
        for part in visit.interview.progress:
            words = LINES.covered if part.done == part.total else LINES.still_open
            title = part.section.title
            self._paragraph(words.format(title=title, done=part.done, total=part.total))
        for question in visit.interview.path:
            value = visit.answers.get(question.id)
            reply = None if value is None else question.answered(value)
            if reply is not None and not reply.as_explained:
                self._paragraph(LINES.say_again.format(question=self._wording.question(question)))
        self._readiness()

    def _readiness(self) -> None:
        """In words, area by area, with the steps that the content gives."""
        from decision_aid.summary.readiness import measure_readiness

        areas = measure_readiness(self.visit.interview)
        if areas:
            self._paragraph(LINES.readiness)
        for area in areas:
            self._paragraph(
                LINES.readiness_states.format(
                    question=area.question, before=area.before, after=area.after
                )
            )
            for step in area.steps:
                self._paragraph(LINES.readiness_step.format(text=step))

    def _teach_back(self, feedback: Feedback) -> None:
        """For the counsellor, after a check that was answered otherwise than explained."""
        if self.visit.audience == "counsellor" and not feedback.as_explained:
            own = LINES.teach_back_asking.format(question=feedback.teach_back)
            self._paragraph(own if feedback.teach_back else LINES.teach_back)

    def _way_to_covered(self) -> None:
        """At the end, a counsellor is told where to look."""
        if self.visit.audience == "counsellor":
            self._paragraph(LINES.counsellor_ending)

    def _answers(self) -> None:
        """The answers given, by part; nothing here changes one."""
        self._paragraph(LINES.answers_title)
        interview = self.visit.interview
        given = [q for q in interview.path if q.id in interview.given and not isinstance(q, Note)]
        for part in interview.progress:
            of_part = [q for q in given if self.visit.aid.section_of[q.id] is part.section]
            if of_part:
                self._paragraph(f"{part.section.title}.")
            for question in of_part:
                self._item(f"{self._wording.question(question)} {self._state(question)}")
        self._paragraph(LINES.answers_end if given else LINES.answers_none)

    def _notes(self) -> None:
        held = self.visit.notes
        if held:
            self._paragraph(LINES.notes_held.format(notes=held))
        self.visit.note(self._line(LINES.notes_prompt))

    def _help(self) -> None:
        self._paragraph(LINES.opening)

    def _urgent(self) -> None:
        wording, urgent = self._wording, self.visit.aid.urgent_help
        self._paragraph(wording.fill(urgent.title) or urgent.title)
        self._say(urgent.lead, "urgent_help")
        for level in urgent.levels:
            self._paragraph(wording.fill(level.heading) or level.heading)
            for sign in level.signs:
                self._tell_all([Paragraph("item", wording.sentences(sign, level.id))])
            self._say(level.then, level.id)
        for contact in choose_contacts(wording):
            if contact.purpose in ("emergency", "soon", "talk", "distress"):
                self._paragraph(_contact(contact))
        self._paragraph(LINES.urgent_end)

    def _sources_here(self) -> None:
        question = self.visit.question
        self._sources(note_sources(self._wording, question) if isinstance(question, Note) else ())

    def _words(self) -> None:
        self._paragraph(LINES.words_title)
        for word in self.visit.aid.words:
            self._paragraph(f"{', '.join((word.word, *word.also))}: {word.means.plain}")

    def _overview(self) -> None:
        self._paragraph(LINES.overview_title)
        listed = self._overview_questions()
        shelf = self.visit.aid.shelf
        if shelf:
            self._paragraph(LINES.shelf_title)
            for number, note in enumerate(shelf, len(listed) + 1):
                self._paragraph(f"{number}. {note.text}")
        given = self._line(LINES.overview_prompt).strip()
        if given.isdecimal() and 1 <= int(given) <= len(listed):
            self.visit.go_to(listed[int(given) - 1].id)
        elif given.isdecimal() and len(listed) < int(given) <= len(listed) + len(shelf):
            self._read(shelf[int(given) - len(listed) - 1])

    def _overview_questions(self) -> list[Question]:
        interview, listed = self.visit.interview, []
        for part in interview.progress:
            title = part.section.title
            self._paragraph(
                LINES.overview_section.format(title=title, done=part.done, total=part.total)
            )
            for question in part.section.questions:
                if question.id in interview.places:
                    listed.append(question)
                    state = self._state(question)
                    self._paragraph(f"{len(listed)}. {self._wording.question(question)} {state}")
        return listed

    def _state(self, question: Question) -> str:
        answers = self.visit.answers
        if question.id not in answers:
            return f"({LINES.overview_open})"
        value = answers[question.id]
        if value is None:
            return f"({LINES.overview_passed})"
        return f"({self._phrase(question, value) or LINES.overview_read})"

    def _phrase(self, question: Question, value: Value) -> str:
        """The answer in words; of private notes only that there are some."""
        return LINES.overview_noted if question.use == "notes" else question.phrase(value)


def _contact(one: Contact) -> str:
    """Who it is with the number, then what there is to say of it, then the address."""
    who = f"{one.name}: {one.number}." if one.number else f"{one.name}."
    return " ".join(part for part in (who, one.about, one.address) if part)
