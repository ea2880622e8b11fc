"""Answers brought in a file: an export, or a file of answers as `summary` reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from decision_aid.answers_file import load_answers
from decision_aid.content.faults import InvalidContent, file_fault
from decision_aid.content.load import read_file
from decision_aid.interview import conduct_interview
from decision_aid.plain_text import one_line
from decision_aid.record.export import FORMAT, read_export
from decision_aid.record.reading import understood
from decision_aid.report.files import Answered
from decision_aid.start import Brought
from decision_aid.words import words

if TYPE_CHECKING:
    from pathlib import Path

    from decision_aid.conditions import Value
    from decision_aid.content import DecisionAid

EN = words("en").records
day = words("en").day
in_words = words("en").moment


@dataclass(frozen=True)
class FromFile:
    """Answers in a file, as a paper needs them."""

    said: Answered
    unread: tuple[str, ...] = ()
    """The questions whose answers this content does not take."""


def answers_in(path: Path, aid: DecisionAid, on: date) -> FromFile:
    """The answers in the file, for a paper of that day; raises InvalidContent with every fault."""
    if not _is_export(path):
        answers = load_answers(path, aid)
        return FromFile(Answered(answers, dict.fromkeys(answers, day(on))))
    export = _exported(path, aid)
    answers, unread = understood(aid, export.given)
    moments = {name: in_words(moment) for name, moment in export.moments.items()}
    names = tuple(named(aid, one.question) for one in unread)
    return FromFile(Answered(answers, moments), names)


def brought(path: Path, aid: DecisionAid, now: datetime) -> Brought:
    """The answers in the file; raises InvalidContent with all faults at once.

    A file of answers does not say when they were given: they count as given now.
    """
    if _is_export(path):
        return _exported(path, aid)
    answers = load_answers(path, aid)
    return Brought(
        {name: _as_given(value) for name, value in answers.items()}, dict.fromkeys(answers, now)
    )


def _is_export(path: Path) -> bool:
    raw = read_file(path)
    return raw.lstrip().startswith(b"{") and FORMAT.encode() in raw


def _as_given(value: Value | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    return (str(value),) if isinstance(value, str | int) else tuple(value)


def _exported(path: Path, aid: DecisionAid) -> Brought:
    export = read_export(path)
    if export.stamp.content != aid.id:
        words = (EN.another_questionnaire, EN.name_content)
        raise InvalidContent([file_fault("export-other-content", path.name, *words)])
    given = {one.question: one.given for one in export.answers}
    return Brought(given, {one.question: one.moment for one in export.answers}, export.at)


def named(aid: DecisionAid, question: str) -> str:
    """A question whose answer is not taken, for people: its words, or only its id."""
    known = aid.by_id.get(question)
    return (
        f"“{conduct_interview(aid, {}).wording.question(known)}”" if known else one_line(question)
    )
