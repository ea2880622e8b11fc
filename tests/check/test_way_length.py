"""How long a way can be: proven over all answers, on the path that a person really takes."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.check.proof.states import States
from decision_aid.check.proof.way_length import WayLength, where_budget_holds
from decision_aid.check.run import check_file
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.interview import conduct_interview, count_minutes, shown_texts
from tests.small import WAYS, small_text

ON = date(2026, 11, 20)
QUESTIONS = """
- {id: way, type: select_one, text: Which way?, use: way,
   choices: [{id: short, text: Short}, {id: full, text: Full}]}
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: hope, type: select_multiple, text: What hope?,
   choices: [{id: rest, text: Rest}, {id: walk, text: Walking}, {id: see, text: Sight}]}
- {id: help_rest, type: note, text: Rest, body: [One two three.], when: {hope: {includes: rest}}}
- {id: help_walk, type: note, text: Walking, body: [One two.], when: {hope: {includes: walk}}}
- {id: alarm, type: note, text: Alarm, body: [One.], when: {who: you}}
- {id: only_full, type: note, text: More, body: [One two.], when: {way: full}}
- {id: talk, type: text, text: Say it., audience: counsellor, prints: never}
"""
TWO_WAYS = """ways:
  - {id: short, minutes: 1, budget: {screens: 4, words: 40, unless: {who: you}}}
  - {id: full, minutes: 1, budget: {screens: 6, words: 40}}
"""


def two_ways(folder: Path) -> DecisionAid:
    path = folder / "questions.yaml"
    path.write_text(small_text(QUESTIONS).replace(WAYS, TWO_WAYS))
    return load(path)


def test_the_longest_path_is_found_with_the_answers_that_lead_along_it(tmp_path: Path) -> None:
    aid = two_ways(tmp_path)
    short, full = (WayLength(States(aid), way) for way in aid.ways)
    longest = short.screens(4)
    assert longest.answers is not None
    path = conduct_interview(aid, longest.answers)
    assert (longest.words, len(path.steps)) == (5, 5)
    assert {"help_rest", "help_walk", "alarm"} <= path.positions.keys()
    assert full.screens(99).words == 6


def test_the_words_are_those_that_are_read_on_that_path(tmp_path: Path) -> None:
    aid = two_ways(tmp_path)
    length = WayLength(States(aid), aid.ways[1])
    most = length.words(0)
    assert most.answers is not None
    path = conduct_interview(aid, most.answers)
    read = [text for step in path.steps for text in shown_texts(path, step)]
    assert most.words == len(" ".join(read).split())


def test_a_budget_is_for_one_pick_each_and_not_for_its_exceptions(tmp_path: Path) -> None:
    aid = two_ways(tmp_path)
    length = WayLength(States(aid), aid.ways[0])
    budget = aid.ways[0].budget
    assert budget is not None
    holds = where_budget_holds(length.states, budget)
    assert length.screens(99, holds).words == 3
    assert length.screens(99).words == 5


def test_minutes_are_rounded_up(tmp_path: Path) -> None:
    aid = two_ways(tmp_path)
    assert WayLength(States(aid), aid.ways[0]).minutes() == 1


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_shipped_minutes_are_those_of_the_longest_path_in_each_language(language: str) -> None:
    aid = load(paths.questions(), language)
    for way in aid.ways:
        assert count_minutes(aid, way.id) == WayLength(States(aid), way).minutes()


def test_wrong_minutes_of_a_translation_are_told_where_they_stand(tmp_path: Path) -> None:
    for file in (paths.questions(), paths.overlay_beside(paths.questions(), "fr")):
        shutil.copy(file, tmp_path)
    content = tmp_path / "questions.yaml"
    text = content.read_text().replace("fr: 39}", "fr: 38}")
    content.write_text(text)
    faults = [
        one
        for one in check_file(content, paths.reports(), ON, "fr").faults
        if one.id == "way-minutes-true"
    ]
    assert [(one.file, one.message) for one in faults] == [
        ("questions.yaml", "it says 38 minutes; the longest path takes 39")
    ]
    assert "id: full" in text.splitlines()[faults[0].line - 1]
