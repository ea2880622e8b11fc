"""Who writes to which session, by locks of the operating system that die with their owner.

A side file stands for a session while somebody holds it. Whoever makes, tries or removes one
holds the gate meanwhile, so that no two programs ever lock two files of one name.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

from decision_aid.record.faults import fault_of

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int, *, wait: bool) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int, *, wait: bool) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


def show_in_use(handle: int) -> None:
    """Whoever sweeps away what was left half-made leaves this file, until the handle is closed."""
    if sys.platform != "win32":  # there an open file cannot be removed
        with contextlib.suppress(OSError):  # a network drive may have no locks
            _lock(handle, wait=True)


_OPEN = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
GATE = "gate"
_TAKEN = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}


class FileLock:
    """A locked side file."""

    def __init__(self, locks: Locks, path: Path, handle: int) -> None:
        self._locks = locks
        self._path = path
        self._handle: int | None = handle

    @property
    def lasts(self) -> bool:
        """Until it is released."""
        return self._handle is not None

    def release(self) -> None:
        """Take the side file away."""
        handle, self._handle = self._handle, None
        if handle is not None:
            self._locks.remove(self._path, handle)


class Locks:
    """The side files in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextlib.contextmanager
    def gate(self) -> Iterator[None]:
        """Alone among all programs, for the moment that it takes."""
        handle = self._open(GATE)
        try:
            _lock(handle, wait=True)
            yield
        except OSError as error:
            raise fault_of(error, self.folder) from None
        finally:
            os.close(handle)

    def lock(self, name: str) -> FileLock | None:
        """Lock the side file of that name; None while another has it."""
        with self.gate():
            handle = self._try_lock(name)
        return None if handle is None else FileLock(self, self.folder / name, handle)

    def find_locked(self, names: Collection[str]) -> frozenset[str]:
        """Which of these are held; side files that a killed program left are swept."""
        if not any(name != GATE for name in os.listdir(self.folder)):  # noqa: PTH208 names only
            return frozenset()
        with self.gate():
            there = set(os.listdir(self.folder)) & set(names)  # noqa: PTH208
            return frozenset(name for name in there if not self._sweep(name))

    def remove(self, path: Path, handle: int) -> None:
        """Give up a side file."""
        with contextlib.suppress(Exception), self.gate():
            path.unlink(missing_ok=True)
        os.close(handle)

    def _sweep(self, name: str) -> bool:
        handle = self._try_lock(name)
        if handle is None:
            return False
        (self.folder / name).unlink(missing_ok=True)
        os.close(handle)
        return True

    def _try_lock(self, name: str) -> int | None:
        handle = self._open(name)
        try:
            _lock(handle, wait=False)
        except OSError as error:
            os.close(handle)
            if error.errno not in _TAKEN:
                raise
            return None
        return handle

    def _open(self, name: str) -> int:
        try:
            handle = os.open(self.folder / name, _OPEN, 0o600)
            os.chmod(self.folder / name, 0o600)  # noqa: PTH101 a umask may have taken more away
        except OSError as error:
            raise fault_of(error, self.folder) from None
        return handle
