"""The standard streams as they are found: closed ones get a stand-in that refuses all use."""

from __future__ import annotations

import contextlib
import os
import sys


def stand_in_for_closed() -> None:
    """Occupy the place of each closed stream, so that no file opened later gets its number.

    Reading or writing there is an OSError, as it is of a stream that is open and of no use.
    """
    if sys.stdin is None:
        _occupy(0, os.O_WRONLY)
        sys.stdin = open(0, closefd=False)  # noqa: SIM115 it stays open
    if sys.stdout is None:
        _occupy(1, os.O_RDONLY)
        sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115
    if sys.stderr is None:
        _occupy(2, os.O_RDONLY)
        sys.stderr = open(2, "w", closefd=False)  # noqa: SIM115


def _occupy(number: int, flags: int) -> None:
    """For programs that are started from here too."""
    handle = os.open(os.devnull, flags)
    if handle == number:
        os.set_inheritable(number, True)
    else:
        os.dup2(handle, number)
        os.close(handle)


def try_input() -> None:
    """Raise OSError where nothing can be read from standard input."""
    with contextlib.suppress(ValueError):  # under a test it is no file
        os.read(sys.stdin.fileno(), 0)


def try_output() -> None:
    """Raise OSError where nothing can be written to standard output, as far as that is known."""
    with contextlib.suppress(ValueError):
        os.write(sys.stdout.fileno(), b"")


def silence_unwritable() -> None:
    """Python writes out what is left on leaving: where that fails, it must not complain."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            _occupy(stream.fileno(), os.O_WRONLY)
