"""One walk over all that an aid holds: its texts, conditions, names and what names them.

Placeholders, conditions, source marks, rules of language and translations all rest on it, so that
a field that is added to a type is seen by each of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from decision_aid.conditions import ReadsAnswers
from decision_aid.content.asked import Asked
from decision_aid.content.field_kinds import FieldKind, field_kinds
from decision_aid.content.fields import ContentPart, Filled, Place, Role, Says, Shown
from decision_aid.content.sections import ChecklistItem
from decision_aid.content.text import Cited

QUOTED = re.compile("“[^“”]*”|«[^«»]*»")
"""A quotation, marked as one."""


class TextPiece(NamedTuple):
    """One statement or label of the aid: where it stands and what it rests on."""

    owner: str
    """The id of what holds it."""
    role: Role
    text: str
    sources: tuple[str, ...]
    area: str
    """The part of the aid that it belongs to, such as a section."""
    patient: bool
    """Whether it is for the patient rather than for a counsellor or for staff."""
    shown: Shown
    filled: Filled
    is_cited: bool
    """Whether its sources stand in it, and it is left out where a gap in it can't be filled."""
    field: str
    part: ContentPart
    validated: bool
    """Whether it is in the words of an instrument, which nobody may change."""

    @property
    def own(self) -> str:
        """The text without what it quotes."""
        return QUOTED.sub("", self.text)


class Gate(NamedTuple):
    """A condition, and which questions it may read."""

    owner: str
    condition: ReadsAnswers
    before: int | None
    """How many questions of the path stand before it; None: it may read them all."""
    area: str
    """The part of the aid that it belongs to, as for texts."""


class Reference(NamedTuple):
    """The id of another part, named by this one."""

    owner: str
    kind: str
    name: str
    part: ContentPart


class GivenId(NamedTuple):
    """The id of a part; `within` is what must have it once."""

    kind: str
    name: str
    within: str


@dataclass
class Inventory:
    """What the walk found, each list in the order of the document."""

    texts: list[TextPiece] = field(default_factory=list)
    gates: list[Gate] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    ids: list[GivenId] = field(default_factory=list)
    parts: list[tuple[str, ContentPart]] = field(default_factory=list)
    """Every part with the id of what holds it."""
    path: list[str] = field(default_factory=list)
    """The questions of the path."""


def take_inventory(aid: ContentPart) -> Inventory:
    """Everything that the whole of a content file says, tests and names."""
    walk = _Walk(Inventory())
    for kind in field_kinds(type(aid)):
        place = Place(kind.name)
        if kind.area:
            place = place._replace(area=kind.area.name, shown=kind.area.shown)
        value = getattr(aid, kind.name)
        if value and not kind.is_silent:
            walk.field(aid, kind, value, place)
    return walk.found


class _Plan(NamedTuple):
    """How the parts of one type are gone over."""

    fields: tuple[FieldKind, ...]
    """Those that hold anything for the walk: conditions first."""
    id: FieldKind | None
    sources: FieldKind | None
    is_question: bool


def _plan_for(type_: type[ContentPart]) -> _Plan:
    plain: type = type_
    return _plan_of(plain)


@cache
def _plan_of(type_: type[ContentPart]) -> _Plan:
    kinds = field_kinds(type_)
    heard = [kind for kind in kinds if not kind.is_silent and not (kind.id and not kind.says)]
    return _Plan(
        tuple(sorted(heard, key=lambda kind: kind.later or not kind.is_condition)),
        next((kind for kind in kinds if kind.id and not kind.parts), None),
        next((kind for kind in kinds if kind.names and kind.names.kind == "source"), None),
        issubclass(type_, Asked | ChecklistItem),
    )


@dataclass(frozen=True)
class _Walk:
    """The walk as far as it has come."""

    found: Inventory

    def part(self, part: ContentPart, place: Place) -> None:
        """A part: its id and its condition first, since all else in it stands behind them."""
        plan = _plan_for(type(part))
        inside = part.place_inside(self._named(part, plan, place))
        self.found.parts.append((inside.owner, part))
        for kind in plan.fields:
            value = getattr(part, kind.name)
            if value:
                self.field(part, kind, value, inside)
        if plan.is_question and inside.looks_back:
            self.found.path.append(inside.owner)

    def _named(self, part: ContentPart, plan: _Plan, place: Place) -> Place:
        """The place below the part's own id, if it has one, with the sources beside its texts."""
        if plan.id and plan.id.id:
            id_ = plan.id.id
            name = getattr(part, plan.id.name)
            name = f"{place.owner}.{name}" if id_.inside else name
            self.found.ids.append(GivenId(id_.kind, name, "" if id_.owns else place.owner))
            place = place._replace(owner=name, sources=()) if id_.owns else place
        if plan.sources:
            place = place._replace(sources=_each(getattr(part, plan.sources.name)))
        return place

    def field(self, part: ContentPart, kind: FieldKind, value: Any, place: Place) -> None:
        """One field of a part that is not empty."""
        if kind.is_condition:
            self._condition(value, kind, place)
        elif kind.names:
            named = kind.names.kind or part.kind_named()
            self.found.references += [
                Reference(place.owner, named, name, part) for name in _each(value)
            ]
        elif isinstance(value, Mapping):
            self._mapping(part, kind, value, place)
        else:
            self._values(part, kind, value, place)

    def _condition(self, condition: ReadsAnswers, kind: FieldKind, place: Place) -> None:
        before = len(self.found.path) if place.looks_back and not kind.later else None
        self.found.gates.append(Gate(place.owner, condition, before, place.area))

    def _mapping(
        self, part: ContentPart, kind: FieldKind, value: Mapping[str, Any], place: Place
    ) -> None:
        for key, one in value.items():
            if kind.id:
                self.found.ids.append(GivenId(kind.id.kind, key, ""))
            below = place._replace(owner=key) if kind.id else place
            self._values(part, kind, one, below)

    def _values(self, part: ContentPart, kind: FieldKind, value: Any, place: Place) -> None:
        says = kind.says
        if kind.parts:
            if says and says.role:
                patient = place.patient and says.patient
                place = place._replace(role=says.role, patient=patient)
            for one in value if isinstance(value, tuple) else (value,):
                self.part(one, place)
        elif says:
            for one in value if isinstance(value, tuple) else (value,):
                self._text(part, kind, says, one, place)

    def _text(
        self, part: ContentPart, kind: FieldKind, says: Says, said: str | Cited, place: Place
    ) -> None:
        is_cited = isinstance(said, Cited)
        if isinstance(said, Cited):
            pairs = [(one.text, one.sources) for one in said.statements]
        else:
            pairs = [(f"“{said}”" if says.quoted else said, place.sources)]
        role, patient = says.role or place.role, place.patient and says.patient
        validated = place.validated and says.role in _OF_INSTRUMENTS
        for text, sources in pairs:
            self.found.texts.append(
                TextPiece(
                    place.owner, role, text, sources, place.area, patient, place.shown,
                    says.filled, is_cited, kind.name, part, validated,
                )
            )  # fmt: skip


_OF_INSTRUMENTS = frozenset({"question", "choice", None})
"""What an instrument words: what is asked, the answers, and passages; no prompt, and no reply."""


def _each(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,)
