"""Numbers and days as people write them: read only where nothing else can be meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Sign: TypeAlias = Literal[".", ","]
"""What a language puts before tenths."""

DayFirst: TypeAlias = Literal["always", "unclear"]
"""Whether 3/5/1962 can only be the third of May, or somebody may mean the fifth of March."""

_NUMBER = re.compile(r"([+-]?) ?(\d{1,3}(?: \d{3})+|\d*)(?:([.,])(\d+))?")
_MOST_DIGITS = 12
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|e)?")
_FILLERS = frozenset({"the", "of", "on", "le", "du", "de"})
_LEAST_OF_A_MONTH = 3
"""So many letters of a month at least."""


def number_in(text: str, sign: Sign) -> str | None:
    """The number with a point before its tenths; None where it is none, or could be another.

    A point is taken where commas are usual, unless three digits after it could be thousands.
    """
    found = _NUMBER.fullmatch(_plain(text).removesuffix(".").strip())
    if found is None or not (found[2] or found[4]):
        return None
    minus, whole, between, rest = found[1], found[2].replace(" ", ""), found[3], found[4] or ""
    if between == "," and sign == ".":
        return None
    if between == "." and sign == "," and _could_be_thousands(whole, rest):
        return None
    number = whole.lstrip("0") or "0"
    tenths = rest[:_MOST_DIGITS].rstrip("0")
    said = f"{number}.{tenths}" if tenths else number
    return f"-{said}" if minus == "-" and said != "0" else said


def _could_be_thousands(whole: str, rest: str) -> bool:
    return len(rest) == 3 and len(whole) in (1, 2, 3) and not whole.startswith("0")


def _plain(text: str) -> str:
    """The text in small letters without accents, with one kind of blank, minus and digits."""
    parts = (_plain_sign(sign) for sign in unicodedata.normalize("NFD", text))
    return "".join(parts).strip().lower()


def _plain_sign(sign: str) -> str:
    if sign.isspace():
        return " "
    if sign in "\u2010\u2011\u2012\u2013\u2212":
        return "-"
    if unicodedata.combining(sign):
        return ""
    return str(unicodedata.decimal(sign, sign))


def day_in(text: str, months: Sequence[str], first: DayFirst) -> date | None:
    """The day of the calendar; None where there is no such day, or it could be another."""
    plain = _plain(text)
    if found := _YEAR_FIRST.fullmatch(plain):
        return _day(found[1], found[2], found[3])
    if _YEAR_LAST.fullmatch(plain):
        days = days_read(plain, first)
        return days.pop() if len(days) == 1 else None
    return _with_month(pieces_of(text, months))


def days_read(plain: str, first: DayFirst) -> set[date]:
    """Every day that three numbers with the year last can mean."""
    found = _YEAR_LAST.fullmatch(plain)
    if found is None:
        return set()
    readings = [_day(found[3], found[2], found[1])]
    if first == "unclear":
        readings.append(_day(found[3], found[1], found[2]))
    return {one for one in readings if one is not None}


@dataclass(frozen=True)
class Pieces:
    """What a written day is made of."""

    plain: str
    """The whole text in small letters."""
    days: tuple[str, ...]
    years: tuple[str, ...]
    words: tuple[str, ...]
    """Those that begin with a letter."""
    named: tuple[int, ...]
    """The months that those can be."""
    unknown: int
    """How many pieces are none of all that."""


def pieces_of(text: str, months: Sequence[str]) -> Pieces:
    """The text taken apart: a month can be the beginning of its name."""
    plain, names = _plain(text), [_plain(month) for month in months]
    split = (one.strip("'’") for one in re.split(r"[-/\s,.]+", plain))
    pieces = [one for one in split if one and one not in _FILLERS]
    days = tuple(found[1] for one in pieces if (found := _ORDINAL.fullmatch(one)))
    years = tuple(one for one in pieces if re.fullmatch(r"\d{4}", one))
    words = tuple(one for one in pieces if one[0].isalpha())
    named = [tuple(_months_named(one, names)) for one in words]
    known = len(days) + len(years) + sum(map(bool, named))
    months_named = tuple(month for each in named for month in each)
    return Pieces(plain, days, years, words, months_named, len(pieces) - known)


def _with_month(found: Pieces) -> date | None:
    """A day whose month is a word, at least the beginning of one."""
    counted = (len(found.days), len(found.years), len(found.named), found.unknown)
    if counted != (1, 1, 1, 0):
        return None
    return _day(found.years[0], str(found.named[0]), found.days[0])


def _months_named(piece: str, months: Sequence[str]) -> Iterator[int]:
    for number, month in enumerate(months, 1):
        if piece == month or (len(piece) >= _LEAST_OF_A_MONTH and month.startswith(piece)):
            yield number


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
