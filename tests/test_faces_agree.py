"""Every face shows one visit the same pages and leads to one summary, even with hostile text."""

from __future__ import annotations

import html as markup
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.answers_file import load_answers
from decision_aid.conditions import Value
from decision_aid.content import DecisionAid
from decision_aid.frozen import replace
from decision_aid.languages import Languages
from decision_aid.line import Console, LineFace
from decision_aid.line.drawing import statement_at
from decision_aid.report import pdf_text
from decision_aid.screens.navigator import Navigator
from decision_aid.screens.page import Page
from decision_aid.summary.models import Summary
from decision_aid.summary.patient import make_summary
from decision_aid.visit import Visit
from tests import papers
from tests.bilingual import languages_of
from tests.conftest import NOWHERE, ON, clock
from tests.screens.recorder import Recorder, picked, take_step, walk
from tests.screens.sitting_down import NO_TRACE, begin
from tests.small import small_aid
from tests.tui.person import sitting_down

PATIENTS = sorted((Path(__file__).parent / "patients").glob("*.yaml"))
TALL = (100, 60)

QUESTIONS = """
- {id: who, type: select_one, text: Who is it for?,
   choices: [{id: me, text: For me}, {id: you, text: For you}]}
- {id: hope, type: select_multiple, text: What hope?, most: 2,
   choices: [{id: rest, text: More rest}, {id: walk, text: Easier walking}, {id: see, text: Sight}]}
- {id: trial, type: note, text: What was found, body: ["It did not help [trial]."]}
- {id: c1, type: knowledge_check, text: Who did better?, explained: same,
   agreed: ["Yes."], otherwise: ["Both did."],
   choices: [{id: more, text: One group}, {id: same, text: Both}]}
- {id: age, type: number, text: How old?, most: 120}
- {id: passed, type: select_one, text: Passed over?, choices: [{id: a, text: A}, {id: b, text: B}]}
- {id: words, type: text, text: What to ask?}
"""
SUMMARY = """
summary:
  title: My summary
  lead: ["For: {who}."]
  urgent_first: {who: you}
  blocks:
    - {id: hope, heading: Hope, side: 1, passages: ["I hope for {hope}. I am {age}."]}
    - {id: mine, heading: In my own words, side: 1, style: own_words, passages: ["{words}"]}
  fill_in: [My nurse]
  passed_over: Passed over
"""
ANSWERS = """
who: me
hope: [rest, see]
trial: seen
c1: more
age: 44
passed: null
words: Will it last?
"""


@pytest.fixture
def of_every_kind(tmp_path: Path) -> DecisionAid:
    return small_aid(tmp_path, QUESTIONS, summary=SUMMARY)


def by_lines(aid: DecisionAid, lines: list[str]) -> Visit:
    taken = Visit(aid, clock)
    typed: Iterator[str] = iter(lines)

    def ask(_prompt: str) -> str:
        line = next(typed, None)
        if line is None:
            raise EOFError
        return line

    LineFace(taken, Console(ask, lambda _line: None, 72), NO_TRACE, NOWHERE).run()
    return taken


async def on_screen(folder: Path) -> Summary:
    async with sitting_down(folder, content=folder / "questions.yaml") as person:
        await person.press("enter", "1")
        await person.leave_no_trace()
        await person.until_sees("Who is it for?")
        await person.press("1", "enter", "1", "3", "enter", "enter", "1", "enter", "enter")
        await person.until_sees("How old?")
        await person.type("44")
        await person.press("enter")
        await person.until_sees("Passed over?")
        await person.press("p")
        await person.until_sees("What to ask?")
        await person.type("Will it last?")
        await person.press("tab", "enter")
        await person.until_sees("Your summary")
        return person.visit.summary()


async def test_every_face_leads_to_the_same_summary(
    tmp_path: Path, of_every_kind: DecisionAid
) -> None:
    (tmp_path / "answers.yaml").write_text(ANSWERS)
    from_file = make_summary(
        of_every_kind, load_answers(tmp_path / "answers.yaml", of_every_kind), ON
    )
    lines = ["1", "1 3", "", "1", "", "44", "p", "Will it last?"]
    assert by_lines(of_every_kind, lines).summary() == from_file
    assert await on_screen(tmp_path) == from_file


Answers = Mapping[str, Value | None]
Pages = Sequence[tuple[str, Page]]


def given_here(navigator: Navigator, answers: Answers) -> tuple[str, ...] | None:
    """What the patient picks or writes on the page shown; None where they pass it over."""
    value = answers.get(navigator.sitting.begun.asked.id)
    return None if value is None else picked(value)


def numbers_of(page: Page, rows: Sequence[str]) -> list[str]:
    return [str(number) for number, row in enumerate(page.rows, 1) if row.id in rows]


def is_read(page: Page) -> bool:
    return page.entry is None and not any(row.mark for row in page.rows)


def pages_by_line(
    aid: DecisionAid,
    answers: Answers,
    folder: Path,
    tell: Callable[[str], None] = lambda _line: None,
    languages: Languages | None = None,
) -> Pages:
    """All pages to which a patient types a line, from the first question to the summary."""
    recorder = Recorder()

    def ask(_prompt: str) -> str:
        if face.navigator.at == "welcome":
            return way_of(face.navigator.page, answers)
        recorder.draw(face.navigator.at, face.navigator.page)
        if face.navigator.at.startswith("summary"):
            raise EOFError
        return line_typed(face.navigator, answers)

    console = Console(ask, tell, 72)
    face = LineFace(Visit(aid, clock), console, NO_TRACE, folder, languages)
    face.run()
    return recorder.pages


