"""A copy of the records for safekeeping: whole, synced, and never in another file's place."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import sqlite3
from contextlib import closing
from pathlib import Path

from decision_aid.record.faults import RecordsFault
from decision_aid.record.folder import sync_folder
from decision_aid.record.header import note_that_all_is_here
from decision_aid.record.locks import show_in_use
from decision_aid.record.new_file import check_whole, sync_file
from decision_aid.record.sqlite_connection import connect_to_file

_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
"""What a file system answers that knows no second name for a file, such as a USB stick's."""


def write_backup(records: sqlite3.Connection, target: Path) -> None:
    """Copy all that these records hold now, with what is only in the log.

    Raises RecordsFault, sqlite3.Error or OSError, and then leaves nothing.
    """
    if os.path.lexists(target):
        raise RecordsFault("backup_there", path=str(target))
    if not target.parent.is_dir():
        raise RecordsFault("backup_nowhere", path=str(target))
    draft = target.parent / f".decision-aid-{secrets.token_hex(4)}.tmp"
    handle = os.open(draft, _NEW, 0o600)
    try:
        show_in_use(handle)
        _copy(records, draft)
        note_that_all_is_here(draft)
        check_whole(draft)
        sync_file(draft)
        _give_name(draft, target)
    finally:
        for left in target.parent.glob(f"{draft.name}*"):
            left.unlink(missing_ok=True)
        os.close(handle)
    sync_folder(target.parent)


def _copy(records: sqlite3.Connection, draft: Path) -> None:
    with closing(connect_to_file(draft)) as copy:
        records.backup(copy)
        # Closing would do the same, and say nothing where it fails.
        copy.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _give_name(draft: Path, target: Path) -> None:
    try:
        try:
            os.link(draft, target)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            _move(draft, target)
    except FileExistsError:
        raise RecordsFault("backup_there", path=str(target)) from None


def _move(draft: Path, target: Path) -> None:
    """The name is taken by an empty file first, so that no other file is replaced."""
    os.close(os.open(target, _NEW, 0o600))
    try:
        draft.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            target.unlink()
        raise
