"""The guide in French: the papers of every made-up patient, beside the English ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.answers_file import load_answers
from decision_aid.conditions import Answers
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.content.text_places import find_texts
from decision_aid.content.yaml_reader import read_yaml
from decision_aid.report.format import Paper
from decision_aid.summary.models import StaffSummary, Summary
from decision_aid.summary.patient import make_summary
from decision_aid.summary.staff import make_staff_summary
from tests import papers
from tests.conftest import ON
from tests.reports.reading import MOMENT, PAPERS, folded

BODIES_WORDS = (
    "the MS Society recommends against seeking an unproven treatment outside of a properly "
    "regulated clinical trial"
)
IN_FRENCH = (
    "la MS Society déconseille de chercher un traitement non prouvé en dehors d’un essai clinique "
    "bien encadré"
)


@pytest.fixture(scope="module")
def french() -> DecisionAid:
    return load(paths.questions(), "fr")


@pytest.fixture(scope="module")
def in_french(french: DecisionAid, given: Answers) -> Summary:
    return make_summary(french, given, ON, dict.fromkeys(given, MOMENT))


@pytest.fixture(scope="module")
def staff_in_french(french: DecisionAid, given: Answers) -> StaffSummary:
    return make_staff_summary(french, given, ON, dict.fromkeys(given, MOMENT))


def same_in_both() -> set[str]:
    """Texts that the translation leaves as they are, such as names and titles of papers."""
    written = find_texts(read_yaml(paths.questions().read_bytes()).data)
    overlay = read_yaml(paths.overlay_beside(paths.questions(), "fr").read_bytes()).data
    assert isinstance(overlay, dict)
    said = {place: folded(overlay[place]["text"]) for place in written}
    return {one.text for place, one in written.items() if said[place] == folded(one.text)}


def test_nothing_is_left_in_english(french: DecisionAid) -> None:
    assert french.untranslated == 0


@pytest.mark.parametrize("paper", PAPERS)
def test_the_sheet_has_two_sides_and_the_staffs_copy_one(
    in_french: Summary, staff_in_french: StaffSummary, paper: Paper
) -> None:
    assert papers.number_of_pages(papers.rendered(in_french, "pdf", paper)) == 2
    assert papers.number_of_pages(papers.rendered(staff_in_french, "pdf", paper)) == 1


def test_the_booklet_and_large_print_are_little_longer_than_in_english(in_french: Summary) -> None:
    """French takes a fifth more room: in English they are 7 and 5 pages at most."""
    assert papers.number_of_pages(papers.rendered(in_french, "pdf", edition="facts")) <= 8
    assert papers.number_of_pages(papers.rendered(in_french, "pdf", edition="large-print")) <= 7


def test_the_same_blocks_stand_on_the_same_sides(in_french: Summary, patient: Summary) -> None:
    for side in ("side_1", "side_2", "details"):
        ids = [one.id for one in getattr(in_french, side)]
        assert ids == [one.id for one in getattr(patient, side)]


def test_every_sentence_rests_on_the_same_sources(in_french: Summary, patient: Summary) -> None:
    def sources(summary: Summary) -> list[list[tuple[str, ...]]]:
        blocks = (*summary.side_1, *summary.side_2, *summary.details)
        return [[said.sources for said in block.passages] for block in blocks]

    assert sources(in_french) == sources(patient)


@pytest.mark.parametrize("form", ["html", "txt", "pdf"])
def test_the_recommendation_stands_in_its_own_words_with_our_translation_beside_it(
    form: str, in_french: Summary
) -> None:
    file = papers.rendered(in_french, form)
    words = folded("".join(papers.pages(file)) if form == "pdf" else file.decode())
    assert words.index(folded(BODIES_WORDS)) < words.index(folded(IN_FRENCH))


def test_no_sentence_of_the_english_guide_is_on_a_french_paper(
    in_french: Summary, staff_in_french: StaffSummary
) -> None:
    said = folded(
        papers.text(in_french)
        + papers.rendered(in_french, "txt", edition="facts").decode()
        + papers.text(staff_in_french)
    )
    written = find_texts(read_yaml(paths.questions().read_bytes()).data).values()
    quoted = folded(" ".join(one.text for one in written if one.is_quoted))
    english = {folded(one.text) for one in written if len(one.text.split()) > 3}
    left = english - {folded(text) for text in same_in_both()}
    assert [text for text in sorted(left) if text in said and text not in quoted] == []


@pytest.mark.parametrize("patient_file", ["booked_next_week"])
def test_own_words_stay_on_side_1_of_a_full_french_sheet(
    french: DecisionAid, patient_file: str
) -> None:
    path = Path(paths.questions()).parent / "tests" / "patients" / f"{patient_file}.yaml"
    answers = load_answers(path, french)
    first, _second = papers.pages(papers.pdf(make_summary(french, answers, ON), "a4"))
    assert folded("Can I move the date?") in folded(first)
