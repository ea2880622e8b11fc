"""A report is on disk whole or not at all, readable by its owner alone."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path

from decision_aid.words import USUAL, words


class NotSaved(Exception):
    """Nothing was written there; `kind` names the words that say why."""

    def __init__(self, path: Path, kind: str) -> None:
        super().__init__(path, kind)
        self.path = path
        self.kind = kind

    def __str__(self) -> str:
        return words(USUAL).not_saved(self)


_KINDS = {
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.EROFS: "forbidden",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.ENOSPC: "no_room",
    errno.EDQUOT: "no_room",
    errno.EFBIG: "too_large",
    errno.ENAMETOOLONG: "long_name",
}


def save(data: bytes, path: Path) -> None:
    """Write the file in one step; raises NotSaved and then leaves all as it was."""
    try:
        _refuse_all_but_a_file(path)
        _replace(data, path)
    except (OSError, ValueError) as error:
        raise NotSaved(path, why_refused(error)) from error


def why_refused(error: Exception) -> str:
    """The name of the words that say why the operating system refused."""
    number = error.errno if isinstance(error, OSError) else None
    return _KINDS.get(number or 0, "refused")


def _refuse_all_but_a_file(path: Path) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise NotSaved(path, "a_folder")
    if stat.S_ISLNK(mode):
        raise NotSaved(path, "a_link")
    if not stat.S_ISREG(mode):
        raise NotSaved(path, "no_file")


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
