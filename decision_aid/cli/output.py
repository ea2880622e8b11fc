"""The one door to files, standard output and standard error, whatever state they are in.

What a person reads there is cleaned: a name or a text of somebody else's file can hold what a
terminal obeys. What is meant for a program keeps its meaning.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from decision_aid.cli.endings import NoOutput, UsageError
from decision_aid.cli.streams import try_input, try_output

if TYPE_CHECKING:
    from decision_aid.cli.replacing import Replacing
    from decision_aid.words import Words


def write_file(data: bytes, target: Path, words: Words, may: Replacing) -> None:
    """Write a finished file in one step, or to standard output for `-`.

    Raises UsageError or NoOutput.
    """
    from decision_aid.report.saving import NotSaved, save

    if str(target) == "-":
        _write_out(data)
        return
    try:
        save(data, target, may.refuse)
    except NotSaved as error:
        raise UsageError(words.not_saved(error)) from None
    complain(words.commands.saved.format(path=target))


def folder_here(words: Words) -> Path:
    """The folder in which the program was started; raises UsageError where that is gone."""
    try:
        return Path.cwd()
    except OSError:
        raise UsageError(words.commands.folder_gone) from None


def refuse_targets(targets: Iterable[Path], words: Words, may: Replacing) -> None:
    """Raise UsageError for every file that could not be written because of what is there."""
    from decision_aid.report.saving import NotSaved, check_target

    faults: list[str] = []
    for target in targets:
        try:
            if str(target) != "-":
                check_target(target, may.refuse)
        except NotSaved as error:
            faults.append(words.not_saved(error))
    if faults:
        raise UsageError(*faults)


def say(text: str) -> None:
    """Write what was asked for to standard output, for people; raises NoOutput."""
    from decision_aid.plain_text import clean

    with _standard_output() as output:
        output.write(clean(text))


def begin_page() -> None:
    """On a terminal what is said next takes the place of all that is there; raises NoOutput."""
    with _standard_output() as output:
        if output.isatty():
            output.write("\x1b[2J\x1b[H")


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


def flush_output() -> None:
    """Write out what still waits for standard output; raises NoOutput."""
    with _standard_output():
        pass


def require_output() -> None:
    """Raise NoOutput where standard output is known to take nothing, before anything is done."""
    with no_output_in_words():
        try_output()


def require_input(words: Words) -> None:
    """Raise UsageError where nothing can be read from standard input."""
    try:
        try_input()
    except OSError as error:
        ours = words.commands
        raise UsageError(ours.no_input.format(reason=_reason(error) or ours.closed)) from None


@contextlib.contextmanager
def _standard_output() -> Iterator[TextIO]:
    with no_output_in_words():
        yield sys.stdout
        sys.stdout.flush()


@contextlib.contextmanager
def no_output_in_words() -> Iterator[None]:
    """What keeps standard output from being written becomes NoOutput; a closed pipe stays one."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NoOutput(_reason(error)) from None


def _reason(error: OSError) -> str | None:
    return None if error.errno == errno.EBADF else str(error.strerror)


def complain(*lines: str) -> None:
    """Write to standard error; where even that fails there is nobody to tell."""
    _tell(sys.stderr, lines)


def refuse(*lines: str) -> None:
    """Say why nothing comes: on standard error, or else where something would have come."""
    if not _tell(sys.stderr, lines):
        _tell(sys.stdout, lines)


def refuse_as_it_is(text: str) -> None:
    """The same of a text that has its lines already."""
    if not _is_written(sys.stderr, text):
        _is_written(sys.stdout, text)


def _tell(stream: TextIO, lines: Iterable[str]) -> bool:
    from decision_aid.plain_text import one_line

    return _is_written(stream, "".join(f"{_wrap(stream, one_line(line))}\n" for line in lines))


def _is_written(stream: TextIO, text: str) -> bool:
    try:
        stream.write(text)
        stream.flush()
    except (OSError, ValueError):
        return False
    return True


def _wrap(stream: TextIO, line: str) -> str:
    """On a terminal the line is broken between words; a program reads it as one."""
    if not stream.isatty():
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


def be_lenient(*streams: TextIO) -> None:
    """A byte or character that a stream cannot take becomes a mark, not an error."""
    for stream in streams:
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
