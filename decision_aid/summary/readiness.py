"""How ready somebody felt at the start and at the end, and a step for each need that is left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from decision_aid.spoken import join

if TYPE_CHECKING:
    from decision_aid.conditions import Answers
    from decision_aid.content import Question
    from decision_aid.interview import Interview


@dataclass(frozen=True)
class ReadinessArea:
    """A question asked at the start and at the end: both answers, and steps for what is left."""

    question: str
    before: str
    after: str
    steps: tuple[str, ...]
    """Steps that the content gives for the answer that holds now; none where the need is met."""


def measure_readiness(interview: Interview) -> tuple[ReadinessArea, ...]:
    """Every question that is asked twice, as far as it is asked of this person at all."""
    pairs = interview.aid.asked_again
    return tuple(
        _area(interview, *pair) for pair in pairs if any(q.id in interview.positions for q in pair)
    )


def _area(interview: Interview, first: Question, again: Question) -> ReadinessArea:
    said = interview.wording.question(again)
    steps = tuple(_steps(interview, first, again))
    return ReadinessArea(said, _state(interview, first), _state(interview, again), steps)


def _state(interview: Interview, question: Question) -> str:
    value = interview.heard.get(question.id)
    if value is None:
        return interview.wording.words.paper[
            "unanswered" if question.id in interview.positions else "not_asked"
        ]
    return question.phrase(value, interview.wording.words)


def _steps(interview: Interview, first: Question, again: Question) -> Iterator[str]:
    """What the rules that rest on the later answer say: the same as the summary prints."""
    wording = replace(interview.wording, heard=_answers_now(interview, first, again))
    lists = dict.fromkeys(rule.list for rule in interview.aid.rules)
    for finding in (one for name in lists for one in wording.findings(name)):
        if again.id in finding.answers:
            rule = finding.rule
            yield join(one.text for one in wording.sentences(rule.says, rule.id))


def _answers_now(interview: Interview, first: Question, again: Question) -> Answers:
    """The answers, with the earlier one for the later one as long as that is not given."""
    if interview.heard.get(again.id) is not None:
        return interview.heard
    return {**interview.heard, again.id: interview.heard.get(first.id)}
