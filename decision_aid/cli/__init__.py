"""The command line: runs one command, and says by the exit code how it ended.

A command has the module of its name, and only that module is imported when the command runs.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING

from decision_aid.cli.endings import OWN_FAULT, WRONG_INPUT, NoOutput, UsageError
from decision_aid.cli.output import (
    be_lenient,
    complain,
    open_missing_streams,
    silence_standard_output,
)
from decision_aid.words import USUAL, words

if TYPE_CHECKING:
    from argparse import Namespace


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code says how it ended."""
    open_missing_streams()
    be_lenient(sys.stdout, sys.stderr, sys.stdin)
    language = USUAL
    try:
        command, language = _prepare(sys.argv[1:] if arguments is None else arguments)
        return command()
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:
        silence_standard_output()
        return 128 + signal.SIGPIPE
    except UsageError as error:
        complain(*error.lines)
        return WRONG_INPUT
    except NoOutput as error:
        complain(words(language).commands.no_output.format(reason=error.reason))
        return WRONG_INPUT
    except Exception:  # a person never sees a traceback, and no answer leaks through one
        complain(words(language).commands.sorry)
        return OWN_FAULT


def _prepare(arguments: Sequence[str]) -> tuple[Callable[[], int], str]:
    """The command with all that it is given, and the language that it is to speak.

    Without arguments no parser is needed, and the first screen comes sooner.
    """
    if not arguments:
        from decision_aid.cli.take import NOTHING_SAID, take

        return partial(take, SimpleNamespace(**NOTHING_SAID)), USUAL
    from decision_aid.cli.arguments import parser

    given = parser(words(USUAL).commands).parse_args(arguments)
    return partial(_command(given.command), given), given.language


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
