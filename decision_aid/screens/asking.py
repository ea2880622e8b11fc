"""Asks the question that the visit is at, takes the answer, and says what follows from it."""

from __future__ import annotations

from copy import copy
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from decision_aid.content import ChecklistLine, InvalidAnswer, Note, Writes
from decision_aid.frozen import replace
from decision_aid.made_ahead import MadeAhead
from decision_aid.screens.checklist import answers_in
from decision_aid.screens.kept_words import not_kept_yet
from decision_aid.screens.note import open_door
from decision_aid.screens.notice import nothing, say_both
from decision_aid.screens.page import Page
from decision_aid.screens.question import REACHED, TAKE, feedback_of, question_page
from decision_aid.screens.screen import Go, PointBack, Remind, Screen, Show, Stay, Step
from decision_aid.screens.unprintable import in_answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from decision_aid.conditions import Value
    from decision_aid.interview import Interview
    from decision_aid.screens.notice import Notice
    from decision_aid.screens.sitting import Sitting


Place: TypeAlias = "tuple[str | None, str, bool, Interview]"
"""All that a page is drawn for: the question, its open door, whether one returns, the answers."""


class Asking(Screen):
    """Asks, takes the answer, says what is to be said at once, and goes on."""

    name = "question"
    lies_over = False

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.visit = sitting.begun
        self._drawn = MadeAhead[Place, Page]()
        self._laid_aside: dict[str, tuple[str, ...]] = {}
        """What was marked and not taken when one went back, by question."""
        self._begin()

    def _begin(self) -> None:
        """At another question only what was marked there before is held, and no door is open."""
        self.door = ""
        self._begun_in = self.visit.interview
        """What the answers led to when the question came."""
        self._asked_to_take_back = False
        """Whether passing over was pressed on an answer, which only the next press takes away."""
        self._held_for = self.visit.shown
        is_new = self.visit.shown not in self.visit.answers
        self._marked = self._laid_aside.get(self.visit.shown or "") if is_new else None
        self._held_text: str | None = None
        self._stands = False
        """Whether what is held is the answer that stands, as the language of then says it."""
        self._row: int | None = None

    @property
    def at(self) -> str:
        """The question's id, and the door that is open."""
        return f"question.{self.visit.shown}" + (f".{self.door}" if self.door else "")

    # --- its pages ---

    def page(self) -> Page:
        """The question, with what is marked and written so far."""
        page = self._question_page()
        if self._held_for == self.visit.shown:
            page = self._with_held(page)
        if self.visit.not_kept:
            said = not_kept_yet(self.visit.words, self.visit.not_kept, shared=self.sitting.shared)
            return replace(page, notice=said)
        said = in_answer(self.sitting, self.visit.asked) if page.entry else ""
        return replace(page, notice=said) if said else page

    def _question_page(self) -> Page:
        """The page as it is before anything is held; the same one as long as the answers are."""
        return self._drawn.find(self._place, partial(question_page, self.visit, self.door))

    @property
    def _place(self) -> Place:
        visit = self.visit
        return visit.shown, self.door, visit.returns, visit.interview

    def foresee(self, do: Callable[[Screen], Step]) -> Page | None:
        """Do it on a visit that nobody sees, and hold ready what follows."""
        ahead = copy(self)
        ahead.visit, ahead._drawn = self.visit.aside(), copy(self._drawn)
        if not isinstance(do(ahead), Stay):
            return None
        page = ahead._question_page()
        self.visit.foresee(ahead.visit)
        self._drawn.expect(ahead._place, page)
        return page

    def _with_held(self, page: Page) -> Page:
        if page.entry is not None and self._text is not None:
            return replace(page, entry=replace(page.entry, text=self._text))
        if self._marked is not None and any(row.mark for row in page.rows):
            at = page.at if self._row is None else self._row
            return replace(page, marked=self._marked, at=at)
        return page

    def hold(self, marked: tuple[str, ...], text: str | None, row: int | None = None) -> None:
        """Remember what is marked and written so far, and the row where that goes on."""
        self._held_for, self._marked, self._held_text = self.visit.shown, marked, text
        self._stands = text is not None and text == self._standing
        self._row = row

    @property
    def _standing(self) -> str:
        """The answer that stands, as it is written in the language that is spoken now."""
        question, value = self.visit.question, self.visit.value
        if question is None or value is None:
            return ""
        return question.in_its_box(value, self.visit.words)

    @property
    def _text(self) -> str | None:
        """What is written so far."""
        return self._standing if self._stands else self._held_text

    def keep_writing(self) -> None:
        """What is written, or marked on a checklist, counts however the question is left."""
        if self._marked and self._held_for == self.visit.shown and self._is_checklist:
            self.visit.answer_each(answers_in(self._marked))
        if self._is_written:
            try:
                self.visit.answer([self._text or ""])
            except InvalidAnswer:
                return

    @property
    def _is_checklist(self) -> bool:
        return isinstance(self.visit.question, ChecklistLine)

    @property
    def _writes(self) -> bool:
        question = self.visit.question
        return question is not None and isinstance(question.takes(), Writes)

    @property
    def _is_written(self) -> bool:
        is_held = self._held_for == self.visit.shown
        return is_held and self._writes and bool((self._text or "").strip())

    @property
    def _is_understood(self) -> bool:
        """Whether what is written would be taken, so that passing over need not lose it."""
        try:
            self.visit.read(self.visit.asked, [self._text or ""])
        except InvalidAnswer:
            return False
        return True

    # --- answering ---

    def choose(self, rows: tuple[str, ...]) -> Step:
        """These answers are marked and to be taken, or this row leads on or opens a door."""
        question = self.visit.asked
        if REACHED in rows:
            return self._return([row for row in rows if row not in (REACHED, TAKE)])
        if isinstance(question, Note):
            return self._at_note(question, rows[:1])
        if rows == ("explain",) and (feedback := feedback_of(self.visit)):
            return Show("note", feedback.explain)
        if self._is_checklist:
            return self._take_each(self.page().marked if rows == (TAKE,) else rows)
        return self._take([row for row in rows if row != TAKE])

    def _return(self, given: list[str]) -> Step:
        """To where one was, with the answer as it is marked now."""
        shown, begun_in = self.visit.shown, self._begun_in
        if given and not self.visit.is_settled:
            step = self._take(given)
            if self.visit.shown == shown and not self.visit.asked.answered_once:
                return step
            self.visit.go_to(shown or "")
        self.visit.return_to_reached()
        self._begun_in = begun_in
        return self._arrive(self._say_new)

    def _say_new(self) -> str:
        """Said where an answer that was changed has brought up what comes before where one was."""
        is_new = self.visit.interview.is_before_answers(self.visit.asked.id)
        return self.visit.words.screens.new_first if is_new else ""

    def _at_note(self, note: Note, rows: tuple[str, ...]) -> Step:
        wording = self.visit.interview.wording
        door = open_door(wording, note, rows[0]) if rows else None
        if door is None:
            return self._take([])
        if isinstance(door, str):
            self.door = door
            return Stay()
        return door

    def write(self, text: str) -> Step:
        """Take what is written; an empty box passes over."""
        self._held_text, self._stands = text, False
        if not text.strip():
            self.visit.pass_over()
            return self._arrive(lambda: self.visit.words.screens.box_was_empty)
        return self._take([text])

    def go_on(self) -> Step:
        """Take the answer as it stands."""
        page = self.page()
        if page.entry is not None:
            return self.write(page.entry.text)
        return self.choose(page.marked)

    def _take(self, given: list[str]) -> Step:
        if self.visit.is_settled:
            self.visit.go_on()
            return self._arrive()
        try:
            feedback = self.visit.answer(given)
        except InvalidAnswer as error:
            return Stay(partial(self._refuse, error))
        if feedback is not None:
            self._begin()
            return Stay()
        if self._staying(self.visit.value):
            self._begin()
            return Remind(partial(self._staying, self.visit.value))
        if self.visit.interview.asks_to_stop(self.visit.together):
            self._begin()
            return Go("summary")
        asked, is_kept = self.visit.asked, not self.visit.not_kept
        self.visit.go_on()
        is_said = is_kept and self.visit.shown is not None  # the summary says it by itself
        return self._arrive(partial(in_answer, self.sitting, asked) if is_said else nothing)

    def _staying(self, answer: Value | None) -> str:
        return self.visit.interview.staying(self.visit.asked, answer)

    def _refuse(self, error: InvalidAnswer) -> str:
        keys = self.sitting.of_keys
        can_skip = keys.can_skip_box if self._writes else keys.can_skip
        return f"{self.visit.words.refusal(error)} {can_skip}"

    def _take_each(self, marked: tuple[str, ...]) -> Step:
        """Take the answers of a checklist; where they bring up more lines, ask those first."""
        visit, asked = self.visit, self.visit.together
        visit.answer_each(answers_in(marked))
        if visit.interview.asks_to_stop(visit.together):
            self._begin()
            return Go("summary")
        if any(line not in asked for line in visit.together):
            self._begin()
            return Stay()
        count = sum(visit.answers.get(line.id) is None for line in visit.together)
        visit.leave_open()
        if not count:
            return self._arrive()
        said = PointBack if visit.interview.before(visit.shown or "") in asked else Stay
        return self._arrive(lambda: visit.words.left_open(count), said)

    def _arrive(self, said: Notice = nothing, stay: type[Stay] = Stay) -> Step:
        visit = self.visit
        if left_out := visit.interview.count_left_out(self._begun_in):
            said = say_both(said, lambda: visit.words.left_out(left_out))
        self._begin()
        return Go("summary", notice=said) if visit.shown is None else stay(said)

    # --- turning ---

    def back(self) -> Step:
        """Out of an open door, else to the question before, else to the welcome."""
        self.keep_writing()
        if self.door:
            self.door = ""
            return Stay()
        if self._marked:
            self._laid_aside[self.visit.shown or ""] = self._marked
        return self._arrive() if self.visit.back() else Go("welcome")

    def pass_over(self) -> Step:
        """Pass over; words that were written are kept, and an answer is not taken away unasked."""
        if self._is_written and self._is_understood:
            return self.write(self._text or "")
        amounts_to = self.visit.asked.passed_over_as
        if self._staying(amounts_to):
            return self._take([amounts_to])
        if self._has_answer and not self._asked_to_take_back:
            self._asked_to_take_back = True
            return Stay(lambda: self.sitting.of_keys.take_back)
        self.visit.pass_over()
        return self._arrive()

    @property
    def _has_answer(self) -> bool:
        """Whether passing over would take an answer away."""
        question, answers = self.visit.asked, self.visit.answers
        is_given = any(answers.get(one.id) is not None for one in self.visit.together)
        return is_given and not (question.is_read or question.answered_once)
