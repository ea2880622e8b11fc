"""How a question and its answer stand in a sentence."""

from __future__ import annotations


def asked(text: str) -> str:
    """The question's text, ready for an answer to follow."""
    return text if text.endswith(("?", ".", "!")) else f"{text}:"


def sentence(phrase: str) -> str:
    """The answer's words as a sentence of their own."""
    return f"{phrase[:1].upper()}{phrase[1:]}."
