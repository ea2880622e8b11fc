"""One visit: answering, passing over, going back, stopping."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid.content import DecisionAid, InvalidAnswer
from decision_aid.visit import Visit
from tests.conftest import clock
from tests.small import small_aid

QUESTIONS = """
- {id: who, type: select_one, text: Who?, passed_over_as: me,
   choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: title, type: note, text: Title, body: [Body.]}
- {id: c1, type: knowledge_check, text: Check?, explained: a, agreed: [Yes.], otherwise: ["So."],
   choices: [{id: a, text: A}, {id: b, text: B}]}
- {id: signs, type: select_one, text: Signs?, choices: [{id: stop, text: Stop, ends: true},
   {id: none, text: None}]}
"""


def visit_of(folder: Path) -> Visit:
    return Visit(small_aid(folder, QUESTIONS), clock)


def test_a_visit_goes_from_the_first_question_to_the_end(tmp_path: Path) -> None:
    visit = visit_of(tmp_path)
    for shown, given in (("who", ["you"]), ("title", []), ("c1", ["a"]), ("signs", ["none"])):
        assert visit.shown == shown
        visit.answer(given)
        visit.go_on()
    assert visit.shown is None
    assert visit.answers == {"who": "you", "title": "seen", "c1": "a", "signs": "none"}


def test_what_is_refused_changes_nothing(tmp_path: Path) -> None:
    visit = visit_of(tmp_path)
    with pytest.raises(InvalidAnswer):
        visit.answer(["they"])
    assert (visit.shown, visit.answers) == ("who", {})


def test_passing_over_counts_as_the_choice_that_it_amounts_to(tmp_path: Path) -> None:
    visit = visit_of(tmp_path)
    visit.pass_over()
    visit.pass_over()
    visit.pass_over()
    assert visit.answers == {"who": "me", "title": "seen", "c1": None}


def test_an_answered_check_stands(tmp_path: Path) -> None:
    visit = visit_of(tmp_path)
    visit.pass_over()
    visit.pass_over()
    visit.answer(["b"])
    visit.answer(["a"])
    visit.pass_over()
    assert visit.answers["c1"] == "b"


def test_back_goes_to_the_start_and_no_further(tmp_path: Path) -> None:
    visit = visit_of(tmp_path)
    visit.pass_over()
    assert (visit.back(), visit.shown) == (True, "who")
    assert (visit.back(), visit.shown) == (False, "who")


def test_some_answers_end_the_visit(tmp_path: Path) -> None:
    visit = visit_of(tmp_path)
    visit.go_to("signs")
    visit.answer(["none"])
    assert not visit.interview.asks_to_stop(visit.together)
    visit.answer(["stop"])
    assert visit.interview.asks_to_stop(visit.together)


def test_the_moment_of_an_answer_can_be_printed(tmp_path: Path) -> None:
    summary = """
    summary:
      title: Mine
      urgent_first: {who: you}
      blocks: [{id: b, heading: H, passages: ["You told us on {who.moment}: {who}."]}]
      fill_in: []
      passed_over: Passed over
    """
    visit = Visit(small_aid(tmp_path, QUESTIONS, summary=summary), clock)
    visit.answer(["you"])
    assert visit.summary().details[0].passages[0].text == (
        "You told us on 20 November 2026 at 14:05: You."
    )


def test_a_named_question_is_answered_wherever_the_visit_stands(tmp_path: Path) -> None:
    visit = visit_of(tmp_path)
    visit.answer(["you"])
    visit.go_on()
    visit.answer(["none"], at="signs")
    assert (visit.shown, visit.answers) == ("signs", {"who": "you", "signs": "none"})


def test_a_refused_answer_to_a_named_question_moves_nothing(tmp_path: Path) -> None:
    visit = visit_of(tmp_path)
    with pytest.raises(InvalidAnswer):
        visit.answer(["perhaps"], at="signs")
    with pytest.raises(KeyError):
        visit.answer(["me"], at="off_the_path")
    assert (visit.shown, visit.answers) == ("who", {})


def test_equal_answers_are_one_interview(tmp_path: Path) -> None:
    visit = visit_of(tmp_path)
    before = visit.interview
    assert visit.interview is before
    visit.answer(["you"])
    assert visit.interview is not before
    assert visit.interview.heard == {"who": "you"}


def test_the_minutes_of_an_aid_are_computed_once(aid: DecisionAid) -> None:
    assert Visit(aid, clock).interview.numbers is Visit(aid, clock).interview.numbers
