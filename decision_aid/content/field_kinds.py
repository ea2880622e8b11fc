"""Reads the marks beside each field of a type, once, and refuses a text that has none."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache, partial
from inspect import get_annotations
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NamedTuple,
    TypeVar,
    Union,
    get_args,
    get_origin,
)

from decision_aid.conditions import ReadsAnswers
from decision_aid.content.fields import Area, ContentPart, Data, Id, Later, Names, Says
from decision_aid.content.text import Cited


class FieldKind(NamedTuple):
    """One field of a type, as it says of itself."""

    name: str
    says: Says | None
    id: Id | None
    names: Names | None
    data: Data | None
    area: Area | None
    later: bool
    parts: tuple[type[ContentPart], ...]
    """The types of the parts that it holds."""
    is_condition: bool

    @classmethod
    def holding(cls, part: type[ContentPart]) -> FieldKind:
        """What holds a part of that type, and is nothing else."""
        return cls("", None, None, None, None, None, False, (part,), False)

    def below(self, name: str, written: object) -> FieldKind | None:
        """The field that a key below this one stands for; None if there is no such key."""
        return self.within(written)(name)

    def within(self, written: object) -> Callable[[str], FieldKind | None]:
        """Gives the field that each key of what is written here stands for."""
        if self.id and self.parts:  # a mapping from names to parts
            inside = self._replace(id=None)
            return lambda _name: inside
        part = self.part_of(written)
        return partial(_field_written_as, part) if part else lambda _name: self

    def part_of(self, written: object) -> type[ContentPart] | None:
        """The type of the part that is written here; several are told apart by their `type`."""
        if len(self.parts) <= 1 or not isinstance(written, dict):
            return self.parts[0] if self.parts else None
        named = (part for part in self.parts if getattr(part, "type", "") == written.get("type"))
        return next(named, None)

    @property
    def is_silent(self) -> bool:
        """Whether the walk finds nothing in it."""
        return not (self.says or self.id or self.names or self.parts or self.is_condition)

    @property
    def is_own(self) -> bool:
        """Whether a translation has its own."""
        return bool((self.says and self.says.own) or (self.data and self.data.own))

    @property
    def is_reviewed(self) -> bool:
        """Whether reviewers sign it off."""
        return self.data is None or self.data.reviewed

    @property
    def may_be_translated(self) -> bool:
        """Whether its words differ from language to language."""
        return self.says is not None and not self.says.same


class Unsaid(TypeError):
    """A field of the content that does not say what it is."""


Mark = TypeVar("Mark")


def field_kinds(type_: type[ContentPart]) -> tuple[FieldKind, ...]:
    """The fields of a type; raises Unsaid where one does not say what it is."""
    plain: type = type_
    return _field_kinds(plain)


@cache
def _field_kinds(type_: type) -> tuple[FieldKind, ...]:
    kinds: dict[str, FieldKind] = {}
    for base in type_.__bases__:
        if issubclass(base, ContentPart):
            kinds |= {kind.name: kind for kind in field_kinds(base)}
    for name, hint in get_annotations(type_, eval_str=True).items():
        if name in _fields(type_):
            kinds[name] = _field_kind(type_, name, hint)
    return tuple(kinds[name] for name in _fields(type_))


def _fields(type_: type) -> tuple[str, ...]:
    return tuple(getattr(type_, "__dataclass_fields__", ()))


def _field_written_as(type_: type[ContentPart], name: str) -> FieldKind | None:
    plain: type = type_
    return _named(plain, type_.written_as(name))


@lru_cache(maxsize=1024)
def _named(type_: type, name: str) -> FieldKind | None:
    return next((kind for kind in field_kinds(type_) if kind.name == name), None)


def _field_kind(type_: type, name: str, hint: object) -> FieldKind:
    marks = getattr(hint, "__metadata__", ()) if get_origin(hint) is Annotated else ()
    leaves = _leaves(hint)

    def of(kind: type[Mark]) -> Mark | None:
        return next((mark for mark in marks if isinstance(mark, kind)), None)

    kind = FieldKind(
        name, of(Says), of(Id), of(Names), of(Data), of(Area), of(Later) is not None,
        tuple(leaf for leaf in leaves if issubclass(leaf, ContentPart)),
        any(issubclass(leaf, ReadsAnswers) for leaf in leaves),
    )  # fmt: skip
    if {str, Cited}.intersection(leaves) and kind.data is None and kind.is_silent:
        raise Unsaid(f"{type_.__name__}.{name} does not say what it is")
    if kind.says is None and any(map(_takes_its_role, kind.parts)):
        raise Unsaid(f"{type_.__name__}.{name} does not say what its texts are to a reader")
    return kind


def _leaves(hint: Any) -> tuple[type, ...]:
    """The plain types in a hint; of a mapping those of its values."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _leaves(arguments[0])
    if origin is Literal:
        return ()
    if origin in (tuple, Union, UnionType):
        return tuple(leaf for one in arguments if one is not ... for leaf in _leaves(one))
    if origin is not None:  # a mapping
        return _leaves(arguments[-1])
    return () if hint is NoneType else (hint,)


def _takes_its_role(type_: type[ContentPart]) -> bool:
    """Whether a text in it is to its reader what the field says that holds the part."""
    return any(kind.says and kind.says.role is None for kind in field_kinds(type_))
