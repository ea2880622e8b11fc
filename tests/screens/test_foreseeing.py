"""What a page may lead to is worked out beforehand; nobody can tell but by the time it takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid.answers_file import load_answers
from decision_aid.content import DecisionAid
from decision_aid.record import Records
from decision_aid.screens.navigator import Navigator
from decision_aid.start import Start
from tests.keeping import kept
from tests.screens.recorder import Recorder, take_step, walk
from tests.screens.sitting_down import begin, row_ids, visit_of

PATIENTS = sorted((Path(__file__).parents[1] / "patients").glob("*.yaml"))


def foresee_each_row(navigator: Navigator) -> None:
    for row in row_ids(navigator.page):
        navigator.foresee(row)


@pytest.mark.parametrize("patient", PATIENTS[::3], ids=lambda path: path.stem)
def test_who_has_each_step_foreseen_sees_the_same_pages(
    patient: Path, tmp_path: Path, aid: DecisionAid
) -> None:
    answers = load_answers(patient, aid)
    plain, foreseen = Recorder(), Recorder()
    walk(begin(tmp_path, aid=aid), answers, plain)

    navigator = begin(tmp_path, aid=aid)
    for question in aid.used_as("way"):
        visit_of(navigator).choose_way(str(answers.get(question.id) or "short"))
    foreseen.draw(navigator.at, navigator.page)
    while not navigator.at.startswith("summary"):
        foresee_each_row(navigator)
        take_step(navigator, answers)
        foreseen.draw(navigator.at, navigator.page)
    assert foreseen.pages == plain.pages


def test_the_page_foreseen_is_the_page_that_comes(tmp_path: Path) -> None:
    navigator = begin(tmp_path)
    expected = navigator.foresee("uk", "take")
    assert expected is not None
    navigator.choose("uk", "take")
    assert navigator.page == expected


def test_what_is_foreseen_is_neither_answered_nor_kept(tmp_path: Path) -> None:
    place = tmp_path / "records"
    with Records.at(place):
        navigator = begin(tmp_path, Start(place=str(place), keep=True))
        while navigator.at != "question.country":
            navigator.go_on()
        visit = visit_of(navigator)
        before = dict(visit.answers), visit.shown, navigator.page
        foresee_each_row(navigator)
        assert (dict(visit.answers), visit.shown, navigator.page) == before
        assert "country" not in kept(place)


def test_another_answer_than_the_one_foreseen_leads_where_it_should(tmp_path: Path) -> None:
    foreseen, plain = begin(tmp_path), begin(tmp_path)
    foreseen.foresee("uk", "take")
    for navigator in (foreseen, plain):
        navigator.choose("us", "take")
    assert visit_of(foreseen).answers == visit_of(plain).answers
    assert foreseen.page == plain.page
