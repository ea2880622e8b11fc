"""Answers brought in a file: an export, or a file of answers in YAML or JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from decision_aid.content import InvalidAnswer
from decision_aid.content.faults import Fault, InvalidContent, file_fault
from decision_aid.content.load import read_file
from decision_aid.content.measured import Date
from decision_aid.content.nearest import nearest
from decision_aid.content.yaml_faults import yaml_fault
from decision_aid.content.yaml_reader import Document, KeyPath, read_yaml
from decision_aid.plain_text import decode
from decision_aid.record.export import FORMAT, parse_export
from decision_aid.record.reading import UnreadAnswer, interpret_answers
from decision_aid.record.taken_over import translate
from decision_aid.words import Words, words

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from decision_aid.conditions import Answers, Value
    from decision_aid.content import DecisionAid, Question
    from decision_aid.record import Given


@dataclass(frozen=True)
class AnswersInFile:
    """What a file says, and what it means to this content."""

    given: Given
    answers: Answers
    moments: Mapping[str, datetime] = field(default_factory=dict)
    """When each answer was given; a file of answers does not say it."""
    at: str | None = None
    """The question reached, where the file says it."""
    unread: tuple[UnreadAnswer, ...] = ()


def read_answers(path: Path, aid: DecisionAid) -> AnswersInFile:
    """The answers in the file; raises InvalidContent with all faults at once."""
    raw = read_file(path)
    if FORMAT in _json_in(raw):
        return _parse_exported(raw, path.name, aid)
    answers = _parse_answers(raw, path.name, aid)
    return AnswersInFile({name: _back_as_given(value) for name, value in answers.items()}, answers)


def _parse_exported(raw: bytes, file: str, aid: DecisionAid) -> AnswersInFile:
    export = parse_export(raw, file, words(aid.language))
    if export.content.id != aid.id:
        told = words(aid.language).answers_fault("other_content")
        raise InvalidContent([file_fault("export-other-content", file, *told)])
    given = {one.question: one.given for one in export.answers}
    answers, unread = interpret_answers(aid, given)
    moments = {one.question: one.moment for one in export.answers}
    return AnswersInFile(given, answers, moments, export.at, unread)


def _back_as_given(value: Value | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    return value if isinstance(value, tuple) else (str(value),)


def load_answers(path: Path, aid: DecisionAid) -> Answers:
    """The answers in a file, question id to answer; raises InvalidContent with all faults at once.

    An answer is a choice's id, a list of them, a number or text; null means passed over. The
    answers may also stand under the key `answers`, beside remarks, as made-up patients have them.
    """
    return _parse_answers(read_file(path), path.name, aid)


def _parse_answers(raw: bytes, file: str, aid: DecisionAid) -> Answers:
    ours = words(aid.language)
    document = _read(raw, ours)
    given, place = _answers_in(document)
    faults = [replace(fault, file=file) for fault in document.faults]
    if document.broken:  # what was read up to there may be half of a word
        raise InvalidContent(faults)
    if not faults and not given:
        faults.append(file_fault("no-answers", file, *ours.answers_fault("no_answers")))
    told = {fault.line for fault in faults}
    answers: dict[str, Value | None] = {}
    for name, value in given.items():
        try:
            if name not in aid.by_id and name in aid.taken_over:
                answers |= _taken_over(aid, given, aid.taken_over[name])
            else:
                answers[name] = _answer(aid, name, value)
        except InvalidAnswer as error:
            line = document.lines.get((*place, name), 1)
            if line not in told:
                faults.append(_fault(aid, name, error, file, line))
    if faults:
        raise InvalidContent(sorted(faults, key=lambda fault: fault.line))
    return answers


def _answers_in(document: Document) -> tuple[dict[str, Any], KeyPath]:
    data = document.data if isinstance(document.data, dict) else {}
    inner = data.get("answers")
    return (inner, ("answers",)) if isinstance(inner, dict) else (data, ())


def _answer(aid: DecisionAid, name: str, given: object) -> Value | None:
    question = aid.by_id.get(name)
    if question is None:
        raise InvalidAnswer("unknown_question")
    if given is None:
        return question.passed()
    return _read_answer(question, _as_given(given), words(aid.language))


def _read_answer(question: Question, given: Sequence[str], ours: Words) -> Value:
    """The answer as it is kept, or as somebody writes it in the language."""
    try:
        return question.parse(given)
    except InvalidAnswer:
        return question.parse(question.as_kept(given, ours))


def _taken_over(aid: DecisionAid, given: Mapping[str, Any], question: Question) -> Answers:
    """What the answers to former questions mean now, where the file has no answer of today."""
    if question.id in given:
        return {}
    former = {
        old: None if given[old] is None else tuple(_as_given(given[old]))
        for old in question.was
        if old in given and old not in aid.by_id
    }
    meant = translate(question, former)
    return {question.id: question.passed() if meant is None else question.parse(meant)}


def _as_given(given: object) -> Sequence[str]:
    if isinstance(given, list) and all(isinstance(one, str) for one in given):
        return [one.strip() for one in given]
    if isinstance(given, date):
        return [str(given)]
    if isinstance(given, str) or (isinstance(given, int | float) and not isinstance(given, bool)):
        return [str(given).strip()]
    raise InvalidAnswer("not_an_answer")


def _fault(aid: DecisionAid, name: str, error: InvalidAnswer, file: str, line: int) -> Fault:
    """The fault in words; what the person wrote is not repeated."""
    question, ours = aid.by_id.get(name), words(aid.language)
    if question is None:
        near = nearest(name[:60], aid.by_id)
        kind = "near_question" if near else "unknown_question"
        told = ours.answers_fault(kind, name=name[:60], near=near)
        return file_fault("unknown-question", file, *told, line)
    choices = getattr(question, "choices", ())
    names = ", ".join(choice.id for choice in choices)
    why = ours.refusal(error).rstrip(".")
    if isinstance(question, Date):
        day = question.example or question.least
        told = ours.answers_fault("day", why=why, day=str(day), said=ours.day(day))
    else:
        told = ours.answers_fault("pick" if names else "change", why=why, names=names)
    fault = file_fault("answer-not-taken", file, *told, line)
    return replace(fault, place=ours.place_of_question.format(name=name))


def _read(raw: bytes, ours: Words) -> Document:
    """JSON where it is JSON (its escapes differ from YAML's), else YAML."""
    try:
        return _json(_json_in(raw), ours)
    except (ValueError, RecursionError):
        return read_yaml(raw)


def _json_in(raw: bytes) -> str:
    """The text of the file where it can be JSON; else nothing."""
    try:
        text = decode(raw)
    except UnicodeDecodeError:  # whoever reads it as YAML tells so
        return ""
    return text if text.lstrip().startswith("{") else ""


def _json(text: str, ours: Words) -> Document:
    document = Document()

    def line_of(name: str) -> int:
        return text.count("\n", 0, max(text.find(json.dumps(name)), 0)) + 1

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        names = [name for name, _ in found]
        for name in dict.fromkeys(n for n in names if names.count(n) > 1):
            told = ours.answers_fault("twice", name=name[:60])
            document.faults.append(yaml_fault("duplicate-key", line_of(name), *told))
        return dict(found)

    document.data = json.loads(text, object_pairs_hook=pairs)
    if isinstance(document.data, dict):
        document.lines = {(name,): line_of(name) for name in document.data}
    return document
