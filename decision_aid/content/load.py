"""`questions.yaml` as a DecisionAid, or every fault with its line and what to do."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import MISSING, dataclass, fields, replace
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from decision_aid.content import DecisionAid
from decision_aid.content.faults import Fault, InvalidContent, file_fault
from decision_aid.content.hashing import content_hash, former_hashes
from decision_aid.content.laid_over import LaidOver
from decision_aid.content.locations import Locations, in_words, part_at
from decision_aid.content.scores import bind_scores
from decision_aid.content.shape_faults import MAX_FAULTS, shape_faults
from decision_aid.content.validation import find_faults
from decision_aid.content.yaml_reader import MAX_BYTES, Document, KeyPath, read_yaml

COMPUTED = tuple(field.name for field in fields(DecisionAid) if field.metadata.get("computed"))
"""The fields that no author writes."""
_NOT_TEXT = frozenset({"shape-string-type", "shape-value-error"})
_NO_NUMBER = frozenset({"shape-int-type", "shape-float-type", "shape-literal-error"})
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


def load(path: Path, language: str = "") -> DecisionAid:
    """The decision aid in that file; raises InvalidContent with all faults at once.

    Where a language is named, it says what the overlay beside the file says in that language.
    """
    found = read_aid(path, language)
    if found.faults or found.aid is None:
        raise InvalidContent(found.faults)
    return found.aid


def load_shown(path: Path, language: str = "") -> DecisionAid:
    """The aid as people are shown it in that language: no fault of an overlay keeps it from them.

    What an overlay lacks or has wrong is said as the file itself says it, and counted. Raises
    InvalidContent where the file has faults of its own.
    """
    try:
        found = read_aid(path, language)
    except InvalidContent:  # the overlay, or else the file, cannot be read
        return _without_overlay(path, language)
    if found.aid is None or any(fault.file == path.name for fault in found.faults):
        return _without_overlay(path, language)
    return found.aid


def _without_overlay(path: Path, language: str) -> DecisionAid:
    """The aid that says every text as its file does, whatever the language."""
    from decision_aid.content.text_places import find_texts

    aid = load(path)
    if language in ("", aid.language):
        return aid
    texts = find_texts(read_yaml(read_file(path)).data).values()
    left = LaidOver(aid.language, tuple(one.text for one in texts))
    return replace(aid, language=language, laid_over=left)


def read_aid(path: Path, language: str = "") -> ReadFile:
    """The aid in that file and all its faults; raises InvalidContent where no file can be read."""
    with _collecting_later():
        return _read_aid(path, language)


@contextmanager
def _collecting_later() -> Iterator[None]:
    """Memory is not looked through meanwhile: nearly all that is made in reading stays."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _read_aid(path: Path, language: str) -> ReadFile:
    raw = read_file(path)
    document = read_yaml(raw)
    faults = [replace(fault, file=path.name) for fault in document.faults]
    faults += _faults_of_values(document, path.name)
    aid = None
    if not document.broken:
        joined = json.dumps(_bearable(document))
        shown, laid_over, wrong = _in_language(document, joined, path, language)
        faults += wrong
        try:
            aid = _make_aid(shown)
        except ValidationError as error:
            faults = _without_echoes(faults, shape_faults(error, document, path.name))
    if aid is not None:
        before = former_hashes(raw)
        aid = replace(
            aid, content_hash=content_hash(joined), former_hashes=before, laid_over=laid_over
        )
        places = Locations(document)
        found = islice(find_faults(aid), MAX_FAULTS)
        faults += dict.fromkeys(places.locate(fault, path.name) for fault in found)
    return ReadFile(aid, document, tuple(sorted(faults, key=lambda fault: fault.line)))


def _make_aid(shown: str) -> DecisionAid:
    """The aid, in which each test of a score knows its points."""
    aid = adapter().validate_json(shown)
    if aid.scores:
        bind_scores(aid.score, (gate.condition for gate in aid.inventory.gates))
    return aid


def _in_language(
    document: Document, joined: str, path: Path, language: str
) -> tuple[str, LaidOver, tuple[Fault, ...]]:
    """The content as JSON in that language, with what is not, and the faults of the overlay."""
    if not language or not isinstance(document.data, dict):
        return joined, LaidOver(), ()
    if language == document.data.get("language"):
        return joined, LaidOver(), ()
    from decision_aid.content.overlay import lay_over

    laid_over, faults = lay_over(document.data, path, language, read_file)
    return json.dumps(_bearable(document)), laid_over, faults


def _without_echoes(values: list[Fault], shape: list[Fault]) -> list[Fault]:
    """All faults, but of one mistake only what helps to mend it."""
    mistaken = [(one.line, f"{one.place}, ") for one in shape if one.id in _NOT_TEXT]
    numbers = {one.line for one in shape if one.id in _NO_NUMBER}
    kept = [one for one in values if not any(_is_below(one, *place) for place in mistaken)]
    kept = [one for one in kept if one.id != "ambiguous-word" or one.line not in numbers]
    told = {(one.line, one.place) for one in (*kept, *_broken_numbers(shape))}
    others = (one for one in shape if (one.line, one.place) not in told)
    return [*kept, *_broken_numbers(shape), *others]


def _broken_numbers(shape: list[Fault]) -> list[Fault]:
    """What should be a number of any kind: that it is no whole number says less."""
    return [one for one in shape if one.id == "shape-float-type"]


def _is_below(fault: Fault, line: int, place: str) -> bool:
    return fault.id == "empty-value" and fault.line == line and fault.place.startswith(place)


def _faults_of_values(document: Document, file: str) -> Iterator[Fault]:
    """What no type forbids: a condition left empty, signs that do harm, fields that we fill in."""
    empty = (one for one in document.blank if part_at(one[0], document) is None)
    for place, line in islice(chain(empty, document.harmful), MAX_FAULTS):
        yield _fault_at(place, document, file, line)
    for name in COMPUTED:
        if isinstance(document.data, dict) and name in document.data:
            line = document.lines.get((name,), 1)
            message = f"{name!r} is computed, not written"
            yield file_fault("unknown-name", file, message, "Take it out.", line)


_EMPTY = ("{name!r} is empty", "Write what is meant, or take the line out.")
_CUT_NUMBER = (
    "a comma ends what stands before it, so that {name!r} is empty",
    "Write a number without a comma, such as 10000 or 1.5.",
)
_HARMFUL = (
    "{name!r} holds a sign that cannot be printed, and that a terminal may obey",
    "Take it out.",
)


def _fault_at(place: KeyPath, document: Document, file: str, line: int) -> Fault:
    """The fault of a value that stands there: nothing, or something that cannot be printed."""
    is_empty = part_at(place, document) is None
    name = next((part for part in reversed(place) if isinstance(part, str)), "")
    message, mend = (_CUT_NUMBER if name.isdigit() else _EMPTY) if is_empty else _HARMFUL
    id_ = "empty-value" if is_empty else "unprintable-sign"
    fault = file_fault(id_, file, message.format(name=name), mend, line)
    return replace(fault, place=in_words(place, document))


def _bearable(document: Document) -> Any:
    """The data; of a very large file that lacks whole parts, only the names of those it has.

    For each part that is missing pydantic copies all that is there.
    """
    data = document.data
    if isinstance(data, dict):  # which part stands first, or in which file, makes no difference
        data = {name: data[name] for name in sorted(data)}
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
