"""All that the guide rests on, page by page: first what the screen beneath comes from."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from decision_aid.screens.opening import close_row
from decision_aid.screens.page import Page, Prose, Row
from decision_aid.screens.parts import source_parts
from decision_aid.screens.screen import Leaves, keys_anywhere

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid
    from decision_aid.screens.sitting import Sitting
    from decision_aid.visit import Visit
    from decision_aid.words.en import ScreenWords

MOST = 60
"""So many sources on a page: more would be slow to come, and long to look through."""


class Sources(Leaves):
    """Each source stands on one page: those of the screen beneath, then all others."""

    name = "sources"

    def __init__(self, sitting: Sitting, names: tuple[str, ...]) -> None:
        super().__init__(sitting)
        self.names = names
        """The sources of the screen beneath."""

    @property
    def at(self) -> str:
        """Which page is shown, from the second one on."""
        return f"{self.name}.{self.place + 1}" if self.place else self.name

    def page(self) -> Page:
        """The page shown."""
        return sources_page(self.sitting.begun, self.names, self.place)


def sources_page(visit: Visit, names: tuple[str, ...], at: int) -> Page:
    """One page of the sources; `names` are those of the screen beneath."""
    says, pages = visit.words.screens, list_pages(visit.aid, names)
    listed, total = pages[at], len(pages)
    sources = (visit.aid.source[name] for name in listed)
    parts = tuple(part for one in sources for part in source_parts(visit.interview.wording, one))
    return Page(
        "",
        _heading(says, names, listed),
        parts or (Prose("text", says.sources_none),),
        (close_row(visit.words), *_turns(says, names, pages, at)),
        at=0,
        long="read",
        sources=listed,
        count=says.page_of.format(at=at + 1, total=total) if total > 1 else "",
        keys=("back", *keys_anywhere(counsels=visit.counsels)),
    )


def list_pages(aid: DecisionAid, names: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The ids of the sources on each page; the first says it if the screen beneath has none."""
    others = tuple(one.id for one in aid.sources if one.id not in names)
    return [*(_split(names) if names else ((),)), *_split(others)]


def _split(names: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """In pages of about the same length."""
    pages = ceil(len(names) / MOST)
    for at in range(pages):
        yield names[at * len(names) // pages : (at + 1) * len(names) // pages]


def _heading(says: ScreenWords, names: tuple[str, ...], listed: tuple[str, ...]) -> str:
    is_here = not listed or listed[0] in names
    return says.sources_here if is_here else says.sources_all


def _turns(
    says: ScreenWords, names: tuple[str, ...], pages: list[tuple[str, ...]], at: int
) -> Iterator[Row]:
    """The way to the next page, which is named where other sources begin, and to the one before."""
    if at + 1 < len(pages):
        here, following = (_heading(says, names, one) for one in pages[at : at + 2])
        yield Row("next", says.sources_more if following == here else following)
    if at:
        yield Row("before", says.sources_before)
