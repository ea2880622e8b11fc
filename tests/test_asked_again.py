"""What is asked again when a visit goes on: each such question, in order, then where one was."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid.content import DecisionAid
from decision_aid.start import Brought, Recap
from decision_aid.visit import Visit
from tests.conftest import clock
from tests.small import small_aid

SECTIONS = """
- id: start
  title: The start
  items:
    - {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
    - {id: weak, type: select_one, text: Weak?, keep: never, when: {who: you},
       choices: [{id: here, text: Here}, {id: none, text: None}]}
    - {id: pain, type: select_one, text: Pain?, keep: never,
       choices: [{id: here, text: Here}, {id: none, text: None, ends: true}]}
- id: middle
  title: The middle
  items:
    - {id: hope, type: select_one, text: Hope?, instead: [{when: {who: you}, text: Your hope?}],
       choices: [{id: rest, text: Rest}, {id: walk, text: Walking}]}
    - {id: words, type: text, text: Words?}
    - {id: last, type: text, text: Last?}
"""
Picked = dict[str, tuple[str, ...] | None]


@pytest.fixture
def two_parts(tmp_path: Path) -> DecisionAid:
    return small_aid(tmp_path, sections=SECTIONS)


def brought(aid: DecisionAid, given: Picked, at: str | None = None) -> tuple[Visit, Recap]:
    """A visit that goes on with these answers."""
    visit = Visit(aid, clock)
    return visit, visit.bring(Brought(given, dict.fromkeys(given, clock()), at))


def screens(visit: Visit) -> list[str | None]:
    """The questions shown one after the other, each passed over, to the end."""
    shown = [visit.shown]
    while visit.shown:
        visit.pass_over()
        shown.append(visit.shown)
    return shown


@pytest.mark.parametrize(
    ("given", "at", "asked"),
    [
        ({"who": ("you",), "words": None}, "words", ["weak", "pain", "words", "last", None]),
        ({"who": ("me",), "words": None}, "words", ["pain", "words", "last", None]),
        ({"who": ("you",)}, None, ["weak", "pain", "hope", "words", "last", None]),
        ({}, None, ["pain", "who", "pain", "hope", "words", "last", None]),
        ({"who": ("you",), "hope": ("gone",)}, "last", ["weak", "pain", "hope", "last", None]),
        (
            {"who": ("they",), "hope": ("gone",), "words": ("x",)},
            "last",
            ["who", "pain", "hope", "last", None],
        ),
        ({"who": ("me",), "hope": ("rest",), "words": None, "last": None}, None, ["pain", None]),
        ({"who": ("me",), "hope": ("rest",)}, "gone", ["pain", "words", "last", None]),
    ],
)
def test_each_that_is_asked_again_comes_before_the_question_reached(
    two_parts: DecisionAid, given: Picked, at: str | None, asked: list[str | None]
) -> None:
    visit, _ = brought(two_parts, given, at)
    assert screens(visit) == asked


def test_it_is_told_which_part_was_reached_and_how_many_answers_there_are(
    two_parts: DecisionAid,
) -> None:
    given: Picked = {"who": ("you",), "hope": ("walk",), "words": None}
    assert brought(two_parts, given, "last")[1] == Recap("The middle", 2)
    assert brought(two_parts, {}, None)[1] == Recap("The start", 0)
    everything: Picked = {**given, "last": ("Mine",)}
    assert brought(two_parts, everything, None)[1] == Recap("", 3)


def test_all_answers_that_do_not_fit_are_named_in_the_words_of_the_person_or_counted(
    two_parts: DecisionAid,
) -> None:
    given: Picked = {"who": ("you",), "hope": ("gone",), "dropped": ("x",), "words": ("a", "b")}
    visit, recap = brought(two_parts, given)
    assert (recap.asked_again, recap.asked_no_more) == (("Your hope?", "Words?"), 1)
    assert visit.answers == {"who": "you"}


def test_a_look_elsewhere_ends_the_asking_again(two_parts: DecisionAid) -> None:
    visit, _ = brought(two_parts, {"who": ("you",), "words": None}, "last")
    assert visit.shown == "weak"
    visit.go_to("hope")
    assert screens(visit) == ["hope", "words", "last", None]


@pytest.mark.parametrize(("given", "ends"), [(["here"], False), (["none"], True), (None, False)])
def test_any_choice_that_ends_the_visit_ends_it(
    two_parts: DecisionAid, given: list[str] | None, ends: bool
) -> None:
    visit = Visit(two_parts, clock)
    visit.go_to("pain")
    if given:
        visit.answer(given)
    assert visit.interview.asks_to_stop(visit.together) is ends
