"""What one screen shows, as plain data: a heading, parts to read, rows to pick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Style: TypeAlias = Literal[
    "ink", "soft", "strong", "accent", "rule", "notice", "urgent", "button", "at"
]


@dataclass(frozen=True)
class Prose:
    """A passage to read; its kind says how it stands on the page."""

    kind: Literal["text", "item", "heading", "say", "soft", "accent", "notice"]
    text: str


@dataclass(frozen=True)
class Array:
    """A hundred icons: rows of marked and unmarked cells, with the sentence that says the same."""

    title: str
    alt: str
    rows: tuple[tuple[bool, ...], ...]


@dataclass(frozen=True)
class Arrays:
    """Icon arrays to be compared, side by side where there is room."""

    arrays: tuple[Array, ...]
    icon: str
    blank: str


@dataclass(frozen=True)
class Grid:
    """The same matters for every option: columns where there is room, else label and value."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    """The name of the matter, and what is so in each column."""


Part: TypeAlias = Prose | Arrays | Grid


@dataclass(frozen=True)
class Row:
    """One line that can be picked. A row with a mark is an answer, one without is an action."""

    id: str
    text: str
    mark: Literal["", "one", "some"] = ""
    alone: bool = False
    """Cannot be marked together with others."""
    button: bool = False
    """Carries no number: reached by arrows, Tab and mouse."""
    beside: str = ""
    """A few softer words after the text."""


@dataclass(frozen=True)
class Page:
    """One screen."""

    where: str
    """The part of the guide, for the top line."""
    heading: str
    parts: tuple[Part, ...] = ()
    rows: tuple[Row, ...] = ()
    marked: tuple[str, ...] = ()
    """The rows that are marked when the page opens."""
    most: int = 1
    """How many rows may be marked."""
    at: int | None = None
    """The row that the keys are on when the page opens."""
    urgent: bool = False
    close: bool = False
    """Paragraphs stand right under one another, to leave room for a box to write in."""
    sources: tuple[str, ...] = ()
    """The ids of the sources that its facts rest on."""
    count: str = ""
    """How far one is, for the right end of the top line."""
    count_short: str = ""
    """The same for a narrow window."""
