"""Tests of scores over all answers: the sums that can come together, at least and at most."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision_aid.check.proof.diagrams import any_of
from decision_aid.measures import lies_between

if TYPE_CHECKING:
    from decision_aid.check.proof.diagrams import Diagram
    from decision_aid.check.proof.slots import Slot
    from decision_aid.conditions import Value
    from decision_aid.content import PointsOf, Question
    from decision_aid.measures import Ends

Case = tuple["Diagram", int, int]
"""States, and the points that one question gives there, at least and at most."""


@dataclass(frozen=True)
class Summing:
    """Sums up what the answers to several questions give."""

    always: Diagram
    never: Diagram
    slots: Mapping[str, Slot]
    labels: Callable[[Question], list[tuple[str, Value]]]
    """The answers to a question that are told apart, each with a value that stands for it."""
    may: Callable[[str], Diagram]
    """The states in which the answer to a question may be used."""

    def decide(self, parts: tuple[PointsOf, ...], ends: Ends) -> tuple[Diagram, Diagram]:
        """Where the sum lies there whatever is unknown, and where it cannot."""
        cases = [one for part in parts for one in self._cases(part)]
        least = self._sums([[(where, low) for where, low, _ in one] for one in cases])
        most = self._sums([[(where, high) for where, _, high in one] for one in cases])
        low, high = ends
        true = self._of(least, (low, None)) & self._of(most, (None, high))
        false = self.never
        if low is not None:
            false |= ~self._of(most, (low, None))
        if high is not None:
            false |= ~self._of(least, (None, high))
        return true, false

    def _of(self, sums: Mapping[int, Diagram], ends: Ends) -> Diagram:
        """Where the sum lies between these ends."""
        return any_of(self.never, (where for n, where in sums.items() if lies_between(ends, n)))

    def _sums(self, cases: list[list[tuple[Diagram, int]]]) -> dict[int, Diagram]:
        """Each sum that there can be, with the states that have it."""
        sums = {0: self.always}
        for each in cases:
            more: dict[int, Diagram] = {}
            for before, there in sums.items():
                for where, points in each:
                    more[before + points] = more.get(before + points, self.never) | there & where
            sums = {n: where for n, where in more.items() if where != self.never}
        return sums

    def _cases(self, part: PointsOf) -> Iterator[list[Case]]:
        """All states, split by what the question gives; where several can be picked, for each."""
        slot = self.slots.get(part.question)
        if slot is None:
            yield [(self.always, *part.bounds)]
        elif slot.several:
            known = slot.known & self.may(part.question)
            for test, points in part.rows:
                picked = any_of(self.never, (slot.codes[name] for name in test.names())) & known
                unknown = (~known, min(points, 0), max(points, 0))
                yield [(picked, points, points), (known & ~picked, 0, 0), unknown]
        else:
            yield list(self._cases_of_one(part, slot))

    def _cases_of_one(self, part: PointsOf, slot: Slot) -> Iterator[Case]:
        known = slot.known & self.may(part.question)
        for label, value in self.labels(slot.question):
            points = part.given_for(value)
            yield slot.codes[label] & known, points, points
        yield (~known, *part.bounds)
