"""Every made-up patient is led through the screens, page by page, without any face."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid.answers_file import load_answers
from decision_aid.content import DecisionAid, Note
from tests.screens.recorder import Recorder, walk
from tests.screens.sitting_down import begin, text_of, visit_of

PATIENTS = sorted((Path(__file__).parents[1] / "patients").glob("*.yaml"))


@pytest.mark.parametrize("patient", PATIENTS, ids=lambda path: path.stem)
def test_a_patient_sees_each_question_of_the_path_once_and_in_order(
    patient: Path, tmp_path: Path, aid: DecisionAid
) -> None:
    answers = load_answers(patient, aid)
    navigator, recorder = begin(tmp_path, aid=aid), Recorder()
    walk(navigator, answers, recorder)
    visit = visit_of(navigator)
    asked = [name.removeprefix("question.") for name in recorder.names[:-1]]
    screens = [step[0].id for step in visit.interview.steps]
    assert [*dict.fromkeys(asked)] == screens[: len({*asked})]
    for step in visit.interview.steps[: len({*asked})]:
        for one in step:
            assert isinstance(one, Note) or visit.answers[one.id] == answers.get(one.id)


@pytest.mark.parametrize("patient", PATIENTS, ids=lambda path: path.stem)
def test_every_page_says_where_one_is_and_offers_urgent_help(
    patient: Path, tmp_path: Path, aid: DecisionAid
) -> None:
    navigator, recorder = begin(tmp_path, aid=aid), Recorder()
    walk(navigator, load_answers(patient, aid), recorder)
    for at, page in recorder.pages:
        assert page.guide == aid.title and page.heading, at
        assert {"urgent", "overview"} <= {*page.keys}, at
        assert page.rows or page.entry, at
        assert "{" not in text_of(page), at
