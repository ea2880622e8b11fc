"""Values that never change, as frozen dataclasses are, without their price at every start.

Python compiles six methods for each dataclass as it is imported, half a millisecond each time. What
the first screen needs would cost ten so; what may come later can be a dataclass.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:  # to a type checker they are dataclasses
    from dataclasses import replace
else:
    Some = TypeVar("Some", bound="Frozen")

    def replace(one: Some, /, **changes: object) -> Some:
        """The same with these changes."""
        fields = {**vars(one), **changes}
        if len(fields) > len(one._names):
            raise TypeError(f"{type(one).__name__} takes {', '.join(one._names)}")
        other = object.__new__(type(one))
        for name, value in fields.items():
            put(other, name, value)
        return other


__all__ = ["Frozen", "put", "replace"]

put = object.__setattr__
"""Gives a new value its field. Filled as a dictionary all at once, it would be read more slowly."""


@dataclass_transform(frozen_default=True)
class Frozen:
    """A value of named fields: equal to another of its kind if all of these are."""

    _names: ClassVar[tuple[str, ...]]
    _defaults: ClassVar[Mapping[str, Any]]
    _values: ClassVar[attrgetter[Any]]

    def __init_subclass__(cls) -> None:
        cls._names = tuple(cls.__annotations__)
        cls._defaults = {name: vars(cls)[name] for name in cls._names if name in vars(cls)}
        cls._values = attrgetter(*cls._names)

    def __init__(self, *given: object, **named: object) -> None:
        if not named and len(given) == len(self._names):
            for name, value in zip(self._names, given, strict=True):
                put(self, name, value)
            return
        fields = {**self._defaults, **dict(zip(self._names, given, strict=False)), **named}
        if len(fields) != len(self._names) or len(given) > len(fields):
            raise TypeError(f"{type(self).__name__} takes {', '.join(self._names)}")
        for name, value in fields.items():
            put(self, name, value)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values(self) == self._values(other)

    def __hash__(self) -> int:
        return hash(self._values(self))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._names)
        return f"{type(self).__name__}({said})"
