"""The PDF: tagged, with our fonts, numbered pages and rows that are never split."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest
from page import ValidationProfile, validate_pdf_bytes

from decision_aid.answers_file import load_answers
from decision_aid.content import DecisionAid
from decision_aid.report.format import Paper
from decision_aid.summary.models import Summary
from decision_aid.summary.patient import make_summary
from tests import papers
from tests.conftest import ON
from tests.reports.reading import PAPERS, PATIENTS, by_poppler, folded, is_without_colour, walk


@pytest.mark.parametrize("edition", ["patient", "facts"])
@pytest.mark.parametrize("paper", PAPERS)
def test_the_pdf_passes_pdf_ua(patient: Summary, paper: Paper, edition: str) -> None:
    pdf = papers.rendered(patient, "pdf", paper, edition)
    verdict = validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in verdict.failures] == []


def structure(node: Any) -> Iterator[Any]:
    """The elements of a tagged PDF in reading order."""
    yield node
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            yield from structure(child)


def test_each_picture_says_in_words_what_it_shows(patient: Summary) -> None:
    opened = pikepdf.open(io.BytesIO(papers.rendered(patient, "pdf", "a4", "facts")))
    figures = [one for one in structure(opened.Root.StructTreeRoot) if one.get("/S") == "/Figure"]
    alts = [array.alt for picture in patient.pictures for array in picture.arrays]
    assert [str(figure.Alt) for figure in figures] == alts
    assert all(figure.get("/K") is not None for figure in figures)


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="needs Debian's package poppler-utils")
def test_it_is_printed_in_black_on_white_alone(patient: Summary) -> None:
    assert is_without_colour(papers.pdf(patient, "a4"))


def test_the_fonts_are_ours_and_embedded(opened: pikepdf.Pdf) -> None:
    fonts = {
        str(font.BaseFont).partition("+")[2]: font
        for page in opened.pages
        for font in page.Resources.get("/Font", {}).values()
    }
    ours = {"AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold", "DejaVuSans"}
    assert set(fonts) <= ours | {"DejaVuSans-Bold"}
    for font in fonts.values():
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_the_pdf_has_headings_language_and_a_title_that_tells_nothing(
    patient: Summary, opened: pikepdf.Pdf
) -> None:
    assert str(opened.Root.Lang) == "en"
    assert str(opened.docinfo.Title) == "Decision aid summary"
    assert "/CreationDate" not in opened.docinfo
    headings = [str(item.title) for item in walk(opened.open_outline().root)]
    assert patient.title in headings
    assert patient.urgent_help.heading in headings
    assert patient.recommendation.heading in headings


def test_what_was_typed_stands_on_the_pages_and_nowhere_about_the_pdf(aid: DecisionAid) -> None:
    given = dict(load_answers(PATIENTS[0], aid)) | {"ask_words": "PLANTED-WORDS"}
    made = papers.pdf(make_summary(aid, given, ON), "a4")
    assert "PLANTED-WORDS" in "".join(papers.pages(made))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert "PLANTED" not in str(dict(pdf.docinfo)) + str(pdf.open_metadata())


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("edition", ["patient", "facts"])
def test_each_page_says_its_number_and_the_version(
    patient: Summary, paper: Paper, edition: str
) -> None:
    pages = by_poppler(papers.rendered(patient, "pdf", paper, edition))
    said = "Evidence read 20 and 27 November 2026. "
    version = f"Version {patient.version}, {patient.content_hash[:6]}."
    for number, page in enumerate(pages, 1):
        assert said + version in page
        assert f"Page {number} of {len(pages)}." in page


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
def test_our_reading_of_a_pdf_agrees_with_poppler(patient: Summary) -> None:
    pdf = papers.pdf(patient, "letter")
    ours, theirs = papers.pages(pdf), by_poppler(pdf)
    assert len(ours) == len(theirs)
    assert folded(theirs[0]).startswith(folded(ours[0])[:1000])
    assert sorted(folded(ours[0])) == sorted(folded(theirs[0].partition("Evidence read")[0]))


@pytest.mark.parametrize("paper", PAPERS)
def test_a_row_is_never_split_and_the_box_stands_with_the_last(
    patient: Summary, paper: Paper
) -> None:
    facts = papers.rendered(patient, "pdf", paper, "facts")
    pages = [folded(page) for page in papers.pages(facts)]
    for row in patient.table.rows:
        parts = [s.text for cell in row.cells for s in cell.sentences]
        assert any(all(folded(part) in page for part in (row.name, *parts)) for page in pages)
    table = patient.table
    (page,) = (page for page in pages if folded(table.box.heading) in page)
    assert folded(table.rows[-1].name) in page
