"""The records in one SQLite file: on the disk before an answer counts as kept.

The file appears complete under its name or not at all, and a file that is not ours is never opened.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from decision_aid.record.database import Cell, HandleInUse, Row, Run
from decision_aid.record.faults import RecordsFault, fault_of
from decision_aid.record.folder import DATABASE, LOCKS, prepare_folder, sync_folder, what_is_there
from decision_aid.record.locks import FileLock, Locks
from decision_aid.record.statements import (
    GET_VERSION,
    RAISE_VERSION,
    SET_VERSION,
    TABLES,
    UPGRADES,
    VERSION,
)

APPLICATION_ID = 0x64654161
"""`deAa` in the file's header: a file without it is not ours."""
_MAGIC = b"SQLite format 3\0"
_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""Python cannot read what SQLite says of a damaged table, where that repeats its bytes."""
_SMALL = 4 << 20
"""Up to this size the whole file is looked through on opening, which takes milliseconds."""
_SCHEMA = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
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


class SqliteFile:
    """The file `records.sqlite` in a folder of its own."""

    shared = False

    def __init__(self, folder: Path, *, make: bool = True) -> None:
        self.path = folder / DATABASE
        if not make and what_is_there(self.path) == "nothing":
            raise RecordsFault("none_yet")
        prepare_folder(folder)
        self._locks = Locks(folder / LOCKS)
        self._alone = threading.RLock()
        with self._locks.gate():
            self._find_or_make()
        self._connection = _connect(self.path)
        self._identity = _identity(self.path)
        try:
            with self._translate_errors():
                self._look_through()
        except BaseException:
            self._connection.close()
            raise

    def read(self, statement: str, values: Sequence[Cell] = ()) -> list[Row]:
        """All rows of one statement."""
        with self._alone, self._translate_errors():
            return self._connection.execute(statement, values).fetchall()

    @contextlib.contextmanager
    def writing(self) -> Iterator[Run]:
        """One transaction, synced to the disk when it ends."""
        if _identity(self.path) != self._identity:
            raise RecordsFault("taken_away")  # SQLite would write on to a file without a name
        with self._alone, self._translate_errors():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._run
                self._connection.execute("COMMIT")
            except BaseException:
                self._undo()
                raise

    def lock_session(self, session: str) -> FileLock | None:
        """Lock the session's side file."""
        return self._locks.lock(session)

    def find_locked(self, sessions: Collection[str]) -> frozenset[str]:
        """Those whose side file is locked."""
        return self._locks.find_locked(sessions)

    def scrub(self) -> bool:
        """Write the file anew and empty the log beside it, so that no free page holds a trace."""
        with self._alone, self._translate_errors():
            self._connection.execute("VACUUM")
            busy, *_ = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy

    def close(self) -> None:
        """Let go of the file."""
        with self._alone:
            self._connection.close()

    def _run(self, statement: str, values: Sequence[Cell]) -> list[Row]:
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.IntegrityError:
            raise HandleInUse from None

    def _undo(self) -> None:
        if self._connection.in_transaction:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")

    @contextlib.contextmanager
    def _translate_errors(self) -> Iterator[None]:
        try:
            yield
        except _ERRORS as error:
            raise _fault(error, self.path) from None

    # --- finding the file, making it, looking at it ---

    def _find_or_make(self) -> None:
        what = what_is_there(self.path)
        if what == "nothing":
            self._make()
        elif what == "file":
            _look_at_header(self.path)
        else:
            raise RecordsFault("not_a_file", path=str(self.path), what=what)

    def _make(self) -> None:
        """Make the database under another name and then give it its own: whole or not at all."""
        folder = self.path.parent
        for stale in folder.glob(f"{DATABASE}.new-*"):
            stale.unlink(missing_ok=True)
        new = folder / f"{DATABASE}.new-{secrets.token_hex(4)}"
        try:
            with self._translate_errors():
                _fill(new)
            new.rename(self.path)
            sync_folder(folder)
        except OSError as error:
            raise fault_of(error, folder) from None
        finally:
            for left in folder.glob(f"{new.name}*"):
                left.unlink(missing_ok=True)

    def _look_through(self) -> None:
        connection, path = self._connection, str(self.path)
        connection.execute("BEGIN IMMEDIATE")  # tells at once if nothing can be written
        connection.execute("ROLLBACK")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version in UPGRADES:
            version = self._upgrade()
        if version != VERSION:
            raise RecordsFault("newer" if version > VERSION else "older", path=path)
        self._be_sure_it_is_ours(connection.execute(_SCHEMA).fetchall())
        if connection.execute(GET_VERSION).fetchall() != [(VERSION,)]:
            raise RecordsFault("damaged", path=path)
        if self.path.stat().st_size > _SMALL:
            return
        if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            raise RecordsFault("damaged", path=path)

    def _upgrade(self) -> int:
        """Bring the form up to date, whole or not at all, whoever else does the same; gives it."""
        with self.writing() as run:
            ((version,),) = run("PRAGMA user_version", ())
            for form in range(version, VERSION):
                for statement in UPGRADES[form]:
                    run(statement, ())
            run(RAISE_VERSION, (VERSION,))
            run(f"PRAGMA user_version = {VERSION}", ())
            self._be_sure_it_is_ours(run(_SCHEMA, ()))
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


def _connect(path: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(
            f"{path.as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
        )
    except _ERRORS as error:
        raise _fault(error, path) from None
    connection.text_factory = _decode
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except _ERRORS as error:
        connection.close()
        raise _fault(error, path) from None
    return connection


def _decode(raw: bytes) -> str:
    """Text whose bytes are damaged is seen by whoever reads its cell, and ends no statement."""
    return raw.decode(errors="surrogateescape")


def _fill(path: Path) -> None:
    """A new, empty database; made by us so that its rights are right from the first byte."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    path.chmod(0o600)
    connection = _connect(path)
    try:
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
    finally:
        connection.close()  # moves everything from the log into the file and syncs it


def _look_at_header(path: Path) -> None:
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
    page = int.from_bytes(header[16:18], "big")
    log = path.with_name(f"{path.name}-wal")
    if not log.exists() and (page < 512 or path.stat().st_size % page):
        raise RecordsFault("damaged", path=str(path))


def _fault(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> RecordsFault:
    """The fault for what SQLite reports; its own words are not shown."""
    name = getattr(error, "sqlite_errorname", None) or type(error).__name__
    for beginning, kind in _KINDS.items():
        if name.startswith(beginning):
            return RecordsFault(kind, path=str(path))
    return RecordsFault("failed", reason=name)


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
