"""A disk that fails SQLite at one chosen moment: a wrapper around what SQLite writes through."""

from __future__ import annotations

import _sqlite3
import ctypes
from dataclasses import dataclass

_OPEN, _WRITE, _TRUNCATE, _SYNC, _SHARE = 5, 3, 4, 5, 13
"""Where these functions stand in SQLite's own tables, counted in pointers."""
_POINTERS = 19
_NUMBER, _LONG, _ANY = ctypes.c_int, ctypes.c_longlong, ctypes.c_void_p
_OPENING = ctypes.CFUNCTYPE(_NUMBER, _ANY, _ANY, _ANY, _NUMBER, _ANY)


@dataclass(frozen=True)
class Call:
    """Something that SQLite asks of the disk, and what it hears when that fails."""

    at: int
    arguments: tuple[type, ...]
    code: int
    step: int = 1
    """Where there are dozens of such calls, one of so many is tried."""


CALLS = {
    "a write without room": Call(_WRITE, (_ANY, _ANY, _NUMBER, _LONG), 13, step=4),
    "a write": Call(_WRITE, (_ANY, _ANY, _NUMBER, _LONG), 10 | 3 << 8, step=4),
    "a sync": Call(_SYNC, (_ANY, _NUMBER), 10 | 4 << 8),
    "a truncation": Call(_TRUNCATE, (_ANY, _LONG), 10 | 6 << 8),
    "room for the index": Call(_SHARE, (_ANY, _NUMBER, _NUMBER, _NUMBER, _ANY), 10 | 19 << 8),
}


def can_fail() -> bool:
    """Whether Python's SQLite lets itself be reached; one that is built in does not."""
    return hasattr(ctypes.CDLL(getattr(_sqlite3, "__file__", None)), "sqlite3_vfs_find")


class FailingDisk:
    """From now on, in this process, for good: only for a child that ends afterwards."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._left: int | None = None
        self._for_good = False
        self.failed = 0
        self._kept: list[object] = []
        library = ctypes.CDLL(_sqlite3.__file__)
        library.sqlite3_vfs_find.restype = ctypes.POINTER(_ANY)
        table = library.sqlite3_vfs_find(None)
        self._opens = _OPENING(table[_OPEN])
        self._replace(table, _OPEN, _OPENING(self._open))

    def fail(self, number: int, *, for_good: bool) -> None:
        """Let that call fail, the first being 0, and perhaps all after it."""
        self._left, self._for_good, self.failed = number, for_good, 0

    def mend(self) -> None:
        """Let nothing fail any more."""
        self._left = None

    def _replace(self, table: ctypes._Pointer[ctypes.c_void_p], at: int, function: object) -> None:
        self._kept.append(function)
        table[at] = ctypes.cast(function, _ANY)  # type: ignore[arg-type]

    def _open(self, system: int, name: int, file: int, flags: int, said: int) -> int:
        code = int(self._opens(system, name, file, flags, said))
        methods = ctypes.cast(file, ctypes.POINTER(ctypes.POINTER(_ANY)))
        if code == 0 and methods[0] and methods[0][self._call.at]:
            own = (_ANY * _POINTERS)(*methods[0][:_POINTERS])
            kind = ctypes.CFUNCTYPE(_NUMBER, *self._call.arguments)
            usual = kind(own[self._call.at] or 0)
            wrapped = kind(lambda *given: self._failing() or usual(*given))
            self._kept += [own, wrapped]
            own[self._call.at] = ctypes.cast(wrapped, _ANY)
            methods[0] = ctypes.cast(own, ctypes.POINTER(_ANY))
        return code

    def _failing(self) -> int:
        if self._left is None:
            return 0
        self._left -= 1
        if self._left == -1 or (self._for_good and self._left < 0):
            self.failed += 1
            return self._call.code
        return 0
