"""The page where a visitor is, with what its form needs to be known by."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from decision_aid.frozen import replace
from decision_aid.screens.page import Prose
from decision_aid.web.drawing import Drawn, draw_page, find_way_back, list_contacts

if TYPE_CHECKING:
    from decision_aid.screens.navigator import Navigator
    from decision_aid.screens.page import Page
    from decision_aid.web.company import Company
    from decision_aid.web.visitors import Visitor


class Shown(NamedTuple):
    """A page as it was drawn."""

    html: str
    is_left_alone: bool
    """Whether it stays until the visit is over: else what stands there half done would be lost."""


def show_welcome(navigator: Navigator, notice: str, minutes: int, company: Company) -> str:
    """The welcome for somebody who has no visit yet; `notice` names what is to be said there.

    How many `minutes` a page waits is said before anything is asked.
    """
    words, page = navigator.sitting.words, navigator.page
    said = notice and getattr(words.web, notice)
    waits = Prose("soft", words.web.waits_first.format(minutes=minutes))
    page = _begin_early(page)
    page = replace(page, after=(*page.after, waits))
    drawn = Drawn(language=_other(navigator), can_clear=False, can_turn_back=False, company=company)
    return draw_page(words, replace(page, notice=said) if said else page, drawn)


def _begin_early(page: Page) -> Page:
    """The way to begin under the first words: on a phone the rest would push it out of sight."""
    warned = [one for one in page.parts if isinstance(one, Prose) and one.kind == "notice"]
    above = len(warned) + 1
    rest = tuple(one for one in page.parts[above:] if isinstance(one, Prose))
    return replace(page, parts=page.parts[:above], after=(*rest, *page.after))


def show(visitor: Visitor, number: int, minutes: int) -> Shown:
    """Whoever comes back to a page that they left is told that they are elsewhere now.

    Each page says how many `minutes` it waits.
    """
    with visitor.lock:
        navigator, words = visitor.navigator, visitor.navigator.sitting.words
        is_first = navigator.at == "welcome"
        page = _begin_early(navigator.page) if is_first else navigator.page
        is_left = number != visitor.drawn
        drawn = Drawn(
            visitor.drawn,
            visitor.proof,
            refused=visitor.refused and navigator.manner != "reminds" and not is_left,
            manner="" if is_left else navigator.manner,
            is_elsewhere=is_left,
            language=_other(navigator),
            company=visitor.company,
            can_clear=navigator.at != "clearing",
            can_turn_back=_can_turn_back(navigator, page),
            minutes=minutes,
            can_take_longer=_can_take_longer(page),
        )
        waits_anew = visitor.waits_anew and not page.notice
        contacts = list_contacts(navigator.sitting.begun) if navigator.at == "urgent" else ()
    said = words.web.waits_anew.format(minutes=minutes) if waits_anew else page.notice
    shown = replace(page, notice=words.web.moved_on if is_left else said)
    return Shown(draw_page(words, shown, drawn, contacts), _is_left_alone(page))


def _other(navigator: Navigator) -> str:
    return next(iter(navigator.sitting.other_languages), "")


def _can_turn_back(navigator: Navigator, page: Page) -> bool:
    """Nothing lies before the welcome, and some pages have a row of their own that leads back."""
    return navigator.at != "welcome" and find_way_back(navigator.sitting.words, page) is None


def _can_take_longer(page: Page) -> bool:
    """Whether much is written or marked there before it is sent, and can be held meanwhile."""
    is_written = page.entry is not None and page.entry.kind in ("words", "number", "day")
    return is_written or any(row.answers for row in page.rows)


def _is_left_alone(page: Page) -> bool:
    """What is written or marked line by line, and urgent help, no question comes before."""
    return page.urgent or page.entry is not None or _can_take_longer(page)
