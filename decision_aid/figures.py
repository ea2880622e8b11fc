"""Numbers as people read them: counts of a round base, both framings, and rows of icons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid, Outcome, Risk

BASES = (10, 100, 1000, 10_000)
"""Of how many people a count can be told."""

SIDES = {10: 10, 100: 10, 1000: 25}
"""Icons in a row, for each base that is drawn; ten thousand could not be told one by one."""

_GAP = re.compile(r"\{(arm|count|of|rest)\}")


def is_under_one(events: int, denominator: int, base: int) -> bool:
    """Whether that is more than nobody, and fewer than one of the base."""
    return 0 < events * base < denominator


def count(risk: Risk, base: int) -> int:
    """The events of the base, rounded to whole people (half goes up).

    What is under one is none, and all but under one is all: words say that it is not quite so.
    """
    if is_under_one(risk.events, risk.denominator, base):
        return 0
    if is_under_one(risk.denominator - risk.events, risk.denominator, base):
        return base
    return (2 * base * risk.events + risk.denominator) // (2 * risk.denominator)


def rest(risk: Risk, base: int) -> int:
    """Those of the base to whom it did not happen."""
    return base - count(risk, base)


def say_counts(aid: DecisionAid, outcome: Outcome, risk: Risk) -> tuple[str, str]:
    """To how many of the outcome's base it happened, and to how many not, in words or figures."""
    says, base = words(aid.language), outcome.base
    few, most = says.fewer_than_one, says.more_than.format(count=says.number(base - 1))
    if is_under_one(risk.events, risk.denominator, base):
        return few, most
    if is_under_one(risk.denominator - risk.events, risk.denominator, base):
        return most, few
    return says.number(count(risk, base)), says.number(rest(risk, base))


def say_base(aid: DecisionAid, outcome: Outcome) -> str:
    """Of how many people the outcome's counts are."""
    return words(aid.language).number(outcome.base)


def make_sentence(aid: DecisionAid, outcome: Outcome, risk: Risk) -> str:
    """The author's pattern for this arm with both framings filled in."""
    happened, not_so = say_counts(aid, outcome, risk)
    arm, of = aid.arm[risk.arm].name, say_base(aid, outcome)
    gaps = {"arm": arm, "count": happened, "of": of, "rest": not_so}
    said = (gaps[one] if at % 2 else one for at, one in enumerate(_GAP.split(outcome.says)))
    return words(aid.language).joined(list(said))


def icon_rows(risk: Risk, base: int) -> tuple[tuple[bool, ...], ...]:
    """The cells of an icon array, the top row first; none where the base is not drawn."""
    side = SIDES.get(base)
    return fill_rows(count(risk, base), base, side) if side else ()


def fill_rows(marked: int, of: int, side: int) -> tuple[tuple[bool, ...], ...]:
    """Rows of so many cells; those that are marked fill whole rows from the bottom."""
    cells = [n < marked for n in range(of)]
    rows = [tuple(cells[start : start + side]) for start in range(0, of, side)]
    return tuple(reversed(rows))
