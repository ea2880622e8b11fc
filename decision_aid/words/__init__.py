"""The engine's own words: buttons, prompts and messages, one module a language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from decision_aid.words.en import CommandWords, Words

__all__ = ["LANGUAGES", "USUAL", "CommandWords", "Words", "words"]

USUAL = "en"
"""The language of what is said before another one is known, and for developers."""

LANGUAGES: Mapping[str, type[Words]] = {USUAL: Words}
"""The languages that the engine speaks, by their codes."""


@cache
def words(language: str) -> Words:
    """The engine's words in that language, such as `en`; English where it has none of its own."""
    return LANGUAGES.get(language, Words)()
