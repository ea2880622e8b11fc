"""Values that fit their type and still cannot be meant are faults, not crashes later."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid.content.faults import InvalidContent
from decision_aid.content.load import load
from tests.small import QUESTIONS, small_aid, small_text

MANY = "- {id: many, type: select_multiple, text: Which?, choices: [{id: a, text: A}]}\n"


@pytest.mark.parametrize(
    ("questions", "says"),
    [
        ("- {id: A b, type: text, text: A?}\n", "'A b' is no id"),
        ("- {id: n, type: number, text: N?, least: 9, most: 1}\n", "'least' is not below 'most'"),
        (MANY.replace("text: Which?", "text: Which?, most: 0"), "'most' is 0, of 1 choices"),
        (MANY + "- {id: b, type: text, text: B?, when: {many: a}}\n", "can never hold"),
        (
            QUESTIONS + "- {id: b, type: text, text: B?, when: {who: {includes: me}}}\n",
            "never hold",
        ),
        (QUESTIONS + "- {id: b, type: text, text: B?, when: {who: {at_least: 1}}}\n", "never hold"),
        (
            QUESTIONS.replace("text: Who?", "text: Who?, passed_over_as: they"),
            "passing over amounts",
        ),
        ("- {id: n, type: number, text: N?, most: 9, passed_over_as: x}\n", "passing over amounts"),
        ("- {id: n, type: note, text: N, body: [{findings: x, first: two}]}\n", "whole numbers"),
        ("- {id: n, type: note, text: N, body: [{text: x, first: 2}]}\n", "belong to findings"),
        ("- {id: a, type: text, text: 'A {Who} b?'}\n", "a brace that holds no placeholder"),
        (QUESTIONS.replace("text: Me", "text: Me, printed: '{who}'"), "have a placeholder"),
    ],
)
def test_a_slip_in_a_question_is_named(tmp_path: Path, questions: str, says: str) -> None:
    with pytest.raises(InvalidContent, match=says):
        small_aid(tmp_path, questions, urgent_first="{who: [you]}")


def test_a_phrase_may_not_need_itself(tmp_path: Path) -> None:
    phrases = "phrases: {a: [{text: 'x {b}'}], b: [{text: 'y {a}'}]}\n"
    with pytest.raises(InvalidContent, match="does not stand before it"):
        small_aid(tmp_path, phrases=phrases)


def test_the_example_of_a_way_must_be_taken(tmp_path: Path) -> None:
    text = small_text().replace("example: {}", "example: {who: they, gone: x}")
    (tmp_path / "questions.yaml").write_text(text)
    with pytest.raises(InvalidContent) as faulty:
        load(tmp_path / "questions.yaml")
    assert "has who: they" in str(faulty.value)
    assert "has gone: x" in str(faulty.value)


def test_a_figure_s_sentence_has_no_gap_that_nothing_fills(tmp_path: Path) -> None:
    text = small_text().replace("{rest} did not.", "{rest} did not, {other}.")
    (tmp_path / "questions.yaml").write_text(text)
    with pytest.raises(InvalidContent, match="the sentence cannot be filled"):
        load(tmp_path / "questions.yaml")
