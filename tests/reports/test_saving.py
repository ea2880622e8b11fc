"""A file is saved in one step, for its owner alone, under a name that nobody else gets."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from decision_aid.report.draft import open_draft, sweep
from decision_aid.report.saving import NotSaved, save, save_new
from tests.reports.reading import in_process


def replace_all(_path: Path) -> None:
    """Whatever file is there may be replaced."""


def unnamed(_patch: pytest.MonkeyPatch) -> None:
    """A system that has files without names."""


def named(patch: pytest.MonkeyPatch) -> None:
    patch.delattr(os, "O_TMPFILE", raising=False)


def no_proc(patch: pytest.MonkeyPatch) -> None:
    here = Path.exists
    patch.setattr(Path, "exists", lambda path: "/proc/" not in str(path) and here(path))


def no_links(patch: pytest.MonkeyPatch) -> None:
    """A file system such as that of a USB stick, where a file has one name."""

    def refuse(*_rest: object, **_more: object) -> None:
        raise OSError(errno.EPERM, "no links")

    named(patch)
    patch.setattr(os, "link", refuse)


SYSTEMS = (unnamed, named, no_proc, no_links)


@pytest.fixture(params=SYSTEMS, ids=lambda system: system.__name__)
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each kind of system that files are saved on."""
    request.param(monkeypatch)


@pytest.mark.usefixtures("system")
def test_a_file_is_whole_and_its_owner_s_alone(tmp_path: Path) -> None:
    path = tmp_path / "my summary.pdf"
    before = os.umask(0)
    try:
        save(b"one", path, replace_all)
        save(b"two", path, replace_all)
    finally:
        os.umask(before)
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def names_in(folder: Path) -> Iterator[Path]:
    return (folder / f"paper-{number}.txt" for number in count(1))


@pytest.mark.usefixtures("system")
def test_a_name_that_something_has_is_passed_by(tmp_path: Path) -> None:
    (tmp_path / "paper-1.txt").write_bytes(b"a letter")
    (tmp_path / "paper-2.txt").symlink_to("nowhere")
    (tmp_path / "paper-3.txt").mkdir()
    assert save_new(b"mine", names_in(tmp_path)) == tmp_path / "paper-4.txt"
    assert (tmp_path / "paper-4.txt").read_bytes() == b"mine"
    assert (tmp_path / "paper-1.txt").read_bytes() == b"a letter"
    assert len(list(tmp_path.iterdir())) == 4


TWENTY = """
import os, sys
from itertools import count
from pathlib import Path
from decision_aid.report.saving import save_new
if sys.argv[2] == "named":
    del os.O_TMPFILE
go, gate = os.pipe()
for person in range(20):
    if os.fork() == 0:
        os.close(gate)
        os.read(go, 1)
        names = (Path(sys.argv[1]) / f"paper-{number}.txt" for number in count())
        path = save_new(str(person).encode() * 9000, names)
        os.write(1, f"{path.name} {person}\\n".encode())  # a line at once, among twenty
        os._exit(0)
os.close(gate)
for person in range(20):
    os.wait()
"""


@pytest.mark.parametrize("system", ["unnamed", "named"])
def test_twenty_who_save_at_once_get_a_paper_each(tmp_path: Path, system: str) -> None:
    told = dict(line.split() for line in in_process(TWENTY, str(tmp_path), system).splitlines())
    assert sorted(told.values(), key=int) == [str(person) for person in range(20)]
    found = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert found == {name: person * 9000 for name, person in told.items()}


KILLED = """
import os, signal, sys
from pathlib import Path
from decision_aid.report.saving import save
def die(*rest, **more):
    os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[2] == "named":
    del os.O_TMPFILE
setattr(os, sys.argv[3], die)
save(b"words of a person", Path(sys.argv[1]) / "summary.txt", lambda path: None)
"""


@pytest.mark.parametrize("last", ["fsync", "link", "replace"])
@pytest.mark.parametrize("system", ["unnamed", "named"])
def test_what_a_killed_program_left_is_gone_at_the_next_start(
    tmp_path: Path, system: str, last: str
) -> None:
    (tmp_path / "summary.txt").write_bytes(b"old")
    command = [sys.executable, "-c", KILLED, str(tmp_path), system, last]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    left = {path.name for path in tmp_path.iterdir()}
    assert system == "named" or last == "replace" or left == {"summary.txt"}
    others = {".hidden.tmp", ".decision-aid-notes.tmp"}
    for name in others:
        (tmp_path / name).touch()
    sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"summary.txt"} | others
    assert (tmp_path / "summary.txt").read_bytes() == b"old"


@pytest.mark.usefixtures("system")
def test_what_somebody_still_makes_is_not_swept(tmp_path: Path) -> None:
    with open_draft(tmp_path) as draft:
        draft.write(b"hers")
        assert save_new(b"his", names_in(tmp_path)).name == "paper-1.txt"
        draft.take(tmp_path / "hers.txt")
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {
        "paper-1.txt": b"his",
        "hers.txt": b"hers",
    }


def test_a_folder_that_goes_away_while_a_file_is_made_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()

    def pull_out(_path: Path) -> None:
        folder.rename(tmp_path / "pulled out")

    with pytest.raises(NotSaved, match="there is no such folder"):
        save(b"new", folder / "summary.pdf", pull_out)
    assert list((tmp_path / "pulled out").iterdir()) == []


@pytest.mark.parametrize("call", [1, 2])
@pytest.mark.usefixtures("system")
def test_a_disk_that_fails_leaves_nothing_half_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    calls, sync = count(1), os.fsync

    def fail(handle: int) -> None:
        if next(calls) == call:
            raise OSError(errno.EIO, "Input/output error")
        sync(handle)

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(NotSaved, match="the file system refused it"):
        save_new(b"new", names_in(tmp_path))
    assert list(tmp_path.iterdir()) == []


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
        save(b"new", path, replace_all)
    assert [(one.name, one.lstat().st_mode) for one in sorted(tmp_path.iterdir())] == before
    if make is link:
        assert path.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["no/such/folder.pdf", "x" * 300, "a\x00b", "\ud800", "."])
def test_a_place_that_cannot_be_is_named_in_plain_words(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotSaved):
        save(b"new", tmp_path / name, replace_all)
    assert list(tmp_path.iterdir()) == []


CUT_SHORT = """
import resource, sys
from pathlib import Path
from decision_aid.report.saving import NotSaved, save
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    save(b"x" * 5000, Path(sys.argv[1]), lambda path: None)
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
    save(b"new", Path(sys.argv[1]), lambda path: None)
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


AS_NOBODY = """
import ctypes, os, sys
from pathlib import Path
from decision_aid.report.saving import save, save_new
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
path = Path(sys.argv[1])
save(b"one", path, lambda path: None)
save(b"two", path, lambda path: None)
print(save_new(b"three", iter([path, path.with_name("other")])).name)
"""


def test_a_program_whose_memory_is_closed_to_others_saves_too() -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to others
        folder = Path(name)
        folder.chmod(0o777)
        assert in_process(AS_NOBODY, str(folder / "summary.pdf")) == "other\n"
        found = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert found == {"summary.pdf": b"two", "other": b"three"}
