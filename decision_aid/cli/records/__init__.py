"""`records`: the answers that are kept, for a clinic's day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.cli.endings import DONE, PARTLY_FAILED, UsageError

if TYPE_CHECKING:
    from argparse import Namespace


def records(given: Namespace) -> int:
    """Work with the answers that are kept: list, show, print, export and erase them."""
    from decision_aid.cli.records import commands
    from decision_aid.record import RecordsFault

    try:
        return DONE if commands.run(given) else PARTLY_FAILED
    except RecordsFault as fault:
        raise UsageError(str(fault)) from None
