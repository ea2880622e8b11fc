"""What a typed line means at a page: a letter that works everywhere, numbers of rows, or words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from decision_aid.line.drawing import rows_of, statement_at
from decision_aid.line.in_turn import follow_in_turn
from decision_aid.line.numbers import numbers_in
from decision_aid.screens.navigator import Navigator
from decision_aid.screens.page import Entry, Meaning, Page
from decision_aid.screens.screen import Show

if TYPE_CHECKING:
    from decision_aid.words import Words
    from decision_aid.words.en import LineWords

MEANINGS: Mapping[str, Meaning] = {
    "p": "pass_over",
    "u": "urgent",
    "w": "words",
    "o": "overview",
    "s": "sources",
    "x": "summary",
    "h": "keys",
    "l": "language",
    "?": "keys",
    "n": "notes",
}
"""What the letters mean, where the page offers that."""

LOOKS: Mapping[str, str] = {"a": "answers", "k": "covered"}
"""The screens that a counsellor can open from everywhere."""


def follow_line(navigator: Navigator, given: str) -> str:
    """Do what the line means; what comes back is to be said, as when it means nothing here."""
    if navigator.page.entry is not None:
        navigator.hold()  # what did not do is typed anew, not mended in a box
    page, words = navigator.page, navigator.sitting.words
    letter = letter_in(given, page)
    if statement_at(page) is not None and follow_in_turn(navigator, page, letter, given):
        return ""
    if letter == "b":
        return _move(navigator, navigator.back, words.lines.no_before)
    if _follow_letter(navigator, page, letter):
        return ""
    if page.entry is not None:
        return _write(navigator, page, page.entry, given)
    if not given and statement_at(page) is None:
        return _move(navigator, navigator.go_on, words.lines.not_known)
    return _choose(navigator, page, words, given)


def letter_in(given: str, page: Page) -> str:
    """The letter that the line gives; among words only one after a slash is meant as a letter."""
    if page.entry is not None and page.entry.kind == "words" and not given.startswith("/"):
        return ""
    return given.strip().removeprefix("/").rstrip(".)").lower()


def _follow_letter(navigator: Navigator, page: Page, letter: str) -> bool:
    """Whether the letter means something here, and was followed."""
    if letter in LOOKS and navigator.sitting.begun.counsels:
        navigator.show(Show(LOOKS[letter]))
    elif letter in MEANINGS and MEANINGS[letter] in page.keys:
        navigator.press(MEANINGS[letter])
    else:
        return False
    return True


def _move(navigator: Navigator, move: Callable[[], None], no_way: str) -> str:
    before = (navigator.at, navigator.page)
    move()
    is_still = (navigator.at, navigator.page) == before and not navigator.page.notice
    return no_way if is_still and navigator.ended is None else ""


def _write(navigator: Navigator, page: Page, entry: Entry, given: str) -> str:
    """Take what is written; Enter alone keeps what stands, passes over, or goes back."""
    if entry.is_measure:
        given = given.strip().removesuffix(".")  # as it stands where it is told
    if given.strip():
        is_cut = entry.kind in ("words", "line") and len(given) > entry.limit
        navigator.write(given[: entry.limit] if is_cut else given)
        cut = navigator.sitting.words.lines.text_cut
        return cut.format(limit=entry.limit) if is_cut else ""
    if entry.kind in ("line", "secret"):
        navigator.back()
    elif entry.kind == "words" and not entry.text and "pass_over" in page.keys:
        navigator.press("pass_over")
    else:
        navigator.go_on()
    return ""


def _choose(navigator: Navigator, page: Page, words: Words, given: str) -> str:
    if statement_at(page) is not None:
        reason = words.refusals["unknown_choice" if given else "pick_one"]
        return f"{reason} {words.lines.can_skip}"
    rows = picked_rows(given, page, words.lines)
    if rows is not None:
        navigator.choose(*rows)
        return ""
    is_answer = any(row.mark for row in page.rows)
    return words.refusals["unknown_choice"] if is_answer else words.lines.not_known


def picked_rows(given: str, page: Page, words: LineWords) -> tuple[str, ...] | None:
    """The ids of the rows numbered in the line, such as `1 3` or `1, 2 and 4`; None if not there.

    Where rows are actions, one number is all that can be meant.
    """
    rows = rows_of(page)
    numbers = numbers_in(given, words)
    if not all(1 <= number <= len(rows) for number in numbers):
        return None
    if len(numbers) != 1 and not any(row.mark for row in rows):
        return None
    return tuple(rows[number - 1].id for number in numbers)
