"""The engine's own words: buttons, prompts and messages, one module a language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from decision_aid.words.en import CommandWords, Words

__all__ = ["LANGUAGES", "USUAL", "CommandWords", "Words", "words"]

USUAL = "en"
"""The language of what is said before another one is known, and for developers."""


def _load_french() -> Words:
    from decision_aid.words.fr import Words as French

    return French()


LANGUAGES: Mapping[str, Callable[[], Words]] = {USUAL: Words, "fr": _load_french}
"""The languages that the engine speaks, by their codes; a module is loaded when it is wanted."""


@cache
def words(language: str) -> Words:
    """The engine's words in that language, such as `fr` or `fr-CA`; else in English."""
    return LANGUAGES.get(language.partition("-")[0], Words)()
