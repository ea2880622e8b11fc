"""The decision, its options, and rows of every kind that make each option fairly known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.check.proof.texts_shown import Saying
from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.texts import short
from decision_aid.content.faults import Fault

if TYPE_CHECKING:
    from decision_aid.content import Cited, ComparisonRow, DecisionAid, Option

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
    """There are two options or more, and just one of them is to go on as now, if any is."""
    options = subject.aid.options
    if len([option for option in options if option.compared]) < 2:
        yield Fault("options", "fewer than two options are compared")
    else:
        yield from _too_few_for_some(subject)
    staying = [option for option in options if option.stay]
    if len(staying) != (1 if subject.aid.without.stay is None else 0):
        yield Fault("options", f"{len(staying)} options are marked stay")
    for option in staying:
        if not option.compared:
            yield Fault(option.id, "the option of going on as now is not a column of the table")
        if option.when is not None:
            yield Fault(option.id, "to go on as now is open to everybody, and here has a condition")


def _too_few_for_some(subject: Subject) -> Iterator[Fault]:
    """The answers for which fewer than two options are open, where options have conditions."""
    compared = [option for option in subject.aid.options if option.compared]
    if len([option for option in compared if option.when is None]) < 2:
        screen = Saying(subject.states, on_paper=False)
        open_to = [screen.may_apply(option.when) for option in compared]
        few = subject.states.at_most(open_to, 1)
        if subject.states.can_be(few):
            message = "for some people fewer than two options are compared"
            yield Fault("options", message, subject.states.shortest(few))


def rows_of_every_kind(subject: Subject) -> Iterator[Fault]:
    """The table tells of benefit, harm, experience and burden; each row does so for all options."""
    told = {row.about for row in subject.aid.comparison.rows}
    for about, meaning in _OWED.items():
        if about not in told:
            yield Fault("comparison", f"no row is about {about}: {meaning}")
        yield from _untold_to_some(subject, about)


def natural_course(subject: Subject) -> Iterator[Fault]:
    """The table tells how things go if all stays as now, or that this is not known."""
    if subject.aid.without.stay is not None:
        return
    if all(row.about != "course" for row in subject.aid.comparison.rows):
        yield Fault("comparison", "no row is about course: how things go if all stays as now")
    yield from _untold_to_some(subject, "course")


def _untold_to_some(subject: Subject, about: str) -> Iterator[Fault]:
    """The answers for which no row of that kind is told, where each has a condition."""
    whens = [row.when for row in subject.aid.comparison.rows if row.about == about]
    if whens and None not in whens:
        screen, untold = Saying(subject.states, on_paper=False), subject.states.always
        for when in whens:
            untold &= ~screen.may_apply(when)
        if subject.states.can_be(untold):
            message = f"for some people no row is about {about}"
            yield Fault("comparison", message, subject.states.shortest(untold))


def cell_never_empty(subject: Subject) -> Iterator[Fault]:
    """Wherever a row and an option are told, their cell says something."""
    for row, option, cell in _cells_with_gaps(subject.aid):
        for saying in (Saying(subject.states, on_paper=side) for side in (False, True)):
            told = saying.may_apply(row.when) & saying.may_apply(option.when)
            empty = told & ~saying.cited(cell)
            if subject.states.can_be(empty):
                message = f"the cell {option.id!r} can be empty: {short(cell.plain)}"
                yield Fault(row.id, message, subject.states.shortest(empty))
                break


def figure_with_its_option(subject: Subject) -> Iterator[Fault]:
    """Where an option is not open, no figure tells of those who had it."""
    aid, screen = subject.aid, Saying(subject.states, on_paper=False)
    for option in (one for one in aid.options if one.when is not None):
        closed = ~screen.may_apply(option.when)
        for outcome in aid.outcomes:
            had = any(aid.arm[risk.arm].option == option.id for risk in outcome.risks)
            told = closed & screen.may_apply(outcome.when)
            if had and subject.states.can_be(told):
                message = f"it tells of {option.id!r} where that is not open"
                yield Fault(outcome.id, message, subject.states.shortest(told))


def _cells_with_gaps(aid: DecisionAid) -> Iterator[tuple[ComparisonRow, Option, Cited]]:
    """The cells, long and short, of which each statement has something to fill in."""
    options = {option.id: option for option in aid.options}
    for row in aid.comparison.rows:
        for option, cell in (*row.cells.items(), *row.short.items()):
            if all("{" in one.text for one in cell.statements):
                yield row, options[option], cell


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
        "At least two options are compared, for everybody; one of them is to go on as now.",
        ("O2", "IPDAS 1.1.3", "NICE EC1"),
        "List every way that is open, and set stay on the one that changes nothing; where there is"
        " none, say why under `without: {stay: ...}`.",
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
        "The table tells how things go if all stays as now.",
        ("O5", "IPDAS Q1"),
        "Add a row with `about: course`, even if it says that it is not known, because ….",
        natural_course,
    ),
    CheckRule(
        "cell-never-empty",
        "Each cell of the table that is shown says something, whatever was answered.",
        ("B1", "K2", "IPDAS 2.1.1"),
        "Add a sentence to the cell that needs no answer and no count with a condition.",
        cell_never_empty,
    ),
    CheckRule(
        "figure-with-its-option",
        "Where an option is not open, no figure tells of those who had it.",
        ("B1", "IPDAS 2.1.1"),
        "Give the outcome the `when` of the option, unless it tells of the others too.",
        figure_with_its_option,
        "warning",
    ),
)
