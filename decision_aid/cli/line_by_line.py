"""The line by line face on standard input and output, be they a terminal or a pipe."""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from decision_aid.cli.content import load_content
from decision_aid.cli.endings import DONE, UsageError
from decision_aid.cli.output import (
    current_folder,
    no_output_in_words,
    require_input,
    require_output,
)
from decision_aid.frozen import replace
from decision_aid.languages import Languages, find_languages
from decision_aid.line import Console, Keyboard, LineFace, NotBegun, Pipe
from decision_aid.memory import close_memory
from decision_aid.report.draft import sweep
from decision_aid.start import Start
from decision_aid.visit import Visit

if TYPE_CHECKING:
    from types import FrameType

ENDING = ("SIGTERM", "SIGHUP", "SIGQUIT")
"""The signals that end the program, with the terminal given back."""


def line_by_line(content: Path, start: Start) -> int:
    """Lead through the questionnaire one plain line at a time."""
    close_memory()
    _hear_endings(_leave)
    somebody_types = sys.stdin.isatty()
    if start == Start(language=start.language, font=start.font):
        start = replace(start, keep=None if somebody_types else False)  # a pipe leaves no trace
    languages = Languages(find_languages(content), partial(load_content, content))
    visit = Visit(languages.take(start.language), datetime.now, audience=start.audience)
    require_input(visit.words)
    require_output()
    console = _at_the_keyboard() if somebody_types else Console(Pipe().ask, _tell, _width())
    folder = current_folder()
    sweep(folder)
    try:
        with no_output_in_words():
            LineFace(visit, console, start, folder, languages).run()
    except NotBegun as error:
        raise UsageError(str(error), visit.words.lines.not_begun) from None
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
