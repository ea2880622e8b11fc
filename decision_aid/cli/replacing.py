"""What an output may replace: a paper or an export of this program, and nothing else unasked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from decision_aid import paths
from decision_aid.check.graph import is_graph
from decision_aid.record.export import is_export
from decision_aid.record.folder import is_of_records
from decision_aid.report.formats import is_paper
from decision_aid.report.saving import NotSaved

_LARGEST = 100_000_000
"""No paper and no export has so many bytes."""


@dataclass(frozen=True)
class Replacing:
    """What holds for all that one command writes."""

    read: tuple[Path, ...] = ()
    """What the command was made from: never replaced, whatever the path to it."""
    overwrite: bool = False
    """Whether the person said that any other file may be replaced."""

    def refuse(self, path: Path) -> None:
        """Raise NotSaved for a place of the records, and for a file that has to stay."""
        if is_of_records(path):
            raise NotSaved(path, "records")
        if not path.exists():
            return
        if any(_is_same(path, one) for one in self._sources()):
            raise NotSaved(path, "was_read")
        if not self.overwrite and not _is_ours(path):
            raise NotSaved(path, "not_ours")

    def _sources(self) -> Iterator[Path]:
        """What was read, the shipped content, and all that papers are made of."""
        yield from self.read
        yield paths.questions()
        yield from (one for one in paths.reports().rglob("*") if one.is_file())


def _is_same(path: Path, other: Path) -> bool:
    try:
        return os.path.samestat(path.stat(), other.stat())
    except OSError:
        return False


def _is_ours(path: Path) -> bool:
    if path.stat().st_size > _LARGEST:
        return False
    data = path.read_bytes()
    return is_paper(data) or is_export(data) or is_graph(data)


def replacing(overwrite: bool, read: Iterable[Path | None]) -> Replacing:
    """What may be replaced by a command that read these files."""
    return Replacing(tuple(one for one in read if one), overwrite)
