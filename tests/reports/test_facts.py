"""The booklet of facts: seven pages at most, nothing torn apart, and each part of it there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

import pytest
from page import ValidationProfile, validate_pdf_bytes

from decision_aid.report.format import Paper
from decision_aid.summary.models import StaffSummary, Summary
from decision_aid.summary.shared import find_shared, left_over
from decision_aid.wording import Paragraph
from tests import papers
from tests.reports.reading import PAPERS, by_poppler, folded, fullness, sizes

MOST_PAGES = 7


def facts(summary: Summary, paper: Paper, edition: str = "facts") -> bytes:
    return papers.rendered(summary, "pdf", paper, edition)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_booklet_of_every_patient_has_seven_pages_at_most(
    patient: Summary, paper: Paper
) -> None:
    assert papers.number_of_pages(facts(patient, paper)) <= MOST_PAGES


MOST_PAGES_IN_LARGE_PRINT = 18


@pytest.mark.parametrize("paper", PAPERS)
def test_the_booklet_in_large_print_has_eighteen_pages_at_most(
    patient: Summary, paper: Paper
) -> None:
    large = facts(patient, paper, "facts-large-print")
    assert papers.number_of_pages(large) <= MOST_PAGES_IN_LARGE_PRINT


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="needs Debian's package poppler-utils")
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("edition", ["facts", "facts-large-print", "patient", "large-print"])
def test_every_page_of_every_edition_is_a_quarter_full_or_more(
    patient: Summary, edition: str, paper: Paper
) -> None:
    assert min(fullness(facts(patient, paper, edition))) >= 0.25


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="needs Debian's package poppler-utils")
@pytest.mark.parametrize("paper", PAPERS)
def test_the_staff_s_page_is_a_quarter_full_or_more(staff: StaffSummary, paper: Paper) -> None:
    assert min(fullness(papers.pdf(staff, paper))) >= 0.25


# --- what stays together -------------------------------------------------------------------------


def words_of_pages(summary: Summary, paper: Paper, edition: str) -> list[str]:
    """The words of each page, without marks and white space."""
    return [without_marks(page) for page in papers.pages(facts(summary, paper, edition))]


def without_marks(page: str) -> str:
    return re.sub(r"\[[\d,]+\]", "", folded(page))


def stand_together(texts: list[str], pages: list[str]) -> bool:
    """Whether one page holds all of these texts."""
    return any(all(folded(text) in page for text in texts) for page in pages)


def sentences_of(passages: tuple[Paragraph, ...]) -> list[str]:
    return [one.text for said in passages for one in said.sentences]


def wholes(summary: Summary) -> Iterator[list[str]]:
    """What no page may end within, in every booklet: pictures, contacts and the recommendation."""
    for picture in summary.pictures:
        counted = [array.title for array in picture.arrays]
        yield [picture.name, *sentences_of(picture.said), *counted, *sentences_of(picture.caption)]
    for one in summary.contacts:
        yield [text for text in (one.number, one.name, one.about, one.address) if text]
    advice = summary.recommendation
    yield [one.words.text for one in (*advice.quoted, *advice.more_quoted)]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("edition", ["facts", "facts-large-print"])
def test_no_picture_contact_or_quotation_is_parted(
    patient: Summary, edition: str, paper: Paper
) -> None:
    pages = words_of_pages(patient, paper, edition)
    assert [one for one in wholes(patient) if not stand_together(one, pages)] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_no_row_frame_or_list_of_sources_of_the_booklet_is_parted(
    patient: Summary, paper: Paper
) -> None:
    pages = words_of_pages(patient, paper, "facts")
    rows = patient.table.rows
    parts = [
        [row.name, *(one.text for cell in row.cells for one in cell.sentences)] for row in rows
    ]
    parts += [
        [one.heading, *sentences_of(one.passages)]
        for one in (patient.table.box, patient.urgent_help, patient.imprint)
    ]
    parts.append([f"{one.number}{one.source.short}" for one in patient.sources])
    assert [one for one in parts if not stand_together(one, pages)] == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.parametrize("paper", PAPERS)
def test_in_large_print_no_cell_is_parted_and_each_stands_under_the_name_of_its_row(
    patient: Summary, paper: Paper
) -> None:
    seen = by_poppler(facts(patient, paper, "facts-large-print"))
    pages = [without_marks(page) for page in seen]
    for row in patient.table.rows:
        for cell in left_over(row, find_shared(row)):
            assert stand_together([row.name, *(one.text for one in cell)], pages), row.id


def test_what_a_balloon_and_a_stent_share_stands_once_and_names_both(patient: Summary) -> None:
    pages = words_of_pages(patient, "a4", "facts")
    assert "Aballoonandastent:Theplaceinthegroinisnumbed." in "".join(pages)


# --- what it says --------------------------------------------------------------------------------


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
