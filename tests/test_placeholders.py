"""Each placeholder of the table is filled wherever it may stand, and refused where it may not."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from decision_aid.check.rule import Subject
from decision_aid.check.rules.answer_paths import no_gaps_left
from decision_aid.content import DecisionAid
from decision_aid.content.faults import InvalidContent
from decision_aid.content.load import load
from decision_aid.content.placeholders import TABLE
from decision_aid.record.reading import describe, interpret_answers
from decision_aid.summary.changes import find_changes
from decision_aid.visit import Visit
from tests.conftest import ON, clock
from tests.small import QUESTIONS, small_text

PHRASES = (
    "phrases: {greeting: [{text: Good day}]}\nscores: [{id: points, points: {who: {me: 3}}}]\n"
)
FILLED = {
    "today": "20 November 2026",
    "version": "0.1.0",
    "evidence_read": "20 November 2026",
    "next_review": "20 November 2027",
    "report_to": "tell whoever gave you this",
    "content_hash": None,
    "grade_fk": "4.0",
    "grade_cl": "5.0",
    "minutes_<way>": ("minutes_very-quick", "0"),
    "<phrase>": ("greeting", "Good day"),
    "<question>": ("who", "Me"),
    "<score>": ("points", "3"),
    "<outcome>.<arm>": ("tests.balloon", "42"),
    "<outcome>.<arm>.rest": ("tests.balloon.rest", "58"),
}
"""What an author writes for each row, and what a person reads; the moment is tested apart."""


def loaded(folder: Path, text: str) -> DecisionAid:
    path = folder / "questions.yaml"
    path.write_text(text.replace("{id: short, example", "{id: very-quick, example"))
    return load(path)


def saying(words: str) -> str:
    """An aid that says the words on a screen, in a question, and on paper."""
    note = f"- {{id: note, type: note, text: 'Title {words}', body: ['Body {words}']}}\n"
    text = small_text(QUESTIONS + note, phrases=PHRASES)
    block = f"blocks: [{{id: b, heading: 'Heading {words}', passages: ['Block {words}']}}]"
    return text.replace("blocks: []", block).replace("title: My summary", f"title: 'My {words}'")


def test_every_row_of_the_table_has_a_test() -> None:
    assert {row.name for row in TABLE} == {*FILLED, "<question>.moment"}


@pytest.mark.parametrize("row", FILLED)
def test_a_placeholder_is_filled_on_the_screen_and_on_paper(tmp_path: Path, row: str) -> None:
    expected = FILLED[row]
    name, value = expected if isinstance(expected, tuple) else (row, expected)
    aid = loaded(tmp_path, saying(f"{{{name}}}"))
    value = value or aid.content_hash[:6]
    visit = Visit(aid, clock, answers={"who": "me"})
    visit.go_to("note")
    wording, note = visit.interview.wording, aid.by_id["note"]
    body = wording.passages(tuple(note.passages()), "note")
    assert (wording.question(note), body[0].text) == (f"Title {value}", f"Body {value}")
    summary = visit.summary()
    block = summary.details[0]
    said = (summary.title, block.heading, block.passages[0].text)
    assert said == (f"My {value}", f"Heading {value}", f"Block {value}")


def test_the_screen_tells_the_day_of_the_visit(tmp_path: Path) -> None:
    aid = loaded(tmp_path, saying("{today}"))
    visit = Visit(aid, lambda: datetime(2027, 2, 3, 23, 59))
    assert visit.interview.wording.question(aid.by_id["note"]) == "Title 3 February 2027"


def faults_of(folder: Path, text: str) -> set[tuple[str, int]]:
    with pytest.raises(InvalidContent) as invalid:
        loaded(folder, text)
    return {(fault.id, fault.line) for fault in invalid.value.faults}


LABELS = (
    "title: A small aid", "short_title: Small", "welcome_title: Hello", "  title: One",
    "question: Shall I?", "condition: Something.", "text: Me", "name: No procedure",
    "name: With the balloon", "name: Doing better", "icon: did better", "time: 12 months",
    "title: Side by side", "name: What it is", "box_title: Has happened",
    "title: What is advised", 'by: "NICE, 2019', "words: This should not be used.",
    "name: UK line", 'number: "1', "contacts_checked: Checked.", "fill_in: [My nurse",
    "passed_over: Passed over", "word: stent", "means: A tube.", 'short: "NICE, 2019',
    "body: NICE", "title: About", "owner: Us",
)  # fmt: skip
"""What the program prints as it stands: titles, names, labels and others' words."""


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize(
    ("gap", "fault"),
    [("{gone}", "unknown-placeholder"), ("{today}", "unfilled-placeholder")],
)
def test_a_label_takes_no_placeholder(tmp_path: Path, label: str, gap: str, fault: str) -> None:
    text = small_text()
    assert label in text
    key, _, said = label.partition(": ")
    quoted = said.startswith(('"', "["))
    new = f"{key}: {said} {gap}" if quoted else f"{key}: '{said} {gap}'"
    if said.startswith("["):
        new = f"{key}: ['{said[1:]} {gap}'"
    damaged = text.replace(label, new, 1)
    assert fault in {name for name, _ in faults_of(tmp_path, damaged)}


