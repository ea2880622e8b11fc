"""Which declarations of a style sheet could hide or shrink the advice.

A selector could hit the advice if each of its tags and classes is one of those in which the advice
stands or which stand in it. For such selectors only properties of the allow-list are taken, and
only values that leave the text to be seen. Media queries are taken to hold, pseudo-classes too.
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
     "border", "border-top", "border-right", "border-bottom", "border-left", "border-width",
     "border-top-width", "border-color", "border-style", "outline", "outline-offset", "position",
     "display", "grid-template-columns", "grid-column", "column-gap", "row-gap", "gap", "flex-wrap",
     "align-items", "columns", "break-after", "break-before", "break-inside", "page-break-after",
     "page-break-before", "page-break-inside", "box-sizing", "direction", "white-space",
     "text-rendering", "text-wrap", "print-color-adjust", "forced-color-adjust"}
)  # fmt: skip
"""Properties that cannot hide text if their values pass too."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_LENGTH = re.compile(r"(?<![\w.-])(-?\d*\.?\d+)([a-z%]*)")
_LEAST = {"pt": 9, "px": 12, "em": 0.7, "rem": 0.7, "%": 70, "mm": 3, "": 0.7}
_SIZES = frozenset({"font", "font-size", "line-height"})
_WIDTHS = frozenset({"width", "max-width"})
_INKS = frozenset({"black", "inherit", "currentcolor", "canvastext", "initial", "#000", "#000000"})
_PAPERS = frozenset({"white", "none", "transparent", "inherit", "canvas", "#fff", "#ffffff"})
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
        for selector in selectors[-1].split(","):
            yield Declaration(selector.strip(), name.strip().lower(), value.strip().lower())


def hiding(sheet: str, around: Markup) -> Iterator[str]:
    """What could hide the advice, in words."""
    for rule, brings in (("@import", "a sheet"), ("@font-face", "a font")):
        if rule in sheet.lower():
            yield f"{rule} takes in {brings} that is not checked"
    for one in declarations(sheet):
        if could_hit(one.selector, around) and (why := find_refused(one.property, one.value)):
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


def find_refused(name: str, value: str) -> str:
    """Why this declaration is not taken, or nothing."""
    if name not in ALLOWED:
        return "this property is not on the allow-list"
    value = value.replace("!important", "").strip()
    if "var(" in value or "url(" in value:
        return "its value cannot be told"
    return _bad_word(name, value) or _bad_length(name, value)


def _bad_word(name: str, value: str) -> str:
    if name == "display" and not set(value.split()) <= _SEEN:
        return "it could hide the text"
    if name == "position" and value not in ("static", "relative"):
        return "it could move the text away"
    if name == "color" and value not in _INKS:
        return "text is black on white"
    if name in ("background", "background-color") and value not in _PAPERS:
        return "text is black on white"
    return ""


def _bad_length(name: str, value: str) -> str:
    for number, unit in _LENGTH.findall(value):
        amount = float(number)
        if amount < 0:
            return "a length below nought could move the text away"
        if name in _SIZES and amount < _LEAST.get(unit, 0):
            return "the text could be too small to read"
        if name in _WIDTHS and amount == 0:
            return "it could hide the text"
        if name.startswith(("margin", "padding")) and amount > 200:
            return "it could move the text away"
    return ""
