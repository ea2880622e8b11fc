"""Questions that the content puts to a use of the program's, whatever they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid.content import DecisionAid
from decision_aid.content.faults import InvalidContent
from decision_aid.start import Brought
from decision_aid.visit import Visit
from tests.conftest import clock
from tests.small import QUESTIONS, small_aid

WISH = "{id: wish, type: text, text: What for today?, audience: counsellor, use: agenda}"
JOTTED = "{id: jotted, type: text, text: Yours, audience: counsellor, use: notes}"


@pytest.fixture
def with_uses(tmp_path: Path) -> DecisionAid:
    return small_aid(tmp_path, f"- {WISH}\n{QUESTIONS}- {JOTTED}\n")


def test_notes_are_written_at_any_time(with_uses: DecisionAid) -> None:
    visit = Visit(with_uses, clock, audience="counsellor")
    visit.note("Tired today")
    assert (visit.shown, visit.held.find_written("notes"), visit.answers) == (
        "wish", "Tired today", {"jotted": "Tired today"},
    )  # fmt: skip


def test_a_patient_alone_writes_no_notes(with_uses: DecisionAid) -> None:
    visit = Visit(with_uses, clock)
    visit.note("Tired today")
    assert visit.answers == {}


def test_the_agenda_is_asked_at_each_opening(with_uses: DecisionAid) -> None:
    visit = Visit(with_uses, clock, audience="counsellor")
    visit.bring(Brought({"who": ("me",)}, {"who": clock()}, "jotted"))
    assert visit.shown == "wish"
    visit.answer(["A plan"])
    visit.go_on()
    assert (visit.shown, visit.held.find_written("agenda")) == ("jotted", "A plan")


@pytest.mark.parametrize(
    ("questions", "says"),
    [
        (QUESTIONS.replace("text: Who?", "text: Who?, use: notes"), "takes typed words of a"),
        (f"- {JOTTED.replace('counsellor', 'patient')}\n", "takes typed words of a counsellor"),
        (f"- {JOTTED}\n- {JOTTED.replace('jotted', 'more')}\n", "another question before it"),
        (
            QUESTIONS.replace("text: Who?", "text: Who?, use: lunch"),
            "'notes', 'agenda', 'values' or 'way",
        ),
    ],
)
def test_a_use_that_does_not_fit_is_refused(tmp_path: Path, questions: str, says: str) -> None:
    urgent_first = "{who: you}" if "id: who" in questions else "{q: a}"
    if "id: who" not in questions:
        questions = (
            questions + "- {id: q, type: select_one, text: Q?, choices: [{id: a, text: A}]}\n"
        )
    with pytest.raises(InvalidContent, match=says):
        small_aid(tmp_path, questions, urgent_first=urgent_first)
