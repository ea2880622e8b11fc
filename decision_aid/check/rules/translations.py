"""Translations: the same ids, numbers, conditions and sources, in other words, and signed off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from decision_aid.check.file_subject import file_of
from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.rules.signoffs import LEAST_HASH
from decision_aid.check.texts import short
from decision_aid.content import DecisionAid, text_hash
from decision_aid.content.faults import Fault, InvalidContent
from decision_aid.content.field_kinds import FieldKind
from decision_aid.content.fields import ContentPart
from decision_aid.content.load import ReadFile, read_aid, read_file
from decision_aid.content.placeholders import PLACEHOLDER
from decision_aid.content.text import MARK
from decision_aid.content.yaml_reader import Document, KeyPath, read_yaml

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def translations(subject: Subject) -> Iterator[Path]:
    """The files `questions.<language>.yaml` beside the content file."""
    path = file_of(subject)
    if path is not None:
        pattern = re.compile(rf"{re.escape(path.stem)}\.[a-z]{{2,3}}(-[A-Za-z]+)?{path.suffix}")
        yield from (p for p in sorted(path.parent.iterdir()) if pattern.fullmatch(p.name))


def translation_loads(subject: Subject) -> Iterator[Fault]:
    """A translation is a content file without faults, in a language of its own."""
    for path in translations(subject):
        try:
            reading = read_aid(path)
        except InvalidContent as faulty:
            reading = ReadFile(None, Document(), faulty.faults)
        for fault in reading.faults:
            yield Fault("translation", fault.message, file=path.name, line=fault.line)
        if reading.aid and reading.aid.language != path.name.split(".")[-2]:
            message = f"it says that its language is {reading.aid.language!r}"
            yield Fault("translation", message, file=path.name)


def translation_same(subject: Subject) -> Iterator[Fault]:
    """A translation has the same parts, ids, numbers, conditions, sources and placeholders."""
    original = file_of(subject)
    for path in translations(subject):
        try:
            one, other = (read_yaml(read_file(p)) for p in (original, path) if p)
        except InvalidContent:
            continue
        for place, message in find_differences(DecisionAid, one.data, other.data):
            line = _line(other, place)
            yield Fault("translation", message, file=path.name, line=line)


def _line(document: Document, place: KeyPath) -> int:
    while place and place not in document.lines:
        place = place[:-1]
    return document.lines.get(place, 1)


@dataclass(frozen=True)
class _Beside:
    """The same place in both files, and what the types say of it."""

    place: KeyPath
    kind: FieldKind | None
    """The field that holds it; None where no type knows the name."""

    def inside(self, key: str | int, one: object) -> _Beside:
        """What stands there under a key of a mapping or a number of a list."""
        place = (*self.place, key)
        if isinstance(key, int) or self.kind is None:
            return _Beside(place, self.kind)
        return _Beside(place, self.kind.below(key, one))

    @property
    def is_own(self) -> bool:
        """Whether a translation has its own."""
        return self.kind is not None and self.kind.is_own

    @property
    def is_text(self) -> bool:
        """Whether words may differ here."""
        return self.kind is None or self.kind.may_be_translated


def find_differences(
    type_: type[ContentPart], one: object, other: object
) -> Iterator[tuple[KeyPath, str]]:
    """Where a part of that type, as it is written, differs from its translation beside words."""
    yield from _differing(_Beside((), FieldKind.holding(type_)), one, other)


def _differing(at: _Beside, one: Any, other: Any) -> Iterator[tuple[KeyPath, str]]:
    if at.is_own:
        return
    if type(one) is not type(other):
        yield at.place, f"{_describe(at.place)} is of another kind"
    elif isinstance(one, dict):
        yield from _differing_parts(at, one, other)
    elif isinstance(one, list):
        if len(one) != len(other):
            yield at.place, f"{_describe(at.place)} has {len(other)} entries, not {len(one)}"
        for number, (a, b) in enumerate(zip(one, other, strict=False)):
            yield from _differing(at.inside(number, one), a, b)
    elif isinstance(one, str) and at.is_text:
        yield from _differing_text(at.place, one, other)
    elif one != other:
        yield at.place, f"{_describe(at.place)} is {short(str(other))}, not {short(str(one))}"


def _differing_parts(
    at: _Beside, one: dict[str, Any], other: dict[str, Any]
) -> Iterator[tuple[KeyPath, str]]:
    below = {name: at.inside(name, one) for name in one.keys() | other.keys()}
    for name, inside in below.items():
        if name not in other and not inside.is_own:
            yield at.place, f"{_describe(inside.place)} is missing"
        elif name not in one and not inside.is_own:
            yield inside.place, f"{_describe(inside.place)} is not in the original"
        elif name in one and name in other:
            yield from _differing(inside, one[name], other[name])


def _differing_text(place: KeyPath, one: str, other: str) -> Iterator[tuple[KeyPath, str]]:
    for what, found in (("numbers", _numbers), ("placeholders", _fillings), ("sources", _marks)):
        if found(one) != found(other):
            yield place, f"{_describe(place)} has other {what}: {short(other)}"


def _numbers(text: str) -> list[str]:
    bare = PLACEHOLDER.sub("", MARK.sub("", text))
    return sorted(number.replace(",", ".") for number in _NUMBER.findall(bare))


def _fillings(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def _marks(text: str) -> list[str]:
    return sorted(name.strip() for match in MARK.findall(text) for name in match.split(","))


@cache
def _describe(place: KeyPath) -> str:
    return ", ".join(str(part + 1 if isinstance(part, int) else part) for part in place) or "it"


def translation_signed_off(subject: Subject) -> Iterator[Fault]:
    """Translators have signed off the translation as it is today."""
    for path in translations(subject):
        try:
            aid = read_aid(path).aid
        except InvalidContent:
            continue
        if aid is not None:
            today = text_hash(aid)
            hashes = [s.content_hash for s in aid.signoffs if s.kind == "translators"]
            if not any(len(h) >= LEAST_HASH and today.startswith(h) for h in hashes):
                message = f"no translator has signed off these texts ({today[:LEAST_HASH]})"
                yield Fault("translation", message, file=path.name)


RULES = (
    CheckRule(
        "translation-loads",
        "A translation is a content file without faults.",
        ("N1",),
        "Mend it as you would the original: decision-aid check says more.",
        translation_loads,
    ),
    CheckRule(
        "translation-same",
        "A translation has the same ids, numbers, conditions, sources and placeholders.",
        ("N1",),
        "Bring it in line with the original; only words may differ.",
        translation_same,
    ),
    CheckRule(
        "translation-signed-off",
        "A translation has a sign-off of its own, by translators.",
        ("N1", "T1", "T2"),
        "Have it reviewed, and record it under `signoffs` in the translation.",
        translation_signed_off,
        "needs a person",
    ),
)
