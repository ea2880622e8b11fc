"""The interview as a pure function of content and answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING, Literal, TypeAlias

from decision_aid.content.placeholders import FIXED, Minutes
from decision_aid.wording import Wording
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.conditions import Answers, Value
    from decision_aid.content import DecisionAid, Question, Section, Way
    from decision_aid.words import Words

Audience: TypeAlias = Literal["patient", "counsellor", "accompanied"]
"""Who sits at the screen: a counsellor is asked and shown more, a patient never is.

A patient who is accompanied sits there alone, and somebody reads along elsewhere: they are asked
what is asked of two, but nothing that the counsellor writes.
"""

SLOW_WORDS_PER_MINUTE = 120
"""Slow reading, as with blurred sight: an assumption that is still to be tested."""

SECONDS_PER_ANSWER = 5
"""The time that one answer takes beside the reading: an assumption too."""


@dataclass(frozen=True)
class Progress:
    """How far a section is done."""

    section: Section
    done: int
    total: int


@dataclass(frozen=True)
class Interview:
    """What follows from the answers given so far; everything is computed anew from them."""

    aid: DecisionAid
    path: tuple[Question, ...]
    """The questions that are asked, in the order of the document."""
    undecided: frozenset[str]
    """The ids of the questions whose condition waits for answers."""
    heard: Answers
    """The answers given to questions on the path; those off it are kept but not heard."""
    given: Answers
    numbers: Mapping[str, str] = field(default_factory=dict)
    """Values that are the same for everybody that day: see `fixed_values`."""
    audience: Audience = "patient"

    @cached_property
    def wording(self) -> Wording:
        """The content as it reads for these answers."""
        return Wording(self.aid, self.heard, numbers=self.numbers)

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Question id to its place on the path, from 0."""
        return {question.id: place for place, question in enumerate(self.path)}

    @property
    def next(self) -> Question | None:
        """The first question on the path that was neither answered nor passed over."""
        return next((q for q in self.path if q.id not in self.given and q.use != "way"), None)

    @cached_property
    def steps(self) -> tuple[tuple[Question, ...], ...]:
        """The path as screens: mostly one question each, and all lines of a checklist together."""
        asked = (question for question in self.path if question.use != "way")
        screens = groupby(asked, key=lambda question: question.screen_id)
        return tuple(tuple(together) for _, together in screens)

    @cached_property
    def _step_of(self) -> Mapping[str, int]:
        return {q.id: number for number, step in enumerate(self.steps) for q in step}

    def together(self, name: str) -> tuple[Question, ...]:
        """The questions on the screen of that one; none where it is off the path."""
        number = self._step_of.get(name)
        return () if number is None else self.steps[number]

    def before(self, name: str) -> Question | None:
        """The first question on the screen before that one's."""
        number = self._step_of.get(name, self._steps_before(name))
        return self.steps[number - 1][0] if number else None

    def after(self, name: str) -> Question | None:
        """The first question on the screen after that one's."""
        number = self._step_of.get(name, self._steps_before(name) - 1) + 1
        return self.steps[number][0] if number < len(self.steps) else None

    def find_still_open(self, place: int) -> int:
        """The place after it of the first question that is still to be answered, or of the end."""
        after = range(place + 1, len(self.path))
        return next((at for at in after if self._is_still_open(self.path[at])), len(self.path))

    def is_before_answers(self, name: str) -> bool:
        """Whether a question after that one was answered or passed over already."""
        after = self.path[self.positions[name] + 1 :] if name in self.positions else ()
        return any(question.id in self.given for question in after)

    def count_left_out(self, before: Interview) -> int:
        """How many answers that counted before are to questions which are not asked any more."""
        left = (q for q in before.path if q.id not in self.positions and not q.is_read)
        return sum(self.given.get(question.id) is not None for question in left)

    def _is_still_open(self, question: Question) -> bool:
        """Whether it is to be answered, stays with its answer, or offers that answer no more."""
        value = self.given.get(question.id)
        stays = any(choice.stays and choice.id == value for choice in question.own_choices())
        is_unheard = value is not None and question.id not in self.heard
        return stays or is_unheard or question.id not in self.given

    def asks_to_stop(self, questions: Iterable[Question]) -> bool:
        """Whether the answer to one of them asks to stop."""
        given = ((one, self.given.get(q.id)) for q in questions for one in q.own_choices())
        return any(choice.ends and choice.id == answer for choice, answer in given)

    def staying(self, question: Question, answer: Value | None) -> str:
        """What is said where that answer lets the question stay; nothing where one goes on."""
        choices = question.own_choices()
        said = next((choice.stays for choice in choices if choice.id == answer), "")
        return self.wording.fill(said) or said

    def _steps_before(self, name: str) -> int:
        """How many screens come before a question that has none of its own on the path."""
        place = self.positions.get(name, 0)
        return sum(self.positions[step[0].id] < place for step in self.steps)

    @cached_property
    def about(self) -> int:
        """About how many screens there are: never more than before as long as one goes on.

        All that may still come would be too many: some of it excludes the rest. So no more are
        said than the way should have for most people.
        """
        for_patients, for_counsellors = self._count_coming()
        way = self._way
        most = way.budget.screens if way and way.budget else for_patients
        return min(for_patients, most) + for_counsellors

    def _count_coming(self) -> tuple[int, int]:
        """The screens on the path and those that may still come onto it, by whom they are for."""
        still_open: set[str] = set()
        coming: dict[str, str] = {}
        for question in self.aid.questions:
            name = question.id
            waits = name in self.undecided and self._may_come(question, still_open)
            if waits or name in self.positions:
                if question.use != "way":
                    coming[question.screen_id] = question.audience
                if name not in self.given:
                    still_open.add(name)
        for_counsellors = sum(audience == "counsellor" for audience in coming.values())
        return len(coming) - for_counsellors, for_counsellors

    @property
    def _way(self) -> Way | None:
        """The way that is taken, where there are ways and one was chosen."""
        chosen = [self.heard.get(question.id) for question in self.aid.used_as("way")]
        return next((way for way in self.aid.ways if way.id in chosen), None)

    def number_of(self, name: str) -> int | None:
        """About which screen the question stands on, from 1; None where it is off the path.

        The last one is always as many as there are said to be. Where there are more screens, a
        number comes twice, but before the end: it would say that nothing follows.
        """
        step = self._step_of.get(name)
        if step is None:
            return None
        number, last, about = step + 1, len(self.steps), self.about
        return number if last <= about else ceil(number * about / last - 0.25)

    @property
    def length_is_known(self) -> bool:
        """Whether the person was asked which way to take, where there are ways to choose from."""
        return all(question.id in self.given for question in self.aid.used_as("way"))

    def _may_come(self, question: Question, still_open: set[str]) -> bool:
        """Whether the answer that it waits for is still to be given."""
        tests = question.when.tests() if question.when else ()
        return any(test.question in still_open for test in tests)

    @cached_property
    def progress(self) -> tuple[Progress, ...]:
        """Each section that has a question on the path, in order."""
        sections = self.aid.section_of
        by_section = groupby(self.steps, key=lambda step: sections[step[0].id].id)
        return tuple(self._progress(tuple(steps)) for _, steps in by_section)

    def _progress(self, steps: tuple[tuple[Question, ...], ...]) -> Progress:
        """How many screens of a section have everything on them answered or passed over."""
        given, section = self.given, self.aid.section_of[steps[0][0].id]
        done = sum(all(question.id in given for question in step) for step in steps)
        return Progress(section, done, len(steps))

    @property
    def passed_over(self) -> tuple[Question, ...]:
        """The questions on the path that were asked and passed over."""
        return tuple(q for q in self.path if q.id in self.given and self.given[q.id] is None)


