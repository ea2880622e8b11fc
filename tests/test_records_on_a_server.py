"""`records` on a clinic's server, as real commands: list, show, summary, export, erase."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from decision_aid.record import Records
from decision_aid.report import pdf_text
from tests.clinic_store import PASSPHRASE, SECRET, Store, store
from tests.conftest import clock
from tests.record.server import Server

pytestmark = pytest.mark.postgres
OURS = ("--content", "small.yaml")
DAY = ("--all", *OURS, "--output", "out", "--date", "2026-11-20")


@pytest.fixture
def shared_clinic(tmp_path: Path, address: str) -> Store:
    """Records on a server."""
    return store(tmp_path, address)


def ids(shared_clinic: Store) -> dict[str, str]:
    """Each session's id by its label."""
    listed = json.loads(shared_clinic.records("list", "--format", "json").stdout)
    return {one["label"]: one["id"] for one in listed}


def files(shared_clinic: Store) -> list[str]:
    return sorted(path.name for path in (shared_clinic.folder / "out").iterdir())


def test_list_and_show(shared_clinic: Store) -> None:
    label, locked = shared_clinic.add(), shared_clinic.add(None, PASSPHRASE)
    done = shared_clinic.records("list")
    assert (done.returncode, SECRET in done.stdout) == (0, False)
    assert next(row for row in done.stdout.splitlines() if locked in row).endswith("locked")
    for name in (label, ids(shared_clinic)[label]):
        done = shared_clinic.records("show", name, *OURS)
        assert (done.returncode, f"Words?\n      {SECRET}\n" in done.stdout) == (0, True)
    (shared_clinic.folder / "passphrase").write_text(PASSPHRASE)
    named = {"DECISION_AID_PASSPHRASE_FILE": str(shared_clinic.folder / "passphrase")}
    done = shared_clinic.records("show", locked, *OURS, **named)
    assert (done.returncode, SECRET in done.stdout) == (0, True)


def test_a_day(shared_clinic: Store) -> None:
    today, locked = shared_clinic.add(), shared_clinic.add(None, PASSPHRASE)
    shared_clinic.add(moment=clock() - timedelta(days=3))
    done = shared_clinic.records("summary", *DAY, "--since", "2026-11-20")
    assert done.returncode == 0
    assert f"left out {locked} (" in done.stderr
    papers = ["cover-sheet-2026-11-20.pdf", f"{today}.pdf", f"{today}-staff.pdf"]
    assert files(shared_clinic) == sorted(papers)
    cover = pdf_text.pages(
        (shared_clinic.folder / "out" / "cover-sheet-2026-11-20.pdf").read_bytes()
    )
    assert today in "".join(cover)
    assert SECRET not in "".join(cover)


def test_a_session_open_in_another_room_is_marked_and_not_erased(shared_clinic: Store) -> None:
    label = shared_clinic.add()
    with Records.at(shared_clinic.place) as records:
        session = records.open_entry(records.list()[0])
        assert shared_clinic.records("list").stdout.rstrip().endswith("in use")
        done = shared_clinic.records("erase", label, "--yes")
        session.close()
    assert (done.returncode, f"Not erased: {label} (" in done.stderr) == (1, True)


def test_an_export_is_opened_elsewhere(shared_clinic: Store) -> None:
    label = shared_clinic.add(who="me", hope="rest")
    done = shared_clinic.records("export", label, *OURS, "--output", "out.json")
    assert done.returncode == 0
    taken = shared_clinic.run(
        "take", "--plain", "--no-trace", *OURS, "--from", "out.json", given="x\n"
    )
    assert (taken.returncode, "Step 3 of about 3." in taken.stdout) == (0, True)


def test_what_is_erased_is_gone_and_the_rest_stays(shared_clinic: Store) -> None:
    kept, gone = shared_clinic.add(), shared_clinic.add()
    done = shared_clinic.records("erase", gone, "--yes")
    assert (done.returncode, "standby servers" in done.stderr) == (0, True)
    assert [*ids(shared_clinic)] == [kept]
    assert shared_clinic.records("show", gone, *OURS).returncode == 2


@pytest.mark.parametrize("command", ["list", "show", "summary", "export", "erase"])
def test_a_server_that_is_not_there_is_told_without_its_address(
    tmp_path: Path, command: str
) -> None:
    shared_clinic = store(tmp_path, "postgresql://staff:PLANTED@127.0.0.1:1/shared_clinic")
    rest = {"list": (), "summary": DAY, "erase": ("any", "--yes")}.get(command, ("any", *OURS))
    done = shared_clinic.records(command, *rest)
    assert (done.returncode, "cannot be reached" in done.stderr) == (2, True)
    assert "PLANTED" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_the_servers_log_holds_nothing_of_a_day(shared_clinic: Store, server: Server) -> None:
    label = shared_clinic.add("Ann PLANTED-name")
    for command in (("show", label, *OURS), ("summary", *DAY), ("erase", label, "--yes")):
        assert shared_clinic.records(*command).returncode == 0
    assert "PLANTED" not in server.log
