"""Finds values that have the right type but make no sense, such as a least above the most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.conditions import (
    Includes,
    Is,
    QuestionTest,
    Total,
    WithinDays,
    WithinNumbers,
)
from decision_aid.content.faults import Fault
from decision_aid.content.measured import Measured
from decision_aid.content.nearest import mend_of
from decision_aid.content.references import written_tests_of
from decision_aid.content.sections import Ranking
from decision_aid.content.takes import InvalidAnswer
from decision_aid.content.text import Passage

MOST_PLACES = 5

if TYPE_CHECKING:
    from decision_aid.content.aid import DecisionAid
    from decision_aid.content.questions import Question


def find_empty_ranges(aid: DecisionAid) -> Iterator[Fault]:
    """A scale has its least before its most, and "up to" is one or more."""
    for question in aid.questions:
        for message, mend in question.impossible():
            yield Fault(question.id, message, mend=mend)


def find_empty_rankings(aid: DecisionAid) -> Iterator[Fault]:
    """A ranking has two to five places, and more to pick than places."""
    for section in aid.sections:
        for item in section.items:
            if isinstance(item, Ranking):
                places, choices = len(item.items), len(item.answers)
                if not 2 <= places <= MOST_PLACES or choices < places:
                    message = f"{places} places for {choices} answers"
                    mend = f"Give it 2 to {MOST_PLACES} items, and as many answers or more."
                    yield Fault(item.id, message, mend=mend)


def find_tests_that_do_not_fit(aid: DecisionAid) -> Iterator[Fault]:
    """A test is of the kind that its question's answers can pass."""
    for gate, test in written_tests_of(aid):
        question = aid.by_id.get(test.question)
        if question is not None and not isinstance(test, question.tests().kinds):
            if isinstance(gate.condition, Total):
                message, mend = (
                    f"no answer to {test.question!r} gives these points",
                    _points(question),
                )
            else:
                message = f"the test of {test.question!r} can never hold"
                mend = f"Write {question.tests().written}."
            yield Fault(gate.owner, message, mend=mend)


_POINTS: dict[type[QuestionTest], str] = {
    Is: "{a_choice: 1}",
    Includes: "{includes: {a_choice: 1}}",
    WithinNumbers: "{at_least: {a_number: 1}}",
    WithinDays: "{after: {a_day: 1}}",
}


def _points(question: Question) -> str:
    """How points are written for its answers."""
    for kind in question.tests().kinds:
        if kind in _POINTS:
            return f"Write {{{question.id}: {_POINTS[kind]}}}."
    return "Take it out: choices, numbers and days give points, and nothing else does."


def find_impossible_passes(aid: DecisionAid) -> Iterator[Fault]:
    """What passing over amounts to is an answer that the question takes."""
    for question in aid.questions:
        try:
            question.passed()
        except InvalidAnswer:
            message = f"passing over amounts to {question.passed_over_as!r}, which is no answer"
            yield Fault(question.id, message, mend=_mend_pass(question))


def _mend_pass(question: Question) -> str:
    if isinstance(question, Measured):
        least, most = map(question.answer_at, question.bounds())
        return f"Write an answer from {least} to {most} in quotes, or take it out."
    choices = {choice.id for choice in question.own_choices()}
    return mend_of(question.passed_over_as, choices, "Name one of its choices, or take it out.")


def find_odd_language(aid: DecisionAid) -> Iterator[Fault]:
    """The language is named as `en` or `fr-CA`."""
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", aid.language):
        message = f"{aid.language!r} names no language"
        yield Fault("language", message)


def find_examples_not_taken(aid: DecisionAid) -> Iterator[Fault]:
    """The example of each way holds answers that the questions take."""
    for way in aid.ways:
        for name, given in way.example.items():
            if name not in aid.by_id or not _is_taken(aid.by_id[name], given):
                message = f"the example of the way {way.id!r} has {name}: {given}"
                yield Fault("ways", message, mend=_mend_example(aid, name, given))


def _mend_example(aid: DecisionAid, name: str, given: str) -> str:
    if name not in aid.by_id:
        return mend_of(name, aid.by_id, "")
    return mend_of(given, {choice.id for choice in aid.by_id[name].own_choices()}, "")


def _is_taken(question: Question, given: str) -> bool:
    try:
        question.parse([given])
    except InvalidAnswer:
        return False
    return not question.is_read


def find_empty_counts(aid: DecisionAid) -> Iterator[Fault]:
    """`first` and `after` are numbers that leave some of the findings."""
    for owner, part in aid.inventory.parts:
        if isinstance(part, Passage) and (part.after < 0 or _leaves_none(part.first)):
            yield Fault(owner, "'first' and 'after' leave no findings", mend="Use 1 or more.")


def _leaves_none(first: int | None) -> bool:
    return first is not None and first < 1


