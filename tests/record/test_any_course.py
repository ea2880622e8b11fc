"""Whatever course a visit takes, what was acknowledged is on the disk, as a plain model says."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from decision_aid.content import DecisionAid
from decision_aid.record import ContentVersion, Records, RecordsFault
from decision_aid.record.faults import NotKept
from decision_aid.record.locks import FileLock
from decision_aid.record.session import Session
from decision_aid.visit import Visit
from tests.conftest import clock
from tests.record.conftest import Place, until
from tests.small import small_aid

QUESTIONS = """
- {id: signs, type: select_one, text: Signs?, keep: never,
   choices: [{id: yes_now, text: Some}, {id: none, text: None}]}
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: mine, type: select_one, text: Mine?, when: {who: me},
   choices: [{id: a, text: A}, {id: b, text: B}]}
- {id: hope, type: select_multiple, text: Hope?, most: 2,
   choices: [{id: rest, text: Rest}, {id: walk, text: Walking}]}
- {id: words, type: text, text: Words?}
"""
CHOICES: Mapping[str, Sequence[tuple[str, ...]]] = {
    "signs": [("yes_now",), ("none",)],
    "who": [("me",), ("you",)],
    "mine": [("a",), ("b",)],
    "hope": [("rest",), ("walk",), ("rest", "walk")],
    "words": [("Will it last?",), ("é\u202e漢",)],
}
PICKS = st.integers(min_value=0, max_value=5)
Given = tuple[str, ...] | None
BOUNDS = settings(
    max_examples=10,
    stateful_step_count=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


class Course(RuleBasedStateMachine):
    """One person's visit, ended and gone on with in any order; the model is a dictionary."""

    def __init__(self, place: Place, aid: DecisionAid) -> None:
        super().__init__()
        self.place, self.aid = place, aid
        self.moments: Iterator[datetime] = (clock() + timedelta(minutes=n) for n in range(10_000))
        self.records = place.records()
        self.acknowledged: dict[str, Given] = {}
        self._begin()

    def _begin(self) -> None:
        self.session = self.records.begin(None, ContentVersion.of(self.aid), clock())
        self.name = self.place.name(self.session)
        self.visit = Visit(self.aid, lambda: next(self.moments))
        self.visit.keep_in(self.session)
        self.acknowledged.clear()

    def _acknowledge(self, question: str, given: Given) -> None:
        assert self.visit.not_kept is None
        if question != "signs":
            self.acknowledged.pop(question, None)
            self.acknowledged[question] = given

    # --- what the person does ---

    @precondition(lambda self: self.visit.question is not None)
    @rule(pick=PICKS)
    def answer(self, pick: int) -> None:
        """Answer what is asked, and go on."""
        question = self.visit.asked.id
        given = CHOICES[question][pick % len(CHOICES[question])]
        self.visit.answer(given)
        self.visit.go_on()
        self._acknowledge(question, given)

    @precondition(lambda self: self.visit.question is not None)
    @rule()
    def pass_over(self) -> None:
        """Pass over what is asked."""
        question = self.visit.asked.id
        self.visit.pass_over()
        self._acknowledge(question, None)

    @rule()
    def back(self) -> None:
        """Look at the question before."""
        self.visit.back()

    @rule(pick=PICKS, which=PICKS)
    def change(self, pick: int, which: int) -> None:
        """Answer another question of the path anew."""
        path = self.visit.interview.path
        question = path[which % len(path)].id
        given = CHOICES[question][pick % len(CHOICES[question])]
        self.visit.answer(given, at=question)
        self.visit.go_on()
        self._acknowledge(question, given)

    # --- how it ends and goes on ---

    @rule()
    def leave_and_resume(self) -> None:
        """Close it, and go on."""
        self.session.close()
        self._resume()

    @rule()
    def kill_and_resume(self) -> None:
        """The program ends as nothing can be prepared for, and another goes on."""
        _let_die(self.records, self.session)
        self.records = self.place.records()
        self._resume()

    def _resume(self) -> None:
        until(self._is_opened)
        self.visit = Visit(self.aid, lambda: next(self.moments))
        self.visit.take_up(self.session)
        kept = {name: given for name, given in self.visit.held.given.items() if name != "signs"}
        assert kept == self.acknowledged

    def _is_opened(self) -> bool:
        """Whether it could be opened to write: a server notices a dead program in its own time."""
        self.session = self.place.again(self.records, self.name)
        return not self.session.only_looking

    @rule()
    def erase(self) -> None:
        """Erase it and begin anew: the code or label opens nothing any more."""
        assert self.records.erase(self.session).complete
        with pytest.raises(RecordsFault):
            self.place.again(self.records, self.name)
        self._begin()

    # --- a second program ---

    @rule()
    def write_from_another_program(self) -> None:
        """It can look, and neither write nor erase."""
        with self.place.records() as others:
            other = self.place.again(others, self.name)
            assert other.only_looking
            with pytest.raises(NotKept):
                other.keep("who", ["you"], clock())
            with pytest.raises(NotKept):
                other.show("who")
            with pytest.raises(RecordsFault):
                others.erase(other)

    @invariant()
    def what_was_acknowledged_is_there(self) -> None:
        """Another program reads what the model says, in the order of giving."""
        with self.place.records() as others:
            seen = self.place.again(others, self.name, looking=True)
            assert list(seen.answers_given().items()) == list(self.acknowledged.items())
            assert seen.entry.answered == sum(map(bool, self.acknowledged.values()))

    def teardown(self) -> None:
        """Let go."""
        self.session.close()
        self.records.close()


def _let_die(records: Records, session: Session) -> None:
    """What the system does to a killed program: its files and connections are closed, no more."""
    lock = session._lock
    if isinstance(lock, FileLock) and lock._handle is not None:
        os.close(lock._handle)
    records.close()


def test_any_course_of_a_visit_keeps_what_was_acknowledged(place: Place, tmp_path: Path) -> None:
    aid = small_aid(tmp_path, QUESTIONS)

    class Here(Course):
        def __init__(self) -> None:
            super().__init__(place, aid)

    run_state_machine_as_test(Here, settings=BOUNDS)
