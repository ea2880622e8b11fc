"""The question that the visit is at, whatever its kind: one screen, drawn anew in place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from decision_aid.content import InvalidAnswer, KnowledgeCheck, Note, Question, Writes
from decision_aid.screens.page import Page
from decision_aid.tui import messages, saying
from decision_aid.tui.screens import asking
from decision_aid.tui.screens.counselling import beside
from decision_aid.tui.screens.note import NoteDoors
from decision_aid.tui.widgets.entry import LEAST_LINES, EntryPanel
from decision_aid.tui.widgets.foot_bar import Key
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.visit import Visit

EN = words("en").screens
REFUSALS = words("en")


class QuestionScreen(NoteDoors):
    """Asks, takes the answer, says what is to be said at once, and goes on."""

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self.visit = visit
        self.panel: EntryPanel | None = None
        self.asked_to_take_back = False
        """Whether passing over was pressed on an answer, which only the next press takes away."""

    @property
    def question(self) -> Question:
        """The question shown; this screen is left at the end of the path."""
        question = self.visit.question
        if question is None:
            raise LookupError("the visit is at its end")
        return question

    # --- showing ---

    def page(self) -> Page:
        page = self._plain_page()
        if not self.face.counsels or self.door:
            return page
        return replace(page, parts=(*page.parts, *beside(self.visit)))

    def _plain_page(self) -> Page:
        question, value = self.question, self.visit.value
        if isinstance(question, Note):
            return self.note_page(question)
        interview = self.face.interview
        if isinstance(question, KnowledgeCheck) and value is not None:
            feedback = question.answered(value)
            if feedback is not None:
                return asking.reply_page(interview, question, value, feedback)
        return asking.question_page(interview, question, value)

    def show(self) -> None:
        takes = self.question.takes()
        self.beneath = LEAST_LINES if isinstance(takes, Writes) else 0
        self.asked_to_take_back = False
        super().show()
        self.set_class(isinstance(takes, Writes), "writing")
        if isinstance(takes, Writes):
            self._open_entry(takes)
        elif not self.sheet.has_focus:
            self.sheet.focus()
        if self.visit.not_kept:
            self.sheet.say(saying.not_kept_yet(self.visit.not_kept, self.face.shared))

    def _open_entry(self, takes: Writes) -> None:
        if self.panel is None:
            self.panel = EntryPanel()
            self.mount(self.panel, before=self.below)
        value = self.visit.value
        self.panel.ask(takes, "" if value is None else str(value))

    def keys(self) -> tuple[Key, ...]:
        rows = sum(not row.button for row in self.sheet.page.rows)
        digits = Key(f"1-{min(rows, 9)}", EN.bar_choose, "step(1)", hint=True)
        return (
            *((digits,) if rows > 1 else ()),
            Key(EN.key_tab if self.writing else EN.key_enter, EN.bar_go_on, "take"),
            Key("F3" if self.writing else "←", EN.bar_back, "back"),
            Key("F4" if self.writing else "p", EN.bar_skip, "pass_over"),
            *self.common_keys(),
        )

    @property
    def writing(self) -> bool:
        return self.panel is not None and self.panel.entry.has_focus

    # --- answering ---

    @property
    def is_over(self) -> bool:
        """Whether the path ended, and this screen waits to be taken away."""
        return self.visit.shown is None

    def chosen(self, row: str) -> None:
        if self.is_over:
            return
        question = self.question
        if isinstance(question, Note) and self.open_door(question, row):
            return
        if row == "explain" and isinstance(question, KnowledgeCheck):
            self.ask(messages.ShowNote(question.explain))
        else:
            self.forward()

    def forward(self) -> None:
        """Take what is marked or written, and go on."""
        if self.is_over:
            return
        question = self.question
        if self.visit.is_settled:
            self._next()
            return
        try:
            feedback = self.visit.answer(self._given(question))
        except InvalidAnswer as error:
            self._refuse(error)
            return
        if feedback is not None:
            self.show()
        elif self.visit.ends_here():
            self.ask(messages.ShowSummary())
        else:
            self._next()

    def _given(self, question: Question) -> list[str]:
        if isinstance(question.takes(), Writes):
            return [self.written]
        return [] if isinstance(question, Note) else list(self.sheet.choices.marked)

    @property
    def written(self) -> str:
        """What stands in the box."""
        return self.panel.entry.text if self.panel else ""

    def _refuse(self, error: InvalidAnswer) -> None:
        self.sheet.say(f"{REFUSALS.refusal(error)} {EN.can_skip}")

    def _next(self) -> None:
        self.visit.go_on()
        self._arrived()

    def _arrived(self) -> None:
        self.door = ""
        if self.visit.shown is None:
            self.ask(messages.ShowSummary())
        else:
            self.show()

    def keep_writing(self) -> None:
        """Keep what was typed, before the screen is left in whatever way."""
        if not self.is_over and isinstance(self.question.takes(), Writes) and self.written.strip():
            try:
                self.visit.answer([self.written])
            except InvalidAnswer:
                return

    # --- keys ---

    def action_take(self) -> None:
        """Go on, as Enter would."""
        if not self.is_over and isinstance(self.question.takes(), Writes):
            self.forward()
        else:
            self.action_go_on()

    def action_back(self) -> None:
        self.keep_writing()
        if self.door:
            self.door = ""
            self.show()
        elif self.visit.back():
            self._arrived()
        else:
            self.ask(messages.ShowWelcome())

    def action_pass_over(self) -> None:
        """Pass over; words that were written are kept all the same."""
        if self.is_over:
            return
        writes = isinstance(self.question.takes(), Writes)
        if writes and self.written.strip():
            self.forward()
        elif self._has_answer and not self.asked_to_take_back:
            self.asked_to_take_back = True
            self.sheet.say(EN.take_back)
        else:
            self.visit.pass_over()
            self._arrived()

    @property
    def _has_answer(self) -> bool:
        """Whether passing over would take an answer away."""
        kinds = (Note, KnowledgeCheck)
        return self.visit.value is not None and not isinstance(self.question, kinds)

    @on(messages.Entered)
    def _entered(self) -> None:
        self.forward()
