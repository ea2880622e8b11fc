"""Large print: the same words in the same order, in 18 point, with nothing torn apart."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import mode

import pytest
from page import ValidationProfile, validate_pdf_bytes

from decision_aid.content import DecisionAid
from decision_aid.report.editions import EDITIONS
from decision_aid.summary.models import Summary
from decision_aid.summary.patient import make_summary
from decision_aid.summary.staff import make_staff_summary
from tests import papers
from tests.browser import printed
from tests.conftest import ON
from tests.papers import rendered, rendered_anew
from tests.reports.reading import (
    CARRIED,
    PAPERS,
    answers_of,
    folded,
    fonts_in,
    sizes,
    where_each_word_stands,
)


def heights(pdf: bytes) -> list[float]:
    """How high each word of page 1 is."""
    words = (one for one in where_each_word_stands(pdf) if "☐" not in one)
    edges = (re.findall(r'y(?:Min|Max)="(.*?)"', one) for one in words)
    return [round(float(bottom) - float(top), 1) for top, bottom in edges]


@pytest.fixture(scope="module", params=PAPERS)
def large(request: pytest.FixtureRequest, patient: Summary) -> bytes:
    return rendered(patient, "pdf", request.param, "large-print")


def test_large_print_has_no_letter_under_18_point_and_is_sound(large: bytes) -> None:
    assert min(sizes(large)) == 18.0
    assert validate_pdf_bytes(large, profile=ValidationProfile.PDF_UA_1).is_compliant


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_edition_is_the_same_bytes_twice(aid: DecisionAid, edition: str) -> None:
    given = answers_of("booked_next_week", aid)
    make = make_staff_summary if edition == "staff" else make_summary
    first, second = (rendered_anew(make(aid, given, ON), "pdf", "a4", edition) for _ in range(2))
    assert first == second


MOST_PAGES = 5


def test_large_print_is_the_sheet_in_five_pages_at_most(patient: Summary, large: bytes) -> None:
    words = folded("".join(papers.pages(large)))
    assert papers.number_of_pages(large) <= MOST_PAGES
    assert list(all_sentences(patient)) == [one for one in all_sentences(patient) if one in words]
    card, advice = patient.urgent_help.heading, patient.recommendation.heading
    order = [patient.title, *([card, advice] if patient.urgent_first else [advice, card])]
    order += ["What we agreed", "Sources:"]
    places_ = [words.rfind(folded(heading)) for heading in order]
    assert places_ == sorted(places_)


def all_sentences(summary: Summary) -> Iterator[str]:
    for block in (*summary.side_1, summary.urgent_help, *summary.side_2):
        yield folded(block.heading)
        yield from (folded(one.text) for said in block.passages for one in said.sentences)
    for row in summary.glance.rows if summary.glance else ():
        yield from (folded(one.text) for cell in row.cells for one in cell.sentences)


def test_in_large_print_rows_frames_and_signs_to_call_for_stay_whole(
    patient: Summary, large: bytes
) -> None:
    pages = [folded(page) for page in papers.pages(large)]
    rows = patient.glance.rows if patient.glance else ()
    wholes = [[row.cells[0].sentences[0].text, row.cells[-1].sentences[-1].text] for row in rows]
    signs = [said.text for said in patient.urgent_help.passages if said.kind == "item"]
    advice = patient.recommendation
    wholes += [[signs[0], signs[8]], [signs[9], signs[-2]]]
    wholes += [[advice.heading, advice.in_short[-1].text]]
    for parts in wholes:
        assert any(all(folded(part) in page for part in parts) for page in pages), parts


def test_in_large_print_no_heading_ends_a_page(patient: Summary, large: bytes) -> None:
    names = [block.heading for block in (*patient.side_1, *patient.side_2)]
    names += [patient.recommendation.heading, patient.table.heading, "What we agreed"]
    for page in papers.pages(large):
        assert not folded(page).endswith(tuple(map(folded, names)))


def test_large_print_as_a_page_and_as_text_says_the_same(patient: Summary) -> None:
    pages = [rendered(patient, "html", "a4", edition) for edition in ("patient", "large-print")]
    assert pages[0] != pages[1]
    bodies = [page.partition(b"</style>")[2] for page in pages]
    assert bodies[0] == bodies[1]
    assert rendered(patient, "txt", "a4", "large-print") == rendered(patient, "txt", "a4")


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.chromium
def test_a_browser_prints_every_edition_in_its_own_size_and_fonts(
    aid: DecisionAid, tmp_path: Path
) -> None:
    given = answers_of("booked_next_week", aid)
    patient, staff = make_summary(aid, given, ON), make_staff_summary(aid, given, ON)
    usual, large, short = (
        printed(rendered(summary, "html", "a4", edition).decode(), tmp_path)
        for summary, edition in ((patient, "patient"), (patient, "large-print"), (staff, "staff"))
    )
    for pdf in (usual, large, short):
        assert fonts_in(pdf) <= CARRIED
    body = mode(heights(usual))  # of 11 point on the sheet
    assert min(heights(large)) == pytest.approx(18 / 11 * body, abs=0.1)
