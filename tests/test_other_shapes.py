"""Aids of other shapes: two ways of which none is to stay as now, and nothing that is urgent.

What such an aid does not have stands nowhere: on no screen, under no key, on no paper. Only its
imprint says so.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.check.run import check_file
from decision_aid.content import DecisionAid
from decision_aid.content.faults import Fault, InvalidContent
from decision_aid.content.load import load
from decision_aid.interview import Audience
from decision_aid.report.editions import EDITIONS
from decision_aid.report.files import make_file, render
from decision_aid.report.formats import FORMATS
from decision_aid.report.guard import IncompleteReport, check_text
from decision_aid.report.options import PrintOptions
from decision_aid.start import Start
from decision_aid.summary.models import SummaryInput
from decision_aid.summary.patient import make_summary
from decision_aid.visit import Visit
from decision_aid.words import words
from tests import papers
from tests.by_line import hear
from tests.conftest import ON, clock
from tests.reports.reading import folded
from tests.screens.recorder import take_step
from tests.screens.sitting_down import begin, sit_down, text_of
from tests.tui.person import sitting_down

TWO = Path(__file__).parent / "shapes" / "two.yaml"
DECLARED = "This guide has no part for urgent help."
OF_URGENT_HELP = ("urgent", "999", "911", "112", "unwell", "cut", "Number where I am")
"""What readers would meet of it."""


@pytest.fixture(scope="module")
def two() -> DecisionAid:
    return load(TWO)


def urgent_words(said: str) -> list[str]:
    """What is said of urgent help besides that there is none."""
    rest = folded(said).replace(folded(DECLARED), "").casefold()
    return [one for one in OF_URGENT_HELP if folded(one).casefold() in rest]


def test_an_aid_of_this_shape_has_no_error() -> None:
    assert [str(one) for one in check_file(TWO, paths.reports(), ON).of("error")] == []


PAPERS = [
    PrintOptions(form, edition, with_words=True)
    for form in FORMATS.values()
    for edition in EDITIONS.values()
    if form.takes(edition)
]


@pytest.mark.parametrize("options", PAPERS, ids=lambda one: f"{one.format.name}{one.ending}")
def test_no_paper_says_anything_of_urgent_help(options: PrintOptions, two: DecisionAid) -> None:
    given = {"role": "reader", "words": "Dogs.", "sure": "not_yet"}
    made = [make_file(options, two, SummaryInput(given, {}), ON)]
    if options.edition.make_blank and options.format.name != "record-line":
        made.append(render(options.edition.make_blank(two, ON), options))
    for data in made:
        said = " ".join(papers.pages(data)) if options.format.name == "pdf" else shown(data)
        assert folded("Ask those who walk there") in folded(said) or "those who know" in said
        assert urgent_words(said) == []


def shown(data: bytes) -> str:
    """A page without its style and its drawings."""
    import re

    return re.sub(r"<(style|svg)\b.*?</\1>|<[^<>]*>", " ", data.decode(), flags=re.DOTALL)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_imprint_says_what_there_is_not_and_why(language: str, two: DecisionAid) -> None:
    said = " ".join(
        one.text for one in make_summary(replace(two, language=language), {}, ON).imprint.passages
    )
    ours = words(language).paper
    assert f"{ours['no_stay']} The old path is closed, so nobody can go on using it." in said
    assert f"{ours['no_urgent_help']} Nothing in it is about health" in said


def test_of_an_aid_that_has_urgent_help_no_report_leaves_without_it(
    two: DecisionAid, small: DecisionAid
) -> None:
    """The guard asks for what the aid declares, and for no less."""
    without = make_summary(two, {}, ON)
    text = papers.rendered(without, "txt").decode()
    assert check_text(text, without) == text
    card = make_summary(small, {}, ON).urgent_help
    with pytest.raises(IncompleteReport):
        check_text(text, replace(without, urgent_help=card))


# --- screens -------------------------------------------------------------------------------------


@pytest.mark.parametrize("audience", ["patient", "counsellor"])
def test_no_page_offers_or_names_it(audience: Audience, two: DecisionAid, tmp_path: Path) -> None:
    navigator = sit_down(tmp_path, Start(keep=False, audience=audience), two)
    while not navigator.at.startswith("summary"):
        page = navigator.page
        assert "urgent" not in page.keys, navigator.at
        assert urgent_words(text_of(page)) == [], navigator.at
        navigator.press("urgent")
        assert navigator.at != "urgent"
        navigator.press("keys")
        assert urgent_words(text_of(navigator.page)) == []
        navigator.back()
        if navigator.at == "welcome":
            navigator.choose("start")
        else:
            take_step(navigator, {})


def test_line_by_line_the_letter_is_neither_told_nor_heard(two: DecisionAid) -> None:
    told = hear(Visit(two, clock), "u", "1", "u", "h")
    assert urgent_words(" ".join(told)) == []
    refused = {words("en").lines.not_known, words("en").refusals["unknown_choice"]}
    assert sum(one in refused for one in told) == 2, told
    assert words("en").lines.opening_without in told


async def test_the_lowest_line_of_the_full_screen_does_not_name_it(tmp_path: Path) -> None:
    start = Start(keep=False)
    async with sitting_down(tmp_path, (80, 24), content=TWO, start=start) as person:
        await person.press("enter")
        await person.until_sees("Which path shall I take?")
        assert urgent_words(" ".join(person.lines)) == []
        await person.press("1")
        await person.until(lambda: person.at.startswith("question"))
        for key in ("u", "f1", "f2"):
            await person.press(key)
            assert person.at.startswith("question")
        assert urgent_words(" ".join(person.lines)) == []


# --- the author ----------------------------------------------------------------------------------


def faults(folder: Path, *changes: tuple[str, str]) -> list[Fault]:
    text = TWO.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = folder / "questions.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        load(path)
    except InvalidContent as caught:
        return list(caught.faults)
    return []


WHY = '  urgent_help: "Nothing in it is about health, and nothing can call for help at once."\n'
HELP = """\
urgent_help:
  title: "Call"
  lead: []
  levels: [{id: now, heading: "Call", signs: ["Smoke."]}]
  printed_title: "Call"
  printed: ["Call."]
