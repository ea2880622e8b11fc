"""The sheet: two sides in every state, own words first, the card where it is needed."""

from __future__ import annotations

import io
import random
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from page import ValidationProfile, validate_pdf_bytes

from decision_aid import paths
from decision_aid.check.rule import Subject
from decision_aid.check.rules.papers import fullest_sheets, lengthened, set_sheet
from decision_aid.conditions import Answers
from decision_aid.content import DecisionAid
from decision_aid.plain_text import FREE_TEXT_LIMIT
from decision_aid.report.editions import PATIENT
from decision_aid.report.format import Paper
from decision_aid.report.typesetting import typeset
from decision_aid.summary.models import Summary
from decision_aid.summary.patient import make_summary
from tests import papers
from tests.browser import printed
from tests.conftest import ON
from tests.reports.reading import (
    FORMS,
    MOMENT,
    PAPERS,
    Form,
    answers_of,
    folded,
    letters_set_in,
    mini,
    seen,
    sizes,
    where_each_word_stands,
)
from tests.reports.test_staff import any_answers

SIDES = 2


def sides(summary: Summary, paper: Paper = "a4") -> list[str]:
    """The words of each page, without white space."""
    return [folded(page) for page in papers.pages(papers.pdf(summary, paper))]


# --- what stands where ---------------------------------------------------------------------------


@pytest.mark.parametrize("paper", PAPERS)
def test_the_sheet_of_every_patient_has_two_sides(patient: Summary, paper: Paper) -> None:
    first, second = sides(patient, paper)
    assert folded(patient.recommendation.in_short[-1].text) in first
    assert first.startswith(folded(patient.title))
    assert "Whatweagreed" in second


@pytest.mark.parametrize("paper", PAPERS)
def test_the_sheet_of_every_patient_is_set_in_three_sizes_of_which_12_point_is_the_text(
    patient: Summary, paper: Paper
) -> None:
    assert sizes(papers.pdf(patient, paper)) == {17.0, 12.0, 9.5}


def test_the_card_is_on_side_1_for_whoever_was_treated_and_on_side_2_for_others(
    patient: Summary,
) -> None:
    card = [folded(one.text) for said in patient.urgent_help.passages for one in said.sentences]
    with_it, without = sides(patient)[:: 1 if patient.urgent_first else -1]
    for line in card:
        assert line in with_it
    assert folded(patient.urgent_help.heading) not in without


@pytest.mark.parametrize("form", FORMS)
def test_the_sheet_has_one_order(form: Form, patient: Summary) -> None:
    own, rest = (
        [one.heading for one in patient.side_1 if (one.style == "own_words") is first]
        for first in (True, False)
    )
    card, advice = patient.urgent_help.heading, patient.recommendation.heading
    first = [card, *own] if patient.urgent_first else own
    order = [patient.title, *first, *rest[: 0 if form == "html" else None][:1], advice]
    order += [] if patient.urgent_first else [card]
    order += [one.heading for one in patient.side_2] + ["What we agreed"]
    words = seen(form, patient)
    place = 0
    for heading in order:
        place = words.find(folded(heading), place)
        assert place >= 0, heading


def test_the_recommendation_for_everybody_is_on_side_1_and_what_else_is_quoted_on_the_sheet(
    patient: Summary,
) -> None:
    first, second = sides(patient)
    advice = patient.recommendation
    for one in advice.quoted:
        assert folded(f"{one.by}: “{one.words.text}”") in first
    for one in advice.more_quoted:
        assert folded(f"{one.by}: “{one.words.text}”") in second
    assert "MSSocietyUK,2012" in first


def test_no_sentence_stands_twice_on_the_sheet(patient: Summary) -> None:
    words = "".join(sides(patient))
    blocks = (*patient.side_1, *patient.side_2)
    said = [one for block in blocks for line in block.passages for one in line.sentences]
    for one in said:
        if len(one.text) > 30:
            assert words.count(folded(one.text)) == 1, one.text


def test_every_mark_on_the_sheet_is_named_on_it(patient: Summary) -> None:
    first, second = sides(patient)
    marks = {int(n) for run in re.findall(r"\[([\d,]+)\]", first + second) for n in run.split(",")}
    named = second.partition("Sources:")[2]
    for one in patient.sources:
        assert (f"{one.number}{folded(one.source.brief or one.source.short)}" in named) is (
            one.number in marks
        )


