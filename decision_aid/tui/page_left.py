"""How a page was left for another that lies over it, and what of a page is drawn only once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.frozen import Frozen, replace
from decision_aid.tui.retelling import sight_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.widget import Widget

    from decision_aid.screens.page import Page
    from decision_aid.screens.screen import Screen as Open
    from decision_aid.tui.widgets.sheet import Sheet
    from decision_aid.tui.widgets.sight import Sight
    from decision_aid.words import Words


class Left(Frozen):
    """How a screen was left for another that lies over it."""

    page: Page
    sight: Sight
    written: str | None
    focused: Widget | None
    key: int | None
    """The key of the lowest lines that was marked."""


class PagesLeft:
    """How each open screen was left that can be come back to."""

    def __init__(self) -> None:
        self._left: dict[Open, Left] = {}

    def note(self, screen: Open, left: Left) -> None:
        """It is left so for another that lies over it."""
        self._left[screen] = left

    def take(self, screen: Open, stack: Sequence[Open]) -> Left | None:
        """How that screen was left, if it was; those that are not open any more are forgotten."""
        self._left = {one: left for one, left in self._left.items() if one in stack}
        return self._left.pop(screen, None)

    def retell(self, draw: Callable[[Open], Page], sheet: Sheet, before: Words) -> None:
        """Each was left so in the words of now, as far as anybody can tell."""
        for screen, left in self._left.items():
            page = draw(screen)
            sight = sight_in(sheet, page, left.page, left.sight, before)
            self._left[screen] = replace(left, page=bare(page), sight=sight)


def bare(page: Page) -> Page:
    """The page without what changes on it in place."""
    entry = page.entry and replace(page.entry, text="")
    return replace(page, marked=(), notice="", kept="", entry=entry)
