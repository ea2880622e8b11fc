"""The sources of what a paper says, numbered as it refers to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.content import Contact
from decision_aid.summary.models import (
    Advice,
    Block,
    Cell,
    Glance,
    NumberedSource,
    Picture,
    Quoted,
    Summary,
    Table,
    TableRow,
)
from decision_aid.wording import Paragraph, Sentence, Wording

if TYPE_CHECKING:
    from decision_aid.content import (
        Cited,
        DecisionAid,
        Note,
        Source,
    )


def number_sources(aid: DecisionAid, said: Summary) -> tuple[NumberedSource, ...]:
    """The sources of all that is said, numbered from 1.

    What stands in every summary comes first, so that its numbers are the same on every paper: one
    can be laid beside another, and the pages of a clinic's day are set once.
    """
    shared = (said.recommendation, said.urgent_help, said.table, said.pictures, said.imprint)
    return list_sources(aid, (*shared, said))


def list_sources(
    aid: DecisionAid, said: tuple[object, ...], before: tuple[NumberedSource, ...] = ()
) -> tuple[NumberedSource, ...]:
    """The sources of these parts, numbered in their order after those that have a number."""
    found = dict.fromkeys((*(one.source.id for one in before), *_sources_in(said)))
    return tuple(NumberedSource(n, aid.source[name]) for n, name in enumerate(found, 1))


def cited_on_sheet(said: Summary) -> tuple[str, ...]:
    """The sources of what stands on the sheet, each once, by their numbers."""
    sheet = (said.noted, said.side_1, said.side_2, said.urgent_help, said.recommendation)
    found = set(_sources_in((*sheet, said.glance, said.colophon)))
    return tuple(one.source.id for one in said.sources if one.source.id in found)


def _sources_in(said: object) -> Iterator[str]:
    if isinstance(said, Sentence | Contact):
        yield from said.sources
    elif isinstance(said, tuple):
        for part in said:
            yield from _sources_in(part)
    elif isinstance(said, _PARTS):
        for name in said.__dataclass_fields__:
            yield from _sources_in(getattr(said, name))


_PARTS = (Summary, Block, Paragraph, Advice, Quoted, Picture, Glance, Table, TableRow, Cell)


def note_sources(wording: Wording, note: Note) -> tuple[Source, ...]:
    """The sources behind a note's screen, each once."""
    said = wording.passages((*note.lead, *note.body, *note.comes_from), note.id)
    names = dict.fromkeys(name for one in said for name in one.sources)
    return tuple(wording.aid.source[name] for name in names)


def cited_sources(aid: DecisionAid, said: Cited) -> tuple[Source, ...]:
    """The sources of one text."""
    return tuple(aid.source[name] for one in said.statements for name in one.sources)
