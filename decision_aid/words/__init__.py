"""The engine's own words: buttons, prompts and messages, one module a language."""

from __future__ import annotations

from functools import cache

from decision_aid.words.en import Words

__all__ = ["Words", "words"]


@cache
def words(language: str) -> Words:
    """The engine's words in that language, such as `en`; English where it has none of its own."""
    del language
    return Words()
