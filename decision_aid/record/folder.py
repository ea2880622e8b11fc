"""The folder of the records: 0700 whatever the umask, and nobody else's things disturbed."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from decision_aid.look import NAME as LOOK
from decision_aid.record.faults import RecordsFault, fault_of

DATABASE = "records.sqlite"
LOCKS = "locks"
_HEADS = (b"SQLite format 3\0", b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
"""What a database begins with, and what is written beside it."""
_FAILED = {errno.EIO, errno.ENOSPC, errno.EDQUOT}
"""What a folder answers that should have been synced; others cannot be."""


def default_folder() -> Path:
    """The person's own data folder, as this system has it."""
    from platformdirs import user_data_path

    folder = user_data_path("decision-aid", appauthor=False)
    if not folder.is_absolute():
        raise RecordsFault("no_home")
    return folder


def prepare_folder(folder: Path) -> None:
    """Make the folder if need be, and see that it is fit; raises RecordsFault."""
    try:
        _make(folder)
        _close_to_others(folder)
        _make(folder / LOCKS)
    except OSError as error:
        raise fault_of(error, folder) from None


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk, where the system can do that; raises OSError."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders, and some may be entered and not read
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno in _FAILED:
            raise
    finally:
        os.close(handle)


def _make(folder: Path) -> None:
    """The folder and its missing parents, each 0700: `mkdir -p` gives parents other rights."""
    if folder.is_dir():
        return
    if not os.path.lexists(folder.parent):
        _make(folder.parent)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(0o700)
        folder.chmod(0o700)
        _sync_name(folder)
    if not folder.is_dir():
        raise RecordsFault("not_a_folder", path=str(folder))


def _sync_name(folder: Path) -> None:
    """Have a new folder's name on the disk, or no folder."""
    try:
        sync_folder(folder.parent)
    except OSError:
        folder.rmdir()
        raise


def _close_to_others(folder: Path) -> None:
    if os.name != "posix":
        return
    about = folder.stat()
    if about.st_uid != os.geteuid():
        raise RecordsFault("not_ours", path=str(folder))
    if stat.S_IMODE(about.st_mode) & 0o077:
        if _holds_other_things(folder):
            raise RecordsFault("open_to_others", path=str(folder))
        folder.chmod(0o700)


def _holds_other_things(folder: Path) -> bool:
    return any(
        not name.name.startswith(DATABASE) and name.name not in (LOCKS, LOOK)
        for name in folder.iterdir()
    )


def what_is_there(path: Path) -> str:
    """`file`, `nothing`, or the kind of thing that stands where the database should be."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return "nothing"
    except OSError as error:
        raise fault_of(error, path.parent) from None
    kinds = {
        stat.S_IFREG: "file",
        stat.S_IFDIR: "a_folder",
        stat.S_IFLNK: "a_link",
        stat.S_IFIFO: "a_pipe",
    }
    return kinds.get(stat.S_IFMT(mode), "no_file")


def is_of_records(path: Path) -> bool:
    """Whether the path is the place of a database's file or lock, whatever the path is called.

    A database is known by its first bytes too, wherever it lies.
    """
    real = Path(os.path.realpath(path.parent)) / path.name
    if real.name.startswith(DATABASE):
        return True
    if real.parent.name == LOCKS and (real.parent.parent / DATABASE).exists():
        return True
    with contextlib.suppress(OSError), path.open("rb") as file:
        return file.read(len(_HEADS[0])).startswith(_HEADS)
    return False
