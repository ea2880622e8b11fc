"""The questionnaire that a command works with."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.cli.endings import UsageError
from decision_aid.start import with_report_to

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid


def load_content(path: Path, language: str = "") -> DecisionAid:
    """The aid in that file, in that language; raises UsageError with all its faults."""
    gc.disable()  # what is made here stays, and looking through it is a tenth of the start
    try:
        return _load(path, language)
    finally:
        gc.freeze()
        gc.enable()


def _load(path: Path, language: str) -> DecisionAid:
    from decision_aid.content.faults import InvalidContent, in_lines
    from decision_aid.content.load import load

    try:
        return with_report_to(load(path, language))
    except InvalidContent as error:
        raise UsageError(*in_lines(error.faults)) from None
