"""What the rules of language know of one language: its lists of words, and what is hard to read.

A language has the module of its code here, such as `fr`, with a class `Language`. Of one without a
module nothing is known, and the rules that would need to know it say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol


class Counts(Protocol):
    """What the formulas of reading count in a part of an aid."""

    @property
    def mean(self) -> float:
        """Words in a sentence, on average."""

    @property
    def flesch_kincaid(self) -> float:
        """The Flesch-Kincaid grade level."""

    @property
    def coleman_liau(self) -> float:
        """The Coleman-Liau index."""

    @property
    def kandel_moles(self) -> float:
        """The ease of reading by Kandel and Moles."""


class Language:
    """A language of which nothing is known."""

    medical: tuple[str, ...] = ()
    """Medical words that a glossary must explain where they are used."""
    endings: str = ""
    """A pattern of what a word can have at its end besides."""
    everyday: frozenset[str] = frozenset()
    """Abbreviations that need no explanation."""
    loaded: tuple[str, ...] = ()
    """Words that sell, scare, sneer or shame."""
    to_avoid: Mapping[str, str] = {}
    """Words that minimise, command or go stale, and what to say instead."""
    denied: re.Pattern[str] = re.compile(r"(?!)")
    """What stands before a word that is denied, and so is meant."""
    not_after: str = ""
    """A pattern of what must not follow a word to avoid."""
    no_count: re.Pattern[str] = re.compile(r"(?!)")
    """What is no count of people, each counted once, of whom some had it and the others did not."""
    replies: frozenset[str] = frozenset()
    """Sentences of one word."""

    def has_verb(self, sentence: str) -> bool:
        """Whether one of the words can be a verb; so it is where no verbs are known."""
        return bool(sentence)

    def syllables(self, word: str) -> int:
        """The syllables of a word, where they are counted."""
        del word
        return 1

    def find_hard(self, counts: Counts) -> Iterator[str]:
        """How hard these counts are to read, in words, where it is too hard."""
        del counts
        yield from ()


@cache
def find_language(code: str) -> Language:
    """What is known of the language, such as `fr` or `fr-CA`."""
    name = f"{__name__}.{code.partition('-')[0]}"
    if not re.fullmatch(r"[\w.]+", name) or find_spec(name) is None:
        return Language()
    found: Language = import_module(name).Language()
    return found
