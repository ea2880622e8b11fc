"""The questionnaire that a command works with."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.cli.endings import UsageError
from decision_aid.cli.language import settle_staff_language
from decision_aid.start import with_report_to

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from decision_aid.content import DecisionAid
    from decision_aid.report.editions import Aids


def load_content(path: Path, language: str = "") -> DecisionAid:
    """The aid in that file, in that language; raises UsageError with all its faults."""
    from decision_aid.content.load import load_shown

    gc.disable()  # what is made here stays, and looking through it is a tenth of the start
    try:
        return _load(load_shown, path, language)
    finally:
        gc.freeze()
        gc.enable()


def load_faultless(path: Path, language: str = "") -> DecisionAid:
    """The same for authors: a translation with faults is refused too."""
    from decision_aid.content.load import load

    return _load(load, path, language)


def load_aids(given: Namespace) -> Aids:
    """The aid as it is printed for patients, and for staff, in the languages that are asked for."""
    from decision_aid import paths
    from decision_aid.report.editions import Aids

    content: Path = given.content or paths.questions()
    staff = settle_staff_language(content, given.staff_language)
    patient = load_content(content, given.language)
    same = staff == given.language
    return Aids(patient, patient if same else load_content(content, staff))


def _load(load: Callable[[Path, str], DecisionAid], path: Path, language: str) -> DecisionAid:
    from decision_aid.content.faults import InvalidContent, in_lines

    try:
        return with_report_to(load(path, language))
    except InvalidContent as error:
        raise UsageError(*in_lines(error.faults)) from None
