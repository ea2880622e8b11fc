"""Many programs begin at the same moment where nothing is yet: one makes, all find."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from decision_aid.record import Records
from decision_aid.record.postgres import _MAKING
from decision_aid.record.statements import TABLES, VERSION
from tests.conftest import clock
from tests.record.conftest import STAMP, Child, Place, until
from tests.record.server import Server
from tests.record.test_upgrading import make_older

NOW = clock()
ROOMS = 12


def begin_at_once(place: str) -> list[str]:
    """What each of the rooms says that open the place when all are told to go."""
    waiting, go = os.pipe()

    def work(say: Callable[[str], None]) -> None:
        say("ready")
        os.read(waiting, 1)
        try:
            Records.at(place).begin(None, STAMP, NOW).close()
            say("begun")
        except BaseException as error:
            say(f"{error}")

    rooms = [Child(work) for _ in range(ROOMS)]
    for room in rooms:
        assert room.wait_for(1) == ["ready"]
    os.write(go, b"." * ROOMS)
    said = [room.wait_for(1)[0] for room in rooms]
    for room in rooms:
        room.kill()
    for end in (waiting, go):
        os.close(end)
    return said


def test_where_nothing_is_yet(place: Place) -> None:
    assert begin_at_once(place.address) == ["begun"] * ROOMS
    with place.records() as records:
        assert len(records.list()) == ROOMS


def test_where_an_older_form_lies(place: Place) -> None:
    place.records().close()
    make_older(place)
    assert begin_at_once(place.address) == ["begun"] * ROOMS


def test_where_a_half_made_file_was_left(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    (tmp_path / "records.sqlite.new-0badcafe").write_bytes(b"SQLite format 3")
    assert begin_at_once(str(tmp_path)) == ["begun"] * ROOMS


@pytest.mark.postgres
@pytest.mark.parametrize("isolation", ["repeatable read", "serializable"])
def test_where_the_server_isolates_more(server: Server, isolation: str) -> None:
    name = f"isolated_{isolation.replace(' ', '_')}"
    address = server.database(name)
    with psycopg.connect(server.address(), autocommit=True) as connection:
        connection.execute(
            f"ALTER DATABASE {name} SET default_transaction_isolation = '{isolation}'".encode()
        )
    assert begin_at_once(address) == ["begun"] * ROOMS


@pytest.mark.postgres
def test_tables_that_another_room_makes_meanwhile_are_found(address: str) -> None:
    """The other room is in the middle of making them; this one waits for it."""
    with ThreadPoolExecutor() as pool, psycopg.connect(address) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", (_MAKING,))
        opening = pool.submit(Records.at, address)
        with psycopg.connect(address, autocommit=True) as looking:
            until(lambda: bool(looking.execute(WAITING).fetchall()))
        for table in TABLES.values():
            other.execute(table.encode())
        other.execute("INSERT INTO decision_aid_store VALUES (%s)", (VERSION,))
        other.commit()
        with opening.result() as records:
            assert records.list() == ()


WAITING = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
