"""What is to be read on a page, as the templates take it, and the links into a long one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from decision_aid.screens.page import Arrays, Grid, Page, Part, Prose

if TYPE_CHECKING:
    from decision_aid.calls import Call
    from decision_aid.words import Words

FEWEST, MOST = 5, 25
"""To fewer headings and rows no links lead; to more they would make a heavy page too heavy."""


@dataclass(frozen=True)
class Passage:
    """Something to read; items that follow one another are one list."""

    kind: str
    text: str = ""
    calls: tuple[Call, ...] = ()
    """The numbers to call in the text."""
    items: tuple[Prose, ...] = ()
    arrays: Arrays | None = None
    grid: Grid | None = None
    anchor: str = ""
    """Where a link leads to it; in a grid to each row, by the row's number."""


class Jump(NamedTuple):
    """A link into the page."""

    anchor: str
    text: str


def passages(parts: Sequence[Part]) -> Iterator[Passage]:
    """The parts, with items that follow one another as one list."""
    items: list[Prose] = []
    for part in parts:
        if isinstance(part, Prose) and part.kind == "item":
            items.append(part)
            continue
        if items:
            yield Passage("list", items=tuple(items))
            items = []
        yield _passage(part)
    if items:
        yield Passage("list", items=tuple(items))


def _passage(part: Part) -> Passage:
    if isinstance(part, Prose):
        return Passage(part.kind, part.text, part.calls)
    if isinstance(part, Arrays):
        return Passage("arrays", arrays=part)
    return Passage("grid", grid=part)


def with_jumps(words: Words, page: Page) -> tuple[Sequence[Passage], Sequence[Jump]]:
    """What is to be read on the page, and the links into it where it is long."""
    said = list(passages(page.parts))
    if page.long not in ("by_heading", "by_letter"):
        return said, ()
    anchored = [_with_anchor(page, one, place) for place, one in enumerate(said)]
    jumps = [jump for one in anchored for jump in _jumps(one)]
    if page.long == "by_letter":
        jumps = list(_by_letter(words, jumps))
    return (anchored, jumps) if FEWEST <= len(jumps) <= MOST else (said, ())


def _with_anchor(page: Page, one: Passage, place: int) -> Passage:
    is_chapter = not page.chapters or one.text in page.chapters
    is_led_to = one.kind == "grid" or (one.kind == "heading" and is_chapter)
    return replace(one, anchor=f"at-{place}") if is_led_to else one


def _jumps(one: Passage) -> Iterator[Jump]:
    if one.kind == "heading" and one.anchor:
        yield Jump(one.anchor, one.text)
    for number, (name, _) in enumerate(one.grid.rows if one.grid else (), 1):
        yield Jump(f"{one.anchor}-{number}", name)


def _by_letter(words: Words, jumps: Sequence[Jump]) -> Iterator[Jump]:
    """To the first that begins with each letter."""
    before = ""
    for anchor, text in jumps:
        letter = words.sorts_as(text)[:1].upper()
        if letter.isalpha() and letter != before:
            yield Jump(anchor, letter)
            before = letter
