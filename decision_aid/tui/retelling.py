"""The same pages in other words than before: what is marked, written and in sight stays so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.tui.widgets.choices import Choices
from decision_aid.tui.widgets.landmarks import Landmarks, find_again, find_landmarks
from decision_aid.tui.widgets.layout import lay_out
from decision_aid.tui.widgets.quoting import quote
from decision_aid.tui.widgets.sheet import Sheet
from decision_aid.tui.widgets.sight import Sight

if TYPE_CHECKING:
    from decision_aid.screens.page import Page
    from decision_aid.words import Words


def retell(sheet: Sheet, page: Page, before: Words) -> None:
    """Show the page that is shown in other words, with the keys and the lines where they are."""
    at = sheet.choices.at
    was_in_sight = at is not None and sheet.in_sight(at)
    sheet.resume(page, sight_in(sheet, page, sheet.page, sheet.sight, before))
    if was_in_sight and sheet.choices.at is not None:
        sheet.bring_into_sight(sheet.choices.at)


def sight_in(sheet: Sheet, now: Page, was: Page, sight: Sight, before: Words) -> Sight:
    """What was seen and marked of a page, on the same page in the words of now."""
    there, words = sight.choices, sheet.speak()
    at = there.at if _is_same_row(was, now, there.at) else now.at
    choices = Choices(now.rows, now.most, at, there.marked, has_keys=there.has_keys)
    choices.one_too_many = there.one_too_many
    above = _landmarks(sheet, was, there, before)
    top = find_again(sight.top, above, _landmarks(sheet, now, choices, words))
    return Sight(choices, now.notice, top)


def _is_same_row(was: Page, now: Page, at: int | None) -> bool:
    """A row that names a language names another one now: nobody stays on it unawares."""
    return at is None or was.rows[at].id == now.rows[at].id


def _landmarks(sheet: Sheet, page: Page, choices: Choices, words: Words) -> Landmarks:
    width, height = sheet.window
    said = quote(page, words)
    return find_landmarks(said, lay_out(said, choices, (width, height), sheet.roomy), width)
