"""What a keeper holds, says and catches up with while the place of the records stands still."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Event

import psycopg
import pytest

from decision_aid.record import ContentVersion, Printed, Records, RecordsFault, deadline, keeper
from decision_aid.record.database import Run
from decision_aid.record.faults import NotKept
from decision_aid.record.folder import DATABASE
from decision_aid.record.keeper import Keeper
from decision_aid.record.models import StoredAnswer
from decision_aid.record.session import Session
from decision_aid.record.sqlite_file import SqliteFile
from tests.conftest import clock
from tests.processes import PATIENCE
from tests.record.conftest import STAMP, Place, until
from tests.record.server import Server

NOW = clock()


class SlowDisk(SqliteFile):
    """A disk that can be made to stand still."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.moves = Event()
        self.moves.set()

    @contextmanager
    def writing(self) -> Iterator[Run]:
        """Write when the disk moves."""
        self.moves.wait(PATIENCE)
        with super().writing() as run:
            yield run


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SlowDisk]:
    """Records on a disk that moves so far."""
    slow = SlowDisk(tmp_path / "records")
    yield slow
    slow.moves.set()


@pytest.fixture
def kept(disk: SlowDisk) -> Keeper:
    """A session that was begun on that disk, under the label `mine`."""
    return Keeper(Records(disk).begin("mine", STAMP, NOW))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From now on nobody waits long for a disk."""

    def become() -> None:
        monkeypatch.setattr(deadline, "PATIENCE", 0.01)
        monkeypatch.setattr(deadline, "AT_THE_END", 0.01)

    return become


def on_disk(disk: SlowDisk) -> Session:
    """The session as another program finds it."""
    return Records.at(disk.path.parent).open("mine", looking=True)


def put(keep: Callable[[], None]) -> str:
    """The kind of fault with which something was not kept."""
    with pytest.raises(NotKept) as error:
        keep()
    return error.value.fault.kind


def test_what_is_kept_is_on_the_disk_at_once(disk: SlowDisk, kept: Keeper) -> None:
    kept.keep("who", ["me"], NOW)
    kept.show("hope")
    assert on_disk(disk).answers_given() == {"who": ("me",)}
    assert (on_disk(disk).at, kept.at) == ("hope", "hope")
    assert (kept.fault, kept.unsaved) == (None, 0)


def test_behind_a_disk_that_stands_still_all_is_written_in_its_order(
    disk: SlowDisk, kept: Keeper, impatient: Callable[[], None]
) -> None:
    told: list[str | None] = []
    kept._tell = lambda: told.append(kept.fault.kind if kept.fault else None)
    impatient()
    disk.moves.clear()
    assert put(lambda: kept.keep("who", ["me"], NOW)) == "behind"
    assert put(lambda: kept.keep("hope", ["walking"], NOW)) == "behind"
    assert put(lambda: kept.keep("who", ["you"], NOW + timedelta(hours=1))) == "behind"
    assert put(lambda: kept.show("lean")) == "behind"
    assert put(lambda: kept.keep("notes", None, NOW)) == "behind"
    assert kept.unsaved == 3
    expected = [("hope", ("walking",)), ("who", ("you",)), ("notes", None)]
    assert list(kept.answers_given().items()) == expected
    disk.moves.set()
    until(lambda: kept.fault is None)
    assert list(on_disk(disk).answers_given().items()) == expected
    assert on_disk(disk).at == "lean"
    until(lambda: told[-1:] == [None])
    assert kept.unsaved == 0


def test_a_print_while_behind_is_of_the_answers_of_that_moment(
    disk: SlowDisk, kept: Keeper, impatient: Callable[[], None]
) -> None:
    impatient()
    disk.moves.clear()
    put(lambda: kept.keep("who", ["me"], NOW))
    put(lambda: kept.mark_printed(NOW.date()))
    assert kept.last_print() is None
    put(lambda: kept.keep("who", ["you"], NOW))
    printed = Printed(NOW.date(), {"who": ("me",)})
    assert kept.last_print() == printed
    disk.moves.set()
    until(lambda: kept.fault is None)
    assert on_disk(disk).last_print() == printed


def test_answers_brought_to_a_place_that_stands_still_are_kept_there_later(
    disk: SlowDisk, kept: Keeper, impatient: Callable[[], None]
) -> None:
    impatient()
    disk.moves.clear()
    brought = [StoredAnswer("who", ("me",), NOW), StoredAnswer("hope", ("walking",), NOW)]
    assert put(lambda: kept.keep_all(brought)) == "behind"
    newer = ContentVersion("small", "0.2.0", "def")
    assert put(lambda: kept.change_content(newer)) == "behind"
    assert kept.unsaved == 2
    disk.moves.set()
    until(lambda: kept.fault is None)
    assert on_disk(disk).answers() == tuple(brought)
    assert kept.entry.content == newer


def test_closed_while_behind_it_is_written_and_let_go_as_soon_as_the_disk_moves(
    disk: SlowDisk, kept: Keeper, impatient: Callable[[], None]
) -> None:
    impatient()
    disk.moves.clear()
    put(lambda: kept.keep("who", ["me"], NOW))
    put(lambda: kept.keep("hope", ["walking"], NOW))
    kept.close()
    with Records.at(disk.path.parent) as others:
        assert others.open("mine").only_looking
        disk.moves.set()
        until(lambda: not others.list()[0].in_use)
        assert others.open("mine").answers_given() == {"who": ("me",), "hope": ("walking",)}


def test_what_a_full_disk_refused_is_written_by_itself_when_there_is_room(
    disk: SlowDisk, kept: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "RETRY", 0.01)
    pages = disk._connection.execute("PRAGMA page_count").fetchone()[0]
    disk._connection.execute(f"PRAGMA max_page_count = {pages}")
    long = "x" * 20_000
    assert put(lambda: kept.keep("who", [long], NOW)) == "disk_full"
    assert put(lambda: kept.keep("hope", ["walking"], NOW)) == "disk_full"
    assert kept.unsaved == 2
    with disk._alone:
        disk._connection.execute("PRAGMA max_page_count = 100000")
    until(lambda: kept.fault is None and kept.unsaved == 0)
    assert on_disk(disk).answers_given() == {"who": (long,), "hope": ("walking",)}


def test_a_disk_that_fills_up_while_behind_is_told(
    disk: SlowDisk, kept: Keeper, impatient: Callable[[], None]
) -> None:
    impatient()
    disk.moves.clear()
    put(lambda: kept.keep("who", ["x" * 20_000], NOW))
    pages = disk._connection.execute("PRAGMA page_count").fetchone()[0]
    disk._connection.execute(f"PRAGMA max_page_count = {pages}")
    disk.moves.set()
    until(lambda: kept.fault is not None and kept.fault.kind == "disk_full")
    assert kept.unsaved == 1


def test_answers_erased_while_behind_are_not_brought_back(
    disk: SlowDisk, kept: Keeper, impatient: Callable[[], None]
) -> None:
    impatient()
    disk.moves.clear()
    put(lambda: kept.keep("who", ["me"], NOW))
    with contextlib.closing(sqlite3.connect(disk.path.parent / DATABASE)) as another:
        another.execute("DELETE FROM decision_aid_session")
        another.commit()
    disk.moves.set()
    until(lambda: kept.fault is not None and kept.fault.kind == "gone")
    assert put(lambda: kept.keep("hope", ["walking"], NOW)) in ("gone", "behind")
    assert Records(disk).list() == ()


def test_a_session_in_use_elsewhere_takes_nothing(place: Place, records: Records) -> None:
    session = records.begin(None, STAMP, NOW)
    session.keep("who", ["me"], NOW)
    looking = Keeper(place.again(records, place.name(session)))
    assert looking.only_looking
    assert put(lambda: looking.keep("who", ["you"], NOW)) == "in_use"
    assert put(lambda: looking.show("hope")) == "in_use"
    looking.close()
    assert session.answers_given() == {"who": ("me",)}


def test_a_fault_of_our_own_in_the_thread_is_told_and_keeps_nothing_back(
    disk: SlowDisk, kept: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_session: Session, _answers: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(Session, "keep_all", fails)
        assert put(lambda: kept.keep("who", ["me"], NOW)) == "failed"
    kept.keep("hope", ["walking"], NOW)
    assert on_disk(disk).answers_given() == {"who": ("me",), "hope": ("walking",)}


# --- a server ---


@pytest.mark.postgres
def test_a_server_that_stands_still_and_then_falls_gets_all_when_it_is_back(
    own_server: Server, impatient: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "RETRY", 0.05)
    address = own_server.address()
    kept = Keeper(Records.at(address).begin("mine", STAMP, NOW))
    kept.keep("who", ["me"], NOW)
    impatient()
    with own_server.standing_still():
        assert put(lambda: kept.keep("hope", ["walking"], NOW)) == "behind"
        assert put(lambda: kept.mark_printed(NOW.date())) == "behind"
    own_server.go_away()
    with contextlib.suppress(NotKept):
        kept.keep("lean", ["wait"], NOW)
    own_server.start()
    until(lambda: kept.fault is None)
    with Records.at(address) as records:
        found = records.open_by_code(kept.code)
        assert found.answers_given() == kept.answers_given()
        assert found.only_looking


@pytest.mark.postgres
def test_a_lock_lost_while_behind_overwrites_nobody(
    server: Server, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "RETRY", PATIENCE)
    kept = Keeper(Records.at(address).begin("mine", STAMP, NOW))
    kept.keep("who", ["me"], NOW)
    with psycopg.connect(address) as other:
        with psycopg.connect(address) as staff, monkeypatch.context() as hurried:
            staff.execute("LOCK TABLE decision_aid_session IN ACCESS EXCLUSIVE MODE")
            hurried.setattr(deadline, "PATIENCE", 0.01)
            assert put(lambda: kept.keep("who", ["me again"], NOW)) == "behind"
            _end_writers(server)
            until(lambda: kept.fault is not None and kept.fault.kind == "server_away")
            _take_lock(other, kept.entry.id)
        assert put(lambda: kept.keep("hope", ["walking"], NOW)) == "in_use"
        assert kept.unsaved == 2
    until(lambda: not Records.at(address).list()[0].in_use)
    kept.show("lean")
    found = Records.at(address).open_by_code(kept.code)
    assert found.only_looking
    assert found.answers_given() == {"who": ("me again",), "hope": ("walking",)}


def _end_writers(server: Server) -> None:
    with psycopg.connect(server.address(), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE application_name = 'decision-aid' AND wait_event_type = 'Lock'"
        )


def _take_lock(connection: psycopg.Connection, session: str) -> None:
    from decision_aid.record.postgres import _key

    connection.execute("SELECT pg_advisory_lock(%s)", (_key(session),))


# --- opening ---


def test_what_opens_too_late_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    moves, let_go = Event(), list[str]()

    def do() -> str:
        moves.wait(PATIENCE)
        return "opened"

    monkeypatch.setattr(deadline, "DEADLINE", 0.01)
    with pytest.raises(RecordsFault) as fault:
        deadline.before_deadline(do, let_go.append)
    assert fault.value.kind == "slow"
    moves.set()
    until(lambda: let_go == ["opened"])
