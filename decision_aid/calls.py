"""Numbers to call, found where the content says them as such: figures elsewhere are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from decision_aid.content import Contact, DecisionAid

_OPENS, _CLOSES = "\ufdd2", "\ufdd3"
"""No characters, which no text holds: between them stands a number while it is looked for."""
_BETWEEN = re.compile(f"{_OPENS}(.*?){_CLOSES}")


class Call(NamedTuple):
    """Where in a text a number stands, and whether one speaks or writes to it."""

    start: int
    end: int
    by: Literal["voice", "text"] = "voice"


class Numbers:
    """The numbers of an aid's contacts."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        self._by = {one.number: one.by for one in contacts if one.number}
        longest_first = sorted(self._by, key=len, reverse=True)
        either = "|".join(map(re.escape, longest_first)) or r"(?!)"
        self._pattern = re.compile(rf"(?<![\w{_OPENS}+-])(?:{either})(?![\w{_CLOSES}-])")

    def may_be_in(self, text: str) -> bool:
        """Whether the same figures stand there, for whatever reason."""
        return self._pattern.search(text) is not None

    def mark(self, text: str) -> str:
        """The text with a mark before and after each number."""
        return self._pattern.sub(rf"{_OPENS}\g<0>{_CLOSES}", text)

    def find_marked(self, text: str) -> Iterator[Call]:
        """Where the marked numbers stand once their marks are gone."""
        for before, found in enumerate(_BETWEEN.finditer(text)):
            number, start = found[1], found.start() - 2 * before
            yield Call(start, start + len(number), self._by[number])


@lru_cache(maxsize=8)
def numbers_of(aid: DecisionAid) -> Numbers:
    """The numbers that people who use the aid can call."""
    return Numbers(aid.contacts)


def find_numbers(said: str) -> tuple[Call, ...]:
    """Every figure of a sentence that says nothing but whom to call."""
    return tuple(Call(*found.span()) for found in re.finditer(r"\d+", said))
