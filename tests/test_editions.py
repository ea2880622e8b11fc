"""Editions for the clinic: staff's page, large print, blank copy, line for the record, changes."""

from __future__ import annotations

import io
import json
import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import mode

import pikepdf
import pytest
from page import ValidationProfile, validate_pdf_bytes

from decision_aid import paths
from decision_aid.answers_file import load_answers
from decision_aid.check.rule import Subject
from decision_aid.check.rules.papers import advice_not_hidden, advice_surely_printed, paper_dated
from decision_aid.check.rules.staff_page import fullest_for_staff
from decision_aid.conditions import Answers, Value
from decision_aid.content import DecisionAid, Picks, Text
from decision_aid.content.load import load
from decision_aid.plain_text import FREE_TEXT_LIMIT
from decision_aid.report.editions import EDITIONS
from decision_aid.report.files import free_path
from decision_aid.report.format import Paper
from decision_aid.report.guard import IncompleteReport
from decision_aid.report.templating import WIDTH
from decision_aid.summary.blank import make_blank_copy
from decision_aid.summary.changes import find_changes
from decision_aid.summary.models import Block, Changed, StaffSummary, Summary
from decision_aid.summary.patient import make_summary
from decision_aid.summary.record_line import make_record_line
from decision_aid.summary.staff import make_staff_summary
from decision_aid.wording import Paragraph, Sentence
from tests import papers
from tests.browser import printed
from tests.conftest import ON
from tests.papers import rendered, rendered_anew
from tests.small import small_aid
from tests.test_report import (
    CARRIED,
    GOLDEN,
    HERE,
    PAPERS,
    PATIENTS,
    Seen,
    by_poppler,
    folded,
    fonts_in,
    heights,
    letters_set_in,
)

MARKER = "ZEBRAQUX"
EVERY_FORM: tuple[str, ...] = ("html", "txt", "pdf", "json")
MOMENT = "20 November 2026 at 14:05"


@pytest.fixture(scope="module", params=PATIENTS, ids=lambda path: path.stem)
def given(request: pytest.FixtureRequest, aid: DecisionAid) -> Answers:
    return load_answers(request.param, aid)


@pytest.fixture(scope="module")
def staff(aid: DecisionAid, given: Answers) -> StaffSummary:
    return make_staff_summary(aid, given, ON, dict.fromkeys(given, MOMENT))


@pytest.fixture(scope="module")
def patient(aid: DecisionAid, given: Answers) -> Summary:
    return make_summary(aid, given, ON, dict.fromkeys(given, MOMENT))


def answers_of(name: str, aid: DecisionAid) -> Answers:
    return load_answers(HERE / "patients" / f"{name}.yaml", aid)


def words_of(data: bytes, form: str) -> str:
    """The words of a finished file, without its white space."""
    if form == "pdf":
        return folded("".join(papers.pages(data)))
    text = data.decode()
    if form == "html":
        page = Seen()
        page.feed(text)
        text = page.text
    return folded(text)


def sizes(pdf: bytes) -> set[float]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return {float(size) for page in opened.pages for size in letters_set_in(page)}


# --- the staff's page ----------------------------------------------------------------------------


@pytest.mark.parametrize("paper", PAPERS)
def test_the_staff_s_copy_of_every_patient_is_one_page(staff: StaffSummary, paper: Paper) -> None:
    assert papers.number_of_pages(rendered(staff, "pdf", paper, "staff")) == 1


@pytest.mark.parametrize("paper", PAPERS)
def test_an_ordinary_staff_s_copy_is_set_in_10_and_a_half_point_or_more_and_sound(
    staff: StaffSummary, paper: Paper
) -> None:
    pdf = rendered(staff, "pdf", paper, "staff")
    assert sizes(pdf) in ({15.0, 11.0, 9.5}, {15.0, 10.5, 9.5})  # 9.5 is the foot
    verdict = validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in verdict.failures] == []


@pytest.mark.parametrize("form", EVERY_FORM)
def test_all_of_the_staff_s_copy_is_printed(form: str, staff: StaffSummary) -> None:
    words = words_of(rendered(staff, form, "a4", "staff"), form)
    for block in (*staff.ask, *staff.opening, staff.urgent_help, *staff.main):
        assert folded(block.heading) in words
        for said in block.passages:
            assert all(folded(sentence.text) in words for sentence in said.sentences)
    assert folded(make_record_line(staff)) in words


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
def test_the_staff_s_copy_says_its_day_version_and_page(staff: StaffSummary) -> None:
    (page,) = by_poppler(rendered(staff, "pdf", "a4", "staff"))
    version = f"Version {staff.version}, {staff.content_hash[:6]}."
    assert f"20 November 2026. Evidence read 20 November 2026. {version}" in page
    assert "Page 1 of 1." in page


