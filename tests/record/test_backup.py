"""A copy of the records: what was taken by this program is whole, what is not is known."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from decision_aid.record import Records, sqlite_file
from decision_aid.record.folder import DATABASE
from decision_aid.record.session import Session
from tests.conftest import clock
from tests.record.conftest import STAMP, Child, Place, in_a_child
from tests.record.failing_disk import CALLS, FailingDisk, can_fail
from tests.record.test_in_its_place import everything, filled, kind_of

NOW = clock()
LOG = f"{DATABASE}-wal"


def begun(records: Records, label: str = "mine") -> Session:
    session = records.begin(label, STAMP, NOW)
    session.keep("who", ["me"], NOW)
    return session


def put_in_place(copy: Path, folder: Path) -> Path:
    folder.mkdir(0o700)
    shutil.copy(copy, folder / DATABASE)
    return folder


def given_there(folder: Path, label: str = "mine") -> object:
    with Records.at(folder) as records:
        return records.open(label, looking=True).answers_given()


# --- the file alone ---


def test_the_file_copied_alone_while_it_is_in_use_is_told_and_left(tmp_path: Path) -> None:
    with Records.at(tmp_path / "records") as records:
        begun(records)
        copy = put_in_place(tmp_path / "records" / DATABASE, tmp_path / "copy")
    before = (copy / DATABASE).read_bytes()
    for make in (True, False):
        assert kind_of(lambda make=make: Records.at(copy, make=make)) == "copied_alone"  # type: ignore[misc]
    assert [path.name for path in copy.iterdir() if path.is_file()] == [DATABASE]
    assert (copy / DATABASE).read_bytes() == before


def test_the_log_beside_it_makes_it_whole_and_an_empty_one_opens_what_is_left(
    tmp_path: Path,
) -> None:
    with Records.at(tmp_path / "records") as records:
        begun(records)
        whole = put_in_place(tmp_path / "records" / DATABASE, tmp_path / "whole")
        rest = put_in_place(tmp_path / "records" / DATABASE, tmp_path / "rest")
        shutil.copy(tmp_path / "records" / LOG, whole)
    (rest / LOG).touch()
    assert given_there(whole) == {"who": ("me",)}
    assert given_there(rest) == {}


def visit_until_killed(folder: Path) -> None:
    def work(say: Callable[[str], None]) -> None:
        session = begun(Records.at(folder), "killed")
        say(session.entry.label)
        os.read(os.pipe()[0], 1)

    child = Child(work)
    child.wait_for(1)
    child.kill()


def test_after_a_visit_that_was_killed_a_copy_alone_is_told_and_the_records_open(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "records"
    visit_until_killed(folder)
    copy = put_in_place(folder / DATABASE, tmp_path / "copy")
    assert kind_of(lambda: Records.at(copy)) == "copied_alone"
    assert given_there(folder, "killed") == {"who": ("me",)}


def test_a_program_that_is_killed_while_it_closes_leaves_no_doubt(tmp_path: Path) -> None:
    """SQLite has taken the log away, and nothing was done after that."""

    def work(say: Callable[[str], None]) -> None:
        records = Records.at(tmp_path)
        begun(records).close()
        sqlite_file.note_that_all_is_here = lambda path: os._exit(0)  # type: ignore[attr-defined]
        records.close()
        say("not killed")

    child = Child(work)
    assert child.wait_for(1) == [""]
    child.kill()
    assert not (tmp_path / LOG).exists()
    assert given_there(tmp_path) == {"who": ("me",)}


def test_a_file_that_was_closed_can_be_copied_alone(tmp_path: Path) -> None:
    """However it was closed, and also where one that only looks closes it after a kill."""
    folder = tmp_path / "records"

    def closes_it() -> None:
        filled(folder)

    def forgets_to_close_it() -> None:
        assert in_a_child(lambda: begun(Records.at(folder), "two").entry.label) == "two"
        Records.at(folder, make=False).list()

    def looks_after_a_kill() -> None:
        visit_until_killed(folder)
        with Records.at(folder, make=False) as records:
            assert len(records.list()) == 3

    for number, way in enumerate((closes_it, forgets_to_close_it, looks_after_a_kill)):
        way()
        assert not (folder / LOG).exists()
        copy = put_in_place(folder / DATABASE, tmp_path / str(number))
        assert given_there(copy) != {}


def test_one_of_two_that_closes_leaves_the_other_marked(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    with Records.at(folder) as first:
        session = begun(first)
        with Records.at(folder) as second:
            begun(second, "other")
        session.keep("when", ["later"], NOW)
        copy = put_in_place(folder / DATABASE, tmp_path / "copy")
        assert kind_of(lambda: Records.at(copy)) == "copied_alone"
    assert len(given_there(put_in_place(folder / DATABASE, tmp_path / "after"))) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize("make", [True, False])
def test_the_log_alone_is_told_and_left(tmp_path: Path, make: bool) -> None:
    """A new file beside it would be given its answers, and perhaps be spoilt by them."""
    visit_until_killed(tmp_path)
    (tmp_path / DATABASE).unlink()
    before = (tmp_path / LOG).read_bytes()
    assert kind_of(lambda: Records.at(tmp_path, make=make)) == "log_alone"
    assert (tmp_path / LOG).read_bytes() == before
    assert not (tmp_path / DATABASE).exists()


# --- a backup ---


def test_a_backup_holds_what_is_kept_while_others_write(tmp_path: Path) -> None:
    backup = tmp_path / "backup.sqlite"
    with Records.at(tmp_path / "records") as records:
        begun(records)
        locked = records.begin("locked", STAMP, NOW, "a long passphrase")
        locked.keep("who", ["you"], NOW)
        with Records.at(tmp_path / "records", make=False) as others:
            others.back_up(backup)
        locked.keep("when", ["later"], NOW)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [backup.name]
    folder = put_in_place(backup, tmp_path / "again")
    assert given_there(folder) == {"who": ("me",)}
    with Records.at(folder) as records:
        again = records.open("locked", "a long passphrase")
        again.keep("when", ["now"], NOW)
        assert again.answers_given() == {"who": ("you",), "when": ("now",)}


def make_link(path: Path) -> None:
    path.symlink_to(path.parent / "victim")


@pytest.mark.parametrize("make", [Path.touch, Path.mkdir, os.mkfifo, make_link])
def test_a_backup_takes_nothings_place(tmp_path: Path, make: Callable[[Path], object]) -> None:
    (tmp_path / "victim").write_text("precious")
    make(tmp_path / "backup")
    with Records.at(tmp_path / "records") as records:
        begun(records).close()
        before = everything(tmp_path)
        assert kind_of(lambda: records.back_up(tmp_path / "backup")) == "backup_there"
        assert everything(tmp_path) == before


def test_a_backup_into_no_folder_is_told(tmp_path: Path) -> None:
    with Records.at(tmp_path / "records") as records:
        assert kind_of(lambda: records.back_up(tmp_path / "no" / "file")) == "backup_nowhere"


@pytest.mark.skipif(not can_fail(), reason="left out: this SQLite lets no wrapper in")
@pytest.mark.parametrize("what", ["a write without room", "a sync"])
def test_a_backup_that_fails_leaves_nothing_and_can_be_made_again(
    tmp_path: Path, what: str
) -> None:
    backup = tmp_path / "backup.sqlite"

    def work() -> str:
        disk = FailingDisk(CALLS[what])
        with Records.at(tmp_path / "records") as records:
            begun(records)
            for number in range(0, 100, CALLS[what].step):
                disk.fail(number, for_good=False)
                try:
                    records.back_up(backup)
                except Exception:
                    assert [path.name for path in tmp_path.iterdir()] == ["records"]
                if not disk.failed:
                    return f"made after {number > 0}"
        return "too many calls"

    assert in_a_child(work) == "made after True"
    assert given_there(put_in_place(backup, tmp_path / "again")) == {"who": ("me",)}


@pytest.mark.postgres
def test_a_server_is_backed_up_by_its_own_programs(address: str, tmp_path: Path) -> None:
    with Place(address).records() as records:
        assert kind_of(lambda: records.back_up(tmp_path / "backup")) == "backup_of_server"
    assert [*tmp_path.iterdir()] == []
