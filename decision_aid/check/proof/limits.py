"""A time within which a proof must end, so that no content can hold the program up."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType


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
    before = signal.signal(signal.SIGPROF, _over)
    signal.setitimer(signal.ITIMER_PROF, max(seconds, 0.001))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _over(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TooLong
