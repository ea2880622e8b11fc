"""What one screen shows and takes, as plain data that every face can draw in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from decision_aid.frozen import Frozen

if TYPE_CHECKING:
    from decision_aid.calls import Call

Style: TypeAlias = Literal[
    "ink", "soft", "strong", "accent", "rule", "notice", "urgent", "button", "at", "focus"
]


class Prose(Frozen):
    """A passage to read; its kind says how it stands on the page."""

    kind: Literal["text", "item", "heading", "say", "soft", "accent", "notice"]
    text: str
    calls: tuple[Call, ...] = ()
    """The numbers to call in it, for a face that can dial."""


class Array(Frozen):
    """An icon array: rows of marked and unmarked cells, with the sentence that says the same."""

    title: str
    alt: str
    rows: tuple[tuple[bool, ...], ...]


class Arrays(Frozen):
    """Icon arrays to be compared, side by side where there is room."""

    arrays: tuple[Array, ...]
    icon: str
    blank: str


class Grid(Frozen):
    """The same matters for every option: columns where there is room, else label and value."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    """The name of the matter, and what is so in each column."""


Part: TypeAlias = Prose | Arrays | Grid

Meaning: TypeAlias = Literal[
    "choose",
    "go_on",
    "back",
    "pass_over",
    "summary",
    "urgent",
    "overview",
    "words",
    "sources",
    "keys",
    "language",
    "notes",
    "notes_done",
    "written_down",
]
"""What a key, a letter or a button can mean besides picking a row; each face has its own signs."""


class Entry(Frozen):
    """A box to write in."""

    kind: Literal["words", "number", "day", "line", "secret"]
    """Words of several lines, a number, a day, one line, or one line that nobody may read."""
    limit: int
    """The most characters that are held."""
    text: str = ""
    """What stands in the box when the page opens."""
    takes: str = ""
    """What the button says that takes what is written."""

    @property
    def is_measure(self) -> bool:
        """Whether a number or a day is written there, of which a few signs are enough."""
        return self.kind in ("number", "day")


class Aside(Frozen):
    """What stands beside the page where there is room, else beneath it."""

    heading: str
    parts: tuple[Prose, ...]


class Row(Frozen):
    """One line that can be picked. A row with a mark is an answer, one without is an action."""

    id: str
    text: str
    mark: Literal["", "one", "some", "each"] = ""
    """`one` excludes the others of its kind, `some` does not, `each` has answers of its own."""
    alone: bool = False
    """Cannot be marked together with others."""
    button: bool = False
    """Carries no number: reached by arrows, Tab and mouse."""
    beside: str = ""
    """A few softer words after the text."""
    answers: tuple[Row, ...] = ()
    """What can be said to this line, one of them, where several lines are asked on one page."""
    above: tuple[Prose, ...] = ()
    """What is to be read before the line."""
    early: bool = False
    """Stands under the heading, before all that is to be read."""
    file: str = ""
    """The form of the summary that it hands over, in a face that does so itself."""


class Stage(Frozen):
    """A part of the guide, and whether it is done, where one is, or to come."""

    name: str
    state: Literal["done", "here", "to_come"]


class Page(Frozen):
    """One screen."""

    where: str
    """The part of the guide, for the top line."""
    heading: str
    parts: tuple[Part, ...] = ()
    rows: tuple[Row, ...] = ()
    marked: tuple[str, ...] = ()
    """The rows that are marked when the page opens, and the answers of rows that have such."""
    most: int = 1
    """How many rows may be marked."""
    at: int | None = None
    """The row that the keys are on when the page opens."""
    urgent: bool = False
    long: Literal["", "read", "by_heading", "by_letter"] = ""
    """Whether it is longer than most, and how one finds something on it: by its headings and rows,
    or by the letters that its headings begin with."""
    chapters: tuple[str, ...] = ()
    """Of a long page the headings that others stand under; empty where all are alike."""
    close: bool = False
    """Paragraphs stand right under one another, to leave room for a box to write in."""
    sources: tuple[str, ...] = ()
    """The ids of the sources that its facts rest on."""
    count: str = ""
    """How far one is, for the right end of the top line."""
    count_short: str = ""
    """The same for a narrow window."""
    after: tuple[Prose, ...] = ()
    """What stands under the rows, where these must not be pushed out of sight."""
    stages: tuple[Stage, ...] = ()
    """The parts of the guide in order, on a page that stands in one of them."""
    entry: Entry | None = None
    """The box to write in, where something can be written."""
    doors: tuple[str, ...] = ()
    """The ids of the rows that only open something to read, and lead back here."""
    keys: tuple[Meaning, ...] = ()
    """What can be done here besides picking a row, in the order in which it is offered."""
    aside: Aside | None = None
    notice: str = ""
    """Why what was picked or written did not do, or what to know before going on."""
    calls: tuple[Call, ...] = ()
    """The numbers to call in the heading."""
    guide: str = ""
    """The name of the guide."""
    kept: str = ""
    """Whether answers are kept, in a few words; empty before anybody could know."""
    other_language: str = ""
    """What the language calls itself that can be gone on in; empty where there is but one."""
