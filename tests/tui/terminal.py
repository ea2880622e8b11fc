"""The program on a real pseudo-terminal, read as a person reads it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Timer
from time import monotonic
from typing import Any

import pexpect
import pyte

from tests.processes import PATIENCE, hearing

ROOT = Path(__file__).parents[2]
CONTENT = Path(__file__).with_name("small.yaml")

CTRL_C_TWICE = "\x03\x1b[B\x03"
"""Asked and meant: a key between them tells it from a trembling hand."""

PROGRAM = """
import sys
from datetime import datetime
from pathlib import Path
from threading import Timer
from decision_aid import tui
{before}
code = tui.run(Path({content!r}), Path({folder!r}), lambda: datetime(2026, 11, 20, 14, 5))
sys.exit(99 if isinstance(code, tui.ByLine) else code)
"""


def _be_in(removed: Path | None) -> None:
    """In a child before it starts."""
    hearing()
    if removed is not None:
        removed.mkdir()
        os.chdir(removed)
        removed.rmdir()


class Terminal:
    """A terminal of some size with the program in it."""

    def __init__(
        self,
        folder: Path,
        size: tuple[int, int] = (80, 24),
        before: str = "",
        command: Sequence[str] = (),
        content: Path = CONTENT,
        removed: Path | None = None,
        **env: str,
    ) -> None:
        """The face alone, after `before`; or with a command, `decision-aid` as it is.

        `removed` is a folder in which it is started, and which is gone by then.
        """
        self.columns, self.lines = size
        code = PROGRAM.format(content=str(content), folder=str(folder), before=before)
        whole = [*command, "--content", str(content)]
        self.child: Any = pexpect.spawn(
            sys.executable,
            ["-m", "decision_aid", *whole] if command else ["-c", code],
            dimensions=(self.lines, self.columns),
            cwd=str(ROOT),
            env={
                **os.environ,
                "TERM": "xterm-256color",
                "DECISION_AID_RECORDS": str(folder / "records"),
                **env,
            },
            timeout=PATIENCE,
            preexec_fn=partial(_be_in, removed),
        )
        self.child.delaybeforesend = None
        self.screen = pyte.Screen(self.columns, self.lines)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""

    def _read(self) -> None:
        try:
            data = self.child.read_nonblocking(65536, PATIENCE)
        except pexpect.TIMEOUT:
            raise AssertionError(self.text) from None
        self.raw += data
        # Textual asks about the cursor and modes in sequences that pyte prints as text.
        self.stream.feed(data.replace(b"\x1b[<u", b"").replace(b"\x1b[>25u", b""))

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def see(self, *texts: str) -> None:
        """Wait until all of this is on the screen."""
        self.until(lambda: all(text in self.text for text in texts))

    def until(self, holds: Callable[[], bool]) -> None:
        """Read on until this holds."""
        end = monotonic() + PATIENCE
        while not holds():
            assert monotonic() < end, self.text
            self._read()

    def send(self, keys: str | bytes) -> None:
        self.child.send(keys)

    def resize(self, columns: int, lines: int) -> None:
        self.screen.resize(lines, columns)
        self.child.setwinsize(lines, columns)

    def signal(self, number: int) -> None:
        os.kill(self.child.pid, number)

    def end(self) -> int:
        """Wait for the end; the exit code."""
        try:
            while True:
                self._read()
        except pexpect.EOF:
            pass
        self.child.wait()
        assert self.child.signalstatus is None
        return int(self.child.exitstatus)

    def hang_up(self) -> int:
        """Close the terminal and wait for the program to end, killed if it hangs; the exit code."""
        self.child.ptyproc.fileobj.close()
        self.child.child_fd = self.child.ptyproc.fd = -1
        self.child.closed = self.child.ptyproc.closed = True
        guard = Timer(PATIENCE, lambda: os.kill(self.child.pid, signal.SIGKILL))
        guard.start()
        _, status = os.waitpid(self.child.pid, 0)
        guard.cancel()
        self.child.terminated = self.child.ptyproc.terminated = True
        return os.waitstatus_to_exitcode(status)

    @property
    def is_restored(self) -> bool:
        """Whether the alternate screen, the mouse and the hidden cursor were given back."""
        last = self.raw.rfind
        return (
            last(b"\x1b[?1049l") > last(b"\x1b[?1049h")
            and last(b"\x1b[?1000l") > last(b"\x1b[?1000h")
            and last(b"\x1b[?25h") > last(b"\x1b[?25l")
            and last(b"\x1b[?2004l") > last(b"\x1b[?2004h")
        )
