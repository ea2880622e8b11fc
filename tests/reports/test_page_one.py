"""Page 1 of a summary: complete in itself, in one order, on one page, in large enough letters."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from page import ValidationProfile, validate_pdf_bytes

from decision_aid.report.editions import PATIENT
from decision_aid.report.format import Paper
from decision_aid.report.typesetting import typeset
from decision_aid.summary.models import Summary
from tests import papers
from tests.reports.reading import FORMS, PAPERS, Form, folded, letters_set_in, mini, seen


@pytest.mark.parametrize("form", FORMS)
def test_page_1_has_one_order_for_whoever_is_deciding(form: Form, summary: Summary) -> None:
    order = [
        summary.title,
        *(block.heading for block in summary.opening),
        summary.urgent_help.heading,
        summary.recommendation.heading,
        "To fill in by hand",
        summary.table.heading,
    ]
    found = [seen(form, summary).find(folded(heading)) for heading in order]
    assert -1 not in found
    assert found == sorted(found)


@pytest.mark.parametrize("form", FORMS)
def test_whoever_was_treated_reads_urgent_help_before_all_else(form: Form) -> None:
    treated = mini(who=["supporter"])
    words = seen(form, treated)
    assert treated.main
    assert not treated.opening
    for block in treated.main:
        assert words.find(folded(treated.urgent_help.heading)) < words.find(folded(block.heading))
        assert words.find(folded(block.heading)) < words.find(
            folded(treated.recommendation.heading)
        )


@pytest.mark.parametrize("paper", PAPERS)
def test_page_1_of_every_patient_fits_on_one_page(patient: Summary, paper: Paper) -> None:
    first, second, *_ = papers.pages(papers.pdf(patient, paper))
    in_short = patient.recommendation.in_short[-1].text
    assert folded(first).endswith(folded(in_short))
    assert second.startswith("To fill in by hand")


@pytest.mark.parametrize("paper", PAPERS)
def test_page_1_is_set_in_12_point(patient: Summary, paper: Paper) -> None:
    with pikepdf.open(io.BytesIO(papers.pdf(patient, paper))) as pdf:
        sizes = {float(size) for size in letters_set_in(pdf.pages[0])}
    assert sizes == {16.0, 12.0, 9.5, 9.0}  # title, body, foot, source marks


def test_a_page_1_that_is_too_long_loses_nothing(summary: Summary) -> None:
    long = replace(summary, opening=summary.opening * 12)
    first, second, *_ = papers.pages(papers.pdf(long, "a4"))
    assert folded(first + second).count(folded(summary.opening[0].heading)) == 12


@pytest.mark.parametrize("form", FORMS)
def test_a_guide_past_its_day_says_so_first(form: Form, summary: Summary) -> None:
    warning = "This guide is out of date. It was good until 20 November 2028."
    words = seen(form, replace(summary, warning=warning, out_of_date=True))
    assert words.removeprefix("outofdate").startswith(folded(warning))


def test_out_of_date_stands_across_every_page(summary: Summary) -> None:
    sound, old = (
        typeset(replace(summary, out_of_date=late), PATIENT, "a4") for late in (False, True)
    )
    for before, after in zip(drawn_at_64_point(sound), drawn_at_64_point(old), strict=True):
        assert (before, after) == (0, 1)
    assert validate_pdf_bytes(old, profile=ValidationProfile.PDF_UA_1).is_compliant


def drawn_at_64_point(data: bytes) -> list[int]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [[float(size) for size in letters_set_in(page)].count(64.0) for page in pdf.pages]