def find_impossible_figures(aid: DecisionAid) -> Iterator[Fault]:
    """Events do not outnumber people."""
    for outcome in aid.outcomes:
        for risk in outcome.risks:
            if not 0 <= risk.events <= risk.denominator or risk.denominator == 0:
                yield Fault(outcome.id, f"{risk.events} of {risk.denominator} cannot be")


def find_one_sided_figures(aid: DecisionAid) -> Iterator[Fault]:
    """A figure's sentence says to how many it happened and to how many not."""
    needed = {"{arm}", "{count}", "{rest}"}
    for outcome in aid.outcomes:
        missing = sorted(part for part in needed if part not in outcome.says)
        if missing:
            yield Fault(outcome.id, f"the sentence lacks {', '.join(missing)}")


def find_odd_urgent_help(aid: DecisionAid) -> Iterator[Fault]:
    """An aid has urgent help, or says why it has none: then nothing in it speaks of that."""
    if aid.urgent_help is None:
        if aid.without.urgent_help is None:
            yield Fault("urgent_help", "there is no urgent help, and nothing says why")
        for owner, what in _urgent_parts(aid):
            message = f"{what} belongs to urgent help, and the aid has none"
            yield Fault(owner, message, mend="Take it out, or write urgent help.")
    else:
        if aid.without.urgent_help is not None:
            mend = "Take one of the two out."
            message = "it is said why there is no urgent help, and there is some"
            yield Fault("without", message, mend=mend)
        signs = [question for question in aid.by_id.values() if question.urgent]
        if aid.summary.urgent_first is None and signs:
            mend = "Say for whom urgent help stands before all else, as in {a_question: a_choice}."
            message = f"'urgent_first' is missing, and {signs[0].id!r} asks for signs of danger"
            yield Fault("summary", message, mend=mend)


def _urgent_parts(aid: DecisionAid) -> Iterator[tuple[str, str]]:
    """What would lead to urgent help, after the part that has it."""
    if aid.summary.urgent_first is not None:
        yield "summary", "'urgent_first'"
    if aid.welcome_urgent:
        yield "welcome_urgent", "'welcome_urgent'"
    yield from ((one.id, "'urgent: true'") for one in aid.by_id.values() if one.urgent)


def find_odd_staying(aid: DecisionAid) -> Iterator[Fault]:
    """Where it is said why nobody can go on as now, no option does."""
    for option in aid.options if aid.without.stay is not None else ():
        if option.stay:
            message = "it goes on as now, and 'without' says that nobody can"
            yield Fault(option.id, message, mend="Take one of the two out.")


def find_unchecked_contacts(aid: DecisionAid) -> Iterator[Fault]:
    """Where somebody can be called, it is said when the number was tried."""
    if aid.contacts and not aid.contacts_checked:
        yield Fault("contacts", "'contacts_checked' is missing")


def find_odd_takeovers(aid: DecisionAid) -> Iterator[Fault]:
    """A former question is not asked any more, went into one question, and means its choices."""
    took: dict[str, str] = {}
    for question in aid.questions:
        choices = {choice.id for choice in question.own_choices()}
        for old, meanings in question.was.items():
            if old in aid.by_id:
                message, mend = f"{old!r} is still asked", "Take it out of 'was'."
                yield Fault(question.id, message, mend=mend)
            if took.setdefault(old, question.id) != question.id:
                yield Fault(question.id, f"{old!r} went into {took[old]!r} already")
            for word, meant in meanings.items():
                if meant not in choices:
                    message = f"{old!r}: {word} means {meant!r}, which is no choice of it"
                    yield Fault(question.id, message, mend=mend_of(meant, choices, ""))


def _choices_named(ways: set[str]) -> str:
    return f"the choices {', '.join(sorted(ways))}" if ways else "a choice for each of the 'ways'"


def find_odd_uses(aid: DecisionAid) -> Iterator[Fault]:
    """A counsellor's notes and agenda are typed words, asked of a counsellor once."""
    for question in aid.used_as("way"):
        ways = {way.id for way in aid.ways}
        if {choice.id for choice in question.own_choices()} != ways or question.when is not None:
            message = "the way is chosen on the first screen, from all ways that there are"
            mend = f"Give it no 'when', and {_choices_named(ways)}."
            yield Fault(question.id, message, mend=mend)
    for question in aid.questions:
        if question.use in ("notes", "agenda"):
            if not question.is_typed or question.audience != "counsellor":
                message = f"{question.use!r} takes typed words of a counsellor"
                yield Fault(question.id, message, mend="Make it a text with audience: counsellor.")
            if question != aid.used_as(question.use)[0]:
                message = f"another question before it is the {question.use!r}"
                yield Fault(question.id, message, mend="Take one of the two out.")
