"""The papers of every made-up patient, shared by all tests that look at them."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pytest

from decision_aid import paths
from decision_aid.answers_file import load_answers
from decision_aid.check.rule import Subject
from decision_aid.check.rules.staff_page import fullest_for_staff
from decision_aid.conditions import Answers
from decision_aid.content import DecisionAid
from decision_aid.summary.models import StaffSummary, Summary
from decision_aid.summary.patient import make_summary
from decision_aid.summary.staff import make_staff_summary
from tests import papers
from tests.conftest import ON
from tests.reports.reading import MOMENT, PATIENTS, mini


@pytest.fixture(scope="module")
def summary() -> Summary:
    return mini()


@pytest.fixture(scope="module")
def opened(patient: Summary) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(papers.pdf(patient, "a4"))) as pdf:
        yield pdf


@pytest.fixture(scope="module", params=PATIENTS, ids=lambda path: path.stem)
def given(request: pytest.FixtureRequest, aid: DecisionAid) -> Answers:
    return load_answers(request.param, aid)


@pytest.fixture(scope="module")
def staff(aid: DecisionAid, given: Answers) -> StaffSummary:
    return make_staff_summary(aid, given, ON, dict.fromkeys(given, MOMENT))


@pytest.fixture(scope="module")
def patient(aid: DecisionAid, given: Answers) -> Summary:
    return make_summary(aid, given, ON, dict.fromkeys(given, MOMENT))


@pytest.fixture(scope="module")
def fullest(aid: DecisionAid) -> list[Answers]:
    return list(fullest_for_staff(Subject(aid, paths.reports(), ON)))
