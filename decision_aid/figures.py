"""Numbers as people read them: counts of 100, both framings, and icon arrays as rows of cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid, Outcome, Risk

OF = 100
"""The one denominator that people are shown."""

SIDE = 10
"""Icons in a row, and rows, of an icon array."""


def count(risk: Risk) -> int:
    """The events per 100, rounded to whole people (half goes up)."""
    return (2 * OF * risk.events + risk.denominator) // (2 * risk.denominator)


def rest(risk: Risk) -> int:
    """Those of 100 to whom it did not happen."""
    return OF - count(risk)


def make_sentence(aid: DecisionAid, outcome: Outcome, risk: Risk) -> str:
    """The author's pattern for this arm with both framings filled in."""
    return outcome.says.format(
        arm=aid.arm[risk.arm].name, count=count(risk), of=OF, rest=rest(risk)
    )


def icon_rows(risk: Risk) -> tuple[tuple[bool, ...], ...]:
    """Ten rows of ten cells, the top row first; marked cells fill whole rows from the bottom."""
    marked = count(risk)
    cells = [n < marked for n in range(OF)]
    rows = [tuple(cells[start : start + SIDE]) for start in range(0, OF, SIDE)]
    return tuple(reversed(rows))
