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
_NAMED = {"lp": "-d", "lpr": "-P"}
"""How each is told which printer."""


def printer() -> str | None:
    """The program that prints, where this computer has one."""
    return next(filter(None, map(shutil.which, _TITLED)), None)


def is_sent(program: str, path: Path, job: str) -> bool:
    """Send the file under the title `job`; whether the printer took it."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return takes(program, data, job)


def takes(
    program: str, data: bytes, job: str, *, name: str = "", patience: float | None = None
) -> bool:
    """Whether the usual printer, or the one of that name, takes this under the title `job`.

    Through standard input: so neither the process list nor the queue shows the file's name.
    """
    own_name = Path(program).stem
    named = [_NAMED[own_name], name] if name else []
    quiet = {name: value for name, value in os.environ.items() if "DECISION_AID" not in name}
    nothing = subprocess.DEVNULL
    try:
        running = subprocess.Popen(
            [program, *named, _TITLED[own_name], job],
            stdin=subprocess.PIPE,
            stdout=nothing,
            stderr=nothing,
            env=quiet,
            # Without a terminal it cannot ask for a password over the page that is shown.
            start_new_session=True,
        )
        return _ends_well(running, data, PATIENCE if patience is None else patience)
    except OSError:
        return False


def _ends_well(running: subprocess.Popen[bytes], data: bytes, patience: float) -> bool:
    """Whether it took that; if it is still at it then, nothing of it goes on."""
    try:
        running.communicate(data, patience)
        return running.returncode == 0
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
