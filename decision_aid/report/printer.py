"""The system's printer, through `lp` where there is one: it learns no name and no place."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

PATIENCE = 60
"""How many seconds the printer may take to accept a file."""


def printer() -> str | None:
    """The program that prints, where this computer has one."""
    return shutil.which("lp")


def is_sent(program: str, path: Path, job: str) -> bool:
    """Send the file under the title `job`; whether the printer took it.

    Through standard input: so neither the process list nor the queue shows the file's name.
    """
    quiet = {name: value for name, value in os.environ.items() if "DECISION_AID" not in name}
    try:
        with path.open("rb") as file:
            done = subprocess.run(
                [program, "-t", job],
                stdin=file,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=quiet,
                timeout=PATIENCE,
                check=False,
                # Without a terminal it cannot ask for a password over the page that is shown.
                start_new_session=True,
            )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
