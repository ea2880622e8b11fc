"""Scores: named sums of points over answers, unknown as long as an answer could change them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, NamedTuple

from decision_aid.conditions import (
    Answers,
    Condition,
    Group,
    Is,
    Not,
    QuestionTest,
    ScoreWithin,
    Total,
    Value,
    parse_condition,
)
from decision_aid.content.fields import ContentPart, Data, Id

_DOWNWARD = ("at_least", "after")
"""Of several bounds that are reached, the greatest counts; of the others the least."""
_UPWARD = ("at_most", "before")


class PointsOf(NamedTuple):
    """The points that the answer to one question gives."""

    question: str
    rows: tuple[tuple[QuestionTest, int], ...]
    adds_up: bool
    """Whether each test that passes counts, as where several can be picked; else the first."""

    def given_for(self, value: Value) -> int:
        """The points for that answer."""
        found = [points for test, points in self.rows if test.passes(value)]
        return sum(found) if self.adds_up else next(iter(found), 0)

    @property
    def bounds(self) -> tuple[int, int]:
        """The least and the most that any answer gives; an answer without a row gives none."""
        every = [points for _, points in self.rows]
        if self.adds_up:
            return sum(min(one, 0) for one in every), sum(max(one, 0) for one in every)
        return min(0, *every), max(0, *every)


@dataclass(frozen=True)
class Points(Total):
    """The points of all questions together: `{a_question: {a_choice: 1}}`."""

    of: tuple[PointsOf, ...]

    def bounds(self, heard: Answers) -> tuple[int, int]:
        """The sum where all is known; else from the least to the most that it can come to."""
        low = high = 0
        for one in self.of:
            value = heard.get(one.question)
            least, most = one.bounds if value is None else (one.given_for(value),) * 2
            low, high = low + least, high + most
        return low, high

    def tests(self) -> Iterator[QuestionTest]:
        """Every test that gives points."""
        for one in self.of:
            yield from (test for test, _ in one.rows)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(parse_points)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: Any) -> dict[str, Any]:
        number = {"type": "integer"}
        table = {"type": "object", "minProperties": 1, "additionalProperties": number}
        bounds = dict.fromkeys((*_DOWNWARD, *_UPWARD, "includes"), table)
        one = {"type": "object", "properties": bounds, "additionalProperties": number}
        return {"type": "object", "minProperties": 1, "additionalProperties": one}


@dataclass(frozen=True, kw_only=True)
class Score(ContentPart):
    """A named sum of points over answers."""

    id: Annotated[str, Id("score")]
    name: Annotated[str, Data()] = ""
    """What it is called among professionals."""
    points: Points
    """For each question the points that its answers give."""

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """The questions without whose answers the sum is not known."""
        return tuple(one.question for one in self.points.of if one.bounds[0] != one.bounds[1])

    def known(self, heard: Answers) -> int | None:
        """The sum, where it is known."""
        low, high = self.points.bounds(heard)
        return low if low == high else None


def parse_points(shape: object) -> Points:
    """The points that an author wrote as a table; ValueError says what is wrong."""
    if not isinstance(shape, dict) or not shape:
        raise ValueError("points are a table such as {a_question: {a_choice: 1}}")
    return Points(tuple(_points_of(question, table) for question, table in shape.items()))


def _points_of(question: str, table: object) -> PointsOf:
    if not isinstance(table, dict) or not table:
        raise ValueError(f"the points of {question!r} are a table such as {{a_choice: 1}}")
    word, inner = next(iter(table.items()))
    if word in (*_DOWNWARD, *_UPWARD, "includes"):
        if len(table) != 1 or not isinstance(inner, dict) or not inner:
            raise ValueError(f"the points of {question!r} have one table under {word!r}")
        rows = [(_test(question, word, key), _whole(question, n)) for key, n in inner.items()]
        return PointsOf(question, _in_order(word, rows), word == "includes")
    rows = [(Is(question, choice), _whole(question, n)) for choice, n in table.items()]
    return PointsOf(question, tuple(rows), False)


def _whole(question: str, points: object) -> int:
    if not isinstance(points, int) or isinstance(points, bool) or not -1000 <= points <= 1000:
        raise ValueError(f"the points of {question!r} are whole numbers, up to 1000")
    return points


def _test(question: str, word: str, key: str) -> QuestionTest:
    """One test, as it would be written in a condition."""
    operand: object = key
    if word in ("at_least", "at_most"):
        try:
            operand = float(key) if "." in key else int(key)
        except ValueError:
            raise ValueError(f"the points of {question!r}: {key!r} is no number") from None
    return next(parse_condition({question: {word: operand}}).tests())


def _in_order(
    word: str, rows: list[tuple[QuestionTest, int]]
) -> tuple[tuple[QuestionTest, int], ...]:
    """The test that counts where several pass stands before the others."""
    if word == "includes":
        return tuple(rows)
    return tuple(sorted(rows, key=_end_of, reverse=word in _DOWNWARD))


def _end_of(row: tuple[QuestionTest, int]) -> Any:
    ends: tuple[Any, Any] = getattr(row[0], "ends", (None, None))
    return ends[1] if ends[0] is None else ends[0]


def scores_in(condition: object) -> Iterator[ScoreWithin]:
    """Every test of a score in that condition."""
    if isinstance(condition, ScoreWithin):
        yield condition
    parts: tuple[Condition, ...] = condition.parts if isinstance(condition, Group) else ()
    for part in (condition.part,) if isinstance(condition, Not) else parts:
        yield from scores_in(part)


def bind_scores(scores: Mapping[str, Score], conditions: Iterator[object]) -> None:
    """Give each test of a score the points that it is about."""
    for condition in conditions:
        for test in scores_in(condition):
            if test.score in scores:
                object.__setattr__(test, "total", scores[test.score].points)