def test_a_moment_is_refused_on_the_screen_and_told_on_paper(tmp_path: Path) -> None:
    note = "- {id: note, type: note, text: T, body: ['At {who.moment}.']}\n"
    text = small_text(QUESTIONS + note)
    line = text[: text.index("{id: note")].count("\n") + 1
    assert faults_of(tmp_path, text) == {("unfilled-placeholder", line)}
    blocks = "blocks: [{id: b, heading: H, passages: ['At {who.moment}.']}]"
    visit = Visit(loaded(tmp_path, small_text().replace("blocks: []", blocks)), clock)
    visit.answer(["me"])
    assert visit.summary().details[0].passages[0].text.startswith("At 20 November 2026")


def test_a_visit_needs_no_ways(tmp_path: Path) -> None:
    none = "ways: [{id: short, example: {}}]", "ways: []"
    assert Visit(loaded(tmp_path, small_text().replace(*none)), clock).shown == "who"
    welcome = "welcome: [This is", "welcome: ['About {minutes_short} minutes.', This is"
    text = small_text().replace(*none).replace(*welcome)
    assert {name for name, _ in faults_of(tmp_path, text)} == {"unknown-placeholder"}


@pytest.mark.parametrize(
    ("phrase", "gaps"),
    [
        ("[{when: {who: me}, text: I}]", {"note", "summary", "b"}),
        ("[{when: {who: me}, text: I}, {text: You}]", set[str]()),
    ],
)
def test_a_title_with_a_gap_that_may_stay_open_is_found(
    tmp_path: Path, phrase: str, gaps: set[str]
) -> None:
    text = saying("{whom}").replace(PHRASES.strip(), f"phrases: {{whom: {phrase}}}")
    text = text.replace("passages: ['Block {whom}']", "passages: [Block]")
    subject = Subject(loaded(tmp_path, text), tmp_path, ON)
    assert {fault.owner for fault in no_gaps_left(subject)} == gaps


def test_a_question_that_must_be_told_without_its_answers_shows_a_gap_as_one(
    tmp_path: Path,
) -> None:
    aid = loaded(tmp_path, saying("{who}"))
    assert Visit(aid, clock).interview.wording.question(aid.by_id["note"]) == "Title …"


def test_what_changed_and_a_question_not_taken_are_told_with_the_day(tmp_path: Path) -> None:
    aid = loaded(
        tmp_path, small_text(QUESTIONS.replace("text: Who?", "text: 'Who is here on {today}?'"))
    )
    assert find_changes({"who": "me"}, {"who": "you"}, aid, ON) == (
        "Who is here on 20 November 2026? Before: Me. Now: You.",
    )
    _, (unread,) = interpret_answers(aid, {"who": ("gone",)})
    assert describe(aid, unread, ON) == "“Who is here on 20 November 2026?”"
