"""Opens a saved file with the program that this computer has for it, where there is a desktop."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PATIENCE = 5
"""How many seconds it is waited for a program that says it could not open the file."""
DESKTOPS = ("DISPLAY", "WAYLAND_DISPLAY")


def find_opener() -> str | None:
    """The program that opens files; None where there is none, or no desktop to open them on."""
    if sys.platform == "darwin":
        return shutil.which("open")
    if not any(os.environ.get(name) for name in DESKTOPS):
        return None
    return shutil.which("xdg-open")


def open_file(program: str, path: Path) -> bool:
    """Have that program open the file; False if it says that it could not.

    One that runs on is taken to show it.
    """
    quiet = {name: value for name, value in os.environ.items() if "DECISION_AID" not in name}
    nothing = subprocess.DEVNULL
    try:
        running = subprocess.Popen(
            [program, str(path.absolute())],
            stdin=nothing,
            stdout=nothing,
            stderr=nothing,
            env=quiet,
            start_new_session=True,
        )
        return running.wait(PATIENCE) == 0
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False
