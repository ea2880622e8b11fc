"""What the core can refuse, as a page that every face shows: what happened, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.record.faults import NotKept, RecordsFault
from decision_aid.report.guard import IncompleteReport
from decision_aid.report.saving import NotSaved, why_refused
from decision_aid.screens.page import Page, Prose, Row
from decision_aid.screens.screen import Look

if TYPE_CHECKING:
    from decision_aid.screens.page import Meaning
    from decision_aid.screens.sitting import Sitting
    from decision_aid.words import Words


def reason_of(words: Words, error: Exception) -> str:
    """Why the core refused, as a sentence's end; empty where it did not mean to."""
    match error:
        case NotSaved():
            return words.not_saved(error)
        case IncompleteReport():
            return words.incomplete(error)
        case RecordsFault():
            return words.fault(error)
        case NotKept():
            return words.fault(error.fault)
        case OSError():
            return words.reasons_not_saved[why_refused(error)]
    return ""


def fault_screen(sitting: Sitting, error: Exception) -> Look:
    """The page that lies over the one on which something was refused.

    A fault of the program itself is raised again.
    """
    if not reason_of(sitting.words, error):
        raise error
    return Look(sitting, "fault", lambda: fault_page(sitting.words, error))


def fault_page(words: Words, error: Exception) -> Page:
    """What happened; nothing is lost, and one goes on from where one was."""
    says, reason = words.screens, reason_of(words, error)
    parts = (Prose("text", says.not_saved.format(reason=reason.rstrip("."))),)
    rows = (Row("close", says.close),)
    keys: tuple[Meaning, ...] = ("go_on", "back", "urgent")
    return Page(
        "", says.not_done_title, (*parts, Prose("text", says.not_done)), rows, at=0, keys=keys
    )
