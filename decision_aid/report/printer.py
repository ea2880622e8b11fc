"""The system's printer, through `lp` or `lpr`: it learns no name and no place."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

PATIENCE = 60
"""How many seconds the printer may take to accept a file."""


_TITLED = {"lp": "-t", "lpr": "-J"}
"""The programs that print, the usual one first, and how each is told a title."""


def printer() -> str | None:
    """The program that prints, where this computer has one."""
    return next(filter(None, map(shutil.which, _TITLED)), None)


def is_sent(program: str, path: Path, job: str) -> bool:
    """Send the file under the title `job`; whether the printer took it.

    Through standard input: so neither the process list nor the queue shows the file's name.
    """
    quiet = {name: value for name, value in os.environ.items() if "DECISION_AID" not in name}
    nothing = subprocess.DEVNULL
    try:
        with path.open("rb") as file:
            running = subprocess.Popen(
                [program, _TITLED[Path(program).stem], job],
                stdin=file,
                stdout=nothing,
                stderr=nothing,
                env=quiet,
                # Without a terminal it cannot ask for a password over the page that is shown.
                start_new_session=True,
            )
        return _ends_well(running)
    except OSError:
        return False


def _ends_well(running: subprocess.Popen[bytes]) -> bool:
    """Whether it took the file; if it is still at it then, nothing of it goes on."""
    try:
        return running.wait(PATIENCE) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        if running.poll() is None:
            _end(running)


def _end(running: subprocess.Popen[bytes]) -> None:
    """End it with all that it started, which could print when somebody has printed otherwise."""
    if sys.platform == "win32":
        running.kill()
    else:
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()
