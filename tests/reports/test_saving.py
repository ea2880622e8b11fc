"""A file is saved in one step, for its owner alone, and never over what is not a file."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from decision_aid.report.saving import NotSaved, save
from tests.reports.reading import in_process


def test_a_file_is_whole_and_its_owner_s_alone(tmp_path: Path) -> None:
    path = tmp_path / "my summary.pdf"
    before = os.umask(0)
    try:
        save(b"one", path)
        save(b"two", path)
    finally:
        os.umask(before)
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def folder(path: Path) -> None:
    path.mkdir()


def link(path: Path) -> None:
    target = path.with_name("elsewhere")
    target.write_bytes(b"old")
    path.symlink_to(target)


def dangling(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


def pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "reason"),
    [(folder, "a folder"), (link, "a link"), (dangling, "a link"), (pipe, "not a file")],
)
def test_all_but_a_file_is_refused(
    tmp_path: Path, make: Callable[[Path], None], reason: str
) -> None:
    path = tmp_path / "there"
    make(path)
    before = [(one.name, one.lstat().st_mode) for one in sorted(tmp_path.iterdir())]
    with pytest.raises(NotSaved, match=reason):
        save(b"new", path)
    assert [(one.name, one.lstat().st_mode) for one in sorted(tmp_path.iterdir())] == before
    if make is link:
        assert path.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["no/such/folder.pdf", "x" * 300, "a\x00b", "\ud800", "."])
def test_a_place_that_cannot_be_is_named_in_plain_words(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotSaved):
        save(b"new", tmp_path / name)
    assert list(tmp_path.iterdir()) == []


CUT_SHORT = """
import resource, sys
from pathlib import Path
from decision_aid.report.saving import NotSaved, save
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    save(b"x" * 5000, Path(sys.argv[1]))
except NotSaved as error:
    print(error)
"""


def test_a_file_cut_short_leaves_the_old_one_and_no_stray(tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(b"old")
    assert in_process(CUT_SHORT, str(path)) == f"{path}: it is larger than a file may be there\n"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


FORBIDDEN = """
import os, sys
from pathlib import Path
from decision_aid.report.saving import NotSaved, save
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    save(b"new", Path(sys.argv[1]))
except NotSaved as error:
    print(error)
"""


def test_a_folder_that_may_not_be_written_stays_as_it_was() -> None:
    closed = Path(tempfile.mkdtemp())  # pytest's own folders are closed to others anyway
    closed.chmod(0o555)
    path = closed / "summary.pdf"
    try:
        assert in_process(FORBIDDEN, str(path)) == f"{path}: you may not write there\n"
        assert list(closed.iterdir()) == []
    finally:
        closed.rmdir()
