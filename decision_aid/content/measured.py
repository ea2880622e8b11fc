"""Questions whose answers lie on a line, numbers and days, so that conditions cut it in ranges."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor
from typing import TYPE_CHECKING, Annotated, Literal

from decision_aid.conditions import Answered, QuestionTest, Value, Within, WithinDays, WithinNumbers
from decision_aid.content.asked import Asked, Speech, only_one
from decision_aid.content.fields import Says
from decision_aid.content.takes import Detail, Expected, InvalidAnswer, Takes, Tests, Writes
from decision_aid.measures import GREATEST, Measure

if TYPE_CHECKING:
    from decimal import Decimal

MOST_DECIMALS = 3
"""With so few, numbers up to the greatest are told apart exactly."""
_ROOM = 40
"""As much as anybody needs for a number or a day, with blanks and its unit."""


class Measured(Asked):  # without fields of its own: no methods need to be made for it
    """A question whose answers lie on a line, each at a whole place."""

    def tests(self) -> Tests:
        """How great it is."""
        return Tests((WithinNumbers, Answered), f"{{{self.id}: {{at_least: a number}}}}")

    def bounds(self) -> tuple[int, int]:
        """The places of the least and of the greatest answer."""
        raise NotImplementedError

    def place_of(self, measure: Measure) -> "float | Decimal":
        """Where on the line that lies, between two answers too."""
        return measure if isinstance(measure, int | float) else measure.toordinal()

    def answer_at(self, place: int) -> Value:
        """The answer at that place."""
        return place

    def starts(self, tests: Iterable[QuestionTest]) -> list[int]:
        """The first place of each range in which no test tells one answer from another."""
        least, most = self.bounds()
        cuts = {least}
        for test in tests:
            low, high = test.ends if isinstance(test, Within) else (None, None)
            if low is not None:
                cuts.add(ceil(self.place_of(low)))
            if high is not None:
                cuts.add(floor(self.place_of(high)) + 1)
        return sorted(cut for cut in cuts if least <= cut <= most)


@dataclass(frozen=True, kw_only=True)
class Number(Measured):
    """A number within bounds: whole, or with so many decimals."""

    type: Literal["number"] = "number"
    least: int | float = 0
    """The least that is taken."""
    most: int | float
    """The most that is taken."""
    decimals: int = 0
    """How many digits may stand after the decimal sign; without it, whole numbers are taken."""
    unit: Annotated[str, Says("phrase", "nothing")] = ""
    """What is counted or measured; it may be typed too."""
    example: int | float | None = None
    """A number that is shown beside the box, so that people see how to write theirs."""

    def takes(self) -> Takes:
        """A typed number."""
        return Writes("number", _ROOM + len(self.unit))

    def expects(self) -> Expected:
        """The bounds, the unit and the example."""
        kind = "number" if self.decimals else "whole"
        return Expected(f"{kind}_in" if self.unit else kind, self._told())

    def bounds(self) -> tuple[int, int]:
        """The bounds as written, in steps of the last decimal."""
        return ceil(self.place_of(self.least)), floor(self.place_of(self.most))

    def place_of(self, measure: Measure) -> "float | Decimal":
        """In steps of the last decimal, exactly."""
        if not self.decimals:
            return super().place_of(measure)
        from decimal import Decimal

        return Decimal(str(measure)).scaleb(self.decimals)

    def answer_at(self, place: int) -> Value:
        """So many steps of the last decimal."""
        return place / 10**self.decimals if self.decimals else place

    def impossible(self) -> Iterator[tuple[str, str]]:
        """Decimals are few, the numbers bearable, and the example is one that is taken."""
        if not 0 <= self.decimals <= MOST_DECIMALS:
            yield f"'decimals' is {self.decimals}", f"Give a number from 0 to {MOST_DECIMALS}."
        elif not all(-GREATEST <= end <= GREATEST for end in (self.least, self.most)):
            yield "'least' or 'most' is too large a number", f"Stay below {GREATEST:,}."
        else:
            yield from super().impossible()
            if self.example is not None and not self._takes(self.example):
                yield f"the example {self.example} is not taken", "Give one that is."

    def _takes(self, number: int | float) -> bool:
        try:
            self.parse([str(number)])
        except InvalidAnswer:
            return False
        return True

    def as_kept(self, given: Sequence[str], speech: Speech) -> Sequence[str]:
        """The number with a point, whatever the language; its unit may stand behind it."""
        text = _without_unit(only_one(given), self.unit)
        found = speech.number_in(text)
        if found is None:
            raise self._refusal(any(sign in text for sign in ".,"))
        return [found]

    def parse(self, given: Sequence[str]) -> Value:
        """The number, within the bounds."""
        text = only_one(given)
        if not self.decimals:
            return whole_number(text, self.least, self.most)
        found = re.fullmatch(r"\s*[+-]?\d{1,12}(?:\.(\d{1,12}))?\s*", text)
        if not found:
            raise self._refusal(False)
        if len((found[1] or "").rstrip("0")) > self.decimals:
            raise InvalidAnswer("too_fine", decimals=self.decimals)
        number = float(text)
        _refuse_outside(number, self.least, self.most)
        return number

    def _refusal(self, has_sign: bool) -> InvalidAnswer:
        """Whether a sign between the digits is what makes it unclear is told apart."""
        if not self.decimals:
            return InvalidAnswer("not_a_number", least=self.least, most=self.most)
        return InvalidAnswer("unclear_number" if has_sign else "not_a_decimal", **self._told())

    def _told(self) -> Mapping[str, Detail]:
        told: dict[str, Detail] = {"least": self.least, "most": self.most, "unit": self.unit}
        return told if self.example is None else told | {"example": self.example}

    def in_its_box(self, value: Value, speech: Speech) -> str:
        """The number as the language writes it."""
        return speech.quantity(value) if isinstance(value, int | float) else ""

    def phrase(self, value: Value, speech: Speech) -> str:
        """The number with its unit."""
        return f"{self.in_its_box(value, speech)} {self.unit}".strip()


@dataclass(frozen=True, kw_only=True)
class Scale(Measured):
    """A number on a long scale, mostly 0 to 10, whose two ends have words."""

    type: Literal["scale"] = "scale"
    least: int = 0
    """The first step."""
    most: int = 10
    """The last step."""
    least_means: Annotated[str, Says("choice", "nothing")]
    """What the first step means."""
    most_means: Annotated[str, Says("choice", "nothing")]
    """What the last step means."""

    def takes(self) -> Takes:
        """A typed number: rows with numbers of their own would be mistaken for the steps."""
        return Writes("number", _ROOM)

    def expects(self) -> Expected:
        """Both ends and what they mean."""
        return Expected(
            "scale",
            {
                "least": self.least,
                "most": self.most,
                "least_means": self.least_means,
                "most_means": self.most_means,
            },
        )

    def bounds(self) -> tuple[int, int]:
        """The ends of the scale."""
        return self.least, self.most

    def as_kept(self, given: Sequence[str], speech: Speech) -> Sequence[str]:
        """The number, as the language writes it."""
        found = speech.number_in(only_one(given))
        if found is None:
            raise InvalidAnswer("not_a_number", least=self.least, most=self.most)
        return [found]

    def parse(self, given: Sequence[str]) -> Value:
        """The number, within the scale."""
        return whole_number(only_one(given), self.least, self.most)

    def phrase(self, value: Value, speech: Speech) -> str:
        """The number and the scale's end."""
        del speech
        return f"{value} / {self.most}"


