"""The summary of an edition, as bytes in the format asked for, and a free name for its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from decision_aid import report
from decision_aid.report.as_json import traced
from decision_aid.summary.models import StaffSummary
from decision_aid.summary.patient import make_summary
from decision_aid.summary.record_line import record_line
from decision_aid.summary.staff import make_staff_summary

if TYPE_CHECKING:
    from decision_aid.conditions import Answers
    from decision_aid.content import DecisionAid
    from decision_aid.report import Paper
    from decision_aid.summary.models import Changed, Summary

Format = Literal["pdf", "html", "txt", "json", "line"]
"""`line` is one paragraph for the record, of the staff's edition only."""

Edition = Literal["patient", "large-print", "staff"]

_NAMES: dict[Edition, str] = {
    "patient": "my-summary",
    "large-print": "my-summary-large-print",
    "staff": "staff-copy",
}


@dataclass(frozen=True)
class PrintOptions:
    """For whom a paper is, and what stands on it besides."""

    form: Format
    edition: Edition
    paper: Paper
    with_words: bool = False
    """Whether typed words stand on the staff's copy; on the patient's they always do."""

    @property
    def ending(self) -> str:
        """How its files' names end, so that no edition takes the place of another."""
        edition = "" if self.edition == "patient" else f"-{self.edition}"
        return f"{edition}.{_suffix(self.form)}"


@dataclass(frozen=True)
class Answered:
    """What a paper is made of."""

    answers: Answers
    moments: Mapping[str, str]
    """When each answer was given, in words."""
    changed: Changed | None = None
    session: str = ""
    """What staff find the kept answers by."""


def made(look: PrintOptions, aid: DecisionAid, said: Answered, on: date) -> bytes:
    """The finished file; raises IncompleteReport."""
    given = (aid, said.answers, on, said.moments)
    if look.edition == "staff":
        staff = make_staff_summary(*given, with_words=look.with_words, changed=said.changed)
        return rendered(replace(staff, session=said.session), look.form, look.paper, "staff")
    patient = replace(make_summary(*given, said.changed), session=said.session)
    return rendered(patient, look.form, look.paper, look.edition)


def rendered(
    summary: Summary | StaffSummary, form: Format, paper: Paper, edition: Edition = "patient"
) -> bytes:
    """The finished file; raises IncompleteReport, or TypeError for another summary's edition."""
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
    name = "for-the-record" if form == "line" else _NAMES[edition]
    return free_name(folder, f"{name}-{on:%Y-%m-%d}", _suffix(form))


def free_name(folder: Path, name: str, suffix: str) -> Path:
    """That name, or the first of that name with a number that no file has."""
    return next(path for path in _names(folder, name, suffix) if not path.exists())


def _suffix(form: Format) -> str:
    return "txt" if form == "line" else form


def _names(folder: Path, name: str, suffix: str) -> Iterator[Path]:
    yield folder / f"{name}.{suffix}"
    number = 2
    while True:
        yield folder / f"{name}-{number}.{suffix}"
        number += 1
