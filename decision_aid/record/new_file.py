"""A file for the records has another name until it is whole and on the disk."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from decision_aid.record.faults import RecordsFault
from decision_aid.record.folder import DATABASE, sync_folder
from decision_aid.record.header import APPLICATION_ID, is_cut_off
from decision_aid.record.sqlite_connection import connect_to_file, is_sound, sqlite_faults
from decision_aid.record.statements import GET_VERSION, SET_VERSION, TABLES, VERSION

_WRITTEN_BY = slice(96, 100)
"""Where the header says which SQLite wrote it."""


def make_file(path: Path) -> None:
    """Make empty records under that name: whole or not at all. Raises RecordsFault.

    Only the one who holds the gate may do it.
    """
    with sqlite_faults(path), _draft(path.parent) as new:
        _give_name(new, path)


def make_anew_if_half_made(path: Path) -> None:
    """Make the file anew where it is the beginning of empty records, so that nothing is lost.

    So earlier versions left it where the disk was full; whatever else it is stays.
    """
    with sqlite_faults(path):
        if not is_cut_off(path):
            return
        with _draft(path.parent) as new:
            if _read(new).startswith(_read(path)):
                _give_name(new, path)


def check_whole(path: Path) -> None:
    """Raise RecordsFault unless the file alone, without any log, holds sound records."""
    with closing(connect_to_file(path, "mode=ro&immutable=1")) as connection:
        version = connection.execute(GET_VERSION).fetchall()
        if version != [(VERSION,)] or not is_sound(connection):
            raise RecordsFault("damaged", path=str(path))


def sync_file(path: Path) -> None:
    """Have the file on the disk; raises OSError."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep_drafts(folder: Path) -> None:
    """Remove what was begun and never got its name. Only the one who holds the gate may."""
    for left in folder.glob(f"{DATABASE}.new-*"):
        with contextlib.suppress(OSError):
            left.unlink()


@contextlib.contextmanager
def _draft(folder: Path) -> Iterator[Path]:
    """New records, whole and synced, that are gone afterwards unless they were given a name."""
    sweep_drafts(folder)
    new = folder / f"{DATABASE}.new-{secrets.token_hex(4)}"
    try:
        os.close(os.open(new, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        new.chmod(0o600)  # a umask may have taken more away
        _fill(new)
        check_whole(new)
        sync_file(new)
        yield new
    finally:
        sweep_drafts(folder)


def _give_name(new: Path, path: Path) -> None:
    """Rename it, and take that back where the name does not come onto the disk."""
    new.replace(path)
    try:
        sync_folder(path.parent)
    except OSError:
        path.replace(new)
        raise


def _fill(path: Path) -> None:
    with closing(connect_to_file(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
        if mode != "wal":
            raise RecordsFault("unfit", path=str(path.parent))
        connection.execute("BEGIN IMMEDIATE")
        for table in TABLES.values():
            connection.execute(table)
        connection.execute(SET_VERSION, (VERSION,))
        connection.execute("COMMIT")
        # Closing would do the same, and say nothing where it fails.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _read(path: Path) -> bytes:
    data = bytearray(path.read_bytes())
    data[_WRITTEN_BY] = bytes(4)
    return bytes(data)
