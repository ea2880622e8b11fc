"""The question that the visit is at as a page, whatever its kind, and what its answer leads to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from decision_aid.content import (
    Choice,
    Feedback,
    InvalidAnswer,
    KnowledgeCheck,
    Note,
    Picks,
    Writes,
)
from decision_aid.screens.counselling import beside
from decision_aid.screens.note import note_page, open_door, placed
from decision_aid.screens.page import Entry, Meaning, Page, Prose, Row
from decision_aid.screens.parts import prose, source_ids
from decision_aid.screens.saying import not_kept_yet
from decision_aid.screens.screen import Go, Screen, Show, Stay, Step, keys_anywhere

if TYPE_CHECKING:
    from decision_aid.conditions import Value
    from decision_aid.screens.sitting import Sitting
    from decision_aid.visit import Visit
    from decision_aid.wording import Wording
    from decision_aid.words.en import ScreenWords

TAKE = "take"
"""The row that takes the answer and goes on."""


def question_page(visit: Visit, door: str = "") -> Page:
    """The question shown, whatever its kind; of a note, what stands behind that door."""
    question, says = visit.asked, visit.words.screens
    if isinstance(question, Note):
        page = note_page(visit, question, Row("go_on", says.go_on), door)
    elif feedback := _feedback(visit):
        page = reply_page(visit, feedback)
    else:
        page = asking_page(visit)
    if visit.counsels and not door:
        page = replace(page, parts=(*page.parts, *beside(visit)))
    return replace(page, keys=_keys(visit, page))


def _feedback(visit: Visit) -> Feedback | None:
    question, value = visit.asked, visit.value
    if value is None or not isinstance(question, KnowledgeCheck):
        return None
    return question.answered(value)


def _keys(visit: Visit, page: Page) -> tuple[Meaning, ...]:
    choose: tuple[Meaning, ...] = ("choose",) if sum(not r.button for r in page.rows) > 1 else ()
    return (*choose, "go_on", "back", "pass_over", *keys_anywhere(counsels=visit.counsels))


def asking_page(visit: Visit) -> Page:
    """Any question but a note: what is asked, and the answers there are."""
    question, wording, value = visit.asked, visit.interview.wording, visit.value
    says = visit.words.screens
    said = wording.passages(question.lead, question.id)
    takes = question.takes()
    picks = takes if isinstance(takes, Picks) else Picks((), 0, 0)
    return placed(
        visit,
        question,
        Page(
            "",
            wording.question(question),
            (*prose(said), *_how_many(says, picks)),
            _answers(says, wording, picks),
            _marked(value),
            max(picks.most, 1),
            at=_at(picks.choices, value),
            urgent=question.urgent,
            close=isinstance(takes, Writes),
            sources=source_ids(said),
            entry=_entry(says, takes, value) if isinstance(takes, Writes) else None,
        ),
    )


def _entry(says: ScreenWords, takes: Writes, value: Value | None) -> Entry:
    text = "" if value is None else str(value)
    return Entry("number" if takes.kind == "number" else "words", takes.limit, text, says.go_on)


def _how_many(says: ScreenWords, picks: Picks) -> tuple[Prose, ...]:
    """Said where any number can be marked; a smaller number is the question's own to say."""
    together = sum(not choice.alone for choice in picks.choices)
    return (Prose("soft", says.any_number),) if 1 < together <= picks.most else ()


def _answers(says: ScreenWords, wording: Wording, picks: Picks) -> tuple[Row, ...]:
    rows = tuple(
        Row(
            choice.id,
            wording.fill(choice.text) or choice.text,
            "one" if picks.most == 1 else "some",
            choice.alone,
        )
        for choice in picks.choices
    )
    return (*rows, Row(TAKE, says.go_on, button=True)) if rows else ()


