"""Text as the letters that readers see: each with the marks and joiners that belong to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

JOINERS = "\u200c\u200d"
INVISIBLE = frozenset(map(ord, (*JOINERS, "\u034f", *map(chr, range(0xFE00, 0xFE10)))))
"""What changes how a letter is drawn and has no shape of its own."""

UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202c\u2060-\u206f\ufe00-\ufe0f\ufeff]+"
)
"""All that a paper may have or lack without a reader's seeing it."""

_ZERO_WIDTH_JOINER = "\u200d"
_MARKS = frozenset({"Mn", "Mc", "Me"})
_JAMO = range(0x1160, 0x1200)
"""Vowels and ends of a Korean syllable that is written in parts."""
_SKIN = range(0x1F3FB, 0x1F400)
"""What colours the emoji before it."""
_FLAGS = range(0x1F1E6, 0x1F200)
"""Two of these letters are one flag."""


def split_clusters(text: str) -> Iterator[str]:
    """The letters of the text, in order; together they are the text."""
    start = 0
    for at in range(1, len(text)):
        if not _belongs_together(text, start, at):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def _belongs_together(text: str, start: int, at: int) -> bool:
    """Whether the character there belongs to the letter that began at `start`."""
    character, before = text[at], text[at - 1]
    if before.isspace():
        return False
    if (
        before == _ZERO_WIDTH_JOINER
        or character in JOINERS
        or unicodedata.category(character) in _MARKS
    ):
        return True
    code = ord(character)
    if code in _FLAGS:
        return at - start == 1 and ord(before) in _FLAGS
    return code in _SKIN or (code in _JAMO and before.isalpha())