contacts: []
"""


URGENT = ("        type: select_one\n", "        type: select_one\n        urgent: true\n")


@pytest.mark.parametrize(
    ("changes", "says", "line_of"),
    [
        ([(WHY, "")], "no urgent help, and nothing says why", ""),
        ([("contacts: []\n", HELP), ("  blocks:", "  urgent_first: {role: helper}\n  blocks:")],
         "why there is no urgent help, and there is some", "without:"),
        ([("contacts: []\n", HELP), (WHY, ""), URGENT],
         "'urgent_first' is missing, and 'role' asks for signs of danger", "summary:"),
        ([("  blocks:", "  urgent_first: {role: helper}\n  blocks:")],
         "'urgent_first' belongs to urgent help", "summary:"),
        ([URGENT],
         "'urgent: true' belongs to urgent help", "      - id: role"),
        ([('says: "It goes over the hill."}', 'says: "It goes on.", stay: true}')],
         "it goes on as now, and 'without' says that nobody can", "  - {id: short, name"),
        ([("contacts: []", 'contacts: [{id: desk, name: "The desk", purpose: talk, sources: []}]')],
         "'contacts_checked' is missing", "contacts:"),
    ],
)  # fmt: skip
def test_an_author_hears_what_does_not_go_together(
    changes: list[tuple[str, str]], says: str, line_of: str, tmp_path: Path
) -> None:
    (fault,) = faults(tmp_path, *changes)
    assert says in fault.message
    assert fault.mend
    text = (tmp_path / "questions.yaml").read_text(encoding="utf-8")
    if line_of:
        assert text.splitlines()[fault.line - 1].startswith(line_of)


def test_for_whom_urgent_help_comes_first_may_be_left_out_where_no_sign_of_danger_is_asked_for(
    tmp_path: Path,
) -> None:
    """It stands on every summary all the same, on side 2."""
    assert faults(tmp_path, ("contacts: []\n", HELP), (WHY, "")) == []
    aid = load(tmp_path / "questions.yaml")
    summary = make_summary(aid, {"role": "helper"}, ON)
    assert not summary.urgent_first
    assert [one.text for one in summary.urgent_help.passages] == ["Call."]


def test_where_it_is_not_said_why_a_way_of_staying_as_now_is_owed(tmp_path: Path) -> None:
    text = TWO.read_text(encoding="utf-8")
    why = '  stay: "The old path is closed, so nobody can go on using it."\n'
    (tmp_path / "questions.yaml").write_text(text.replace(why, ""), encoding="utf-8")
    found = check_file(tmp_path / "questions.yaml", paths.reports(), ON)
    told = {fault.id: fault for fault in found.of("error")}
    assert {"two-options", "natural-course"} <= told.keys()
    assert "without" in told["two-options"].mend


def test_a_face_begins_such_a_visit_as_any_other(two: DecisionAid, tmp_path: Path) -> None:
    assert begin(tmp_path, aid=two).at == "question.role"
