"""What a rule is: a small look at an aid, the standards that it serves, and how to mend."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decision_aid.check.proof.states import States
    from decision_aid.conditions import Answers
    from decision_aid.content import DecisionAid

Severity = Literal["error", "warning", "needs a person"]


@dataclass(frozen=True)
class Subject:
    """What is looked at: an aid, the report templates that print it, and the day."""

    aid: DecisionAid
    reports: Path
    today: date

    @cached_property
    def states(self) -> States:
        """Every way of answering the aid."""
        from decision_aid.check.proof.states import States

        return States(self.aid)


@dataclass(frozen=True)
class Breach:
    """Where a rule is broken, and the fewest answers that show it."""

    owner: str
    message: str
    answers: Answers | None = None


Look = Callable[[Subject], Iterator[Breach]]


@dataclass(frozen=True)
class CheckRule:
    """One rule of the catalogue."""

    id: str
    """In words, such as `recommendation-everywhere`."""
    says: str
    """What must be so, in one sentence."""
    serves: tuple[str, ...]
    """The items of the standards behind it (docs/authors.md names them)."""
    mend: str
    look: Look
    severity: Severity = "error"
