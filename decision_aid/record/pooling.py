"""A connection pooler that lends one session of the server to several rooms is refused.

The lock on a session of answers belongs to a session of the server. Where a pooler hands that on
after each transaction, two rooms hold one lock, and both write.
"""

from __future__ import annotations

import selectors
from collections.abc import Mapping
from contextlib import closing
from typing import TYPE_CHECKING

from decision_aid.record.faults import RecordsFault

if TYPE_CHECKING:
    import psycopg

_WHO = b"SELECT pg_catalog.pg_backend_pid()"
_BEGIN = b"BEGIN; " + _WHO
_END = b"ROLLBACK; " + _WHO
_ROUNDS = 8
_PATIENCE = 3.0
"""Seconds for an answer: a pooler whose sessions are all lent out lets one wait for minutes."""


def refuse_shared_session(
    connection: psycopg.Connection, connecting: Mapping[str, str | int]
) -> None:
    """Raise RecordsFault where the connection has no session of the server to itself."""
    mine = _ask(connection, _WHO)
    if mine is None:
        raise RecordsFault("busy")
    if mine != connection.info.backend_pid and _is_lent(connection, mine, connecting):
        raise RecordsFault("server_pooled")


def _is_lent(
    connection: psycopg.Connection, mine: int, connecting: Mapping[str, str | int]
) -> bool:
    """Whether the session that was ours in one transaction is another's in the next.

    Somebody stands between, since they gave a number that is not the server's. A second
    connection is then lent what the first one has just given back.
    """
    import psycopg

    with closing(psycopg.connect(autocommit=True, **connecting)) as other:  # type: ignore[arg-type]
        try:
            theirs = _ask(other, _BEGIN)
            if theirs is None:  # all that the pooler has is lent out for good
                return _ask(connection, _WHO) != mine
            _ask(other, _END)
            return theirs == mine or _change_hands({connection: mine, other: theirs})
        except psycopg.Error:  # a pooler of single statements takes no transaction
            return True


def _change_hands(sessions: Mapping[psycopg.Connection, int]) -> bool:
    """Whether any of these connections gets another session than it had.

    They give them back in both orders, for poolers that lend the newest first or the oldest,
    and several times, for other rooms come and go meanwhile.
    """
    for number in range(_ROUNDS):
        if any(_ask(one, _BEGIN) != had for one, had in sessions.items()):
            return True
        for one in sorted(sessions, key=sessions.__getitem__, reverse=bool(number % 2)):
            _ask(one, _END)
    return False


def _ask(connection: psycopg.Connection, question: bytes) -> int | None:
    """The number that is the answer; None where there is none in time. Raises psycopg.Error."""
    import psycopg

    line, found = connection.pgconn, b""
    line.send_query(question)
    with selectors.DefaultSelector() as waiting:
        waiting.register(line.socket, selectors.EVENT_READ)
        while True:
            while line.is_busy():
                if not waiting.select(_PATIENCE):
                    return None
                line.consume_input()
            if (result := line.get_result()) is None:
                return int(found)
            if result.status == psycopg.pq.ExecStatus.FATAL_ERROR:
                raise psycopg.OperationalError
            found = result.get_value(0, 0) or found if result.ntuples else found