def _marked(value: Value | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (str(value),)


def _at(choices: tuple[Choice, ...], value: Value | None) -> int | None:
    marked = _marked(value)
    return next((n for n, choice in enumerate(choices) if choice.id in marked), None)


def reply_page(visit: Visit, feedback: Feedback) -> Page:
    """What is said after a knowledge check."""
    question, wording, says = visit.asked, visit.interview.wording, visit.words.screens
    said = wording.passages(feedback.passages, question.id)
    explain = (Row("explain", says.explain_again),) if feedback.explain else ()
    return placed(
        visit,
        question,
        Page(
            "",
            says.you_chose.format(choice=_chosen(visit)),
            prose(said),
            (Row("go_on", says.go_on), *explain),
            at=0,
            sources=source_ids(said),
            doors=tuple(row.id for row in explain),
        ),
    )


def _chosen(visit: Visit) -> str:
    question = visit.asked
    if not isinstance(question, KnowledgeCheck):
        return ""
    text = question.choice(str(visit.value)).text
    return visit.interview.wording.fill(text) or text


class Asking(Screen):
    """Asks, takes the answer, says what is to be said at once, and goes on."""

    name = "question"
    lies_over = False

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.visit = sitting.begun
        self._begin()

    def _begin(self) -> None:
        """At another question nothing is held, and no door is open."""
        self.door = ""
        self._asked_to_take_back = False
        """Whether passing over was pressed on an answer, which only the next press takes away."""
        self._held_for = self.visit.shown
        self._marked: tuple[str, ...] | None = None
        self._text: str | None = None

    @property
    def at(self) -> str:
        """The question's id, and the door that is open."""
        return f"question.{self.visit.shown}" + (f".{self.door}" if self.door else "")

    # --- its pages ---

    def page(self) -> Page:
        """The question, with what is marked and written so far."""
        page = question_page(self.visit, self.door)
        if self._held_for == self.visit.shown:
            page = self._with_held(page)
        if self.visit.not_kept:
            said = not_kept_yet(self.visit.words, self.visit.not_kept, shared=self.sitting.shared)
            page = replace(page, notice=said)
        return page

    def _with_held(self, page: Page) -> Page:
        if page.entry is not None and self._text is not None:
            return replace(page, entry=replace(page.entry, text=self._text))
        if self._marked is not None and any(row.mark for row in page.rows):
            return replace(page, marked=self._marked)
        return page

    def hold(self, marked: tuple[str, ...], text: str | None) -> None:
        """Remember what is marked and written so far."""
        self._held_for, self._marked, self._text = self.visit.shown, marked, text

    def keep_writing(self) -> None:
        """What stands in the box is an answer too, however the question is left."""
        if self._is_written:
            try:
                self.visit.answer([self._text or ""])
            except InvalidAnswer:
                return

    @property
    def _writes(self) -> bool:
        question = self.visit.question
        return question is not None and isinstance(question.takes(), Writes)

    @property
    def _is_written(self) -> bool:
        is_held = self._held_for == self.visit.shown
        return is_held and self._writes and bool((self._text or "").strip())

    # --- answering ---

    def choose(self, rows: tuple[str, ...]) -> Step:
        """These answers are marked and to be taken, or this row leads on or opens a door."""
        question = self.visit.asked
        if isinstance(question, Note):
            return self._at_note(question, rows[:1])
        if rows == ("explain",) and isinstance(question, KnowledgeCheck):
            return Show("note", question.explain)
        return self._take([row for row in rows if row != TAKE])

    def _at_note(self, note: Note, rows: tuple[str, ...]) -> Step:
        door = open_door(note, rows[0]) if rows else None
        if door is None:
            return self._take([])
        if isinstance(door, str):
            self.door = door
            return Stay()
        return door

    def write(self, text: str) -> Step:
        """Take what is written."""
        self._text = text
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
            return self._arrived()
        try:
            feedback = self.visit.answer(given)
        except InvalidAnswer as error:
            refused = self.visit.words.refusal(error)
            return Stay(f"{refused} {self.sitting.of_keys.can_skip}")
        if feedback is not None:
            self._begin()
            return Stay()
        if self.visit.ends_here():
            self._begin()
            return Go("summary")
        self.visit.go_on()
        return self._arrived()

    def _arrived(self) -> Step:
        self._begin()
        return Go("summary") if self.visit.shown is None else Stay()

    # --- turning ---

    def back(self) -> Step:
        """Out of an open door, else to the question before, else to the welcome."""
        self.keep_writing()
        if self.door:
            self.door = ""
            return Stay()
        return self._arrived() if self.visit.back() else Go("welcome")

    def pass_over(self) -> Step:
        """Pass over; words that were written are kept, and an answer is not taken away unasked."""
        if self._is_written:
            return self.write(self._text or "")
        if self._has_answer and not self._asked_to_take_back:
            self._asked_to_take_back = True
            return Stay(self.sitting.of_keys.take_back)
        self.visit.pass_over()
        return self._arrived()

    @property
    def _has_answer(self) -> bool:
        """Whether passing over would take an answer away."""
        return self.visit.value is not None and not isinstance(
            self.visit.asked, Note | KnowledgeCheck
        )
