"""Keeps what was made last, and beside it what was made beforehand for whatever may come next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

For = TypeVar("For")
Made = TypeVar("Made")


class MadeAhead(Generic[For, Made]):
    """The last thing that was made, and one made ahead: nobody waits for either again."""

    def __init__(self) -> None:
        self._made: tuple[tuple[For, Made], ...] = ()

    def find(self, wanted: For, make: Callable[[], Made]) -> Made:
        """What is there for that, or is made now; it is the last thing made from now on."""
        there = next((made for made in self._made if made[0] == wanted), None)
        self._made = (there or (wanted, make()),)
        return self._made[0][1]

    def expect(self, wanted: For, made: Made) -> None:
        """Hold this ready beside the last thing made, until something else is asked for."""
        self._made = (*self._made[:1], (wanted, made))
