"""`questions.yaml` as a DecisionAid, or every fault with its line and what to do."""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from decision_aid import content
from decision_aid.content import DecisionAid
from decision_aid.content.references import FOUND, Found
from decision_aid.content.slips import SLIPS
from decision_aid.content.text import MARK
from decision_aid.content.yaml_reader import MAX_BYTES, Document, KeyPath, read_yaml

MAX_FAULTS = 500
"""Faults of one kind that are told at once."""

_LARGE = 20_000
_NAMES = {field.name for field in fields(DecisionAid)}
_PARTS = {
    field.name for field in fields(DecisionAid) if field.default is field.default_factory is MISSING
}


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


class InvalidContent(ValueError):
    """A file with faults: all of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


@dataclass(frozen=True)
class Reading:
    """A content file as far as it could be read: the aid only where its shape is right."""

    aid: DecisionAid | None
    document: Document
    faults: tuple[Fault, ...]


def load(path: Path) -> DecisionAid:
    """The decision aid in that file; raises InvalidContent with all faults at once."""
    found = read_aid(path)
    if found.faults or found.aid is None:
        raise InvalidContent(found.faults)
    return found.aid


def read_aid(path: Path) -> Reading:
    """The aid in that file and all its faults; raises InvalidContent where no file can be read."""
    raw = read_file(path)
    document = read_yaml(raw)
    faults = [Fault(s.name, path.name, s.line, "", s.message, s.mend) for s in document.slips]
    aid = None
    if isinstance(document.data, dict) and "content_hash" in document.data:
        line = document.lines.get(("content_hash",), 1)
        message = "'content_hash' is computed, not written"
        faults.append(Fault("unknown-name", path.name, line, "", message, "Take it out."))
    if not document.broken:
        try:
            aid = adapter().validate_json(json.dumps(_bearable(document)))
        except ValidationError as error:
            faults += _shape_faults(error, document, path.name)
    if aid is not None:
        places = Locations(document)
        found = islice(_found(aid), MAX_FAULTS)
        faults += [_reference_fault(one, places, path.name) for one in found]
        aid = replace(aid, content_hash=hashlib.sha256(raw).hexdigest())
    return Reading(aid, document, tuple(sorted(faults, key=lambda fault: fault.line)))


def _bearable(document: Document) -> Any:
    """The data; of a very large file that lacks whole parts, only the names of those it has.

    For each part that is missing pydantic copies all that is there.
    """
    data = document.data
    if not isinstance(data, dict) or len(document.lines) <= _LARGE or data.keys() >= _PARTS:
        return data
    known = [name for name in data if name in _NAMES]
    return dict.fromkeys([*known, *islice(data, MAX_FAULTS)])


def read_file(path: Path) -> bytes:
    """The bytes of a regular file of bearable size; raises InvalidContent."""
    try:
        if not path.is_file():
            what = "a folder" if path.is_dir() else "not a file" if path.exists() else "not there"
            raise InvalidContent(
                [Fault("no-file", str(path), 1, "", f"it is {what}", "Name a file.")]
            )
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"it cannot be read: {error.strerror}"
        raise InvalidContent(
            [Fault("no-file", str(path), 1, "", message, "Look at its rights.")]
        ) from None


@cache
def adapter() -> TypeAdapter[DecisionAid]:
    """What takes data apart into the types of the content; made once."""
    return TypeAdapter(DecisionAid)


def _found(aid: DecisionAid) -> Iterator[Found]:
    for look in (*FOUND, *SLIPS):
        yield from look(aid)


# --- faults in words -------------------------------------------------------------------------


def _shape_faults(error: ValidationError, document: Document, file: str) -> list[Fault]:
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
    place = _known(loc, document)
    name = next((str(part) for part in reversed(loc)), "")
    words, mend = _MEANINGS.get(kind, _as_told)(name, message, context)
    return Fault(
        _IDS.get(kind, f"shape-{kind.replace('_', '-')}"),
        file,
        _line(place, document),
        _said(place, document),
        words,
        mend,
    )


def _known(loc: tuple[str | int, ...], document: Document) -> KeyPath:
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
    here = _at(place, document)
    return here.get("type") if isinstance(here, dict) else None


def _at(place: KeyPath, document: Document) -> Any:
    """What stands there; None below a key that was refused."""
    here: Any = document.data
    for part in place:
        here = _inside(here, part)
    return here


def _inside(here: Any, part: str | int) -> Any:
    try:
        return here[part]
    except (KeyError, IndexError, TypeError):
        return None


def _line(place: KeyPath, document: Document) -> int:
    while place and place not in document.lines:
        place = place[:-1]
    return document.lines.get(place, 1)


_SINGULAR = {"items": "question", "cells": "cell", "phrases": "phrase", "words": "word"}


def _said(place: KeyPath, document: Document) -> str:
    """The place in words: `section risks, question stent_known, choices 2`."""
    words: list[str] = []
    here: Any = document.data
    for part in place:
        before, here = here, _inside(here, part)
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


_IDS = {"unexpected_keyword_argument": "unknown-name", "extra_forbidden": "unknown-name"}
_MEANINGS = {"missing": _missing, "extra_forbidden": _extra, "unexpected_keyword_argument": _extra}


@cache
def _names() -> tuple[str, ...]:
    kinds = (kind for kind in vars(content).values() if isinstance(kind, type))
    return tuple({name for kind in kinds for name in getattr(kind, "__dataclass_fields__", {})})


def _reference_fault(found: Found, places: Locations, file: str) -> Fault:
    line, place = places.where(found.owner)
    return Fault(found.name, file, line, place, found.message, found.mend)


class Locations:
    """Where in the file the parts of an aid stand, by their ids and by their words."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._order = list(document.lines)

    def where(self, owner: str, text: str = "") -> tuple[int, str]:
        """The line and the place in words: of that text of the owner, or of the owner itself."""
        candidates = self._owners.get(owner, [])
        place = next((p for p in (self._text(c, text) for c in candidates) if p), None)
        if place is None:
            place = candidates[0] if candidates else ()
        return _line(place, self.document), _said(place, self.document)

    @cached_property
    def _owners(self) -> dict[str, list[KeyPath]]:
        """Every id with its places: parts first, then choices, then keys of that name."""
        found: tuple[dict[str, list[KeyPath]], ...] = ({}, {}, {})
        for place in self._order:
            for rank, name in self._names(place):
                found[rank].setdefault(name, []).append(place)
        names = dict.fromkeys(name for ranked in found for name in ranked)
        return {name: [p for ranked in found for p in ranked.get(name, ())] for name in names}

    def _names(self, place: KeyPath) -> Iterator[tuple[int, str]]:
        here = _at(place, self.document)
        name = (here.get("id") or here.get("word")) if isinstance(here, dict) else None
        if isinstance(name, str):
            picked = "choices" in place or "answers" in place
            yield (1 if picked else 0), name
            if place[-4:-3] == place[-2:-1] == ("items",):
                checklist = _at(place[:-2], self.document)
                yield 0, f"{checklist.get('id')}.{name}"
        if place and isinstance(place[-1], str):
            yield (2 if len(place) > 1 and place[-2:-1] != ("phrases",) else 0), place[-1]

    def _text(self, owner: KeyPath, text: str) -> KeyPath | None:
        """The place below the owner whose words hold the text."""
        wanted = _unmarked(text)
        if not wanted:
            return None
        for place in self._order[self._index[owner] :]:
            if place[: len(owner)] != owner:
                return None
            here = _at(place, self.document)
            if isinstance(here, str) and wanted in _unmarked(here):
                return place
        return None

    @cached_property
    def _index(self) -> dict[KeyPath, int]:
        return {place: number for number, place in enumerate(self._order)}


def _unmarked(text: str) -> str:
    return " ".join(MARK.sub("", text).split())
