"""A disk without room, or one failed write or sync: told, nothing lost, and mended by itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from decision_aid.record import Records, RecordsFault
from decision_aid.record.faults import NotKept
from decision_aid.record.folder import DATABASE
from tests.conftest import clock
from tests.record.conftest import STAMP, in_a_child
from tests.record.failing_disk import CALLS, FailingDisk, can_fail
from tests.record.test_in_its_place import everything, filled, kind_of

NOW = clock()
MANY = 400
"""More calls than a first keep takes."""


def kept_until_it_failed(place: Path) -> dict[str, str]:
    """A first visit of a few answers; gives those that were said to be kept, by label."""
    kept: dict[str, str] = {}
    try:
        with Records.at(place) as records:
            session = records.begin("mine", STAMP, NOW)
            for name in ("one", "two", "three"):
                kept["mine"] = kept.get("mine", "")
                session.keep(name, [name], NOW)
                kept["mine"] += name
            session.close()
    except (RecordsFault, NotKept):
        pass
    return kept


def what_is_wrong_after(place: Path, kept: dict[str, str]) -> str:
    """What the next start finds that it should not, the disk being well again."""
    with Records.at(place) as records:
        names = {entry.label for entry in records.list()}
        if not kept.keys() <= names:
            return f"{names} and not {kept}"
        given = "".join(records.open("mine", looking=True).answers_given()) if kept else ""
        if not given.startswith(kept.get("mine", "")):
            return f"{given} and not {kept}"
        records.begin("another", STAMP, NOW).close()
    left = [path.name for path in place.iterdir() if "new-" in path.name]
    return f"left behind {left}" if left else ""


@pytest.mark.skipif(not can_fail(), reason="left out: this SQLite lets no wrapper in")
@pytest.mark.parametrize("for_good", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("what", CALLS)
def test_whichever_call_fails_at_the_first_keep_the_next_start_is_sound(
    tmp_path: Path, what: str, for_good: bool
) -> None:
    def work() -> str:
        disk = FailingDisk(CALLS[what])
        for number in range(0, MANY, CALLS[what].step):
            place = tmp_path / str(number)
            disk.fail(number, for_good=for_good)
            kept = kept_until_it_failed(place)
            failed = disk.failed
            disk.mend()
            if wrong := what_is_wrong_after(place, kept):
                return f"call {number}: {wrong}"
            if not failed:
                return "each call failed once" if number else "no call was made"
        return "too many calls"

    assert in_a_child(work) == "each call failed once"


@pytest.mark.parametrize("failing", range(6))
def test_a_sync_of_our_own_that_fails_is_told_and_made_up_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    left, sync = [failing], os.fsync

    def fsync(handle: int) -> None:
        left[0] -= 1
        if left[0] == -1:
            raise OSError(5, "Input/output error")
        sync(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    kept = kept_until_it_failed(tmp_path / "new" / "records")
    left[0] = -1
    assert what_is_wrong_after(tmp_path / "new" / "records", kept) == ""


# --- a real disk without room ---


@pytest.fixture(scope="module")
def small_disk() -> Iterator[Callable[[int], Path]]:
    """Make a disk of so many kB; where the system lets nobody make one, the test is left out."""
    folder = Path(tempfile.mkdtemp())

    def make(size: int) -> Path:
        subprocess.run(["umount", "--lazy", str(folder)], check=False, capture_output=True)
        mounting = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(folder)]
        if subprocess.run(mounting, check=False, capture_output=True).returncode:
            pytest.skip("left out: a small disk cannot be mounted here")
        return folder

    yield make
    subprocess.run(["umount", "--lazy", str(folder)], check=False, capture_output=True)
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="left out: only root mounts")
@pytest.mark.parametrize("size", range(40, 128, 4))
def test_on_a_disk_that_is_nearly_full_nothing_half_made_stays(
    small_disk: Callable[[int], Path], size: int
) -> None:
    disk = small_disk(size)
    place = disk / "records"
    for _ in range(2):
        kept = kept_until_it_failed(place)
    subprocess.run(["mount", "-o", "remount,size=4m", str(disk)], check=True)
    assert what_is_wrong_after(place, kept) == ""


# --- what earlier versions left ---


def empty_file(folder: Path) -> bytes:
    Records.at(folder).close()
    return (folder / DATABASE).read_bytes()


@pytest.mark.parametrize("pages", range(1, 9))
def test_half_a_file_without_a_row_is_made_anew(tmp_path: Path, pages: int) -> None:
    """As an earlier version left it when the disk was full."""
    whole = empty_file(tmp_path / "whole")
    place = tmp_path / "records"
    place.mkdir(0o700)
    (place / DATABASE).write_bytes(whole[: pages * 4096])
    assert what_is_wrong_after(place, {}) == ""


@pytest.mark.parametrize("pages", range(1, 9))
def test_half_a_file_of_somebody_is_left_as_it_is(tmp_path: Path, pages: int) -> None:
    path = filled(tmp_path, answers=1)
    path.write_bytes(path.read_bytes()[: pages * 4096])
    before = everything(tmp_path)
    assert kind_of(lambda: Records.at(tmp_path)) == "damaged"
    assert everything(tmp_path) == before


def test_what_a_killed_program_began_is_swept_at_the_next_start(tmp_path: Path) -> None:
    filled(tmp_path)
    for name in ("new-0badcafe", "new-0badcafe-wal", "new-0badcafe-shm"):
        (tmp_path / f"{DATABASE}.{name}").write_bytes(b"half")
    Records.at(tmp_path).close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["locks", DATABASE]
