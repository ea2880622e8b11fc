"""Which declarations of a style sheet could hide or shrink the advice.

A selector could hit the advice if each of its tags and classes is one of those in which the advice
stands or which stand in it. For such selectors only properties of the allow-list are taken, and
only values that leave the text to be seen. Media queries are taken to hold, pseudo-classes too.
In a dark scheme, which only a screen has, the text is light on dark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decision_aid.check.templates.markup import Markup

ALLOWED = frozenset(
    {"color-scheme", "background", "background-color", "color", "font", "font-family",
     "font-size", "font-weight", "font-style", "line-height", "text-align", "vertical-align",
     "text-decoration", "list-style", "list-style-type", "overflow-wrap", "unicode-bidi",
     "hyphens", "orphans", "widows", "margin", "margin-top", "margin-right", "margin-bottom",
     "margin-left", "margin-block", "margin-inline", "padding", "padding-top", "padding-right",
     "padding-bottom", "padding-left", "padding-block", "padding-inline", "max-width", "width",
     "min-width", "min-height", "word-spacing", "border", "border-top", "border-right",
     "border-bottom", "border-left", "border-width", "border-top-width", "border-color",
     "border-style", "outline", "outline-offset", "position", "display", "grid-template-columns",
     "grid-column", "column-gap", "row-gap", "gap", "flex-wrap", "align-items", "columns",
     "break-after", "break-before", "break-inside", "page-break-after", "page-break-before",
     "page-break-inside", "box-sizing", "direction", "white-space",
     "text-rendering", "text-wrap", "print-color-adjust", "forced-color-adjust"}
)  # fmt: skip
"""Properties that cannot hide text if their values pass too."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_LENGTH = re.compile(r"(?<![\w.-])(-?\d*\.?\d+)([a-z%]*)")
_LEAST = {"pt": 9, "px": 12, "em": 0.7, "rem": 0.7, "%": 70, "mm": 3, "": 0.7}
_SIZES = frozenset({"font", "font-size", "line-height"})
_WIDTHS = frozenset({"width", "max-width"})
_INKS = frozenset({"inherit", "currentcolor", "canvastext", "initial"})
_PAPERS = frozenset({"none", "transparent", "inherit", "canvas"})
_BLACK = frozenset({"black", "#000", "#000000"})
_WHITE = frozenset({"white", "#fff", "#ffffff"})
_DARK = "@media screen and (prefers-color-scheme: dark)"
_HEX = re.compile(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})")
_LIGHTEST_PAPER, _DARKEST_INK = 0.03, 0.52
"""How light they are to the eye, from 0 to 1: apart by 7 to 1 or more."""
_SEEN = frozenset(
    {"block", "inline", "inline-block", "flex", "inline-flex", "grid", "list-item", "flow-root",
     "table", "table-row", "table-cell", "revert", "initial"}
)  # fmt: skip


@dataclass(frozen=True)
class Declaration:
    """One property of one selector."""

    selector: str
    property: str
    value: str
    is_dark: bool = False
    """Whether it holds in the dark scheme of a screen alone."""


def declarations(sheet: str) -> Iterator[Declaration]:
    """Every declaration of the sheet, those in media queries too."""
    text = _STRING.sub('""', _COMMENT.sub("", sheet))
    heads: list[str] = []
    body = ""
    for part in re.split(r"([{};])", text):
        if part == "{":
            heads.append(body.strip())
            body = ""
        elif part in (";", "}"):
            yield from _parse_declarations(heads, body)
            body = ""
            if part == "}" and heads:
                heads.pop()
        else:
            body = part


def _parse_declarations(heads: list[str], body: str) -> Iterator[Declaration]:
    name, colon, value = body.partition(":")
    if colon and heads:
        selectors = [head for head in heads if not head.startswith("@")] or heads[-1:]
        is_dark = _DARK in (" ".join(head.split()) for head in heads)
        said = (name.strip().lower(), value.strip().lower(), is_dark)
        for selector in selectors[-1].split(","):
            yield Declaration(selector.strip(), *said)


def hiding(sheet: str, around: Markup) -> Iterator[str]:
    """What could hide the advice, in words."""
    for rule, brings in (("@import", "a sheet"), ("@font-face", "a font")):
        if rule in sheet.lower():
            yield f"{rule} takes in {brings} that is not checked"
    for one in declarations(sheet):
        if could_hit(one.selector, around) and (why := find_refused(one)):
            yield f"{one.selector} {{ {one.property}: {one.value} }}: {why}"


def could_hit(selector: str, around: Markup) -> bool:
    """Whether the selector could match an element in which the advice stands, or one within."""
    if selector.startswith("@") or re.search(r"::?(?:before|after|marker)\b", selector):
        return False
    plain = re.sub(r"::?[\w-]+(?:\([^()]*\))?", "", selector)
    classes = set(re.findall(r"\.([\w-]+)", plain))
    bare = re.sub(r"[.#][\w-]+|\[[^\]]*\]", "", plain)
    tags = {tag.lower() for tag in re.findall(r"[a-zA-Z][\w-]*", bare)}
    return classes <= around.classes and tags <= around.tags


def find_refused(one: Declaration) -> str:
    """Why this declaration is not taken, or nothing."""
    if one.property not in ALLOWED:
        return "this property is not on the allow-list"
    value = one.value.replace("!important", "").strip()
    if "var(" in value or "url(" in value:
        return "its value cannot be told"
    found = _bad_colour(one, value) or _bad_word(one.property, value)
    return found or _bad_length(one.property, value)


def _bad_colour(one: Declaration, value: str) -> str:
    """Whether text could not be told from what is behind it: only `html` may name colours."""
    is_ink, is_paper = one.property == "color", one.property.startswith("background")
    if not (is_ink or is_paper) or value in (_INKS if is_ink else _PAPERS):
        return ""
    if one.selector != "html":
        return "only html names the colour of text and of what is behind it"
    if one.is_dark:
        fits = _is_light(value) if is_ink else _is_dark(value)
        return "" if fits else "text is light on dark there"
    return "" if value in (_BLACK if is_ink else _WHITE) else "text is black on white"


def _is_light(colour: str) -> bool:
    return _lightness(colour, 0) >= _DARKEST_INK


def _is_dark(colour: str) -> bool:
    return _lightness(colour, 1) <= _LIGHTEST_PAPER


def _lightness(colour: str, unknown: float) -> float:
    """The relative luminance of WCAG."""
    found = _HEX.fullmatch(colour)
    if not found:
        return unknown
    parts = (int(one, 16) / 255 for one in found.groups())
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _bad_word(name: str, value: str) -> str:
    if name == "display" and not set(value.split()) <= _SEEN:
        return "it could hide the text"
    if name == "position" and value not in ("static", "relative"):
        return "it could move the text away"
    return ""


def _bad_length(name: str, value: str) -> str:
    for number, unit in _LENGTH.findall(value):
        amount = float(number)
        if amount < 0 and not (name.startswith("margin") and unit == "em" and amount >= -1):
            return "a length below nought could move the text away"
        if name in _SIZES and amount < _LEAST.get(unit, 0):
            return "the text could be too small to read"
        if name in _WIDTHS and amount == 0:
            return "it could hide the text"
        if name.startswith(("margin", "padding", "word-spacing")) and amount > 200:
            return "it could move the text away"
    return ""
