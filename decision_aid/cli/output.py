"""The one door to files, standard output and standard error, whatever state they are in.

What a person reads there is cleaned: a name or a text of somebody else's file can hold what a
terminal obeys. What is meant for a program keeps its meaning.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from decision_aid.cli.endings import NoOutput, UsageError

if TYPE_CHECKING:
    from decision_aid.words import Words


def write_file(data: bytes, target: Path, words: Words) -> None:
    """Write a finished file in one step, or to standard output for `-`.

    Raises UsageError or NoOutput.
    """
    from decision_aid.report.saving import NotSaved, save

    if str(target) == "-":
        _write_out(data)
        return
    try:
        save(data, target)
    except NotSaved as error:
        raise UsageError(words.not_saved(error)) from None
    complain(words.commands.saved.format(path=target))


def say(text: str) -> None:
    """Write what was asked for to standard output, for people; raises NoOutput."""
    from decision_aid.plain_text import clean

    with _standard_output() as output:
        output.write(clean(text))


def say_json(text: str) -> None:
    """Write JSON to standard output, for a program or a person; raises NoOutput."""
    from decision_aid.plain_text import escape_in_json

    with _standard_output() as output:
        output.write(escape_in_json(text))


def ask(question: str) -> str:
    """The line that is typed on the terminal; raises EOFError where there is none."""
    from decision_aid.plain_text import keep_to_line

    if not sys.stdin.isatty():
        raise EOFError
    sys.stderr.write(keep_to_line(question))
    sys.stderr.flush()
    return sys.stdin.readline(1_000)


def _write_out(data: bytes) -> None:
    with _standard_output() as output:
        output.buffer.write(data)


@contextlib.contextmanager
def _standard_output() -> Iterator[TextIO]:
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        silence_standard_output()
        raise NoOutput(str(error.strerror)) from None


def complain(*lines: str) -> None:
    """Write to standard error; where even that fails there is nobody to tell."""
    from decision_aid.plain_text import one_line

    with contextlib.suppress(OSError, ValueError):
        for line in lines:
            sys.stderr.write(_wrap(one_line(line)) + "\n")
        sys.stderr.flush()


def _wrap(line: str) -> str:
    """On a terminal the line is broken between words; a program reads it as one."""
    if not sys.stderr.isatty():
        return line
    import shutil
    import textwrap

    width = max(shutil.get_terminal_size().columns - 1, 20)
    return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)


def current_folder() -> Path:
    """Where papers go; the person's own folder where the current one was deleted."""
    try:
        return Path.cwd()
    except OSError:
        return Path(os.environ.get("HOME") or os.curdir)


def open_missing_streams() -> None:
    """Whoever started the program may have closed them: there is nothing to read or to be told.

    Standard output is there too, and refuses what is written.
    """
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY), encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def be_lenient(*streams: TextIO) -> None:
    """A byte or character that a stream cannot take becomes a mark, not an error."""
    for stream in streams:
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def silence_standard_output() -> None:
    """Python flushes standard output on leaving; a closed pipe must not complain then."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
