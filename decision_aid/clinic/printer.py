"""Finished papers sent to the printer, and what became of each told in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from decision_aid.report.printing import is_sent, printer
from decision_aid.words.clinic_en import EN


class Tell(Protocol):
    """Writes lines for people, beside what was asked for."""

    def __call__(self, *lines: str) -> None:
        """Write them."""


def to_printer(paths: Iterable[Path], tell: Tell) -> bool:
    """Send the files to the printer where there is one; False if it refused any."""
    outcomes = list(_printed(paths))
    tell(*(words for words, _ in outcomes))
    return all(well for _, well in outcomes)


def _printed(paths: Iterable[Path]) -> Iterator[tuple[str, bool]]:
    """What became of each file in words, and whether that is as it should be."""
    program = printer()
    for path in paths:
        if program is None:
            yield EN.no_printer.format(path=path), True
        elif is_sent(program, path):
            yield EN.sent.format(path=path), True
        else:
            yield EN.not_printed.format(path=path), False
