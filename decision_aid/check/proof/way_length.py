"""How long a way can be: its screens, words and minutes over all answers, with the longest path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING

from decision_aid.check.proof.diagrams import all_of
from decision_aid.check.proof.screen_words import all_steps, asked, words_on
from decision_aid.check.proof.texts_shown import Saying
from decision_aid.check.proof.weighing import Weighing
from decision_aid.check.proof.word_counts import heaviest
from decision_aid.interview import SECONDS_PER_ANSWER, SLOW_WORDS_PER_MINUTE

if TYPE_CHECKING:
    from decision_aid.check.proof.diagrams import Diagram
    from decision_aid.check.proof.screen_words import Step
    from decision_aid.check.proof.states import States
    from decision_aid.check.proof.word_counts import Heaviest, Part
    from decision_aid.content import Length, Way

WORDS_PER_ANSWER = SLOW_WORDS_PER_MINUTE * SECONDS_PER_ANSWER // 60
"""The time of one answer, in words that could be read meanwhile."""


class WayLength:
    """The longest paths of one way, as a person alone is led along them."""

    def __init__(self, states: States, way: Way) -> None:
        self.states = states
        self.weighing = Weighing(Saying(states, on_paper=False))
        asked_first = states.aid.used_as("way")
        codes = (states.slots[question.id].codes[way.id] for question in asked_first)
        self.settled: Mapping[str, bool] = states.manager.pick(all_of(states.always, codes))
        """The bits of the answer that takes this way."""

    def screens(self, over: int, within: Sequence[Diagram] = ()) -> Heaviest:
        """The most screens of any answer state that lies within all of these."""
        parts = ([(asked(self.weighing, step), 1)] for step in self._steps())
        return self._heaviest(parts, over, within)

    def words(self, over: int, within: Sequence[Diagram] = ()) -> Heaviest:
        """The most words of any answer state that lies within all of these."""
        return self._heaviest(map(self._words, self._steps()), over, within)

    def minutes(self) -> int:
        """How long the longest path takes to read and answer, rounded up."""
        parts = (self._time(step) for step in self._steps())
        longest = self._heaviest(parts, 10**9, ())
        return ceil(longest.words / SLOW_WORDS_PER_MINUTE)

    def _steps(self) -> Iterator[Step]:
        """All screens that a person alone can come to."""
        for step in all_steps(self.states.aid):
            if step[0].audience == "patient" and step[0].use != "way":
                yield step

    def _words(self, step: Step) -> Iterator[Part]:
        for texts in words_on(self.weighing, step):
            yield from texts

    def _time(self, step: Step) -> Iterator[Part]:
        yield from self._words(step)
        for question in step:
            yield self.states.paths[question.id], WORDS_PER_ANSWER

    def _heaviest(
        self, groups: Iterable[Iterable[Part]], over: int, within: Sequence[Diagram]
    ) -> Heaviest:
        return heaviest(self.states, groups, over, within, self.settled)


def where_budget_holds(states: States, budget: Length) -> Sequence[Diagram]:
    """Where one thing is picked wherever several can be, and the exceptions are not met."""
    several = (slot for slot in states.slots.values() if slot.several)
    codes = ([slot.codes[c] for c in slot.codes if c != "?"] for slot in several)
    exceptions = states.verdict(budget.unless).true if budget.unless else states.never
    return [~exceptions, *(states.at_most(one, 1) for one in codes)]
