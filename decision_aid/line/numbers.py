"""The numbers in a typed line, as people write or copy them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decision_aid.words.en import LineWords

_BETWEEN = re.compile(r"[\s,;+&/]+")
_NUMBER = re.compile(r"\(?(\d{1,4})[.):]*")
_RANGE = re.compile(r"(\d{1,4})[-\u2013](\d{1,4})\.?")


def numbers_in(given: str, words: LineWords) -> tuple[int, ...]:
    """The numbers, as people write or copy them; zero, which no row has, for all that is none."""
    dashed = re.sub(r"\s*[-\u2013]\s*", "-", given)
    pieces = [piece for piece in _BETWEEN.split(dashed) if piece]
    return tuple(
        number
        for piece in pieces
        if piece.lower() not in words.and_words
        for number in _numbers_of(piece)
    )


def _numbers_of(piece: str) -> Sequence[int]:
    if number := _NUMBER.fullmatch(piece):
        return (int(number[1]),)
    if ends := _RANGE.fullmatch(piece):
        first, last = int(ends[1]), int(ends[2])
        return range(first, last + 1) if first < last else (0,)
    return (0,)