def test_the_text_of_the_staff_s_copy_is_narrow(staff: StaffSummary) -> None:
    text = rendered(staff, "txt", "a4", "staff").decode()
    assert max(map(len, text.split("\n"))) <= WIDTH
    assert "\n\n\n" not in text


CHANGES = tuple(
    f"Question {number} of those asked? Before: {'this, ' * (number % 7)}that. Now: other."
    for number in range(40)
)
MUCH = Changed(date(2026, 11, 3), CHANGES)


@pytest.fixture(scope="module")
def fullest(aid: DecisionAid) -> list[Answers]:
    return list(fullest_for_staff(Subject(aid, paths.reports(), ON)))


@pytest.mark.parametrize("changed", [None, MUCH], ids=["first print", "much changed"])
@pytest.mark.parametrize("paper", PAPERS)
def test_the_fullest_staff_s_copies_are_one_sound_page_of_9_and_a_half_point_or_more(
    aid: DecisionAid, fullest: list[Answers], paper: Paper, changed: Changed | None
) -> None:
    for given in fullest:
        moments = dict.fromkeys(given, MOMENT)
        pdf = rendered(
            make_staff_summary(aid, given, ON, moments, changed=changed), "pdf", paper, "staff"
        )
        assert papers.number_of_pages(pdf) == 1
        assert min(sizes(pdf)) >= 9.5
        assert validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1).is_compliant


def test_the_fullest_staff_s_copies_are_of_several_kinds(fullest: list[Answers]) -> None:
    most_words, most_paragraphs = fullest
    assert most_words["signs"] == ("face", "headache", "fit", "chest", "bleeding")
    assert (most_words["situation"], most_words["checks_print"]) == ("another", "print")
    assert most_paragraphs["situation"] == "booked"
    assert {"offer_check.pay", "matters", "ask", "after.supported"} <= most_paragraphs.keys()


@pytest.mark.parametrize("paper", PAPERS)
def test_the_fullest_staff_s_copy_of_a_guide_past_its_day_is_one_page(
    aid: DecisionAid, fullest: list[Answers], paper: Paper
) -> None:
    late = ON.replace(year=ON.year + 20)
    for given in fullest:
        staff = make_staff_summary(aid, given, late, dict.fromkeys(given, MOMENT), changed=MUCH)
        assert staff.out_of_date
        assert papers.number_of_pages(rendered(staff, "pdf", paper, "staff")) == 1


@pytest.mark.parametrize("seed", range(60))
def test_the_staff_s_copy_of_any_answers_is_one_page(aid: DecisionAid, seed: int) -> None:
    given = any_answers(aid, random.Random(seed))
    staff = make_staff_summary(aid, given, ON, dict.fromkeys(given, MOMENT), changed=MUCH)
    pdf = rendered(staff, "pdf", PAPERS[seed % 2], "staff")
    assert papers.number_of_pages(pdf) == 1, given
    assert min(sizes(pdf)) >= 9.5


def any_answers(aid: DecisionAid, choose: random.Random) -> Answers:
    """Answers to most of what is asked after them, as many as may be where several may."""
    given: dict[str, Value | None] = {}
    for question in aid.questions:
        takes = question.takes()
        asked = question.when is None or question.when.holds(given)
        if isinstance(takes, Picks) and asked:
            names = [choice.id for choice in takes.choices if not choice.alone]
            picked = choose.sample(names, min(takes.most, len(names)))
            given[question.id] = question.parse(picked) if choose.random() < 0.9 else None
    return given


@pytest.mark.chromium
@pytest.mark.parametrize("paper", PAPERS)
def test_a_browser_prints_the_fullest_staff_s_copies_on_one_page(
    aid: DecisionAid, fullest: list[Answers], paper: Paper, tmp_path: Path
) -> None:
    for given in fullest:
        staff = make_staff_summary(aid, given, ON, dict.fromkeys(given, MOMENT), changed=MUCH)
        assert pages_of_a_browser(staff, paper, tmp_path) == 1


