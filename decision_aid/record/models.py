"""What the records hold, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid
    from decision_aid.record.faults import RecordsFault

Given: TypeAlias = Mapping[str, tuple[str, ...] | None]
"""Question id to what was picked or typed; None means passed over."""


@dataclass(frozen=True)
class ContentVersion:
    """Which content a session's answers belong to."""

    id: str
    version: str
    hash: str

    @classmethod
    def of(cls, aid: DecisionAid) -> ContentVersion:
        """That of a loaded aid."""
        return cls(aid.id, aid.version, aid.content_hash)

    def is_of(self, aid: DecisionAid) -> bool:
        """Whether it is this very content, whichever kind of hash it has."""
        is_named = (self.id, self.version) == (aid.id, aid.version)
        return is_named and self.hash in (aid.content_hash, *aid.former_hashes)


@dataclass(frozen=True)
class StoredAnswer:
    """One answer as it was given."""

    question: str
    given: tuple[str, ...] | None
    moment: datetime


@dataclass(frozen=True)
class Printed:
    """The answers as they were when a summary of them was last printed, and its day."""

    on: date
    given: Given


def find_print(prints: Iterable[Printed], now: Given) -> Printed | None:
    """The first of these prints that shows other answers than there are now."""
    return next((one for one in prints if one.given != now), None)


def add_print(prints: Iterable[Printed], now: Printed) -> tuple[Printed, ...]:
    """The prints to be remembered when another one is made; of the same answers one is enough."""
    before = find_print(prints, now.given)
    return (now,) if before is None else (now, before)


@dataclass(frozen=True)
class SessionInfo:
    """A session as a list shows it: never its answers."""

    id: str
    label: str
    content: ContentVersion
    begun: datetime
    last: datetime
    """When the last answer was given."""
    answered: int
    """How many questions have something picked or typed; notes and what was passed over don't."""
    locked: bool
    """Whether it takes a passphrase to open it."""
    in_use: bool = False
    heard_only: bool = False
    """Whether what was given on a way that was left is not counted in `answered`."""

    @property
    def reference(self) -> str:
        """What papers and lists name it by, whatever its label: the beginning of its id."""
        return self.id[:8]


@dataclass(frozen=True)
class DamagedSession:
    """A session whose row cannot be read as it was written; it stays as it is."""

    id: str
    """Empty where the id itself is damaged."""
    reference: str
    label: str
    """As far as it can be read, and harmless."""
    column: str
    """What of it is damaged first."""


@dataclass(frozen=True)
class Survey:
    """All that is kept in one place."""

    sessions: tuple[SessionInfo, ...] = ()
    """The last used first."""
    damaged: tuple[DamagedSession, ...] = ()


@dataclass(frozen=True)
class Erased:
    """What became of an erasure."""

    left: RecordsFault | None = None
    """Why traces of them may still lie in the database; the answers are gone all the same."""

    @property
    def complete(self) -> bool:
        """Whether the traces are cleared too."""
        return self.left is None
