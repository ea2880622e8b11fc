"""After an early answer was looked at or changed, one row leads back to where one was."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid.screens.navigator import Navigator
from decision_aid.screens.screen import Go
from decision_aid.start import Start
from tests.screens.sitting_down import begin, row_ids, sit_down, visit_of
from tests.small import small_aid


def at_sure(folder: Path) -> Navigator:
    """At the rating, with all before it answered or passed over."""
    navigator = begin(folder)
    visit = visit_of(navigator)
    while visit.shown != "sure":
        visit.pass_over()
    return navigator


def test_a_changed_early_answer_is_taken_and_leads_back(tmp_path: Path) -> None:
    navigator = at_sure(tmp_path)
    assert "reached" not in row_ids(navigator.page)
    navigator.show(Go("question", "country"))
    assert "reached" in row_ids(navigator.page)
    navigator.choose("canada", "reached")
    assert visit_of(navigator).answers["country"] == "canada"
    assert navigator.at == "question.sure"


def test_after_going_on_from_it_the_row_is_there_still(tmp_path: Path) -> None:
    navigator = at_sure(tmp_path)
    navigator.show(Go("question", "country"))
    navigator.choose("canada")
    assert navigator.at == "question.signs"
    navigator.choose("none")
    assert navigator.at == "question.hope" and "reached" in row_ids(navigator.page)
    navigator.choose("reached")
    assert navigator.at == "question.sure"


def test_right_before_where_one_was_going_on_is_enough(tmp_path: Path) -> None:
    navigator = at_sure(tmp_path)
    navigator.choose("3")
    assert navigator.at == "question.largest_trial"
    navigator.back()
    assert navigator.at == "question.sure" and "reached" not in row_ids(navigator.page)
    navigator.show(Go("question", "hope"))
    assert "reached" in row_ids(navigator.page)


def test_an_answer_that_stops_is_not_passed_by(tmp_path: Path) -> None:
    navigator = at_sure(tmp_path)
    navigator.show(Go("question", "signs"))
    assert "reached" not in row_ids(navigator.page)
    navigator.choose("stop", "reached")
    assert navigator.at == "question.signs"
    navigator.choose("stop")
    assert navigator.at == "summary.home"


def test_warning_signs_that_are_asked_again_are_not_passed_by(tmp_path: Path) -> None:
    navigator = at_sure(tmp_path)
    del visit_of(navigator).answers["signs"]
    navigator.show(Go("question", "country"))
    assert "reached" not in row_ids(navigator.page)
    navigator.choose("canada")
    assert navigator.at == "question.signs"
    assert "reached" not in row_ids(navigator.page)


def test_a_kept_visit_that_is_open_is_carried_on_from_the_welcome(records_folder: Path) -> None:
    navigator = sit_down(records_folder, Start(keep=True, label="river"))
    assert navigator.page.rows[0].text == "Start"
    navigator.choose("start")
    navigator.choose("uk")
    navigator.show(Go("welcome"))
    assert navigator.page.rows[0].text == "Carry on where you were"
    navigator.close()


OPENS = """\
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- id: other
  type: select_one
  text: And who else?
  when: {who: you}
  choices: [{id: friend, text: A friend}]
- {id: hope, type: select_one, text: What for?, choices: [{id: rest, text: Rest}]}
- {id: last, type: select_one, text: The last?, choices: [{id: well, text: Well}]}
"""


@pytest.mark.parametrize(
    ("answer", "at", "is_told"), [("you", "other", True), ("me", "last", False)]
)
def test_what_an_answer_has_brought_up_comes_first_and_that_is_told(
    answer: str, at: str, is_told: bool, tmp_path: Path
) -> None:
    navigator = begin(tmp_path, aid=small_aid(tmp_path, OPENS))
    navigator.choose("me", "take")
    navigator.choose("rest", "take")
    navigator.show(Go("question", "who"))
    navigator.choose(answer, "reached")
    assert navigator.at == f"question.{at}"
    told = "Your answers bring up something new, which comes first."
    assert (told in navigator.page.notice) is is_told


def test_what_was_marked_and_not_taken_is_marked_still_after_going_back(tmp_path: Path) -> None:
    navigator = begin(tmp_path, aid=small_aid(tmp_path, OPENS))
    navigator.choose("me", "take")
    navigator.hold("rest")
    navigator.back()
    assert navigator.at == "question.who"
    navigator.choose("me", "take")
    assert (navigator.at, navigator.page.marked) == ("question.hope", ("rest",))
    assert "hope" not in visit_of(navigator).answers


def test_a_mark_that_was_not_taken_changes_no_answer(tmp_path: Path) -> None:
    navigator = begin(tmp_path, aid=small_aid(tmp_path, OPENS))
    for row in ("me", "rest"):
        navigator.choose(row, "take")
    navigator.back()
    navigator.back()
    navigator.hold("you")
    navigator.back()
    navigator.show(Go("question", "who"))
    assert navigator.page.marked == ("me",)


@pytest.mark.parametrize("row", ["take", "reached"])
def test_what_a_change_leaves_out_is_told_once_and_is_there_again_when_it_is_changed_back(
    row: str, tmp_path: Path
) -> None:
    navigator = begin(tmp_path, aid=small_aid(tmp_path, OPENS))
    for answer in ("you", "friend", "rest"):
        navigator.choose(answer, "take")
    navigator.show(Go("question", "who"))
    navigator.choose("me", row)
    assert "one of your answers belongs to a question that is not asked any more" in (
        navigator.page.notice
    )
    navigator.show(Go("question", "who"))
    navigator.choose("you", row)
    assert navigator.page.notice == ""
    assert visit_of(navigator).interview.heard["other"] == "friend"
