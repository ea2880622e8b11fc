"""What is said on paper: blocks, sentences with their sources, and what may not print."""

from __future__ import annotations

from pathlib import Path

from decision_aid.conditions import Answers
from decision_aid.summary.models import Cell, Summary, TableRow
from decision_aid.summary.patient import make_summary
from decision_aid.summary.shared import find_shared, left_over
from decision_aid.wording import Sentence
from tests.conftest import ON
from tests.small import small_aid

QUESTIONS = """
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: hope, type: select_multiple, text: Hope?, choices: [
   {id: rest, text: Rest, printed: more rest}, {id: walk, text: Walking, printed: easier walking}]}
- {id: lean, type: select_one, text: Where do you lean?, prints_when: {may: print},
   choices: [{id: to, text: Towards}, {id: from, text: Away}]}
- {id: may, type: select_one, text: Print it?, choices: [{id: print, text: Print},
   {id: private, text: Private}]}
- {id: secret, type: text, text: Secret?, prints: never}
"""
SUMMARY = """
summary:
  title: "Mine"
  urgent_first: {who: you}
  blocks:
    - id: stand
      heading: Where I stand
      side: 1
      passages: ["I hope for {hope}.", "I lean {lean}.", "Secret: {secret}."]
    - {id: ask, heading: To ask, side: 1, passages: [{findings: team, first: 1}]}
    - {id: more, heading: More to ask, passages: [{findings: team, after: 1}]}
    - {id: known, heading: Known, passages: [{figure: tests}]}
    - {id: for_you, heading: For you, when: {who: you}, passages: [Only you.]}
    - id: mixed
      heading: Mixed
      passages: ["One fact [nice]. Another [trial]. You said {who}."]
  fill_in: [My nurse]
  passed_over: Passed over
"""
RULES = """
rules:
  - {id: r1, list: team, when: {hope: {includes: rest}}, says: What helps rest?}
  - {id: r2, list: team, when: {hope: {includes: walk}}, says: What helps walking?}
  - {id: r3, list: team, says: What else?}
"""


def summary_of(folder: Path, answers: Answers) -> Summary:
    aid = small_aid(folder, QUESTIONS, summary=SUMMARY, rules=RULES)
    return make_summary(aid, answers, ON)


def texts(summary: Summary) -> dict[str, list[str]]:
    blocks = (*summary.side_1, *summary.side_2, *summary.details)
    return {block.id: [said.text for said in block.passages] for block in blocks}


def test_a_sentence_with_an_unknown_in_it_is_not_said(tmp_path: Path) -> None:
    said = texts(summary_of(tmp_path, {}))
    assert "stand" not in said
    assert said["mixed"] == ["One fact. Another."]


def test_answers_stand_in_the_words_meant_for_print(tmp_path: Path) -> None:
    said = texts(summary_of(tmp_path, {"hope": ("rest", "walk")}))
    assert said["stand"] == ["I hope for more rest and easier walking."]


def test_what_may_not_print_is_not_said(tmp_path: Path) -> None:
    answers: Answers = {"lean": "to", "may": "private", "secret": "S3CRET"}
    assert "stand" not in texts(summary_of(tmp_path, answers))
    assert "S3CRET" not in repr(summary_of(tmp_path, answers).details)
    agreed = texts(summary_of(tmp_path, {**answers, "may": "print"}))
    assert agreed["stand"] == ["I lean Towards."]


def test_the_first_findings_stand_on_side_1_and_the_rest_in_the_booklet(tmp_path: Path) -> None:
    said = texts(summary_of(tmp_path, {"hope": ("rest",)}))
    assert (said["ask"], said["more"]) == (["What helps rest?"], ["What else?"])


def test_each_sentence_carries_its_sources(tmp_path: Path) -> None:
    summary = summary_of(tmp_path, {"who": "me"})
    mixed = next(block for block in summary.details if block.id == "mixed")
    assert [(s.text, s.sources) for s in mixed.passages[0].sentences] == [
        ("One fact.", ("nice",)),
        ("Another.", ("trial",)),
        ("You said Me.", ()),
    ]
    assert {summary.number("nice"), summary.number("trial")} == {1, 2}


def test_figures_say_both_sides(tmp_path: Path) -> None:
    assert texts(summary_of(tmp_path, {}))["known"] == [
        "Out of 100 people, after 12 months.",
        "With the balloon: 42 of 100 did better, 58 did not.",
        "With a pretend procedure: 49 of 100 did better, 51 did not.",
    ]


