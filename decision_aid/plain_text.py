"""Text from outside read and made harmless once, at the edges: no control or broken characters."""

from __future__ import annotations

import codecs
import re
import unicodedata

REPLACEMENT = "\ufffd"
FREE_TEXT_LIMIT = 2000
"""How many characters of a person's own words are held."""

# Cc, Cf, Cs, Co, Cn, Zl and Zp by range would be long and age with Unicode; asking per
# character is slow, so the common harmless characters are passed over first.
_SUSPECT = re.compile(r"[^\n\t\x20-\x7e\xa0-\xac\xae-\u05ff]")
# White space among them is none of these: it comes with words that are pasted.
_CONTROLS = r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
_UNWANTED = frozenset({"Cc", "Cs", "Co", "Cn"})
_JOINERS = "\u200c\u200d"
_SIGNS_OVER_NUMBERS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
"""Seen, although Unicode counts them as format characters."""
_OVERRIDES = "\u202d\u202e"
"""They turn letters round: a name that ends in `exe` then seems to end otherwise."""
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# The longer marks first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(raw: bytes) -> str:
    """The text of a file: UTF-8, or what its byte-order mark says; raises UnicodeDecodeError.

    Its lines end as on Unix, whatever system it was saved on.
    """
    text = _decode(raw)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decode(raw: bytes) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding)
    if 0 in raw[:2]:  # UTF-16 without its mark could be read, and would be nothing but NULs
        raise UnicodeDecodeError("utf-8", raw, 0, 2, "UTF-16")
    return raw.decode()


def decode_leniently(raw: bytes) -> str:
    """The text of a file, with a sign in the place of what is no text."""
    try:
        return decode(raw)
    except UnicodeDecodeError:
        return raw.decode(errors="replace")


def clean(text: str) -> str:
    """The text with each control, unassigned or lone surrogate character as U+FFFD.

    New lines and tabs stay, and so do the two joiners that Persian, Indic scripts and emoji need.
    What is invisible and does nothing to a reader is left out: soft hyphens, spaces of no width,
    marks of direction. What turns letters round is replaced.
    """
    return _SUSPECT.sub(_harmless, _LINE_ENDS.sub("\n", text))


def has_controls(text: str) -> bool:
    """Whether keys that are no text stand in it, such as the escape sequence of an arrow."""
    return re.search(_CONTROLS, text) is not None


def keep_to_line(text: str) -> str:
    """The cleaned text on a single line, its spaces as they are, so that it can't feign a line."""
    return clean(text).replace("\n", " ")


def escape_in_json(text: str) -> str:
    """JSON that means the same, with each character that `clean` would change as its number."""
    return _SUSPECT.sub(_escape, text)


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


def _escape(match: re.Match[str]) -> str:
    if clean(match.group()) == match.group():
        return match.group()
    pairs = match.group().encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{pairs[at : at + 4]}" for at in range(0, len(pairs), 4))
