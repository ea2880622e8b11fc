"""The line by line face: what a person who listens to it hears, and what their lines do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from decision_aid.line import LineFace
from decision_aid.report.options import PrintOptions
from decision_aid.start import Start
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

    def __init__(self, folder: Path, lines: list[str], width: int = 72) -> None:
        self.visit = Visit(small_aid(folder, QUESTIONS), clock)
        self.lines: Iterator[str] = iter(lines)
        self.told: list[str] = []
        self.saved: list[str] = []
        self.go_through(LineFace(self.visit, self.ask, self.told.append, self.save, width))

    def go_through(self, face: LineFace) -> None:
        face.run()

    def ask(self, prompt: str) -> str:
        self.told.append(prompt)
        line = next(self.lines, None)
        if line is None:
            raise EOFError
        return line

    def save(self, visit: Visit, options: PrintOptions) -> Path:
        self.saved.append(options.format.name)
        return Path("summary." + options.format.ending)

    @property
    def text(self) -> str:
        return "\n".join(self.told)

    @property
    def sentences(self) -> str:
        """All that is told, wherever its lines were broken."""
        return " ".join(self.text.split())


class AtATerminal(Heard):
    """Somebody types, and nothing is kept."""

    def go_through(self, face: LineFace) -> None:
        face.run(Start(keep=False), self.ask)


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


TO_THE_WORDS = ["1", "1", "1", "2", "1"]


@pytest.mark.parametrize(
    ("lines", "question", "stands", "says"),
    [
        (["2", "b", ""], "who", "you", "Your answer so far: For you."),
        (["1", "1 2", "b", ""], "hope", ("rest", "walk"), "so far: More rest, Easier walking."),
        ([*TO_THE_WORDS, "Why?", "o", "5", ""], "words", "Why?", "Your words so far: “Why?”"),
    ],
)
def test_enter_keeps_the_answer_that_stands_and_goes_on(
    tmp_path: Path, lines: list[str], question: str, stands: object, says: str
) -> None:
    heard = Heard(tmp_path, lines)
    assert heard.visit.answers[question] == stands
    assert heard.visit.shown != question
    assert says in heard.sentences
    assert "taken back" not in heard.text and "Please choose" not in heard.text


@pytest.mark.parametrize(
    ("lines", "question"),
    [(["2", "b", "p"], "who"), ([*TO_THE_WORDS, "Why?", "o", "5", "/p"], "words")],
)
def test_an_answer_that_is_taken_back_is_not_gone_without_a_word(
    tmp_path: Path, lines: list[str], question: str
) -> None:
    heard = Heard(tmp_path, lines)
    assert heard.visit.answers[question] is None
    assert heard.text.count("Your answer is taken back") == 1


@pytest.mark.parametrize(
    "lines", [["p"], ["p", "b", "p"], [*TO_THE_WORDS, ""], [*TO_THE_WORDS, "/b", "p"]]
)
def test_where_no_answer_stood_none_is_taken_back(tmp_path: Path, lines: list[str]) -> None:
    assert "taken back" not in Heard(tmp_path, lines).text


def test_other_words_take_the_place_of_those_that_stand(tmp_path: Path) -> None:
    heard = Heard(tmp_path, [*TO_THE_WORDS, "Why?", "o", "5", "How?"])
    assert heard.visit.answers["words"] == "How?"


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


def test_who_leaves_a_terminal_hears_what_is_kept_and_no_summary(tmp_path: Path) -> None:
    told = AtATerminal(tmp_path, ["1"]).told
    assert told[told.index("Your visit ends here.") + 1 :] == [
        "Nothing of it is kept, except a summary if you saved one."
    ]


def test_nothing_told_has_an_escape_a_box_or_an_emoji(tmp_path: Path) -> None:
    told = Heard(tmp_path, ["1", "1", "2", "3", "1", "2", "", "\x1b]52;c;x\x07 \u202e", "4"]).text
    assert not [c for c in told if c == "\x1b" or "\u2500" <= c <= "\u259f" or c == "\u202e"]


def test_lines_fit_the_width(tmp_path: Path) -> None:
    assert max(map(len, Heard(tmp_path, ["h", "u", "w"]).text.split("\n"))) <= 72


def test_on_a_narrow_terminal_no_prompt_breaks_within_a_word(tmp_path: Path) -> None:
    told = AtATerminal(tmp_path, [*TO_THE_WORDS, "Why?", "o", "5"], width=40).told
    assert max(len(line.rstrip()) for line in told) <= 40
    assert (
        told[told.index("Write other words in one line, or Enter") + 1] == "alone to keep yours: "
    )
