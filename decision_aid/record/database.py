"""What a database has to offer to the records; SQLite and PostgreSQL each offer it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

Cell: TypeAlias = str | int | None
Row: TypeAlias = tuple[Any, ...]
Run: TypeAlias = Callable[[str, Sequence[Cell]], list[Row]]
"""Runs one statement inside a transaction and gives the rows that it returns."""


class HandleInUse(Exception):
    """Another session has that handle."""


class Lock(Protocol):
    """The right to write to one session; it ends with its owner, however that ends."""

    @property
    def lasts(self) -> bool:
        """Whether the right is still there: a lost connection takes it away."""

    def release(self) -> None:
        """Give it up."""


class Database(Protocol):
    """A place for rows. Every fault is a RecordsFault and repeats nothing of what was stored."""

    shared: bool
    """Whether it is usual that several people's answers lie here."""

    def read(self, statement: str, values: Sequence[Cell] = ()) -> list[Row]:
        """All rows of one statement."""

    def writing(self) -> AbstractContextManager[Run]:
        """One transaction: on the disk when the block is left, or not at all."""

    def check_rights(self) -> None:
        """Raise RecordsFault unless all that keeping takes is allowed and there."""

    def lock_session(self, session: str) -> Lock | None:
        """Take the right to write to a session; None while another has it."""

    def find_locked(self, sessions: Collection[str]) -> frozenset[str]:
        """Which of these sessions somebody holds, here or in another program."""

    def scrub(self) -> None:
        """Clear what deleted rows left behind; raises RecordsFault, also if others are busy."""

    def back_up(self, target: Path) -> None:
        """Write all to a file that is not there yet, whole or not at all, whoever else writes."""

    def close(self) -> None:
        """Let go of the database."""
