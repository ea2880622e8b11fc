"""Where the questions stand in the file that an author writes, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from decision_aid.content.locations import part_at
from decision_aid.plain_text import decode_leniently

if TYPE_CHECKING:
    from decision_aid.content.faults import Fault
    from decision_aid.content.yaml_reader import Document, KeyPath

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML."""
_ITEM = 4
"""How long the path to a question is: sections, which one, items, which one."""


@dataclass(frozen=True)
class Line:
    """A line of the file, with what is wrong in it."""

    number: int
    text: str
    faults: tuple[Fault, ...] = ()


def split_lines(raw: bytes) -> tuple[str, ...]:
    """The lines as faults count them, from 1."""
    return tuple(_BREAK.split(decode_leniently(raw)))


def find_questions(document: Document, lines: Sequence[str]) -> Mapping[str, range]:
    """The lines of each question, note, checklist and ranking of the file, by its id."""
    groups = groupby(document.lines.items(), key=lambda one: _item_of(one[0]))
    starts = [(item, next(keys)[1]) for item, keys in groups]
    ends = [*starts, ((), len(lines) + 1)]
    return {
        _id_of(item, document): _without_rest(range(start, max(start + 1, after)), lines)
        for (item, start), (_, after) in pairwise(ends)
        if item
    }


def excerpt(lines: Sequence[str], place: range, faults: Sequence[Fault]) -> Iterator[Line]:
    """These lines, each with its faults."""
    for number in place:
        here = tuple(one for one in faults if one.line == number)
        yield Line(number, lines[number - 1], here)


def _item_of(path: KeyPath) -> KeyPath:
    """The question, note or group of questions that the key stands in, if it is in one."""
    is_item = len(path) >= _ITEM and path[0] == "sections" and path[2] == "items"
    return path[:_ITEM] if is_item else ()


def _id_of(item: KeyPath, document: Document) -> str:
    return str(part_at((*item, "id"), document))


def _without_rest(place: range, lines: Sequence[str]) -> range:
    """What is blank or a comment at the end belongs to what comes after."""
    stop = place.stop
    while stop - 1 > place.start and lines[stop - 2].strip()[:1] in ("", "#"):
        stop -= 1
    return range(place.start, stop)
