"""Options, studies, figures and sources: what the facts of an aid are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from decision_aid.conditions import Condition
from decision_aid.content.fields import ContentPart, Data, Id, Names, Says
from decision_aid.content.text import Cited, Passage


@dataclass(frozen=True, kw_only=True)
class Option(ContentPart):
    """One of the ways open to the person."""

    id: Annotated[str, Id("option")]
    name: Annotated[str, Says("name", "nothing")]
    """What it is called."""
    says: Annotated[Cited, Says("option")]
    """What it is, in one or two sentences."""
    stay: bool = False
    """The option of going on as now."""
    compared: bool = True
    """Whether it is a column of the comparison."""
    when: Condition | None = None
    """Whom it is open to; like all that is told, it is left out only where that surely fails."""


@dataclass(frozen=True, kw_only=True)
class Arm(ContentPart):
    """A group of people in a study."""

    id: Annotated[str, Id("arm")]
    name: Annotated[str, Says("name", "nothing")]
    """As it stands before a count: "With the treatment"."""
    option: Annotated[str, Names("option")] = ""
    """The option that these people had, where it is one of ours."""


@dataclass(frozen=True, kw_only=True)
class Risk(ContentPart):
    """Events of denominator in one arm, and how far chance may have moved them."""

    arm: Annotated[str, Names("arm")]
    """In which group."""
    events: int
    """To how many it happened."""
    denominator: int
    """Of how many."""
    low: int | None = None
    """Of the outcome's base, the lower end of what chance allows."""
    high: int | None = None
    """The upper end."""
    sources: Annotated[tuple[str, ...], Names("source")]
    """Where the count was read."""


@dataclass(frozen=True, kw_only=True)
class Outcome(ContentPart):
    """Something that was counted in people, or in whatever its unit is, over a time."""

    id: Annotated[str, Id("outcome")]
    name: Annotated[str, Says("heading", "nothing")]
    """Its title."""
    base: Literal[10, 100, 1000, 10000] = 100
    """Of how many its counts are told and drawn, for each arm alike; of 10,000 none is drawn."""
    unit: Annotated[str, Says("name", "nothing")] = "person"
    """What is counted, in one word: its opening says it too."""
    time: Annotated[str, Says("name", "nothing")]
    """Over how long it was counted."""
    population: Annotated[str, Says("name", "nothing")]
    """In whom, from where and when."""
    kind: Literal["fair_trial", "comparison", "clinic_count"]
    """`fair_trial`: chance decided who got what. `clinic_count`: with no group to compare."""
    opening: Annotated[Cited, Says("caption")]
    """Said before the counts: "Out of 100 people, tested after 12 months."."""
    says: Annotated[str, Says("phrase", "figure")]
    """The pattern for each arm, with {arm}, {count}, {of} and {rest}."""
    icon: Annotated[str, Says("name", "nothing")]
    """What a marked icon stands for."""
    blank: Annotated[str, Says("name", "nothing")]
    """What an unmarked icon stands for."""
    caption: Annotated[tuple[Passage, ...], Says("caption")]
    """Said after the counts: how sure, in whom, by whom."""
    risks: tuple[Risk, ...]
    """The counts, one for each group."""
    pictured: bool = False
    """Whether icon arrays are drawn; else its counts are said in words."""
    may_stand_beside: Annotated[tuple[str, ...], Names("outcome")] = ()
    """The other outcomes that may be shown on the same screen or in the same block."""
    when: Condition | None = None
    """Whom its picture and its counts are for; without it, everybody."""


@dataclass(frozen=True, kw_only=True)
class ComparisonRow(ContentPart):
    """One row of the comparison: the same matter for every option."""

    id: Annotated[str, Id("row")]
    name: Annotated[str, Says("row", "nothing")]
    """What the row is about, for the reader."""
    about: Literal[
        "what", "evidence", "benefit", "harm", "experience", "burden", "access", "course"
    ] = "what"
    """What the row tells; `course` is how things go if nothing changes."""
    cells: Annotated[Mapping[str, Cited], Says("cell")]
    """Option id to what is so for it."""
    short: Annotated[Mapping[str, Cited], Says("cell")] = field(default_factory=dict)
    """The same in a few words, for the sheet; without it, the row stands in the booklet alone."""
    when: Condition | None = None
    """Whom the row is for; without it, everybody."""


@dataclass(frozen=True, kw_only=True)
class Comparison(ContentPart):
    """The options side by side, feature by feature."""

    title: Annotated[str, Says("title", "nothing")]
    """Its heading."""
    lead: Annotated[tuple[Passage, ...], Says("text")]
    """What stands before the table."""
    rows: tuple[ComparisonRow, ...]
    """The rows, each the same matter for every option."""
    box_title: Annotated[str, Says("heading", "nothing")]
    """The heading of the box."""
    box: Annotated[tuple[Passage, ...], Says("cell")]
    """Always with the table, never folded away."""


@dataclass(frozen=True, kw_only=True)
class Source(ContentPart):
    """Where a fact comes from."""

    id: Annotated[str, Id("source")]
    short: Annotated[str, Says("source", "nothing")]
    """Its name for a reader, with the year where it is known."""
    brief: Annotated[str, Says("source", "nothing")] = ""
    """Its name on the sheet, where there is little room; without it, the name above."""
    body: Annotated[str, Says("source", "nothing")]
    """Who said it."""
    title: Annotated[str, Says("source", "nothing")] = ""
    """What it is called."""
    year: int | None = None
    """When; left out where it is not known."""
    kind: Literal[
        "fair_trial", "review", "comparison", "survey", "clinic_count", "single_reports",
        "position", "guidance", "news", "own_search",
    ]  # fmt: skip
    """What sort of evidence it is."""
    address: Annotated[str, Says("source", "nothing", same=True)] = ""
    """Where it can be found."""
    remark: Annotated[str, Says("source", "nothing")] = ""
    """What you read of it, where that was not the source itself: an abstract, a copy, a report."""
    read: date
    """The day on which you read it."""
    rows: Annotated[tuple[str, ...], Data()]
    """The rows of docs/evidence.md behind it."""
    quotes: Annotated[tuple[str, ...], Data()] = ()
    """The exact words that may be quoted from it."""
