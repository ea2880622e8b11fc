"""A connection to PostgreSQL that is fit to keep answers, however the server is set up.

What keeping hangs on is said anew on each connection, and what cannot be said is looked at, so
that a server that is not fit is refused before anybody is promised anything.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

from decision_aid.record.faults import RecordsFault
from decision_aid.record.pooling import refuse_shared_session

if TYPE_CHECKING:
    import psycopg

_REACHING: Mapping[str, str | int] = {
    "application_name": "decision-aid",
    "connect_timeout": 5,  # seconds until a server that does not answer at all is given up
    "tcp_user_timeout": 10_000,  # milliseconds for what was sent: then the cable is out
    "keepalives": 1,  # while nobody answers a question the line is tried all the same:
    "keepalives_idle": 30,  # after so many seconds,
    "keepalives_interval": 10,  # then so often,
    "keepalives_count": 3,  # and so many times in vain before the connection counts as lost
}
_SETTINGS: tuple[tuple[int, str], ...] = (
    (0, "SET client_encoding = 'UTF8'"),
    # An answer is on the server's disk before it counts as kept.
    (0, "SET synchronous_commit = on"),
    # A statement that takes longer than anybody waits is given up, also where it waits for room.
    (0, "SET statement_timeout = '15s'"),
    # So is one that waits for another room's lock.
    (0, "SET lock_timeout = '5s'"),
    # A room that stopped in the middle of writing does not keep the others out for long.
    (0, "SET idle_in_transaction_session_timeout = '60s'"),
    # The server too notices a room that is gone, so that its session can be opened elsewhere.
    (0, "SET tcp_keepalives_idle = 30"),
    (0, "SET tcp_keepalives_interval = 10"),
    (0, "SET tcp_keepalives_count = 3"),
    # Thinking about a question may take hours, and must not cost the lock on the session.
    (140_000, "SET idle_session_timeout = 0"),
    (170_000, "SET transaction_timeout = 0"),
    # What others have committed is seen once their lock is had.
    (0, "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED"),
    # A backslash is a backslash.
    (0, "SET standard_conforming_strings = on"),
    (0, "SET timezone = 'UTC'"),
    # A statement that fails leaves no answer in the server's log.
    (130_000, "SET log_parameter_max_length_on_error = 0"),
)
"""Each from the version of the server on that knows it."""
_ENCODING = "SELECT pg_catalog.current_setting('server_encoding')"
_STATE = "SELECT pg_catalog.current_setting('transaction_read_only'), pg_catalog.current_schema()"


def connect(address: str) -> psycopg.Connection:
    """A new connection; raises RecordsFault or psycopg.Error where it would not be fit."""
    import psycopg

    connecting = _read_address(address)
    try:
        connection = psycopg.connect(autocommit=True, **connecting)  # type: ignore[arg-type]
    except UnicodeError:  # a name that no server can have
        raise RecordsFault("server_away") from None
    try:
        refuse_shared_session(connection, connecting)  # before settings that others would inherit
        _refuse_other_encoding(connection)
        _set_up(connection)
        _refuse_reading_alone(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _read_address(address: str) -> dict[str, str | int]:
    """What the address says, and what it leaves open."""
    import psycopg
    from psycopg.conninfo import conninfo_to_dict

    try:
        given = conninfo_to_dict(address)
    except (psycopg.ProgrammingError, ValueError):
        raise RecordsFault("address") from None
    if not is_local(given) and not ("sslmode" in given or "PGSSLMODE" in os.environ):
        given["sslmode"] = "require"  # answers never cross a network in the clear by oversight
    said = {name: value for name, value in given.items() if value is not None}
    # Only without any encoding can every database be asked for its own.
    return {**_REACHING, **said, "client_encoding": "SQL_ASCII"}


def is_local(given: Mapping[str, object]) -> bool:
    """Whether what is sent stays on this computer."""
    host = str(given.get("host") or given.get("hostaddr") or os.environ.get("PGHOST") or "/")
    return host.startswith("/") or host in ("localhost", "127.0.0.1", "::1")


def _set_up(connection: psycopg.Connection) -> None:
    known = (one for since, one in _SETTINGS if connection.info.server_version >= since)
    connection.execute("; ".join(known).encode())


def _refuse_other_encoding(connection: psycopg.Connection) -> None:
    """No setting of ours makes a database hold letters that its encoding has not."""
    ((encoding,),) = connection.execute(_ENCODING.encode()).fetchall()
    if encoding != b"UTF8":
        raise RecordsFault("server_encoding", encoding=encoding.decode("ascii", "replace"))


def _refuse_reading_alone(connection: psycopg.Connection) -> None:
    """Nor does any make a standby server take answers, or give the tables a place."""
    ((read_only, schema),) = connection.execute(_STATE.encode()).fetchall()
    if read_only != "off":
        raise RecordsFault("server_only_reads")
    if schema is None:
        raise RecordsFault("server_no_schema")
