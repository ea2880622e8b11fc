"""Answers brought in a file: an export, or a file of answers as `summary` reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from decision_aid.answers_file import load_answers
from decision_aid.clinic.reading import named
from decision_aid.load import Fault, Faulty, read_file
from decision_aid.record.export import FORMAT, read_export
from decision_aid.record.reading import understood
from decision_aid.words.clinic_en import EN

if TYPE_CHECKING:
    from pathlib import Path

    from decision_aid.conditions import Answers
    from decision_aid.content import DecisionAid


@dataclass(frozen=True)
class Brought:
    """What a visit goes on from."""

    answers: Answers
    moments: Mapping[str, datetime] = field(default_factory=dict)
    at: str | None = None
    """The question that was last on the screen, where the file says it."""
    unread: tuple[str, ...] = ()
    """The questions whose answers this content does not take; they are asked again."""


def brought(path: Path, aid: DecisionAid) -> Brought:
    """The answers in the file; raises Faulty with all faults at once."""
    if FORMAT.encode() in read_file(path)[:200]:
        return _exported(path, aid)
    answers = load_answers(path, aid)
    return Brought({name: one for name, one in answers.items() if _is_kept(aid, name)})


def _is_kept(aid: DecisionAid, name: str) -> bool:
    """Whether it isn't one of the questions that are asked anew at each opening."""
    return aid.by_id[name].keep != "never"


def _exported(path: Path, aid: DecisionAid) -> Brought:
    export = read_export(path)
    if export.stamp.content != aid.id:
        words = (EN.another_questionnaire, EN.name_content)
        raise Faulty([Fault("export-other-content", path.name, 1, "", *words)])
    answers, unread = understood(aid, {one.question: one.given for one in export.answers})
    moments = {one.question: one.moment for one in export.answers if one.question in answers}
    not_taken = tuple(named(aid, one.question) for one in unread)
    return Brought(answers, moments, export.at, not_taken)
