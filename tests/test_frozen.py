"""Values that never change behave as frozen dataclasses do."""

from __future__ import annotations

from typing import Any

import pytest

from decision_aid.frozen import Frozen, replace


class Bus(Frozen):
    line: str
    stops: tuple[str, ...] = ()
    is_late: bool = False


class Tram(Frozen):
    line: str
    stops: tuple[str, ...] = ()
    is_late: bool = False


LATE = Bus("7", is_late=True)


def test_fields_are_given_by_place_by_name_or_by_what_stands_in_the_class() -> None:
    assert (LATE.line, LATE.stops, LATE.is_late) == ("7", (), True)


def test_they_are_equal_if_all_is_equal_and_of_the_same_kind() -> None:
    assert Bus("7", (), True) == LATE
    assert Bus("7") != LATE
    assert Tram("7", (), True) != LATE
    assert len({LATE, Bus("7", (), True), Bus("7"), Bus("8")}) == 3


def test_a_change_makes_another_and_leaves_the_first() -> None:
    assert replace(LATE, stops=("Mill",)) == Bus("7", ("Mill",), True)
    assert Bus("7", (), True) == LATE
    with pytest.raises(AttributeError, match="line"):
        LATE.line = "8"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), ((), {"is_late": True}), (("7", (), True, 1), {}), (("7",), {"colour": "red"})],
)
def test_what_lacks_a_field_or_has_one_too_many_is_refused(given: Any, named: Any) -> None:
    with pytest.raises(TypeError, match="Bus takes line, stops, is_late"):
        Bus(*given, **named)


def test_a_change_of_what_is_not_there_is_refused() -> None:
    with pytest.raises(TypeError, match="Bus takes line, stops, is_late"):
        replace(LATE, colour="red")  # type: ignore[call-arg]


def test_one_can_see_what_it_holds() -> None:
    assert repr(LATE) == "Bus(line='7', stops=(), is_late=True)"
