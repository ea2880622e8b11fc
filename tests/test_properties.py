"""Three properties of the interview, over whatever might be answered to the shipped aid."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid import paths
from decision_aid.conditions import Answers, Condition, Value
from decision_aid.content import Note, Picks, Question
from decision_aid.content.load import load
from decision_aid.interview import conduct_interview

AID = load(paths.questions())
CONDITIONS = [
    gate.condition for gate in AID.inventory.gates if isinstance(gate.condition, Condition)
]


def values(question: Question) -> st.SearchStrategy[Value | None]:
    takes = question.takes()
    if isinstance(question, Note):
        return st.just("seen")
    if not isinstance(takes, Picks):
        return st.one_of(st.none(), st.just("own words"))
    names = [choice.id for choice in takes.choices]
    if takes.most == 1:
        return st.sampled_from([None, *(question.parse([name]) for name in names)])
    some = st.lists(st.sampled_from(names), min_size=1, max_size=takes.most, unique=True)
    return st.one_of(st.none(), some.map(tuple))


ANSWERS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {}, optional={question.id: values(question) for question in AID.questions}
)


@settings(deadline=None)
@given(ANSWERS)
def test_answers_off_the_path_change_nothing(answers: Answers) -> None:
    interview = conduct_interview(AID, answers)
    heard = {name: value for name, value in answers.items() if name in interview.positions}
    again = conduct_interview(AID, heard)
    assert (again.path, again.heard) == (interview.path, interview.heard)


@settings(deadline=None)
@given(ANSWERS, st.data())
def test_an_answer_never_changes_what_was_asked_before_it(answers: Answers, data: Any) -> None:
    interview = conduct_interview(AID, answers)
    question = data.draw(st.sampled_from(interview.path))
    changed = conduct_interview(AID, {**answers, question.id: data.draw(values(question))})
    place = interview.positions[question.id]
    assert changed.path[: place + 1] == interview.path[: place + 1]


@settings(deadline=None)
@given(ANSWERS, st.data())
def test_hearing_more_never_takes_back_a_verdict(answers: Answers, data: Any) -> None:
    names = sorted(answers)
    kept = data.draw(st.sets(st.sampled_from(names))) if names else set()
    fewer = {name: answers[name] for name in kept}
    for condition in CONDITIONS:
        verdict = condition.holds(fewer)
        assert verdict is None or condition.holds(answers) is verdict
