"""The blank copy says on every page that it is blank."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from page import ValidationProfile, validate_pdf_bytes

from decision_aid.content import DecisionAid
from decision_aid.report.format import Paper
from decision_aid.summary.blank import make_blank_copy, make_blank_staff_copy
from tests import papers
from tests.browser import printed
from tests.conftest import ON
from tests.papers import rendered
from tests.reports.reading import (
    EVERY_FORM,
    PAPERS,
    by_poppler,
    folded,
    words_of,
)

BLANK = "Blank copy, for preview"


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.parametrize("edition", ["patient", "large-print"])
def test_the_blank_copy_says_so_on_every_page(aid: DecisionAid, edition: str) -> None:
    pdf = rendered(make_blank_copy(aid, ON), "pdf", "a4", edition)
    pages = by_poppler(pdf)
    after = "Version" if edition == "large-print" else "Evidence read"
    assert all(f"{BLANK}. {after}" in page for page in pages)  # the foot
    assert all(page.count(BLANK) >= 2 for page in pages)  # and across the page
    assert pages[0].startswith(f"{BLANK}.") or f"\n{BLANK}.\n" in pages[0]
    assert validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1).is_compliant


@pytest.mark.parametrize("form", EVERY_FORM)
def test_the_blank_copy_begins_with_saying_so(aid: DecisionAid, form: str) -> None:
    words = words_of(rendered(make_blank_copy(aid, ON), form, "a4"), form)
    assert words.count(folded(BLANK)) >= 1
    assert folded("What else prints, by what is answered") in words
    if form == "txt":
        assert words.startswith(folded(f"{BLANK}."))
        assert folded(f"{BLANK}.") in words[-120:]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.chromium
def test_a_browser_prints_on_every_page_that_the_copy_is_blank(
    aid: DecisionAid, tmp_path: Path
) -> None:
    pages = by_poppler(printed(rendered(make_blank_copy(aid, ON), "html", "a4").decode(), tmp_path))
    assert all(page.count(BLANK) >= 2 for page in pages)  # in the foot, and across the page


def test_the_blank_copy_is_one_sheet(aid: DecisionAid) -> None:
    for paper in PAPERS:
        first, second = papers.pages(rendered(make_blank_copy(aid, ON), "pdf", paper))
        last = aid.recommendation.in_short.statements[-1].text
        assert folded(last) in folded(first)
        assert folded("What else prints, by what is answered") in folded(second)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.parametrize("paper", PAPERS)
def test_the_staff_s_blank_copy_is_one_side_that_says_so(aid: DecisionAid, paper: Paper) -> None:
    pdf = rendered(make_blank_staff_copy(aid, ON), "pdf", paper, "staff")
    (page,) = by_poppler(pdf)
    assert folded(page).count(folded(BLANK)) >= 2  # at the top, and across the page
    assert "What we" in page
