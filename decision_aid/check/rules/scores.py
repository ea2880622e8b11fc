"""Scores: they say how high a sum is, and never which option to take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.texts import short, texts
from decision_aid.content import scores_in
from decision_aid.content.faults import Fault, fault_in
from decision_aid.content.placeholders import PLACEHOLDER

if TYPE_CHECKING:
    from decision_aid.conditions import ReadsAnswers
    from decision_aid.content import DecisionAid
    from decision_aid.content.walk import TextPiece

_OF_OPTIONS = ("options", "side by side", "recommendation")
"""Where the options are told, compared and advised on."""


def score_picks_no_option(subject: Subject) -> Iterator[Fault]:
    """No option, row, figure or advice hangs on a score, and no option is named because of it."""
    aid = subject.aid
    if not aid.scores:
        return
    asked = _asked_by_scores(aid)
    for gate in aid.inventory.gates:
        if gate.area in _OF_OPTIONS and _hangs(gate.condition, asked):
            yield Fault(gate.owner, "it is shown by a score")
    if _hangs(aid.summary.compare_when, asked):
        yield Fault("summary", "whether the options stand side by side hangs on a score")
    filled, named = _filled_by_scores(aid), _options_named(aid)
    for piece in texts(aid):
        if piece.area in _OF_OPTIONS and filled.intersection(PLACEHOLDER.findall(piece.text)):
            yield fault_in(piece, f"it says what a score comes to: {short(piece.text)}")
    for piece in _said_by_scores(aid):
        if piece.area not in _OF_OPTIONS and named.search(piece.text):
            yield fault_in(piece, f"a score has an option named: {short(piece.text)}")


def _hangs(condition: ReadsAnswers | None, asked: set[str]) -> bool:
    """Whether it tests a score, or an answer that is only given because of one."""
    if condition is None:
        return False
    return any(scores_in(condition)) or any(one.question in asked for one in condition.tests())


def _asked_by_scores(aid: DecisionAid) -> set[str]:
    """The questions that a score has asked, or that offer a choice because of one."""
    asked: set[str] = set()
    for question in aid.questions:
        conditions = (question.when, *(choice.when for choice in question.own_choices()))
        if any(_hangs(one, asked) for one in conditions):
            asked.add(question.id)
    return asked


def _options_named(aid: DecisionAid) -> re.Pattern[str]:
    names = "|".join(re.escape(option.name) for option in aid.options)
    return re.compile(rf"\b(?:{names})\b", re.I)


def _filled_by_scores(aid: DecisionAid) -> set[str]:
    """The names in braces that say a sum, and the phrases whose words hang on one."""
    filled = set(aid.score)
    for name, variants in aid.phrases.items():
        gaps = {gap for one in variants for gap in PLACEHOLDER.findall(one.text)}
        if gaps & filled or any(any(scores_in(one.when)) for one in variants):
            filled.add(name)
    return filled


def _said_by_scores(aid: DecisionAid) -> Iterator[TextPiece]:
    """The texts that stand under a condition on a score, their own or that of what holds them."""
    owners, parts = set[str](), set[int]()
    for _, part in aid.inventory.parts:
        if any(scores_in(getattr(part, "when", None))):
            parts.add(id(part))
            owners.add(getattr(part, "id", ""))
    for piece in texts(aid):
        if id(piece.part) in parts or {piece.owner, piece.area} & (owners - {""}):
            yield piece


RULES = (
    CheckRule(
        "score-picks-no-option",
        "No score decides which option, figure or advice is shown, or has an option named.",
        ("B1", "IPDAS 1.1.4"),
        "Let the score say what it comes to, and leave the options to the person.",
        score_picks_no_option,
    ),
)
