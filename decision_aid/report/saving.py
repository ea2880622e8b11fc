"""A report is on disk whole or not at all, readable by its owner alone, under a name of its own."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from decision_aid.report.draft import Draft, open_draft, sweep
from decision_aid.words import USUAL, words


class NotSaved(Exception):
    """Nothing was written there; `kind` names the words that say why."""

    def __init__(self, path: Path, kind: str) -> None:
        super().__init__(path, kind)
        self.path = path
        self.kind = kind

    def __str__(self) -> str:
        return words(USUAL).not_saved(self)


Refuse = Callable[[Path], None]
"""Raises NotSaved where nothing may be written, or the file that is there has to stay."""

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
_CANNOT_SYNC = {errno.EACCES, errno.EPERM, errno.EINVAL, errno.ENOTSUP, errno.EBADF}
"""What a folder that may be written, and not read, answers; or a system that syncs no folders."""


def save_new(data: bytes, names: Iterable[Path]) -> Path:
    """Write the file under the first of these names that nothing has, and give that name.

    The name is taken when the file is whole, so no two programs ever get the same one. All names
    lie in one folder. Raises NotSaved.
    """
    names = iter(names)
    path = next(names)
    with _in_words(path), _whole(data, path.parent) as draft:
        while True:
            try:
                _take(draft, path)
                return path
            except FileExistsError:
                path = next(names)


def save(data: bytes, path: Path, refuse: Refuse) -> None:
    """Write the file in one step; raises NotSaved and then leaves all as it was.

    A file that is there is replaced unless `refuse` raises NotSaved.
    """
    with _in_words(path):
        _check_there(path, refuse)
        with _whole(data, path.parent) as draft:
            try:
                _take(draft, path)
            except FileExistsError:
                _check_there(path, refuse)
                draft.replace(path)
                _sync(path.parent)


def check_target(path: Path, refuse: Refuse) -> None:
    """Raise NotSaved where the file could not be saved because of what is there already."""
    with _in_words(path):
        _check_there(path, refuse)


@contextlib.contextmanager
def _in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise NotSaved(path, why_refused(error)) from error


def why_refused(error: Exception) -> str:
    """The name of the words that say why the operating system refused."""
    number = error.errno if isinstance(error, OSError) else None
    return _KINDS.get(number or 0, "refused")


def _check_there(path: Path, refuse: Refuse) -> None:
    with contextlib.suppress(FileNotFoundError):
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            raise NotSaved(path, "a_folder")
        if stat.S_ISLNK(mode):
            raise NotSaved(path, "a_link")
        if not stat.S_ISREG(mode):
            raise NotSaved(path, "no_file")
    refuse(path)


@contextlib.contextmanager
def _whole(data: bytes, folder: Path) -> Iterator[Draft]:
    """The file on the disk, without its name yet."""
    sweep(folder)
    with open_draft(folder) as draft:
        draft.write(data)
        yield draft


def _take(draft: Draft, path: Path) -> None:
    """Give the file that name; raises FileExistsError."""
    draft.take(path)
    try:
        _sync(path.parent)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _sync(folder: Path) -> None:
    """Make the new name outlast a power cut, where folders can be synced."""
    if os.name != "posix":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
