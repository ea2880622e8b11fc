"""Where the checked file lies: rules that look beside it ask here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from decision_aid.check.rules import Subject


@dataclass(frozen=True)
class FileSubject(Subject):
    """A subject that was read from a file."""

    path: Path


def folder_of(subject: Subject) -> Path:
    """The folder of the content file; without a file, a folder that holds nothing."""
    return subject.path.parent if isinstance(subject, FileSubject) else Path("/nonexistent")


def file_of(subject: Subject) -> Path | None:
    """The content file itself."""
    return subject.path if isinstance(subject, FileSubject) else None
