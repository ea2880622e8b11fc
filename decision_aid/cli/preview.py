"""`preview`: shows a content file anew each time that it is saved, until Ctrl and C."""

from __future__ import annotations

import shutil
import time
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from decision_aid import paths
from decision_aid.cli.endings import DONE, UsageError
from decision_aid.cli.output import begin_page, require_output, say
from decision_aid.words import USUAL, words

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

BETWEEN_LOOKS = 0.2
"""Seconds: what is saved is seen at once, and the machine has nothing to do meanwhile."""

WIDEST = 76


def preview(given: Namespace) -> int:
    """Show the file, and again each time that it or the answers are saved."""
    require_output()
    _refuse_missing(*filter(None, (given.file, given.answers)))
    if given.serve:
        from decision_aid.cli.served_preview import serve_preview

        return serve_preview(given)
    try:
        _go_on(given.file, given.answers)
    except KeyboardInterrupt:
        say("\n")
    return DONE


def _refuse_missing(*files: Path) -> None:
    """What is named must be there at the beginning: a slip in its name would be waited for."""
    from decision_aid.content.faults import InvalidContent, in_lines
    from decision_aid.content.load import read_file

    try:
        for file in files:
            read_file(file)
    except InvalidContent as error:
        raise UsageError(*in_lines(error.faults)) from None


def _go_on(content: Path, answers: Path | None) -> None:
    from decision_aid.check.watching import Watch

    watch = Watch([content, *([answers] if answers else [])])
    page = _Page()
    while True:
        _show(page, content, answers)
        watch.wait(partial(time.sleep, BETWEEN_LOOKS))


def _show(page: _Page, content: Path, answers: Path | None) -> None:
    """What loads is shown at once, and the rules' findings after it."""
    from decision_aid.check.preview import as_text, check_preview, read_preview

    gone = [file for file in (content, answers) if file is not None and not file.is_file()]
    if gone:
        page.show(words(USUAL).preview.gone.format(file=gone[0].name) + "\n")
        return
    today, width = date.today(), min(shutil.get_terminal_size().columns, WIDEST)
    shown = read_preview(content, answers, today)
    page.show(as_text(shown, width))
    if shown.aid is not None:
        checked = check_preview(shown, content, paths.reports(), today)
        page.show(as_text(checked, width))


class _Page:
    """The page that is on the screen: it is drawn anew only where it is another one."""

    def __init__(self) -> None:
        self._text = ""

    def show(self, text: str) -> None:
        """Put that text in the place of what is there."""
        if text != self._text:
            begin_page()
            say(text)
            self._text = text
