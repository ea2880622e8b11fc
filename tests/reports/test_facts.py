"""The booklet of facts: seven pages at most, nothing torn apart, and each part of it there."""

from __future__ import annotations

import pytest
from page import ValidationProfile, validate_pdf_bytes

from decision_aid.report.format import Paper
from decision_aid.summary.models import Summary
from tests import papers
from tests.reports.reading import PAPERS, folded, sizes

MOST_PAGES = 7


def facts(summary: Summary, paper: Paper, edition: str = "facts") -> bytes:
    return papers.rendered(summary, "pdf", paper, edition)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_booklet_of_every_patient_has_seven_pages_at_most(
    patient: Summary, paper: Paper
) -> None:
    assert papers.number_of_pages(facts(patient, paper)) <= MOST_PAGES


@pytest.mark.parametrize("paper", PAPERS)
def test_no_page_of_the_booklet_but_the_last_is_nearly_empty(
    patient: Summary, paper: Paper
) -> None:
    lengths = [len(folded(page)) for page in papers.pages(facts(patient, paper))]
    assert min(lengths[:-1]) > max(lengths) / 4


def test_the_booklet_holds_what_the_sheet_has_no_room_for(patient: Summary) -> None:
    words = folded("".join(papers.pages(facts(patient, "a4"))))
    for row in patient.table.rows:
        assert folded(row.name) in words
        for sentence in (one for cell in row.cells for one in cell.sentences):
            assert folded(sentence.text) in words
    for block in (*patient.details, patient.table.box, patient.imprint, patient.urgent_help):
        for sentence in (one for said in block.passages for one in said.sentences):
            assert folded(sentence.text) in words
    for contact in patient.contacts:
        assert folded(contact.number) in words
    for source in patient.sources:
        assert f"{source.number}{folded(source.source.short)}" in words


def test_the_booklet_in_large_print_is_sound_and_has_no_letter_under_18_point(
    patient: Summary,
) -> None:
    large = facts(patient, "letter", "facts-large-print")
    assert min(sizes(large)) == 18.0
    assert validate_pdf_bytes(large, profile=ValidationProfile.PDF_UA_1).is_compliant
