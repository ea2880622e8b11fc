"""Figures together: only where the evidence sets them side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from decision_aid.check.proof.texts_shown import Saying
from decision_aid.check.rule import CheckRule, Subject
from decision_aid.content.faults import Fault
from decision_aid.content.placeholders import PLACEHOLDER

if TYPE_CHECKING:
    from decision_aid.conditions import Condition
    from decision_aid.content import Cited, DecisionAid, Outcome, Passage


class Placed(NamedTuple):
    """A figure on a screen, or in a note, a block or the table."""

    outcome: Outcome
    when: Condition | None
    """The condition of the passage that it stands in."""


def figures_apart(subject: Subject) -> Iterator[Fault]:
    """Figures stand on one screen, note or block only where each names the other."""
    for owner, one, other in find_pairs(subject, _may_not_stand_together):
        yield Fault(owner, f"{one.id!r} and {other.id!r} stand together, and may not")


def _may_not_stand_together(one: Outcome, other: Outcome) -> bool:
    return other.id not in one.may_stand_beside or one.id not in other.may_stand_beside


def find_pairs(
    subject: Subject, is_wrong: Callable[[Outcome, Outcome], bool]
) -> Iterator[tuple[str, Outcome, Outcome]]:
    """Two figures that should not stand together, after each place where some answers do that."""
    for owner, placed, on_paper in _together(subject.aid):
        told: set[tuple[str, str]] = set()
        for one, other in combinations(sorted(placed, key=_by_name), 2):
            names = one.outcome.id, other.outcome.id
            if names[0] == names[1] or names in told or not is_wrong(one.outcome, other.outcome):
                continue
            if _can_meet(subject, one, other, on_paper=on_paper):
                told.add(names)
                yield owner, one.outcome, other.outcome


def _by_name(placed: Placed) -> str:
    return placed.outcome.id


def _can_meet(subject: Subject, one: Placed, other: Placed, *, on_paper: bool) -> bool:
    """Whether any answers have both told: where nothing depends on answers, that is so."""
    if not any((one.when, one.outcome.when, other.when, other.outcome.when)):
        return True
    saying = Saying(subject.states, on_paper=on_paper)
    first, second = (
        saying.verdict(each.when).true & saying.may_apply(each.outcome.when)
        for each in (one, other)
    )
    return subject.states.can_be(first & second)


def _together(aid: DecisionAid) -> Iterator[tuple[str, list[Placed], bool]]:
    """Each screen, note or block with the figures that stand there, and whether it is printed."""
    for question in (*aid.questions, *aid.shelf):
        drawn = [Placed(aid.outcome[name], None) for name in question.drawn()]
        yield question.id, [*drawn, *_placed_in(aid, question.passages())], False
    for block in aid.summary.blocks:
        yield block.id, list(_placed_in(aid, block.passages)), True
    cells = (cell for row in aid.comparison.rows for cell in row.cells.values())
    yield "comparison", list(_counted_in(aid, cells, None)), True


def _placed_in(aid: DecisionAid, passages: Iterable[Passage]) -> Iterator[Placed]:
    for passage in passages:
        if passage.kind == "figure" and passage.name in aid.outcome:
            yield Placed(aid.outcome[passage.name], passage.when)
        yield from _counted_in(aid, [passage.said], passage.when)


def _counted_in(
    aid: DecisionAid, texts: Iterable[Cited], when: Condition | None
) -> Iterator[Placed]:
    statements = (one for text in texts for one in text.statements)
    gaps = (name for one in statements for name in PLACEHOLDER.findall(one.text))
    for name in dict.fromkeys(gap.partition(".")[0] for gap in gaps):
        if name in aid.outcome:
            yield Placed(aid.outcome[name], when)


def procedures_apart(subject: Subject) -> Iterator[Fault]:
    """Two options are counted side by side only where one fair trial had both."""
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
        "Figures of two options that change something stand together only out of one fair trial.",
        ("P2", "IPDAS 2.1.1"),
        "Say them in words, each alone, with what they were counted in.",
        procedures_apart,
    ),
)
