"""Gives a screen's page what all pages have: guide, keeping, and which languages it speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.frozen import replace
from decision_aid.screens.kept_words import keeping
from decision_aid.screens.telling_languages import tell_languages
from decision_aid.words import own_name

if TYPE_CHECKING:
    from decision_aid.screens.page import Meaning, Page
    from decision_aid.screens.sitting import Sitting


def frame(sitting: Sitting, page: Page, notice: str) -> Page:
    """The page with what all pages have, and what is to be said on it."""
    other, *_ = (*map(own_name, sitting.other_languages), "")
    keys: tuple[Meaning, ...] = (*page.keys, "language") if other else page.keys
    guide = sitting.visit.aid.title if sitting.visit else sitting.words.screens.a_guide
    framed = replace(
        page,
        notice=notice,
        guide=page.guide or guide,
        kept=keeping(sitting),
        keys=keys,
        other_language=other,
    )
    return tell_languages(framed, sitting.visit.aid.laid_over) if sitting.visit else framed


def leave_out_urgent(sitting: Sitting, page: Page) -> Page:
    """The page; of an aid without urgent help, without the key to that."""
    if sitting.has_urgent_help:
        return page
    return replace(page, keys=tuple(one for one in page.keys if one != "urgent"))
