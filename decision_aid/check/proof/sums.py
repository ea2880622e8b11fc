"""Sums over all answers: diagrams that say of each answer state how much comes together in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Any

from decision_aid.check.proof.diagrams import fold

if TYPE_CHECKING:
    from decision_aid.check.proof.diagrams import Diagram

Sum = tuple[float, int]
"""The highest number that there can be, and the node that says how much less it is where."""

Node = tuple[int, Sum, Sum]
"""The level of a bit, and what is left where the bit is off and where it is on.

One of the two has nothing less: so sums that differ by the same number everywhere share a node, and
what is independent can be added without growing into a table of all pairs (edge-valued decision
diagrams).
"""

NOTHING: Sum = (0, 0)
"""The sum that is nothing in all states."""

NEVER = float("-inf")
"""The number of a state that cannot be."""

IMPOSSIBLE: Sum = (NEVER, 0)
"""The sum of states that cannot be."""

Pair = tuple[int, Sum]
"""Two sums to be joined, of which the first has nothing less: its node, and the other sum."""


@dataclass(frozen=True)
class _Joining:
    """One way to join two sums into one."""

    at_once: Callable[[Sum, Sum], Sum | None]
    """The joined sum where it can be told without a look at the bits."""
    pair: Callable[[Sum, Sum], tuple[float, Pair]]
    """The two without what they have in common, and that number."""
    known: dict[Pair, Sum] = field(default_factory=dict)
    """What has been joined before."""


class Sums:
    """Holds the nodes of all sums, each once. The first is the end, where nothing is less."""

    def __init__(self, manager: Any, settled: Mapping[str, bool]) -> None:
        self.manager = manager
        self.settled = settled
        """Bits that are settled beforehand: no sum depends on them."""
        self.bits = sorted(manager.vars, key=manager.level_of_var)
        self._levels = {bit: level for level, bit in enumerate(self.bits)}
        end: Node = (len(self.bits), NOTHING, NOTHING)
        self.nodes = [end]
        self._places = {end: 0}
        self._lowest: list[float] = [0]
        """For each node the lowest number under it."""
        self._adding = _Joining(_added_at_once, _pair_to_add)
        self._choosing = _Joining(self._chosen_at_once, _pair_to_choose_of)

    def split(self, where: Diagram, inside: Sum, outside: Sum) -> Sum:
        """The sum that is one in the states of the diagram, and another in all others."""

        def join(node: Diagram, off: Sum, on: Sum) -> Sum:
            if node.var in self.settled:
                return on if self.settled[node.var] else off
            return self._sum(self._levels[node.var], off, on)

        return fold(self.manager, where, lambda holds: inside if holds else outside, join)

    def add_all(self, parts: Iterable[Sum]) -> Sum:
        """All sums added: always the two smallest first, so that few large ones are made."""
        sizes = [(len(self._from_below(part)), part) for part in parts]
        heapify(sizes)
        while len(sizes) > 1:
            both = self._join(self._adding, heappop(sizes)[1], heappop(sizes)[1])
            heappush(sizes, (len(self._from_below(both)), both))
        return sizes[0][1] if sizes else NOTHING

    def best_without(self, whole: Sum, bits: Iterable[str]) -> Sum:
        """The highest number that these bits can bring about, for all other answers."""
        gone = {self._levels[bit] for bit in bits}
        best: dict[int, Sum] = {0: NOTHING}
        for place in self._from_below(whole)[1:]:
            level, low, high = self.nodes[place]
            off, on = _more(best[low[1]], low[0]), _more(best[high[1]], high[0])
            if level in gone:
                best[place] = self._join(self._choosing, off, on)
            else:
                best[place] = self._sum(level, off, on)
        return _more(best[whole[1]], whole[0])

    def bits_of(self, whole: Sum) -> set[str]:
        """The bits on which a sum depends."""
        levels = {self.nodes[place][0] for place in self._from_below(whole) if place}
        return {self.bits[level] for level in levels}

    def highest(self, whole: Sum, chosen: Mapping[str, bool]) -> dict[str, bool]:
        """The bits that are on where the number is highest, of all states with these bits.

        Where a bit off and the bit on lead to the same number, it is off.
        """
        found: dict[int, tuple[float, dict[str, bool]]] = {0: (0, {})}
        for place in self._from_below(whole)[1:]:
            level, low, high = self.nodes[place]
            bit = self.bits[level]
            off, on = ((less + found[part][0], found[part][1]) for less, part in (low, high))
            if bit in chosen:
                found[place] = on if chosen[bit] else off
            else:
                found[place] = (on[0], {**on[1], bit: True}) if on[0] > off[0] else off
        return found[whole[1]][1]

    def _sum(self, level: int, off: Sum, on: Sum) -> Sum:
        """The sum that is one where the bit is off, and the other where it is on."""
        if off == on:
            return off
        best = max(off[0], on[0])
        node = (level, (off[0] - best, off[1]), (on[0] - best, on[1]))
        place = self._places.get(node)
        if place is None:
            place = self._places[node] = len(self.nodes)
            self.nodes.append(node)
            self._lowest.append(min(self._lowest_of(node[1]), self._lowest_of(node[2])))
        return best, place

    def _lowest_of(self, whole: Sum) -> float:
        """The lowest number that there can be."""
        return whole[0] + self._lowest[whole[1]]

    def _from_below(self, whole: Sum) -> list[int]:
        """The places of its nodes, each after those below it, the end first."""
        seen = {0, whole[1]}
        waiting = [whole[1]]
        while waiting:
            _, low, high = self.nodes[waiting.pop()]
            for _, part in (low, high):
                if part not in seen:
                    seen.add(part)
                    waiting.append(part)
        return sorted(seen)

    def _join(self, joining: _Joining, one: Sum, other: Sum) -> Sum:
        """Two sums as one, without recursion: what a pair needs is joined before the pair."""
        waiting: list[Pair] = []
        found = _joined(joining, (one, other), waiting)
        while waiting:
            level, offs, ons = self._halves(*waiting[-1])
            off, on = _joined(joining, offs, waiting), _joined(joining, ons, waiting)
            if off is not None and on is not None:
                joining.known[waiting.pop()] = self._sum(level, off, on)
        return found or self._join(joining, one, other)

    def _halves(self, place: int, other: Sum) -> tuple[int, tuple[Sum, Sum], tuple[Sum, Sum]]:
        """The first bit on which either depends; both where it is off, and where it is on."""
        level, low, high = self.nodes[place]
        below, off, on = self.nodes[other[1]]
        if level < below:
            return level, (low, other), (high, other)
        off, on = _more(off, other[0]), _more(on, other[0])
        if level > below:
            return below, ((0, place), off), ((0, place), on)
        return below, (low, off), (high, on)

    def _chosen_at_once(self, one: Sum, other: Sum) -> Sum | None:
        """The higher of the two, where it is at least as high everywhere."""
        high, low = (one, other) if one[0] >= other[0] else (other, one)
        return high if low[0] <= self._lowest_of(high) or low[1] == high[1] else None


def _joined(joining: _Joining, both: tuple[Sum, Sum], waiting: list[Pair]) -> Sum | None:
    """The two as one; where they are not joined yet, they are put with those that wait for it."""
    found = joining.at_once(*both)
    if found is None:
        more, pair = joining.pair(*both)
        found = joining.known.get(pair)
        if found is None:
            waiting.append(pair)
            return None
        return found[0] + more, found[1]
    return found


def _more(one: Sum, number: float) -> Sum:
    """The sum with that number added everywhere."""
    return one[0] + number, one[1]


def _added_at_once(one: Sum, other: Sum) -> Sum | None:
    """Both added, where one of them is impossible or the same number everywhere."""
    if one[0] == NEVER or other[0] == NEVER:
        return IMPOSSIBLE
    if one[1] and other[1]:
        return None
    return one[0] + other[0], one[1] or other[1]


def _pair_to_add(one: Sum, other: Sum) -> tuple[float, Pair]:
    """What both have in common is the sum of their highest numbers."""
    low, high = one[1], other[1]
    return one[0] + other[0], (low, (0, high)) if low < high else (high, (0, low))


def _pair_to_choose_of(one: Sum, other: Sum) -> tuple[float, Pair]:
    """What both have in common is the higher of their highest numbers."""
    high, low = (one, other) if one[0] >= other[0] else (other, one)
    return high[0], (high[1], (low[0] - high[0], low[1]))
