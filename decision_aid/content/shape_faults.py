"""What pydantic says of a file's shape, as faults that an author understands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

from pydantic import ValidationError

from decision_aid.content.faults import Fault
from decision_aid.content.locations import in_words, line_of, part_at
from decision_aid.content.misplaced import (
    MOST_WRITTEN,
    names_in,
    pattern_of,
    type_at,
    what_to_do,
    word_meant,
)
from decision_aid.content.nearest import nearest
from decision_aid.content.text import Passage, PassageKind
from decision_aid.content.yaml_reader import Document, KeyPath

MAX_FAULTS = 500
"""Faults of one kind that are told at once."""

RENAMED = {"no_procedure": "stay"}
"""Names of an earlier format, each with the one that took its place."""


def shape_faults(error: ValidationError, document: Document, file: str) -> list[Fault]:
    """Pydantic's faults in words, each with its line."""
    return [
        replace(fault, file=file)
        for one in error.errors(include_input=False, include_url=False)[:MAX_FAULTS]
        for fault in _shape_faults(
            one["type"], one["loc"], one["msg"], one.get("ctx", {}), document
        )
    ]


def _shape_faults(
    kind: str,
    loc: tuple[str | int, ...],
    message: str,
    context: Mapping[str, Any],
    document: Document,
) -> Iterator[Fault]:
    place = _known_part(loc, document)
    name = next((str(part) for part in reversed(loc)), "")
    if kind in _UNKNOWN:
        yield _unknown_word(name, place, place[:-1] if place[-1:] == (name,) else place, document)
    elif kind == "value_error" and (odd := list(_odd_words(place, document))):
        yield from (_unknown_word(one, (*place, one), place, document) for one in odd)
    elif kind != "missing" or not _is_meant(name, place, document):  # else the slip itself is told
        meaning = _MEANINGS.get(kind)
        words, mend = meaning(name, context) if meaning else _as_told(kind, message)
        words, mend = _said_closer(kind, place, document) or (words, mend)
        here = part_at(place, document)
        near = _nearest_kind(place, document) or _nearest_allowed(kind, here, context)
        mend = f"Did you mean {near!r}?" if near else mend
        yield _fault_there(f"shape-{kind.replace('_', '-')}", words, mend, place, document)


def _said_closer(kind: str, place: KeyPath, document: Document) -> tuple[str, str] | None:
    """What is wrong and what to do, where that is seen by what stands there or should stand."""
    if kind == "string_type" and place in document.lines:
        return _not_text(part_at(place, document))
    if kind == "dataclass_type" and place:
        return _MAPPING[0], f"Write it as in {pattern_of(type_at(place, document))}."
    return None


def _fault_there(id_: str, words: str, mend: str, place: KeyPath, document: Document) -> Fault:
    line, where = line_of(place, document), in_words(place, document)
    return Fault("", words, id=id_, mend=mend, line=line, place=where)


def _unknown_word(name: str, place: KeyPath, holder: KeyPath, document: Document) -> Fault:
    """The fault of a word that the part which holds it does not know."""
    if name in RENAMED:
        words, mend = f"{name!r} has another name now", f"Write {RENAMED[name]!r} instead."
    else:
        type_, written = type_at(holder, document), part_at(holder, document)
        words = f"{name!r} is not known here"
        mend = what_to_do(name, type_, written if isinstance(written, dict) else {})
    return _fault_there("unknown-name", words, mend, place, document)


def _is_meant(missing: str, place: KeyPath, document: Document) -> bool:
    """Whether a word that is written there is nothing but the missing one with a slip in it."""
    type_, written = type_at(place, document), part_at(place, document)
    if type_ is None or not isinstance(written, dict) or len(written) > MOST_WRITTEN:
        return False
    return any(word_meant(str(one), type_, written) == missing for one in written)


def _odd_words(place: KeyPath, document: Document) -> Iterator[str]:
    """The words of a passage that no passage knows, where it has its kind besides."""
    here = part_at(place, document)
    if isinstance(here, dict) and type_at(place, document) is Passage and set(here) & _KINDS:
        yield from (name for name in here if name not in names_in(Passage))


def _nearest_kind(place: KeyPath, document: Document) -> str:
    """The kind of passage that is most like the word under which one is written; else empty."""
    here = part_at(place, document)
    if not isinstance(here, dict) or type_at(place, document) is not Passage or set(here) & _KINDS:
        return ""
    return next(filter(None, (nearest(name, _KINDS) for name in here if name != "when")), "")


def _nearest_allowed(kind: str, here: object, context: Mapping[str, Any]) -> str:
    """The word of a closed set that is most like the one written; empty where none is."""
    if kind == "literal_error" and isinstance(here, str):
        return nearest(here, _QUOTED.findall(str(context.get("expected", ""))))
    if kind == "union_tag_invalid":
        return nearest(str(context["tag"]), _QUOTED.findall(str(context["expected_tags"])))
    return ""


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


def _missing(name: str, _context: Mapping[str, Any]) -> tuple[str, str]:
    return f"{name!r} is missing", f"Add {name!r} here."


def _unknown_type(_name: str, context: Mapping[str, Any]) -> tuple[str, str]:
    return f"there is no type {context['tag']!r}", f"Use one of: {_types(context)}."


def _no_type(_name: str, _context: Mapping[str, Any]) -> tuple[str, str]:
    return "'type' is missing", "Add 'type' here: docs/authors.md shows each kind of question."


def _types(context: Mapping[str, Any]) -> str:
    return str(context["expected_tags"]).replace("'", "")


def _as_told(kind: str, message: str) -> tuple[str, str]:
    if kind in _WANTED:
        return _WANTED[kind]
    return message.removeprefix("Value error, ").replace("Input should", "it should"), (
        "Change it to fit; docs/authors.md shows each kind."
    )


def _not_text(found: object) -> tuple[str, str] | None:
    """What YAML made of a text that an author wrote without quotes."""
    for kind, name in _READ_AS.items():
        if isinstance(found, kind):
            mend = _NO_LIST if kind is list else "Put it in quotes if it is text."
            return f"it is read as {name}, and should be text", mend
    return None


_NO_LIST = "Write the text alone, without a dash before it and without brackets."
_READ_AS: Mapping[type, str] = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    dict: "a mapping",
    list: "a list",
}
_UNKNOWN = frozenset({"unexpected_keyword_argument", "extra_forbidden"})
_MEANINGS = {
    "missing": _missing,
    "union_tag_invalid": _unknown_type,
    "union_tag_not_found": _no_type,
}
_LIST = (
    "it should be a list",
    "Write each entry on a line of its own after a dash, or all of them in brackets.",
)
_MAPPING = (
    "it should be a mapping of names to values",
    "Write it as in {a_name: a value}; docs/authors.md shows each kind.",
)
_WHOLE = ("it should be a whole number", "Write it in digits, without quotes.")
_DAY = ("it should be a day such as 2026-11-20", "Write the year, the month and the day in digits.")
_WANTED: Mapping[str, tuple[str, str]] = {
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dataclass_type": _MAPPING,
    "dict_type": _MAPPING,
    "mapping_type": _MAPPING,
    "bool_type": ("it should be true or false", "Write true or false, without quotes."),
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": (
        "it should be a number",
        "Write it in digits, with a point where there are decimals, without quotes.",
    ),
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
}
"""What pydantic says of a value of another kind, in words that help."""
_QUOTED = re.compile("'([^']*)'")
_KINDS = frozenset(get_args(PassageKind))
"""The words under which a passage is written."""
