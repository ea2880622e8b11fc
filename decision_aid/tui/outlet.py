"""Writes to a terminal at once what it takes at once, and the rest as soon as it takes more."""

from __future__ import annotations

import asyncio
import os
from select import select
from typing import TextIO

PATIENCE = 2.0
"""Seconds for which a terminal that takes nothing is waited for at the end."""


class Outlet:
    """A terminal that is open for writing once more: nobody waits for it, and no thread is asked.

    Where the loop's own thread wrote by another one, that one had to be woken first.
    """

    def __init__(self, terminal: TextIO) -> None:
        """Raises OSError for what is no terminal, or cannot be opened."""
        name = os.ttyname(terminal.fileno())
        # Only here it is not waited for: that is no affair of others who have it open.
        self._file = os.open(name, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        self._encoding = terminal.encoding
        self._loop = asyncio.get_running_loop()
        self._left = bytearray()

    def write(self, text: str) -> None:
        """Write it after all that was to be written before."""
        is_waiting = bool(self._left)
        self._left += text.encode(self._encoding, "backslashreplace")
        if not is_waiting:
            self._write_some()
            if self._left:
                self._loop.add_writer(self._file, self._write_on)

    def close(self) -> None:
        """Write what is left, but give up on a terminal that takes nothing any more."""
        self._loop.remove_writer(self._file)
        while self._left and select([], [self._file], [], PATIENCE)[1]:
            self._write_some()
        os.close(self._file)

    def _write_on(self) -> None:
        self._write_some()
        if not self._left:
            self._loop.remove_writer(self._file)

    def _write_some(self) -> None:
        try:
            del self._left[: os.write(self._file, self._left)]
        except BlockingIOError:
            return
        except OSError:  # the terminal is gone, which whoever reads from it is told
            self._left.clear()
