"""The summary of an edition, as bytes in the format asked for, and names for its file."""

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
    if options.edition.quotes_in_full:
        from decision_aid.summary.quotations import quote_in_full

        summary = quote_in_full(summary)
    return options.format.render(summary, options.edition, options.paper, options.font)


def names_for(folder: Path, on: date, options: PrintOptions) -> Iterator[Path]:
    """Names in the folder to choose a free one from: of the day, never of what was typed."""
    name = options.format.file_name or options.edition.file_name
    return numbered(folder, f"{name}-{on:%Y-%m-%d}", options.format.ending)


def numbered(folder: Path, name: str, suffix: str) -> Iterator[Path]:
    """That name, and then the same with a number, without end."""
    yield folder / f"{name}.{suffix}"
    number = 2
    while True:
        yield folder / f"{name}-{number}.{suffix}"
        number += 1
