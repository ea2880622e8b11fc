"""What a program holds in memory, such as answers and passphrases, lands in no core dump."""

from __future__ import annotations

import contextlib
import sys

_PR_SET_DUMPABLE = 4


def refuse_core_files() -> None:
    """Have no core file written by this program, nor by any that it starts."""
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def close_memory() -> None:
    """Have nothing of it written down when the program is killed, nor read by another program.

    The limit alone does not help where the system hands dumps to a program that collects them.
    What this needs takes a moment to import.
    """
    refuse_core_files()
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
