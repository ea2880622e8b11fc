"""How long anybody waits for the place where answers are kept; it may stand still for ever."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TypeVar

from decision_aid.background import Background
from decision_aid.record.faults import RecordsFault

Got = TypeVar("Got")

DEADLINE = 10.0
"""Seconds that opening, listing and beginning may take, while the person reads that it is so."""
PATIENCE = 0.08
"""Seconds for which a face stands still for one step; a healthy disk needs a few thousandths."""
AT_THE_END = 0.12
"""Seconds for which the end of the program waits: with one step before it, a fifth of one."""


def before_deadline(do: Callable[[], Got], let_go: Callable[[Got], object]) -> Got:
    """What it gives; raises RecordsFault if it takes too long, and lets go of what comes later."""

    def let_go_quietly(late: Got) -> None:
        with contextlib.suppress(RecordsFault, OSError):
            let_go(late)

    work = Background(do)
    if not work.wait(DEADLINE) and work.abandon(let_go_quietly):
        raise RecordsFault("slow")
    return work.result()


def do_soon(do: Callable[[], object]) -> None:
    """Have it done, and wait only as long as a face can stand still."""

    def quietly() -> None:
        with contextlib.suppress(RecordsFault, OSError):
            do()

    Background(quietly).wait(AT_THE_END)
