"""Addresses in a text: where a reader can go on, and what a link to them has to say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple
from urllib.parse import quote

_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+"
_ENDS = (
    r"(?:com|org|net|gov|edu|int|info|health"
    r"|uk|ca|au|nz|ie|de|fr|es|nl|ch|se|dk|fi|pl|pt|eu|jp|br|mx|hk|cn|za)"
)
"""Ends of a host that are no words: where the space after a full stop is missing, `it` is one."""
# U+FDD0 to U+FDEF are no characters: between such marks stand words of another font or language.
_NO_SIGN = r"\s<>\"“”„«»()\[\]{}|\\^`\ufdd0-\ufdef"
_SIGN = rf"[^{_NO_SIGN}]"
_LAST = rf"[^{_NO_SIGN}.,;:!?'’…]"
_BRACKETS = r"\([^\s()]*\)"
_PATH = rf"(?:{_SIGN}|{_BRACKETS})*(?:{_LAST}|{_BRACKETS})"
_NO_MORE = r"(?![\w-]|\.\w)"
_ADDRESS = re.compile(
    rf"(?P<web>https?://{_PATH})"
    rf"|(?P<mail>(?:mailto:)?[\w.+%-]*[\w+%-]@{_HOST}[A-Za-z]{{2,}})"
    rf"|(?P<doi>\bdoi:\s?10\.\d{{4,9}}/{_PATH})"
    rf"|(?P<bare>(?<![\w@./-])(?:www\.{_HOST}[A-Za-z]{{2,}}|{_HOST}[A-Za-z]{{2,}}(?=/)"
    rf"|{_HOST}{_ENDS}{_NO_MORE})(?:/(?:{_PATH})?)?)"
)
_SHORTENED = "..."
_MAY_HOLD_ONE = re.compile(r"\w\.\w|@|://|doi:")
_NUMBER = re.compile(r"\+?[0-9][0-9 ()/-]*")
_PLAIN = ";/?:@&=+$,#%~!*'()[]"
"""What stands in a web address as it is."""


class Address(NamedTuple):
    """An address as it stands in a text, and where it leads."""

    start: int
    end: int
    to: str


@lru_cache(maxsize=4096)
def find_addresses(text: str) -> tuple[Address, ...]:
    """The web and mail addresses in the text, in order."""
    return tuple(_find(text)) if _MAY_HOLD_ONE.search(text) else ()


def _find(text: str) -> Iterator[Address]:
    every = (one for one in _ADDRESS.finditer(text) if _SHORTENED not in one.group())
    for found in every:
        yield Address(*found.span(), _link(str(found.lastgroup), found.group()))


def link_of_number(number: str, by: Literal["voice", "text"] = "voice") -> str:
    """Where a telephone number leads; empty if it is more or less than that."""
    if not _NUMBER.fullmatch(number):
        return ""
    scheme = {"voice": "tel:", "text": "sms:"}[by]
    return scheme + re.sub(r"[^+0-9]", "", number)


def _link(kind: str, text: str) -> str:
    starts = {"mail": "mailto:", "doi": "https://doi.org/", "bare": "https://"}
    bare = text.removeprefix("mailto:").removeprefix("doi:").strip()
    return quote(starts.get(kind, "") + bare, safe=_PLAIN)
