"""`records`: what the clinic's commands need of the command line, and how they end."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

from decision_aid import paths
from decision_aid.cli.content import loaded
from decision_aid.cli.endings import DONE, PARTLY_FAILED, UsageError
from decision_aid.cli.output import complain, put, say

if TYPE_CHECKING:
    from argparse import Namespace


def records(given: Namespace) -> int:
    """Work with the answers that are kept: list, show, print, export and erase them."""
    from decision_aid.cli.records import commands
    from decision_aid.record import RecordsFault

    desk = commands.Desk(
        given,
        lambda: loaded(given.content or paths.questions()),
        say,
        complain,
        sys.stderr,
        put,
        _answered,
        date.today(),
    )
    try:
        return DONE if commands.run(desk) else PARTLY_FAILED
    except RecordsFault as fault:
        raise UsageError(str(fault)) from None


def _answered(question: str) -> str:
    """What a person answers on the terminal; EOFError where there is none."""
    if not sys.stdin.isatty():
        raise EOFError
    sys.stderr.write(question)
    sys.stderr.flush()
    return sys.stdin.readline(1_000)
