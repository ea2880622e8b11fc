"""A ranking: first, second and third, each asked once, none picked twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from decision_aid.check.proof.states import States
from decision_aid.conditions import parse_condition
from decision_aid.content import DecisionAid
from decision_aid.content.faults import InvalidContent
from decision_aid.interview import conduct_interview
from decision_aid.record import ContentVersion, Records
from decision_aid.visit import Visit
from tests import papers
from tests.by_line import hear
from tests.conftest import clock
from tests.small import small_aid

ASKED = """\
- id: order
  type: ranking
  lead: [Take what comes to mind.]
  items:
    - {id: first, text: What matters most?}
    - {id: second, text: What comes second?}
    - {id: third, text: What comes third?}
  answers:
    - {id: rest, text: Rest}
    - {id: walk, text: Walking}
    - {id: work, text: Work}
    - {id: nothing, text: Nothing, alone: true}
- {id: then, type: note, text: Then, body: [So.], when: {order.second: walk}}
"""
SUMMARY = """\
summary:
  title: Mine
  urgent_first: {order.first: nothing}
  blocks:
    - {id: told, heading: Told, side: 1,
       passages: [{item: "First {order.first}."}, {item: "Then {order.second}."}]}
  fill_in: [My nurse]
  passed_over: Passed over
"""


@pytest.fixture
def ranked(tmp_path: Path) -> DecisionAid:
    return small_aid(tmp_path, ASKED, summary=SUMMARY)


def test_line_by_line_each_place_offers_what_is_left(ranked: DecisionAid) -> None:
    visit = Visit(ranked, clock)
    told = hear(visit, "2", "1", "1", "x")
    assert visit.answers == {"order.first": "walk", "order.second": "rest", "order.third": "work"}
    second = told[told.index("What comes second?") :]
    assert second[1:4] == ["1. Rest", "2. Work", "3. Nothing"]
    assert told.count("Take what comes to mind.") == 1


@pytest.mark.parametrize(("first", "asked"), [("nothing", 1), (None, 1), ("rest", 2)])
def test_after_nothing_or_passing_over_no_further_place_is_asked(
    ranked: DecisionAid, first: str | None, asked: int
) -> None:
    path = conduct_interview(ranked, {"order.first": first}).path
    assert len([one for one in path if one.id.startswith("order")]) == asked


def test_what_moves_to_the_first_place_is_not_heard_at_the_second(ranked: DecisionAid) -> None:
    visit = Visit(ranked, clock)
    for place, given in (("first", "rest"), ("second", "walk"), ("third", "work")):
        visit.answer([given], at=f"order.{place}")
    visit.answer(["walk"], at="order.first")
    assert visit.interview.heard == {"order.first": "walk"}
    text = papers.text(visit.summary())
    assert "First Walking." in text and "Then" not in text


def test_a_place_that_lost_its_answer_is_where_one_returns_to(ranked: DecisionAid) -> None:
    visit = Visit(ranked, clock)
    for place, given in (("first", "rest"), ("second", "walk"), ("third", "work")):
        visit.answer([given], at=f"order.{place}")
    visit.answer(["walk"], at="order.first")
    visit.return_to_reached()
    assert visit.shown == "order.second"


def test_it_is_kept_and_printed_in_order(ranked: DecisionAid, tmp_path: Path) -> None:
    with session(ranked, tmp_path) as (records, visit):
        visit.answer(["work"], at="order.first")
        visit.answer(["rest"], at="order.second")
        assert visit.session is not None
        visit.session.close()
        again = Visit(ranked, clock)
        again.take_up(records.open("river", looking=True))
    assert again.answers == {"order.first": "work", "order.second": "rest"}
    text = papers.text(again.summary())
    assert text.index("First Work.") < text.index("Then Rest.")


@contextmanager
def session(aid: DecisionAid, folder: Path) -> Iterator[tuple[Records, Visit]]:
    with Records.at(folder / "records") as records:
        visit = Visit(aid, clock)
        visit.keep_in(records.begin("river", ContentVersion.of(aid), clock()))
        yield records, visit


def test_the_proof_knows_that_nothing_is_picked_twice(ranked: DecisionAid) -> None:
    states = States(ranked)

    def can_be(**places: str) -> bool:
        tests = {f"order.{place}": choice for place, choice in places.items()}
        return states.can_be(states.verdict(parse_condition(tests)).true)

    assert can_be(first="rest", second="walk", third="work")
    assert not can_be(first="rest", second="rest")
    assert not can_be(first="rest", third="rest")
    assert not can_be(first="nothing", second="rest")


@pytest.mark.parametrize(
    ("places", "answers", "said"),
    [(1, 3, "1 places for 3 answers"), (6, 8, "6 places for 8"), (3, 2, "3 places for 2")],
)
def test_there_are_two_to_five_places_and_enough_to_pick(
    tmp_path: Path, places: int, answers: int, said: str
) -> None:
    items = ", ".join(f"{{id: p{n}, text: Place {n}?}}" for n in range(places))
    choices = ", ".join(f"{{id: c{n}, text: Choice {n}}}" for n in range(answers))
    asked = f"- {{id: order, type: ranking, items: [{items}], answers: [{choices}]}}\n"
    with pytest.raises(InvalidContent, match=said):
        small_aid(tmp_path, asked, urgent_first="{order.p0: c0}")
