"""What changed between two sets of answers, in sentences for the paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.interview import Interview, conduct_interview, fixed_values
from decision_aid.summary.asked import ready_for_answer
from decision_aid.summary.patient import may_print, printable_answers
from decision_aid.wording import Wording

if TYPE_CHECKING:
    from datetime import date

    from decision_aid.conditions import Answers
    from decision_aid.content import DecisionAid, Question


def find_changes(before: Answers, now: Answers, aid: DecisionAid, on: date) -> tuple[str, ...]:
    """A sentence for each answer that may print and is another than before.

    Of typed words it says only that they changed. Left out are answers that are never kept, for
    there is none from before; knowledge checks, which show no score; whether something may print;
    and what somebody did not agree to print on both days. Texts are those of the day `on`.
    """
    then, today = conduct_interview(aid, before), conduct_interview(aid, now)
    asking = _agreements(aid)
    compared = (q for q in aid.questions if q.id not in asking and _comparable(q, then, today))
    heard = printable_answers(today, typed=False)
    wording = Wording(aid, heard, numbers=fixed_values(aid, on))
    return tuple(said for q in compared for said in _tell(wording.question(q), q, then, today))


def _agreements(aid: DecisionAid) -> set[str]:
    """The questions whose answers only decide what else may print."""
    conditions = (question.prints_when for question in aid.questions)
    return {test.question for one in conditions if one for test in one.tests()}


def _comparable(question: Question, then: Interview, today: Interview) -> bool:
    if question.is_read or question.answered_once or question.keep == "never":
        return False
    if question.prints_when is None:
        return question.prints == "always"
    return may_print(then, question) and may_print(today, question)


def _tell(text: str, question: Question, then: Interview, today: Interview) -> Iterator[str]:
    if then.heard.get(question.id) == today.heard.get(question.id):
        return
    ours = today.wording.words
    asked = ready_for_answer(text, ours)
    if question.is_typed:
        yield ours.paper["typed_anew"].format(question=asked)
    else:
        before, now = _answer(question, then), _answer(question, today)
        yield ours.paper["before_now"].format(question=asked, before=before, now=now)


def _answer(question: Question, interview: Interview) -> str:
    answer = interview.heard.get(question.id)
    if answer is not None:
        return question.phrase(answer, interview.wording.words).rstrip(".")
    return interview.wording.words.paper[
        "unanswered" if question.id in interview.positions else "not_asked"
    ]
