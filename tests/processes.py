"""What tests share that start the program: patience for a busy machine, and signals as by hand."""

from __future__ import annotations

import signal

PATIENCE = 240.0
"""Seconds within which a state comes about; only a test that fails ever waits so long."""


def hearing() -> None:
    """In a child before it starts: deaf to no signal, even where the tests run under nohup or &."""
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


def deaf_to_interrupts() -> None:
    """In a child before it starts: as a shell starts what it puts in the background."""
    hearing()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
