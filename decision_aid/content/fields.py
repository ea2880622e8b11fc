"""Marks beside the fields of the content: text for people, an id, names of parts, or plain data.

Parts, conditions, numbers, dates and closed sets of words are known by their types. Whatever holds
free text must say which of `Says`, `Id`, `Names` and `Data` it is; else the walk refuses its type.

The modules of types do without `from __future__ import annotations`: what stands beside a type is
read each time that content is loaded, and text would first have to be evaluated.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal, NamedTuple, TypeAlias

Role: TypeAlias = Literal[
    "title", "question", "choice", "text", "heading", "say", "option", "row", "cell", "caption",
    "rule", "block", "advice", "urgent", "word", "imprint", "name", "phrase", "source",
]  # fmt: skip
"""What a text is to its reader; rules of language ask more of some than of others."""

Shown: TypeAlias = Literal["screen", "paper", "both"]
Filled: TypeAlias = Literal["answers", "nothing", "figure"]
"""What fills the gaps of a text: answers and values, nothing at all, or the counts of a figure."""


class Says(NamedTuple):
    """Text for people."""

    role: Role | None = None
    """None: the role of the field that holds the part."""
    filled: Filled = "answers"
    patient: bool = True
    """False: for a counsellor or for staff."""
    quoted: bool = False
    """Somebody else's words, set in quotation marks."""
    same: bool = False
    """Left as it is in a translation."""
    own: bool = False
    """A translation's own: not compared with the original."""


class Id(NamedTuple):
    """The name by which other parts point to this one; of a mapping, its keys."""

    kind: str
    owns: bool = True
    """Whether faults in the parts below are told under this id."""
    inside: bool = False
    """Whether its name begins with that of the part around it, and a full stop."""


class Names(NamedTuple):
    """The ids of other parts."""

    kind: str = ""
    """Of which kind; where this is empty the part says it itself."""


class Data(NamedTuple):
    """Neither shown to people as a text of ours nor the name of a part."""

    own: bool = False
    """A translation's own: not compared with the original."""
    reviewed: bool = True
    """Whether reviewers sign it off: dates, versions and the reviews themselves they do not."""


class Area(NamedTuple):
    """The part of the aid to which all below this field belongs, and where it is shown."""

    name: str
    shown: Shown = "both"


class Later:
    """Marks a condition that is decided after the answer, so that it may read later questions."""


class Place(NamedTuple):
    """What the walk passes down: owner, area, audience, and what conditions here may read."""

    owner: str = ""
    area: str = ""
    shown: Shown = "both"
    role: Role = "text"
    patient: bool = True
    looks_back: bool = False
    """Whether a condition here may read only the questions before it."""
    sources: tuple[str, ...] = ()
    validated: bool = False
    """Whether the words are those of an instrument, which nobody may change."""


class ContentPart:
    """A record of the content file: strict, with nothing extra."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "strict": True}

    @classmethod
    def written_as(cls, name: str) -> str:
        """The field that is meant where an author writes this name."""
        return name

    @classmethod
    def why_refused(cls, name: str) -> str:
        """Why a field that authors may look for is not there; empty where nobody would."""
        del name
        return ""

    def place_inside(self, place: Place) -> Place:
        """Where the parts of this one stand."""
        return place

    def kind_named(self) -> str:
        """The kind of part that it names, where that depends on what it is."""
        return ""
