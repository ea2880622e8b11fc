"""A time within which a proof must end, so that no content can hold the program up."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType


AGAIN = 0.5
"""Seconds after which it is raised once more, should it have been lost."""


class TooLong(Exception):
    """The time is over."""


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TooLong once so much of the processor's time is used, where the system can.

    A busy machine must not make sound content fail; Windows has no such timer.
    """
    can = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not can:
        yield
        return
    limit = _Limit()
    before = signal.signal(signal.SIGPROF, limit.over)
    signal.setitimer(signal.ITIMER_PROF, max(seconds, 0.001), AGAIN)
    try:
        try:
            yield
        finally:
            limit.counts = False
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    if limit.is_over:
        raise TooLong


@dataclass
class _Limit:
    """Remembers that the time was over: what is raised in a callback of C may be lost there."""

    counts: bool = True
    is_over: bool = False

    def over(self, _number: int, _frame: FrameType | None) -> None:
        if self.counts:
            self.is_over = True
            raise TooLong
