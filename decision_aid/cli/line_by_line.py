"""The line by line face on standard input and output, be they a terminal or a pipe."""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from decision_aid.cli.content import load_content
from decision_aid.cli.endings import DONE, NoOutput, UsageError
from decision_aid.cli.output import current_folder, silence_standard_output
from decision_aid.line import Console, Keyboard, LineFace, NotBegun, Pipe
from decision_aid.start import Start
from decision_aid.visit import Visit

if TYPE_CHECKING:
    from types import FrameType

ENDING = ("SIGTERM", "SIGHUP", "SIGQUIT")
"""The signals that end the program, with the terminal given back."""


def line_by_line(content: Path, start: Start | None) -> int:
    """Lead through the questionnaire one plain line at a time."""
    _hear_endings(_leave)
    somebody_types = sys.stdin.isatty()
    start = start or Start()
    if start == Start(font=start.font):  # a pipe says nothing, and so leaves no trace
        start = replace(start, keep=None if somebody_types else False)
    visit = Visit(load_content(content), datetime.now, audience=start.audience)
    console = _at_the_keyboard() if somebody_types else Console(Pipe().ask, _tell, _width())
    try:
        LineFace(visit, console, start, current_folder()).run()
        sys.stdout.flush()
    except NotBegun as error:
        raise UsageError(str(error), visit.words.lines.not_begun) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        silence_standard_output()
        raise NoOutput(str(error.strerror)) from None
    return DONE


def _hear_endings(do: Callable[[int, FrameType | None], NoReturn] | signal.Handlers) -> None:
    for name in ENDING:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), do)


def _at_the_keyboard() -> Console:
    keyboard = Keyboard()
    return Console(keyboard.ask, _tell, _width(), keyboard.ask_unseen, keyboard)


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    """End, and let no other signal cut off what is kept on the way out."""
    _hear_endings(signal.SIG_IGN)
    raise SystemExit(128 + number)


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")


def _width() -> int:
    return min(shutil.get_terminal_size().columns, 76)
