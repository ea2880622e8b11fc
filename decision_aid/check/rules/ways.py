"""The ways: none is longer than it may be, and each takes as long as is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from decision_aid.check.file_subject import translated_file
from decision_aid.check.proof.way_length import WayLength, where_budget_holds
from decision_aid.check.rule import CheckRule, Subject
from decision_aid.content.faults import Fault

if TYPE_CHECKING:
    from decision_aid.check.proof.diagrams import Diagram
    from decision_aid.content import Length, Way


def way_not_too_long(subject: Subject) -> Iterator[Fault]:
    """A way has no more screens and words than its budget, and never more than its bound."""
    for way in subject.aid.ways:
        if way.budget:
            within = where_budget_holds(subject.states, way.budget)
            yield from _too_long(subject, way, "budget", way.budget, within)
        if way.bound:
            yield from _too_long(subject, way, "bound", way.bound, ())


def _too_long(
    subject: Subject, way: Way, name: str, most: Length, within: Sequence[Diagram]
) -> Iterator[Fault]:
    length = WayLength(subject.states, way)
    screens, words = length.screens(most.screens, within), length.words(most.words, within)
    for what, found, allowed in (("screens", screens, most.screens), ("words", words, most.words)):
        if found.words > allowed:
            message = f"it can have {found.words} {what}; its {name} is {allowed}"
            yield Fault(way.id, message, found.answers)


def way_minutes_true(subject: Subject) -> Iterator[Fault]:
    """The minutes that are stated are those of the longest path, rounded up."""
    for way in subject.aid.ways:
        stated = way.minutes_in(subject.aid.language)
        if stated is not None:
            longest = WayLength(subject.states, way).minutes()
            if longest != stated:
                message = f"it says {stated} minutes; the longest path takes {longest}"
                yield Fault(way.id, message, file=translated_file(subject))


RULES = (
    CheckRule(
        "way-not-too-long",
        "No way has more screens or words than its budget and its bound, over all answer states.",
        ("L4", "COGA"),
        "Cut or merge screens on the path that is shown, or put what not all need behind a door.",
        way_not_too_long,
    ),
    CheckRule(
        "way-minutes-true",
        "The minutes of a way are those of its longest path, rounded up.",
        ("L4", "COGA"),
        "Put the computed minutes there, by language if they differ: {en: 17, fr: 20}.",
        way_minutes_true,
        of_words=True,
    ),
)
