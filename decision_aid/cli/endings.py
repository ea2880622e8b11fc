"""How a command can end: its exit codes, and the refusal of wrong input."""

from __future__ import annotations

DONE, PARTLY_FAILED, WRONG_INPUT, OWN_FAULT = 0, 1, 2, 70


class UsageError(Exception):
    """The input or the command line is wrong: all of it in words, a line each."""

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines


class NoOutput(Exception):
    """Standard output cannot be written, for a reason that the system gives; None: it is closed."""

    def __init__(self, reason: str | None) -> None:
        super().__init__(reason)
        self.reason = reason
