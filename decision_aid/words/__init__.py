"""The engine's own words: buttons, prompts and messages, one module a language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from importlib import import_module
from pathlib import Path

from decision_aid.words.en import CommandWords, Words

__all__ = ["LANGUAGES", "USUAL", "CommandWords", "Words", "own_name", "speaks", "words"]

USUAL = "en"
"""The language of what is said before another one is known, and for developers."""


def _load(code: str) -> Words:
    found: Words = import_module(f"{__name__}.{code}").Words()
    return found


def _find_languages() -> tuple[str, ...]:
    """The codes that modules here are called by, the usual one first."""
    names = {one.stem for one in Path(__file__).parent.iterdir() if one.suffix in {".py", ".pyc"}}
    codes = sorted(name for name in names if re.fullmatch(r"[a-z]{2,3}", name))
    return (USUAL, *(code for code in codes if code != USUAL))


LANGUAGES: Mapping[str, Callable[[], Words]] = {
    code: partial(_load, code) for code in _find_languages()
}
"""The languages that the engine speaks, by their codes; a module is loaded when it is wanted."""
_OWN_NAMES: Mapping[str, str] = {USUAL: "English", "fr": "Français"}
"""What these call themselves, known without their modules: the first screen says it."""


def own_name(language: str) -> str:
    """What that language calls itself."""
    known = _OWN_NAMES.get(language.partition("-")[0])
    return known or str(vars(type(words(language))).get("own_name", language))


def speaks(language: str) -> bool:
    """Whether the engine has words in that language, such as `fr` or `fr-CA`."""
    return language.partition("-")[0] in LANGUAGES


@cache
def words(language: str) -> Words:
    """The engine's words in that language, such as `fr` or `fr-CA`; else in English."""
    return LANGUAGES.get(language.partition("-")[0], Words)()
