"""Every paper can be read from a printer, a copier or a fax that has black and no grey."""

from __future__ import annotations

import io
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest

from decision_aid.content import DecisionAid
from decision_aid.report.format import Paper
from decision_aid.summary.blank import make_blank_copy, make_blank_staff_copy
from decision_aid.summary.models import StaffSummary, Summary
from decision_aid.summary.patient import make_summary
from decision_aid.summary.staff import make_staff_summary
from tests import papers
from tests.conftest import ON
from tests.reports.reading import PAPERS, answers_of, by_poppler, folded, mini, planted

EVERY_EDITION = ("patient", "facts", "large-print", "facts-large-print", "staff")
BLACK, GREY = 0.0, 0.8
_INKS = frozenset({"scn", "SCN", "sc", "SC", "g", "G"})


def of_edition(aid: DecisionAid, edition: str, name: str) -> Summary | StaffSummary:
    given = planted(aid, answers_of(name, aid))
    if edition == "staff":
        return make_staff_summary(aid, given, ON, with_words=True)
    return make_summary(aid, given, ON)


def inks(pdf: bytes) -> Counter[float]:
    """How often each lightness of ink is taken up; any other way to colour is an error."""
    found: Counter[float] = Counter()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            assert "/XObject" not in page.Resources
            assert "/ExtGState" not in page.Resources
            for step in pikepdf.parse_content_stream(page):
                assert str(step.operator) not in {"rg", "RG", "k", "K", "sh", "BI"}
                if str(step.operator) in _INKS:
                    (lightness,) = step.operands
                    found[float(lightness)] += 1
    return found


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("edition", EVERY_EDITION)
@pytest.mark.parametrize("name", ["stent_offered", "stent_warning_sign"])
def test_all_ink_is_black(aid: DecisionAid, name: str, edition: str, paper: Paper) -> None:
    summary = of_edition(aid, edition, name)
    assert {*inks(papers.rendered(summary, "pdf", paper, edition))} == {BLACK}


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.parametrize("edition", EVERY_EDITION)
def test_what_stands_across_in_grey_stands_at_each_foot_in_black(
    aid: DecisionAid, edition: str
) -> None:
    late = replace(of_edition(aid, edition, "stent_offered"), out_of_date=True)
    blank = make_blank_staff_copy(aid, ON) if edition == "staff" else make_blank_copy(aid, ON)
    both = replace(blank, out_of_date=True)
    for summary, foot in (
        (late, "Out of date."),
        (blank, "Blank copy, for preview."),
        (both, "Out of date."),
    ):
        pdf = papers.rendered(summary, "pdf", "a4", edition)
        found, pages = inks(pdf), by_poppler(pdf)
        assert {*found} == {BLACK, GREY}
        assert found[GREY] >= len(pages)
        assert all(folded(foot) in folded(page) for page in pages)


def circles(pdf: bytes) -> Iterator[tuple[str, int]]:
    """How each shape with round edges is painted, and of how many circles it is made."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            begun, is_round = 0, False
            for step in pikepdf.parse_content_stream(page):
                sign = str(step.operator)
                begun += sign == "m"
                is_round = is_round or sign == "c"
                if sign in {"f", "f*", "S", "B", "n"}:
                    if is_round:
                        yield sign, begun
                    begun, is_round = 0, False


@pytest.mark.parametrize("edition", ["facts", "facts-large-print"])
def test_icons_that_are_marked_are_full_and_the_others_rings(edition: str) -> None:
    summary = mini()
    arrays = [array for picture in summary.pictures for array in picture.arrays]
    marked = sum(cell for one in arrays for row in one.rows for cell in row)
    every = sum(len(row) for one in arrays for row in one.rows)
    assert 0 < marked < every
    drawn: Counter[str] = Counter()
    for sign, count in circles(papers.rendered(summary, "pdf", "a4", edition)):
        drawn[sign] += count
    assert drawn == {"f": marked, "S": every - marked}