def way_of(page: Page, answers: Answers) -> str:
    """The number of the way that the patient takes, on the welcome."""
    rows = [row.id for row in page.rows]
    return str(1 + rows.index(f"way:{answers.get('length') or 'short'}"))


def line_typed(navigator: Navigator, answers: Answers) -> str:
    page = navigator.page
    if (at := statement_at(page)) is not None:
        row, value = page.rows[at], answers.get(page.rows[at].id)
        names = [answer.id for answer in row.answers]
        return "/p" if value is None else str(names.index(f"{row.id}:{value}") + 1)
    if is_read(page):
        return "1"
    given = given_here(navigator, answers)
    if given is None:
        return "/p"
    return given[0] if page.entry else " ".join(numbers_of(page, given))


async def pages_on_screen(answers: Answers, folder: Path, language: str) -> Pages:
    """The pages that the full screen draws for the same patient."""
    recorder, start = Recorder(), replace(NO_TRACE, language=language)
    async with sitting_down(folder, size=TALL, content=paths.questions(), start=start) as person:
        navigator, screen = person.app.navigator, person.screen
        await person.press("enter")
        await person.press(way_of(navigator.page, answers))
        await person.until(lambda: person.at.startswith("question"))
        recorder.draw(person.at, screen.sheet.page)
        while not person.at.startswith("summary"):
            screen.act(partial(take_step, navigator, answers))
            recorder.draw(person.at, screen.sheet.page)
            on_screen = " ".join(line.text for line in screen.sheet.lines)
            assert screen.sheet.page.heading.split()[-1] in on_screen
    return recorder.pages


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("patient", PATIENTS, ids=lambda path: path.stem)
async def test_every_face_shows_a_patient_the_same_pages_in_the_same_order(
    patient: Path, language: str, tmp_path: Path
) -> None:
    languages = languages_of(paths.questions())
    aid = languages.take(language)
    answers = load_answers(patient, aid)
    walk(begin(tmp_path, aid=aid, languages=languages), answers, expected := Recorder())
    told = pages_by_line(aid, answers, tmp_path, languages=languages)
    shown = await pages_on_screen(answers, tmp_path, language)
    assert [name for name, _ in told] == [name for name, _ in shown] == expected.names
    for (at, by_line), (_, on_screen), (_, led) in zip(told, shown, expected.pages, strict=True):
        assert by_line == on_screen == led, at


HOSTILE = {
    "rich markup": "[bold]loud[/bold] [/] [/7] [@click=app.bell]press[/]",
    "html": "<script>alert(1)</script> &amp; <b>x</b>",
    "typst": "#panic() @x *b* _i_ $x$ <label> `raw` \\",
    "address": "jane@example.com",
    "escapes": "a\x1b[2J\x1b]52;c;eA==\x07b\x9b1m",
    "right to left": "abc\u202etxt.exe\u2069 \u200f!",
    "placeholders": "{who} {0.__class__} {{7*7}} %s",
    "lone surrogate": "a\ud800b",
    "other scripts": "Ωμέγα שלום привет 漢字 🙂",
    "long": "ab " * 33_000,
}


def expected(text: str) -> str:
    """What should be read: made harmless, without what is not seen, and cut at the limit."""
    controls, unseen = "\x1b\x07\x9b\u202e\ud800", "\u2069\u200f"
    harmless = re.sub(f"[{controls}]", "\ufffd", text[:2000])
    return re.sub(f"[{unseen}]", "", harmless).strip()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_come_out_as_themselves(of_every_kind: DecisionAid, name: str) -> None:
    words = of_every_kind.by_id["words"].parse([HOSTILE[name]])
    assert words == expected(HOSTILE[name])
    said = make_summary(of_every_kind, {"words": words}, date(2026, 11, 20))
    in_text, in_html = papers.text(said), papers.html(said)
    assert squeezed(expected(HOSTILE[name])) in squeezed(in_text)
    assert squeezed(expected(HOSTILE[name])) in squeezed(markup.unescape(in_html))
    assert "<script>alert" not in in_html
    pages = squeezed("".join(pdf_text.pages(papers.pdf(said, "a4"))))
    if name != "other scripts":
        assert squeezed(expected(HOSTILE[name])) in pages
    assert "Thisshouldnotbeused." in pages


def test_a_thousand_marks_on_one_letter_stop_no_report(of_every_kind: DecisionAid) -> None:
    words = of_every_kind.by_id["words"].parse(["one e" + "\u0301" * 1000 + " end"])
    said = make_summary(of_every_kind, {"words": words}, ON)
    for finished in (papers.text(said), papers.html(said)):
        assert "one " in finished
        assert " end" in finished
    assert papers.pdf(said, "a4").startswith(b"%PDF")


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_hostile_words_do_no_harm_on_a_plain_line(of_every_kind: DecisionAid) -> None:
    for name, words in HOSTILE.items():
        typed = words.encode("utf-8", "replace").decode()
        taken = by_lines(of_every_kind, ["p", "p", "", "p", "p", "p", typed])
        refused = name == "escapes"  # keys that are no text
        assert (taken.shown, "words" in taken.answers) == (
            "words" if refused else None,
            not refused,
        )
        assert not set("\x1b\x07\x9b\u202e") & set(str(taken.answers.get("words")))
