"""How many words can stand together: the most over all answer states, exactly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from decision_aid.check.proof.elimination_order import order_of_elimination
from decision_aid.check.proof.sums import IMPOSSIBLE, NOTHING, Sums

if TYPE_CHECKING:
    from decision_aid.check.proof.diagrams import Diagram
    from decision_aid.check.proof.states import States
    from decision_aid.check.proof.sums import Sum
    from decision_aid.conditions import Answers

Part = tuple["Diagram", int]
"""Some words, and the states in which they are said."""


@dataclass(frozen=True)
class Heaviest:
    """The most words, and few answers that bring them about."""

    words: int
    answers: Answers | None


def heaviest(
    states: States,
    groups: Iterable[Iterable[Part]],
    over: int,
    within: Iterable[Diagram] = (),
    settled: Mapping[str, bool] = MappingProxyType({}),
) -> Heaviest:
    """The most words of any one answer state; the answers only if it has more than `over`.

    Looked at are the states that lie within all of the diagrams given, with these bits settled.

    Exact: each part is a table from answers to sums. One question after the other is taken out of
    the tables that depend on it, leaving for all other answers the best sum (non-serial dynamic
    programming), until one sum is left.
    """
    sums = Sums(states.manager, settled)
    tables = [
        sums.split(where, (words, 0), NOTHING)
        for where, words in _merge(chain.from_iterable(groups))
    ]
    tables += [sums.split(one, NOTHING, IMPOSSIBLE) for one in within]
    tables += _rules_for(states, sums, tables)
    search = _Elimination(states, sums, tables)
    most = search.take_out_all()
    return Heaviest(most, states.shortest(search.trace_back()) if most > over else None)


def _merge(parts: Iterable[Part]) -> list[Part]:
    """Words that are said in the very same states, together."""
    found: dict[Diagram, int] = {}
    for where, weight in parts:
        if weight:
            found[where] = found.get(where, 0) + weight
    return list(found.items())


def _questions(bits: Iterable[str]) -> set[str]:
    """The questions whose answers these bits code."""
    return {bit.partition("#")[0] for bit in bits}


def _rules_for(states: States, sums: Sums, tables: Iterable[Sum]) -> list[Sum]:
    """What is possible for the questions that bear on the tables, and those that bear on them."""
    queue = [name for table in tables for name in _questions(sums.bits_of(table))]
    queue += _questions(sums.settled)
    rules: dict[str, list[Sum]] = {}
    while queue:
        name = queue.pop()
        if name not in rules:
            rules[name] = [sums.split(rule, NOTHING, IMPOSSIBLE) for rule in states.rules_of(name)]
            queue.extend(one for rule in rules[name] for one in _questions(sums.bits_of(rule)))
    return [rule for parts in rules.values() for rule in parts]


class _Elimination:
    """Tables from which one question after the other is taken out."""

    def __init__(self, states: States, sums: Sums, tables: Sequence[Sum]) -> None:
        self.states = states
        self.sums = sums
        self.order = order_of_elimination(_questions(sums.bits_of(one)) for one in tables)
        self._turn = {name: number for number, name in enumerate(self.order)}
        self.waiting: dict[str, list[Sum]] = {name: [] for name in self.order}
        """Each table under the first of its questions that is taken out."""
        self.left = [NOTHING]
        """The tables that depend on no question any more."""
        self.done: list[tuple[str, Sum]] = []
        for table in tables:
            self._put(table)

    def _put(self, table: Sum) -> None:
        names = _questions(self.sums.bits_of(table))
        first = min(names, key=self._turn.__getitem__) if names else None
        (self.left if first is None else self.waiting[first]).append(table)

    def take_out_all(self) -> int:
        """Leave for each answer to the other questions the best sum, until one sum is left."""
        for name in self.order:
            together = self.sums.add_all(self.waiting.pop(name))
            self.done.append((name, together))
            self._put(self.sums.best_without(together, self.states.slots[name].bits))
        best, _ = self.sums.add_all(self.left)
        return int(best)

    def trace_back(self) -> Diagram:
        """A state that has the best sum, with few answers.

        The questions get their answers one by one, in turn from the last: all that the table of one
        depends on besides is settled then. Where it may, a bit is off: the code of none is zero.
        """
        chosen = dict(self.sums.settled)
        for name, table in reversed(self.done):
            on = self.sums.highest(table, chosen)
            chosen |= {bit: bit in on for bit in self.states.slots[name].bits}
        return self.states.manager.cube(chosen)
