"""The engine's own words: buttons, prompts and messages, one module a language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from decision_aid.words.en import CommandWords, Words

__all__ = ["LANGUAGES", "USUAL", "CommandWords", "Words", "own_name", "speaks", "words"]

USUAL = "en"
"""The language of what is said before another one is known, and for developers."""


def _load_french() -> Words:
    from decision_aid.words.fr import Words as French

    return French()


LANGUAGES: Mapping[str, Callable[[], Words]] = {USUAL: Words, "fr": _load_french}
"""The languages that the engine speaks, by their codes; a module is loaded when it is wanted."""
_OWN_NAMES: Mapping[str, str] = {USUAL: "English", "fr": "Français"}
"""What each of them calls itself, known without its module."""


def own_name(language: str) -> str:
    """What that language calls itself."""
    return _OWN_NAMES.get(language.partition("-")[0], language)


def speaks(language: str) -> bool:
    """Whether the engine has words in that language, such as `fr` or `fr-CA`."""
    return language.partition("-")[0] in LANGUAGES


@cache
def words(language: str) -> Words:
    """The engine's words in that language, such as `fr` or `fr-CA`; else in English."""
    return LANGUAGES.get(language.partition("-")[0], Words)()
