"""The real program on a pseudo-terminal, forked from a process that has all it imports already.

It is `decision-aid` as a person starts it, but for its guard against trembling hands: without that
nobody has to wait between two presses of Enter. And a busy machine is not taken for a disk that
stands still. What is seen is read from what was painted since
the last key.
"""

from __future__ import annotations

import fcntl
import importlib
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from threading import Timer
from typing import NoReturn, cast

from decision_aid import cli
from decision_aid.content import DecisionAid, load
from decision_aid.record import deadline
from decision_aid.tui import safety
from tests.processes import PATIENCE

LOADED_BEFORE_FORKING = """
    concurrent.futures.thread decision_aid.cli.records.arguments decision_aid.line
    decision_aid.report.text
    decision_aid.record.postgres decision_aid.record.sealing decision_aid.record.sqlite_file
    decision_aid.screens.every decision_aid.tui.app decision_aid.tui.driver
    decision_aid.tui.widgets.entry decision_aid.tui.widgets.line_box
    platformdirs.unix ctypes resource textual.layouts.factory textual.scrollbar
"""
"""To be quick, and because somebody without rights may not read them where root keeps Python."""
for _name in LOADED_BEFORE_FORKING.split():
    importlib.import_module(_name)
SIZE = (50, 100)
"""Lines and columns: so many that Enter never has to scroll, and that the place is whole."""
LEAVES_SCREEN = b"\x1b[?1049l"
_SEQUENCE = re.compile(rb"\x1b(?:[\[(][0-9;:?<>=]*[A-Za-z]|\][^\x07]*\x07|[=>78])")


def nothing() -> None:
    """What most programs need done before they start."""


class Program:
    """`decision-aid` with these arguments; `before` runs inside it first."""

    def __init__(
        self, aid: DecisionAid, arguments: Sequence[str], before: Callable[[], object] = nothing
    ) -> None:
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            _be_the_program(aid, arguments, before)
        self.raw = b""
        self._is_over = False
        self._from = 0
        """Where in all that came the answer to the last key begins."""

    def __enter__(self) -> Program:
        return self

    def __exit__(self, *_error: object) -> None:
        if not self._is_over:
            os.kill(self.pid, signal.SIGKILL)
            self.end()

    def send(self, key: str | bytes) -> None:
        """Press it; what comes from now on is its answer."""
        self._from = len(self.raw)
        os.write(self.handle, key.encode() if isinstance(key, str) else key)

    @property
    def answer(self) -> str:
        """What came since the last key, as text; wherever a line was broken stands a space."""
        text = _SEQUENCE.sub(b"", self.raw[self._from :]).decode(errors="replace")
        return " ".join(text.split())

    def sees(self, *texts: str) -> bool:
        """Whether all of this was painted in answer to the last key."""
        answer = self.answer
        return all(" ".join(text.split()) in answer for text in texts)

    def see(self, *texts: str) -> None:
        """Read until it is painted."""
        while not self.sees(*texts):
            if not self._read():
                raise AssertionError(f"{texts} not in {self.answer!r}")

    def see_one_of(self, *texts: str) -> str:
        """Read until one of these is painted; which it is."""
        while not (seen := [text for text in texts if self.sees(text)]):
            if not self._read():
                raise AssertionError(f"none of {texts} in {self.answer!r}")
        return seen[0]

    def hang_up(self) -> None:
        """Take the terminal away."""
        os.close(self.handle)
        self.handle = -1

    def end(self) -> int:
        """Read what there is until the program is gone, killed if it hangs; its exit code."""
        while self._read():
            pass
        guard = Timer(PATIENCE, os.kill, (self.pid, signal.SIGKILL))
        guard.start()
        _, status = os.waitpid(self.pid, 0)
        guard.cancel()
        guard.join()
        self._is_over = True
        if self.handle >= 0:
            self.hang_up()
        return os.waitstatus_to_exitcode(status)

    def read_on(self, patience: float) -> bool:
        """Read what has come or comes within these seconds; whether anything did."""
        return self._read(patience)

    def _read(self, patience: float = PATIENCE) -> bool:
        if self.handle < 0 or not select.select([self.handle], [], [], patience)[0]:
            return False
        try:
            data = os.read(self.handle, 65_536)
        except OSError:
            return False
        self.raw += data
        return bool(data)

    @property
    def is_restored(self) -> bool:
        """Whether the terminal got its own screen back."""
        return self.raw.rfind(LEAVES_SCREEN) > self.raw.rfind(b"\x1b[?1049h")

    @property
    def left_behind(self) -> bytes:
        """What stays to be read on the terminal when the program is gone."""
        before, _, rest = self.raw.partition(b"\x1b[?1049h")
        return before + rest.rpartition(LEAVES_SCREEN)[2] if self.is_restored else before


def _be_the_program(
    aid: DecisionAid, arguments: Sequence[str], before: Callable[[], object]
) -> NoReturn:
    code = 1
    try:
        os.environ["TERM"] = "xterm-256color"
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
        sys.stdin = sys.__stdin__ = _stream(0, "r")  # type: ignore[misc]
        sys.stdout = sys.__stdout__ = _stream(1, "w")  # type: ignore[misc]
        sys.stderr = sys.__stderr__ = _stream(2, "w")  # type: ignore[misc]
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whoever runs this may be under nohup
        safety.TREMOR = 0.0
        deadline.PATIENCE = deadline.AT_THE_END = deadline.DEADLINE = PATIENCE
        load.load = load.load_shown = lambda path, language="": aid
        before()
        code = cli.main(arguments)
    except SystemExit as end:
        code = int(end.code or 0)
    finally:
        os._exit(code & 255)


def _stream(number: int, mode: str) -> TextIOWrapper:
    return cast("TextIOWrapper", os.fdopen(number, mode, encoding="utf-8", closefd=False))
