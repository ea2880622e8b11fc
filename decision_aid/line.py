"""The interview one plain line at a time, for screen readers, braille and pipes."""

from __future__ import annotations

import contextlib
import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.content import Note, NotTaken, Picks, Writes
from decision_aid.plain_text import cleaned
from decision_aid.speech import Said, Speech
from decision_aid.summary import contacts, note_sources, picture, table
from decision_aid.visit import Visit
from decision_aid.words import EN
from decision_aid.words.lines_en import LINES

if TYPE_CHECKING:
    from decision_aid.content import Choice, Feedback, Outcome, Passage, Question, Source
    from decision_aid.report.files import Format

Ask = Callable[[str], str]
"""Shows a prompt and gives the line typed; raises EOFError at the end of input."""

Tell = Callable[[str], None]
"""Writes one line."""

Save = Callable[[Visit, "Format"], Path]
"""Saves the summary in a format and says where; raises OSError or ValueError with the reason."""


class _Stop(Exception):
    """The person asks to stop and print."""


@dataclass(frozen=True)
class Door:
    """Something more that can be read at a screen."""

    label: str
    open: Callable[[], None]


class LineFace:
    """Leads a visit by asking and telling; it holds no state but the visit."""

    def __init__(self, visit: Visit, ask: Ask, tell: Tell, save: Save, width: int) -> None:
        self.visit = visit
        self.ask = ask
        self.tell = tell
        self.save = save
        self.width = max(width, 20)

    # --- the course of the visit ---

    def run(self) -> None:
        """The whole visit, from the welcome to the saved summary."""
        self._welcome()
        try:
            finished = False
            while not finished:
                self._questions()
                finished = self._ending()
        except EOFError:
            self._paragraph(LINES.ended)
            self._summary_as_text()

    def _questions(self) -> None:
        with contextlib.suppress(_Stop):
            while self.visit.shown is not None:
                self._question()
            self._paragraph(LINES.at_the_end)

    def _question(self) -> None:
        question = self.visit.asked
        self._heading(question)
        if isinstance(question, Note):
            self._note(question)
        elif isinstance(takes := question.takes(), Picks):
            self._pick(question, takes)
        elif isinstance(takes, Writes):
            self._write(takes)

    def _ending(self) -> bool:
        """Offer what to do with the summary; True when the person is finished."""
        shown = self.visit.shown
        while self.visit.shown == shown:
            self._numbered(LINES.save_choices)
            given = self._line(LINES.save_prompt).strip().lower()
            if given == LINES.finish:
                self._paragraph(LINES.finished)
                return True
            if given == LINES.return_to_questions:
                return not (self.visit.shown or self.visit.back())
            self._kept_or_read(given)
        return False

    def _kept_or_read(self, given: str) -> None:
        if given in LINES.formats:
            self._save(LINES.formats[given])
        elif given == LINES.read_here:
            self._summary_as_text()
        elif given == "x" or not self._command(given):
            self._paragraph(LINES.not_known)

    def _save(self, form: Format) -> None:
        try:
            self._paragraph(LINES.saved.format(path=self.save(self.visit, form)))
        except (OSError, ValueError) as error:
            self._paragraph(LINES.not_saved.format(reason=error))

    def _summary_as_text(self) -> None:
        from decision_aid.report import text

        for line in text(self.visit.summary()).splitlines():
            self.tell(line)

    # --- one question ---

    def _heading(self, question: Question) -> None:
        interview = self.visit.interview
        place = interview.places.get(question.id, 0) + 1
        section = self.visit.aid.section_of[question.id].title
        self.tell("")
        self._paragraph(LINES.step.format(section=section, place=place, about=interview.about))
        self._paragraph(self._speech.question(question))
        self._say(question.lead, question.id)

    def _pick(self, question: Question, takes: Picks) -> None:
        speech = self._speech
        self._numbered(speech.fill(choice.text) or choice.text for choice in takes.choices)
        if self.visit.is_settled:
            self._paragraph(LINES.already)
            self._after(self.visit.answer(()))
            return
        if self.visit.value is not None:
            self._paragraph(LINES.held.format(answer=question.phrase(self.visit.value)))
        one = takes.most == 1
        prompt = LINES.answer_one if one else LINES.answer_some
        self._answer(
            prompt.format(last=len(takes.choices), most=takes.most),
            lambda given: _picked(given, takes.choices),
        )

    def _write(self, takes: Writes) -> None:
        if takes.kind == "number":
            self._answer(LINES.answer_number, lambda given: [given])
            return
        self._paragraph(LINES.text_commands)
        self._answer(LINES.answer_text, lambda given: [given], takes.limit)

    def _answer(
        self, prompt: str, read: Callable[[str], Sequence[str]], limit: int | None = None
    ) -> None:
        """Ask until there is an answer, a passing over, or a turn to another question."""
        shown = self.visit.shown
        while self.visit.shown == shown:
            given = self._line(prompt).strip()
            if limit is not None and len(given) > limit:
                self._paragraph(LINES.text_cut.format(limit=limit))
            if self._turn(given, typed_words=limit is not None):
                continue
            try:
                feedback = self.visit.answer(read(given))
            except NotTaken as error:
                self._paragraph(EN.refusal(error))
                if error.message in ("pick_one", "pick_some"):
                    self._paragraph(LINES.or_skip)
                continue
            self._after(feedback)

    def _turn(self, given: str, *, typed_words: bool) -> bool:
        """Whether the line was a command (or a passing over) and has been followed."""
        if typed_words and not given:
            self.visit.pass_over()
            return True
        if typed_words and not given.startswith("/"):
            return False
        return self._command(given.removeprefix("/").lower())

    def _after(self, feedback: Feedback | None) -> None:
        if feedback is not None:
            self._feedback(feedback)
        if self.visit.ends_here():
            raise _Stop
        self.visit.go_on()

    def _feedback(self, feedback: Feedback) -> None:
        question = self.visit.asked
        value = self.visit.value
        if feedback.unsure:
            self._paragraph(LINES.once_more)
        elif not feedback.as_explained and value is not None:
            self._paragraph(LINES.chosen.format(answer=question.phrase(value)))
        self._say(feedback.passages, question.id)
        note = self.visit.aid.by_id.get(feedback.explain)
        doors = [Door(LINES.explain, lambda: self._read(note))] if isinstance(note, Note) else []
        self._doors(doors)

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
        self._paragraph(self._speech.question(note))
        self._say((*note.lead, *note.body), note.id)
        self._doors(self._doors_of(note))

    def _comes_from(self, note: Note) -> None:
        self._say(note.comes_from, note.id)
        self._sources(note_sources(self._speech, note))

    def _sources(self, sources: Iterable[Source]) -> None:
        listed = tuple(sources)
        self._paragraph(LINES.sources_here if listed else LINES.no_sources)
        for source in listed:
            self._paragraph(f"{source.short}. {source.title}. {source.address}")

    def _pictures(self, outcomes: Iterable[Outcome]) -> None:
        for outcome in outcomes:
            drawn = picture(self._speech, outcome)
            self._paragraph(f"{drawn.name}.")
            self._tell_all((*drawn.said, *drawn.caption))

    def _table(self, rows: Sequence[str]) -> None:
        whole = table(self._speech)
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
            "?": self._help,
        }
        if letter not in commands:
            return False
        commands[letter]()
        return True

    def _pass_over(self) -> None:
        if self.visit.question is not None:
            self.visit.pass_over()

    def _back(self) -> None:
        if not self.visit.back():
            self._paragraph(LINES.no_before)

    def _stop(self) -> None:
        self._paragraph(LINES.stopping)
        raise _Stop

    def _help(self) -> None:
        self._paragraph(LINES.opening)

    def _urgent(self) -> None:
        speech, urgent = self._speech, self.visit.aid.urgent_help
        self._paragraph(speech.fill(urgent.title) or urgent.title)
        self._say(urgent.lead, "urgent_help")
        for level in urgent.levels:
            self._paragraph(speech.fill(level.heading) or level.heading)
            for sign in level.signs:
                self._tell_all([Said("item", speech.sentences(sign, level.id))])
            self._say(level.then, level.id)
        for contact in contacts(speech):
            if contact.purpose in ("emergency", "soon", "talk", "distress"):
                self._paragraph(f"{contact.name}: {contact.number} {contact.about}".strip())
        self._paragraph(LINES.urgent_end)

    def _sources_here(self) -> None:
        question = self.visit.question
        self._sources(note_sources(self._speech, question) if isinstance(question, Note) else ())

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
                    self._paragraph(f"{len(listed)}. {self._speech.question(question)} {state}")
        return listed

    def _state(self, question: Question) -> str:
        answers = self.visit.answers
        if question.id not in answers:
            return f"({LINES.overview_open})"
        value = answers[question.id]
        if value is None:
            return f"({LINES.overview_passed})"
        return f"({question.phrase(value) or LINES.overview_read})"

    # --- telling ---

    @property
    def _speech(self) -> Speech:
        return self.visit.interview.speech

    def _welcome(self) -> None:
        aid = self.visit.aid
        self._paragraph(aid.title)
        if self.visit.warning:
            self._paragraph(self.visit.warning)
        self._paragraph(aid.welcome_title)
        self._say(aid.welcome, "welcome")
        self._paragraph(LINES.opening)
        if aid.welcome_urgent:
            self._paragraph(LINES.urgent_way.format(text=aid.welcome_urgent))

    def _say(self, passages: Iterable[Passage], owner: str) -> None:
        self._tell_all(self._speech.passages(passages, owner))

    def _tell_all(self, said: Iterable[Said]) -> None:
        for one in said:
            if one.kind == "item":
                self._item(one.text)
            elif one.kind == "say":
                self._paragraph(LINES.say.format(text=one.text))
            else:
                self._paragraph(one.text)

    def _numbered(self, labels: Iterable[str]) -> None:
        for number, label in enumerate(labels, 1):
            self._paragraph(f"{number}. {label}")

    def _item(self, text: str) -> None:
        self._paragraph(f"- {text}")

    def _paragraph(self, text: str) -> None:
        for line in cleaned(text).split("\n"):
            for part in textwrap.wrap(line, self.width, break_long_words=False) or [""]:
                self.tell(part)

    def _line(self, prompt: str) -> str:
        return cleaned(self.ask(prompt))


def _picked(given: str, choices: Sequence[Choice]) -> list[str]:
    """The ids of the choices numbered in what was typed, such as `1 3` or `1,3`."""
    numbers = given.replace(",", " ").split()
    if not all(n.isdecimal() and 1 <= int(n) <= len(choices) for n in numbers):
        raise NotTaken("unknown_choice")
    return [choices[int(n) - 1].id for n in numbers]
