"""A clone with other line ends, and records from before: the same content is the same version."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from decision_aid.record import ContentVersion
from tests.clinic_store import Store, store

CONTENT = ("--content", "small.yaml")
DAY = ("--all", *CONTENT, "--output", "out", "--date", "2026-11-20")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """Records in a folder, and on a server."""
    if request.param == "sqlite":
        return store(tmp_path)
    return store(tmp_path, request.getfixturevalue("address"))


def turn_line_ends(clinic: Store) -> None:
    clinic.content.write_bytes(clinic.content.read_bytes().replace(b"\n", b"\r\n"))


def test_a_day_is_not_refused_on_a_clone_with_other_line_ends(either: Store) -> None:
    label = either.add()
    turn_line_ends(either)
    either.add()
    done = either.records("summary", *DAY)
    assert (done.returncode, "version" in done.stderr) == (0, False), done.stderr
    sheets, staff, cover = 2, 2, 1
    assert len(list((either.folder / "out").glob("*.pdf"))) == sheets + staff + cover
    shown = either.records("show", label, *CONTENT)
    assert (shown.returncode, shown.stderr) == (0, "")


@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["lf", "crlf"])
def test_a_record_with_the_hash_of_the_file_is_the_same_version(either: Store, end: bytes) -> None:
    """So sessions were stamped before; here by a computer with these line ends."""
    raw = either.content.read_bytes().replace(b"\n", end)
    before = ContentVersion("small", "0.1.0", hashlib.sha256(raw).hexdigest())
    label = either.add(version=before)
    either.add()
    done = either.records("summary", *DAY)
    assert (done.returncode, "version" in done.stderr) == (0, False), done.stderr
    exported = either.records("export", label, *CONTENT, "--output", "-")
    (first, *_) = json.loads(exported.stdout)["answers"]
    assert first["asked"] == "Who?"


def test_another_content_is_still_another_version(either: Store) -> None:
    label = either.add()
    either.content.write_text(either.content.read_text().replace("text: Rest", "text: Resting"))
    done = either.records("summary", *DAY)
    assert (done.returncode, "1 of them" in done.stderr) == (2, True)
    assert "version" in either.records("show", label, *CONTENT).stderr
