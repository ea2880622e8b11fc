"""Options, studies, figures and sources: what the facts of an aid are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from decision_aid.content.text import Cited, Passage, Written


@dataclass(frozen=True, kw_only=True)
class Option(Written):
    """One of the ways open to the person."""

    id: str
    name: str
    says: Cited
    """What it is, in one or two sentences."""
    no_procedure: bool = False
    """The option of going on as now."""
    compared: bool = True
    """Whether it is a column of the comparison."""


@dataclass(frozen=True, kw_only=True)
class Arm(Written):
    """A group of people in a study."""

    id: str
    name: str
    """As it stands before a count: "With the balloon"."""
    option: str = ""
    """The option that these people had, where it is one of ours."""


@dataclass(frozen=True, kw_only=True)
class Risk(Written):
    """Events of denominator in one arm, and how far chance may have moved them."""

    arm: str
    events: int
    denominator: int
    low: int | None = None
    """Per 100, the lower end of what chance allows."""
    high: int | None = None
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Outcome(Written):
    """Something that was counted in people, procedures or veins over a time."""

    id: str
    name: str
    unit: Literal["person", "procedure", "vein"] = "person"
    time: str
    population: str
    kind: Literal["fair_trial", "comparison", "clinic_count"]
    opening: Cited
    """Said before the counts: "Out of 100 people, tested after 12 months."."""
    says: str
    """The pattern for each arm, with {arm}, {count}, {of} and {rest}."""
    icon: str
    """What a marked icon stands for."""
    blank: str
    """What an unmarked icon stands for."""
    caption: tuple[Passage, ...]
    """Said after the counts: how sure, in whom, by whom."""
    risks: tuple[Risk, ...]
    pictured: bool = False
    """Whether icon arrays are drawn; else its counts are said in words."""
    may_stand_beside: tuple[str, ...] = ()
    """The other outcomes that may be shown on the same screen or in the same block."""


@dataclass(frozen=True, kw_only=True)
class ComparisonRow(Written):
    """One row of the comparison: the same matter for every option."""

    id: str
    name: str
    about: Literal[
        "what", "evidence", "benefit", "harm", "experience", "burden", "access", "course"
    ] = "what"
    """What the row tells; `course` is how things go without a procedure."""
    cells: Mapping[str, Cited]
    """Option id to what is so for it."""


@dataclass(frozen=True, kw_only=True)
class Comparison(Written):
    """The options side by side, feature by feature."""

    title: str
    lead: tuple[Passage, ...]
    rows: tuple[ComparisonRow, ...]
    box_title: str
    box: tuple[Passage, ...]
    """Always with the table, never folded away."""


@dataclass(frozen=True, kw_only=True)
class Source(Written):
    """Where a fact comes from."""

    id: str
    short: str
    """Its name for a reader, with the year where it is known."""
    body: str
    title: str = ""
    year: int | None = None
    kind: Literal[
        "fair_trial", "review", "comparison", "survey", "clinic_count", "single_reports",
        "position", "guidance", "news", "own_search",
    ]  # fmt: skip
    address: str
    read: date
    rows: tuple[str, ...]
    """The rows of docs/evidence.md behind it."""
    quotes: tuple[str, ...] = ()
    """The exact words that may be quoted from it."""
