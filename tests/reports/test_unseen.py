"""What is invisible and harmless leaves no mark on paper, and what turns letters round does."""

from __future__ import annotations

import json

import pytest

from decision_aid.plain_text import clean
from decision_aid.report.options import PrintOptions
from tests import papers
from tests.reports.reading import FORMS, Form, folded, saying, seen

UNSEEN = {
    "soft hyphen": "hy\u00adphen",
    "space of no width": "hy\u200bphen",
    "word joiner": "hy\u2060phen",
    "byte order mark": "\ufeffhyphen",
    "marks of direction": "hy\u200e\u200f\u061cphen",
    "a number from a list of contacts": "\u202ahyphen\u202c",
    "isolates": "\u2066hy\u2068ph\u2069en\u2069",
    "invisible mathematics": "hy\u2061\u2062\u2063\u2064phen",
    "tags": "hyphen\U000e0065\U000e007f",
    "joiners among Latin letters": "hy\u200d\u200cphen",
    "variation selectors": "hyphen\ufe0f",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", UNSEEN.values(), ids=UNSEEN)
def test_what_is_not_seen_leaves_no_mark(form: Form, text: str) -> None:
    words = seen(form, saying(f"<{text}>"))
    plain = words.replace("\u200d", "").replace("\u200c", "").replace("\ufe0f", "")
    assert "<hyphen>" in plain
    assert "\ufffd" not in words
    assert folded("could not be printed") not in words


def test_nor_in_the_paper_for_programs() -> None:
    from decision_aid.report.as_json import JSON
    from decision_aid.report.files import render

    data = json.loads(render(saying("".join(UNSEEN.values())), PrintOptions(JSON)))
    (block,) = data["side_1"]
    said = block["said"][0]["sentences"][0]["text"]
    assert said.count("hyphen") == len(UNSEEN) - 1
    assert "\ufffd" not in said
    assert not {"\u00ad", "\u200b", "\u2060", "\ufeff", "\u202a"} & set(said)


KEPT = {
    "Persian, with letters parted": "می\u200cخواهم",
    "Hindi, with a half letter": "क्\u200dष",
    "a family": "👩\u200d👩\u200d👧",
    "an Arabic sign over a number": "\u0600١٢",
    "a heart in colour": "❤\ufe0f",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_changes_letters_stays(text: str) -> None:
    assert clean(text) == text
    assert text in papers.html(saying(text))
    assert text in papers.text(saying(text))


def test_joiners_stay_in_the_pdf_where_they_part_letters() -> None:
    page = folded("".join(papers.pages(papers.pdf(saying("می\u200cخواهم"), "a4"))))
    assert "\ufffd" not in page
    assert "\u200c" in page


@pytest.mark.parametrize("text", ["a\u202ebc", "a\u202dbc"])
def test_nothing_turns_letters_round(text: str) -> None:
    assert clean(text) == "a\ufffdbc"


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\r", "\r\n", "\n"])
def test_every_sort_of_line_end_is_one(end: str) -> None:
    assert clean(f"one{end}two") == "one\ntwo"


def test_words_that_an_author_wrote_with_soft_hyphens_do_not_have_the_paper_refused() -> None:
    from dataclasses import replace

    summary = saying("x")
    first, *rest = summary.recommendation.quoted
    words = replace(first.words, text=first.words.text.replace("e", "e\u00ad\u200b"))
    advice = replace(summary.recommendation, quoted=(replace(first, words=words), *rest))
    for form in FORMS:
        assert "\ufffd" not in seen(form, replace(summary, recommendation=advice))
