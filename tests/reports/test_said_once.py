"""No paper says a sentence twice: what stands in one place is not said again in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace

import pytest

from decision_aid.report.editions import EDITIONS
from decision_aid.summary.models import StaffSummary, Summary
from decision_aid.wording import Sentence
from tests import papers
from tests.papers import rendered
from tests.reports.reading import folded

SENTENCE = re.compile(r".{19,}[.?!”]")
"""What counts as a sentence here: "Not sure." is an answer, and "a fit, or fainting" a sign."""

TWICE: Mapping[str, str] = {
    "Ask the clinic for its report.": "the next step on side 1 is the first to do on side 2",
}
"""What may stand twice on one paper, and why."""


def said_in(part: object) -> Iterator[str]:
    """Each sentence of these parts of a summary."""
    if isinstance(part, Sentence):
        yield from re.split(r"(?<=[.?!”])\s+", part.text)
    elif isinstance(part, tuple):
        for one in part:
            yield from said_in(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from said_in(getattr(part, field.name))


def said_twice(summary: Summary | StaffSummary, edition: str) -> list[str]:
    pages = papers.pages(rendered(summary, "pdf", "a4", edition))
    words = re.sub(r"\[[\d,]+\]", "", folded("".join(pages)))
    sentences = {one for one in said_in(summary) if SENTENCE.fullmatch(one)} - TWICE.keys()
    return sorted(one for one in sentences if words.count(folded(one)) > 1)


@pytest.mark.parametrize("edition", [name for name, one in EDITIONS.items() if one.kind != "staff"])
def test_no_paper_of_a_patient_says_a_sentence_twice(patient: Summary, edition: str) -> None:
    assert said_twice(patient, edition) == []


def test_the_staff_s_page_says_no_sentence_twice(staff: StaffSummary) -> None:
    assert said_twice(staff, "staff") == []


def test_a_sentence_said_twice_is_found(patient: Summary) -> None:
    imprint = patient.imprint
    again = replace(patient, imprint=replace(imprint, passages=imprint.passages * 2))
    assert "This guide is not a medical device." in said_twice(again, "facts")
