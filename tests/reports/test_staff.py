"""The staff's copy: one page, for whoever is treated the warning signs first."""

from __future__ import annotations

import io
import random
import re
import shutil
from pathlib import Path

import pikepdf
import pytest
from page import ValidationProfile, validate_pdf_bytes

from decision_aid.conditions import Answers, Value
from decision_aid.content import DecisionAid, Picks
from decision_aid.content.load import load
from decision_aid.report.format import Paper
from decision_aid.report.templating import WIDTH
from decision_aid.summary.models import Changed, StaffSummary, Summary
from decision_aid.summary.record_line import make_record_line
from decision_aid.summary.staff import make_staff_summary
from tests import papers
from tests.browser import printed
from tests.conftest import ON
from tests.papers import rendered
from tests.reports.reading import (
    EVERY_FORM,
    HERE,
    MARKER,
    MOMENT,
    MUCH,
    PAPERS,
    answers_of,
    by_poppler,
    folded,
    headings,
    planted,
    sentences,
    sizes,
    words_of,
)


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
    if form != "json":
        assert all(folded(label) in words for label in staff.fill_in)
        assert folded(make_record_line(staff)) not in words


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
def test_the_staff_s_copy_says_its_day_version_and_page(staff: StaffSummary) -> None:
    (page,) = by_poppler(rendered(staff, "pdf", "a4", "staff"))
    version = f"Version {staff.version}, {staff.content_hash[:6]}."
    assert f"20 November 2026. Evidence read 20 and 27 November 2026. {version}" in page
    assert "Page 1 of 1." in page


def test_the_text_of_the_staff_s_copy_is_narrow(staff: StaffSummary) -> None:
    text = rendered(staff, "txt", "a4", "staff").decode()
    assert max(map(len, text.split("\n"))) <= WIDTH
    assert "\n\n\n" not in text


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
    assert most_words["signs"] == (
        *("face", "sight", "headache", "fit", "chest", "bleeding", "limb"),
    )
    agreed = most_words["print_what"]
    assert most_words["situation"] == "another"
    assert isinstance(agreed, tuple) and "checks" in agreed
    assert most_paragraphs != most_words
    assert {"offered_as", "lean", "after.supported"} <= most_paragraphs.keys()


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


@pytest.mark.parametrize("form", EVERY_FORM)
def test_whoever_was_treated_is_asked_about_warning_signs_first(
    form: str, aid: DecisionAid
) -> None:
    given = answers_of("stent_warning_sign", aid)
    staff = make_staff_summary(aid, given, ON, dict.fromkeys(given, MOMENT))
    assert (staff.opening, len(staff.ask)) == ((), 1)
    assert f"Answered on {MOMENT}:" in staff.ask[0].passages[0].text
    words = words_of(rendered(staff, form, "a4", "staff"), form)
    order = ["Ask about warning signs now", *headings(staff), staff.urgent_help.heading]
    found = [words.find(folded(heading)) for heading in order]
    assert -1 not in found
    assert min(found[1:]) > found[0]


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
    before = {"before.settled": "ready", "before.informed": "not_yet", "before.clear": None}
    given = {**answers_of("booked_next_week", aid), **before}
    staff = make_staff_summary(aid, given, ON)
    (ready,) = (block for block in staff.opening if block.id == "readiness")
    said = [tuple(one.text for one in passage.sentences) for passage in ready.passages]
    assert ("I feel settled about what to do.", "yes", "yes") in said
    assert ("I know what I care about most in this.", "not answered", "yes") in said
    alone = {name: value for name, value in given.items() if not name.startswith("before")}
    staff = make_staff_summary(aid, alone, ON)
    (ready,) = (one for one in (*staff.opening, *staff.main) if one.id == "readiness")
    assert {passage.kind for passage in ready.passages} == {"item"}
    assert "I feel settled about what to do. Yes." in {passage.text for passage in ready.passages}


def test_it_says_that_something_was_typed_where_it_was_and_prints(aid: DecisionAid) -> None:
    hint = "Something was typed too: ask to see the person's own summary."
    typed = answers_of("booked_next_week", aid)
    silent = {**typed, "ask_words": None, "matters_words": None}
    assert hint in make_staff_summary(aid, typed, ON).says
    assert hint not in make_staff_summary(aid, silent, ON).says


def test_what_is_dangerous_leads_the_staff_s_copy(aid: DecisionAid) -> None:
    staff = make_staff_summary(aid, answers_of("booked_next_week", aid), ON)
    first = next(block for block in staff.opening if block.id != "situation")
    assert "Somebody said to stop an MS medicine. Ask the MS team first." in {
        passage.text for passage in first.passages
    }


def test_the_leaning_and_the_checks_stand_there_only_if_agreed(aid: DecisionAid) -> None:
    agreed = answers_of("booked_next_week", aid)
    private = {**agreed, "print_what": ("nothing",)}
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


@pytest.mark.parametrize("name", ["reports/mini.yaml", "second_aid/questions.yaml"])
@pytest.mark.parametrize("form", [*EVERY_FORM, "line"])
def test_an_aid_without_marks_shows_the_staff_its_side_1(name: str, form: str) -> None:
    aid = load(HERE / name)
    example = aid.parse_answers({one: [value] for one, value in aid.ways[0].example.items()})
    staff = make_staff_summary(aid, planted(aid, example), ON)
    shown = {block.id for block in (*staff.opening, *staff.main)}
    planned = {plan.id for plan in aid.summary.blocks if plan.side == 1}
    assert shown <= planned | {"situation", "readiness"}
    assert MARKER not in words_of(rendered(staff, form, "letter", "staff"), form)
