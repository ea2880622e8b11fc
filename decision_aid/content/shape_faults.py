"""What pydantic says of a file's shape, as faults that an author understands."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import ValidationError

from decision_aid import content
from decision_aid.content.faults import Fault
from decision_aid.content.locations import in_words, line_of, part_at
from decision_aid.content.yaml_reader import Document, KeyPath

MAX_FAULTS = 500
"""Faults of one kind that are told at once."""

RENAMED = {"no_procedure": "stay"}
"""Names of an earlier format, each with the one that took its place."""


def shape_faults(error: ValidationError, document: Document, file: str) -> list[Fault]:
    """Pydantic's faults in words, each with its line."""
    return [
        _shape_fault(one["type"], one["loc"], one["msg"], one.get("ctx", {}), document, file)
        for one in error.errors(include_input=False, include_url=False)[:MAX_FAULTS]
    ]


def _shape_fault(
    kind: str,
    loc: tuple[str | int, ...],
    message: str,
    context: Mapping[str, Any],
    document: Document,
    file: str,
) -> Fault:
    place = _known_part(loc, document)
    name = next((str(part) for part in reversed(loc)), "")
    words, mend = _MEANINGS.get(kind, _as_told)(name, message, context)
    if kind == "string_type" and place in document.lines:
        words, mend = _not_text(part_at(place, document)) or (words, mend)
    return Fault(
        "",
        words,
        id=_IDS.get(kind, f"shape-{kind.replace('_', '-')}"),
        mend=mend,
        file=file,
        line=line_of(place, document),
        place=in_words(place, document),
    )


def _known_part(loc: tuple[str | int, ...], document: Document) -> KeyPath:
    """The longest part of pydantic's path that stands in the file; tags of unions fall out."""
    place: KeyPath = ()
    tagged: KeyPath | None = None
    for part in loc:
        if place != tagged and _type_at(place, document) == part:
            tagged = place
        elif (*place, part) in document.lines:
            place = (*place, part)
    return place


def _type_at(place: KeyPath, document: Document) -> object:
    here = part_at(place, document)
    return here.get("type") if isinstance(here, dict) else None


def _missing(name: str, _message: str, _context: Mapping[str, Any]) -> tuple[str, str]:
    return f"{name!r} is missing", f"Add {name!r} here."


def _extra(name: str, _message: str, _context: Mapping[str, Any]) -> tuple[str, str]:
    if name in RENAMED:
        return f"{name!r} has another name now", f"Write {RENAMED[name]!r} instead."
    near = difflib.get_close_matches(name, _names(), n=1)
    return f"{name!r} is not known here", f"Did you mean {near[0]!r}?" if near else "Take it out."


def _as_told(_name: str, message: str, _context: Mapping[str, Any]) -> tuple[str, str]:
    return message.removeprefix("Value error, ").replace("Input should", "it should"), (
        "Change it to fit; docs/authors.md shows each kind."
    )


def _not_text(found: object) -> tuple[str, str] | None:
    """What YAML made of a text that an author wrote without quotes."""
    for kind, name in _READ_AS.items():
        if isinstance(found, kind):
            return f"it is read as {name}, and should be text", "Put it in quotes if it is text."
    return None


_READ_AS: Mapping[type, str] = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    dict: "a mapping",
    list: "a list",
}
_IDS = {"unexpected_keyword_argument": "unknown-name", "extra_forbidden": "unknown-name"}
_MEANINGS = {"missing": _missing, "extra_forbidden": _extra, "unexpected_keyword_argument": _extra}


@cache
def _names() -> tuple[str, ...]:
    kinds = (kind for kind in vars(content).values() if isinstance(kind, type))
    return tuple({name for kind in kinds for name in getattr(kind, "__dataclass_fields__", {})})
