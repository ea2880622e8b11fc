"""The command line: runs one command, and says by the exit code how it ended.

A command has the module of its name, and only that module is imported when the command runs.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from decision_aid.cli.endings import OWN_FAULT, WRONG_INPUT, NoOutput, UsageError
from decision_aid.cli.output import be_lenient, flush_output, refuse
from decision_aid.cli.streams import silence_unwritable, stand_in_for_closed
from decision_aid.words import LANGUAGES, USUAL, words

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

_FOR_AUTHORS = ("check", "translate", "schema")
"""The commands that say everything in one language."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code says how it ended."""
    stand_in_for_closed()
    be_lenient(sys.stdout, sys.stderr, sys.stdin)
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    finally:
        silence_unwritable()


def _run(arguments: Sequence[str]) -> int:
    language = USUAL
    try:
        command, language = _prepare(arguments)
        code = command()
        flush_output()
        return code
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except Exception as error:  # a person never sees a traceback, and no answer leaks through one
        match _ending_behind(error):
            case SystemExit() as ending:
                raise ending from None
            case KeyboardInterrupt():
                return 128 + signal.SIGINT
        return _tell(error, language)


def _tell(error: Exception, language: str) -> int:
    """Say what happened; the exit code for it."""
    ours = words(language).commands
    match error:
        case BrokenPipeError():
            return 128 + signal.SIGPIPE
        case UsageError():
            refuse(*error.lines)
            return WRONG_INPUT
        case NoOutput():
            refuse(ours.no_output.format(reason=error.reason or ours.closed))
            return WRONG_INPUT
        case _:
            refuse(ours.sorry)
            return OWN_FAULT


def _ending_behind(error: BaseException) -> BaseException | None:
    """The end that was asked for already when this failed on the way out."""
    before = error.__context__
    if before is None or isinstance(before, SystemExit | KeyboardInterrupt):
        return before
    return _ending_behind(before)


def _prepare(arguments: Sequence[str]) -> tuple[Callable[[], int], str]:
    """The command with all that it is given, and the language that it is to speak.

    Without arguments no parser is needed, and the first screen comes sooner.
    """
    if not arguments:
        from decision_aid.cli.take import NOTHING_SAID, take

        return partial(take, SimpleNamespace(**NOTHING_SAID)), USUAL
    from decision_aid.cli.arguments import parser

    given = parser(words(_language_of_help(arguments)).commands).parse_args(arguments)
    given.language = _language_of(given)
    return partial(_command(given.command), given), given.language or USUAL


def _language_of_help(arguments: Sequence[str]) -> str:
    """The language in which the command line is told: as it says, else as the computer is set."""
    if arguments[0] in _FOR_AUTHORS:
        return USUAL
    from decision_aid.languages import choose_language, language_of_system

    _, _, said = f" {' '.join(arguments)} ".partition(" --language")
    wish = said.lstrip("= ").partition(" ")[0]
    return choose_language(tuple(LANGUAGES), wish, language_of_system(os.environ))


def _language_of(given: Namespace) -> str | None:
    """The language that the command is to speak; what authors use speaks its own."""
    if given.command in _FOR_AUTHORS:
        return USUAL
    if given.command in ("take", "serve"):  # one may be remembered, or be the browser's
        return cast("str | None", given.language)
    from decision_aid import paths
    from decision_aid.cli.language import settle_language

    has_content = "content" in given
    content: Path | None = (given.content or paths.questions()) if has_content else None
    return settle_language(content, given.language)


def _command(name: str) -> Callable[[Namespace], int]:
    match name:
        case "summary":
            from decision_aid.cli.summary import summary

            return summary
        case "records":
            from decision_aid.cli.records import records

            return records
        case "serve":
            from decision_aid.cli.serve import serve

            return serve
        case "take":
            from decision_aid.cli.take import take

            return take
        case _:
            return _command_of_authors(name)


def _command_of_authors(name: str) -> Callable[[Namespace], int]:
    match name:
        case "preview":
            from decision_aid.cli.preview import preview

            return preview
        case "translate":
            from decision_aid.cli.translate import translate

            return translate
        case "schema":
            from decision_aid.cli.schema import schema

            return schema
        case _:
            from decision_aid.cli.check import check

            return check
