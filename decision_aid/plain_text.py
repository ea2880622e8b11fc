"""Text from outside made harmless once, at the edges: no control, format or broken characters."""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "\ufffd"
FREE_TEXT_LIMIT = 2000
"""How many characters of a person's own words are held."""

_JOINERS = "\u200c\u200d"
# Cc, Cf, Cs, Co, Cn, Zl and Zp by range would be long and age with Unicode; asking per
# character is slow, so the common harmless characters are passed over first.
_SUSPECT = re.compile(r"[^\n\t\x20-\x7e\xa0-\xac\xae-\u05ff]")
_UNWANTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def clean(text: str) -> str:
    """The text with each control, format, unassigned or lone surrogate character as U+FFFD.

    New lines and tabs stay, and so do the two joiners that Persian, Indic scripts and emoji need.
    """
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SUSPECT.sub(_harmless, unix)


def one_line(text: str) -> str:
    """The cleaned text on a single line, its runs of white space folded."""
    return " ".join(clean(text).split())


def _harmless(match: re.Match[str]) -> str:
    character = match.group()
    if character in _JOINERS:
        return character
    return REPLACEMENT if unicodedata.category(character) in _UNWANTED else character
