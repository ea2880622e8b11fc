"""What changed since the last print, on every copy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from decision_aid.conditions import Answers
from decision_aid.content import DecisionAid
from decision_aid.summary.changes import find_changes
from decision_aid.summary.models import Changed, StaffSummary, Summary
from decision_aid.summary.patient import make_summary
from decision_aid.summary.staff import make_staff_summary
from tests.conftest import ON
from tests.papers import rendered
from tests.reports.reading import (
    CHANGES,
    EVERY_FORM,
    MARKER,
    MOMENT,
    MUCH,
    answers_of,
    folded,
    sentences,
    words_of,
)


def test_each_changed_answer_is_one_sentence(aid: DecisionAid) -> None:
    before = answers_of("booked_next_week", aid)
    now = {**before, "matters": ("harm",), "ask_words": f"{MARKER} new", "country": None}
    said = find_changes(before, now, aid, ON)
    assert len(said) == 3
    assert said[0].endswith("Now: not answered.")
    assert any("Now: avoiding serious harm." in one for one in said)
    assert any(one.endswith("The words changed.") for one in said)
    assert MARKER not in "".join(said)
    assert "move the date" not in "".join(said)


def test_nothing_is_said_where_nothing_changed(aid: DecisionAid, given: Answers) -> None:
    assert find_changes(given, given, aid, ON) == ()
    kept = {name: value for name, value in given.items() if aid.by_id[name].keep != "never"}
    assert find_changes(kept, given, aid, ON) == ()


def test_changes_tell_nothing_that_may_not_print(aid: DecisionAid) -> None:
    agreed = answers_of("booked_next_week", aid)
    private = {**agreed, "lean": "against", "print_what": ("checks",)}
    assert find_changes(agreed, private, aid, ON) == ()
    assert find_changes(private, agreed, aid, ON) == ()
    assert find_changes(agreed, {**agreed, "c3": "no_trial", "c5": "most"}, aid, ON) == ()
    (said,) = find_changes(agreed, {**agreed, "lean": "waiting"}, aid, ON)
    assert "Before: I lean towards having a procedure. Now: I lean towards waiting" in said


def test_changes_that_have_no_room_on_the_staff_s_copy_are_counted(aid: DecisionAid) -> None:
    staff = make_staff_summary(aid, {}, ON, changed=MUCH)
    (block,) = (one for one in (*staff.opening, *staff.main) if one.id == "changed")
    *shown, more = (said.text for said in block.passages)
    assert 5 < len(shown) < len(CHANGES)
    assert tuple(shown) == CHANGES[: len(shown)]
    assert more == f"Not shown here: {len(CHANGES) - len(shown)}. “records show” has all."


def test_even_the_fullest_staff_s_copy_shows_a_change(
    aid: DecisionAid, fullest: list[Answers]
) -> None:
    for given in fullest:
        staff = make_staff_summary(aid, given, ON, dict.fromkeys(given, MOMENT), changed=MUCH)
        assert CHANGES[0] in sentences(staff)


def test_few_changes_stand_on_the_staff_s_copy_whole(aid: DecisionAid) -> None:
    staff = make_staff_summary(aid, {}, ON, changed=replace(MUCH, said=CHANGES[:3]))
    (block,) = (one for one in (*staff.opening, *staff.main) if one.id == "changed")
    assert tuple(said.text for said in block.passages) == CHANGES[:3]


@pytest.mark.parametrize("form", EVERY_FORM)
def test_few_changes_stand_on_side_2_and_on_the_staff_s_copy(form: str, aid: DecisionAid) -> None:
    given = answers_of("booked_next_week", aid)
    changed = Changed(date(2026, 11, 3), ("Where? Before: here. Now: there.",))
    copies: list[tuple[Summary | StaffSummary, str]] = [
        (make_summary(aid, given, ON, None, changed), "patient"),
        (make_staff_summary(aid, given, ON, changed=changed), "staff"),
    ]
    for summary, edition in copies:
        words = words_of(rendered(summary, form, "a4", edition), form)
        assert folded("What changed since the summary of 3 November 2026") in words
        assert folded(changed.said[0]) in words
