"""The system's printer, through `lp` where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from decision_aid.words.clinic_en import EN

PRINTABLE = frozenset({"pdf", "txt"})
"""The formats that a printer takes as they are."""
_LONGEST = 60


class Tell(Protocol):
    """Writes lines for people, beside what was asked for."""

    def __call__(self, *lines: str) -> None:
        """Write them."""


def to_printer(paths: Iterable[Path], tell: Tell) -> bool:
    """Send the files to the printer where there is one; False if it refused any."""
    outcomes = list(_printed(paths))
    tell(*(words for words, _ in outcomes))
    return all(well for _, well in outcomes)


def _printed(paths: Iterable[Path]) -> Iterator[tuple[str, bool]]:
    """What became of each file in words, and whether that is as it should be."""
    program = shutil.which("lp")
    for path in paths:
        if program is None:
            yield EN.no_printer.format(path=path), True
        elif _sent(program, path):
            yield EN.sent.format(path=path), True
        else:
            yield EN.not_printed.format(path=path), False


def _sent(program: str, path: Path) -> bool:
    """Through standard input: so neither the process list nor the queue shows the file's name."""
    quiet = {name: value for name, value in os.environ.items() if "DECISION_AID" not in name}
    try:
        with path.open("rb") as file:
            done = subprocess.run(
                [program, "-t", EN.job],
                stdin=file,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=quiet,
                timeout=_LONGEST,
                check=False,
            )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
