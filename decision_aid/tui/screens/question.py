"""The question that the visit is at, whatever its kind: one screen, drawn anew in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from decision_aid.content import KnowledgeCheck, Note, NotTaken, Question, Writes
from decision_aid.tui import messages
from decision_aid.tui.page import Page
from decision_aid.tui.screens import asking
from decision_aid.tui.screens.note import NoteDoors
from decision_aid.tui.widgets.entry import Entry, EntryPanel
from decision_aid.tui.widgets.foot_bar import Key
from decision_aid.words import EN as REFUSALS
from decision_aid.words.screens_en import EN

if TYPE_CHECKING:
    from decision_aid.visit import Visit


class QuestionScreen(NoteDoors):
    """Asks, takes the answer, says what is to be said at once, and goes on."""

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self.visit = visit
        self.replied = False
        """Whether the words after a knowledge check are shown."""
        self.panel: EntryPanel | None = None

    @property
    def question(self) -> Question:
        """The question shown; this screen is left at the end of the path."""
        question = self.visit.question
        if question is None:
            raise LookupError("the visit is at its end")
        return question

    # --- showing ---

    def page(self) -> Page:
        walked, speech, question = self.face.walked, self.face.speech(), self.question
        if isinstance(question, Note):
            return self.note_page(question)
        feedback = question.answered(self.visit.value) if self.visit.value is not None else None
        if isinstance(question, KnowledgeCheck) and feedback and self.visit.is_settled:
            return asking.reply_page(walked, speech, question, self.visit.value, feedback)
        return asking.question_page(walked, speech, question, self.visit.value)

    def show(self) -> None:
        super().show()
        self._show_entry()

    def _show_entry(self) -> None:
        takes = self.question.takes()
        writes = isinstance(takes, Writes)
        if writes and self.panel is None:
            self.panel = EntryPanel()
            self.mount(self.panel, before=self.below)
        if self.panel is not None and writes != self.has_class("writing"):
            self.set_class(writes, "writing")
        if isinstance(takes, Writes) and self.panel is not None:
            self.panel.ask(takes, str(self.visit.value or ""))
        elif self.focused is None or not self.focused.display:
            self.sheet.focus()

    def keys(self) -> tuple[Key, ...]:
        return asking.keys(self.question, self.sheet.page, self.writing)

    @property
    def writing(self) -> bool:
        """Whether letters are text now."""
        return isinstance(self.focused, Entry)
