"""A subject of rules that was read from a file: its folder, and when it is too large to prove."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.check.rule import Subject
from decision_aid.check.translations import Translation, find_translations
from decision_aid.content import Picks
from decision_aid.content.load import read_file
from decision_aid.content.yaml_reader import Document, read_yaml
from decision_aid.plain_text import decode

if TYPE_CHECKING:
    from decision_aid.check.proof.states import States
    from decision_aid.content import Question


MOST_DECISIONS = 6_000
"""Yes-or-no decisions in all questions together; the shipped content has some two hundred."""


class TooLarge(RuntimeError):
    """The answer states cannot be held in little memory."""


@dataclass(frozen=True)
class FileSubject(Subject):
    """A subject that was read from a file."""

    path: Path
    read: Document | None = None
    """What was read from it, where that is at hand."""

    @cached_property
    def translations(self) -> tuple[Translation, ...]:
        """Those that lie beside the file; of a translated aid, its own alone."""
        if self.is_translated:
            return (Translation(self.path, self.aid.language),)
        return tuple(find_translations(self.path))

    @cached_property
    def document(self) -> Document:
        """What stands in the file."""
        return self.read or read_yaml(read_file(self.path))

    @cached_property
    def states(self) -> States:
        """Every way of answering the aid; raises TooLarge where they are too many to hold."""
        from decision_aid.check.proof.states import States

        decisions = sum(map(_decisions, self.aid.questions))
        if decisions > MOST_DECISIONS:
            raise TooLarge(f"{decisions} yes-or-no decisions")
        return States(self.aid)


def _decisions(question: Question) -> int:
    takes = question.takes()
    if isinstance(takes, Picks):
        return len(takes.choices) + 1 if takes.most > 1 else len(takes.choices).bit_length()
    return 2


def folder_of(subject: Subject) -> Path:
    """The folder of the content file; without a file, a folder that holds nothing."""
    return subject.path.parent if isinstance(subject, FileSubject) else Path("/nonexistent")


def translated_file(subject: Subject) -> str:
    """The name of the content file that is translated; empty where it speaks for itself."""
    if isinstance(subject, FileSubject) and subject.is_translated:
        return subject.path.name
    return ""


def document_of(subject: Subject) -> Document:
    """What stands in the content file; nothing where there is none."""
    return subject.document if isinstance(subject, FileSubject) else Document()


def translations_of(subject: Subject) -> tuple[Translation, ...]:
    """The translations beside the content file; none where there is no file."""
    return subject.translations if isinstance(subject, FileSubject) else ()


def source_of(subject: Subject) -> str:
    """The text of the content file; empty where there is none."""
    return decode(read_file(subject.path)) if isinstance(subject, FileSubject) else ""


def file_of(subject: Subject) -> Path | None:
    """The content file itself."""
    return subject.path if isinstance(subject, FileSubject) else None