def conduct_interview(
    aid: DecisionAid,
    given: Answers,
    numbers: Mapping[str, str] | None = None,
    audience: Audience = "patient",
) -> Interview:
    """The interview for these answers: one fold over the questions in document order."""
    heard: dict[str, Value | None] = {}
    path, undecided = [], []
    for question in aid.questions:
        if not is_for(question, audience):
            continue
        verdict = question.when is None or question.when.holds(heard)
        if verdict:
            path.append(question)
            if question.id in given:
                hear(question, given[question.id], heard)
        elif verdict is None:
            undecided.append(question.id)
    return Interview(aid, tuple(path), frozenset(undecided), heard, given, numbers or {}, audience)


def hear(question: Question, value: Value | None, heard: dict[str, Value | None]) -> None:
    """Hear the answer, without choices that are not offered to this person any more."""
    left = None if value is None else question.still_given(value, heard)
    if value is None or left is not None:
        heard[question.id] = left


def is_for(question: Question, audience: Audience) -> bool:
    """Whether this audience may see the question."""
    if question.audience == "patient" or audience == "counsellor":
        return True
    return audience == "accompanied" and not question.is_typed


def count_minutes(aid: DecisionAid, way: str) -> int:
    """How long the way takes at slow reading: as stated and checked, or for its example."""
    taken = next(one for one in aid.ways if one.id == way)
    if (stated := taken.minutes_in(aid.language)) is not None:
        return stated
    example = taken.example
    given = aid.parse_answers({name: [value] for name, value in example.items()})
    interview = conduct_interview(aid, given)
    read = sum(_words(interview, step) for step in interview.steps)
    return round(read / SLOW_WORDS_PER_MINUTE + len(interview.path) * SECONDS_PER_ANSWER / 60)


@lru_cache(maxsize=16)
def fixed_values(aid: DecisionAid, on: date) -> Mapping[str, str]:
    """The values of placeholders that are the same for everybody that day."""
    ours = words(aid.language)
    found = {one.name: one.value(aid, on) for one in FIXED}
    said = {name: _in_words(ours, value) for name, value in found.items()}
    said["report_to"] = aid.report_to or ours.report_to
    return said | {Minutes.name_for(way.id): str(count_minutes(aid, way.id)) for way in aid.ways}


def _in_words(ours: Words, value: str | float | date | tuple[date, ...]) -> str:
    if isinstance(value, tuple):
        return ours.days(value)
    if isinstance(value, float):
        return ours.decimal(value)
    return ours.day(value) if isinstance(value, date) else value


def _words(interview: Interview, step: tuple[Question, ...]) -> int:
    return sum(len(text.split()) for text in shown_texts(interview, step))


def shown_texts(interview: Interview, step: tuple[Question, ...]) -> Iterator[str]:
    """The texts on that screen, before any door is opened."""
    from decision_aid.content import ChecklistLine, Picks

    first = step[0]
    if isinstance(first, ChecklistLine):
        yield first.title or interview.aid.section_of[first.id].title
        for said in interview.wording.passages(first.shared_lead, first.id):
            yield said.text
    for question in step:
        yield interview.wording.question(question)
        for said in interview.wording.passages(question.shown(), question.id):
            yield said.text
    if (expected := first.expects()) is not None:
        yield interview.wording.words.expected(expected)
    takes = first.takes()
    if isinstance(takes, Picks):
        yield from (choice.text for choice in takes.choices)
