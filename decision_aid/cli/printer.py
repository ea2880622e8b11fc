"""Finished papers sent to the printer, and what became of each told in words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.cli.output import complain
from decision_aid.report.printer import is_sent, printer

if TYPE_CHECKING:
    from decision_aid.words import Words


def to_printer(paths: Iterable[Path], words: Words) -> bool:
    """Send the files to the printer where there is one; False if it refused any."""
    program, ours = printer(), words.records
    if program is None:
        complain(ours.no_printer.format(paths=", ".join(map(str, paths))))
        return True
    outcomes = [(path, is_sent(program, path, words.paper["job"])) for path in paths]
    for path, well in outcomes:
        complain((ours.sent if well else ours.not_printed).format(path=path))
    return all(well for _, well in outcomes)
