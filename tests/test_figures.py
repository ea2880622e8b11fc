"""Counts of a round base, in figures or in words, and icon arrays whose cells agree with them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from decision_aid.content import DecisionAid, Risk
from decision_aid.content.faults import InvalidContent
from decision_aid.content.load import load
from decision_aid.figures import count, icon_rows, make_sentence, rest
from decision_aid.summary.parts import make_picture
from decision_aid.wording import Wording
from tests.small import small_aid, small_text

Base = Literal[10, 100, 1000, 10000]


@pytest.mark.parametrize(
    ("events", "denominator", "of_100"),
    [(30, 72, 42), (19, 39, 49), (5, 49, 10), (6, 55, 11), (15, 462, 3), (0, 9, 0), (9, 9, 100)],
)
def test_a_risk_is_a_whole_count_of_100(events: int, denominator: int, of_100: int) -> None:
    risk = Risk(arm="a", events=events, denominator=denominator, sources=())
    assert (count(risk, 100), rest(risk, 100)) == (of_100, 100 - of_100)
    assert sum(map(sum, icon_rows(risk, 100))) == of_100


def test_icons_fill_whole_rows_from_the_bottom() -> None:
    rows = icon_rows(Risk(arm="a", events=13, denominator=100, sources=()), 100)
    assert [sum(row) for row in rows] == [0] * 8 + [3, 10]
    assert rows[8] == (True,) * 3 + (False,) * 7


@pytest.mark.parametrize(
    ("base", "said", "icons"),
    [
        (10, "fewer than 1 of 10 did better, more than 9 did not.", (0, 10)),
        (100, "1 of 100 did better, 99 did not.", (1, 100)),
        (1000, "11 of 1,000 did better, 989 did not.", (11, 1000)),
        (10_000, "105 of 10,000 did better, 9,895 did not.", (0, 0)),
    ],
)
def test_what_is_said_and_drawn_is_of_the_base_that_the_author_chose(
    base: Base, said: str, icons: tuple[int, int], tmp_path: Path
) -> None:
    risk = Risk(arm="balloon", events=5, denominator=476, sources=())
    assert said_of(small_aid(tmp_path), base, risk) == f"With the balloon: {said}"
    cells = [cell for row in icon_rows(risk, base) for cell in row]
    assert (sum(cells), len(cells)) == icons


def said_of(aid: DecisionAid, base: Base, risk: Risk) -> str:
    return make_sentence(aid, replace(aid.outcomes[0], base=base), risk)


@pytest.mark.parametrize(
    ("events", "base", "said"),
    [
        (0, 100, "0 of 100 did better, 100 did not."),
        (5, 100, "fewer than 1 of 100 did better, more than 99 did not."),
        (10, 100, "1 of 100 did better, 99 did not."),
        (5, 1000, "5 of 1,000 did better, 995 did not."),
        (995, 100, "more than 99 of 100 did better, fewer than 1 did not."),
        (1000, 100, "100 of 100 did better, 0 did not."),
    ],
)
def test_a_count_of_less_than_one_is_said_in_words(
    events: int, base: Base, said: str, tmp_path: Path
) -> None:
    risk = Risk(arm="balloon", events=events, denominator=1000, sources=())
    assert said_of(small_aid(tmp_path), base, risk) == f"With the balloon: {said}"


def test_no_icon_stands_for_less_than_one_person() -> None:
    for events, marked in ((6, 0), (994, 100)):
        risk = Risk(arm="a", events=events, denominator=1000, sources=())
        assert sum(map(sum, icon_rows(risk, 100))) == marked


def test_a_placeholder_says_the_same_as_the_sentence(tmp_path: Path) -> None:
    aid = small_aid(tmp_path)
    outcome = replace(aid.outcomes[0], base=10_000, risks=(
        Risk(arm="balloon", events=1, denominator=20_000, sources=()),
        Risk(arm="sham", events=3, denominator=20, sources=()),
    ))  # fmt: skip
    wording = Wording(replace(aid, outcomes=(outcome,)), {})
    assert wording.fill("{tests.balloon}, {tests.balloon.rest}") == "fewer than 1, more than 9,999"
    assert wording.fill("{tests.sham}, {tests.sham.rest}") == "1,500, 8,500"


def test_of_ten_thousand_there_is_the_sentence_and_no_picture(tmp_path: Path) -> None:
    aid = small_aid(tmp_path)
    outcome = replace(aid.outcomes[0], base=10_000)
    picture = make_picture(Wording(aid, {}), outcome)
    assert picture.arrays == ()
    assert picture.said[1].text == "With the balloon: 4,167 of 10,000 did better, 5,833 did not."


@pytest.mark.parametrize("base", ["0", "3", "-100", "100000", '"1,000"'])
def test_another_base_is_refused_with_its_line_and_what_to_write(base: str, tmp_path: Path) -> None:
    text = small_text().replace(
        "    kind: fair_trial\n", f"    base: {base}\n    kind: fair_trial\n", 1
    )
    (tmp_path / "questions.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidContent) as refused:
        load(tmp_path / "questions.yaml")
    (fault,) = refused.value.faults
    assert text.splitlines()[fault.line - 1].strip() == f"base: {base}"
    assert "it should be 10, 100, 1000 or 10000" in fault.message
    assert fault.mend


def test_more_events_than_people_are_refused_with_line_and_remedy(tmp_path: Path) -> None:
    text = small_text().replace("events: 30, denominator: 72", "events: 73, denominator: 72")
    (tmp_path / "questions.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidContent) as refused:
        load(tmp_path / "questions.yaml")
    (fault,) = refused.value.faults
    assert text.splitlines()[fault.line - 1].strip() == "- id: tests"
    assert (fault.id, fault.mend) == ("impossible-figure", "Look at the source.")
