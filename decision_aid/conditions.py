"""The `when` language: tests of what was heard that come out true, false or unknown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from decision_aid import measures
from decision_aid.condition_shapes import WORDS, parse_names
from decision_aid.measures import Ends, Measure, lies_between, overlap

Value = str | Measure | tuple[str, ...]
"""An answer: a choice's id or typed text, a number, a day, or the ids of several choices."""

Answers = Mapping[str, Value | None]
"""Question id to answer; None means asked and passed over."""


FORMAT = "condition"
"""Marks in pydantic's JSON Schema where a condition stands."""


class ReadsAnswers:
    """What depends on answers by tests of them."""

    def tests(self) -> Iterator[QuestionTest]:
        """Each single test of a question that it is made of."""
        raise NotImplementedError


class Condition(ReadsAnswers):
    """A test of what was heard. Only True acts: unknown is not no (Kleene's three values)."""

    def holds(self, heard: Answers) -> bool | None:
        """True, False, or None where an answer that it needs is missing."""
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(parse_condition)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: Any) -> dict[str, Any]:
        return {"type": "object", "format": FORMAT}


class QuestionTest(Condition):
    """A test of one question."""

    question: str

    def tests(self) -> Iterator[QuestionTest]:
        """This test alone."""
        yield self

    def holds(self, heard: Answers) -> bool | None:
        """Unknown while the question is unanswered or passed over."""
        value = heard.get(self.question)
        return None if value is None else self.passes(value)

    def passes(self, value: Value) -> bool:
        """Whether this answer passes the test."""
        raise NotImplementedError

    def names(self) -> tuple[str, ...]:
        """The choices that the test names, for checking that the question has them."""
        return ()


@dataclass(frozen=True)
class Is(QuestionTest):
    """`{a_question: a_choice}`: the answer is this one."""

    question: str
    value: str

    def passes(self, value: Value) -> bool:
        """Whether the answer is the one named."""
        return value == self.value

    def names(self) -> tuple[str, ...]:
        """The one choice."""
        return (self.value,)


@dataclass(frozen=True)
class NamesSeveral(QuestionTest):
    """A test that names choices."""

    question: str
    values: tuple[str, ...]

    def names(self) -> tuple[str, ...]:
        """The choices named."""
        return self.values


class OneOf(NamesSeveral):
    """`{a_question: [a_choice, another]}`: the answer is one of these."""

    def passes(self, value: Value) -> bool:
        """Whether the answer is among those named."""
        return value in self.values


class Includes(NamesSeveral):
    """`{a_question: {includes: a_choice}}`: one of these is among the choices picked."""

    def passes(self, value: Value) -> bool:
        """Whether any choice named was picked."""
        return isinstance(value, tuple) and any(one in value for one in self.values)


@dataclass(frozen=True)
class Within(QuestionTest):
    """The number or the day lies between these ends."""

    question: str
    ends: Ends

    def passes(self, value: Value) -> bool:
        """Whether it lies between the ends; words never do."""
        return not isinstance(value, str | tuple) and lies_between(self.ends, value)


class WithinNumbers(Within):
    """`{a_question: {at_least: 3}}`, `at_most`, or `between`: the number lies there."""


class WithinDays(Within):
    """`{a_question: {before: 2026-11-20}}`, `after`, or `between`: the day lies there."""


@dataclass(frozen=True)
class Given(QuestionTest):
    """There is an answer, whatever it is."""

    question: str

    def passes(self, value: Value) -> bool:
        """Any answer does; no words and no choices are none."""
        return value not in ("", ())


class Written(Given):
    """`{a_question: {written: true}}`: something was written there."""


class Answered(Given):
    """`{a_question: {answered: true}}`: a choice was picked there, or a number or a day given."""


class Total(ReadsAnswers):
    """What a score comes to."""

    def bounds(self, heard: Answers) -> tuple[int, int]:
        """What it comes to at least, and at most: the same where all that it needs is known."""
        raise NotImplementedError


