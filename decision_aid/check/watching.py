"""Notices that files were saved, whatever way an editor takes to save them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

GONE = 8
"""After so many looks a file that is not there is taken to be gone: some editors save in steps."""

Look: TypeAlias = tuple[tuple[int, int, int] | None, ...]
"""Of each file when and as how large and which it was saved; None where it is not there."""


class Watch:
    """Looks at files again and again; nothing of what they hold is read."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.paths = tuple(paths)
        self._told = self._last = self._look()

    def wait(self, pause: Callable[[], object]) -> None:
        """Return once a file was saved, or is gone for good, and nobody writes to it any more."""
        missing = 0
        while True:
            pause()
            now = self._look()
            missing = missing + 1 if None in now else 0
            stands_still, self._last = now == self._last, now
            if now != self._told and stands_still and (missing == 0 or missing > GONE):
                self._told = now
                return

    def _look(self) -> Look:
        return tuple(map(_look_at, self.paths))


def _look_at(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
