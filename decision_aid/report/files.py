"""The summary of an edition, as bytes in the format asked for, and a free name for its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.summary.models import SummaryInput

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid
    from decision_aid.report.options import PrintOptions
    from decision_aid.summary.models import StaffSummary, Summary


def make_file(options: PrintOptions, aid: DecisionAid, said: SummaryInput, on: date) -> bytes:
    """The finished file; raises IncompleteReport."""
    summary = options.edition.make(aid, said, on, options.with_words)
    return render(replace(summary, session=said.session), options)


def render(summary: Summary | StaffSummary, options: PrintOptions) -> bytes:
    """The finished file; raises IncompleteReport, or TypeError for another summary's edition."""
    if summary.kind != options.edition.kind:
        raise TypeError(f"{type(summary).__name__} has no edition {options.edition.name!r}")
    return options.format.render(summary, options.edition, options.paper, options.font)


def free_path(folder: Path, on: date, options: PrintOptions) -> Path:
    """A name in the folder that no file has: of the day and a number, never of what was typed."""
    name = options.format.file_name or options.edition.file_name
    return free_name(folder, f"{name}-{on:%Y-%m-%d}", options.format.ending)


def free_name(folder: Path, name: str, suffix: str) -> Path:
    """That name, or the first of that name with a number that no file has."""
    return next(path for path in _names(folder, name, suffix) if not path.exists())


def _names(folder: Path, name: str, suffix: str) -> Iterator[Path]:
    yield folder / f"{name}.{suffix}"
    number = 2
    while True:
        yield folder / f"{name}-{number}.{suffix}"
        number += 1
