"""Papers with figures of other bases than 100: drawn whole, or said alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

import pytest

from decision_aid.answers_file import load_answers
from decision_aid.content import DecisionAid, Risk
from decision_aid.report.format import Paper
from decision_aid.summary.models import Summary
from decision_aid.summary.patient import make_summary
from tests import papers
from tests.conftest import ON
from tests.reports.reading import PAPERS, PATIENTS, folded


def of_base(aid: DecisionAid, base: Literal[10, 100, 1000, 10000]) -> Summary:
    """The paper of a patient, its first figure 5 of 476 and 6 of 588, of that base."""
    first, *others = aid.outcomes
    counted = ((5, 476), (6, 588))
    risks = tuple(
        Risk(arm=risk.arm, events=events, denominator=people, sources=risk.sources)
        for risk, (events, people) in zip(first.risks, counted, strict=True)
    )
    changed = replace(aid, outcomes=(replace(first, base=base, risks=risks), *others))
    return make_summary(changed, load_answers(PATIENTS[0], changed), ON)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("edition", ["facts", "facts-large-print"])
def test_a_thousand_are_printed_beside_their_sentence(
    aid: DecisionAid, edition: str, paper: Paper
) -> None:
    pages = papers.pages(papers.rendered(of_base(aid, 1000), "pdf", paper, edition))
    (page,) = (page for page in pages if folded("11 of 1,000 did better") in folded(page))
    assert folded(page).count("11of1,000") == 2
    assert folded(page).count("10of1,000") == 2


def icons(page: str) -> list[tuple[str, int, int]]:
    """Of each array its shape, and how many circles are full and open."""
    found = re.findall(
        r'<svg role="img"(?: class="(\w+)")? .*?\n<path .*? d="(.*?)"/>\n<path .*? d="(.*?)"/>',
        page,
    )
    return [(shape, full.count("M"), rings.count("M")) for shape, full, rings in found]


def test_on_a_page_they_are_as_high_as_they_are_drawn(aid: DecisionAid) -> None:
    page = papers.rendered(of_base(aid, 1000), "html", edition="facts").decode()
    assert icons(page)[:2] == [("oblong", 11, 989), ("oblong", 10, 990)]
    assert icons(page)[2][0] == ""
    assert ".arrays svg.oblong { height: auto; }" in page


def test_a_page_of_hundreds_carries_no_style_for_other_shapes(aid: DecisionAid) -> None:
    assert "oblong" not in papers.rendered(of_base(aid, 100), "html", edition="facts").decode()


@pytest.mark.parametrize("form", ["txt", "html", "pdf"])
def test_of_ten_thousand_the_sentence_stands_without_signs(aid: DecisionAid, form: str) -> None:
    summary = of_base(aid, 10_000)
    data = papers.rendered(summary, form, edition="facts")
    text = " ".join(papers.pages(data)) if form == "pdf" else data.decode()
    assert folded("105 of 10,000 did better") in folded(text)
    assert folded("○ did not do better") not in folded(text)
    assert form != "html" or len(icons(text)) == 1


@pytest.mark.parametrize("form", ["txt", "html", "pdf"])
def test_fewer_than_one_is_printed_in_words(aid: DecisionAid, form: str) -> None:
    data = papers.rendered(of_base(aid, 10), form, edition="facts")
    text = " ".join(papers.pages(data)) if form == "pdf" else data.decode()
    assert folded("fewer than 1 of 10 did better, more than 9 did not") in folded(text)
