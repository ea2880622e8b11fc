"""Questions that are answered by picking, and how they stand in a sentence with their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.content import Number, Rating, SelectMultiple, SelectOne

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid, Question


def is_picked(question: Question) -> bool:
    """Whether its answer is no typed text, and no check of what was explained."""
    return isinstance(question, SelectOne | SelectMultiple | Rating | Number)


def is_urgent(question: Question) -> bool:
    """Whether it asks about warning signs."""
    return question.urgent and is_picked(question)


def asked_twice(aid: DecisionAid) -> list[tuple[Question, Question]]:
    """Questions that are asked again in the same words with the same choices, as pairs."""
    before: dict[object, Question] = {}
    pairs = []
    for question in filter(is_picked, aid.questions):
        same = (question.text, question.takes())
        if same in before:
            pairs.append((before[same], question))
        before[same] = question
    return pairs


def asked(text: str) -> str:
    """The question's text, ready for an answer to follow."""
    return text if text.endswith(("?", ".", "!")) else f"{text}:"


def sentence(phrase: str) -> str:
    """The answer's words as a sentence of their own."""
    return f"{phrase[:1].upper()}{phrase[1:]}."
