"""Every edition can be read aloud: a second validator says so, and the tags have its order."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from itertools import cycle
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from decision_aid.content import DecisionAid
from decision_aid.report.editions import EDITIONS, Edition
from decision_aid.report.format import Paper
from decision_aid.report.typesetting import compile_pdf
from decision_aid.summary.models import StaffSummary, Summary, SummaryInput
from tests.conftest import ON
from tests.outloud import heard
from tests.papers import rendered
from tests.reports.reading import MOMENT, PAPERS, answers_of

PEOPLE: Mapping[str, dict[str, str]] = {
    "stent_warning_sign": {},
    "newly_curious": {},
    "balloon_abroad": {"ask_words": "I would like to know much more. " * 80},
}
"""Made-up patients, in turn on each paper, and what they answer otherwise."""


@pytest.fixture(scope="module")
def pdfs(aid: DecisionAid) -> dict[str, bytes]:
    """Every edition as PDF, of each of these people and blank."""
    return {
        f"{who} {edition.name} {paper}": rendered(summary, "pdf", paper, edition.name)
        for edition in EDITIONS.values()
        for who, paper, summary in summaries(aid, edition)
    }


def summaries(
    aid: DecisionAid, edition: Edition
) -> Iterator[tuple[str, Paper, Summary | StaffSummary]]:
    for (who, otherwise), paper in zip(PEOPLE.items(), cycle(PAPERS), strict=False):
        given = {**answers_of(who, aid), **otherwise}
        said = SummaryInput(given, dict.fromkeys(given, MOMENT))
        yield who, paper, edition.make(aid, said, ON, edition.asks_for_words)
    if edition.make_blank:
        yield "blank", PAPERS[0], edition.make_blank(aid, ON)


@pytest.mark.outloud
def test_outloud_has_nothing_against_any_edition(pdfs: dict[str, bytes], tmp_path: Path) -> None:
    assert heard(pdfs, tmp_path) == {name: [] for name in pdfs}


SAYING = """#set document(title: "How sure somebody felt")
#let prose = [Nobody hears this line of prose, since it is marked as no part of the text.]
"""
EMPTY_CORNER = "#table(columns: 2, table.header([], [Start]), [I feel settled.], [yes])"
UNHEARD = "#pdf.artifact(prose)"
FOOT = "#set page(margin: (bottom: 11mm), footer: prose, footer-descent: 4mm)\n= How sure"


@pytest.mark.outloud
def test_outloud_tells_of_what_cannot_be_read_aloud_but_not_of_a_foot(
    pdfs: dict[str, bytes], tmp_path: Path
) -> None:
    whole = next(iter(pdfs.values()))
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(untagged := io.BytesIO())
    made = {
        "corner": compile_pdf((SAYING + EMPTY_CORNER).encode(), ON),
        "unheard": compile_pdf((SAYING + UNHEARD).encode(), ON),
        "foot": compile_pdf((SAYING + FOOT).encode(), ON),
        "untagged": untagged.getvalue(),
        "no PDF": whole[:100],
    }
    said = {name: " ".join(against) for name, against in heard(made, tmp_path).items()}
    assert "associated only with empty header cells" in said["corner"]
    assert "prose are marked /Artifact" in said["unheard"]
    assert said["foot"] == ""
    assert "StructTreeRoot" in said["untagged"]
    assert said["no PDF"].startswith("it was not read")


def test_what_is_read_aloud_has_the_order_in_which_it_is_set(pdfs: dict[str, bytes]) -> None:
    for name, made in pdfs.items():
        with pikepdf.open(io.BytesIO(made)) as pdf:
            read = list(read_aloud(pdf.Root.StructTreeRoot))
            for page in pdf.pages:
                here = [number for place, number in read if place == page.objgen]
                assert here == list(numbers_set(page)), name
                assert here, name


def read_aloud(node: Any, page: Any = None) -> Iterator[tuple[tuple[int, int], int]]:
    """The pieces of marked content in the order of the tags: the page of each, and its number."""
    page = node.get("/Pg", page)
    if "/MCID" in node:
        yield page.objgen, int(node.MCID)
    for child in kids(node):
        if isinstance(child, pikepdf.Dictionary):
            yield from read_aloud(child, page)
        else:
            yield page.objgen, int(child)


def kids(node: Any) -> list[Any]:
    some = node.get("/K", pikepdf.Array())
    return list(some) if isinstance(some, pikepdf.Array) else [some]


def numbers_set(page: pikepdf.Page) -> Iterator[int]:
    for instruction in pikepdf.parse_content_stream(page, "BDC"):
        about: Any = instruction.operands[1]
        if "/MCID" in about:
            yield int(about.MCID)