# --- a sign that was noted -----------------------------------------------------------------------


def test_a_noted_sign_leads_side_1_at_the_size_of_the_title(aid: DecisionAid) -> None:
    given = answers_of("stent_warning_sign", aid)
    summary = make_summary(aid, given, ON, dict.fromkeys(given, MOMENT))
    first, _ = sides(summary)
    noted = folded("You noted a warning sign: a sudden, very bad headache.")
    assert first.index(noted) < first.index(folded(summary.urgent_help.heading))
    assert folded(f"This was noted on {MOMENT}.") in first
    with pikepdf.open(io.BytesIO(papers.pdf(summary, "a4"))) as pdf:
        largest = [float(size) for size in letters_set_in(pdf.pages[0])].count(17.0)
    assert largest > 1


def test_a_sign_that_was_not_kept_is_not_on_a_sheet_printed_later(aid: DecisionAid) -> None:
    given = answers_of("stent_warning_sign", aid)
    kept = {name: value for name, value in given.items() if aid.by_id[name].keep != "never"}
    assert make_summary(aid, kept, ON).noted == ()


# --- own words -----------------------------------------------------------------------------------


def with_words(aid: DecisionAid, words: str, name: str = "booked_next_week") -> Summary:
    given = {**answers_of(name, aid), "ask_words": words}
    return make_summary(aid, given, ON, dict.fromkeys(given, MOMENT))


OWN = "Will I sleep better? And who looks after me?"


@pytest.mark.parametrize("name", ["booked_next_week", "treated_and_well", "newly_curious"])
def test_own_words_are_the_largest_after_the_title_and_before_all_that_is_picked(
    aid: DecisionAid, name: str
) -> None:
    summary = with_words(aid, OWN, name)
    first, _ = sides(summary)
    place = first.index(folded(OWN))
    for block in (one for one in summary.side_1 if one.style == "plain"):
        assert place < first.index(folded(block.passages[0].sentences[0].text))
    if not summary.urgent_first:
        assert place < first.index(folded(summary.recommendation.heading))
    assert sizes(papers.pdf(summary, "a4")) == {17.0, 12.0, 9.5}


