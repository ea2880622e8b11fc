"""What a rule is: a small look at an aid, the standards that it serves, and how to mend."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decision_aid.check.proof.states import States
    from decision_aid.check.proof.word_counts import Heaviest
    from decision_aid.content import DecisionAid
    from decision_aid.content.faults import Fault, Severity
    from decision_aid.content.summary_plan import Side

LONGER = 120
"""Per cent of their length that texts may take in another language."""


@dataclass(frozen=True)
class Subject:
    """What is looked at: an aid, the report templates that print it, and the day."""

    aid: DecisionAid
    reports: Path
    today: date
    complete: bool = field(default=False, kw_only=True)
    """Whether a text that is missing or stale in a translation is a fault."""

    @property
    def is_translated(self) -> bool:
        """Whether the aid is in another language than its file."""
        return bool(self.aid.laid_over.original)

    def room_for(self, most: int) -> int:
        """So many words, or a fifth more in another language than that of the file."""
        return most * LONGER // 100 if self.is_translated else most

    @cached_property
    def states(self) -> States:
        """Every way of answering the aid."""
        from decision_aid.check.proof.states import States

        return States(self.aid)

    @cached_property
    def fullest_sides(self) -> Mapping[Side, Heaviest]:
        """The most words that each side of the sheet can have, with the answers that bring them."""
        from decision_aid.check.proof.sheet import fullest_side

        return {1: fullest_side(self.states, 1), 2: fullest_side(self.states, 2)}


Inspection = Callable[[Subject], "Iterator[Fault]"]
"""What looks at an aid and tells each place where a rule is broken."""


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
    inspect: Inspection
    severity: Severity = "error"
    was: tuple[str, ...] = ()
    """What it was called before."""
    of_words: bool = field(default=False, kw_only=True)
    """Whether words decide it, so that it is asked of each translation too."""
