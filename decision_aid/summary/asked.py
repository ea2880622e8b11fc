"""How a question and its answer stand in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decision_aid.words import Words


def question_alone(text: str) -> str:
    """The question without what is said of it after its question mark."""
    asked, mark, _ = text.partition("? ")
    return f"{asked}?" if mark else text


def ready_for_answer(text: str, words: Words) -> str:
    """The question's text, ready for an answer to follow."""
    return text if text.endswith(("?", ".", "!")) else f"{text}{words.colon}"


def as_sentence(phrase: str) -> str:
    """The answer's words as a sentence of their own."""
    return f"{phrase[:1].upper()}{phrase[1:]}."
