"""What the lowest lines offer for a page: the sign of each key, and what it does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from decision_aid.tui.widgets.foot_bar import Key

if TYPE_CHECKING:
    from decision_aid.screens.page import Meaning, Page
    from decision_aid.words.en import ScreenWords

SIGNS: Mapping[Meaning, tuple[str, str]] = {
    "back": ("←", "F3"),
    "notes_done": ("←", "F3"),
    "pass_over": ("p", "F4"),
    "summary": ("x", "F5"),
    "urgent": ("u", "F2"),
    "overview": ("o", "F6"),
    "words": ("w", "F7"),
    "sources": ("s", "F8"),
    "keys": ("?", "F9"),
    "language": ("l", "F12"),
    "notes": ("n", "F10"),
    "written_down": ("1", "1"),
}
"""The key of each meaning: outside a box, and in a box, where letters are text."""


MOST = 4
"""So many keys are named; the others are behind the key that leads to all."""
APART: tuple[Meaning, ...] = ("language", "keys", "urgent")
"""Named besides, as the last."""


def bar_keys(page: Page, says: ScreenWords, *, writing: bool) -> tuple[Key, ...]:
    """The keys that are named for the page: the first of what it offers, more, and urgent help."""
    first = [meaning for meaning in page.keys if meaning not in APART][:MOST]
    last = [meaning for meaning in APART if meaning in page.keys]
    return tuple(_key(page, says, meaning, writing) for meaning in (*first, *last))


def _key(page: Page, says: ScreenWords, meaning: Meaning, writing: bool) -> Key:
    if meaning == "choose":
        return Key(says.key_space, says.bar_choose, "pick")
    if meaning == "go_on":
        return Key(_enter(page, says, writing), says.bar_go_on, "take")
    sign, action = SIGNS[meaning][writing], f"press('{meaning}')"
    if meaning == "language":
        return Key(sign, page.other_language, action, if_room=True)
    return Key(sign, _does(says)[meaning], action, apart=meaning == "urgent")


def _enter(page: Page, says: ScreenWords, writing: bool) -> str:
    """In a box of several lines Enter is text; Tab leads to the row that takes it."""
    of_lines = page.entry is not None and page.entry.kind == "words"
    return says.key_tab if writing and of_lines else says.key_enter


def _does(says: ScreenWords) -> Mapping[Meaning, str]:
    return {
        "back": says.bar_back,
        "notes_done": says.bar_notes_done,
        "pass_over": says.bar_skip,
        "summary": says.bar_stop,
        "urgent": says.bar_urgent,
        "overview": says.bar_overview,
        "words": says.bar_words,
        "sources": says.bar_sources,
        "keys": says.bar_keys,
        "notes": says.bar_notes,
        "written_down": says.bar_written_down,
    }
