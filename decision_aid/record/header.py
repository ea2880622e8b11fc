"""The first hundred bytes of the records' file: whose it is, and whether all of it is here.

While answers may lie in the log beside the file and not yet in it, the file says so by a number
in its header. So a copy that was taken without the log is known, and not taken for the whole.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from decision_aid.record.faults import RecordsFault, fault_of

APPLICATION_ID = 0x64654161
"""`deAa` in the file's header: a file without it is not ours."""
WITH_LOG = 1 << 16
"""What is added to the version in the header while the log belongs to the file."""
_MAGIC = b"SQLite format 3\0"
_VERSION = slice(60, 64)


def version_in(number: int) -> int:
    """The form of the tables, out of the number in the header."""
    return number % WITH_LOG


def log_of(path: Path) -> Path:
    """Where SQLite writes first."""
    return path.with_name(f"{path.name}-wal")


def is_log_alone(path: Path) -> bool:
    """Whether answers are in a log whose file is gone; SQLite would put them into a new one."""
    log = log_of(path)
    return not os.path.lexists(path) and log.is_file() and log.stat().st_size > 0


def check_header(path: Path) -> None:
    """Refuse a file that is not ours before anything opens it, and close it to others."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
        path.chmod(0o600)
    except OSError as error:
        raise fault_of(error, path) from None
    if not header or (_MAGIC.startswith(header[:16]) and len(header) < 100):
        raise RecordsFault("damaged", path=str(path))
    application = int.from_bytes(header[68:72], "big")
    if header[:16] != _MAGIC or application != APPLICATION_ID:
        raise RecordsFault("foreign", path=str(path))
    if not log_of(path).exists():
        _check_alone(path, header)


def is_cut_off(path: Path) -> bool:
    """Whether it is shorter than its header says, and nothing beside it makes up for that."""
    with path.open("rb") as file:
        header = file.read(100)
    page, pages = (int.from_bytes(header[at], "big") for at in (slice(16, 18), slice(28, 32)))
    is_ours = header[:16] == _MAGIC and int.from_bytes(header[68:72], "big") == APPLICATION_ID
    return is_ours and path.stat().st_size < page * pages and not log_of(path).exists()


def _check_alone(path: Path, header: bytes) -> None:
    page = int.from_bytes(header[16:18], "big")
    if page < 512 or path.stat().st_size % page:
        raise RecordsFault("damaged", path=str(path))
    if int.from_bytes(header[_VERSION], "big") & WITH_LOG:
        raise RecordsFault("copied_alone", path=str(path), log=log_of(path).name)


def number_of(connection: sqlite3.Connection) -> int:
    """The number in the header; raises sqlite3.Error."""
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    return int(number)


def note_the_log(connection: sqlite3.Connection) -> bool:
    """Within a transaction that writes to the log: whether the file said so before."""
    number = number_of(connection)
    if not number & WITH_LOG:
        connection.execute(f"PRAGMA user_version = {number | WITH_LOG}")
    return bool(number & WITH_LOG)


def note_that_log_is_empty(connection: sqlite3.Connection) -> None:
    """Before the log is let go, so that a program that is killed meanwhile leaves no doubt.

    Whoever else writes after that notes the log anew.
    """
    if (number := number_of(connection)) & WITH_LOG and not connection.in_transaction:
        connection.execute(f"PRAGMA user_version = {number & ~WITH_LOG}")
        move_log_into_file(connection)


def move_log_into_file(connection: sqlite3.Connection) -> None:
    """As much of it as nobody still reads; raises sqlite3.Error."""
    connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()


def note_that_all_is_here(path: Path) -> None:
    """Once the log is gone, where that could not be noted before; raises OSError.

    It takes no room, so it works on a full disk too.
    """
    if log_of(path).exists():
        return
    with path.open("r+b") as file:
        number = int.from_bytes(file.read(100)[_VERSION], "big")
        if number & WITH_LOG:
            file.seek(_VERSION.start)
            file.write((number & ~WITH_LOG).to_bytes(4, "big"))
            file.flush()
            os.fsync(file.fileno())
