"""What an author sees of a file as it was saved: the sheet and the path for answers, and faults."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from decision_aid.answers_file import load_answers
from decision_aid.content.faults import InvalidContent, in_lines
from decision_aid.content.load import read_aid
from decision_aid.interview import Interview, conduct_interview
from decision_aid.start import with_report_to
from decision_aid.summary.asked import ready_for_answer
from decision_aid.words import USUAL, Words, words

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from decision_aid.conditions import Answers
    from decision_aid.content import DecisionAid, Question
    from decision_aid.content.faults import Fault
    from decision_aid.summary.models import Summary

MOST = 12
"""So many faults are shown: the rest waits, and `check` has all of them."""


@dataclass(frozen=True)
class Preview:
    """A file as it was saved, as far as it can be shown."""

    file: str
    faults: tuple[Fault, ...] = ()
    aid: DecisionAid | None = None
    """None where it does not load."""
    whose: str = ""
    """Whose answers those are."""
    path: tuple[str, ...] = ()
    sheet: str = ""
    is_checked: bool = False
    """Whether every rule has looked at it."""

    @property
    def words(self) -> Words:
        """The engine's words in the language of the aid."""
        return words(self.aid.language if self.aid else USUAL)


def read_preview(content: Path, answers: Path | None, on: date) -> Preview:
    """What is seen at once, before the rules have looked at it."""
    try:
        reading = read_aid(content)
    except InvalidContent as error:
        return Preview(content.name, error.faults)
    if reading.faults or reading.aid is None:
        return Preview(content.name, reading.faults)
    shown = Preview(content.name, aid=with_report_to(reading.aid))
    try:
        return _answered(shown, with_report_to(reading.aid), answers, on)
    except InvalidContent as error:
        return replace(shown, faults=error.faults)


def check_preview(shown: Preview, content: Path, reports: Path, on: date) -> Preview:
    """The same with what every rule finds; what only people can do is left to `check`."""
    from decision_aid.check.run import check_file

    if shown.aid is None:
        return shown
    result = check_file(content, reports, on)
    found = (*shown.faults, *result.of("error"), *result.of("warning"))
    return replace(shown, faults=found, is_checked=True)


def _answered(shown: Preview, aid: DecisionAid, answers: Path | None, on: date) -> Preview:
    given, whose = choose_answers(aid, answers, shown.words)
    interview = conduct_interview(aid, given)
    path = tuple(tell_path(interview, shown.words))
    return replace(shown, whose=whose, path=path, sheet=_make_sheet(aid, given, on))


def choose_answers(aid: DecisionAid, answers: Path | None, ours: Words) -> tuple[Answers, str]:
    """Those of the file, else of the first way that has an example, else none."""
    if answers is not None:
        return load_answers(answers, aid), ours.preview.of_file.format(file=answers.name)
    for way in aid.ways:
        if way.example:
            given = aid.parse_answers({name: [value] for name, value in way.example.items()})
            return given, ours.preview.of_example.format(way=way.id)
    return {}, ours.preview.of_nobody


def tell_path(interview: Interview, ours: Words) -> Iterator[str]:
    """Each screen of the path with its number, and its questions with their answers."""
    for number, step in enumerate(interview.steps, 1):
        for question in step:
            yield f"{number}. {tell_answer(interview, question, ours)}"


def tell_answer(interview: Interview, question: Question, ours: Words) -> str:
    """The question with its answer; of a note its title."""
    text, value = interview.wording.question(question), interview.heard.get(question.id)
    if question.is_read:
        return text
    answer = ours.paper["unanswered"] if value is None else question.phrase(value, ours)
    return f"{ready_for_answer(text, ours)} {answer}"


def _make_sheet(aid: DecisionAid, given: Answers, on: date) -> str:
    """The sheet as a page of text, or why none would leave."""
    from decision_aid.report.files import render
    from decision_aid.report.guard import IncompleteReport
    from decision_aid.report.options import PrintOptions
    from decision_aid.report.text import TEXT

    try:
        return render(summarise(aid, given, on), PrintOptions(TEXT)).decode()
    except IncompleteReport as error:
        return words(aid.language).incomplete(error)


def summarise(aid: DecisionAid, given: Answers, on: date) -> Summary:
    """The summary of these answers, as if all of them were given that day."""
    from decision_aid.summary.patient import make_summary

    return make_summary(aid, given, on, dict.fromkeys(given, words(aid.language).day(on)))


def as_text(shown: Preview, width: int) -> str:
    """One page of so many columns: what is wrong stands last, where the eye is."""
    lines = [one for line in _lines(shown) for one in _wrap(line, width)]
    return "\n".join(lines) + "\n"


def _lines(shown: Preview) -> Iterator[str]:
    ours = shown.words.preview
    if shown.sheet:
        yield from (_rule(ours.sheet), shown.whose, "", *shown.sheet.splitlines(), "")
        yield from (_rule(ours.path), *shown.path, "")
    yield from (_rule(ours.faults.format(file=shown.file)), *_faults(shown), "", ours.ends)


def _faults(shown: Preview) -> Iterator[str]:
    ours = shown.words.preview
    for severity in ("error", "warning"):
        found = [one for one in shown.faults if one.severity == severity]
        if found and severity == "warning":
            yield ours.warnings
        yield from in_lines(found[:MOST])
        if len(found) > MOST:
            yield ours.more.format(count=len(found) - MOST, file=shown.file)
    if shown.aid is None:
        yield ours.not_loaded
    elif not shown.is_checked:
        yield ours.checking
    elif not shown.faults:
        yield ours.none


def _rule(heading: str) -> str:
    return f"--- {heading} ---"


def _wrap(line: str, width: int) -> list[str]:
    """A line that is too long goes on below, as far in as it began."""
    if len(line) <= width:
        return [line]
    inside = " " * (len(line) - len(line.lstrip()))
    return textwrap.wrap(line, width, subsequent_indent=inside, break_on_hyphens=False) or [line]
