"""What matters to the person: asked on one scale, in own words too, never added up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.texts import sentences, short, texts
from decision_aid.content import Picks
from decision_aid.content.faults import Fault, fault_in
from decision_aid.content.placeholders import PLACEHOLDER

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid, Question

_MATTERS = re.compile(r"\b(?:matters?|important|care about|most want|value|worry|mind)\b", re.I)
_VERDICT = re.compile(
    r"\b(?:total score|your score|\d+ points|best match|best option|best choice|right choice"
    r"|best for you|right for you|we recommend that you)\b",
    re.I,
)
_ASKED_ALOUD = frozenset({"choice", "say", "phrase", "question"})


def values_asked(subject: Subject) -> Iterator[Fault]:
    """Somewhere the aid asks what matters most, with choices or a scale."""
    if not list(_values(subject.aid)):
        yield Fault("sections", "no question asks what matters to the person")


def _values(aid: DecisionAid) -> Iterator[Question]:
    for_patients = (piece for piece in aid.inventory.texts if piece.patient)
    asking = {piece.owner for piece in for_patients if _MATTERS.search(piece.text)}
    for question in aid.questions:
        asks = question.audience == "patient" and not (question.is_read or question.is_typed)
        checklist = question.id.rpartition(".")[0]
        if asks and {question.id, checklist} & asking:
            yield question


def one_scale(subject: Subject) -> Iterator[Fault]:
    """Ratings of one section have one scale, so that they can be set beside each other."""
    for section in subject.aid.sections:
        own = (q for q in section.questions if not q.validated)
        scales = (q for q in own if isinstance(q.takes(), Picks))
        ratings = [question for question in scales if question.bounds()]
        for question in ratings[1:]:
            if question.bounds() != ratings[0].bounds():
                message = f"its scale differs from that of {ratings[0].id!r}"
                yield Fault(question.id, message)


def choice_to_have_none(subject: Subject) -> Iterator[Fault]:
    """Who may pick several things can also say that none of them fits, or that it is unclear."""
    for question in (one for one in subject.aid.questions if not one.validated):
        takes = question.takes()
        several = isinstance(takes, Picks) and takes.most > 2
        if several and not any(choice.alone for choice in question.own_choices()):
            yield Fault(question.id, "no choice stands for none of these or not sure")


def own_words_asked(subject: Subject) -> Iterator[Fault]:
    """There is room for what matters in the person's own words."""
    if not any(q.is_typed and q.audience == "patient" for q in subject.aid.questions):
        yield Fault("sections", "no question takes the person's own words")


def values_in_summary(subject: Subject) -> Iterator[Fault]:
    """What matters to the person comes back in the summary, in words."""
    aid = subject.aid
    asked = {question.id for question in _values(aid)}
    owners = {block.id for block in aid.summary.blocks} | {rule.id for rule in aid.rules}
    read = {
        test.question
        for gate in aid.inventory.gates
        if gate.owner in owners
        for test in gate.condition.tests()
    }
    for piece in texts(aid):
        if piece.owner in owners:
            read |= set(PLACEHOLDER.findall(piece.text))
    if asked and not asked & read:
        yield Fault("summary", "no block uses what matters to the person")


def no_verdict(subject: Subject) -> Iterator[Fault]:
    """No text names an option as the best for the reader, or adds anything up."""
    for piece in texts(subject.aid):
        apart = piece.validated or piece.role in _ASKED_ALOUD
        for sentence in sentences(piece.own) if not apart else ():
            match = _VERDICT.search(sentence)
            if match and not re.search(r"\b(?:no|not|never|nobody|ask)\b", sentence, re.I):
                yield fault_in(piece, f"{match[0]!r} sounds like a verdict: {short(sentence)}")


RULES = (
    CheckRule(
        "values-asked",
        "The aid asks what matters most to the person.",
        ("W1", "IPDAS Q9", "NICE EC4"),
        "Add a question with choices, or a scale for each thing that may matter.",
        values_asked,
    ),
    CheckRule(
        "one-scale",
        "Ratings of one section have one scale.",
        ("W1", "IPDAS Q9"),
        "Use the same least and most.",
        one_scale,
    ),
    CheckRule(
        "choice-to-have-none",
        "Whoever may pick several can say that none fits, or that it is not clear.",
        ("W1", "COGA"),
        'Add a choice with `alone: true`, such as "None of these".',
        choice_to_have_none,
        "warning",
    ),
    CheckRule(
        "own-words-asked",
        "There is room for the person's own words.",
        ("W2", "Witteman 2016"),
        "Add a question of type text.",
        own_words_asked,
        "warning",
    ),
    CheckRule(
        "values-in-summary",
        "What matters to the person comes back in the summary in words.",
        ("W3", "Witteman 2016"),
        "Let a block use the answer: by its condition, or as {placeholder}.",
        values_in_summary,
    ),
    CheckRule(
        "no-verdict",
        "No total, no best match, no option named as right for the reader.",
        ("W3",),
        "Say what is known, and leave the choice to the reader.",
        no_verdict,
    ),
)
