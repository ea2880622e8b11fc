"""`records backup`, a copy taken otherwise, and erasing without room, as staff meet them."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from decision_aid.record import Records, backup, header
from decision_aid.record.folder import DATABASE
from decision_aid.report.draft import sweep
from tests.clinic_store import SECRET, Store, store
from tests.record.server import Server


def put_in_place(copy: Path, folder: Path) -> str:
    folder.mkdir(0o700)
    shutil.copy(copy, folder / DATABASE)
    return str(folder)


def test_a_backup_taken_during_a_visit_is_a_whole_store(clinic: Store) -> None:
    label = clinic.add()
    with Records.at(clinic.place) as records:
        session = records.open(label)
        done = clinic.records("backup", "copy.sqlite")
        session.close()
    assert (done.returncode, done.stdout) == (0, "")
    assert f"Copied to {clinic.folder / 'copy.sqlite'}." in done.stderr
    again = put_in_place(clinic.folder / "copy.sqlite", clinic.folder / "again")
    assert label in clinic.records("list", "--records", again).stdout
    assert (
        SECRET
        in clinic.records("show", label, "--content", "small.yaml", "--records", again).stdout
    )


def test_a_backup_replaces_nothing_and_says_so(clinic: Store) -> None:
    clinic.add()
    (clinic.folder / "copy.sqlite").write_text("precious")
    done = clinic.records("backup", "copy.sqlite")
    assert (done.returncode, "is there already" in done.stderr) == (2, True)
    assert (clinic.folder / "copy.sqlite").read_text() == "precious"


def test_a_backup_that_is_being_made_is_not_swept_away(
    clinic: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    label, note = clinic.add(), header.note_that_all_is_here

    def sweep_and_note(draft: Path) -> None:
        sweep(draft.parent)  # as another program does that saves a paper there meanwhile
        note(draft)

    monkeypatch.setattr(backup, "note_that_all_is_here", sweep_and_note)
    with closing(sqlite3.connect(Path(clinic.place) / DATABASE)) as records:
        backup.write_backup(records, tmp_path / "copy.sqlite")
    again = put_in_place(tmp_path / "copy.sqlite", tmp_path / "again")
    assert label in clinic.records("list", "--records", again).stdout


def test_where_nothing_is_kept_there_is_nothing_to_copy(clinic: Store) -> None:
    done = clinic.records("backup", "copy.sqlite")
    assert (done.returncode, "No answers are kept there yet" in done.stderr) == (2, True)
    assert not (clinic.folder / "copy.sqlite").exists()
    assert not Path(clinic.place).exists()


def test_a_copy_taken_by_hand_during_a_visit_does_not_look_empty(clinic: Store) -> None:
    label = clinic.add()
    with Records.at(clinic.place) as records:
        session = records.open(label)
        session.keep("hope", ["walk"], session.entry.last)
        copy = put_in_place(Path(clinic.place) / DATABASE, clinic.folder / "copy")
        session.close()
    for command in (("list",), ("erase", label, "--yes"), ("backup", "other.sqlite")):
        done = clinic.records(*command, "--records", copy)
        assert (done.returncode, "is a copy that was taken while" in done.stderr) == (2, True)


@pytest.mark.postgres
@pytest.mark.parametrize("there", [True, False])
def test_a_shared_store_names_its_own_program(tmp_path: Path, server: Server, there: bool) -> None:
    away = "postgresql://staff:PLANTED@127.0.0.1:1/clinic"
    clinic = store(tmp_path, server.address() if there else away)
    done = clinic.records("backup", "copy.dump")
    assert (done.returncode, "pg_dump --format=custom" in done.stderr) == (2, True)
    assert "PLANTED" not in done.stderr


def test_erasing_without_room_to_tidy_up_says_what_is_gone_and_what_may_not(clinic: Store) -> None:
    gone, kept = clinic.add(), clinic.add(None, None, words="long " * 20_000)
    done = subprocess.run(
        clinic.command("records", "erase", gone, "--yes"),
        cwd=clinic.folder,
        env={**os.environ, **clinic.environment()},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, -1)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert f"Erased: {gone}" in done.stderr
    assert "Not erased" not in done.stderr
    assert "traces of them may still lie" in done.stderr
    assert "There is no room left on the disk." in done.stderr
    assert gone not in clinic.records("list").stdout
    again = clinic.records("erase", kept, "--yes")
    assert (again.returncode, "traces of them" in again.stderr) == (0, False)
