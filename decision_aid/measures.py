"""What lies on a line, numbers and days, and how an author writes a stretch of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, TypeAlias

Measure: TypeAlias = int | float | date

Ends: TypeAlias = tuple[Measure | None, Measure | None]
"""The least and the greatest of a stretch, which both belong to it; None: it has no such end."""

GREATEST = 10**9
"""Numbers up to here, with few decimals, are told apart exactly."""

_DAY = {"type": "string", "format": "date"}
_ONE: dict[str, Any] = {"anyOf": [{"type": "number"}, _DAY]}
SCHEMA: dict[str, Any] = {
    "at_least": {"type": "number"},
    "at_most": {"type": "number"},
    "between": {"type": "array", "items": _ONE, "minItems": 2, "maxItems": 2},
    "before": _DAY,
    "after": _DAY,
}
"""JSON Schema of a stretch, by the word that it is written with."""


OF_NUMBERS = ("at_least", "at_most", "between")
"""The words with which a stretch of numbers can be written."""


def overlap(one: Ends, other: Ends) -> bool:
    """Whether something lies in both."""
    return _reaches(one[1], other[0]) and _reaches(other[1], one[0])


def lies_between(ends: Ends, one: Measure) -> bool:
    """Whether it lies there; a day never lies between numbers, nor a number between days."""
    least, greatest = ends
    return _reaches(one, least) and _reaches(greatest, one)


def _reaches(one: Measure | None, other: Measure | None) -> bool:
    """Whether the one is as great as the other, or greater; what there is not is no hindrance."""
    if one is None or other is None:
        return True
    if isinstance(one, date) or isinstance(other, date):
        return isinstance(one, date) and isinstance(other, date) and one >= other
    return one >= other


def parse_ends(word: str, operand: object) -> Ends:
    """The stretch that is meant by `at_least: 3` and the like; ValueError says what is wrong."""
    if word == "at_least":
        return _number(operand), None
    if word == "at_most":
        return None, _number(operand)
    if word == "before":
        return None, _day(operand) - timedelta(1)
    if word == "after":
        return _day(operand) + timedelta(1), None
    if not isinstance(operand, list) or len(operand) != 2:
        raise ValueError("'between' takes two numbers or two days, such as [18, 64]")
    if isinstance(operand[0], str):
        return _in_order(_day(operand[0]), _day(operand[1]))
    return _in_order(_number(operand[0]), _number(operand[1]))


def parse_sum(score: str, test: object) -> Ends:
    """The stretch in which the sum of that score is to lie; ValueError says what is wrong."""
    pairs = tuple(test.items()) if isinstance(test, dict) else ()
    if len(pairs) != 1 or pairs[0][0] not in OF_NUMBERS:
        raise ValueError(f"the test of the score {score!r} has one of {', '.join(OF_NUMBERS)}")
    try:
        ends = parse_ends(*pairs[0])
    except ValueError as error:
        raise ValueError(f"the test of the score {score!r}: {error}") from None
    if any(isinstance(end, date) for end in ends):
        raise ValueError(f"the test of the score {score!r}: numbers stand there, not days")
    return ends


def _in_order(least: Measure, greatest: Measure) -> Ends:
    if not _reaches(greatest, least):
        raise ValueError("'between' begins with the lesser of the two")
    return least, greatest


def _number(operand: object) -> int | float:
    if not isinstance(operand, int | float) or isinstance(operand, bool):
        raise ValueError("a number stands there")
    if not -GREATEST <= operand <= GREATEST:
        raise ValueError("the number there is too large")
    return operand


def _day(operand: object) -> date:
    try:
        day = date.fromisoformat(operand if isinstance(operand, str) else "")
    except ValueError:
        day = date.min
    if not 1000 <= day.year < 9000:
        raise ValueError("a day stands there, such as 2026-11-20")
    return day
