"""The recommendation: who, when, in which words; whole, never conditional, never an option."""

from __future__ import annotations

import re
from collections.abc import Iterator

from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.rules.sources import quotes
from decision_aid.check.texts import short, texts
from decision_aid.content.faults import Fault, fault_in
from decision_aid.content.placeholders import PLACEHOLDER

_DATED = re.compile(r"\b(?:19|20)\d\d\b|\bundated\b", re.I)
_SAME_WORDS = 6
"""So many words in a row, taken from a quotation, are that quotation."""


def recommendation_complete(subject: Subject) -> Iterator[Fault]:
    """There is a title and a quotation; each has its body, its date, and an address."""
    advice = subject.aid.recommendation
    if not advice.title.strip():
        yield Fault("recommendation", "the title is empty")
    if not advice.quotations:
        yield Fault("recommendation", "nobody is quoted")
    for quotation in advice.all_quotations:
        if not _DATED.search(quotation.by):
            message = f"{quotation.by!r} has no year, and is not marked as undated"
            yield Fault(quotation.id, message)
        source = subject.aid.source.get(quotation.source)
        if source is not None and not source.address.strip():
            yield Fault(quotation.id, f"its source {source.id!r} has no address")


def recommendation_word_for_word(subject: Subject) -> Iterator[Fault]:
    """Each quotation stands word for word in the quotes of its source."""
    for quotation in subject.aid.recommendation.all_quotations:
        source = subject.aid.source.get(quotation.source)
        if source is not None and not quotes(source, quotation.words):
            message = f"not among the quotes of {source.id!r}: {short(quotation.words)}"
            yield Fault(quotation.id, message)


def recommendation_unconditional(subject: Subject) -> Iterator[Fault]:
    """Nothing in the recommendation or in printed urgent help hangs on an answer.

    Whom to quote may: but somebody is quoted for everybody.
    """
    advice, urgent = subject.aid.recommendation, subject.aid.urgent_help
    for quotations in (advice.quotations, *(one.quotations for one in advice.further)):
        if quotations and all(one.when is not None for one in quotations):
            message = "every quotation has a condition, so that some people get none"
            yield Fault(quotations[0].id, message)
    for quotation in advice.all_quotations:
        if PLACEHOLDER.search(quotation.words):
            yield Fault(quotation.id, "a quotation has a placeholder")
        for passage in quotation.beside:
            if passage.when is not None or PLACEHOLDER.search(passage.said.plain):
                yield Fault(quotation.id, "what stands beside the quotation is conditional")
    for said in (advice.lead, advice.in_short):
        if PLACEHOLDER.search(said.plain):
            yield Fault("recommendation", f"a placeholder: {short(said.plain)}")
    for passage in urgent.printed if urgent else ():
        if passage.when is not None:
            yield Fault("urgent_help", f"conditional: {short(passage.said.plain)}")
    if advice.further and advice.further[-1].when is not None:
        yield Fault("recommendation", "the last of 'further' has a condition: others get none")


def recommendation_outside_comparison(subject: Subject) -> Iterator[Fault]:
    """The words of the recommendation do not stand in the table or in an option."""
    quoted = {run for one in subject.aid.recommendation.all_quotations for run in _runs(one.words)}
    for piece in texts(subject.aid):
        if piece.role in ("cell", "option", "row", "name") and quoted & set(_runs(piece.text)):
            yield fault_in(
                piece, f"the recommendation stands in the comparison: {short(piece.text)}"
            )


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    found = re.findall(r"\w+", text.lower())
    length = min(_SAME_WORDS, max(len(found), 1))
    yield from (tuple(found[n : n + length]) for n in range(len(found) - length + 1))


def urgent_help_complete(subject: Subject) -> Iterator[Fault]:
    """Urgent help lists signs, says what to do on screen and on paper, and whom to call."""
    aid = subject.aid
    urgent = aid.urgent_help
    if urgent is None:
        return
    for level in urgent.levels:
        if not level.signs:
            yield Fault(level.id, "no signs are listed")
    if not urgent.levels or not urgent.printed or not urgent.printed_title.strip():
        yield Fault("urgent_help", "a level of signs, or the short form for paper, is missing")
    if not any(contact.purpose == "emergency" for contact in aid.contacts):
        yield Fault("contacts", "no contact has the purpose emergency")


RULES = (
    CheckRule(
        "recommendation-complete",
        "Each quotation of the recommendation has its body, its date and its address.",
        ("R1",),
        'Write `by` as "Body, year", or "(undated page)"; give the source an address.',
        recommendation_complete,
    ),
    CheckRule(
        "recommendation-word-for-word",
        "The recommendation is quoted word for word.",
        ("R1", "R3"),
        "Copy the exact words from the source, and into its quotes.",
        recommendation_word_for_word,
    ),
    CheckRule(
        "recommendation-unconditional",
        "Nothing in the recommendation or in printed urgent help hangs on an answer.",
        ("R2", "R3", "R4"),
        "Take away the condition or the placeholder.",
        recommendation_unconditional,
    ),
    CheckRule(
        "recommendation-outside-comparison",
        "The recommendation never stands inside the comparison of options.",
        ("R3", "IPDAS 2.1.1"),
        "Say in the table what is known of the option; the recommendation has its own block.",
        recommendation_outside_comparison,
    ),
    CheckRule(
        "urgent-help-complete",
        "Urgent help lists signs and whom to call, on screen and on paper.",
        ("R4",),
        "Add what is missing.",
        urgent_help_complete,
    ),
)
