"""Words made ready for Typst: letters by font, addresses as links, long words with breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from decision_aid.report.addresses import find_addresses
from decision_aid.report.glyphs import Family, Letter, is_simple, split_letters
from decision_aid.report.tidying import tidy

_BREAK = "\u200b"
# None of these signs can come from outside: they are no characters, and `clean` replaces them.
_ADDRESS, _LEADS_TO, _ADDRESS_ENDS = "\ufdd0", "\ufdd1", "\ufdd2"
LETTERS, LETTERS_END = 0xFDD3, 0xFDDF
"""What stands before letters of the first family, the others counting on, and after them."""
_LONG_WORD = re.compile(r"\S{25,}")
_AFTER_SIGN = re.compile(r"(?<=[-/?&=_,;])(?=\w)")
_LONG_PIECE = re.compile("[^\u200b]{24}(?=[^\u200b])")
_AFTER_PART = re.compile(r"(?<=[^/:][/?&=@])(?=[^/])")
"""Where an address may break: never after a hyphen, which a reader would take for the line's."""
_LONG_PART = re.compile("[^\u200b]{50}(?=[^\u200b]{5})")


@lru_cache(maxsize=4096)
def prepare(text: str, more: Family | None = None) -> str:
    """The text tidied and marked for the templates, as far as it needs that.

    What no font has is replaced, letters of another family than the first that has a part of them
    stand between two signs, as addresses do, and long words have places to break.
    """
    return "".join(_prepare_pieces(tidy(text), more))


def _prepare_pieces(text: str, more: Family | None) -> Iterator[str]:
    end = 0
    for start, stop, to in find_addresses(text):
        yield _ease(_mark_families(text[end:start], more))
        parts = _LONG_PART.sub(_with_break, _AFTER_PART.sub(_BREAK, text[start:stop]))
        address = _BREAK.join(_mark_families(part, more) for part in parts.split(_BREAK))
        yield f"{_ADDRESS}{address}{_LEADS_TO}{to}{_ADDRESS_ENDS}"
        end = stop
    yield _ease(_mark_families(text[end:], more))


def _mark_families(text: str, more: Family | None) -> str:
    if is_simple(text):
        return text
    groups = groupby(split_letters(text, more), lambda letter: letter.family)
    return "".join(_mark_letters(family, letters) for family, letters in groups)


def _mark_letters(family: int, letters: Iterable[Letter]) -> str:
    said = "".join(letter.text for letter in letters)
    return f"{chr(LETTERS + family)}{said}{chr(LETTERS_END)}" if family else said


def _ease(text: str) -> str:
    return _LONG_WORD.sub(_with_breaks, text)


def _with_breaks(word: re.Match[str]) -> str:
    eased = _AFTER_SIGN.sub(_BREAK, word.group())
    return _LONG_PIECE.sub(_with_break, eased)


def _with_break(piece: re.Match[str]) -> str:
    return piece.group() + _BREAK
