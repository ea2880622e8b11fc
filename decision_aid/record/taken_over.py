"""Answers to questions that are not asked any more, as answers to those that took their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from decision_aid.content import InvalidAnswer
from decision_aid.interview import conduct_interview

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from decision_aid.conditions import Answers
    from decision_aid.content import DecisionAid, Question
    from decision_aid.record.models import Given


class TakenOver(NamedTuple):
    """Answers under the names of today, and the questions to which none could be taken over."""

    given: Given
    to_ask: Mapping[str, InvalidAnswer]


def take_over(aid: DecisionAid, given: Given) -> TakenOver:
    """What was given to former questions, given to those of today; an answer of today stands."""
    former: dict[str, dict[str, tuple[str, ...] | None]] = {}
    for name in given:
        if name not in aid.by_id and name in aid.taken_over:
            former.setdefault(aid.taken_over[name].id, {})[name] = given[name]
    now = {n: words for n, words in given.items() if n in aid.by_id or n not in aid.taken_over}
    to_ask: dict[str, InvalidAnswer] = {}
    for name, answers in former.items():
        if name in now:
            continue
        try:
            now[name] = translate(aid.by_id[name], answers)
        except InvalidAnswer as error:
            to_ask[name] = error
    return TakenOver(now, to_ask)


def translate(question: Question, former: Given) -> tuple[str, ...] | None:
    """What these answers to former questions mean; InvalidAnswer where one means nothing now."""
    if all(words is None for words in former.values()):
        return None
    meant = list(dict.fromkeys(_meanings(question, former)))
    alone = {choice.id for choice in question.own_choices() if choice.alone}
    meant = [one for one in meant if one not in alone] or meant
    question.parse(meant)
    return tuple(meant)


def _meanings(question: Question, former: Given) -> Iterator[str]:
    for old, words in former.items():
        for word in words or ():
            if word not in question.was[old]:
                raise InvalidAnswer("unknown_choice", given=word)
            yield question.was[old][word]


def find_not_asked_about(aid: DecisionAid, given: Given, answers: Answers) -> Iterator[str]:
    """Questions whose answer was taken over, and which offer a choice that nobody asked about."""
    for question in {one.id: one for one in aid.taken_over.values()}.values():
        old = [name for name in question.was if name in given]
        if old and question.id not in given and question.id in answers:
            heard = conduct_interview(aid, answers, audience="counsellor").heard
            if _offers_more(question, old, heard):
                yield question.id


def _offers_more(question: Question, old: Sequence[str], heard: Answers) -> bool:
    asked_about = {meant for name in old for meant in question.was[name].values()}
    return any(
        choice.when is not None and choice.id not in asked_about and choice.is_offered(heard)
        for choice in question.own_choices()
    )
