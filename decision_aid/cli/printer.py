"""Finished papers sent to the printer, and what became of each told in words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from decision_aid.cli.output import complain
from decision_aid.report.printing import is_sent, printer
from decision_aid.words import words

EN = words("en").records


def to_printer(paths: Iterable[Path]) -> bool:
    """Send the files to the printer where there is one; False if it refused any."""
    program = printer()
    if program is None:
        complain(EN.no_printer.format(paths=", ".join(map(str, paths))))
        return True
    outcomes = [(path, is_sent(program, path)) for path in paths]
    for path, well in outcomes:
        complain((EN.sent if well else EN.not_printed).format(path=path))
    return all(well for _, well in outcomes)
