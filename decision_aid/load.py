"""`questions.yaml` as a DecisionAid, or every fault with its line and what to do."""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from decision_aid import content
from decision_aid.content import DecisionAid
from decision_aid.references import FOUND, Found
from decision_aid.yaml_text import MAX_BYTES, Document, Place, read_yaml


@dataclass(frozen=True)
class Fault:
    """Something wrong in a file: where, what, and how to mend it."""

    id: str
    file: str
    line: int
    place: str
    message: str
    mend: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " + (f"{self.place}: " if self.place else "")
        return f"{where}{self.message}. Do this: {self.mend}"


class Faulty(ValueError):
    """A file with faults: all of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def load(path: Path) -> DecisionAid:
    """The decision aid in that file; raises Faulty with all faults at once."""
    raw = read_file(path)
    document = read_yaml(raw)
    faults = [Fault(s.name, path.name, s.line, "", s.message, s.mend) for s in document.slips]
    aid = None
    if not document.broken:
        try:
            aid = _adapter().validate_json(json.dumps(document.data))
        except ValidationError as error:
            faults += _shape_faults(error, document, path.name)
    if aid is not None:
        faults += [_reference_fault(found, document, path.name) for found in _found(aid)]
    if faults or aid is None:
        raise Faulty(sorted(faults, key=lambda fault: fault.line))
    return replace(aid, content_hash=hashlib.sha256(raw).hexdigest())


def read_file(path: Path) -> bytes:
    """The bytes of a regular file of bearable size; raises Faulty."""
    try:
        if not path.is_file():
            what = "a folder" if path.is_dir() else "not a file" if path.exists() else "not there"
            raise Faulty([Fault("no-file", str(path), 1, "", f"it is {what}", "Name a file.")])
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"it cannot be read: {error.strerror}"
        raise Faulty([Fault("no-file", str(path), 1, "", message, "Look at its rights.")]) from None


@cache
def _adapter() -> TypeAdapter[DecisionAid]:
    return TypeAdapter(DecisionAid)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of `questions.yaml`, for completion in editors."""
    return _adapter().json_schema()


def _found(aid: DecisionAid) -> Iterator[Found]:
    for look in FOUND:
        yield from look(aid)


# --- faults in words -------------------------------------------------------------------------


def _shape_faults(error: ValidationError, document: Document, file: str) -> list[Fault]:
    return [
        _shape_fault(one["type"], one["loc"], one["msg"], one.get("ctx", {}), document, file)
        for one in error.errors(include_input=False, include_url=False)
    ]


def _shape_fault(
    kind: str,
    loc: tuple[str | int, ...],
    message: str,
    context: Mapping[str, Any],
    document: Document,
    file: str,
) -> Fault:
    place = _known(loc, document)
    name = next((str(part) for part in reversed(loc)), "")
    words, mend = _MEANINGS.get(kind, _as_told)(name, message, context)
    return Fault(
        f"shape-{kind.replace('_', '-')}",
        file,
        _line(place, document),
        _said(place, document),
        words,
        mend,
    )


def _known(loc: tuple[str | int, ...], document: Document) -> Place:
    """The longest part of pydantic's path that stands in the file; tags of unions fall out."""
    place: Place = ()
    tagged: Place | None = None
    for part in loc:
        if place != tagged and _type_at(place, document) == part:
            tagged = place
        elif (*place, part) in document.lines:
            place = (*place, part)
    return place


def _type_at(place: Place, document: Document) -> object:
    here = _at(place, document)
    return here.get("type") if isinstance(here, dict) else None


def _at(place: Place, document: Document) -> Any:
    here: Any = document.data
    for part in place:
        here = here[part]
    return here


def _line(place: Place, document: Document) -> int:
    while place and place not in document.lines:
        place = place[:-1]
    return document.lines.get(place, 1)


_SINGULAR = {"items": "question", "cells": "cell", "phrases": "phrase", "words": "word"}


def _said(place: Place, document: Document) -> str:
    """The place in words: `section risks, question stent_known, choices 2`."""
    words: list[str] = []
    here: Any = document.data
    for part in place:
        before, here = here, here[part]
        if isinstance(part, int) and words:
            name = here.get("id") if isinstance(here, dict) else None
            kind = _SINGULAR.get(words[-1], words[-1].removesuffix("s"))
            words[-1] = f"{kind} {name}" if isinstance(name, str) else f"{words[-1]} {part + 1}"
        elif isinstance(before, dict):
            words.append(str(part))
    return ", ".join(words)


def _missing(name: str, _message: str, _context: Mapping[str, Any]) -> tuple[str, str]:
    return f"{name!r} is missing", f"Add {name!r} here."


def _extra(name: str, _message: str, _context: Mapping[str, Any]) -> tuple[str, str]:
    near = difflib.get_close_matches(name, _names(), n=1)
    return f"{name!r} is not known here", f"Did you mean {near[0]!r}?" if near else "Take it out."


def _as_told(_name: str, message: str, _context: Mapping[str, Any]) -> tuple[str, str]:
    return message.removeprefix("Value error, ").replace("Input should", "it should"), (
        "Change it to fit; docs/authors.md shows each kind."
    )


_MEANINGS = {"missing": _missing, "extra_forbidden": _extra, "unexpected_keyword_argument": _extra}


@cache
def _names() -> tuple[str, ...]:
    kinds = (kind for kind in vars(content).values() if isinstance(kind, type))
    return tuple({name for kind in kinds for name in getattr(kind, "__dataclass_fields__", {})})


def _reference_fault(found: Found, document: Document, file: str) -> Fault:
    place = next((p for p in document.lines if _names_owner(p, found.owner, document)), ())
    line = document.lines.get(place, 1)
    return Fault(found.name, file, line, _said(place, document), found.message, found.mend)


def _names_owner(place: Place, owner: str, document: Document) -> bool:
    if place and place[-1] == owner:
        return True
    here = _at(place, document)
    return isinstance(here, dict) and here.get("id") == owner
