"""The full-screen face. Nothing of it is loaded before `run` is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from decision_aid.frozen import Frozen

if TYPE_CHECKING:
    from decision_aid.start import Start


class ByLine(Frozen):
    """What `run` returns when the person asked to go on line by line."""

    language: str
    """The language that was chosen last; empty where none was."""


_KEPT: Final = {
    "TEXTUAL_DISABLE_KITTY_KEY": ("0", "1"),
    "TEXTUAL_COLOR_SYSTEM": ("auto", "standard", "256", "truecolor"),
}
"""The settings of Textual's that are left, with the values of each that it can bear."""


def run(
    content: Path, folder: Path, clock: Callable[[], datetime], start: Start | None = None
) -> int | ByLine:
    """Lead through the aid; the exit code, or that it is to go on line by line.

    Summaries are saved in `folder`; `start` is what the command line says.
    Raises `InvalidContent` if the content has faults.
    """
    import gc
    import signal

    _forget_settings()
    gc.disable()  # a collection costs a tenth of the start; the app turns it on again
    from decision_aid.tui.app import BY_LINE, DecisionAidApp
    from decision_aid.tui.safety import FAULT, apologise

    app = DecisionAidApp(content, folder, clock, start=start)
    result = app.run()
    if (app.return_code or 0) > 128:  # once more Ctrl and C would only spill a traceback
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        _let_go_of_the_terminal()
    if isinstance(result, Exception):
        raise result
    if app.crashed:
        apologise(app.sitting.words.screens.sorry, *app.left)
        return FAULT
    return ByLine(app.sitting.chosen) if result == BY_LINE else app.return_code or 0


def _let_go_of_the_terminal() -> None:
    """Python writes out what is left on leaving: to a terminal that is gone, that would fail."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _forget_settings() -> None:
    """Take away what would have Textual write keys to a log, take pictures or open a network.

    And what it would end with an error at, and what would hide from it that the window changed
    its size.
    """
    for name, value in [*os.environ.items()]:
        is_odd = name.startswith("TEXTUAL") and value not in _KEPT.get(name, ())
        if is_odd or name in ("COLUMNS", "LINES"):
            del os.environ[name]
