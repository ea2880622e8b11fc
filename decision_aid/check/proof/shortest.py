"""The fewest answers that lead to some state: what `check` tells to show a fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from decision_aid.check.proof.diagrams import Diagram, fold

if TYPE_CHECKING:
    from decision_aid.check.proof.slots import Slot
    from decision_aid.conditions import Value
    from decision_aid.content import Question

Route = tuple[float, dict[str, bool]]
"""How many bits are set on the way to a state, and which."""


@dataclass(frozen=True)
class Shortest:
    """Finds the state with the fewest answers: a shortest way through the diagram."""

    manager: Any
    slots: Mapping[str, Slot]
    labels: Callable[[Question], list[tuple[str, Value]]]
    """The answers to a question that are told apart, each with a value that stands for it."""
    diagram: Diagram

    def answers(self) -> dict[str, Value | None] | None:
        """Those answers; None where the diagram holds no state."""
        if self.diagram == self.manager.false:
            return None
        _, bits = fold(self.manager, self.diagram, self._end, self._shorter)
        return self._answers(bits)

    @staticmethod
    def _end(holds: bool) -> Route:
        return (0, {}) if holds else (float("inf"), {})

    @staticmethod
    def _shorter(node: Diagram, off: Route, on: Route) -> Route:
        """The way with fewer bits set, and the bits set on it."""
        return (on[0] + 1, {**on[1], node.var: True}) if on[0] + 1 < off[0] else off

    def _answers(self, bits: Mapping[str, bool]) -> dict[str, Value | None]:
        answers: dict[str, Value | None] = {}
        for name, slot in self.slots.items():
            chosen = {bit: bits.get(bit, False) for bit in slot.bits}
            if any(chosen.values()):
                answers[name] = self._answer(slot, chosen)
        return answers

    def _answer(self, slot: Slot, chosen: Mapping[str, bool]) -> Value | None:
        holding = [
            label
            for label, diagram in slot.codes.items()
            if label and self.manager.let(dict(chosen), diagram) == self.manager.true
        ]
        if holding == ["?"]:
            return None
        if slot.several:
            return tuple(holding)
        return dict(self.labels(slot.question))[holding[0]]
