"""Answers read back through the questions' own `parse`: never guessed, and none dropped unsaid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from decision_aid.content import InvalidAnswer
from decision_aid.interview import conduct_interview, fixed_values
from decision_aid.plain_text import one_line
from decision_aid.record.taken_over import find_not_asked_about, take_over
from decision_aid.summary.changes import find_changes
from decision_aid.summary.models import Changed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from decision_aid.conditions import Answers, Value
    from decision_aid.content import DecisionAid
    from decision_aid.record.models import Given, Printed, SessionInfo, StoredAnswer


@dataclass(frozen=True)
class UnreadAnswer:
    """An answer that this content does not take: it stays in the record and is asked again."""

    question: str
    reason: InvalidAnswer
    """Why, as a face says it to somebody who answers."""

    @property
    def is_known(self) -> bool:
        """Whether this content has the question, so that it can be asked again."""
        return self.reason.message != "unknown_question"


def interpret_answers(aid: DecisionAid, given: Given) -> tuple[Answers, tuple[UnreadAnswer, ...]]:
    """What the answers mean to this content, and those that it does not take.

    Questions that are asked anew at each opening are left unanswered.
    """
    answers: dict[str, Value | None] = {}
    over = take_over(aid, given)
    unread = [UnreadAnswer(name, error) for name, error in over.to_ask.items()]
    for name, words in over.given.items():
        if name in aid.by_id and aid.by_id[name].keep == "never":
            continue
        try:
            answers[name] = _answer(aid, name, words)
        except InvalidAnswer as error:
            unread.append(UnreadAnswer(name, error))
    for name in tuple(find_not_asked_about(aid, given, answers)):
        unread.append(UnreadAnswer(name, InvalidAnswer("unknown_choice")))
        del answers[name]
    return answers, tuple(unread)


def find_unheard(aid: DecisionAid, given: Given) -> frozenset[str]:
    """The questions answered on a way that was left: kept, and not asked any more."""
    answers = interpret_answers(aid, given)[0]
    return frozenset(answers.keys() - conduct_interview(aid, answers, audience="counsellor").heard)


def count_heard(entry: SessionInfo, aid: DecisionAid, given: Given) -> SessionInfo:
    """The session with only those answers counted that are still heard."""
    answers, now = interpret_answers(aid, given)[0], take_over(aid, given).given
    heard = conduct_interview(aid, answers, audience="counsellor").heard
    return replace(entry, answered=sum(bool(now[name]) for name in heard), heard_only=True)


def to_be_kept(aid: DecisionAid, answers: Iterable[StoredAnswer]) -> tuple[StoredAnswer, ...]:
    """The answers that may be kept: without those to questions that say `keep: never`."""
    return tuple(
        kept
        for kept in answers
        if kept.question not in aid.by_id or aid.by_id[kept.question].keep != "never"
    )


def describe(aid: DecisionAid, unread: UnreadAnswer, on: date) -> str:
    """The question for people: its words, or only its id where this content has no such one."""
    question = aid.by_id.get(unread.question)
    if question is None:
        return one_line(unread.question)
    wording = conduct_interview(aid, {}, fixed_values(aid, on)).wording
    return wording.words.quoted(wording.question(question))


def _answer(aid: DecisionAid, name: str, given: tuple[str, ...] | None) -> Value | None:
    question = aid.by_id.get(name)
    if question is None:
        raise InvalidAnswer("unknown_question")
    return question.passed() if given is None else question.parse(given)


def changed_since(
    printed: Printed | None, answers: Answers, aid: DecisionAid, on: date
) -> Changed | None:
    """What changed since the last printed summary, as told on that day; None where nothing did."""
    if printed is None:
        return None
    said = find_changes(interpret_answers(aid, printed.given)[0], answers, aid, on)
    return Changed(printed.on, said) if said else None
