"""The line by line face: what a person who listens to it hears, and what their lines do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from decision_aid.line import Console, LineFace
from decision_aid.start import Start
from decision_aid.visit import Visit
from tests.conftest import clock
from tests.screens.test_checklist import QUESTIONS as CHECKLIST
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

HOW_OLD = """
- {id: who, type: select_one, text: Who is this for?,
   choices: [{id: me, text: For me}, {id: you, text: For you}]}
- {id: age, type: number, text: How old?, most: 120}
"""


class Heard:
    """A person at the line face: lines to type, and all that is told; nobody sits at a terminal."""

    start = Start(keep=False)
    somebody_types = False

    def __init__(
        self, folder: Path, lines: list[str], width: int = 72, questions: str = QUESTIONS
    ) -> None:
        self.folder = folder
        self.visit = Visit(small_aid(folder, questions), clock)
        self.lines: Iterator[str] = iter(lines)
        self.told: list[str] = []
        hidden = self.ask if self.somebody_types else None
        console = Console(self.ask, self.told.append, width, hidden)
        LineFace(self.visit, console, self.start, folder).run()

    def ask(self, prompt: str) -> str:
        self.told.append(prompt)
        line = next(self.lines, None)
        if line is None:
            raise EOFError
        return line

    @property
    def saved(self) -> list[str]:
        return [path.suffix for path in self.folder.glob("my-summary*")]

    @property
    def text(self) -> str:
        return "\n".join(self.told)

    @property
    def sentences(self) -> str:
        """All that is told, wherever its lines were broken."""
        return " ".join(self.text.split())


class AtATerminal(Heard):
    """Somebody types, and nothing is kept."""

    somebody_types = True


SAVES_A_PDF = ["1", "1", "3"]


def test_a_whole_visit_by_numbers(tmp_path: Path) -> None:
    heard = Heard(tmp_path, ["1", "1 2", "", "2", "", "What else helps?", *SAVES_A_PDF])
    assert heard.visit.answers == {
        "who": "me",
        "hope": ("rest", "walk"),
        "trial": "seen",
        "c1": "same",
        "words": "What else helps?",
    }
    assert heard.saved == [".pdf"]
    assert heard.told[-1] == "Goodbye."


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
        ("1" * 5000, "That is not one of the answers."),
        ("u", "Face drooping."),
        ("w", "stent A tube."),
        ("h", "- p: pass over this question - x: stop"),
        ("s", "This screen states no facts from studies."),
        ("n", "That is not one of the answers."),
        ("a", "That is not one of the answers."),
        ("r", "Your answer, 1 to 2: One. Step 1 of about 5. Who is this for?"),
    ],
)
def test_every_line_has_a_reply_and_the_question_stays(
    tmp_path: Path, line: str, says: str
) -> None:
    heard = Heard(tmp_path, [line])
    assert says in heard.sentences
    assert heard.visit.shown == "who"


@pytest.mark.parametrize(
    "line", ["1 2", "1,2", "1, 2", "1 and 2", "1 AND 2", "1. 2.", "1) 2)", "(1) (2)", "1 + 2",
             "1 & 2", "1/2", "1-2", "1 \u2013 2", "1;2", "1, and 2.", "2 1", "\xa01\xa02"],
)  # fmt: skip
def test_several_numbers_are_understood_as_people_write_them(tmp_path: Path, line: str) -> None:
    assert Heard(tmp_path, ["1", line]).visit.answers["hope"] == ("rest", "walk")


@pytest.mark.parametrize("line", ["1.", "1)", "(1)", "1:", " 1 ", "\xa01"])
def test_one_number_may_stand_as_it_stands_before_its_answer(tmp_path: Path, line: str) -> None:
    heard = Heard(tmp_path, [line])
    assert (heard.visit.answers, heard.visit.shown) == ({"who": "me"}, "hope")


@pytest.mark.parametrize("line", ["1.2", "2-1", "-1", "1-", "1 or 2", "1..2", "1-9999", "one"])
def test_what_is_no_list_of_answers_is_refused_whole(tmp_path: Path, line: str) -> None:
    heard = Heard(tmp_path, ["1", line])
    assert "That is not one of the answers." in heard.sentences
    assert "hope" not in heard.visit.answers


def test_letters_and_numbers_of_actions_may_have_a_full_stop(tmp_path: Path) -> None:
    assert "Face drooping." in Heard(tmp_path, ["u."]).sentences
    assert Heard(tmp_path, ["1.", "x.", "1.", "4.", "3."]).saved == [".txt"]


def test_a_number_may_be_written_as_it_is_told(tmp_path: Path) -> None:
    heard = Heard(tmp_path, ["1", "44."], questions=HOW_OLD)
    assert heard.visit.answers["age"] == 44


@pytest.mark.parametrize("keys", ["helo\x1b[Dl", "\x1b[A", "a\x7fb", "\x07", "a\x00b", "\x9b1m"])
def test_keys_that_are_no_text_are_kept_as_no_words(tmp_path: Path, keys: str) -> None:
    heard = Heard(tmp_path, [*TO_THE_WORDS, keys])
    assert "That held a key that is no text" in heard.sentences
    assert ("words" in heard.visit.answers, heard.visit.shown) == (False, "words")


def test_passing_over_and_going_back(tmp_path: Path) -> None:
    heard = Heard(tmp_path, ["p", "b", "2"])
    assert heard.visit.answers == {"who": "you"}
    assert heard.visit.shown == "hope"


TO_THE_WORDS = ["1", "1", "1", "2", "1"]
TO_THE_WORDS_AGAIN = ["o", "2", "5"]


@pytest.mark.parametrize(
    ("lines", "question", "stands", "says"),
    [
        (["2", "b", ""], "who", "you", "Your answer so far: For you."),
        (["1", "1 2", "b", ""], "hope", ("rest", "walk"), "so far: More rest; Easier walking."),
        (
            [*TO_THE_WORDS, "Why?", *TO_THE_WORDS_AGAIN, ""],
            "words",
            "Why?",
            "Your words so far: “Why?”",
        ),
    ],
)
def test_enter_keeps_the_answer_that_stands_and_goes_on(
    tmp_path: Path, lines: list[str], question: str, stands: object, says: str
) -> None:
    heard = Heard(tmp_path, lines)
    assert heard.visit.answers[question] == stands
    assert heard.visit.shown != question
    assert says in heard.sentences
    assert "pass over once more" not in heard.text and "Please choose" not in heard.text


@pytest.mark.parametrize(
    ("lines", "letter", "question"),
    [(["2", "b"], "p", "who"), ([*TO_THE_WORDS, "Why?", *TO_THE_WORDS_AGAIN], "/p", "words")],
)
def test_an_answer_is_taken_away_only_at_the_second_pass_and_it_is_said_before(
    tmp_path: Path, lines: list[str], letter: str, question: str
) -> None:
    once = Heard(tmp_path, [*lines, letter])
    assert once.visit.answers[question] is not None and once.visit.shown == question
    assert once.sentences.count("To take it away and go on, pass over once more.") == 1
    assert Heard(tmp_path, [*lines, letter, letter]).visit.answers[question] is None


@pytest.mark.parametrize(
    "lines", [["p"], ["p", "b", "p"], [*TO_THE_WORDS, ""], [*TO_THE_WORDS, "/b", "p"]]
)
def test_where_no_answer_stood_none_is_taken_away(tmp_path: Path, lines: list[str]) -> None:
    assert "take it away" not in Heard(tmp_path, lines).sentences


def test_other_words_take_the_place_of_those_that_stand(tmp_path: Path) -> None:
    heard = Heard(tmp_path, [*TO_THE_WORDS, "Why?", *TO_THE_WORDS_AGAIN, "How?"])
    assert heard.visit.answers["words"] == "How?"


def test_the_doors_of_a_note_open_and_lead_back(tmp_path: Path) -> None:
    heard = Heard(tmp_path, ["1", "1", "2", "3", "4", "2", "5", "2", "1"])
    for words in ("42 of 100 did better", "Balloon: A balloon goes in.", "From a trial.",
                  "Trial, 2018", "Think of two rooms."):  # fmt: skip
        assert words in heard.text
    assert heard.visit.shown == "c1"


def test_pictures_are_told_in_words_alone_and_each_sentence_once(tmp_path: Path) -> None:
    after = Heard(tmp_path, ["1", "1", "2"]).sentences.partition("or Enter alone for “Go on”: ")[2]
    picture = after.partition("You are back at")[0]
    assert picture.count("42 of 100 did better") == 1
    assert "Each sign is one person" not in picture


def test_what_one_comes_back_to_is_not_told_twice(tmp_path: Path) -> None:
    for look in (["u"], ["w"], ["s", ""], ["o", ""]):
        heard = Heard(tmp_path, ["1", *look])
        assert heard.text.count("1. More rest") == 1
        assert heard.told[heard.told.index("You are back at: What do you hope for?") + 1] == (
            "Your answers, up to 2, with spaces between: "
        )
    assert Heard(tmp_path, ["1", "u", "r"]).text.count("1. More rest") == 2


def test_a_check_explains_and_never_calls_an_answer_wrong(tmp_path: Path) -> None:
    heard = Heard(tmp_path, ["1", "1", "1", "1", "2", "1"])
    assert "You chose: Those with the balloon" in heard.text
    assert "It is easy to think so." in heard.text
    assert "wrong" not in heard.text.lower()


def test_words_typed_may_be_letters_and_commands_take_a_slash(tmp_path: Path) -> None:
    start = ["1", "1", "1", "2", "1"]
    assert Heard(tmp_path, [*start, "b"]).visit.answers["words"] == "b"
    back = Heard(tmp_path, [*start, "/b"])
    assert ("words" in back.visit.answers, back.visit.shown) == (False, "c1")
    assert Heard(tmp_path, [*start, ""]).visit.answers["words"] is None


def test_the_hint_says_what_works_at_the_question(tmp_path: Path) -> None:
    """At a number the letter alone is heard; among words it is one of them."""
    heard = Heard(tmp_path, ["1", "u", "40", "u"], 400, NUMBER_AND_WORDS)
    told = heard.told[: heard.told.index("Your visit ends here.")]
    asked = [one for one in told if "slash before it, such as /u for urgent help" in one]
    assert len(asked) == 1  # at the words
    opening = next(one for one in told if "line by line" in one)
    assert "at any time" not in opening
    assert "Where you write words, put a slash before the letter, such as /u" in opening
    assert told.count("Call 999") == 1
    assert heard.visit.answers["words"] == "u"


NUMBER_AND_WORDS = """
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: age, type: number, text: How old?, most: 120}
- {id: words, type: text, text: What do you want to ask?}
"""


def test_a_pipe_is_told_of_no_choice_that_it_is_not_asked(tmp_path: Path) -> None:
    """At the welcome it is led on; at a terminal somebody chooses there."""
    first = Heard(tmp_path, []).told
    until = first[: first.index("Your answer, 1 to 2: ")]
    assert [one for one in until if one.startswith(("1. Start", "2. "))] == ["2. For you"]
    assert "1. Start" in AtATerminal(tmp_path, []).told


def test_too_many_words_are_cut_and_it_is_said(tmp_path: Path) -> None:
    heard = Heard(tmp_path, ["1", "1", "1", "2", "1", "x" * 2001])
    assert heard.visit.answers["words"] == "x" * 2000
    assert "The first 2000 are held." in heard.text


@pytest.mark.parametrize(("lines", "stands"), [(["old", "p"], None), (["44", "b", "old", ""], 44)])
def test_a_number_that_was_refused_does_not_stand_in_the_way(
    tmp_path: Path, lines: list[str], stands: int | None
) -> None:
    heard = Heard(tmp_path, ["1", *lines], questions=HOW_OLD)
    assert heard.sentences.count("Please write a whole number from 0 to 120.") == 1
    assert (heard.visit.answers["age"], heard.visit.shown) == (stands, None)


def test_the_overview_leads_to_any_question(tmp_path: Path) -> None:
    heard = Heard(tmp_path, ["1", "o", "2", "1", "2"])
    assert heard.visit.answers == {"who": "you"}
    assert "2. One, 1 of 5 done, you are here" in heard.text
    assert "1. Who is this for? (For me)" in heard.text
    assert "2. What do you hope for?\n" in heard.text


def test_before_the_first_question_lies_the_welcome_and_before_that_nothing(tmp_path: Path) -> None:
    heard = AtATerminal(tmp_path, ["", "b", "b", "u", "", "1"])
    assert heard.sentences.count("There is nothing before this.") == 1
    assert "You are back at: " in heard.sentences
    assert heard.visit.answers == {"who": "me"}


def test_stopping_early_offers_the_summary_so_far(tmp_path: Path) -> None:
    heard = Heard(tmp_path, ["1", "x", "1", "4", "3"])
    assert heard.saved == [".txt"]


def test_the_summary_can_be_read_here_and_given_on_either_paper(tmp_path: Path) -> None:
    told = Heard(tmp_path, ["1", "x", "2", "1"]).text
    assert "This should not be used." in told
    assert "1. To print, on A4 paper (PDF)\n2. To print, on Letter paper" in told


def test_who_finishes_without_saving_is_asked_first(tmp_path: Path) -> None:
    heard = Heard(tmp_path, ["1", "x", "4", "2"])
    assert "Your summary is not saved yet" in heard.told
    assert (heard.saved, heard.told[-1]) == ([], "Goodbye.")


def test_the_end_of_the_input_prints_the_summary_so_far(tmp_path: Path) -> None:
    told = Heard(tmp_path, ["1"]).text
    assert "The input has ended" in told
    assert "This should not be used." in told


def test_who_leaves_a_terminal_hears_what_is_kept_and_no_summary(tmp_path: Path) -> None:
    told = AtATerminal(tmp_path, ["", "1"]).told
    assert told[told.index("Your visit ends here.") + 1 :] == [
        "Nothing of it is kept, except a summary if you saved one."
    ]


def test_nothing_told_has_an_escape_a_box_or_an_emoji(tmp_path: Path) -> None:
    told = Heard(tmp_path, ["1", "1", "2", "3", "1", "2", "", "\x1b]52;c;x\x07 \u202e", "2"]).text
    assert not [c for c in told if c == "\x1b" or "\u2500" <= c <= "\u259f" or c == "\u202e"]


def test_lines_fit_the_width(tmp_path: Path) -> None:
    assert max(map(len, Heard(tmp_path, ["h", "u", "w"]).text.split("\n"))) <= 72


def test_on_a_narrow_terminal_no_prompt_breaks_within_a_word(tmp_path: Path) -> None:
    told = AtATerminal(tmp_path, ["", *TO_THE_WORDS, "Why?", *TO_THE_WORDS_AGAIN], width=40).told
    assert max(len(line.rstrip()) for line in told) <= 40
    assert told[told.index("Write other words, then Enter. Enter") + 1] == "alone keeps yours: "


def test_letters_that_no_pdf_shows_are_told_as_soon_as_they_are_typed(tmp_path: Path) -> None:
    questions = """
    - {id: own, type: text, text: What do you want to ask?}
    - {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
    """
    heard = AtATerminal(tmp_path, ["1", "我害怕", "1", "1", "b"], questions=questions)
    said = "A PDF cannot show these letters of yours: 我 害 怕"
    before, _, summary = heard.sentences.partition("Your answer, 1 to 2:")
    assert before.count(said) == 1
    assert said in summary
    assert "Save it as a page for the browser (HTML)" in summary


def test_what_is_not_seen_leaves_no_mark_in_what_is_told(tmp_path: Path) -> None:
    questions = """
    - {id: own, type: text, text: What do you want to ask?}
    - {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
    """
    typed = "hy\u00adphen \u202a0800\u202c \u200bx\u2060y\ufeff"
    heard = AtATerminal(tmp_path, ["1", typed], questions=questions)
    assert heard.visit.answers["own"] == "hyphen 0800 xy"
    assert "\ufffd" not in heard.text


# --- a checklist, line by line --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "answers"),
    [
        (["2", "3"], ["absent", "unsure"]),
        (["2 3"], ["absent", "unsure"]),
        (["p", "2"], [None, "absent"]),
        (["1", "b", "3", "2"], ["unsure", "absent"]),
        (["1 2", "/b", "", "3"], ["present", "unsure"]),
        (["1 2", "/b", "p", ""], [None, "absent"]),
        (["9", "4", "1 1 1 1", "1", "2"], ["present", "absent"]),
        (["", "1", "2"], ["present", "absent"]),
    ],
    ids=["in turn", "in one line", "passed", "back", "kept", "taken back", "odd", "enter first"],
)
def test_the_lines_of_a_checklist_are_asked_in_turn(
    tmp_path: Path, lines: list[str], answers: list[str | None]
) -> None:
    heard = Heard(tmp_path, ["1", *lines, "Why?"], questions=CHECKLIST)
    assert [heard.visit.answers.get(f"kit.{one}") for one in ("room", "camera")] == answers
    assert heard.visit.answers.get("words") == "Why?"


def test_each_line_is_told_when_it_is_asked_and_the_screen_once(tmp_path: Path) -> None:
    told = Heard(tmp_path, ["1", "1", "2", "Why?"], questions=CHECKLIST).told
    assert told.count("What do you have?") == 1
    first, second = told.index("1 of 2: A room."), told.index("2 of 2: A camera.")
    assert told.index("A quiet one is best.") < first < told.index("2. No") < second


def test_what_is_answered_of_a_checklist_is_there_when_the_input_ends(tmp_path: Path) -> None:
    visit = Heard(tmp_path, ["1", "2"], questions=CHECKLIST).visit
    assert (visit.answers.get("kit.room"), "kit.camera" in visit.answers) == ("absent", False)
