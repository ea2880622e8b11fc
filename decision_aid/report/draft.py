"""A file that is being made has no name yet, or where the system needs one, a name of its own."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_NAME = ".decision-aid-{}.tmp"
_NAMED = re.compile(r"\.decision-aid-[0-9a-f]{8}\.tmp")
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}
"""What a file system answers that knows no second name for a file."""
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@dataclass
class Draft:
    """An open file that is gone when it is closed, unless it was given a name."""

    handle: int
    folder: Path
    name: Path | None = None
    """What it is called meanwhile, where it cannot be without a name."""

    def write(self, data: bytes) -> None:
        """Put these bytes on the disk."""
        with open(self.handle, "wb", closefd=False) as file:
            file.write(data)
        os.fsync(self.handle)
        if sys.platform == "win32":  # there an open file can be called nothing else
            self._let_go()

    def take(self, path: Path) -> None:
        """Call it that, which nothing may be called yet; raises FileExistsError."""
        if self.name is None:
            _link_unnamed(self.handle, path)
        else:
            _link_named(self.name, path)

    def replace(self, path: Path) -> None:
        """Call it that, in place of the file that is called so."""
        if self.name is None:  # without a name it cannot replace another, so it gets one first
            name = _free_name(self.folder)
            _link_unnamed(self.handle, name)
            self.name = name
        self.name.replace(path)
        self.name = None

    def close(self) -> None:
        """Let go of it, and of the name that it had meanwhile."""
        try:
            if self.name is not None:
                self.name.unlink(missing_ok=True)
        finally:
            self._let_go()

    def _let_go(self) -> None:
        handle, self.handle = self.handle, -1
        if handle >= 0:
            os.close(handle)


@contextlib.contextmanager
def open_draft(folder: Path) -> Iterator[Draft]:
    """A new file in that folder, for its owner alone."""
    draft = _open_unnamed(folder) or _open_named(folder)
    try:
        yield draft
    finally:
        draft.close()


def sweep(folder: Path) -> None:
    """Remove what programs that were killed left half-made there; what one still makes stays."""
    with contextlib.suppress(OSError, ValueError):
        for name in os.listdir(folder):  # noqa: PTH208 names only
            if _NAMED.fullmatch(name):
                _remove_if_left(folder / name)


# --- without a name --------------------------------------------------------------------------


def _open_unnamed(folder: Path) -> Draft | None:
    """None where the system has no such files, or no way to name one later."""
    if not hasattr(os, "O_TMPFILE"):
        return None
    try:
        handle = os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o600)
    except OSError:
        return None
    if not Path(f"/proc/self/fd/{handle}").exists():
        os.close(handle)
        return None
    _lock(handle)
    return Draft(handle, folder)


def _link_unnamed(handle: int, path: Path) -> None:
    # Only where `src_dir_fd` is given does Python follow the link that /proc shows.
    os.link(f"/proc/self/fd/{handle}", path, src_dir_fd=handle)


# --- with a name of its own ------------------------------------------------------------------


def _open_named(folder: Path) -> Draft:
    """Locked, so that nobody sweeps it: whoever was quicker than the lock has removed it."""
    while True:
        name = _free_name(folder)
        handle = os.open(name, _NEW, 0o600)
        _lock(handle)
        if _is_called(handle, name):
            return Draft(handle, folder, name)
        os.close(handle)


def _free_name(folder: Path) -> Path:
    return folder / _NAME.format(os.urandom(4).hex())


def _link_named(name: Path, path: Path) -> None:
    try:
        os.link(name, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _move_to_free(name, path)


def _move_to_free(name: Path, path: Path) -> None:
    """Where files have one name only: the new one is taken by an empty file first."""
    os.close(os.open(path, _NEW, 0o600))
    try:
        name.replace(path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _remove_if_left(path: Path) -> None:
    with contextlib.suppress(OSError):
        if not _is_own_file(path):
            return
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        try:
            if _try_lock(handle) and _is_called(handle, path):
                path.unlink()
        finally:
            os.close(handle)


def _is_own_file(path: Path) -> bool:
    about = path.lstat()
    return stat.S_ISREG(about.st_mode) and (os.name != "posix" or about.st_uid == os.geteuid())


def _is_called(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.lstat())
    except FileNotFoundError:
        return False


def _lock(handle: int) -> None:
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # a network drive may have no locks
            fcntl.flock(handle, fcntl.LOCK_EX)


def _try_lock(handle: int) -> bool:
    """Whether nobody else has it open as a draft; elsewhere an open file cannot be removed."""
    if sys.platform != "win32":
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    return True
