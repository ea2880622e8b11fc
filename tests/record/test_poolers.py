"""A connection pooler between the rooms and the server: told at once where it shares sessions."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from decision_aid.record import Records
from decision_aid.record.faults import NotKept
from tests.conftest import clock
from tests.record.both_faces import FACES
from tests.record.conftest import STAMP, until
from tests.record.pooler import Pooler
from tests.record.server import Server
from tests.record.test_both_faces import BEGINNINGS
from tests.record.test_in_its_place import kind_of

pytestmark = [pytest.mark.postgres, pytest.mark.pgbouncer]
NOW = clock()
_NUMBERS = itertools.count()


@pytest.fixture
def database(server: Server) -> str:
    """The name of an empty database."""
    name = f"pooled_{next(_NUMBERS)}"
    server.database(name)
    return name


@pytest.fixture
def pooler(request: pytest.FixtureRequest, server: Server) -> Iterator[Pooler]:
    """A pooler in the mode that the test names, with as many sessions as it says."""
    mode, size = request.param
    running = Pooler(server, mode, size=size)
    until(running.is_there)
    yield running
    running.stop()


ROOMS = 8
SHARING = [("transaction", 20), ("transaction", 1), ("statement", 20)]


@pytest.mark.parametrize("pooler", SHARING, indirect=True)
def test_a_pooler_that_shares_sessions_is_refused_before_anything_is_made(
    server: Server, pooler: Pooler, database: str
) -> None:
    for make in (True, False, True):
        place = pooler.address(database)
        assert kind_of(lambda place=place, make=make: Records.at(place, make=make)) == (  # type: ignore[misc]
            "server_pooled"
        )
    direct = server.address_of(database)
    assert kind_of(lambda: Records.at(direct, make=False)) == "none_yet"


@pytest.mark.parametrize("pooler", [("transaction", 40)], indirect=True)
def test_a_busy_pooler_that_shares_sessions_is_refused_too(pooler: Pooler, database: str) -> None:
    rooms = [psycopg.connect(pooler.address(database), autocommit=True) for _ in range(6)]
    for room in rooms:
        room.execute("BEGIN")
    for room in rooms:
        room.execute("COMMIT")
    with ThreadPoolExecutor(ROOMS) as pool:
        opening = [pool.submit(Records.at, pooler.address(database)) for _ in range(ROOMS)]
    assert [kind_of(one.result) for one in opening] == ["server_pooled"] * ROOMS
    assert settings_left_behind(rooms) == set()
    for room in rooms:
        room.close()


def settings_left_behind(rooms: Sequence[psycopg.Connection]) -> set[str]:
    """What others would inherit through the pooler."""
    asked = "SELECT name FROM pg_settings WHERE source = 'session' AND name ~ 'timeout|commit'"
    for room in rooms:
        room.execute("BEGIN")
    found = {str(name) for room in rooms for (name,) in room.execute(asked.encode()).fetchall()}
    for room in rooms:
        room.execute("COMMIT")
    return found


@pytest.mark.parametrize("pooler", [("transaction", 20)], indirect=True)
def test_each_face_says_so_and_goes_on_without_keeping(
    pooler: Pooler, database: str, face: str
) -> None:
    course = FACES[face](("--records", pooler.address(database)))
    assert BEGINNINGS["server_pooled"] in course.said
    assert course.exit_code == 0


@pytest.mark.parametrize("pooler", [("session", 20), ("session", 2)], indirect=True)
def test_through_a_pooler_of_sessions_a_second_room_can_only_look(
    pooler: Pooler, database: str
) -> None:
    place = pooler.address(database)
    with Records.at(place) as first, Records.at(place) as second:
        session = first.begin(None, STAMP, NOW)
        session.keep("who", ["me"], NOW)
        other = second.open_by_code(session.code)
        assert other.only_looking
        with pytest.raises(NotKept):
            other.keep("who", ["you"], NOW)
        assert kind_of(lambda: second.erase(session.entry)) == "in_use"
        session.close()
        again = second.open_by_code(session.code)
        again.keep("who", ["you"], NOW)
        assert again.answers_given() == {"who": ("you",)}
        again.close()
    with Records.at(place) as records:
        assert not records.open_by_code(session.code).only_looking


def test_a_room_that_reconnects_through_a_pooler_keeps_nothing(
    server: Server, database: str
) -> None:
    """The pooler is set to another mode while a visit goes on."""
    by_session = Pooler(server, "session")
    until(by_session.is_there)
    records = Records.at(by_session.address(database))
    session = records.begin(None, STAMP, NOW)
    session.keep("who", ["me"], NOW)
    by_session.change_mode("transaction")
    until(by_session.is_there)
    for _ in range(2):
        with pytest.raises(NotKept):
            session.keep("who", ["you"], NOW)
    by_session.stop()
    with Records.at(server.address_of(database)) as direct:
        assert direct.open_by_code(session.code).answers_given() == {"who": ("me",)}
