"""Options, rows, pictures and quotations for some: left out where they surely do not fit, and
nowhere else; and nothing points to what is left out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.check.proof.sheet import FOOT, fullest_side
from decision_aid.check.proof.states import States
from decision_aid.check.run import check_file, rule_of
from decision_aid.conditions import Answers
from decision_aid.content import DecisionAid
from decision_aid.content.faults import InvalidContent
from decision_aid.content.load import load
from decision_aid.line.drawing import page_paragraphs
from decision_aid.screens.lookups import picture_page
from decision_aid.screens.page import Arrays
from decision_aid.screens.screen import Show
from decision_aid.start import Start
from decision_aid.summary.models import Summary
from decision_aid.summary.patient import make_summary
from decision_aid.visit import Visit
from decision_aid.words import words
from tests import papers
from tests.conftest import ON, clock
from tests.reports.reading import folded
from tests.screens.sitting_down import begin, row_ids, text_of
from tests.tui.person import sitting_down

SOME = Path(__file__).parent / "shapes" / "some.yaml"
WITH, WITHOUT = {"device": "present"}, {"device": "absent"}
UNKNOWN: list[Answers] = [{}, {"device": None}]
LINE = ("By computer", "The line at home", "Losing the line", "lost the line in a song")
"""What all of it is for those who have a computer."""


@pytest.fixture(scope="module")
def some() -> DecisionAid:
    return load(SOME)


def columns_and_rows(summary: Summary) -> tuple[set[str], set[str], set[str]]:
    """The columns, the options whose cells there are, and the rows, in the table and in short."""
    assert summary.glance is not None
    assert summary.glance.columns == summary.table.columns
    rows = (*summary.table.rows, *summary.glance.rows)
    cells = {cell.option for row in rows for cell in row.cells}
    return set(summary.table.columns), cells, {row.id for row in rows}


def test_an_option_that_is_not_open_takes_its_cells_with_it(some: DecisionAid) -> None:
    columns, cells, rows = columns_and_rows(make_summary(some, WITHOUT, ON))
    assert columns == {"Indoors, as now", "Outdoors"}
    assert cells == {"indoors", "outdoors"}
    assert "line" not in rows


@pytest.mark.parametrize("given", [WITH, *UNKNOWN])
def test_nobody_misses_a_way_or_a_row_because_of_a_question_passed_over(
    given: Answers, some: DecisionAid
) -> None:
    columns, cells, rows = columns_and_rows(make_summary(some, given, ON))
    assert columns == {"Indoors, as now", "Outdoors", "By computer"}
    assert cells == {"indoors", "outdoors", "online"}
    assert "line" in rows


@pytest.mark.parametrize("given", [WITH, WITHOUT, *UNKNOWN])
def test_a_picture_its_sentences_and_its_counts_come_and_go_together(
    given: Answers, some: DecisionAid
) -> None:
    summary, told = make_summary(some, given, ON), given != WITHOUT
    assert [one.id for one in summary.pictures] == ["came", "lost"][: 1 + told]
    assert ("lines" in {block.id for block in summary.details}) is told
    cells = {row.id: row.cells for row in summary.table.rows}
    assert ("line" in cells) is told
    if told:
        assert "20 of 100 lost it in a song, 80 did not" in cells["line"][2].text


@pytest.mark.parametrize(
    ("given", "bodies"),
    [
        ({"role": "leader"}, ["The Song Council, 2026", "The League of Leaders, 2026"]),
        ({"role": "singer"}, ["The Song Council, 2026"]),
        ({}, ["The Song Council, 2026", "The League of Leaders, 2026"]),
    ],
)
def test_a_quotation_is_left_out_for_those_alone_whom_it_surely_does_not_fit(
    given: Answers, bodies: list[str], some: DecisionAid
) -> None:
    advice = make_summary(some, given, ON).recommendation
    assert [one.by for one in (*advice.quoted, *advice.more_quoted)] == bodies
    assert advice.in_short


FORMS = [("txt", "facts"), ("html", "facts"), ("pdf", "facts"), ("pdf", "facts-large-print"),
         ("json", "patient")]  # fmt: skip


@pytest.mark.parametrize(("form", "edition"), FORMS)
@pytest.mark.parametrize("given", [WITH, WITHOUT])
def test_every_paper_says_all_of_it_or_nothing(
    given: Answers, form: str, edition: str, some: DecisionAid
) -> None:
    data = papers.rendered(make_summary(some, given, ON), form, edition=edition)
    said = folded(" ".join(papers.pages(data)) if form == "pdf" else data.decode())
    wanted = LINE if form != "json" else ("online", "lost the line in a song")
    assert {folded(one) in said for one in wanted} == {given == WITH}


def test_in_data_each_row_has_the_cells_of_the_options_that_are_open(some: DecisionAid) -> None:
    data = json.loads(papers.rendered(make_summary(some, WITHOUT, ON), "json"))
    assert {name for row in data["table"]["rows"] for name in row["cells"]} == {
        "indoors",
        "outdoors",
    }


def test_where_no_picture_is_told_no_heading_waits_for_one(tmp_path: Path) -> None:
    """Counts that are not to be drawn are sentences, on paper and behind the door of a note."""
    text = SOME.read_text(encoding="utf-8").replace("    pictured: true\n", "")
    (tmp_path / "questions.yaml").write_text(text, encoding="utf-8")
    summary = make_summary(load(tmp_path / "questions.yaml"), {}, ON)
    for form, edition in [("html", "patient"), ("html", "facts"), ("pdf", "facts")]:
        data = papers.rendered(summary, form, edition=edition)
        said = folded(" ".join(papers.pages(data)) if form == "pdf" else data.decode())
        assert folded(words("en").paper["pictures"]) not in said
        assert b'role="img"' not in data
    aid = load(tmp_path / "questions.yaml")
    for name in ("came", "lost"):
        page = picture_page(Visit(aid, clock), (name,), 0)
        assert not any(isinstance(part, Arrays) for part in page.parts)
        assert "of 100" in text_of(page)


# --- screens -----------------------------------------------------------------------------------


@pytest.mark.parametrize("given", [WITH, WITHOUT, *UNKNOWN])
def test_no_door_names_what_is_not_told(given: Answers, some: DecisionAid, tmp_path: Path) -> None:
    """The note `alone` has one picture and one row, both for those who have a computer."""
    navigator, told = begin(tmp_path, aid=some), given != WITHOUT
    navigator.sitting.begun.answers.update(given)
    navigator.show(Show("note", "alone"))
    doors = {"picture", "table"} & set(row_ids(navigator.page))
    assert doors == ({"picture", "table"} if told else set())
    assert ("lost the line in a song" in text_of(navigator.page)) is told
    assert ("20 of 100 lost it" in text_of(navigator.page)) is told
    if told:
        navigator.choose("picture")
        assert "lost the line in a song" in text_of(navigator.page)


async def test_both_faces_draw_the_columns_that_are_open(tmp_path: Path) -> None:
    start = Start(keep=False)
    async with sitting_down(tmp_path, (100, 60), content=SOME, start=start) as person:
        await person.press("enter", "1")
        await person.until(lambda: person.at.startswith("question"))
        for given, shown in ((WITHOUT, False), (WITH, True)):
            person.visit.answers.update(given)
            person.screen.act(lambda: person.app.navigator.show(Show("table", "what", "line")))
            said = " ".join(line.text for line in person.screen.sheet.lines)
            page = " ".join(page_paragraphs(words("en"), person.app.navigator.page, ""))
            assert [("By computer" in one, "The line at home" in one) for one in (said, page)] == [
                (shown, shown),
                (shown, shown),
            ]
            person.screen.act(person.app.navigator.back)


# --- the author ----------------------------------------------------------------------------------


def with_(folder: Path, *changes: tuple[str, str]) -> Path:
    """The aid with these texts in place of others."""
    text = SOME.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = folder / "questions.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def errors(path: Path) -> list[str]:
    result = check_file(path, paths.reports(), ON)
    return [rule_of(one.id).id for one in result.of("error")]


def test_the_aid_has_no_error(tmp_path: Path) -> None:
    assert [str(one) for one in check_file(SOME, paths.reports(), ON).of("error")] == []


@pytest.mark.parametrize(
    ("where", "why"),
    [
        ("recommendation:\n", "stands in every summary, whatever was answered"),
        ("urgent_help:\n", "is open to everybody, whatever was answered"),
    ],
)
def test_the_recommendation_as_a_whole_takes_no_condition(
    where: str, why: str, tmp_path: Path
) -> None:
    path = with_(tmp_path, (where, f"{where}  when: {{role: singer}}\n"))
    with pytest.raises(InvalidContent) as caught:
        load(path)
    (fault,) = caught.value.faults
    line = path.read_text(encoding="utf-8").split("  when: {role: singer}\n")[0].count("\n") + 1
    assert (fault.id, fault.line) == ("unknown-name", line)
    assert why in fault.mend


BREAKS: dict[str, tuple[str, *tuple[tuple[str, str], ...]]] = {
    "fewer than two options for some": (
        "two-options",
        ('says: "The choir sings in a garden."}', 'says: "A garden.", when: {role: singer}}'),
    ),
    "to go on as now is for some": (
        "two-options",
        ("stay: true}", "stay: true, when: {role: singer}}"),
    ),
    "no row of harm for some": (
        "rows-of-every-kind",
        ("about: harm", "about: harm, when: {role: singer}".replace(", ", "\n      ")),
    ),
    "no row of the course for some": (
        "natural-course",
        ("about: course", "about: course\n      when: {role: singer}"),
    ),
    "a cell that can be empty": (
        "cell-never-empty",
        ('online: "The line is yours. {lost', 'online: "{lost'),
        ("    when: {device: present}\n    risks", "    when: {role: leader}\n    risks"),
    ),
    "somebody is quoted for nobody in particular": (
        "recommendation-unconditional",
        ("source: council-2026}\n", "source: council-2026, when: {role: singer}}\n"),
    ),
    "a condition that never fails": (
        "everything-comes-and-goes",
        (
            'home.", when: {device: present}}',
            'home.", when: {any: [{device: absent}, {not: {device: absent}}]}}',
        ),
    ),
}


def test_a_figure_without_its_option_is_told_of_with_the_answers_that_show_it(
    tmp_path: Path,
) -> None:
    path = with_(tmp_path, ("    when: {device: present}\n    risks", "    risks"))
    found = check_file(path, paths.reports(), ON).of("warning")
    (told,) = (one for one in found if one.id == "figure-with-its-option")
    assert told.answers == {"device": "absent"}
    assert "figure-with-its-option" not in {
        one.id for one in check_file(SOME, paths.reports(), ON).faults
    }


@pytest.mark.parametrize("name", BREAKS)
def test_what_would_leave_somebody_without_is_an_error(name: str, tmp_path: Path) -> None:
    rule, *changes = BREAKS[name]
    assert rule in errors(with_(tmp_path, *changes))


def words_on_side_2(summary: Summary) -> int:
    """As a person counts them: card, short table, blocks, lines to fill in, and the foot."""
    assert summary.glance is not None
    rows = (
        text for row in summary.glance.rows for text in (row.name, *(c.text for c in row.cells))
    )
    blocks = (*(() if summary.urgent_first else (summary.urgent_help,)), *summary.side_2)
    said = (text for one in blocks for text in (one.heading, *(p.text for p in one.passages)))
    return FOOT + sum(len(text.split()) for text in (*rows, *said, *summary.fill_in))


def every_way() -> Iterator[Answers]:
    """Every way of answering what the sheet of this aid says anything of."""
    matters: list[tuple[str, ...] | None] = [None, ("air",), ("company",), ("company", "air")]
    roles, devices = (None, "singer", "leader"), (None, "present", "absent")
    for role, device, matter, ready in product(roles, devices, matters, (None, "ready", "not_yet")):
        yield {"role": role, "device": device, "matters": matter, "ready": ready}


@pytest.mark.parametrize("fullest", ["present", "absent"])
def test_the_proof_knows_which_columns_and_rows_stand_on_the_sheet(
    fullest: str, tmp_path: Path
) -> None:
    """Something long is said where the option is open, or where it is not: every way of answering
    is counted by hand, and the proof finds the same most words."""
    long = "Much is said here" + " and more" * 20
    asking = "passages: [{findings: ask},"
    added = f"{asking} {{text: {long}, when: {{device: {fullest}}}}},"
    aid = load(with_(tmp_path, (asking, added)))
    most = max(words_on_side_2(make_summary(aid, given, ON)) for given in every_way())
    found = fullest_side(States(aid), 2)
    assert found.words == most
    assert (found.answers or {})["device"] == fullest


FIGURE = "          - figure: came\n"
LOST = "          - {figure: lost, when: {device: present}}\n"


def test_figures_stand_in_one_note_only_where_no_answers_bring_them_together(
    tmp_path: Path,
) -> None:
    """Of a picture unknown is not no, of a passage it is: so the passages keep them apart."""
    pictures = ("        pictures: [came]\n", "        pictures: [came, lost]\n")
    both = (FIGURE, f"{FIGURE}{LOST}")
    apart = (FIGURE, f"          - {{figure: came, when: {{device: absent}}}}\n{LOST}")
    assert "figures-apart" in errors(with_(tmp_path, pictures))
    assert "figures-apart" in errors(with_(tmp_path, both))
    pictureless = ("        pictures: [came]\n", "")
    assert "figures-apart" not in errors(with_(tmp_path, apart, pictureless))
