"""What only a server can do to the records: go away, come back, refuse."""

from __future__ import annotations

import psycopg
import pytest

from decision_aid.record import Records, RecordsFault
from decision_aid.record.faults import NotKept
from tests.conftest import clock
from tests.record.conftest import STAMP, until
from tests.record.server import Server

pytestmark = pytest.mark.postgres
NOW = clock()


def cut_off(server: Server) -> None:
    """The server ends every other connection."""
    with psycopg.connect(server.address(), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
            "AND application_name = 'decision-aid'"
        )


def test_an_answer_that_a_lost_connection_took_is_written_with_the_next(
    server: Server, address: str
) -> None:
    records = Records.at(address)
    session = records.begin(None, STAMP, NOW)
    session.keep("first", ["one"], NOW)
    cut_off(server)
    with pytest.raises(NotKept, match="cannot be reached"):
        session.keep("second", ["two"], NOW)
    assert session.unsaved == 1
    session.keep("third", None, NOW)
    assert session.answers_given() == {"first": ("one",), "second": ("two",), "third": None}
    assert Records.at(address).open_by_code(session.code).only_looking


def test_another_who_came_in_meanwhile_is_not_overwritten(server: Server, address: str) -> None:
    first, second = Records.at(address), Records.at(address)
    session = first.begin(None, STAMP, NOW)
    session.keep("who", ["me"], NOW)
    cut_off(server)
    with pytest.raises(RecordsFault):
        second.list()
    until(lambda: not second.list()[0].in_use)
    other = second.open_by_code(session.code)
    assert not other.only_looking
    other.keep("who", ["you"], NOW)
    for _ in range(2):
        with pytest.raises(NotKept):
            session.keep("who", ["me again"], NOW)
    assert other.answers_given() == {"who": ("you",)}
    other.close()
    session.keep("lean", ["wait"], NOW)
    assert session.answers_given() == {"who": ("me again",), "lean": ("wait",)}


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE decision_aid_store SET version = 99", "newer"),
        ("UPDATE decision_aid_store SET version = 0", "older"),
        ("DELETE FROM decision_aid_store", "foreign"),
        ("ALTER TABLE decision_aid_store RENAME COLUMN version TO other", "foreign"),
    ],
)
def test_tables_that_are_not_ours_are_told(address: str, statement: str, kind: str) -> None:
    Records.at(address).close()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement.encode())
    with pytest.raises(RecordsFault) as fault:
        Records.at(address)
    assert fault.value.kind == kind


def test_looking_makes_no_tables(address: str) -> None:
    with pytest.raises(RecordsFault) as fault:
        Records.at(address, make=False)
    assert fault.value.kind == "none_yet"


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("postgresql:///postgres?host=/nowhere/at/all&password=SECRET", "server_away"),
        ("postgresql://u:SECRET@127.0.0.1:1/postgres", "server_away"),
        ("postgresql://[SECRET", "address"),
        ("postgresql:///x?no_such_word=SECRET", "address"),
    ],
)
def test_a_server_that_is_not_there_is_told_without_the_address(address: str, kind: str) -> None:
    with pytest.raises(RecordsFault) as fault:
        Records.at(address)
    assert fault.value.kind == kind
    assert "SECRET" not in str(fault.value)


def test_a_database_that_is_not_there_is_told(server: Server) -> None:
    with pytest.raises(RecordsFault) as fault:
        Records.at(server.address().replace("///postgres", "///nowhere"))
    assert fault.value.kind == "server_away"


def test_the_servers_log_holds_no_answers(server: Server, address: str) -> None:
    with Records.at(address) as records:
        session = records.begin("label-MARKER", STAMP, NOW)
        session.keep("who", ["answer-MARKER"], NOW)
        records.erase(session)
    assert "MARKER" not in server.log


def test_a_distant_server_is_reached_only_by_a_locked_line() -> None:
    from decision_aid.record.connecting import is_local

    assert is_local({"host": "/var/run/postgresql"})
    assert is_local({})
    assert not is_local({"host": "db.clinic.example"})
