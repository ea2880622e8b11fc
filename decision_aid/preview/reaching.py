"""Who is asked a question: by its conditions, by the answers of the preview, and by the proof."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision_aid.check.graph import in_words
from decision_aid.check.preview import tell_answer
from decision_aid.interview import conduct_interview

if TYPE_CHECKING:
    from decision_aid.conditions import Answers
    from decision_aid.content import Question
    from decision_aid.interview import Interview
    from decision_aid.preview.saved import Sound

PATIENCE = 45.0
"""Seconds that a page waits for what only the proof can tell: less than a browser is given."""


@dataclass(frozen=True)
class Reached:
    """The answers for which a question is shown."""

    given: Answers
    is_chosen: bool
    """Whether they are those of the preview, and not the fewest that lead there."""


def conduct(sound: Sound, given: Answers, question: Question) -> Interview:
    """The interview for these answers with whoever is asked that question."""
    return conduct_interview(sound.aid, given, audience=question.audience)


def find_way(sound: Sound, step: tuple[Question, ...]) -> Reached | None:
    """Answers that lead to it: those of the preview if they do; None if none are known."""
    first = step[0]
    if is_on_shelf(sound, first) or _is_asked(sound, sound.given, step):
        return Reached(sound.given, is_chosen=True)
    witnesses = sound.proof.witnesses(PATIENCE) or {}
    found = next((witnesses[one.id] for one in step if one.id in witnesses), None)
    return None if found is None else Reached(found, is_chosen=False)


def _is_asked(sound: Sound, given: Answers, step: tuple[Question, ...]) -> bool:
    asked = conduct(sound, given, step[0]).positions
    return any(question.id in asked for question in step)


def is_on_shelf(sound: Sound, question: Question) -> bool:
    """Whether it is no part of the path, and read by whoever likes."""
    return sound.aid.section_of[question.id].shelf


def tell_conditions(sound: Sound, step: tuple[Question, ...]) -> list[str]:
    """Who is asked, in words: one condition for the screen, or one for each of its lines."""
    ours = sound.words.preview
    if is_on_shelf(sound, step[0]):
        return [ours.on_shelf]
    told = [ours.counsellor_only] if step[0].audience == "counsellor" else []
    return [*told, *dict.fromkeys(_tell_condition(sound, one) for one in step)]


def _tell_condition(sound: Sound, question: Question) -> str:
    ours = sound.words.preview
    if question.when is None:
        return ours.everybody
    return ours.asked_when.format(condition=in_words(sound.aid, question.when))


def tell_way(sound: Sound, reached: Reached, question: Question) -> list[str]:
    """The answers that lead there, each with its question."""
    interview = conduct(sound, reached.given, question)
    told = (one for one in interview.path if one.id in reached.given)
    return [tell_answer(interview, one, interview.wording.words) for one in told]
