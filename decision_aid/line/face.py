"""The interview one plain line at a time, for screen readers, braille and pipes."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.content import InvalidAnswer, Note, Picks, Writes
from decision_aid.line.looking import Door, Stop
from decision_aid.line.opening import Opening
from decision_aid.line.telling import Ask, Tell
from decision_aid.report.format import PAPERS
from decision_aid.report.formats import OFFERS
from decision_aid.start import Start
from decision_aid.visit import Visit
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.content import Choice, Feedback, Question
    from decision_aid.report.options import PrintOptions

LINES = words("en").lines
EN = words("en")

ROWS = tuple((name, options) for name, options in OFFERS.items() if options.paper == PAPERS[0])
"""What the summary can be saved as, in the order of its rows."""

Save = Callable[[Visit, "PrintOptions"], Path]
"""Saves the summary so and says where; raises OSError or ValueError with the reason."""


class LineFace(Opening):
    """Leads a visit by asking and telling; it holds no state but the visit."""

    def __init__(self, visit: Visit, ask: Ask, tell: Tell, save: Save, width: int) -> None:
        super().__init__(visit, ask, tell, width)
        self.save = save

    # --- the course of the visit ---

    def run(self, start: Start | None = None, hidden: Ask | None = None) -> None:
        """The whole visit, from the welcome to the saved summary.

        With `start`, keeping is settled first. `hidden` asks for a passphrase unseen; None says
        that nobody sits at a terminal. Then no look at the answers is offered, the end of the
        input brings the summary, and what `start` asks for and cannot be had raises NotKept.
        """
        self.hidden = hidden
        try:
            self._whole_visit(start)
        except EOFError:
            self._left()
            if not self._somebody_types:
                self._paragraph(LINES.ended)
                self._summary_as_text()
        except KeyboardInterrupt:
            if self._somebody_types:
                self.tell("")
                self._left()
            raise
        finally:
            self.close()

    def _whole_visit(self, start: Start | None) -> None:
        self._welcome()
        if start is not None:
            self.open(start)
        finished = False
        while not finished:
            self._questions()
            finished = self._ending()

    def _left(self) -> None:
        """To somebody who goes in the middle: that it ends, and what becomes of the answers."""
        self._paragraph(LINES.left)
        if self.session is None:
            self._paragraph(LINES.left_nothing if self.records is None else LINES.left_as_before)
            return
        if self.visit.not_kept:
            self._paragraph(LINES.left_not_kept)
        self._paragraph(self._kept_under(self.session))

    def _questions(self) -> None:
        with contextlib.suppress(Stop):
            while self.visit.shown is not None:
                self._question()
            self._paragraph(LINES.at_the_end)

    def _question(self) -> None:
        question = self.visit.asked
        self._heading(question)
        if isinstance(question, Note):
            self._note(question)
        elif isinstance(takes := question.takes(), Picks):
            self._pick(takes)
        elif isinstance(takes, Writes):
            self._write(takes)

    def _ending(self) -> bool:
        """Offer what to do with the summary; True when the person is finished."""
        self._way_to_covered()
        shown = self.visit.shown
        rows = self._ways_to_end()
        while self.visit.shown == shown:
            self._numbered(words for words, _ in rows)
            given = self._line(LINES.save_prompt).strip().lower()
            if given not in map(str, range(1, len(rows) + 1)):
                self._look_up(given)
            elif (is_finished := rows[int(given) - 1][1]()) is not None:
                return is_finished
        return False

    def _ways_to_end(self) -> Sequence[tuple[str, Callable[[], bool | None]]]:
        """Each row with what it does; None where the person stays at the end."""
        saving = (
            (LINES.save_as.format(format=EN.formats[name]), partial(self._save, options))
            for name, options in ROWS
        )
        return (
            *saving,
            (LINES.read_here, self._summary_as_text),
            (LINES.return_to_questions, self._return),
            (LINES.finish, self._goodbye),
        )

    def _return(self) -> bool:
        return not (self.visit.shown or self.visit.back())

    def _goodbye(self) -> bool:
        if self.session is None:
            self._paragraph(LINES.finished)
        elif self.visit.not_kept:
            self._paragraph(LINES.finished_not_kept)
            self._for_staff(self.visit.not_kept)
        else:
            self._paragraph(LINES.finished_kept.format(label=self.session.entry.label))
        return True

    def _look_up(self, given: str) -> None:
        if given == "x" or not self._command(given):
            self._paragraph(LINES.not_known)

    def _save(self, options: PrintOptions) -> None:
        try:
            self._paragraph(LINES.saved.format(path=self.save(self.visit, options)))
        except (OSError, ValueError) as error:
            self._paragraph(LINES.not_saved.format(reason=error))

    def _summary_as_text(self) -> None:
        from decision_aid.report.files import render
        from decision_aid.report.options import PrintOptions
        from decision_aid.report.text import TEXT

        for line in render(self.visit.summary(), PrintOptions(TEXT)).decode().splitlines():
            self.tell(line)

    # --- one question ---

    def _heading(self, question: Question) -> None:
        interview = self.visit.interview
        place = interview.places.get(question.id, 0) + 1
        section = self.visit.aid.section_of[question.id].title
        self.tell("")
        words = LINES.step if interview.length_is_known else LINES.step_alone
        self._paragraph(words.format(section=section, place=place, about=interview.about))
        self._paragraph(self._wording.question(question))
        self._say(question.lead, question.id)
        if question.prompt and self.visit.audience == "counsellor":
            self._paragraph(LINES.prompt.format(text=question.prompt))

    def _pick(self, takes: Picks) -> None:
        wording = self._wording
        self._numbered(wording.fill(choice.text) or choice.text for choice in takes.choices)
        if self.visit.is_settled:
            self._paragraph(LINES.already)
            self._after(self.visit.answer(()))
            return
        self._held(LINES.held)
        one = takes.most == 1
        prompt = LINES.answer_one if one else LINES.answer_some
        self._answer(
            prompt.format(last=len(takes.choices), most=takes.most),
            lambda given: _picked(given, takes.choices),
        )

    def _write(self, takes: Writes) -> None:
        if takes.kind == "number":
            self._held(LINES.held)
            self._answer(LINES.answer_number, lambda given: [given])
            return
        self._held(LINES.held_words)
        self._paragraph(LINES.text_commands)
        prompt = LINES.answer_text if self.visit.value is None else LINES.answer_text_again
        self._answer(prompt, lambda given: [given], takes.limit)

    def _held(self, words: str) -> None:
        """The answer that stands, and how to keep it or take it back."""
        if self.visit.value is not None:
            answer = self._phrase(self.visit.asked, self.visit.value)
            self._paragraph(words.format(answer=answer))

    def _answer(
        self, prompt: str, read: Callable[[str], Sequence[str]], limit: int | None = None
    ) -> None:
        """Ask until there is an answer, a passing over, or a turn to another question."""
        shown = self.visit.shown
        while self.visit.shown == shown:
            given = self._line(prompt).strip()
            if limit is not None and len(given) > limit:
                self._paragraph(LINES.text_cut.format(limit=limit))
            if not given and self.visit.value is not None:
                self._after(None)
                continue
            if self._turn(given, typed_words=limit is not None):
                continue
            try:
                feedback = self.visit.answer(read(given))
            except InvalidAnswer as error:
                self._paragraph(EN.refusal(error))
                if error.message in ("pick_one", "pick_some"):
                    self._paragraph(LINES.or_skip)
                continue
            self._after(feedback)

    def _turn(self, given: str, *, typed_words: bool) -> bool:
        """Whether the line was a command (or a passing over) and has been followed."""
        if typed_words and not given:
            self._pass_over()
            return True
        if typed_words and not given.startswith("/"):
            return False
        return self._command(given.removeprefix("/").lower())

    def _after(self, feedback: Feedback | None) -> None:
        self._tell_if_not_kept()
        if feedback is not None:
            self._feedback(feedback)
        if self.visit.ends_here():
            raise Stop
        self.visit.go_on()

    def _feedback(self, feedback: Feedback) -> None:
        question = self.visit.asked
        value = self.visit.value
        if feedback.unsure:
            self._paragraph(LINES.once_more)
        elif not feedback.as_explained and value is not None:
            self._paragraph(LINES.chosen.format(answer=question.phrase(value)))
        self._say(feedback.passages, question.id)
        self._teach_back(feedback)
        note = self.visit.aid.by_id.get(feedback.explain)
        doors = [Door(LINES.explain, lambda: self._read(note))] if isinstance(note, Note) else []
        self._doors(doors)

    def _welcome(self) -> None:
        aid = self.visit.aid
        self._paragraph(aid.title)
        if self.visit.warning:
            self._paragraph(self.visit.warning)
        self._paragraph(aid.welcome_title)
        self._say(aid.welcome, "welcome")
        self._paragraph(LINES.opening)
        if self.visit.audience == "counsellor":
            self._paragraph(LINES.counsellor_opening)
        if aid.welcome_urgent:
            self._paragraph(LINES.urgent_way.format(text=aid.welcome_urgent))


def _picked(given: str, choices: Sequence[Choice]) -> list[str]:
    """The ids of the choices numbered in what was typed, such as `1 3` or `1,3`."""
    numbers = given.replace(",", " ").split()
    if not all(n.isdecimal() and 1 <= int(n) <= len(choices) for n in numbers):
        raise InvalidAnswer("unknown_choice")
    return [choices[int(n) - 1].id for n in numbers]
