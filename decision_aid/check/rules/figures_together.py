"""Figures together: only where the evidence sets them side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from decision_aid.check.rule import CheckRule, Subject
from decision_aid.content.faults import Fault
from decision_aid.content.placeholders import PLACEHOLDER

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid, Outcome, Passage


def figures_apart(subject: Subject) -> Iterator[Fault]:
    """Figures stand on one screen, note or block only where each names the other."""
    for owner, names in together(subject.aid):
        for one, other in combinations(sorted(names), 2):
            if not _may_stand_together(subject.aid, one, other):
                yield Fault(owner, f"{one!r} and {other!r} stand together, and may not")


def _may_stand_together(aid: DecisionAid, one: str, other: str) -> bool:
    first, second = aid.outcome[one], aid.outcome[other]
    return other in first.may_stand_beside and one in second.may_stand_beside


def together(aid: DecisionAid) -> Iterator[tuple[str, set[str]]]:
    """Each screen, note or block with the outcomes whose figures stand there."""
    for question in (*aid.questions, *aid.shelf):
        yield question.id, {*question.drawn()} | _figures_in(aid, question.passages())
    for block in aid.summary.blocks:
        yield block.id, _figures_in(aid, block.passages)
    cells = (
        one.text for row in aid.comparison.rows for c in row.cells.values() for one in c.statements
    )
    yield "comparison", _names_in(aid, cells)


def _figures_in(aid: DecisionAid, passages: Iterable[Passage]) -> set[str]:
    found: set[str] = set()
    for passage in passages:
        if passage.kind == "figure":
            found.add(passage.name)
        found |= _names_in(aid, (one.text for one in passage.said.statements))
    return found & set(aid.outcome)


def _names_in(aid: DecisionAid, texts: Iterable[str]) -> set[str]:
    names = (name for text in texts for name in PLACEHOLDER.findall(text))
    return {name.partition(".")[0] for name in names} & set(aid.outcome)


def procedures_apart(subject: Subject) -> Iterator[Fault]:
    """Two procedures are counted side by side only where one fair trial had both."""
    for outcome in subject.aid.outcomes:
        had = _procedures(subject.aid, outcome)
        if len(had) > 1 and outcome.kind != "fair_trial":
            names = " and ".join(sorted(had))
            yield Fault(outcome.id, f"{names} are counted side by side outside a fair trial")
    for one, other in combinations(subject.aid.outcomes, 2):
        if one.id in other.may_stand_beside or other.id in one.may_stand_beside:
            first, second = (_procedures(subject.aid, outcome) for outcome in (one, other))
            if first and second and not first & second:
                message = (
                    f"a figure of {min(first)} may stand beside {other.id!r}, of {min(second)}"
                )
                yield Fault(one.id, message)


def _procedures(aid: DecisionAid, outcome: Outcome) -> set[str]:
    arms = {aid.arm[risk.arm].option for risk in outcome.risks}
    return {option.id for option in aid.options if option.id in arms and not option.stay}


RULES = (
    CheckRule(
        "figures-apart",
        "Figures stand together only where may_stand_beside allows it, on both sides.",
        ("P2", "IPDAS 2.1.1"),
        "Put one of them on another note or block, or allow it if the evidence does.",
        figures_apart,
    ),
    CheckRule(
        "procedures-apart",
        "Figures of two procedures stand side by side only out of one fair trial.",
        ("P2", "IPDAS 2.1.1"),
        "Say them in words, each alone, with what they were counted in.",
        procedures_apart,
    ),
)
