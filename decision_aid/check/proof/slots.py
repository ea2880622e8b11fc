"""How one question's answers are coded in the bits of a decision diagram."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decision_aid.check.proof.diagrams import Diagram
    from decision_aid.content import Question


@dataclass(frozen=True)
class Slot:
    """How one question's answers are coded in bits."""

    question: Question
    bits: tuple[str, ...]
    codes: Mapping[str, Diagram]
    """Each answer, or for several choices each choice, as the states that have it."""
    known: Diagram
    """The states in which it is answered."""
    open: Diagram
    """The states in which it is open."""
    legal: Diagram
    """The states that the question allows."""
    several: bool
    """Whether several answers can be given at once."""
