"""A summary as bytes in the format and edition asked for, and a free name for its file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from decision_aid import report
from decision_aid.report.record_line import record_line
from decision_aid.report.staff import StaffSummary
from decision_aid.report.traced import traced

if TYPE_CHECKING:
    from decision_aid.report import Paper
    from decision_aid.summary import Summary

Format = Literal["pdf", "html", "txt", "json", "line"]
"""`line` is one paragraph for the record, of the staff's edition only."""

Edition = Literal["patient", "large-print", "staff"]

_NAMES: dict[Edition, str] = {
    "patient": "my-summary",
    "large-print": "my-summary-large-print",
    "staff": "staff-copy",
}


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
