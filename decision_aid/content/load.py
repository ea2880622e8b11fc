"""`questions.yaml` as a DecisionAid, or every fault with its line and what to do."""

from __future__ import annotations

import hashlib
import json
from dataclasses import MISSING, dataclass, fields, replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from decision_aid.content import DecisionAid
from decision_aid.content.faults import Fault, InvalidContent, file_fault
from decision_aid.content.locations import Locations
from decision_aid.content.shape_faults import MAX_FAULTS, shape_faults
from decision_aid.content.validation import find_faults
from decision_aid.content.yaml_reader import MAX_BYTES, Document, read_yaml

_LARGE = 20_000
_NAMES = {field.name for field in fields(DecisionAid)}
_PARTS = {
    field.name for field in fields(DecisionAid) if field.default is field.default_factory is MISSING
}


@dataclass(frozen=True)
class ReadFile:
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


def read_aid(path: Path) -> ReadFile:
    """The aid in that file and all its faults; raises InvalidContent where no file can be read."""
    raw = read_file(path)
    document = read_yaml(raw)
    faults = [replace(fault, file=path.name) for fault in document.faults]
    aid = None
    if isinstance(document.data, dict) and "content_hash" in document.data:
        line = document.lines.get(("content_hash",), 1)
        message = "'content_hash' is computed, not written"
        faults.append(file_fault("unknown-name", path.name, message, "Take it out.", line))
    if not document.broken:
        try:
            aid = adapter().validate_json(json.dumps(_bearable(document)))
        except ValidationError as error:
            faults += shape_faults(error, document, path.name)
    if aid is not None:
        aid = replace(aid, content_hash=hashlib.sha256(raw).hexdigest())
        places = Locations(document)
        found = islice(find_faults(aid), MAX_FAULTS)
        faults += [places.locate(fault, path.name) for fault in found]
    return ReadFile(aid, document, tuple(sorted(faults, key=lambda fault: fault.line)))


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
                [file_fault("no-file", str(path), f"it is {what}", "Name a file.")]
            )
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"it cannot be read: {error.strerror}"
        raise InvalidContent(
            [file_fault("no-file", str(path), message, "Look at its rights.")]
        ) from None


@cache
def adapter() -> TypeAdapter[DecisionAid]:
    """What takes data apart into the types of the content; made once."""
    return TypeAdapter(DecisionAid)
