"""The records in one SQLite file: on the disk before an answer counts as kept.

The file appears complete under its name or not at all, and a file that is not ours is never opened.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import weakref
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from decision_aid.record.backup import write_backup
from decision_aid.record.database import Cell, HandleInUse, Row, Run
from decision_aid.record.faults import RecordsFault
from decision_aid.record.folder import DATABASE, LOCKS, prepare_folder, what_is_there
from decision_aid.record.header import (
    WITH_LOG,
    check_header,
    is_log_alone,
    log_of,
    move_log_into_file,
    note_that_all_is_here,
    note_that_log_is_empty,
    note_the_log,
    number_of,
    version_in,
)
from decision_aid.record.locks import FileLock, Locks
from decision_aid.record.new_file import make_anew_if_half_made, make_file, sweep_drafts
from decision_aid.record.sqlite_connection import connect_to_file, is_sound, sqlite_faults
from decision_aid.record.statements import GET_VERSION, RAISE_VERSION, TABLES, UPGRADES, VERSION

_SMALL = 4 << 20
"""Up to this size the whole file is looked through on opening, which takes milliseconds."""
_SCHEMA = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"


class SqliteFile:
    """The file `records.sqlite` in a folder of its own."""

    shared = False

    def __init__(self, folder: Path, *, make: bool = True) -> None:
        self.path = folder / DATABASE
        if not make and what_is_there(self.path) == "nothing" and not is_log_alone(self.path):
            raise RecordsFault("none_yet")
        prepare_folder(folder)
        self._locks = Locks(folder / LOCKS)
        self._alone = threading.RLock()
        with self._locks.gate():
            self._find_or_make()
            self._connection = connect_to_file(self.path)
            self._identity = _identity(self.path)
        # Python closes what is only left behind too, and then says nothing to the file.
        self._end = weakref.finalize(self, _close, self._connection, self.path, self._identity)
        try:
            with self._translate_errors():
                self._look_through()
        except BaseException:
            self._end()
            raise

    @property
    def is_there(self) -> bool:
        """Whether the file still has its name."""
        return _identity(self.path) == self._identity

    def read(self, statement: str, values: Sequence[Cell] = ()) -> list[Row]:
        """All rows of one statement."""
        with self._alone, self._translate_errors():
            return self._connection.execute(statement, values).fetchall()

    @contextlib.contextmanager
    def writing(self) -> Iterator[Run]:
        """One transaction, synced to the disk when it ends."""
        if not self.is_there:
            raise RecordsFault("taken_away")  # SQLite would write on to a file without a name
        with self._alone, self._translate_errors():
            with self._transaction():
                is_noted = note_the_log(self._connection)
                yield self._run
            if not is_noted:
                with contextlib.suppress(sqlite3.Error):  # what was written is kept all the same
                    move_log_into_file(self._connection)

    def check_rights(self) -> None:
        """Whoever could open the file can write to it."""

    def lock_session(self, session: str) -> FileLock | None:
        """Lock the session's side file."""
        return self._locks.lock(session)

    def find_locked(self, sessions: Collection[str]) -> frozenset[str]:
        """Those whose side file is locked."""
        return self._locks.find_locked(sessions)

    def scrub(self) -> None:
        """Write the file anew and empty the log beside it, so that no free page holds a trace.

        Where there is no room to write it anew, the log is emptied all the same.
        """
        with self._alone, self._translate_errors():
            try:
                self._connection.execute("VACUUM")
            finally:
                busy, *_ = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                raise RecordsFault("busy")

    def back_up(self, target: Path) -> None:
        """Copy the file and what is in the log, as they are at one moment."""
        with self._alone, self._translate_errors():
            write_backup(self._connection, target)

    def close(self) -> None:
        """Let go of the file."""
        with self._alone, contextlib.ExitStack() as alone:
            with contextlib.suppress(RecordsFault):
                alone.enter_context(self._locks.gate())  # so that nobody opens it meanwhile
            self._end()

    def _run(self, statement: str, values: Sequence[Cell]) -> list[Row]:
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.IntegrityError:
            raise HandleInUse from None

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            self._undo()
            raise

    def _undo(self) -> None:
        if self._connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")

    def _translate_errors(self) -> AbstractContextManager[None]:
        return sqlite_faults(self.path)

    # --- finding the file, making it, looking at it ---

    def _find_or_make(self) -> None:
        what = what_is_there(self.path)
        if is_log_alone(self.path):
            raise RecordsFault("log_alone", path=str(self.path), log=log_of(self.path).name)
        if what == "nothing":
            make_file(self.path)
        elif what == "file":
            sweep_drafts(self.path.parent)
            make_anew_if_half_made(self.path)
            check_header(self.path)
        else:
            raise RecordsFault("not_a_file", path=str(self.path), what=what)

    def _look_through(self) -> None:
        connection, path = self._connection, str(self.path)
        connection.execute("BEGIN IMMEDIATE")  # tells at once if nothing can be written
        connection.execute("ROLLBACK")
        version = version_in(number_of(connection))
        if version in UPGRADES:
            version = self._upgrade()
        if version != VERSION:
            raise RecordsFault("newer" if version > VERSION else "older", path=path)
        self._be_sure_it_is_ours(connection.execute(_SCHEMA).fetchall())
        if connection.execute("PRAGMA journal_mode = WAL").fetchall() != [("wal",)]:
            raise RecordsFault("unfit", path=str(self.path.parent))
        if connection.execute(GET_VERSION).fetchall() != [(VERSION,)]:
            raise RecordsFault("damaged", path=path)
        if self.path.stat().st_size > _SMALL:
            return
        if not is_sound(connection):
            raise RecordsFault("damaged", path=path)

    def _upgrade(self) -> int:
        """Bring the form up to date, whole or not at all, whoever else does the same; gives it."""
        with self._transaction():
            number = number_of(self._connection)
            for form in range(version_in(number), VERSION):
                for statement in UPGRADES[form]:
                    self._run(statement, ())
            self._run(RAISE_VERSION, (VERSION,))
            self._run(f"PRAGMA user_version = {VERSION | (number & WITH_LOG)}", ())
            self._be_sure_it_is_ours(self._run(_SCHEMA, ()))
        return VERSION

    def _be_sure_it_is_ours(self, schema: Iterable[Row]) -> None:
        if {sql for (sql,) in schema} != set(TABLES.values()):
            raise RecordsFault("foreign", path=str(self.path))


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file it is, whatever its name; None where there is none."""
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_dev, about.st_ino


def _close(connection: sqlite3.Connection, path: Path, identity: tuple[int, int] | None) -> None:
    """Close it; where all of the log came into the file, the file says so."""
    with contextlib.suppress(sqlite3.Error):
        connection.execute("PRAGMA busy_timeout = 0")
        note_that_log_is_empty(connection)
    connection.close()
    if _identity(path) == identity:
        with contextlib.suppress(OSError):
            note_that_all_is_here(path)