def pages_of_a_browser(staff: StaffSummary, paper: Paper, folder: Path) -> int:
    """How many sheets a browser prints; the policy takes no style but ours, so it goes."""
    html = re.sub("<meta http-equiv=.*?>", "", papers.html(staff))
    pdf = printed(html.replace("</style>", f"@page {{ size: {paper} }}</style>"), folder)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def headings(staff: StaffSummary) -> list[str]:
    return [block.heading for block in (*staff.opening, *staff.main)]


def sentences(staff: StaffSummary) -> list[str]:
    blocks = (*staff.ask, *staff.opening, *staff.main)
    return [said.text for block in blocks for said in block.passages]


@pytest.mark.parametrize("form", EVERY_FORM)
def test_whoever_was_treated_is_asked_about_warning_signs_first(
    form: str, aid: DecisionAid
) -> None:
    given = answers_of("stent_warning_sign", aid)
    staff = make_staff_summary(aid, given, ON, dict.fromkeys(given, MOMENT))
    assert (staff.opening, len(staff.ask)) == ((), 1)
    assert f"Answered on {MOMENT}:" in staff.ask[0].passages[0].text
    words = words_of(rendered(staff, form, "a4", "staff"), form)
    order = ["Ask about warning signs now", staff.urgent_help.heading, *headings(staff)]
    found = [words.find(folded(heading)) for heading in order]
    assert -1 not in found
    assert found[:3] == sorted(found[:3])
    assert min(found[2:]) > found[1]


def test_an_answer_that_was_not_kept_is_missing_and_said_to_be(aid: DecisionAid) -> None:
    given = answers_of("stent_warning_sign", aid)
    kept = {name: value for name, value in given.items() if aid.by_id[name].keep != "never"}
    staff = make_staff_summary(aid, kept, ON)
    (ask,) = staff.ask
    assert [said.text for said in ask.passages] == [
        "Ask today, whatever was answered before. No answer came with this copy."
    ]


def test_who_was_not_treated_is_not_asked_first(aid: DecisionAid) -> None:
    staff = make_staff_summary(aid, answers_of("stent_offered", aid), ON)
    assert (staff.ask, staff.main) == ((), ())
    assert headings(staff)[0] == "Situation"


def test_readiness_stands_before_and_after_in_words(aid: DecisionAid) -> None:
    given = {**answers_of("booked_next_week", aid), "before.clear": None}
    staff = make_staff_summary(aid, given, ON)
    (ready,) = (block for block in staff.opening if block.id == "readiness")
    said = [tuple(one.text for one in passage.sentences) for passage in ready.passages]
    assert ("I feel settled about what to do.", "yes", "yes") in said
    assert ("I know what I care about most in this.", "not answered", "yes") in said
    short = make_staff_summary(aid, answers_of("another_procedure", aid), ON)
    (ready,) = (block for block in short.main if block.id == "readiness")
    assert {passage.sentences[1].text for passage in ready.passages} == {"not asked"}


def test_the_leaning_and_the_checks_stand_there_only_if_agreed(aid: DecisionAid) -> None:
    agreed = answers_of("booked_next_week", aid)
    private = {**agreed, "lean_print": "private", "checks_print": "private"}
    open_, closed = (make_staff_summary(aid, given, ON) for given in (agreed, private))
    assert "I lean towards having it." in sentences(open_)
    assert "Worth going over again" in headings(open_)
    assert "I lean towards having it." not in sentences(closed)
    assert "Worth going over again" not in headings(closed)
    assert "I lean towards" in make_record_line(open_)
    assert "I lean" not in make_record_line(closed)


def test_a_source_has_the_number_that_the_patient_s_copy_gives_it(
    staff: StaffSummary, patient: Summary
) -> None:
    assert staff.sources == patient.sources
    assert staff.more_sources == ()


# --- what was typed ------------------------------------------------------------------------------


