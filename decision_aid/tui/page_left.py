"""How a page was left for another that lies over it, and what of a page is drawn only once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.frozen import Frozen, replace

if TYPE_CHECKING:
    from textual.widget import Widget

    from decision_aid.screens.page import Page
    from decision_aid.tui.widgets.sheet import Sight


class Left(Frozen):
    """How a screen was left for another that lies over it."""

    page: Page
    sight: Sight
    written: str | None
    focused: Widget | None
    key: int | None
    """The key of the lowest lines that was marked."""


def bare(page: Page) -> Page:
    """The page without what changes on it in place."""
    entry = page.entry and replace(page.entry, text="")
    return replace(page, marked=(), notice="", kept="", entry=entry)
