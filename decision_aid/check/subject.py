"""Where the checked file lies: rules that look beside it ask here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.check.rules import Subject

if TYPE_CHECKING:
    from decision_aid.check.amounts import Heaviest


@dataclass(frozen=True)
class FileSubject(Subject):
    """A subject that was read from a file."""

    path: Path

    @cached_property
    def fullest_page_one(self) -> Heaviest:
        """The most words that page 1 can have, with the answers that bring them about."""
        from decision_aid.check.printing import fullest_page_one

        return fullest_page_one(self)


def folder_of(subject: Subject) -> Path:
    """The folder of the content file; without a file, a folder that holds nothing."""
    return subject.path.parent if isinstance(subject, FileSubject) else Path("/nonexistent")


def file_of(subject: Subject) -> Path | None:
    """The content file itself."""
    return subject.path if isinstance(subject, FileSubject) else None
