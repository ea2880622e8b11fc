"""One connection to a folder's records for all visits of a program: one for each takes 150 kB."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Lock

from decision_aid.record.sqlite_file import SqliteFile
from decision_aid.record.store import Records


class CommonRecords:
    """Gives each visit records of its own, in one file that is open as long as any visit is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: SqliteFile | None = None
        self._users: Counter[SqliteFile] = Counter()
        self._lock = Lock()

    def open(self, *, make: bool) -> Records:
        """Records for one visit, on which others come only by a code; raises RecordsFault."""
        with self._lock:
            file = self._file
            if file is None or not file.is_there:
                file = self._file = SqliteFile(self._folder, make=make)
            self._users[file] += 1
        return _OfOneVisit(file, partial(self._leave, file))

    def _leave(self, file: SqliteFile) -> None:
        with self._lock:
            self._users[file] -= 1
            is_used = self._users[file] > 0
            if not is_used:
                del self._users[file]
                self._file = None if self._file is file else self._file
        if not is_used:
            file.close()


class _OfOneVisit(Records):
    """Records whose file others use too."""

    def __init__(self, file: SqliteFile, leave: Callable[[], None]) -> None:
        super().__init__(file, shared=True)
        self._leave: Callable[[], None] | None = leave

    def close(self) -> None:
        """Let go of the file; it is closed when nobody uses it any more."""
        leave, self._leave = self._leave, None
        if leave is not None:
            leave()
