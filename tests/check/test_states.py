"""The proof knows each kind of question by what it takes: its states, and a witness as answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from decision_aid.check.proof.states import States
from decision_aid.conditions import Value, parse_condition
from tests.small import small_aid

WHO = "{id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}"
HOPE = (
    "{id: hope, type: select_multiple, text: Hope?, most: MOST, "
    "choices: [{id: rest, text: Rest}, {id: walk, text: Walk}, "
    "{id: none, text: Other, alone: true}]}"
)
PAIN = "{id: pain, type: rating, text: Pain?, least_means: None, most_means: Much}"
AGE = "{id: age, type: number, text: Age?, most: 99}"
WEIGHT = "{id: weight, type: number, decimals: 1, most: 99, text: Weight?}"
SCALE = "{id: scale, type: scale, text: Scale?, least_means: None, most_means: Much}"
DAY = "{id: day, type: date, least: 2020-01-01, most: 2026-12-31, text: Day?}"
WORDS = "{id: words, type: text, text: Words?}"
NOTE = "{id: note, type: note, text: Note, body: [Read.]}"

OPEN_OR_PASSED = 2
OF_WHO = OPEN_OR_PASSED + 2
KINDS: list[tuple[str, object, int, Value]] = [
    (HOPE.replace("MOST", "1"), {"hope": {"includes": "walk"}}, 3, ("walk",)),
    (HOPE.replace("MOST", "2"), {"hope": {"includes": "walk"}}, 4, ("walk",)),
    (PAIN, {"pain": {"at_least": 4}}, 2, 4),
    (AGE, {"age": {"at_most": 17}}, 2, 0),
    (AGE, {"age": {"between": [18, 64]}}, 3, 18),
    (WEIGHT, {"weight": {"at_least": 1.25}}, 2, 1.3),
    (SCALE, {"scale": {"at_least": 7}}, 2, 7),
    (DAY, {"day": {"after": "2020-02-28"}}, 2, date(2020, 2, 29)),
]


@pytest.mark.parametrize(("question", "test", "answers", "witness"), KINDS)
def test_a_question_has_as_many_states_as_answers_that_are_told_apart(
    tmp_path: Path, question: str, test: object, answers: int, witness: Value
) -> None:
    then = f"- {{id: then, type: note, text: Then, body: [So.], when: {test}}}\n"
    states = States(small_aid(tmp_path, f"- {WHO}\n- {question}\n{then}"))
    assert states.count() == OF_WHO * (OPEN_OR_PASSED + answers)
    name = next(iter(states.slots.keys() - {"who"}))
    assert states.shortest(states.verdict(parse_condition(test)).true) == {name: witness}


@pytest.mark.parametrize("question", [HOPE.replace("MOST", "2"), PAIN, AGE, SCALE, DAY])
def test_that_a_question_is_answered_is_proven_whatever_the_answer_is(
    tmp_path: Path, question: str
) -> None:
    """The note comes to whoever answered; what passes over is unknown, and brings no other."""
    name = question.partition(",")[0].removeprefix("{id: ")
    answered = f"{{{name}: {{answered: true}}}}"
    then = f"- {{id: then, type: note, text: Then, body: [So.], when: {answered}}}\n"
    other = f"- {{id: other, type: note, text: So, body: [So.], when: {{not: {answered}}}}}\n"
    states = States(small_aid(tmp_path, f"- {WHO}\n- {question}\n{then}{other}"))
    known = states.known(name, on_paper=False)
    assert states.possible_for(states.paths["then"] & ~known) == states.never
    assert states.possible_for(known & ~states.paths["then"]) == states.never
    assert not states.can_be(states.paths["other"])


@pytest.mark.parametrize(("question", "states"), [(WORDS, 3), (NOTE, 1)])
def test_words_are_given_or_not_and_a_note_has_no_answer(
    tmp_path: Path, question: str, states: int
) -> None:
    assert States(small_aid(tmp_path, f"- {WHO}\n- {question}\n")).count() == OF_WHO * states
