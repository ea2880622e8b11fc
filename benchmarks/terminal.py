"""A program in a pseudo-terminal, and how long it takes until something is seen."""

from __future__ import annotations

import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from fcntl import ioctl

import pyte

PATIENCE = 20.0


class Terminal:
    """One running program; times are seconds of a clock that only goes forward."""

    def __init__(self, program: Sequence[str], size: tuple[int, int] = (80, 24)) -> None:
        self.started = time.perf_counter()
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.execve(sys.executable, [sys.executable, *program], _environment())
        columns, rows = size
        ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.arrived = self.started

    def press(self, keys: str) -> float:
        """Send keys. Gives the moment of sending."""
        moment = time.perf_counter()
        os.write(self.handle, keys.encode())
        return moment

    def wait(self, text: str) -> float:
        """The moment at which the output arrived that put the text on the screen."""
        if self._shows(text):
            return self.arrived
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            for moment, output in self._burst():
                self.stream.feed(output)
                if self._shows(text):
                    return moment
        raise TimeoutError(f"{text!r} was not seen")

    def _shows(self, text: str) -> bool:
        return any(text in line for line in self.screen.display)

    def _burst(self) -> list[tuple[float, bytes]]:
        """What comes until a short silence, each piece with its moment; drawn only afterwards."""
        pieces = []
        patience = 1.0
        while select.select([self.handle], [], [], patience)[0]:
            try:
                output = os.read(self.handle, 65_536)
            except OSError:
                break
            pieces.append((time.perf_counter(), output))
            patience = 0.03
        return pieces

    def settle(self) -> None:
        """Read until nothing has come for longer than the guard against trembling hands lasts."""
        while self._drain(0.32):
            pass

    def close(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.handle)

    def _drain(self, patience: float) -> bool:
        if not select.select([self.handle], [], [], max(patience, 0))[0]:
            return False
        try:
            output = os.read(self.handle, 65_536)
        except OSError:
            return False
        self.arrived = time.perf_counter()
        self.stream.feed(output)
        return True


def _environment() -> Mapping[str, str]:
    """The environment of a person at a plain terminal; bytecode is kept, as it is for them."""
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "PYTHONPATH", "LANG")}
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