def test_what_was_passed_over_is_listed_but_not_what_needs_agreement(tmp_path: Path) -> None:
    answers: Answers = {"who": None, "lean": None, "secret": None}
    assert texts(summary_of(tmp_path, answers))["passed_over"] == ["Who?"]


def test_urgent_help_stands_first_for_whoever_needs_it_first(tmp_path: Path) -> None:
    answers: Answers = {"who": "you", "hope": ("rest",)}
    summary = summary_of(tmp_path, answers)
    assert summary.urgent_first
    assert [b.id for b in summary.side_1] == ["stand", "ask"]
    summary = summary_of(tmp_path, {**answers, "who": "me"})
    assert not summary.urgent_first
    assert [b.id for b in summary.side_1] == ["stand", "ask"]


def test_the_advice_is_the_same_whatever_was_answered(tmp_path: Path) -> None:
    empty, full = summary_of(tmp_path, {}), summary_of(tmp_path, {"who": "you", "hope": ("walk",)})
    assert empty.recommendation == full.recommendation
    assert empty.urgent_help == full.urgent_help
    assert empty.recommendation.quoted[0].words.text == "This should not be used."


def test_the_answers_as_data_are_those_that_may_print(tmp_path: Path) -> None:
    questions = """
    - {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
    - {id: age, type: number, most: 99, unit: years, text: How old?}
    - {id: sure, type: number, most: 9, text: How sure?, prints: never}
    - {id: open, type: text, text: What else?}
    """
    aid = small_aid(tmp_path, questions)
    summary = make_summary(aid, {"who": "me", "age": 40, "sure": 7, "open": None}, ON)
    given = [(one.question, one.asked, one.value, one.said) for one in summary.answers]
    assert given == [("who", "Who?", "me", "Me"), ("age", "How old?", 40, "40 years")]


def row_of(*cells: str) -> TableRow:
    """A row whose cells say these sentences, with a stroke between them."""
    said = (tuple(Sentence(text, "row") for text in cell.split("/")) for cell in cells)
    return TableRow("row", "Row", tuple(Cell(f"o{n}", one) for n, one in enumerate(said)))


def test_what_neighbouring_cells_say_alike_is_found_with_what_is_left_of_each() -> None:
    row = row_of("Nothing.", "A needle./It is numb.", "A needle./It is numb./It stays.")
    shared = find_shared(row)
    assert shared is not None
    assert (shared.first, shared.last) == (1, 2)
    assert [one.text for one in shared.sentences] == ["A needle.", "It is numb."]
    left = [[one.text for one in cell] for cell in left_over(row, shared)]
    assert left == [["Nothing."], [], ["It stays."]]


def test_cells_that_are_no_neighbours_share_nothing() -> None:
    row = row_of("A needle.", "Nothing.", "A needle.")
    assert find_shared(row) is None
    assert [len(cell) for cell in left_over(row, None)] == [1, 1, 1]


def test_a_question_passed_over_stands_without_what_is_said_of_it(tmp_path: Path) -> None:
    explained = QUESTIONS.replace("text: Who?", 'text: "Who? It is sent to nobody."')
    assert explained != QUESTIONS
    summary = make_summary(
        small_aid(tmp_path, explained, summary=SUMMARY, rules=RULES), {"who": None}, ON
    )
    (passed,) = (block for block in summary.details if block.id == "passed_over")
    assert [one.text for one in passed.passages] == ["Who?"]


def test_what_to_act_on_first_follows_own_words_and_a_full_side_is_turned_over(
    tmp_path: Path,
) -> None:
    plan = SUMMARY.replace(
        "    - {id: more, heading: More to ask",
        """    - {id: danger, heading: First, side: 1, style: act_first, passages: [Ask today.]}
    - {id: words, heading: Mine, side: 1, style: own_words, passages: [Mine.]}
    - {id: told, heading: Told, side: 1, overleaf: {who: you}, passages: [Money is asked for.]}
    - {id: more, heading: More to ask""",
    )
    aid = small_aid(tmp_path, QUESTIONS, summary=plan, rules=RULES)
    mine, yours, unsaid = (make_summary(aid, {"who": who}, ON) for who in ("me", "you", None))
    assert [one.id for one in mine.side_1][:2] == ["words", "danger"]
    for summary, side in ((mine, 1), (yours, 2), (unsaid, 1)):
        sides = {1: summary.side_1, 2: summary.side_2}
        assert [n for n, some in sides.items() if "told" in {one.id for one in some}] == [side]
