"""`take`: how a visit begins, and whether it is full screen or line by line."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from decision_aid import paths
from decision_aid.cli.endings import UsageError
from decision_aid.cli.language import settle_language
from decision_aid.cli.output import current_folder
from decision_aid.frozen import replace
from decision_aid.look import recall_language
from decision_aid.memory import refuse_core_files
from decision_aid.start import Start

if TYPE_CHECKING:
    from argparse import Namespace
    from types import SimpleNamespace

    from decision_aid.interview import Audience
    from decision_aid.report.given_font import GivenFont
    from decision_aid.start import Brought

NOTHING_SAID = {
    "plain": False, "content": None, "language": None, "brought": None, "keep": None,
    "no_trace": False, "place": None, "counsellor": False, "font": None,
}  # fmt: skip
"""What holds where the command line says nothing of it."""

CANNOT_DRAW = ("", "dumb", "unknown")
"""Terminals that take no control sequences, or that nothing is known of."""


def take(given: Namespace | SimpleNamespace) -> int:
    """Lead through the questionnaire, full screen or line by line."""
    refuse_core_files()
    content: Path = given.content or paths.questions()
    start = _start(given, content)
    if given.plain or not _full_screen_is_right():
        return _line_by_line(content, start)
    from decision_aid import tui

    try:
        ended = tui.run(content, current_folder(), datetime.now, start)
    except (
        ValueError
    ) as error:  # InvalidContent, whose module is too heavy to be imported before this
        raise _in_words(error) from None
    if isinstance(ended, tui.ByLine):
        return _line_by_line(content, replace(start, language=ended.language))
    return ended


def _line_by_line(content: Path, start: Start) -> int:
    from decision_aid.cli.line_by_line import line_by_line

    return line_by_line(content, start)


def _full_screen_is_right() -> bool:
    """Not on a pipe, nor a dumb terminal, nor without UTF-8, nor where plain text is asked for."""
    if os.environ.get("TERM", "dumb").lower() in CANNOT_DRAW or os.environ.get("ACCESSIBLE"):
        return False
    streams: tuple[TextIO, ...] = (sys.stdin, sys.stdout, sys.stderr)
    if not all(stream.isatty() for stream in streams):
        return False
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"


# --- how it begins ---------------------------------------------------------------------------


def _start(given: Namespace | SimpleNamespace, content: Path) -> Start:
    """How the visit begins, as far as the command line and the computer say it."""
    keep = False if given.no_trace else None if given.keep is None else True
    language = settle_language(content, given.language, recall_language(given.place))
    brought = _brought(given.brought, content) if given.brought else None
    audience: Audience = "counsellor" if given.counsellor else "patient"
    font = _font(given.font, language) if given.font else None
    return Start(keep, given.keep or None, given.place, audience, brought, language, font)


def _font(file: Path, language: str) -> GivenFont | None:
    from decision_aid.cli.print_options import given_font
    from decision_aid.words import words

    return given_font(file, words(language))


def _brought(path: Path, content: Path) -> Brought:
    from decision_aid.answers_file import read_answers
    from decision_aid.cli.content import load_content
    from decision_aid.start import Brought

    try:
        found = read_answers(path, load_content(content))
    except ValueError as error:
        raise _in_words(error) from None
    moments = found.moments or dict.fromkeys(found.given, datetime.now())
    return Brought(found.given, moments, found.at)


def _in_words(error: ValueError) -> Exception:
    from decision_aid.content.faults import InvalidContent, in_lines

    return UsageError(*in_lines(error.faults)) if isinstance(error, InvalidContent) else error
