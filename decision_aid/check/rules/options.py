"""The decision, its options, and rows of every kind that make each option fairly known."""

from __future__ import annotations

from collections.abc import Iterator

from decision_aid.check.rule import CheckRule, Subject
from decision_aid.content.faults import Fault

_OWED = {
    "benefit": "what good it does, or that none is proven",
    "harm": "what harm it can do",
    "experience": "what living with it is like, in body, feelings and daily life",
    "burden": "what it costs in money, travel and care afterwards",
}


def decision_stated(subject: Subject) -> Iterator[Fault]:
    """The decision is one question; for whom and where the aid is meant is said."""
    decision = subject.aid.decision
    if not decision.question.strip().endswith("?"):
        yield Fault("decision", "the decision is not put as a question that ends in '?'")
    for name, text in (("audience", decision.audience), ("setting", decision.setting)):
        if not text.strip():
            yield Fault("decision", f"the {name} is empty")


def two_options(subject: Subject) -> Iterator[Fault]:
    """There are two options or more, and just one of them is to have no procedure."""
    options = subject.aid.options
    if len([option for option in options if option.compared]) < 2:
        yield Fault("options", "fewer than two options are compared")
    without = [option for option in options if option.stay]
    if len(without) != 1:
        yield Fault("options", f"{len(without)} options are marked stay")
    for option in without:
        if not option.compared:
            yield Fault(option.id, "the option without a procedure is not a column of the table")


def rows_of_every_kind(subject: Subject) -> Iterator[Fault]:
    """The table tells of benefit, harm, experience and burden; each row does so for all options."""
    told = {row.about for row in subject.aid.comparison.rows}
    for about, meaning in _OWED.items():
        if about not in told:
            yield Fault("comparison", f"no row is about {about}: {meaning}")


def natural_course(subject: Subject) -> Iterator[Fault]:
    """The table tells how things go without a procedure, or that this is not known."""
    if all(row.about != "course" for row in subject.aid.comparison.rows):
        yield Fault("comparison", "no row is about course: how things go without a procedure")


RULES = (
    CheckRule(
        "decision-stated",
        "The decision is one question, and the aid says for whom and where it is meant.",
        ("O1", "IPDAS 1.1.2", "NICE EC7"),
        "Write decision.question as one question, and fill in audience and setting.",
        decision_stated,
    ),
    CheckRule(
        "two-options",
        "At least two options are compared; exactly one of them is to have no procedure.",
        ("O2", "IPDAS 1.1.3", "NICE EC1"),
        "List every way that is open, and set stay on the one that changes nothing.",
        two_options,
    ),
    CheckRule(
        "rows-of-every-kind",
        "For each option the table tells of benefit, harm, experience and burden.",
        ("O3", "IPDAS 1.1.4", "IPDAS 1.1.5", "IPDAS 1.2.1"),
        "Add the row, or set `about` on the row that tells it; not known is an answer too.",
        rows_of_every_kind,
    ),
    CheckRule(
        "natural-course",
        "The table tells how things go without a procedure.",
        ("O5", "IPDAS Q1"),
        "Add a row with `about: course`, even if it says that it is not known, because ….",
        natural_course,
    ),
)