def planted(aid: DecisionAid, given: Answers) -> Answers:
    """The answers, with the marker in every question that takes typed words."""
    return {**given, **{q.id: f"{MARKER} {q.id}" for q in aid.questions if isinstance(q, Text)}}


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
    assert after.count(MARKER) == 3
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
    assert page.count(MARKER) == 3


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.parametrize("paper", PAPERS)
def test_many_typed_words_follow_on_pages_of_their_own(aid: DecisionAid, paper: Paper) -> None:
    typed = planted(aid, answers_of("booked_next_week", aid))
    many = "word " * (FREE_TEXT_LIMIT // 5 - 1) + "last"
    long = {**typed, "hope_words": many, "matters_words": many, "ask_words": many}
    staff = make_staff_summary(aid, long, ON, dict.fromkeys(long, MOMENT), with_words=True)
    pdf = rendered(staff, "pdf", paper, "staff")
    first, *more = papers.pages(pdf)
    last = staff.recommendation.in_short[-1].text
    assert folded(first).rpartition(folded(make_record_line(staff)))[1]
    assert folded(last) in folded(first)
    assert f"Page 1 of {1 + len(more)}." in by_poppler(pdf)[0]
    assert "word word" not in first
    assert len(more) == 2
    assert " ".join(more).count("word ") >= 3 * many.count("word ") - 20
    assert " ".join(more).count("last") == 3
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
    assert folded(make_record_line(staff)) in folded("".join(pages))


# --- another aid ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["reports/mini.yaml", "second_aid/questions.yaml"])
@pytest.mark.parametrize("form", [*EVERY_FORM, "line"])
def test_an_aid_without_marks_shows_the_staff_its_page_1(name: str, form: str) -> None:
    aid = load(HERE / name)
    example = aid.parse_answers({one: [value] for one, value in aid.ways[0].example.items()})
    staff = make_staff_summary(aid, planted(aid, example), ON)
    shown = {block.id for block in (*staff.opening, *staff.main)}
    planned = {plan.id for plan in aid.summary.blocks if plan.page_one}
    assert shown <= planned | {"situation", "readiness"}
    assert MARKER not in words_of(rendered(staff, form, "letter", "staff"), form)


# --- the line for the record ---------------------------------------------------------------------


def test_the_line_is_one_paragraph_with_day_version_and_hash(staff: StaffSummary) -> None:
    line = make_record_line(staff)
    assert "\n" not in line
    assert "  " not in line
    assert line.startswith("Decision aid “")
    assert f"version {staff.version}, {staff.content_hash[:6]}, 20 November 2026." in line
    assert line.endswith(" ".join(one.text for one in staff.recommendation.in_short))
    assert rendered(staff, "line", "a4", "staff") == f"{line}\n".encode()
    assert not re.search(r"\[\d", line)


def test_the_line_says_what_a_record_needs(aid: DecisionAid) -> None:
    line = make_record_line(make_staff_summary(aid, answers_of("booked_next_week", aid), ON))
    for part in ("a date is booked", "Having tried everything.", "I lean towards having it."):
        assert part in line
    treated = make_record_line(make_staff_summary(aid, answers_of("stent_warning_sign", aid), ON))
    assert "Warning signs: " in treated


def test_the_line_of_a_guide_past_its_day_says_so(staff: StaffSummary) -> None:
    old = replace(staff, warning="This guide is out of date.", out_of_date=True)
    assert ". This guide is out of date. " in make_record_line(old)


# --- large print ---------------------------------------------------------------------------------


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


def test_large_print_says_the_same_in_the_same_order(patient: Summary, large: bytes) -> None:
    words = folded("".join(papers.pages(large)))
    assert list(all_sentences(patient)) == [one for one in all_sentences(patient) if one in words]
    order = [patient.title, patient.urgent_help.heading, patient.recommendation.heading]
    order += ["To fill in by hand", patient.table.heading, patient.table.box.heading]
    order += [*(one.name for one in patient.pictures), "Sources", patient.imprint.heading]
    places_ = [words.rfind(folded(heading)) for heading in order]
    assert places_ == sorted(places_)


def all_sentences(summary: Summary) -> Iterator[str]:
    blocks = (*summary.opening, summary.urgent_help, *summary.main, *summary.details)
    for block in (*blocks, summary.table.box, summary.imprint):
        yield folded(block.heading)
        yield from (folded(one.text) for said in block.passages for one in said.sentences)
    for row in summary.table.rows:
        yield from (folded(one.text) for cell in row.cells for one in cell.sentences)
    for source in summary.sources:
        yield folded(source.source.short)


def test_in_large_print_rows_pictures_boxes_and_sources_stay_whole(
    patient: Summary, large: bytes
) -> None:
    pages = [folded(page) for page in papers.pages(large)]
    wholes = [[row.name, row.cells[-1].sentences[-1].text] for row in patient.table.rows]
    wholes += [
        [one.name, one.caption[-1].sentences[-1].text] for one in patient.pictures if one.caption
    ]
    wholes += [
        [box.heading, box.passages[-1].sentences[-1].text]
        for box in (patient.urgent_help, patient.table.box)
    ]
    wholes += [[one.source.short, one.source.title, one.source.address] for one in patient.sources]
    for parts in wholes:
        assert any(all(folded(part) in page for part in parts) for page in pages), parts


def test_in_large_print_no_heading_ends_a_page(patient: Summary, large: bytes) -> None:
    blocks = (*patient.opening, *patient.main, *patient.details, patient.imprint)
    names = [block.heading for block in blocks] + [row.name for row in patient.table.rows]
    names += [patient.recommendation.heading, patient.table.heading, "Sources"]
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
    body = mode(heights(usual))  # of 12 point; 18 are half as much again
    assert min(heights(large)) == pytest.approx(1.5 * body, abs=0.1)


# --- the blank copy ------------------------------------------------------------------------------

BLANK = "Blank copy, for preview"


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.parametrize("edition", ["patient", "large-print"])
def test_the_blank_copy_says_so_on_every_page(aid: DecisionAid, edition: str) -> None:
    pdf = rendered(make_blank_copy(aid, ON), "pdf", "a4", edition)
    pages = by_poppler(pdf)
    assert all(f"{BLANK}. Evidence read" in page for page in pages)  # the foot
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


def test_page_1_of_the_blank_copy_fits_on_one_page(aid: DecisionAid) -> None:
    for paper in PAPERS:
        first, *_ = papers.pages(rendered(make_blank_copy(aid, ON), "pdf", paper))
        last = aid.recommendation.in_short.statements[-1].text
        assert folded(first).endswith(folded(last))


# --- what changed --------------------------------------------------------------------------------


def test_each_changed_answer_is_one_sentence(aid: DecisionAid) -> None:
    before = answers_of("booked_next_week", aid)
    now = {**before, "matters": ("harm",), "hope_words": f"{MARKER} new", "country": None}
    said = find_changes(before, now, aid)
    assert len(said) == 3
    assert said[0].endswith("Now: not answered.")
    assert any("Now: avoiding serious harm." in one for one in said)
    assert any(one.endswith("The words changed.") for one in said)
    assert MARKER not in "".join(said)
    assert "stops here" not in "".join(said)


def test_nothing_is_said_where_nothing_changed(aid: DecisionAid, given: Answers) -> None:
    assert find_changes(given, given, aid) == ()
    kept = {name: value for name, value in given.items() if aid.by_id[name].keep != "never"}
    assert find_changes(kept, given, aid) == ()


def test_changes_tell_nothing_that_may_not_print(aid: DecisionAid) -> None:
    agreed = answers_of("booked_next_week", aid)
    private = {**agreed, "lean": "against", "lean_print": "private"}
    assert find_changes(agreed, private, aid) == ()
    assert find_changes(private, agreed, aid) == ()
    assert find_changes(agreed, {**agreed, "c3": "no_trial", "c5": "most"}, aid) == ()
    (said,) = find_changes(agreed, {**agreed, "lean": "waiting"}, aid)
    assert "Before: I lean towards having a procedure. Now: I lean towards waiting" in said


def test_changes_that_have_no_room_on_the_staff_s_copy_are_counted(aid: DecisionAid) -> None:
    staff = make_staff_summary(aid, {}, ON, changed=MUCH)
    (block,) = (one for one in (*staff.opening, *staff.main) if one.id == "changed")
    *shown, more = (said.text for said in block.passages)
    assert 5 < len(shown) < len(CHANGES)
    assert tuple(shown) == CHANGES[: len(shown)]
    assert more == f"Not shown here: {len(CHANGES) - len(shown)}. “records show” has all."


def test_even_the_fullest_staff_s_copy_shows_a_change(
    aid: DecisionAid, fullest: list[Answers]
) -> None:
    for given in fullest:
        staff = make_staff_summary(aid, given, ON, dict.fromkeys(given, MOMENT), changed=MUCH)
        assert CHANGES[0] in sentences(staff)


def test_few_changes_stand_on_the_staff_s_copy_whole(aid: DecisionAid) -> None:
    staff = make_staff_summary(aid, {}, ON, changed=replace(MUCH, said=CHANGES[:3]))
    (block,) = (one for one in (*staff.opening, *staff.main) if one.id == "changed")
    assert tuple(said.text for said in block.passages) == CHANGES[:3]


@pytest.mark.parametrize("form", EVERY_FORM)
def test_changes_stand_in_a_block_of_both_copies(form: str, aid: DecisionAid) -> None:
    given = answers_of("booked_next_week", aid)
    changed = Changed(date(2026, 11, 3), ("Where? Before: here. Now: there.",))
    copies: list[tuple[Summary | StaffSummary, str]] = [
        (make_summary(aid, given, ON, None, changed), "patient"),
        (make_staff_summary(aid, given, ON, changed=changed), "staff"),
    ]
    for summary, edition in copies:
        words = words_of(rendered(summary, form, "a4", edition), form)
        assert folded("What changed since the summary of 3 November 2026") in words
        assert folded(changed.said[0]) in words


# --- the guard, in every edition -----------------------------------------------------------------


def test_every_template_surely_prints_the_advice_and_hides_none_of_it(aid: DecisionAid) -> None:
    subject = Subject(aid, paths.reports(), ON)
    for look in (advice_surely_printed, advice_not_hidden, paper_dated):
        assert list(look(subject)) == []
    names = {path.name for path in paths.reports().iterdir()}
    assert {"staff.html.j2", "staff.txt.j2", "staff.typ", "large-print.css", "staff.css"} <= names


BROKEN: dict[str, tuple[str, str]] = {
    "html": ("{{ runs(summary.urgent_help.runs) -}}", ""),
    "txt": ("{{ quotations(summary.recommendation.quoted) -}}", ""),
    "pdf": ("“#one.words.text”", "“…”"),
}


@pytest.mark.parametrize("form", ["html", "txt", "pdf"])
@pytest.mark.parametrize("edition", ["large-print", "staff"])
def test_no_edition_leaves_without_the_advice(
    form: str, edition: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aid = load(GOLDEN / "mini.yaml")
    staff = edition == "staff"
    summary = make_staff_summary(aid, {}, ON) if staff else make_summary(aid, {}, ON)
    templates = tmp_path / "reports"
    shutil.copytree(paths.reports(), templates)
    kind = "typ" if form == "pdf" else f"{form}.j2"
    path = templates / f"{'staff' if staff else 'summary'}.{kind}"
    source = path.read_text(encoding="utf-8")
    before, after = BROKEN[form]
    assert before in source
    path.write_text(source.replace(before, after), encoding="utf-8")
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path)
    with pytest.raises(IncompleteReport):
        rendered(summary, form, "a4", edition)


def test_an_edition_is_made_of_its_own_summary_only(patient: Summary, staff: StaffSummary) -> None:
    wrong: list[tuple[Summary | StaffSummary, str, str]] = [
        (patient, "pdf", "staff"),
        (staff, "pdf", "patient"),
        (staff, "html", "large-print"),
        (patient, "line", "patient"),
    ]
    for summary, form, edition in wrong:
        with pytest.raises(TypeError):
            rendered(summary, form, "a4", edition)


def test_out_of_date_stands_across_the_staff_s_page_too(staff: StaffSummary) -> None:
    old = replace(staff, warning="This guide is out of date.", out_of_date=True)
    assert 64.0 in sizes(papers.pdf(old, "a4"))
    assert folded(papers.text(old)).startswith("Thisguideisoutofdate.")


def test_the_trace_of_the_staff_s_copy_names_each_sentence_s_source(staff: StaffSummary) -> None:
    data = json.loads(rendered(staff, "json", "a4", "staff"))
    assert data["line"] == make_record_line(staff)
    quoted = [one["said"] for one in data["recommendation"]["quoted"]]
    assert all(one["content_id"] and one["sources"] for one in quoted)


def test_a_file_is_named_for_its_day_and_edition(tmp_path: Path) -> None:
    def name(form: str, edition: str) -> str:
        return free_path(tmp_path, ON, papers.options(form, edition)).name

    assert name("pdf", "patient") == "my-summary-2026-11-20.pdf"
    assert name("pdf", "large-print") == "my-summary-large-print-2026-11-20.pdf"
    assert name("html", "staff") == "staff-copy-2026-11-20.html"
    assert name("line", "staff") == "for-the-record-2026-11-20.txt"
