"""The line by line face on standard input and output, be they a terminal or a pipe."""

from __future__ import annotations

import select
import shutil
import signal
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from decision_aid.cli.content import load_content
from decision_aid.cli.endings import DONE, UsageError
from decision_aid.line import Console, LineFace, NotBegun
from decision_aid.start import Start
from decision_aid.visit import Visit

if TYPE_CHECKING:
    from types import FrameType

LONGEST_LINE = 1_100_000
"""So many characters of a line are read at once: no line can fill the memory."""


def line_by_line(content: Path, start: Start | None) -> int:
    """Lead through the questionnaire one plain line at a time."""
    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(number, _leave)
    somebody_types = sys.stdin.isatty()
    if start is None:  # a pipe says nothing, and so leaves no trace
        start = Start(keep=None if somebody_types else False)
    visit = Visit(load_content(content), datetime.now, audience=start.audience)
    console = Console(_ask, _tell, _width())
    if somebody_types:
        console = Console(_ask, _tell, _width(), _ask_unseen, _has_line)
    try:
        LineFace(visit, console, start, Path.cwd()).run()
    except NotBegun as error:
        raise UsageError(str(error), visit.words.lines.not_begun) from None
    return DONE


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def _ask(prompt: str) -> str:
    sys.stdout.write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline(LONGEST_LINE)
    if not line:
        _tell("")
        raise EOFError
    return line.rstrip("\r\n")


def _has_line() -> bool:
    """Whether a line waits on the terminal, which hands over one at a time."""
    return sys.platform != "win32" and bool(select.select([sys.stdin], [], [], 0)[0])


def _ask_unseen(prompt: str) -> str:
    """A passphrase, typed unseen."""
    import getpass

    try:
        return getpass.getpass(prompt)
    except EOFError:
        _tell("")
        raise


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")


def _width() -> int:
    return min(shutil.get_terminal_size().columns, 76)
