"""Values that fit their type and still cannot be meant: each fault with its owner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.content import (
    InvalidAnswer,
    Picks,
)
from decision_aid.content.placeholders import PLACEHOLDER
from decision_aid.content.references import (
    Found,
    Look,
    conditions_of,
    other_conditions,
    passages,
    texts,
)

if TYPE_CHECKING:
    from decision_aid.conditions import QuestionTest
    from decision_aid.content import DecisionAid, Question

_ID = re.compile(r"[a-z0-9][a-z0-9_.-]*")
_FILLED = frozenset({"arm", "count", "of", "rest"})


def ids_are_plain(aid: DecisionAid) -> Iterator[Found]:
    """Ids are small letters, digits, underscores and dashes; arms and rows have one each."""
    for kind, names in _all_ids(aid):
        for name, times in Counter(names).items():
            if not _ID.fullmatch(name):
                message = f"{name!r} is no id for a {kind}"
                yield Found("odd-id", name, message, "Use small letters, digits, _ and -.")
            if times > 1 and kind in ("arm", "row"):
                message = f"the {kind} {name!r} stands there {times} times"
                yield Found("duplicate-id", name, message, "Give each an id of its own.")


def _all_ids(aid: DecisionAid) -> Iterator[tuple[str, list[str]]]:
    yield "question", [question.id for question in (*aid.questions, *aid.shelf)]
    yield "section", [section.id for section in aid.sections]
    yield "option", [option.id for option in aid.options]
    yield "arm", [arm.id for arm in aid.arms]
    yield "outcome", [outcome.id for outcome in aid.outcomes]
    yield "row", [row.id for row in aid.comparison.rows]
    yield "source", [source.id for source in aid.sources]
    yield "rule", [rule.id for rule in aid.rules]
    yield "block", [block.id for block in aid.summary.blocks]
    yield "choice", [choice.id for q in aid.questions for choice in q.own_choices()]


def bounds_can_be_met(aid: DecisionAid) -> Iterator[Found]:
    """A scale has its least before its most, and "up to" is one or more."""
    for question in aid.questions:
        for message, mend in question.impossible():
            yield Found("empty-range", question.id, message, mend)


def tests_fit_their_question(aid: DecisionAid) -> Iterator[Found]:
    """A test is of the kind that its question's answers can pass."""
    for owner, test in _tests(aid):
        question = aid.by_id.get(test.question)
        if question is not None and not isinstance(test, question.tests().kinds):
            message = f"the test of {test.question!r} can never hold"
            yield Found("test-does-not-fit", owner, message, f"Write {question.tests().written}.")


def _tests(aid: DecisionAid) -> Iterator[tuple[str, QuestionTest]]:
    mine = ((q.id, c) for q in aid.questions for c in conditions_of(q))
    for owner, condition in (*mine, *other_conditions(aid)):
        yield from ((owner, test) for test in (condition.tests() if condition else ()))


def passing_over_is_an_answer(aid: DecisionAid) -> Iterator[Found]:
    """What passing over amounts to is an answer that the question takes."""
    for question in aid.questions:
        try:
            question.passed()
        except InvalidAnswer:
            message = f"passing over amounts to {question.passed_over_as!r}, which is no answer"
            yield Found("unknown-choice", question.id, message, "Name one of its choices.")


def phrases_look_back(aid: DecisionAid) -> Iterator[Found]:
    """A phrase is made of answers and of phrases before it, so that none needs itself."""
    before: set[str] = set()
    for name, variants in aid.phrases.items():
        for variant in variants:
            for used in PLACEHOLDER.findall(variant.text):
                if used in aid.phrases and used not in before:
                    message = f"it uses {{{used}}}, which does not stand before it"
                    yield Found("phrase-looks-forward", name, message, "Change the order.")
        before.add(name)


def language_is_a_tag(aid: DecisionAid) -> Iterator[Found]:
    """The language is named as `en` or `fr-CA`."""
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", aid.language):
        message = f"{aid.language!r} names no language"
        yield Found("odd-language", "language", message, "Write it as en or fr-CA.")


def ways_can_be_taken(aid: DecisionAid) -> Iterator[Found]:
    """The example of each way holds answers that the questions take."""
    for way in aid.ways:
        for name, given in way.example.items():
            if name not in aid.by_id or not _taken(aid.by_id[name], given):
                message = f"the example of the way {way.id!r} has {name}: {given}"
                mend = "Use a question's id and one of its choices."
                yield Found("example-not-taken", "ways", message, mend)


def _taken(question: Question, given: str) -> bool:
    try:
        question.parse([given])
    except InvalidAnswer:
        return False
    return not question.is_read


def figures_can_be_filled(aid: DecisionAid) -> Iterator[Found]:
    """A figure's sentence has no other gaps than those that are filled."""
    for outcome in aid.outcomes:
        gaps = re.findall(r"\{([^{}]*)\}", outcome.says)
        rest = re.sub(r"\{[^{}]*\}", "", outcome.says)
        if set(gaps) - _FILLED or "{" in rest or "}" in rest:
            mend = "Use {arm}, {count}, {of} and {rest}, and no other braces."
            yield Found("unknown-placeholder", outcome.id, "the sentence cannot be filled", mend)


def counts_leave_something(aid: DecisionAid) -> Iterator[Found]:
    """`first` and `after` are numbers that leave some of the findings."""
    for owner, passage in passages(aid):
        if passage.after < 0 or (passage.first is not None and passage.first < 1):
            message = "'first' and 'after' leave no findings"
            yield Found("empty-range", owner, message, "Use 1 or more.")


def choices_are_printed_plainly(aid: DecisionAid) -> Iterator[Found]:
    """The printed words of a choice have no placeholder: they are put into others' gaps."""
    for question in aid.questions:
        takes = question.takes()
        for choice in takes.choices if isinstance(takes, Picks) else ():
            if "{" in choice.printed:
                message = f"the printed words of {choice.id!r} have a placeholder"
                yield Found("unfilled-placeholder", question.id, message, "Write it out.")


def braces_are_placeholders(aid: DecisionAid) -> Iterator[Found]:
    """Braces in a text hold a placeholder in small letters."""
    for owner, text in texts(aid):
        if re.search(r"[{}]", PLACEHOLDER.sub("", text)):
            message = "a brace that holds no placeholder"
            yield Found("unknown-placeholder", owner, message, "Write a name as in {hope}.")


SLIPS: tuple[Look, ...] = (
    ids_are_plain,
    bounds_can_be_met,
    tests_fit_their_question,
    passing_over_is_an_answer,
    phrases_look_back,
    language_is_a_tag,
    ways_can_be_taken,
    figures_can_be_filled,
    counts_leave_something,
    choices_are_printed_plainly,
    braces_are_placeholders,
)
