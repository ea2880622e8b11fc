"""A summary as bytes in the format asked for, and a free name for its file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from decision_aid import report
from decision_aid.report.traced import traced

if TYPE_CHECKING:
    from decision_aid.report import Paper
    from decision_aid.summary import Summary

Format = Literal["pdf", "html", "txt", "json"]


def rendered(summary: Summary, form: Format, paper: Paper) -> bytes:
    """The finished file; raises Refused."""
    if form == "pdf":
        return report.pdf(summary, paper)
    if form == "json":
        return traced(summary).encode("utf-8")
    return (report.html if form == "html" else report.text)(summary).encode("utf-8")


def free_path(folder: Path, on: date, form: Format) -> Path:
    """A name in the folder that no file has: of the day and a number, never of what was typed."""
    return next(path for path in _names(folder, on, form) if not path.exists())


def _names(folder: Path, on: date, form: Format) -> Iterator[Path]:
    yield folder / f"my-summary-{on:%Y-%m-%d}.{form}"
    number = 2
    while True:
        yield folder / f"my-summary-{on:%Y-%m-%d}-{number}.{form}"
        number += 1