@dataclass(frozen=True, kw_only=True)
class Date(Measured):
    """A day of the calendar within bounds."""

    type: Literal["date"] = "date"
    least: date
    """The first day that is taken."""
    most: date
    """The last day that is taken; never `today`: what is taken and proven stays so later."""
    example: date | None = None
    """A day that is shown beside the box; without it, the first that is taken."""

    def takes(self) -> Takes:
        """A typed day."""
        return Writes("day", _ROOM)

    def expects(self) -> Expected:
        """The bounds, and how a day is written."""
        return Expected("day", self._told())

    def tests(self) -> Tests:
        """Before or after which day it is."""
        written = f"{{{self.id}: {{before: a day such as {self.most}}}}}, or after, or between"
        return Tests((WithinDays, Answered), written)

    def bounds(self) -> tuple[int, int]:
        """The bounds, as days counted from the first of the calendar."""
        return self.least.toordinal(), self.most.toordinal()

    def answer_at(self, place: int) -> Value:
        """So many days from the first of the calendar."""
        return date.fromordinal(place)

    def impossible(self) -> Iterator[tuple[str, str]]:
        """The example is a day that is taken."""
        yield from super().impossible()
        if self.example is not None and not self.least <= self.example <= self.most:
            yield f"the example {self.example} is not taken", "Give a day that is."

    def as_kept(self, given: Sequence[str], speech: Speech) -> Sequence[str]:
        """The day as 2026-11-20, however the language writes it."""
        text = only_one(given)
        if (found := speech.day_in(text)) is None:
            raise InvalidAnswer(speech.why_no_day(text), **self._told())
        return [str(found)]

    def parse(self, given: Sequence[str]) -> Value:
        """The day, within the bounds."""
        text = only_one(given).strip()
        try:
            day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
        except ValueError:
            day = None
        if day is None:
            raise InvalidAnswer("not_a_day", **self._told())
        if not self.least <= day <= self.most:
            raise InvalidAnswer("day_out_of_range", **self._told())
        return day

    def _told(self) -> Mapping[str, Detail]:
        return {"least": self.least, "most": self.most, "example": self.example or self.least}

    def in_its_box(self, value: Value, speech: Speech) -> str:
        """The day as the language writes it."""
        return speech.day(value) if isinstance(value, date) else ""

    def phrase(self, value: Value, speech: Speech) -> str:
        """The same."""
        return self.in_its_box(value, speech)


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _without_unit(text: str, unit: str) -> str:
    """The text without the unit that somebody wrote after the number."""
    plain = text.strip()
    has_unit = bool(unit) and plain.lower().endswith(unit.lower())
    return plain[: -len(unit)] if has_unit else plain


def whole_number(text: str, least: int | float, most: int | float) -> int:
    """The whole number that is written there; raises InvalidAnswer."""
    if not re.fullmatch(r"\s*[+-]?\d{1,12}\s*", text):
        raise InvalidAnswer("not_a_number", least=least, most=most)
    number = int(text)
    _refuse_outside(number, least, most)
    return number


def _refuse_outside(number: int | float, least: int | float, most: int | float) -> None:
    if not least <= number <= most:
        raise InvalidAnswer("out_of_range", least=least, most=most)
