"""Truth tables of the `when` language: true, false and unknown."""

from __future__ import annotations

import pytest

from decision_aid.condition_shapes import SCHEMA
from decision_aid.conditions import Answers, Is, parse_condition

HEARD: Answers = {"who": "me", "hope": ("fatigue", "pain"), "age": 40, "passed": None}


@pytest.mark.parametrize(
    ("when", "verdict"),
    [
        ({"who": "me"}, True),
        ({"who": "you"}, False),
        ({"never_asked": "me"}, None),
        ({"passed": "me"}, None),
        ({"who": ["you", "me"]}, True),
        ({"who": ["you", "they"]}, False),
        ({"hope": {"includes": "pain"}}, True),
        ({"hope": {"includes": ["balance", "fatigue"]}}, True),
        ({"hope": {"includes": "balance"}}, False),
        ({"age": {"at_least": 40}}, True),
        ({"age": {"at_least": 41}}, False),
        ({"age": {"at_most": 40}}, True),
        ({"age": {"at_most": 39}}, False),
        ({"who": {"answered": True}}, True),
        ({"hope": {"answered": True}}, True),
        ({"age": {"answered": True}}, True),
        ({"passed": {"answered": True}}, None),
        ({"never_asked": {"answered": True}}, None),
        ({"not": {"who": {"answered": True}}}, False),
        ({"not": {"passed": {"answered": True}}}, None),
        ({"not": {"who": "you"}}, True),
        ({"not": {"passed": "me"}}, None),
        ({"who": "me", "age": {"at_least": 1}}, True),
        ({"who": "me", "passed": "x"}, None),
        ({"who": "you", "passed": "x"}, False),
        ({"any": [{"who": "me"}, {"passed": "x"}]}, True),
        ({"any": [{"who": "you"}, {"passed": "x"}]}, None),
        ({"any": [{"who": "you"}, {"who": "they"}]}, False),
        ({"all": [{"who": "me"}, {"not": {"hope": {"includes": "x"}}}]}, True),
    ],
)
def test_a_condition_is_true_false_or_unknown(when: object, verdict: bool | None) -> None:
    assert parse_condition(when).holds(HEARD) is verdict


@pytest.mark.parametrize(
    ("when", "says"),
    [
        ("who", "a condition is a mapping"),
        ({}, "a condition is a mapping"),
        ({"any": []}, "takes a list"),
        ({"any": {"who": "me"}}, "takes a list"),
        ({"who": True}, "the test of 'who'"),
        ({"who": []}, "names choices"),
        ({"who": ["me", 3]}, "names choices"),
        ({"hope": {"includs": "x"}}, "use includes, at_least, at_most, between, before, after"),
        ({"who": {"answered": False}}, "'answered': use .*, answered: true, or written: true"),
        ({"age": {"at_least": "4"}}, "'at_least' of 'age': a number stands there"),
    ],
)
def test_a_slip_in_a_condition_is_named(when: object, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parse_condition(when)


def test_a_condition_tells_which_questions_it_reads() -> None:
    when = parse_condition({"any": [{"a": "x"}, {"not": {"b": {"at_least": 1}}}], "c": ["y", "z"]})
    assert [test.question for test in when.tests()] == ["a", "b", "c"]


def test_each_test_inside_a_turned_condition_is_told() -> None:
    when = parse_condition({"not": {"any": [{"a": "x"}, {"b": "y"}]}})
    assert [test.question for test in when.tests()] == ["a", "b"]


def test_a_single_test_and_a_condition_already_read_stay_what_they_are() -> None:
    when = parse_condition({"who": "me"})
    assert when == Is("who", "me")
    assert parse_condition(when) is when


def test_an_editor_takes_a_list_of_one_and_a_single_comparison() -> None:
    (compared,) = [one for one in SCHEMA["additionalProperties"]["anyOf"] if "properties" in one]
    (chosen,) = [one for one in SCHEMA["additionalProperties"]["anyOf"] if "items" in one]
    assert [SCHEMA["properties"][name]["minItems"] for name in ("all", "any")] == [1, 1]
    assert (SCHEMA["minProperties"], chosen["minItems"]) == (1, 1)
    assert (compared["minProperties"], compared["maxProperties"]) == (1, 1)
    assert compared["additionalProperties"] is False
