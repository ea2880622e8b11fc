"""The records on PostgreSQL: one connection, whose advisory locks say who writes to what."""

from __future__ import annotations

import contextlib
import hashlib
import threading
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from decision_aid.record.connecting import connect
from decision_aid.record.database import Cell, HandleInUse, Row, Run
from decision_aid.record.faults import RecordsFault
from decision_aid.record.server_faults import PLACE, fault_of_server
from decision_aid.record.statements import (
    GET_VERSION,
    RAISE_VERSION,
    SET_VERSION,
    TABLES,
    UPGRADES,
    VERSION,
)

if TYPE_CHECKING:
    from pathlib import Path

    import psycopg

_MAKING = 0x6465_6369_6465_0001
"""The advisory lock that stands while the tables are made."""
_THERE = (
    "SELECT EXISTS (SELECT FROM pg_catalog.pg_class WHERE relname = 'decision_aid_store' "
    "AND pg_catalog.pg_table_is_visible(oid))"
)
"""Asked of the catalogue's rows: what `to_regclass` remembers can be from before another's lock."""
_MAY_KEEP = (
    "SELECT bool_and(has_table_privilege(named, done)) FROM "
    "unnest(ARRAY['decision_aid_session', 'decision_aid_answer', 'decision_aid_print']) named, "
    "unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) done"
)
_HELD = (
    "SELECT classid::bigint, objid::bigint FROM pg_locks WHERE locktype = 'advisory' AND granted "
    "AND objsubid = 1 AND database = (SELECT oid FROM pg_database WHERE datname = "
    "current_database())"
)


class PostgresLock:
    """An advisory lock of the connection that took it."""

    def __init__(self, database: Postgres, session: str, connection: psycopg.Connection) -> None:
        self._database = database
        self._session = session
        self._connection = connection

    @property
    def lasts(self) -> bool:
        """Until it is released or the connection is lost."""
        return self._database.is_held(self._session, self._connection)

    def release(self) -> None:
        """Give the lock back."""
        self._database.release(self._session, self._connection)


