"""`records`: the answers that are kept, for a clinic's day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.cli.endings import DONE, PARTLY_FAILED, UsageError
from decision_aid.memory import close_memory
from decision_aid.words import words

if TYPE_CHECKING:
    from argparse import Namespace


def records(given: Namespace) -> int:
    """Work with the answers that are kept: list, show, print, export and erase them."""
    close_memory()
    from decision_aid.cli.records import commands
    from decision_aid.record import RecordsFault

    ours = words(given.language)
    try:
        return DONE if commands.run(given, ours) else PARTLY_FAILED
    except RecordsFault as fault:
        raise UsageError(ours.fault(fault)) from None