@dataclass(frozen=True)
class ScoreWithin(Condition):
    """`{score: {a_score: {at_least: 2}}}`: the sum lies there, whatever is still unknown."""

    score: str
    ends: Ends
    total: Total | None = field(default=None, compare=False, repr=False)
    """Put there on loading, when the scores are known."""

    def holds(self, heard: Answers) -> bool | None:
        """Decided as soon as no answer that is missing could change it."""
        if self.total is None:
            return None
        low, high = self.total.bounds(heard)
        if lies_between(self.ends, low) and lies_between(self.ends, high):
            return True
        return None if overlap(self.ends, (low, high)) else False

    def tests(self) -> Iterator[QuestionTest]:
        """All tests of which the score is made."""
        if self.total is not None:
            yield from self.total.tests()


@dataclass(frozen=True)
class Group(Condition):
    """Several conditions taken together."""

    parts: tuple[Condition, ...]

    def tests(self) -> Iterator[QuestionTest]:
        """The tests of every part."""
        for part in self.parts:
            yield from part.tests()


class AllOf(Group):
    """`{all: [...]}`, or several tests in one mapping: every part holds."""

    def holds(self, heard: Answers) -> bool | None:
        """False if any part is false, else unknown if any is unknown, else true."""
        return _strongest(self.parts, heard, settles=False)


class AnyOf(Group):
    """`{any: [...]}`: at least one part holds."""

    def holds(self, heard: Answers) -> bool | None:
        """True if any part is true, else unknown if any is unknown, else false."""
        return _strongest(self.parts, heard, settles=True)


@dataclass(frozen=True)
class Not(Condition):
    """`{not: {...}}`: the part does not hold; unknown stays unknown."""

    part: Condition

    def holds(self, heard: Answers) -> bool | None:
        """The opposite verdict."""
        verdict = self.part.holds(heard)
        return None if verdict is None else not verdict

    def tests(self) -> Iterator[QuestionTest]:
        """The tests of the part."""
        yield from self.part.tests()


def _strongest(parts: tuple[Condition, ...], heard: Answers, *, settles: bool) -> bool | None:
    unknown = False
    for part in parts:
        verdict = part.holds(heard)
        if verdict is settles:
            return settles
        unknown = unknown or verdict is None
    return None if unknown else not settles


def parse_condition(shape: object) -> Condition:
    """The condition that an author wrote as a mapping; ValueError says what is wrong."""
    if isinstance(shape, Condition):
        return shape
    if not isinstance(shape, dict) or not shape:
        raise ValueError("a condition is a mapping such as {a_question: a_choice}")
    parts = tuple(_part(key, value) for key, value in shape.items())
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _part(key: str, value: object) -> Condition:
    if key in ("all", "any"):
        return (AllOf if key == "all" else AnyOf)(_parts(key, value))
    if key == "not":
        return Not(parse_condition(value))
    if key == "score":
        return _scores(value)
    if isinstance(value, str):
        return Is(key, value)
    if isinstance(value, list):
        return OneOf(key, parse_names(key, value))
    if isinstance(value, dict) and len(value) == 1:
        return _comparison(key, *next(iter(value.items())))
    raise ValueError(
        f"the test of {key!r} is a choice, a list of choices, or a mapping with one of {WORDS}"
    )


def _parts(key: str, value: object) -> tuple[Condition, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError(f"{key!r} takes a list of conditions")
    return tuple(parse_condition(part) for part in value)


def _scores(value: object) -> Condition:
    if not isinstance(value, dict) or not value:
        raise ValueError("'score' takes a score, such as {a_score: {at_least: 2}}")
    parts = tuple(ScoreWithin(one, measures.parse_sum(one, test)) for one, test in value.items())
    return parts[0] if len(parts) == 1 else AllOf(parts)


_GIVEN: Mapping[str, type[Given]] = {"written": Written, "answered": Answered}


def _comparison(question: str, word: str, operand: object) -> Condition:
    if word == "includes":
        return Includes(question, parse_names(question, operand))
    if word in _GIVEN and operand is True:
        return _GIVEN[word](question)
    if word not in measures.SCHEMA:
        raise ValueError(f"the test of {question!r} has {word!r}: use {WORDS}")
    try:
        ends = measures.parse_ends(word, operand)
    except ValueError as error:
        raise ValueError(f"the test {word!r} of {question!r}: {error}") from None
    return (WithinDays if any(isinstance(end, date) for end in ends) else WithinNumbers)(
        question, ends
    )
