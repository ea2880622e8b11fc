"""The summary of an edition, as bytes in the format asked for, and a free name for its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from decision_aid import report
from decision_aid.report.record_line import record_line
from decision_aid.report.staff import StaffSummary, staff_summary
from decision_aid.report.traced import traced
from decision_aid.summary import summarised

if TYPE_CHECKING:
    from decision_aid.conditions import Answers
    from decision_aid.content import DecisionAid
    from decision_aid.report import Paper
    from decision_aid.summary import Changed, Summary

Format = Literal["pdf", "html", "txt", "json", "line"]
"""`line` is one paragraph for the record, of the staff's edition only."""

Edition = Literal["patient", "large-print", "staff"]

_NAMES: dict[Edition, str] = {
    "patient": "my-summary",
    "large-print": "my-summary-large-print",
    "staff": "staff-copy",
}


@dataclass(frozen=True)
class Look:
    """For whom a paper is, and what stands on it besides."""

    form: Format
    edition: Edition
    paper: Paper
    with_words: bool = False
    """Whether typed words stand on the staff's copy; on the patient's they always do."""


def made(
    look: Look,
    aid: DecisionAid,
    given: Answers,
    on: date,
    moments: Mapping[str, str],
    changed: Changed | None = None,
) -> bytes:
    """The finished file of these answers; raises Refused."""
    if look.edition == "staff":
        staff = staff_summary(aid, given, on, moments, with_words=look.with_words, changed=changed)
        return rendered(staff, look.form, look.paper, "staff")
    patient = summarised(aid, given, on, moments, changed)
    return rendered(patient, look.form, look.paper, look.edition)


def rendered(
    summary: Summary | StaffSummary, form: Format, paper: Paper, edition: Edition = "patient"
) -> bytes:
    """The finished file; raises Refused, or TypeError for an edition of another summary."""
    if isinstance(summary, StaffSummary) is not (edition == "staff"):
        raise TypeError(f"{type(summary).__name__} has no edition {edition!r}")
    large = edition == "large-print"
    if form == "pdf":
        return report.pdf(summary, paper, large=large)
    if form == "html":
        return report.html(summary, large=large).encode("utf-8")
    return _as_text(summary, form).encode("utf-8")


def _as_text(summary: Summary | StaffSummary, form: Format) -> str:
    """Plain text has no size of letters."""
    if form == "json":
        return traced(summary)
    if form == "txt":
        return report.text(summary)
    if not isinstance(summary, StaffSummary):
        raise TypeError("the line for the record is made of the staff's summary")
    return record_line(summary) + "\n"


def free_path(folder: Path, on: date, form: Format, edition: Edition = "patient") -> Path:
    """A name in the folder that no file has: of the day and a number, never of what was typed."""
    suffix = "txt" if form == "line" else form
    name = "for-the-record" if form == "line" else _NAMES[edition]
    return next(
        path for path in _names(folder, f"{name}-{on:%Y-%m-%d}", suffix) if not path.exists()
    )


def _names(folder: Path, name: str, suffix: str) -> Iterator[Path]:
    yield folder / f"{name}.{suffix}"
    number = 2
    while True:
        yield folder / f"{name}-{number}.{suffix}"
        number += 1
