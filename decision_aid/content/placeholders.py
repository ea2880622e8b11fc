"""Places in a text that are filled for one person, written as {name}: the one table of them all.

The screen and paper fill them by this table, `check` proves by it where each is known, and a name
that it does not hold is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

from decision_aid.content.fields import Shown

if TYPE_CHECKING:
    from decision_aid.content.aid import DecisionAid
    from decision_aid.content.evidence import Outcome, Risk

PLACEHOLDER = re.compile(r"\{([a-z0-9_.-]+)\}")

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Filling(Protocol[T_co]):
    """Whoever fills placeholders: with words, or with the answer states that know them."""

    @property
    def aid(self) -> DecisionAid:
        """The aid that the text is part of."""

    def fixed(self, name: str) -> T_co:
        """What is the same for everybody that day."""

    def phrase(self, name: str) -> T_co:
        """The words that the content chooses by the answers."""

    def answer(self, question: str) -> T_co:
        """The answer to a question."""

    def moment(self, question: str) -> T_co:
        """The day and time of the answer to a question."""

    def score(self, name: str) -> T_co:
        """What a score comes to."""

    def count(self, outcome: Outcome, risk: Risk, *, rest: bool) -> T_co:
        """How many of the outcome's base, or how many not."""


class Placeholder:
    """One row of the table."""

    def __init__(self, name: str, shown: Shown = "both") -> None:
        self.name = name
        """As an author writes it; what stands in <> is an id."""
        self.shown: Shown = shown
        """Where it can be filled."""

    def is_known(self, aid: DecisionAid, name: str) -> bool:
        """Whether that name is one of these."""
        raise NotImplementedError

    def names(self, aid: DecisionAid) -> Iterable[str]:
        """All names that are one of these."""
        raise NotImplementedError

    def fill(self, name: str, by: Filling[T]) -> T:
        """What stands in its place."""
        raise NotImplementedError


class FixedValue(Placeholder):
    """Something that is the same for everybody that day."""

    def __init__(
        self,
        name: str,
        value: Callable[[DecisionAid, date], str | float | date | tuple[date, ...]],
    ) -> None:
        super().__init__(name)
        self.value = value

    def is_known(self, aid: DecisionAid, name: str) -> bool:
        """There is one of that name."""
        del aid
        return name == self.name

    def names(self, aid: DecisionAid) -> Iterable[str]:
        """All of them."""
        del aid
        return [self.name]

    def fill(self, name: str, by: Filling[T]) -> T:
        """Its value."""
        return by.fixed(name)


class Minutes(Placeholder):
    """How long a way takes."""

    def is_known(self, aid: DecisionAid, name: str) -> bool:
        """There is such a way."""
        return name in (self.name_for(way.id) for way in aid.ways)

    def names(self, aid: DecisionAid) -> Iterable[str]:
        """All of them."""
        return [self.name_for(way.id) for way in aid.ways]

    def fill(self, name: str, by: Filling[T]) -> T:
        """The minutes, which are the same for everybody."""
        return by.fixed(name)

    @staticmethod
    def name_for(way: str) -> str:
        """The placeholder for the minutes of that way."""
        return f"minutes_{way}"


class Phrase(Placeholder):
    """Words that the content chooses by the answers."""

    def is_known(self, aid: DecisionAid, name: str) -> bool:
        """There is such a phrase."""
        return name in aid.phrases

    def names(self, aid: DecisionAid) -> Iterable[str]:
        """All of them."""
        return aid.phrases

    def fill(self, name: str, by: Filling[T]) -> T:
        """Its wording."""
        return by.phrase(name)


class Moment(Placeholder):
    """When a question was answered."""

    def is_known(self, aid: DecisionAid, name: str) -> bool:
        """There is such a question."""
        return name.endswith(".moment") and name.removesuffix(".moment") in aid.by_id

    def names(self, aid: DecisionAid) -> Iterable[str]:
        """All of them."""
        return [f"{question}.moment" for question in aid.by_id]

    def fill(self, name: str, by: Filling[T]) -> T:
        """The day and time."""
        return by.moment(name.removesuffix(".moment"))


class Answer(Placeholder):
    """The answer to a question."""

    def is_known(self, aid: DecisionAid, name: str) -> bool:
        """There is such a question."""
        return name in aid.by_id

    def names(self, aid: DecisionAid) -> Iterable[str]:
        """All of them."""
        return aid.by_id

    def fill(self, name: str, by: Filling[T]) -> T:
        """The answer in words."""
        return by.answer(name)


class ScoreSum(Placeholder):
    """What a score comes to."""

    def is_known(self, aid: DecisionAid, name: str) -> bool:
        """There is such a score."""
        return name in aid.score

    def names(self, aid: DecisionAid) -> Iterable[str]:
        """All of them."""
        return aid.score

    def fill(self, name: str, by: Filling[T]) -> T:
        """The sum."""
        return by.score(name)


class Count(Placeholder):
    """How many of the outcome's base in one arm, and with `.rest` how many not."""

    def is_known(self, aid: DecisionAid, name: str) -> bool:
        """There is such an outcome, and it was counted in that arm."""
        return _count_or_rest(aid, name) is not None

    def names(self, aid: DecisionAid) -> Iterable[str]:
        """All of them."""
        counted = [(one.id, risk.arm) for one in aid.outcomes for risk in one.risks]
        return [f"{outcome}.{arm}{end}" for outcome, arm in counted for end in ("", ".rest")]

    def fill(self, name: str, by: Filling[T]) -> T:
        """The number."""
        found = _count_or_rest(by.aid, name)
        if found is None:
            raise KeyError(name)
        return by.count(*found, rest=name.endswith(".rest"))


def _count_or_rest(aid: DecisionAid, name: str) -> tuple[Outcome, Risk] | None:
    for outcome in aid.outcomes:
        for risk in outcome.risks:
            if name.removesuffix(".rest") == f"{outcome.id}.{risk.arm}":
                return outcome, risk
    return None


FIXED = (
    FixedValue("today", lambda _aid, on: on),
    FixedValue("version", lambda aid, _on: aid.version),
    FixedValue("evidence_read", lambda aid, _on: aid.days_read),
    FixedValue("report_to", lambda aid, _on: aid.report_to),
    FixedValue("next_review", lambda aid, _on: aid.next_review),
    FixedValue("content_hash", lambda aid, _on: aid.content_hash[:6]),
    FixedValue("grade_fk", lambda aid, _on: aid.imprint.reading_grade.flesch_kincaid),
    FixedValue("grade_cl", lambda aid, _on: aid.imprint.reading_grade.coleman_liau),
)

TABLE: tuple[Placeholder, ...] = (
    *FIXED,
    Minutes("minutes_<way>"),
    Phrase("<phrase>"),
    Moment("<question>.moment", "paper"),
    Answer("<question>"),
    ScoreSum("<score>"),
    Count("<outcome>.<arm>"),
    Count("<outcome>.<arm>.rest"),
)
"""Every placeholder; of two that have the same name the first is meant."""


def placeholder_of(aid: DecisionAid, name: str) -> Placeholder | None:
    """The row of the table for that name; None where nothing fills it."""
    return next((one for one in TABLE if one.is_known(aid, name)), None)


def names_filled(aid: DecisionAid) -> set[str]:
    """Every name that something fills."""
    return {name for one in TABLE for name in one.names(aid)}


def fill(name: str, by: Filling[T]) -> T | None:
    """What stands in the place of that name; None where nothing fills it."""
    found = placeholder_of(by.aid, name)
    return found.fill(name, by) if found else None
