"""A connection to a SQLite file, set up for answers that must last, and its faults as ours."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from decision_aid.record.faults import RecordsFault, fault_of

_PRAGMAS = (
    "busy_timeout = 5000",
    "synchronous = FULL",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)
_KINDS = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_IOERR_WRITE": "disk_full",
    "SQLITE_IOERR_SHMSIZE": "disk_full",
    "SQLITE_READONLY": "not_writable",
    "SQLITE_CANTOPEN": "not_writable",
    "SQLITE_PERM": "not_writable",
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "damaged",
    "SQLITE_ERROR": "damaged",
    "UnicodeDecodeError": "damaged",
}
_EMPTY_CELL = ("NULL", "value", "in")
"""How a complaint begins about a cell that must hold something, and holds nothing."""
_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""Python cannot read what SQLite says of a damaged table, where that repeats its bytes."""


def connect_to_file(path: Path, mode: str = "mode=rw") -> sqlite3.Connection:
    """Open a file that is there; raises RecordsFault."""
    with sqlite_faults(path):
        connection = sqlite3.connect(
            f"{path.as_uri()}?{mode}", uri=True, isolation_level=None, check_same_thread=False
        )
        connection.text_factory = _decode
        try:
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
        except _ERRORS:
            connection.close()
            raise
    return connection


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether the file can be relied on, apart from single cells: whoever reads a row checks those.

    Raises sqlite3.Error.
    """
    found = connection.execute("PRAGMA quick_check").fetchall()
    return all(what == "ok" or tuple(what.split()[:3]) == _EMPTY_CELL for (what,) in found)


def _decode(raw: bytes) -> str:
    """Text whose bytes are damaged is seen by whoever reads its cell, and ends no statement."""
    return raw.decode(errors="surrogateescape")


@contextlib.contextmanager
def sqlite_faults(path: Path) -> Iterator[None]:
    """What SQLite and the system report about that file, as RecordsFault."""
    try:
        yield
    except _ERRORS as error:
        raise _fault(error, path) from None
    except OSError as error:
        raise fault_of(error, path.parent) from None


def _fault(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> RecordsFault:
    """The fault for what SQLite reports; its own words are not shown."""
    name = getattr(error, "sqlite_errorname", None) or type(error).__name__
    for beginning, kind in _KINDS.items():
        if name.startswith(beginning):
            return RecordsFault(kind, path=str(path))
    return RecordsFault("failed", reason=name)
