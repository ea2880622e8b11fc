"""What is said whatever was answered: the recommendation, urgent help, whom to call, words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from decision_aid.conditions import Condition
from decision_aid.content.text import Cited, Passage, Written


@dataclass(frozen=True, kw_only=True)
class Quotation(Written):
    """A body's own words, marked as such."""

    id: str
    by: str
    """Who said it, and when: "MS Society UK, 2012"."""
    words: str
    source: str
    beside: tuple[Passage, ...] = ()
    """What must always stand beside it."""


@dataclass(frozen=True, kw_only=True)
class Recommendation(Written):
    """What the societies and NICE advise: on every summary, whatever was answered."""

    title: str
    lead: Cited
    quotations: tuple[Quotation, ...]
    in_short: Cited


@dataclass(frozen=True, kw_only=True)
class HelpLevel(Written):
    """Warning signs that call for the same thing."""

    id: str
    heading: str
    signs: tuple[Cited, ...]
    then: tuple[Passage, ...] = ()


@dataclass(frozen=True, kw_only=True)
class UrgentHelp(Written):
    """Warning signs after a procedure, and whom to call; open from every screen."""

    title: str
    lead: tuple[Passage, ...]
    levels: tuple[HelpLevel, ...]
    printed_title: str
    printed: tuple[Passage, ...]
    """The short form on page 1 of every summary."""


@dataclass(frozen=True, kw_only=True)
class Contact(Written):
    """Somebody to call. Shown unless its condition surely fails: unknown shows all."""

    id: str
    name: str
    number: str = ""
    address: str = ""
    about: str = ""
    purpose: Literal["emergency", "soon", "talk", "distress", "register"]
    when: Condition | None = None
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Word(Written):
    """A word explained."""

    word: str
    also: tuple[str, ...] = ()
    """Other words for the same."""
    means: Cited
