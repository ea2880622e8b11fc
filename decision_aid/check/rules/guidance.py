"""Questions for the clinic depend on the answers, and whatever is left open gets a next step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.check.rule import CheckRule, Subject
from decision_aid.content.faults import Fault

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid, Question
    from decision_aid.content import Rule as ContentRule

LEAST_QUESTIONS = 5


def questions_to_ask(subject: Subject) -> Iterator[Fault]:
    """At least five questions for clinicians, each called up by an answer."""
    asked = [rule for rule in subject.aid.rules if rule.says.plain.rstrip().endswith("?")]
    tied = [rule for rule in asked if rule.when is not None]
    if len(tied) < LEAST_QUESTIONS:
        message = f"{len(tied)} questions to ask are called up by answers ({len(asked)} in all)"
        yield Fault("rules", message)


def lists_printed(subject: Subject) -> Iterator[Fault]:
    """Every list of rules has a place in the summary."""
    printed = _printed_lists(subject.aid)
    for name in dict.fromkeys(rule.list for rule in subject.aid.rules):
        if name not in printed:
            yield Fault(_first(subject.aid, name).id, f"no block prints the list {name!r}")


def _printed_lists(aid: DecisionAid) -> set[str]:
    passages = [*aid.summary.lead, *(p for b in aid.summary.blocks for p in b.passages)]
    passages += [p for q in (*aid.questions, *aid.shelf) for p in q.passages()]
    return {passage.name for passage in passages if passage.kind == "findings"}


def _first(aid: DecisionAid, name: str) -> ContentRule:
    return next(rule for rule in aid.rules if rule.list == name)


def step_for_each_not_yet(subject: Subject) -> Iterator[Fault]:
    """Whoever leaves something open finds a step, once for a question that is asked twice."""
    answered = {
        (test.question, name)
        for rule in subject.aid.rules
        if rule.when
        for test in rule.when.tests()
        for name in test.names()
    }
    last_asked = {question.id.rpartition(".")[2]: question for question in subject.aid.questions}
    for question in last_asked.values():
        for choice in question.own_choices():
            if choice.leaves_open and (question.id, choice.id) not in answered:
                yield Fault(question.id, f"no rule gives a step for {choice.id!r}")


def counsellor_prompts(subject: Subject) -> Iterator[Fault]:
    """Where a counsellor finds something of their own, it stands beside every question."""
    aid = subject.aid
    if not any(q.prompt or q.audience == "counsellor" for q in (*aid.questions, *aid.shelf)):
        return
    for question in aid.questions:
        if _asked_of_the_person(question) and not question.prompt:
            yield Fault(question.id, "no prompt for a counsellor")


def _asked_of_the_person(question: Question) -> bool:
    return question.audience == "patient" and not question.is_read


RULES = (
    CheckRule(
        "questions-to-ask",
        f"At least {LEAST_QUESTIONS} questions for clinicians, each called up by an answer.",
        ("G2", "IPDAS Q11"),
        "Add rules whose text is a question, with the answer that calls for it under `when`.",
        questions_to_ask,
    ),
    CheckRule(
        "list-printed",
        "Every list of rules stands in the summary.",
        ("G2", "G3"),
        "Add a passage {findings: …} to a block, or take the rules out.",
        lists_printed,
    ),
    CheckRule(
        "step-for-each-not-yet",
        'There is a next step for each "not yet".',
        ("G3", "Ottawa Personal Decision Guide, step 4"),
        "Add a rule with `when: {the_question: the_choice}` and a step to take.",
        step_for_each_not_yet,
    ),
    CheckRule(
        "counsellor-prompts",
        "Every question has a counsellor's prompt, or none has.",
        ("G4", "Rahn 2021 (guidance and coaching)"),
        "Add `prompt:` with what to say, to listen for or to wait for; state no fact there.",
        counsellor_prompts,
        "warning",
    ),
)
