"""How many words can stand together: the most over all answer states, exactly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decision_aid.check.proof.diagrams import Diagram
    from decision_aid.check.proof.states import States
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
) -> Heaviest:
    """The most words of any one answer state; the answers only if it has more than `over`.

    Looked at are the states that lie within all of the diagrams given.

    Exact: groups are tables from sums to states. One question after the other is taken out of the
    tables that depend on it, leaving for all other answers the best sum (non-serial dynamic
    programming), until one sum is left.
    """
    tables = [_table(states, group) for group in groups]
    tables += [{0: one} for one in within]
    tables += [{0: rule} for rule in _rules_for(states, tables)]
    search = _Elimination(states, tables)
    while search.open_questions():
        search.take_out(search.cheapest())
    most = search.best()
    return Heaviest(most, states.shortest(search.trace_back()) if most > over else None)


Table = dict[int, "Diagram"]
"""Sums of words, each with the states that have it; states of no sum are not possible."""


def _table(states: States, group: Iterable[Part]) -> Table:
    table: Table = {0: states.always}
    for where, weight in _merge(group, states.never):
        table = _sum(table, {weight: where, 0: ~where}, states.never)
    return table


def _merge(parts: Iterable[Part], never: Diagram) -> list[Part]:
    """Words that are said in the very same states, together."""
    found: dict[Diagram, int] = {}
    for where, weight in parts:
        if weight and where != never:
            found[where] = found.get(where, 0) + weight
    return list(found.items())


def _sum(one: Table, other: Table, never: Diagram) -> Table:
    found: Table = {}
    for first, states_of in one.items():
        for second, where in other.items():
            part = states_of & where
            if part != never:
                found[first + second] = found.get(first + second, never) | part
    return found


def _rules_for(states: States, tables: Iterable[Table]) -> list[Diagram]:
    """What is possible for the questions that bear on the tables, and those that bear on them."""
    queue = [name for table in tables for name in _questions(states, table)]
    rules: dict[str, list[Diagram]] = {}
    while queue:
        name = queue.pop()
        if name not in rules:
            rules[name] = list(states.rules_of(name))
            queue.extend(one for rule in rules[name] for one in _questions(states, {0: rule}))
    return [rule for parts in rules.values() for rule in parts]


def _questions(states: States, table: Table) -> set[str]:
    """The questions on which a table depends."""
    bits: set[str] = set()
    for where in table.values():
        bits |= set(states.manager.support(where))
    return {bit.partition("#")[0] for bit in bits}


class _Elimination:
    """Tables from which one question after the other is taken out."""

    def __init__(self, states: States, tables: Iterable[Table]) -> None:
        self.states = states
        self.tables = [(table, _questions(states, table)) for table in tables]
        self.done: list[tuple[str, Table]] = []

    def open_questions(self) -> set[str]:
        """The questions that are still in some table."""
        return {name for _, names in self.tables for name in names}

    def cheapest(self) -> str:
        """The question whose tables make the smallest one together."""
        return min(sorted(self.open_questions()), key=self._cost)

    def _cost(self, name: str) -> int:
        touched = [(table, names) for table, names in self.tables if name in names]
        others = {one for _, names in touched for one in names}
        bits = sum(len(self.states.slots[one].bits) for one in others)
        return bits * 300 + sum(len(table) for table, _ in touched)

    def take_out(self, name: str) -> None:
        """Leave for each answer to the other questions the best sum."""
        together: Table = {0: self.states.always}
        rest = []
        for table, names in self.tables:
            if name in names:
                together = _sum(together, table, self.states.never)
            else:
                rest.append((table, names))
        self.done.append((name, together))
        best = self._best_without(together, self.states.slots[name].bits)
        self.tables = [*rest, (best, _questions(self.states, best))]

    def _best_without(self, table: Table, bits: Iterable[str]) -> Table:
        best: Table = {}
        left = self.states.always
        for total in sorted(table, reverse=True):
            where = self.states.manager.exist(list(bits), table[total]) & left
            if where != self.states.never:
                best[total] = where
                left &= ~where
        return best

    def best(self) -> int:
        """The one sum that is left."""
        return sum(max(table) for table, _ in self.tables)

    def trace_back(self) -> Diagram:
        """A state that has the best sum, with few answers.

        The questions get their answers one by one, in turn from the last: all that the table of one
        depends on besides is settled then.
        """
        where = self.states.always
        for name, table in reversed(self.done):
            best = max(total for total, part in table.items() if part & where != self.states.never)
            where = self._settled(name, table[best] & where)
        return where

    def _settled(self, name: str, where: Diagram) -> Diagram:
        """One answer to that question: none where that may be, for the code of none is zero."""
        for bit in self.states.slots[name].bits:
            one = self.states.manager.var(bit)
            where = where & (~one if where & ~one != self.states.never else one)
        return where
