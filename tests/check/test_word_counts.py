"""The most words are truly the most: compared with every answer state of a small aid."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product
from pathlib import Path
from random import Random

import pytest

from decision_aid.check.proof.states import States
from decision_aid.check.proof.way_length import WayLength
from decision_aid.check.proof.word_counts import heaviest
from decision_aid.conditions import Answers, parse_condition
from decision_aid.content import DecisionAid, Question
from decision_aid.content.load import load
from decision_aid.interview import conduct_interview, shown_texts
from tests.small import WAYS, small_text

QUESTIONS = """
- {id: way, type: select_one, text: Which way?, use: way,
   choices: [{id: short, text: Short}, {id: full, text: Full}]}
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: more, type: select_one, text: More?, when: {way: full, who: me},
   choices: [{id: some, text: Some}, {id: all, text: All of it}]}
- {id: hope, type: select_multiple, text: What hope?, most: 2,
   choices: [{id: rest, text: Rest}, {id: walk, text: Walking, when: {who: you}},
             {id: none, text: No hope, alone: true}]}
- {id: rested, type: note, text: Rest, body: [One two three.], when: {hope: {includes: rest}}}
- {id: walked, type: note, text: Walk, body: [One.], when: {hope: {includes: walk}}}
- {id: hopeless, type: note, text: None, when: {hope: {includes: none}},
   body: [One two three four five six seven eight.]}
- {id: all_of_it, type: note, text: All, body: [One two.], when: {any: [{more: all}, {who: you}]}}
"""
TWO_WAYS = "ways: [{id: short}, {id: full}]\n"
TESTS: list[object] = [
    {"who": "me"},
    {"more": "all"},
    {"hope": {"includes": "rest"}},
    {"not": {"hope": {"includes": "walk"}}},
    {"any": [{"hope": {"includes": "none"}}, {"way": "short"}]},
    {"who": "you", "hope": {"includes": "walk"}},
]


@pytest.fixture
def both_ways(tmp_path: Path) -> DecisionAid:
    path = tmp_path / "questions.yaml"
    path.write_text(small_text(QUESTIONS).replace(WAYS, TWO_WAYS))
    return load(path)


def every_state(aid: DecisionAid) -> Iterator[Answers]:
    """All that can be answered: each question open, passed over, or with any of its answers."""
    names = [question.id for question in aid.questions if not question.is_read]
    for picked in product(*(_answers(aid.by_id[name]) for name in names)):
        given = dict(chain.from_iterable(one.items() for one in picked))
        if conduct_interview(aid, given).heard == given:
            yield given


def _answers(question: Question) -> Iterator[Answers]:
    ids = [choice.id for choice in question.own_choices()]
    yield {}
    yield {question.id: None}
    yield from ({question.id: question.parse([one])} for one in ids)
    if question.id == "hope":
        yield {question.id: question.parse(["rest", "walk"])}


def words_read(aid: DecisionAid, given: Answers) -> int:
    path = conduct_interview(aid, given)
    texts = [text for step in path.steps for text in shown_texts(path, step)]
    asked = (choice for question in path.path for choice in question.own_choices())
    hidden = (choice.text for choice in asked if not choice.is_offered(path.heard))
    return len(" ".join(texts).split()) - len(" ".join(hidden).split())


def test_there_are_as_many_states_as_the_proof_counts(both_ways: DecisionAid) -> None:
    assert len(list(every_state(both_ways))) == States(both_ways).count()


@pytest.mark.parametrize("way", [0, 1])
def test_the_longest_way_is_the_longest_of_all_states_of_answers(
    both_ways: DecisionAid, way: int
) -> None:
    length = WayLength(States(both_ways), both_ways.ways[way])
    states = [one for one in every_state(both_ways) if one.get("way") == both_ways.ways[way].id]
    screens, words = length.screens(0), length.words(0)
    assert screens.answers is not None
    assert words.answers is not None
    assert screens.words == max(len(conduct_interview(both_ways, one).steps) for one in states)
    assert screens.words == len(conduct_interview(both_ways, screens.answers).steps)
    assert words.words == max(words_read(both_ways, one) for one in states)
    assert words.words == words_read(both_ways, words.answers)


@pytest.mark.parametrize("seed", range(20))
def test_no_state_has_more_words_than_the_most_and_the_answers_have_them(
    both_ways: DecisionAid, seed: int
) -> None:
    chance = Random(seed)
    tests = [parse_condition(test) for test in TESTS]
    groups = [[(chance.choice(tests), chance.randint(0, 9)) for _ in range(4)] for _ in range(4)]
    within = chance.choice(tests)

    def total(given: Answers) -> int:
        return sum(weight for when, weight in chain(*groups) if when.holds(given))

    states = States(both_ways)
    parts = [[(states.verdict(when).true, weight) for when, weight in one] for one in groups]
    most = heaviest(states, parts, over=-1, within=[states.verdict(within).true])
    assert most.answers is not None
    assert within.holds(most.answers)
    assert conduct_interview(both_ways, most.answers).heard == most.answers
    assert most.words == total(most.answers)
    assert most.words == max(total(one) for one in every_state(both_ways) if within.holds(one))