class Postgres:
    """The records at a `postgresql://` address."""

    shared = True

    def __init__(self, address: str, *, make: bool = True) -> None:
        self._address = address
        self._alone = threading.RLock()
        self._connection: psycopg.Connection | None = None
        self._holding: set[str] = set()
        try:
            import psycopg as _psycopg  # noqa: F401 only whether it is there
        except ImportError:
            raise RecordsFault("extra_missing") from None
        with self._translate_errors():
            self._find_or_make(make=make)

    def read(self, statement: str, values: Sequence[Cell] = ()) -> list[Row]:
        """All rows of one statement."""
        with self._alone, self._translate_errors():
            return self._live_connection().execute(_as_query(statement), values).fetchall()

    @contextlib.contextmanager
    def writing(self) -> Iterator[Run]:
        """One transaction, on the server's disk when it ends."""
        with self._alone, self._translate_errors():
            connection = self._live_connection()
            with connection.transaction():
                yield lambda statement, values: _run(connection, statement, values)

    def check_rights(self) -> None:
        """See that each table is there, and that this role may read and change its rows."""
        with self._alone, self._translate_errors():
            if not _is_true(self._live_connection(), _MAY_KEEP):
                raise RecordsFault("server_refused")

    def lock_session(self, session: str) -> PostgresLock | None:
        """Take the session's advisory lock, which one connection can take only once here."""
        with self._alone, self._translate_errors():
            connection = self._live_connection()
            if session in self._holding:
                return None
            row = connection.execute("SELECT pg_try_advisory_lock(%s)", (_key(session),)).fetchone()
            if not (row and row[0]):
                return None
            self._holding.add(session)
            return PostgresLock(self, session, connection)

    def find_locked(self, sessions: Collection[str]) -> frozenset[str]:
        """Those whose advisory lock somebody has."""
        keys = {(high << 32) | low for high, low in self.read(_HELD)}
        return frozenset(one for one in sessions if _key(one) % (1 << 64) in keys)

    def is_held(self, session: str, connection: psycopg.Connection) -> bool:
        """Whether that connection still stands and has the session's lock."""
        return connection is self._connection and session in self._holding

    def release(self, session: str, connection: psycopg.Connection) -> None:
        """Unlock the session, if that connection still stands."""
        with self._alone, contextlib.suppress(RecordsFault), self._translate_errors():
            if self.is_held(session, connection):
                self._holding.discard(session)
                connection.execute("SELECT pg_advisory_unlock(%s)", (_key(session),))

    def scrub(self) -> None:
        """Let the server reuse what deleted rows took up."""
        with self._alone, self._translate_errors():
            self._live_connection().execute(
                "VACUUM decision_aid_answer, decision_aid_print, decision_aid_session"
            )

    def back_up(self, target: Path) -> None:
        """A server is backed up by its own programs."""
        raise RecordsFault("backup_of_server", path=str(target))

    def close(self) -> None:
        """Close the connection; the locks go with it."""
        with self._alone:
            if self._connection is not None:
                self._connection.close()
            self._forget()

    def _live_connection(self) -> psycopg.Connection:
        """The connection; a new one where the old one was lost."""
        if self._connection is None or self._connection.closed or self._connection.broken:
            self._forget()
            self._connection = connect(self._address)
        return self._connection

    def _forget(self) -> None:
        self._connection = None
        self._holding.clear()

    @contextlib.contextmanager
    def _translate_errors(self) -> Iterator[None]:
        """Server's faults as ours: psycopg's own words can hold values."""
        import psycopg

        try:
            yield
        except psycopg.Error as error:
            if self._connection is not None and self._connection.closed:
                self._forget()
            raise fault_of_server(error) from None

    def _find_or_make(self, *, make: bool) -> None:
        connection = self._live_connection()
        if not _is_true(connection, _THERE):
            if not make:
                raise RecordsFault("none_yet")
            with connection.transaction():
                connection.execute("SELECT pg_advisory_xact_lock(%s)", (_MAKING,))
                if not _is_true(connection, _THERE):
                    for table in TABLES.values():
                        connection.execute(table.encode())
                    connection.execute(_as_query(SET_VERSION), (VERSION,))
        version = _version(connection)
        if version in UPGRADES:
            version = _upgrade(connection)
        if version != VERSION:
            raise RecordsFault("newer" if version > VERSION else "older", path=PLACE)


def _version(connection: psycopg.Connection) -> int:
    """The form of the tables."""
    versions = connection.execute(GET_VERSION).fetchall()
    if len(versions) != 1:
        raise RecordsFault("foreign", path=PLACE)
    return int(versions[0][0])


def _upgrade(connection: psycopg.Connection) -> int:
    """Bring the form up to date, whole or not at all, whoever else does the same; gives it."""
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (_MAKING,))
        for form in range(_version(connection), VERSION):
            for statement in UPGRADES[form]:
                connection.execute(statement.encode())
        connection.execute(_as_query(RAISE_VERSION), (VERSION,))
    return VERSION


def _run(connection: psycopg.Connection, statement: str, values: Sequence[Cell]) -> list[Row]:
    from psycopg.errors import UniqueViolation

    try:
        cursor = connection.execute(_as_query(statement), values)
    except UniqueViolation:
        raise HandleInUse from None
    return cursor.fetchall() if cursor.description else []


def _is_true(connection: psycopg.Connection, question: str) -> bool:
    row = connection.execute(question.encode()).fetchone()
    return bool(row and row[0])


@cache
def _as_query(statement: str) -> bytes:
    return statement.replace("?", "%s").encode()


def _key(session: str) -> int:
    """The session as the number that advisory locks are known by."""
    digest = hashlib.sha256(f"decision-aid session {session}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
