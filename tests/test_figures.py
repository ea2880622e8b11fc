"""Counts of 100, and icon arrays whose cells agree with them."""

from __future__ import annotations

import pytest

from decision_aid.content import Risk
from decision_aid.figures import count, icon_rows, rest


@pytest.mark.parametrize(
    ("events", "denominator", "of_100"),
    [(30, 72, 42), (19, 39, 49), (5, 49, 10), (6, 55, 11), (15, 462, 3), (0, 9, 0), (9, 9, 100)],
)
def test_a_risk_is_a_whole_count_of_100(events: int, denominator: int, of_100: int) -> None:
    risk = Risk(arm="a", events=events, denominator=denominator, sources=())
    assert (count(risk), rest(risk)) == (of_100, 100 - of_100)
    assert sum(map(sum, icon_rows(risk))) == of_100


def test_icons_fill_whole_rows_from_the_bottom() -> None:
    rows = icon_rows(Risk(arm="a", events=13, denominator=100, sources=()))
    assert [sum(row) for row in rows] == [0] * 8 + [3, 10]
    assert rows[8] == (True,) * 3 + (False,) * 7
