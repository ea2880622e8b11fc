"""The folder and the file on this computer: rights, room, and whatever stands in their place."""

from __future__ import annotations

import os
import resource
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from decision_aid.record import Records, RecordsFault, sqlite_file
from decision_aid.record.faults import NotKept
from decision_aid.record.folder import DATABASE
from tests.conftest import clock
from tests.record.conftest import NOBODY, STAMP, in_a_child
from tests.record.test_in_its_place import everything, filled, kind_of

NOW = clock()
LOADED_BEFORE_FORKING = sqlite_file.SqliteFile
"""Somebody without rights cannot load it from where root keeps Python."""


# --- rights ---


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_rights_are_narrow_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    def work() -> str:
        os.umask(umask)
        with Records.at(tmp_path / "new" / "deep" / "records") as records:
            session = records.begin(None, STAMP, NOW)
            session.keep("who", ["me"], NOW)
            found = [(p, p.stat().st_mode) for p in (tmp_path / "new").rglob("*")]
            session.close()
        wide = [
            (path.name, oct(mode))
            for path, mode in [*found, (tmp_path / "new", (tmp_path / "new").stat().st_mode)]
            if stat.S_IMODE(mode) != (0o700 if stat.S_ISDIR(mode) else 0o600)
        ]
        names = {path.name for path, _ in found}
        return f"{wide} {sorted(names & {DATABASE, DATABASE + '-wal', DATABASE + '-shm'})}"

    three = [DATABASE, DATABASE + "-shm", DATABASE + "-wal"]
    assert in_a_child(work) == f"[] {three}"


def test_rights_that_became_wide_are_narrowed(tmp_path: Path) -> None:
    path = filled(tmp_path / "records")
    path.chmod(0o644)
    path.parent.chmod(0o755)
    filled_again = Records.at(path.parent)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    filled_again.close()


def test_a_folder_of_other_things_is_not_closed_to_others(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").touch()
    tmp_path.chmod(0o755)
    assert kind_of(lambda: Records.at(tmp_path)) == "open_to_others"
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_no_file_is_named_by_what_was_typed(tmp_path: Path) -> None:
    with Records.at(tmp_path / "records") as records:
        session = records.begin("../../MARKER", STAMP, NOW)
        session.keep("MARKER", ["MARKER"], NOW)
        assert not [path for path in tmp_path.rglob("*") if "MARKER" in path.name]


def test_nothing_is_made_just_by_looking(tmp_path: Path) -> None:
    assert kind_of(lambda: Records.at(tmp_path / "records", make=False)) == "none_yet"
    assert list(tmp_path.iterdir()) == []


def test_the_default_is_the_data_folder_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    Records.at(None).close()
    assert (tmp_path / "decision-aid" / DATABASE).is_file()
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: Path("~/records"))
    assert kind_of(lambda: Records.at("")) == "no_home"


def opened(folder: Path) -> Callable[[], str]:
    def work() -> str:
        try:
            with Records.at(folder) as records:
                records.begin(None, STAMP, NOW)
        except RecordsFault as fault:
            return fault.kind
        return "opened"

    return work


def test_an_unwritable_folder_says_so(nobodys: Path) -> None:
    assert in_a_child(opened(nobodys / "records"), NOBODY) == "opened"
    for path, mode in (
        (nobodys / "records", 0o500),
        (nobodys / "records", 0o000),
        (nobodys, 0o500),
        (nobodys, 0o000),
    ):
        path.chmod(mode)
        missing = nobodys / "missing" / "records"
        tried = missing if path == nobodys else nobodys / "records"
        assert in_a_child(opened(tried), NOBODY) == "not_writable"
        path.chmod(0o700)
    assert in_a_child(opened(nobodys / "records"), NOBODY) == "opened"


def test_a_read_only_database_cannot_be_made_writable_by_others(nobodys: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("left out: only root can give a folder to somebody else")
    filled(nobodys / "records")
    assert in_a_child(opened(nobodys / "records"), NOBODY) in ("not_ours", "not_writable")


# --- room ---


def test_a_full_disk_keeps_what_was_there_and_what_comes_later(tmp_path: Path) -> None:
    def work() -> str:
        records = Records.at(tmp_path / "records")
        session = records.begin("mine", STAMP, NOW)
        session.keep("first", ["one"], NOW)
        log = tmp_path / "records" / f"{DATABASE}-wal"
        resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size + 9_000, -1))
        told = []
        for number in range(8):
            try:
                session.keep(f"q{number}", ["x" * 1_500], NOW)
            except NotKept as error:
                told.append(str(error))
        on_disk, waiting = len(session.answers()), session.unsaved
        resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))
        session.keep("last", None, NOW)
        session.close()
        return f"{on_disk + waiting} {len(told) == waiting > 0} {set(told)} {session.unsaved}"

    words = "There is no room left on the disk. Do this: Make room; then it can be kept."
    assert in_a_child(work) == f"9 True {{{words!r}}} 0"
    with Records.at(tmp_path / "records") as records:
        names = ["first", *(f"q{number}" for number in range(8)), "last"]
        assert list(records.open("mine").answers_given()) == names


@pytest.mark.parametrize("room", [0, 1_000, 20_000])
def test_no_room_for_a_new_database_leaves_nothing_half_made(tmp_path: Path, room: int) -> None:
    def work() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, -1))
        return opened(tmp_path / "records")()

    assert in_a_child(work) == "disk_full"
    assert [name for name in everything(tmp_path) if DATABASE in name] == []
    assert in_a_child(opened(tmp_path / "records")) == "opened"


def test_records_taken_away_during_a_visit_are_told(tmp_path: Path) -> None:
    with Records.at(tmp_path / "records") as records:
        session = records.begin("mine", STAMP, NOW)
        session.keep("first", ["one"], NOW)
        (tmp_path / "records").rename(tmp_path / "elsewhere")
        with pytest.raises(NotKept, match="moved or deleted"):
            session.keep("second", ["two"], NOW)
        (tmp_path / "elsewhere").rename(tmp_path / "records")
        session.keep("third", None, NOW)
        session.close()
    with Records.at(tmp_path / "records") as records:
        given = records.open("mine").answers_given()
    assert given == {"first": ("one",), "second": ("two",), "third": None}


# --- erasing ---


@pytest.mark.parametrize("others", [False, True])
def test_after_erasing_the_marker_is_nowhere_in_the_folder(tmp_path: Path, others: bool) -> None:
    def holding(folder: Path) -> list[str]:
        return [p.name for p in folder.rglob("*") if p.is_file() and b"MARKER" in p.read_bytes()]

    records = Records.at(tmp_path)
    looking = Records.at(tmp_path) if others else None
    session = records.begin("MARKER", STAMP, NOW)
    other = records.begin("other", STAMP, NOW)
    for number in range(60):
        session.keep(f"q{number % 25}", [f"MARKER {number}", "MARKER " * 280], NOW)
        other.keep(f"q{number}", ["harmless " * 20], NOW)
    session.mark_printed(NOW.date())
    if looking is not None:
        assert looking.open("MARKER").only_looking
    assert holding(tmp_path)
    assert records.erase(session).complete
    assert holding(tmp_path) == []
    assert len(other.answers()) == 60
    records.close()
    assert holding(tmp_path) == []


def test_neither_database_is_loaded_before_it_is_needed() -> None:
    program = "import sys, decision_aid.record, decision_aid.record.session; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    heavy = {"sqlite3", "psycopg", "cryptography", "pydantic", "yaml", "textual", "platformdirs"}
    assert not set(done.stdout.split()) & heavy
