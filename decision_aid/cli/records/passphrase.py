"""A passphrase from a file or from the terminal without echo: never from the command line."""

from __future__ import annotations

import getpass
import os
import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.cli.endings import UsageError
from decision_aid.plain_text import decode

if TYPE_CHECKING:
    from decision_aid.words import Words

FILE = "DECISION_AID_PASSPHRASE_FILE"
"""The environment variable that names a file with the passphrase on its first line."""
_LONGEST = 10_000
_LARGEST = 100_000


def passphrase(label: str, words: Words) -> str:
    """The passphrase for that label; raises UsageError where there is no way to ask."""
    if path := os.environ.get(FILE):
        return _first_line(Path(path), words)
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)  # it would be shown on the screen
        try:
            return getpass.getpass(words.records.unlock.format(label=label))
        except (getpass.GetPassWarning, EOFError, OSError):
            raise UsageError(words.records.no_terminal.format(label=label)) from None


def _first_line(path: Path, words: Words) -> str:
    ours = words.records
    if not path.is_file():
        raise UsageError(ours.bad_file.format(why=ours.no_file))
    try:
        with path.open("rb") as file:
            text = decode(file.read(_LARGEST))
    except (OSError, ValueError):
        raise UsageError(ours.bad_file.format(why=ours.unreadable_file)) from None
    line = re.split(r"[\r\n]", text, maxsplit=1)[0][:_LONGEST]
    if not line:
        raise UsageError(ours.bad_file.format(why=ours.empty_line))
    return line
