"""The line by line face: what a person who listens to it hears, and what their lines do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from decision_aid.line import LineFace
from decision_aid.visit import Visit
from tests.conftest import clock
from tests.small import small_aid

QUESTIONS = """
- {id: who, type: select_one, text: Who is this for?,
   choices: [{id: me, text: For me}, {id: you, text: For you}]}
- {id: hope, type: select_multiple, text: What do you hope for?, most: 2,
   choices: [{id: rest, text: More rest}, {id: walk, text: Easier walking},
             {id: none, text: None of these, alone: true}]}
- {id: trial, type: note, text: What was found, body: ["It did not help [trial].", {figure: tests}],
   pictures: [tests], rows: [what], comes_from: [From a trial.], another_way: [Think of two rooms.]}
- {id: c1, type: knowledge_check, text: Who did better?, explained: same, explain: trial,
   agreed: ["Yes."], otherwise: [It is easy to think so.],
   choices: [{id: more, text: Those with the balloon}, {id: same, text: About as many}]}
- {id: words, type: text, text: What do you want to ask?}
"""


class Heard:
    """A person at the line face: lines to type, and all that is told."""

    def __init__(self, folder: Path, lines: list[str]) -> None:
        self.visit = Visit(small_aid(folder, QUESTIONS), clock)
        self.lines: Iterator[str] = iter(lines)
        self.told: list[str] = []
        self.saved: list[str] = []
        LineFace(self.visit, self.ask, self.told.append, self.save, 72).run()

    def ask(self, prompt: str) -> str:
        self.told.append(prompt)
        line = next(self.lines, None)
        if line is None:
            raise EOFError
        return line

    def save(self, visit: Visit, form: str) -> Path:
        self.saved.append(form)
        return Path("summary." + form)

    @property
    def text(self) -> str:
        return "\n".join(self.told)


def test_a_whole_visit_by_numbers(tmp_path: Path) -> None:
    heard = Heard(tmp_path, ["1", "1 2", "", "2", "", "What else helps?", "1", "6"])
    assert heard.visit.answers == {
        "who": "me",
        "hope": ("rest", "walk"),
        "trial": "seen",
        "c1": "same",
        "words": "What else helps?",
    }
    assert heard.saved == ["pdf"]


def test_each_step_says_where_it_is_and_numbers_its_answers(tmp_path: Path) -> None:
    told = Heard(tmp_path, []).text
    assert "One. Step 1 of about 5.\nWho is this for?\n1. For me\n2. For you" in told


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("9", "That is not one of the answers."),
        ("yes", "That is not one of the answers."),
        ("1 2", "Please choose one answer."),
        ("", "Please choose one answer."),
        ("\x1b[2J", "That is not one of the answers."),
        ("b", "This is the first question."),
        ("u", "Face drooping."),
        ("w", "stent: A tube."),
        ("h", "p pass over, b back"),
        ("s", "This screen states no fact that needs a source."),
    ],
)
def test_every_line_has_a_reply_and_the_question_stays(
    tmp_path: Path, line: str, says: str
) -> None:
    heard = Heard(tmp_path, [line])
    assert says in " ".join(heard.text.split("\n"))
    assert heard.visit.shown == "who"


def test_passing_over_and_going_back(tmp_path: Path) -> None:
    heard = Heard(tmp_path, ["p", "b", "2"])
    assert heard.visit.answers == {"who": "you"}
    assert heard.visit.shown == "hope"


def test_the_doors_of_a_note_open_and_lead_back(tmp_path: Path) -> None:
    heard = Heard(tmp_path, ["1", "1", "2", "3", "4", "5", "1"])
    for words in ("42 of 100 did better", "Balloon: A balloon goes in.", "From a trial.",
                  "Trial, 2018", "Think of two rooms."):  # fmt: skip
        assert words in heard.text
    assert heard.visit.shown == "c1"


def test_a_check_explains_and_never_calls_an_answer_wrong(tmp_path: Path) -> None:
    heard = Heard(tmp_path, ["1", "1", "1", "1", "2", "1"])
    assert "You chose: Those with the balloon." in heard.text
    assert "It is easy to think so." in heard.text
    assert "wrong" not in heard.text.lower()


def test_words_typed_may_be_letters_and_commands_take_a_slash(tmp_path: Path) -> None:
    start = ["1", "1", "1", "2", "1"]
    assert Heard(tmp_path, [*start, "b"]).visit.answers["words"] == "b"
    back = Heard(tmp_path, [*start, "/b"])
    assert ("words" in back.visit.answers, back.visit.shown) == (False, "c1")
    assert Heard(tmp_path, [*start, ""]).visit.answers["words"] is None


def test_too_many_words_are_cut_and_it_is_said(tmp_path: Path) -> None:
    heard = Heard(tmp_path, ["1", "1", "1", "2", "1", "x" * 2001])
    assert heard.visit.answers["words"] == "x" * 2000
    assert "The first 2000 are held." in heard.text


def test_the_overview_leads_to_any_question(tmp_path: Path) -> None:
    heard = Heard(tmp_path, ["1", "o", "1", "2"])
    assert heard.visit.answers == {"who": "you"}
    assert "1. Who is this for? (For me)" in heard.text
    assert "2. What do you hope for? (not yet)" in heard.text


def test_stopping_early_offers_the_summary_so_far(tmp_path: Path) -> None:
    heard = Heard(tmp_path, ["1", "x", "3", "6"])
    assert heard.saved == ["txt"]


def test_the_end_of_the_input_prints_the_summary_so_far(tmp_path: Path) -> None:
    told = Heard(tmp_path, ["1"]).text
    assert "The input has ended" in told
    assert "This should not be used." in told


def test_nothing_told_has_an_escape_a_box_or_an_emoji(tmp_path: Path) -> None:
    told = Heard(tmp_path, ["1", "1", "2", "3", "1", "2", "", "\x1b]52;c;x\x07 \u202e", "4"]).text
    assert not [c for c in told if c == "\x1b" or "\u2500" <= c <= "\u259f" or c == "\u202e"]


def test_lines_fit_the_width(tmp_path: Path) -> None:
    assert max(map(len, Heard(tmp_path, ["h", "u", "w"]).text.split("\n"))) <= 72
