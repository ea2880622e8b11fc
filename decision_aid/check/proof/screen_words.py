"""The words of every screen of the path, and the answer states in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from decision_aid.content import ChecklistLine, Picks
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.check.proof.diagrams import Diagram
    from decision_aid.check.proof.weighing import Weighing
    from decision_aid.check.proof.word_counts import Part
    from decision_aid.content import DecisionAid, Question

Step = tuple["Question", ...]
"""The questions on one screen."""


def all_steps(aid: DecisionAid) -> tuple[Step, ...]:
    """Every screen that there can be, in order, with all questions that can stand on it."""
    screens = groupby(aid.questions, key=lambda question: question.screen_id)
    return tuple(tuple(together) for _, together in screens)


def asked(weighing: Weighing, step: Step) -> Diagram:
    """Where the screen is on the path."""
    where = weighing.saying.states.never
    for question in step:
        where |= weighing.saying.states.paths[question.id]
    return where


def words_on(weighing: Weighing, step: Step) -> Iterator[Iterator[Part]]:
    """What is asked, what stands before the choices, and the choices, before any door is opened."""
    first, shown = step[0], asked(weighing, step)
    if isinstance(first, ChecklistLine):
        yield weighing.text(first.title or weighing.aid.section_of[first.id].title, shown)
        yield weighing.passages(first.shared_lead, shown)
    for question in step:
        yield from _question(weighing, question)
    if (expected := first.expects()) is not None:
        told = words(weighing.aid.language).expected(expected)
        yield iter([(shown, len(told.split()))])
    takes = first.takes()
    if isinstance(takes, Picks):
        offered = ((weighing.saying.verdict(one.when).true, one) for one in takes.choices)
        yield ((shown & where, len(one.text.split())) for where, one in offered)


def own_words_on(weighing: Weighing, step: Step) -> Iterator[Iterator[Part]]:
    """What of that its author could shorten: not the words of an instrument."""
    if not all(question.validated for question in step):
        yield from words_on(weighing, step)
        return
    first = step[0]
    if isinstance(first, ChecklistLine):
        yield weighing.passages(first.shared_lead, asked(weighing, step))
    for question in step:
        yield weighing.passages(question.shown(), weighing.saying.states.paths[question.id])


def _question(weighing: Weighing, question: Question) -> Iterator[Iterator[Part]]:
    where = weighing.saying.states.paths[question.id]
    left = where
    for variant, chosen in weighing.saying.choices(question.instead):
        yield weighing.text(variant.text, where & chosen)
        left &= ~chosen
    yield weighing.text(question.text, left)
    yield weighing.passages(question.shown(), where)
