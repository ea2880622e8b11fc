"""Bases of figures: they tell counts apart, are alike side by side, and count people enough."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from decision_aid import figures
from decision_aid.check.languages import find_language
from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.rules.figures_together import find_pairs
from decision_aid.check.texts import short, texts
from decision_aid.content.faults import Fault, fault_in
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid, Outcome, Risk

MOST_ADDED, MOST_PART = Fraction(1, 2), Fraction(1, 4)
"""Rounding makes a difference larger than it is by over so much of one, and of the difference.

Without the second, 5.4 of 1,000 that look like 6 would be sent on to 10,000, and lose their icons.
"""

FEWEST = 20
"""Of fewer people a count is not drawn: the icons would look surer than it is."""

_ROUND = frozenset({*figures.BASES, 100_000})
_BASE = re.compile(r"(?:\bout of |[\d}] (?:of|in) )(?:every )?(\d[\d,]*)\b", re.I)
_AFTER_A_COUNT = re.compile(
    r"\{([a-z0-9_-]+)\.[a-z0-9_.-]+\} (?:of|in|out of) (?:every )?(\d[\d,]*)\b"
)


def base_tells_apart(subject: Subject) -> Iterator[Fault]:
    """Rounding to the base makes no two risks equal, none nothing, and no difference larger."""
    for outcome in subject.aid.outcomes:
        risks = [risk for risk in outcome.risks if risk.denominator > 0]
        found = next(_hidden(subject.aid, risks, outcome.base), None)
        if found is not None:
            yield Fault(outcome.id, found, mend=_mend(subject.aid, outcome, risks))


def _hidden(aid: DecisionAid, risks: list[Risk], base: int) -> Iterator[str]:
    """What cannot be seen in counts of that base; of the largest, what is under one is in words."""
    of = words(aid.language).number(base)
    for risk in risks:
        if base < figures.BASES[-1] and risk.events and not figures.count(risk, base):
            yield f"{risk.events} of {risk.denominator} for {risk.arm!r} is drawn as none of {of}"
    for one, other in combinations(risks, 2):
        gap = abs(_share(one) - _share(other)) * base
        drawn = abs(figures.count(one, base) - figures.count(other, base))
        if gap and _told(one, base) == _told(other, base):
            yield f"{one.arm!r} and {other.arm!r} differ, and look equal of {of}"
        elif drawn - gap > max(MOST_ADDED, MOST_PART * gap):
            yield (
                f"the difference between {one.arm!r} and {other.arm!r} is {float(gap):.2f} of {of},"
                f" and looks like {drawn}"
            )


def _told(risk: Risk, base: int) -> tuple[int, bool]:
    """What of a risk reaches the reader: less than one is not said as none."""
    less = figures.is_under_one(risk.events, risk.denominator, base)
    return figures.count(risk, base), less


def _share(risk: Risk) -> Fraction:
    return Fraction(risk.events, risk.denominator)


def _mend(aid: DecisionAid, outcome: Outcome, risks: list[Risk]) -> str:
    for base in figures.BASES:
        if base > outcome.base and not any(_hidden(aid, risks, base)):
            return f"Write `base: {base}`, which tells them apart, or say in the caption why not."
    return "No base tells them apart: say in the caption that they are about the same."


def one_base_together(subject: Subject) -> Iterator[Fault]:
    """Figures that stand on one screen, note or block have one base."""
    for owner, one, other in find_pairs(subject, _differ_in_base):
        message = f"{one.id!r} is told of {one.base} and {other.id!r} of {other.base}"
        yield Fault(owner, message)


def _differ_in_base(one: Outcome, other: Outcome) -> bool:
    return one.base != other.base


def base_as_said(subject: Subject) -> Iterator[Fault]:
    """Where a text names the base of an outcome's counts, it is the outcome's own."""
    for outcome in subject.aid.outcomes:
        captions = (passage.said.plain for passage in outcome.caption)
        for text in (outcome.opening.plain, outcome.says, *captions):
            for of in map(_number, _BASE.findall(text)):
                if of in _ROUND and of != outcome.base:
                    yield Fault(outcome.id, _differs(of, outcome, text))
    for piece in texts(subject.aid):
        for name, of in _AFTER_A_COUNT.findall(piece.own):
            told = subject.aid.outcome.get(name)
            if told is not None and _number(of) != told.base:
                yield fault_in(piece, _differs(_number(of), told, piece.text))


def _number(written: str) -> int:
    return int(written.replace(",", ""))


def _differs(of: int, outcome: Outcome, text: str) -> str:
    return f"{of} is said, and the counts of {outcome.id!r} are of {outcome.base}: {short(text)}"


def drawn_is_counted(subject: Subject) -> Iterator[Fault]:
    """What is drawn as icons was counted, in enough people: no mean, no rate and no survival."""
    no_count = find_language(subject.aid.language).no_count
    for outcome in (one for one in subject.aid.outcomes if one.pictured):
        for risk in outcome.risks:
            if risk.denominator < FEWEST:
                message = f"{risk.denominator} for {risk.arm!r} are too few to be drawn"
                yield Fault(outcome.id, message)
        told = (outcome.name, outcome.time, outcome.opening.plain, outcome.says, outcome.icon)
        for text in told:
            for word in no_count.findall(text):
                yield Fault(outcome.id, f"{word!r} is no count of people: {short(text)}")


RULES = (
    CheckRule(
        "drawn-is-counted",
        f"What is drawn was counted in {FEWEST} people or more, each of whom had it or had not.",
        ("P1", "P7", "IPDAS Q7"),
        "Take the outcome out, and say it in a sentence with its source.",
        drawn_is_counted,
    ),
    CheckRule(
        "base-tells-apart",
        "The base of a figure's counts is large enough to show what was found.",
        ("P2", "P7", "IPDAS Q7"),
        "Write a larger `base`, or say in the caption why not.",
        base_tells_apart,
        "warning",
    ),
    CheckRule(
        "one-base-together",
        "Figures that stand together have one base.",
        ("P2", "IPDAS Q7"),
        "Write the same `base` on both, or show them apart.",
        one_base_together,
    ),
    CheckRule(
        "base-as-said",
        "Texts name the base that the counts are told of.",
        ("P7", "IPDAS Q7"),
        "Write the outcome's `base` in the text, or change the `base`.",
        base_as_said,
    ),
)
