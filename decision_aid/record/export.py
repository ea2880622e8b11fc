"""A session as one JSON file that is readable without this program, and such a file read back."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from decision_aid.plain_text import decode, one_line
from decision_aid.record.faults import RecordsFault
from decision_aid.record.labels import parse_label
from decision_aid.record.models import ContentVersion, StoredAnswer
from decision_aid.record.reading import find_unheard, interpret_answers
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid
    from decision_aid.content.faults import Fault
    from decision_aid.record.session import Session
    from decision_aid.words import Words

FORMAT = "decision-aid answers"
VERSION = 1
_MOST_ANSWERS = 5_000
_LONGEST_NAME = 200


@dataclass(frozen=True)
class Exported:
    """A session as it stands in a file."""

    label: str
    content: ContentVersion
    begun: datetime
    last: datetime
    at: str | None
    answers: tuple[StoredAnswer, ...]


def export_session(
    session: Session, aid: DecisionAid | None = None, without: Collection[str] = ()
) -> bytes:
    """The session as JSON; with its aid, the questions and answers stand there in words too.

    Answers that were given on a way that was left are then marked `"heard": false`. Answers to the
    questions in `without` are left out.
    """
    entry = session.entry
    answers = [one for one in session.answers() if one.question not in without]
    version = entry.content
    unheard = find_unheard(aid, session.answers_given()) if aid else frozenset()
    last = max((kept.moment.isoformat() for kept in answers), default=entry.last.isoformat())
    whole = {
        "format": FORMAT,
        "format_version": VERSION,
        "label": entry.label,
        "content": {"id": version.id, "version": version.version, "sha256": version.hash},
        "begun": entry.begun.isoformat(),
        "last": last,
        "at": session.at,
        "answers": [_as_json(kept, aid, unheard) for kept in answers],
    }
    return (json.dumps(whole, indent=2) + "\n").encode()


def is_export(data: bytes) -> bool:
    """Whether these bytes begin as an export of this program does."""
    begins = json.dumps({"format": FORMAT}, indent=2).removesuffix("\n}")
    return data.startswith(begins.encode())


def _as_json(
    kept: StoredAnswer, aid: DecisionAid | None, unheard: Collection[str]
) -> dict[str, Any]:
    found = {"question": kept.question, "given": kept.given, "moment": kept.moment.isoformat()}
    question = aid.by_id.get(kept.question) if aid else None
    if aid is None or question is None:
        return found
    value = interpret_answers(aid, {kept.question: kept.given})[0].get(kept.question)
    answered = None if value is None else question.phrase(value, words(aid.language))
    mark = {"heard": False} if kept.question in unheard else {}
    return {**found, **mark, "asked": question.text, "answered": answered}


def parse_export(raw: bytes, file: str, words: Words) -> Exported:
    """The session in such a file; raises InvalidContent with every fault, none with an answer."""
    from decision_aid.content.faults import InvalidContent, file_fault
    from decision_aid.content.yaml_reader import MAX_BYTES

    def fault(name: str, kind: str, *details: object) -> Fault:
        message, mend = words.export_fault(kind, *details)
        return file_fault(f"export-{name}", file, message, mend)

    if len(raw) > MAX_BYTES:
        raise InvalidContent([fault("too-large", "too_large")])
    try:
        data = json.loads(decode(raw), object_pairs_hook=_no_doubles)
    except (ValueError, RecursionError):
        raise InvalidContent([fault("broken", "broken")]) from None
    slips = list(_find_faults(data))
    if slips:
        raise InvalidContent(fault(*slip) for slip in slips)
    return _parse_export(data)


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _find_faults(data: object) -> Iterator[tuple[Any, ...]]:
    """The id and the words of each thing wrong; a place is said by number, never by its text."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        yield ("foreign", "foreign")
        return
    if data.get("format_version") != VERSION:
        yield ("version", "version")
        return
    if not _is_label(data.get("label")):
        yield ("label", "label")
    content = data.get("content")
    names = ("id", "version", "sha256")
    if not (isinstance(content, dict) and all(_is_name(content.get(name)) for name in names)):
        yield ("content", "content")
    for name in ("begun", "last"):
        if not _is_moment(data.get(name)):
            yield (name, "time", repr(name))
    if data.get("at") is not None and not _is_name(data["at"]):
        yield ("at", "at")
    yield from _find_faults_of_answers(data.get("answers"))


def _find_faults_of_answers(answers: object) -> Iterator[tuple[Any, ...]]:
    if not isinstance(answers, list) or len(answers) > _MOST_ANSWERS:
        yield ("answers", "answers")
        return
    seen: set[str] = set()
    for number, one in enumerate(answers, 1):
        if not (isinstance(one, dict) and _is_name(one.get("question"))):
            yield ("answer", "no_question", number)
            continue
        if one["question"] in seen:
            yield ("answer", "twice", number)
        seen.add(one["question"])
        if not (_is_given(one.get("given", 0)) and _is_moment(one.get("moment"))):
            yield ("answer", "incomplete", number)


def _is_name(text: object) -> bool:
    return isinstance(text, str) and 0 < len(text) <= _LONGEST_NAME and one_line(text) == text


def _is_label(text: object) -> bool:
    try:
        return isinstance(text, str) and bool(parse_label(text))
    except RecordsFault:
        return False


def _is_moment(text: object) -> bool:
    try:
        return isinstance(text, str) and datetime.fromisoformat(text) is not None
    except ValueError:
        return False


def _is_given(given: object) -> bool:
    return given is None or (isinstance(given, list) and all(isinstance(one, str) for one in given))


def _parse_export(data: dict[str, Any]) -> Exported:
    content = data["content"]
    return Exported(
        parse_label(data["label"]),
        ContentVersion(content["id"], content["version"], content["sha256"]),
        datetime.fromisoformat(data["begun"]),
        datetime.fromisoformat(data["last"]),
        data.get("at"),
        tuple(_parse_answer(one) for one in data["answers"]),
    )


def _parse_answer(one: dict[str, Any]) -> StoredAnswer:
    given = one["given"]
    moment = datetime.fromisoformat(one["moment"])
    return StoredAnswer(one["question"], None if given is None else tuple(given), moment)
