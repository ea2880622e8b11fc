"""A server in a process of its own: what processor time it took, and what memory it holds."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).parents[2]
OURS = (
    "import gc, signal, sys; from decision_aid.cli import main; "
    "signal.signal(signal.SIGUSR1, lambda *_: gc.collect()); "
    "sys.exit(main(['serve', '--port', '0', *sys.argv[1:]]))"
)
"""The command as it is, which also tidies up its memory when it is asked to."""
QUIET = 0.5
"""Seconds in which a program did nothing, so that it does nothing more unasked."""


@dataclass(frozen=True)
class Program:
    """A server that is ready."""

    process: subprocess.Popen[str]
    port: int
    started: float

    @property
    def seconds(self) -> float:
        """The processor time that it took so far, of all its threads."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text()
        used = stat.rpartition(")")[2].split()[11:13]
        return sum(map(int, used)) / os.sysconf("SC_CLK_TCK")

    @property
    def memory(self) -> int:
        """Bytes in memory, after it tidied up."""
        self.process.send_signal(signal.SIGUSR1)
        self.settle()
        pages = Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]
        return int(pages) * resource.getpagesize()

    def settle(self) -> None:
        """Wait until it has nothing more to do, such as loading another language."""
        before = -1.0
        while before != self.seconds:
            before = self.seconds
            time.sleep(QUIET)


def serve_ours(*arguments: str) -> list[str]:
    """The command that serves the browser edition."""
    return ["-c", OURS, *arguments]


def serve_plain(steps: Path, pages: str = "plain", content: str = "") -> list[str]:
    """The command that serves the plain site, with plain pages or those of our template."""
    return ["-m", "benchmarks.browser.plain_site", str(steps), pages, content]


@contextmanager
def running(command: Sequence[str]) -> Iterator[Program]:
    """The program, from when it says its port until it is killed."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command], cwd=TOP, stdout=subprocess.PIPE, text=True
    )
    try:
        yield Program(process, _port(process), started)
    finally:
        process.kill()
        process.communicate()


def _port(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(r"(?:^|:)(\d+)/?$", line.strip()):
            return int(found[1])
    raise RuntimeError("the server did not start")
