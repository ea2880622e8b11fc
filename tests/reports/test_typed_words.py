"""What was typed stands on the staff's copy only where that is asked for."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from page import ValidationProfile, validate_pdf_bytes

from decision_aid.conditions import Answers
from decision_aid.content import DecisionAid
from decision_aid.plain_text import FREE_TEXT_LIMIT
from decision_aid.report.format import Paper
from decision_aid.summary.models import Block
from decision_aid.summary.patient import make_summary
from decision_aid.summary.record_line import make_record_line
from decision_aid.summary.staff import make_staff_summary
from decision_aid.wording import Paragraph, Sentence
from tests import papers
from tests.conftest import ON
from tests.papers import rendered
from tests.reports.reading import (
    EVERY_FORM,
    MARKER,
    MOMENT,
    PAPERS,
    answers_of,
    by_poppler,
    folded,
    planted,
    words_of,
)
from tests.small import small_aid


@pytest.mark.parametrize("form", [*EVERY_FORM, "line"])
def test_no_typed_word_is_anywhere_in_the_staff_s_copy(
    form: str, aid: DecisionAid, given: Answers
) -> None:
    typed = planted(aid, given)
    staff = make_staff_summary(aid, typed, ON, dict.fromkeys(typed, MOMENT))
    data = rendered(staff, form, "a4", "staff")
    assert MARKER not in words_of(data, form)
    assert MARKER not in repr(staff)
    if form in ("html", "json"):
        assert MARKER.encode() not in data


@pytest.mark.parametrize("form", EVERY_FORM)
def test_typed_words_stand_at_the_end_where_they_are_asked_for(form: str, aid: DecisionAid) -> None:
    typed = planted(aid, answers_of("booked_next_week", aid))
    staff = make_staff_summary(aid, typed, ON, with_words=True)
    words = words_of(rendered(staff, form, "a4", "staff"), form)
    before, heading, after = words.partition(folded("In the person's own words"))
    assert heading
    assert MARKER not in before
    assert after.count(MARKER) == 2
    assert MARKER not in make_record_line(staff)
    assert "What was typed stands at the end" in staff.says


def test_what_may_never_print_is_not_among_the_typed_words(tmp_path: Path) -> None:
    questions = """
    - {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
    - {id: secret, type: text, text: Secret?, prints: never}
    - {id: own, type: text, text: Own?}
    """
    aid = small_aid(tmp_path, questions)
    staff = make_staff_summary(aid, planted(aid, {}), ON, with_words=True)
    assert [said.text for said in staff.own_words[0].passages] == ["Own?", f"{MARKER} own"]


LEAKY = """
summary:
  title: "Mine {own}"
  lead: ["Under the title: {own}."]
  staff_lead: ["Situation: {own}.", "Here: {who}."]
  urgent_first: {who: you}
  blocks:
    - {id: a, heading: "Head {own}", staff: true, passages: ["Paragraph: {own}.", "For {who}."]}
    - {id: b, heading: B, staff: true, record: true, passages: ["Phrase: {phrased}.", "{shown}."]}
    - {id: c, heading: C, staff: true, passages: [{findings: list}]}
  fill_in: [My nurse]
  passed_over: Passed over
"""


def test_no_placeholder_brings_typed_words_in(tmp_path: Path) -> None:
    questions = """
    - {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
    - {id: own, type: text, text: Own?}
    - {id: asked, type: select_one, text: "About {own}?", choices: [{id: yes_, text: Sure}]}
    - {id: again, type: select_one, text: "About {own}?", choices: [{id: yes_, text: Sure}]}
    """
    aid = small_aid(
        tmp_path,
        questions,
        summary=LEAKY,
        phrases="phrases: {phrased: [{text: '{own}'}], shown: [{text: 'Shown {who}'}]}\n",
        rules="rules: [{id: r, list: list, says: 'Ask about {own}?'}]\n",
    )
    given: Answers = {"who": "you", "own": MARKER, "asked": "yes_", "again": "yes_"}
    staff = make_staff_summary(aid, given, ON)
    assert MARKER not in repr(staff)
    for form in (*EVERY_FORM, "line"):
        assert MARKER not in words_of(rendered(staff, form, "a4", "staff"), form)
    assert "B: Shown You." in make_record_line(staff)


@pytest.mark.parametrize("paper", PAPERS)
def test_few_typed_words_stand_on_the_one_page(aid: DecisionAid, paper: Paper) -> None:
    typed = planted(aid, answers_of("booked_next_week", aid))
    staff = make_staff_summary(aid, typed, ON, with_words=True)
    (page,) = papers.pages(rendered(staff, "pdf", paper, "staff"))
    assert page.count(MARKER) == 2


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.parametrize("paper", PAPERS)
def test_many_typed_words_follow_on_pages_of_their_own(aid: DecisionAid, paper: Paper) -> None:
    typed = planted(aid, answers_of("booked_next_week", aid))
    many = "word " * (FREE_TEXT_LIMIT // 5 - 1) + "last"
    long = {**typed, "matters_words": many, "ask_words": many}
    staff = make_staff_summary(aid, long, ON, dict.fromkeys(long, MOMENT), with_words=True)
    pdf = rendered(staff, "pdf", paper, "staff")
    first, *more = papers.pages(pdf)
    last = staff.recommendation.in_short[-1].text
    assert folded(last) in folded(first)
    assert f"Page 1 of {1 + len(more)}." in by_poppler(pdf)[0]
    assert "word word" not in first
    assert len(more) == 1
    assert " ".join(more).count("word ") >= 2 * many.count("word ") - 20
    assert " ".join(more).count("last") == 2
    assert validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1).is_compliant


@pytest.mark.parametrize("paper", PAPERS)
def test_a_page_of_another_aid_that_cannot_fit_loses_nothing(
    aid: DecisionAid, paper: Paper
) -> None:
    staff = make_staff_summary(aid, answers_of("booked_next_week", aid), ON)
    long = Paragraph("text", (Sentence("word " * 1500 + "last", "long"),))
    too_much = replace(staff, main=(*staff.main, Block("long", "Much", (long,))))
    pages = papers.pages(rendered(too_much, "pdf", paper, "staff"))
    assert len(pages) > 1
    assert "last" in "".join(pages)
    assert folded(staff.recommendation.in_short[-1].text) in folded("".join(pages))


# --- whatever it is ------------------------------------------------------------------------------

ODD = {
    "emoji": "😀 🏊\u200d♀️ 👍🏽 🇬🇧 ❤️ 1️⃣",
    "Arabic": "هل سأنام بشكل أفضل؟",
    "Chinese": "我会睡得更好吗？",
    "marks": "e\u0301\u0302\u0303\u0304\u0305",
    "control characters": "a\x00b\x1b[31mc\u202ed\u2028e\u2029f\x85",
    "one word": "x" * 400,
    "300 lines": "\n" * 300,
    "much": "word " * 370,
    "markup": "#panic() $x^2$ *b* <b>&amp;</b> \\ `r` @r <l> = H // c /* d " * 30,
}


@pytest.mark.parametrize("edition", ["facts", "large-print", "facts-large-print", "staff"])
@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_own_words_stand_whole_in_an_edition_or_not_at_all(
    aid: DecisionAid, odd: str, edition: str
) -> None:
    given = {**answers_of("stent_offered", aid), "ask_words": f"first {odd} {MARKER}"}
    staff, patient = (
        make_staff_summary(aid, given, ON, with_words=True),
        make_summary(aid, given, ON),
    )
    pdf = rendered(staff if edition == "staff" else patient, "pdf", "a4", edition)
    assert "".join(papers.pages(pdf)).count(MARKER) == (0 if edition.startswith("facts") else 1)
    assert validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1).is_compliant


# --- agreed to or not -----------------------------------------------------------------------------

FIRST = frozenset({"ask_words", "ask", "worry"})
"""Boxes whose question says that what is written there is printed."""


def elsewhere(aid: DecisionAid) -> list[str]:
    """The boxes for a person's own words that do not print unless that is agreed to."""
    typed = (one for one in aid.questions if one.is_typed and one.audience == "patient")
    return [one.id for one in typed if one.id not in FIRST]


@pytest.mark.parametrize("form", EVERY_FORM)
@pytest.mark.parametrize("agreed", [None, ("lean", "checks"), ("nothing",)])
def test_nothing_typed_elsewhere_is_on_any_paper_without_agreement(
    form: str, agreed: tuple[str, ...] | None, aid: DecisionAid
) -> None:
    given = {
        **answers_of("booked_next_week", aid),
        **dict.fromkeys(elsewhere(aid), MARKER),
        "print_what": agreed,
    }
    assert MARKER not in words_of(
        rendered(make_summary(aid, given, ON), form, "a4", "patient"), form
    )
    staff = make_staff_summary(aid, given, ON, with_words=True)
    assert MARKER not in words_of(rendered(staff, form, "a4", "staff"), form)
    assert MARKER not in make_record_line(staff)


def test_what_was_typed_elsewhere_is_printed_once_that_is_agreed_to(aid: DecisionAid) -> None:
    given = {**answers_of("booked_next_week", aid), "matters_words": MARKER}
    agreed = make_summary(aid, {**given, "print_what": ("words",)}, ON)
    assert MARKER in papers.text(agreed)


def test_every_box_but_those_that_say_so_waits_for_the_agreement(aid: DecisionAid) -> None:
    assert elsewhere(aid)
    for name in elsewhere(aid):
        question = aid.by_id[name]
        assert question.prints_when is not None
        assert {test.question for test in question.prints_when.tests()} == {"print_what"}
