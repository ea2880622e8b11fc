"""Marks what is in another language than the page, so that it is read aloud as such."""

from __future__ import annotations

from typing import TypeVar

from markupsafe import Markup, escape

from decision_aid.spoken import Spoken

Value = TypeVar("Value")


def mark_languages(value: Value) -> Value | Markup:
    """What a template says, with the language around each piece that has one of its own."""
    if not isinstance(value, Spoken):
        return value
    return Markup("").join(mark_language(text, language) for text, language in value.runs)


def mark_language(text: str, language: str) -> Markup:
    """The text, with its language around it where it has one of its own."""
    if not language:
        return escape(text)
    return Markup('<span lang="{}">{}</span>').format(language, text)
