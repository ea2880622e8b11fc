"""How far a batch is: a bar on a terminal, plain lines otherwise."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, TextIO

from decision_aid.plain_text import one_line

if TYPE_CHECKING:
    from decision_aid.words import Words

_WIDTH = 30


class Progress:
    """Counts up to `total` on a stream, whatever state that is in."""

    def __init__(self, stream: TextIO, total: int, words: Words) -> None:
        self._stream = stream
        self._total = total
        self._place = words.records.place
        self._done = 0
        self._bar = stream.isatty() and os.environ.get("TERM", "dumb") not in ("", "dumb")
        self._shown = ""

    def step(self, line: str, *, matters: bool = False) -> None:
        """One more is done; on a terminal its line is shown only if it matters."""
        self._done += 1
        place = self._place.format(place=self._done, all=self._total)
        if not self._bar:
            self._write(f"{place}: {one_line(line)}\n")
            return
        self._wipe()
        if matters:
            self._write(one_line(line) + "\n")
        full = _WIDTH * self._done // max(self._total, 1)
        self._shown = f"[{'#' * full}{'.' * (_WIDTH - full)}] {place}"
        self._write(self._shown)

    def end(self) -> None:
        """Leave the line to others."""
        self._wipe()

    def _wipe(self) -> None:
        if self._shown:
            self._write(f"\r{' ' * len(self._shown)}\r")
            self._shown = ""

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._stream.write(text)
            self._stream.flush()