LONG: dict[str, str] = {
    "2,000 letters": ("word " * (FREE_TEXT_LIMIT // 5))[: FREE_TEXT_LIMIT - 4] + "last",
    "300 lines": "\n".join(["a line"] * 284) + "\nlast",
    "one word": "x" * 396 + "last",
    "a page of markup": "#place[*a*] $x$ <b>" * 80 + "last",
    "Arabic": "كلمة " * 300 + "last",
    "Chinese": "我会睡得更好吗？" * 240 + "last",
    "emoji": "😀 🏊\u200d♀️ 👍🏽 🇬🇧 ❤️ 1️⃣ " * 90 + "last",
    "control characters": "a\x00b\x1b[31mc\u202ed\u2028e\u2029f\x85 " * 100 + "last",
    "combining marks": "e\u0301\u0302\u0303" * 300 + "last",
}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("words", LONG.values(), ids=LONG)
def test_own_words_of_any_length_stand_whole_and_the_sheet_keeps_its_two_sides(
    aid: DecisionAid, words: str, paper: Paper
) -> None:
    for name in ("booked_next_week", "stent_warning_sign"):
        summary = with_words(aid, words[:FREE_TEXT_LIMIT], name)
        pdf = papers.pdf(summary, paper)
        first, second, *more = sides(summary, paper)
        assert folded(summary.recommendation.in_short[-1].text) in first
        assert "Whatweagreed" in second
        everything = first + "".join(more)
        assert everything.count("last") >= 1
        if more:
            assert "WhatIwrotestandswholeonpage3" in first
            assert more[0].startswith("Myownwords")
            assert "last" not in first
        assert validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1).is_compliant


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.parametrize("edition", ["patient", "large-print"])
def test_what_could_not_be_printed_is_said_right_below_own_words_and_smaller(
    aid: DecisionAid, edition: str
) -> None:
    summary = with_words(aid, "Can I swim 🏊 again?", "stent_offered")
    pdf = papers.rendered(summary, "pdf", "a4", edition)
    said = "Can I swim \ufffd again? Some characters could not be printed."
    assert folded(said) in folded(papers.pages(pdf)[0])
    words = where_each_word_stands(pdf)
    own, note = (
        next(one for one in words if f">{word}<" in one) for word in ("swim", "characters")
    )
    assert height_of(note) < height_of(own)


def height_of(word: str) -> float:
    top, bottom = (float(one) for one in re.findall(r'y(?:Min|Max)="([\d.]+)"', word))
    return bottom - top


def test_what_could_not_be_printed_is_said_on_the_page_to_which_own_words_went(
    aid: DecisionAid,
) -> None:
    first, _, third = sides(with_words(aid, "Can I swim 🏊 again? " * 90))
    assert "WhatIwrotestandswholeonpage3" in first
    assert "Somecharacterscouldnotbeprinted." in third
    assert "Somecharacters" not in first


# --- what fits -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def fullest_of_sheets(aid: DecisionAid) -> list[Answers]:
    return fullest_sheets(Subject(aid, paths.reports(), ON))


@pytest.mark.parametrize("paper", PAPERS)
def test_the_fullest_sheets_have_two_sides_and_letters_of_11_point_or_more(
    aid: DecisionAid, fullest_of_sheets: list[Answers], paper: Paper
) -> None:
    for given in fullest_of_sheets:
        summary = make_summary(aid, given, ON, dict.fromkeys(given, MOMENT))
        assert len(sides(summary, paper)) == SIDES, given
        assert min(sizes(papers.pdf(summary, paper)) - {9.5}) >= 11


@pytest.mark.parametrize("paper", PAPERS)
def test_the_fullest_sheets_have_two_sides_with_every_text_a_fifth_longer(
    aid: DecisionAid, fullest_of_sheets: list[Answers], paper: Paper
) -> None:
    subject = Subject(aid, paths.reports(), ON)
    for given in fullest_of_sheets:
        assert len(set_sheet(subject, given, paper, lengthened)) == SIDES, given


@pytest.mark.parametrize("seed", range(40))
def test_the_sheet_of_any_answers_has_two_sides(aid: DecisionAid, seed: int) -> None:
    given = any_answers(aid, random.Random(seed))
    summary = make_summary(aid, given, ON, dict.fromkeys(given, MOMENT))
    paper = PAPERS[seed % 2]
    assert len(sides(summary, paper)) == SIDES, given
    assert len(set_sheet(Subject(aid, paths.reports(), ON), given, paper, lengthened)) == SIDES, (
        given
    )


def test_a_side_that_is_too_long_loses_nothing(summary: Summary) -> None:
    block = summary.side_1[0]
    long = replace(summary, side_1=summary.side_1 * 30)
    assert "".join(sides(long)).count(folded(block.heading)) == 30


@pytest.mark.chromium
@pytest.mark.parametrize("paper", PAPERS)
def test_a_browser_prints_the_fullest_sheets_on_two_pages(
    aid: DecisionAid, fullest_of_sheets: list[Answers], paper: Paper, tmp_path: Path
) -> None:
    """And the booklet only where it is unfolded."""
    for given in fullest_of_sheets:
        summary = make_summary(aid, given, ON, dict.fromkeys(given, MOMENT))
        html = re.sub("<meta http-equiv=.*?>", "", papers.html(summary))
        html = html.replace("</style>", f"@page {{ size: {paper} }}</style>")
        assert papers.number_of_pages(printed(html, tmp_path)) == SIDES, given
        unfolded = html.replace("<details ", "<details open ")
        assert papers.number_of_pages(printed(unfolded, tmp_path)) > SIDES


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
def test_a_label_of_several_lines_stands_beside_its_line_and_over_no_other(
    summary: Summary,
) -> None:
    long = "The doctor at home who gives follow-up care after it and whom I can call at night"
    labelled = replace(summary, fill_in=(long, "Who", long, long))
    words = where_each_word_stands(papers.pdf(labelled, "a4"), page=2)
    tops = [float(one) for word in words for one in re.findall(r'yMin="(.*?)".*>doctor<', word)]
    ends = [float(one) for word in words for one in re.findall(r'yMax="(.*?)".*>night<', word)]
    assert len(tops) == len(ends) == 3
    assert all(end <= top for end, top in zip(ends, tops[1:], strict=False))


# --- out of date ---------------------------------------------------------------------------------


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


def test_a_summary_of_the_small_aid_needs_no_card_apart() -> None:
    assert len(sides(mini())) == SIDES
