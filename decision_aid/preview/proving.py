"""What only a proof can tell of a version of the file, found by a process of its own.

The pages go on meanwhile, no content can hold them up, and a version that was saved over is let go.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeAlias

from decision_aid.check.file_subject import FileSubject
from decision_aid.check.proof.limits import TooLong, within
from decision_aid.check.run import MOST_SECONDS, CheckResult, check_file
from decision_aid.content.load import read_aid
from decision_aid.preview.versions import fingerprint

if TYPE_CHECKING:
    from datetime import date
    from multiprocessing.connection import Connection
    from pathlib import Path

    from decision_aid.conditions import Answers

Witnesses: TypeAlias = "Mapping[str, Answers]"
"""The fewest answers that lead to each question; none for one that nobody reaches."""


@dataclass(frozen=True)
class Task:
    """Which version of which file is to be looked at."""

    content: Path
    reports: Path
    on: date
    files: tuple[Path, ...]
    version: str
    """The fingerprint of those files."""

    @property
    def is_there(self) -> bool:
        """Whether nothing was saved over it."""
        return fingerprint(self.files) == self.version


class Proof:
    """The proof of one version, as far as it has come."""

    def __init__(self, task: Task) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_prove, args=(theirs, task), daemon=True)
        with _deaf():
            self._process.start()
        theirs.close()
        self._found: list[Any] = []
        self._one_at_a_time = Lock()
        self.is_over = False
        """Whether nothing more will be found."""

    def witnesses(self, patience: float) -> Witnesses | None:
        """The answers that lead to each question; None if they are not found so soon."""
        found = self._wait_for(1, patience)
        return found[0] if found else None

    def result(self, patience: float) -> CheckResult | None:
        """What every rule finds; None if that is not known so soon."""
        found = self._wait_for(2, patience)
        return found[1] if len(found) > 1 else None

    def end(self) -> None:
        """Nobody wants to know it any more."""
        self._process.kill()
        with self._one_at_a_time:
            self.is_over = True
            self._pipe.close()

    def _wait_for(self, count: int, patience: float) -> list[Any]:
        if not self.is_over and self._one_at_a_time.acquire(timeout=patience):
            try:
                self._hear(count, patience)
            finally:
                self._one_at_a_time.release()
        return self._found

    def _hear(self, count: int, patience: float) -> None:
        try:
            while not self.is_over and len(self._found) < count and self._pipe.poll(patience):
                self._found.append(self._pipe.recv())
        except (EOFError, OSError):
            self.is_over = True


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """What is started meanwhile never hears Ctrl and C: whoever started it ends it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# --- in the process of its own ---------------------------------------------------------------


def _prove(pipe: Connection, task: Task) -> None:
    """Tell who reaches each question, then what the rules find; nothing of another version."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with contextlib.suppress(OSError):
        witnesses = _find_witnesses(task)
        if not task.is_there:
            return
        pipe.send(witnesses)
        result = check_file(task.content, task.reports, task.on)
        if task.is_there:
            pipe.send(result)


def _find_witnesses(task: Task) -> Witnesses:
    reading = read_aid(task.content)
    if reading.aid is None:
        return {}
    subject = FileSubject(reading.aid, task.reports, task.on, task.content, reading.document)
    try:
        with within(MOST_SECONDS):
            states = subject.states
            found = {name: states.shortest(path) for name, path in states.paths.items()}
    except (TooLong, MemoryError, OverflowError, RecursionError, RuntimeError):
        return {}
    return {name: given for name, given in found.items() if given is not None}
