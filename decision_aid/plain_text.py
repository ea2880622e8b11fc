"""Text from outside made harmless once, at the edges: no control, format or broken characters."""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "\ufffd"
FREE_TEXT_LIMIT = 2000
"""How many characters of a person's own words are held."""

# Cc, Cf, Cs, Co, Cn, Zl and Zp by range would be long and age with Unicode; asking per
# character is slow, so the common harmless characters are passed over first.
_SUSPECT = re.compile(r"[^\n\t\x20-\x7e\xa0-\xac\xae-\u05ff]")
_UNWANTED = frozenset({"Cc", "Cs", "Co", "Cn"})
_JOINERS = "\u200c\u200d"
_SIGNS_OVER_NUMBERS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
"""Seen, although Unicode counts them as format characters."""
_OVERRIDES = "\u202d\u202e"
"""They turn letters round: a name that ends in `exe` then seems to end otherwise."""
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> str:
    """The text with each control, unassigned or lone surrogate character as U+FFFD.

    New lines and tabs stay, and so do the two joiners that Persian, Indic scripts and emoji need.
    What is invisible and does nothing to a reader is left out: soft hyphens, spaces of no width,
    marks of direction. What turns letters round is replaced.
    """
    return _SUSPECT.sub(_harmless, _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """The cleaned text on a single line, its runs of white space folded."""
    return " ".join(clean(text).split())


def _harmless(match: re.Match[str]) -> str:
    character = match.group()
    category = unicodedata.category(character)
    if category == "Cf":
        return _format_character(character)
    return REPLACEMENT if category in _UNWANTED else character


def _format_character(character: str) -> str:
    if character in _JOINERS or character in _SIGNS_OVER_NUMBERS:
        return character
    return REPLACEMENT if character in _OVERRIDES else ""
