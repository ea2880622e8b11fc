"""A report is on disk whole or not at all, readable by its owner alone."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path


class NotSaved(Exception):
    """Nothing was written; the message says why in plain words."""


_REASONS = {
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "you may not write there",
    errno.ENOENT: "there is no such folder",
    errno.ENOTDIR: "there is no such folder",
    errno.ENOSPC: "there is no room left",
    errno.EDQUOT: "there is no room left",
    errno.EFBIG: "it is larger than a file may be there",
    errno.ENAMETOOLONG: "the name is too long",
}


def save(data: bytes, path: Path) -> None:
    """Write the file in one step; raises NotSaved and then leaves all as it was."""
    try:
        _refuse_all_but_a_file(path)
        _replace(data, path)
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else None
        reason = _REASONS.get(number or 0, "the file system refused it")
        raise NotSaved(f"{path}: {reason}") from error


def _refuse_all_but_a_file(path: Path) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise NotSaved(f"{path}: that is a folder")
    if stat.S_ISLNK(mode):
        raise NotSaved(f"{path}: that is a link to another place")
    if not stat.S_ISREG(mode):
        raise NotSaved(f"{path}: that is not a file")


def _replace(data: bytes, path: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync(path.parent)


def _sync(folder: Path) -> None:
    """Make the new name outlast a power cut, where folders can be synced."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
