"""Asks once before Ctrl and C end the visit, and says what becomes of the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.screens.kept_words import becomes_of_answers, goodbye
from decision_aid.screens.page import Page, Prose, Row
from decision_aid.screens.screen import Close, End, Screen, Step

if TYPE_CHECKING:
    from decision_aid.screens.sitting import Sitting


def stop_page(sitting: Sitting) -> Page:
    """Whether to stop; going on is what Enter does."""
    says = sitting.words.screens
    return Page(
        "",
        says.stop_title,
        (Prose("text", becomes_of_answers(sitting)), Prose("text", says.stop_lead)),
        (Row("close", says.stop_not), Row("stop", says.stop_now)),
        at=0,
        keys=("choose", "go_on", "back", "urgent"),
    )


class Stopping(Screen):
    """Lies over any screen, before the content is there too."""

    name = "stop"

    def page(self) -> Page:
        """The question."""
        return stop_page(self.sitting)

    def choose(self, rows: tuple[str, ...]) -> Step:
        """Stop, or go back to where one was."""
        if rows[0] != "stop":
            return Close()
        return End(goodbye(self.sitting) if self.sitting.visit else "")
