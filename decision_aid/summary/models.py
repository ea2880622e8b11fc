"""What a paper says, part by part, before anything decides how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Literal

from decision_aid.content import Contact
from decision_aid.content.laid_over import LaidOver
from decision_aid.spoken import join
from decision_aid.wording import Paragraph, Sentence
from decision_aid.words import Words, words

if TYPE_CHECKING:
    from datetime import date

    from decision_aid.conditions import Answers, Value
    from decision_aid.content import Source
    from decision_aid.content.summary_plan import Style


@dataclass(frozen=True)
class Block:
    """One part of the summary with a heading; it reads no other block."""

    id: str
    heading: str
    passages: tuple[Paragraph, ...]
    style: Style = "plain"


NO_BLOCK = Block("", "", ())
"""Stands where an aid has nothing of the kind, and says nothing."""


@dataclass(frozen=True)
class Quoted:
    """A body's own words, and what must stand beside them."""

    by: str
    words: Sentence
    beside: tuple[Paragraph, ...]
    own: Quoted | None = None
    """The body's own words, where `words` are our translation of them."""


@dataclass(frozen=True)
class Advice:
    """The recommendation: in every summary, and first what is quoted for everybody."""

    heading: str
    lead: tuple[Sentence, ...]
    quoted: tuple[Quoted, ...]
    """What stands on side 1 of the sheet."""
    in_short: tuple[Sentence, ...]
    more_quoted: tuple[Quoted, ...] = ()
    """What side 2 adds to it."""


@dataclass(frozen=True)
class Picture:
    """An outcome as icon arrays, one for each arm, with the sentences that say the same."""

    id: str
    name: str
    said: tuple[Paragraph, ...]
    arrays: tuple[IconArray, ...]
    icon: str
    blank: str
    caption: tuple[Paragraph, ...]


@dataclass(frozen=True)
class IconArray:
    """One arm's icons, their text twin, and the count with its base as people read them."""

    title: str
    alt: str
    count: str
    of: str
    rows: tuple[tuple[bool, ...], ...]


@dataclass(frozen=True)
class Cell:
    """What is so for one option in one row of the comparison."""

    option: str
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The whole cell as one text."""
        return join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True)
class TableRow:
    """One row of the comparison."""

    id: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """The options side by side, with the box that never leaves it."""

    heading: str
    lead: tuple[Paragraph, ...]
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    box: Block


@dataclass(frozen=True)
class Glance:
    """The options side by side in a few words, for the sheet."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True)
class Changed:
    """What changed since the summary that was printed on that day, in sentences."""

    since: date
    said: tuple[str, ...]


@dataclass(frozen=True)
class NumberedSource:
    """A source as the paper refers to it."""

    number: int
    source: Source


@dataclass(frozen=True)
class GivenAnswer:
    """An answer that paper may rest on, as data and in words."""

    question: str
    asked: str
    value: Value
    said: str
    is_typed: bool
    """Whether it is in the person's own words."""


@dataclass(frozen=True)
class Summary:
    """All that the paper says. It cannot be built without the recommendation.

    The sheet has two sides; the booklet has `table`, `pictures`, `details` and what follows.
    Urgent help leads side 1 for whoever had a procedure, and side 2 for others.
    """

    kind: ClassVar[Literal["patient"]] = "patient"
    title: str
    lead: tuple[Paragraph, ...]
    noted: tuple[Paragraph, ...]
    """A warning sign that was noted in this sitting."""
    side_1: tuple[Block, ...]
    side_2: tuple[Block, ...]
    urgent_first: bool
    """Whether urgent help leads side 1."""
    urgent_help: Block
    """`NO_BLOCK` where the aid declares that it has none."""
    recommendation: Advice
    glance: Glance | None
    """Where the options stand side by side on side 2."""
    fill_in: tuple[str, ...]
    colophon: tuple[Paragraph, ...]
    table: Table
    pictures: tuple[Picture, ...]
    details: tuple[Block, ...]
    contacts: tuple[Contact, ...]
    contacts_checked: str
    sources: tuple[NumberedSource, ...]
    imprint: Block
    on: date
    language: str
    version: str
    content_hash: str
    evidence_read: tuple[date, ...]
    next_review: date
    warning: str
    """What is said first when the aid is due for review, expired or withdrawn; else empty."""
    out_of_date: bool
    """Whether "out of date" stands across every page."""
    blank: bool = False
    """Whether every page says that this is a blank copy."""
    answers: tuple[GivenAnswer, ...] = ()
    """What was answered and may print, in order: for formats that hold answers and no prose."""
    session: str = ""
    """What staff find the kept answers by, where they are kept; it names nobody."""
    laid_over: LaidOver = field(default_factory=LaidOver)
    """Which texts are in another language than the paper."""

    @property
    def words(self) -> Words:
        """The engine's own words in the language of the paper."""
        return words(self.language)

    def number(self, source: str) -> int:
        """The number under which the paper lists the source."""
        return next(one.number for one in self.sources if one.source.id == source)


@dataclass(frozen=True)
class StaffSummary:
    """All that the staff's page says. As on the patient's, one of `opening` and `main` is empty.

    Whoever was treated, or may have been, is asked about warning signs before all else.
    """

    kind: ClassVar[Literal["staff"]] = "staff"
    title: str
    about: str
    """The aid's short title."""
    says: str
    """What this copy is, and whether typed words stand on it."""
    ask: tuple[Block, ...]
    """The reminder to ask about warning signs, where there is reason to."""
    opening: tuple[Block, ...]
    urgent_help: Block
    main: tuple[Block, ...]
    recommendation: Advice
    fill_in: tuple[str, ...]
    recorded: tuple[Block, ...]
    """The blocks that are also said in the line for the record."""
    own_words: tuple[Block, ...]
    """What was typed, only where that was asked for."""
    sources: tuple[NumberedSource, ...]
    """Numbered as on the patient's copy of the same answers, which lists them in full."""
    more_sources: tuple[NumberedSource, ...]
    """Those that the patient's copy does not list."""
    on: date
    language: str
    version: str
    content_hash: str
    evidence_read: tuple[date, ...]
    warning: str
    out_of_date: bool
    blank: bool = False
    """As on the patient's copy."""
    session: str = ""
    """As on the patient's copy."""
    laid_over: LaidOver = field(default_factory=LaidOver)
    """As on the patient's copy."""

    @property
    def words(self) -> Words:
        """The engine's own words in the language of the paper."""
        return words(self.language)


@dataclass(frozen=True)
class SummaryInput:
    """What a summary is made of."""

    answers: Answers
    moments: Mapping[str, str]
    """When each answer was given, in words."""
    changed: Changed | None = None
    session: str = ""
    """What staff find the kept answers by."""
