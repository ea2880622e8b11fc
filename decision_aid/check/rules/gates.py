"""Texts and questions that share out the answers of a question: passing it over leaves one too."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from decision_aid.check.proof.texts_shown import Saying
from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.rules.answer_paths import shown_by

if TYPE_CHECKING:
    from decision_aid.check.proof.diagrams import Diagram
    from decision_aid.check.proof.states import States
    from decision_aid.conditions import Condition
    from decision_aid.content import Question
    from decision_aid.content.faults import Fault


def gates_cover_somebody(subject: Subject) -> Iterator[Fault]:
    """Where texts are split between all answers of a question, passing it over leaves one too."""
    states, screen = subject.states, Saying(subject.states, on_paper=False)
    for question in subject.aid.questions:
        bodies = (question.lead, getattr(question, "body", ()))
        for body in bodies:
            gated = [passage.when for passage in body if passage.when is not None]
            yield from _uncovered(states, screen, question, gated)
    for section in subject.aid.sections:
        gated = [item.when for item in section.items if item.when is not None]
        yield from _uncovered_items(states, screen, section.id, gated)


def _uncovered(
    states: States, screen: Saying, question: Question, gated: list[Condition]
) -> Iterator[Fault]:
    asked = states.paths[question.id]
    for one, other in _pairs(states, screen, gated):
        neither = asked & _ways_to_pass(states, one, other) & ~_either(screen, one, other)
        if states.can_be(neither):
            message = "two texts share out the answers of a question, and passing over leaves none"
            yield shown_by(states, question.id, message, neither)


def _uncovered_items(
    states: States, screen: Saying, owner: str, gated: list[Condition]
) -> Iterator[Fault]:
    for one, other in _pairs(states, screen, gated):
        neither = _ways_to_pass(states, one, other) & ~_either(screen, one, other)
        if states.can_be(neither):
            message = "two questions share out the answers of a question, and passing over has none"
            yield shown_by(states, owner, message, neither)


def _pairs(
    states: States, screen: Saying, gated: list[Condition]
) -> Iterator[tuple[Condition, Condition]]:
    """Conditions on the same one question that between them take all its answers, once each."""
    for one, other in combinations(gated, 2):
        read = {test.question for test in (*one.tests(), *other.tests())}
        if len(read) != 1:
            continue
        known = states.known(next(iter(read)), on_paper=False)
        first, second = screen.verdict(one).true, screen.verdict(other).true
        shared_out = known & ~(first | second)
        if not states.can_be(first & second) and not states.can_be(shared_out):
            yield one, other


def _either(screen: Saying, one: Condition, other: Condition) -> Diagram:
    return screen.verdict(one).true | screen.verdict(other).true


def _ways_to_pass(states: States, one: Condition, other: Condition) -> Diagram:
    """Where the one question that both read was passed over."""
    name = next(test.question for test in (*one.tests(), *other.tests()))
    return states.slots[name].codes.get("?", states.never)


RULES = (
    CheckRule(
        "gates-cover-somebody",
        "Where two gates share out all answers, passing over leaves one of them open.",
        ("K1", "K2"),
        "Let one of the two stand without a condition, or set passed_over_as.",
        gates_cover_somebody,
    ),
)
