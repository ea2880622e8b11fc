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
# White space among them is none of these: it comes with words that are pasted.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_UNWANTED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def clean(text: str) -> str:
    """The text with each control, format, unassigned or lone surrogate character as U+FFFD.

    New lines and tabs stay, and so do the two joiners that Persian, Indic scripts and emoji need.
    """
    unix = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SUSPECT.sub(_harmless, unix)


def has_controls(text: str) -> bool:
    """Whether keys that are no text stand in it, such as the escape sequence of an arrow."""
    return _CONTROLS.search(text) is not None


def one_line(text: str) -> str:
    """The cleaned text on a single line, its runs of white space folded."""
    return " ".join(clean(text).split())


def _harmless(match: re.Match[str]) -> str:
    character = match.group()
    if character in _JOINERS:
        return character
    return REPLACEMENT if unicodedata.category(character) in _UNWANTED else character
