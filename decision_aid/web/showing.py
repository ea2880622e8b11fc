"""The page where a visitor is, with what its form needs to be known by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.frozen import replace
from decision_aid.web.drawing import Drawn, draw_page

if TYPE_CHECKING:
    from decision_aid.screens.navigator import Navigator
    from decision_aid.screens.page import Page
    from decision_aid.web.company import Company
    from decision_aid.web.visitors import Visitor


def show_welcome(navigator: Navigator, notice: str, company: Company = "") -> str:
    """The welcome for somebody who has no visit yet; `notice` names what is to be said there."""
    words, page = navigator.sitting.words, navigator.page
    said = notice and getattr(words.web, notice)
    drawn = Drawn(language=_other(navigator), can_clear=False, can_turn_back=False, company=company)
    return draw_page(words, replace(page, notice=said) if said else page, drawn)


def show(visitor: Visitor, number: int) -> str:
    """Whoever comes back to a page that they left is told that they are elsewhere now."""
    with visitor.lock:
        navigator, words = visitor.navigator, visitor.navigator.sitting.words
        page: Page = navigator.page
        is_left = number != visitor.drawn
        drawn = Drawn(
            visitor.drawn,
            visitor.proof,
            refused=visitor.refused and not is_left,
            language=_other(navigator),
            company=visitor.company,
            can_turn_back=_can_turn_back(navigator, page),
        )
    shown = replace(page, notice=words.web.moved_on) if is_left else page
    return draw_page(words, shown, drawn)


def _other(navigator: Navigator) -> str:
    return next(iter(navigator.sitting.other_languages), "")


def _can_turn_back(navigator: Navigator, page: Page) -> bool:
    """Nothing lies before the welcome, and a page that is only read has a row for it."""
    return navigator.at != "welcome" and all(row.id != "close" for row in page.rows)
