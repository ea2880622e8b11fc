"""Why a text is no day: what is missing in it, what could be meant twice, or no such day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

from decision_aid.words.written import DayFirst, days_read, pieces_of

DayTrouble: TypeAlias = Literal[
    "not_a_day", "which_month", "short_year", "day_missing", "year_missing", "no_day"
]
"""The name of the refusal that says it."""

_NUMBERS = re.compile(r"[-/. ]+")


def why_no_day(text: str, months: Sequence[str], first: DayFirst) -> DayTrouble:
    """What to say of a text in which no day was found."""
    found = pieces_of(text, months)
    if not found.words:
        return _in_numbers(found.plain, first)
    if len(found.named) != 1 or found.unknown:
        return "which_month" if len(found.named) > 1 and not found.unknown else "no_day"
    return _beside_a_month(len(found.days), len(found.years))


def _beside_a_month(days: int, years: int) -> DayTrouble:
    """By how many numbers can be a day, and how many a year."""
    if years == 0 and days in (1, 2):
        return "short_year" if days == 2 else "year_missing"
    if years == 1 and days in (0, 1):
        return "not_a_day" if days else "day_missing"
    return "no_day"


def _in_numbers(plain: str, first: DayFirst) -> DayTrouble:
    """What numbers alone lack: a day in three of them, the last of which is the year."""
    lengths = [len(one) for one in _NUMBERS.split(plain) if one.isdigit()]
    if len(days_read(plain, first)) > 1:
        return "which_month"
    match lengths:
        case [4, 1 | 2, 1 | 2] | [1 | 2, 1 | 2, 4]:
            return "not_a_day"
        case [1 | 2, 1 | 2, 2]:
            return "short_year"
        case [1 | 2, 4] | [4, 1 | 2]:
            return "day_missing"
        case [1 | 2, 1 | 2]:
            return "year_missing"
    return "no_day"
