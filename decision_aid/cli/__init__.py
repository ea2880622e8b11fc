"""The command line: runs one command, and says by the exit code how it ended.

A command has the module of its name, and only that module is imported when the command runs.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from decision_aid.cli.endings import OWN_FAULT, WRONG_INPUT, UsageError
from decision_aid.cli.output import be_lenient, complain, silence_standard_output

if TYPE_CHECKING:
    from argparse import Namespace

SORRY = (
    "Something went wrong inside this program. Nothing that you wrote is shown here. "
    "A summary that you saved is still there. Please start again."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code says how it ended (design.md 6)."""
    be_lenient(sys.stdout, sys.stderr, sys.stdin)
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:
        silence_standard_output()
        return 128 + signal.SIGPIPE
    except UsageError as error:
        complain(*error.lines)
        return WRONG_INPUT
    except Exception:  # a person never sees a traceback, and no answer leaks through one
        complain(SORRY)
        return OWN_FAULT


def _run(arguments: Sequence[str]) -> int:
    """Without arguments no parser is needed, and the first screen comes sooner."""
    if not arguments:
        from decision_aid.cli.take import NOTHING_SAID, take

        return take(SimpleNamespace(**NOTHING_SAID))
    from decision_aid.cli.arguments import parser

    given = parser().parse_args(arguments)
    return _command(given.command)(given)


def _command(name: str) -> Callable[[Namespace], int]:
    match name:
        case "summary":
            from decision_aid.cli.summary import summary

            return summary
        case "records":
            from decision_aid.cli.records import records

            return records
        case "check":
            from decision_aid.cli.check import check

            return check
        case "schema":
            from decision_aid.cli.schema import schema

            return schema
        case _:
            from decision_aid.cli.take import take

            return take
