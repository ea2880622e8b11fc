"""A session as a file of its own, and back; faults say where, never what a person wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from decision_aid.content.faults import InvalidContent
from decision_aid.record import Records, StoredAnswer
from decision_aid.record.export import Exported, export_session, parse_export
from decision_aid.words import words
from tests.conftest import clock
from tests.record.conftest import STAMP
from tests.small import small_aid

NOW = clock()
ANSWERS = (
    StoredAnswer("who", ("me",), NOW),
    StoredAnswer("ask", ("Ünïcode \ud800\x00 <b>",), NOW),
    StoredAnswer("gone", None, NOW),
)


@pytest.fixture
def written(tmp_path: Path, records: Records) -> Path:
    """The export of a session with three answers."""
    session = records.begin("My label", STAMP, NOW)
    session.keep_all(ANSWERS)
    session.show("ask")
    path = tmp_path / "export.json"
    path.write_bytes(export_session(session))
    return path


def test_there_and_back(written: Path) -> None:
    read = parse_export(written.read_bytes(), written.name, words("en"))
    assert read == Exported("My label", STAMP, NOW, NOW, "ask", ANSWERS)


def test_it_is_read_without_this_program(written: Path) -> None:
    data = json.loads(written.read_text())
    assert data["content"] == {"id": "small", "version": "0.1.0", "sha256": "abc"}
    assert data["answers"][0] == {"question": "who", "given": ["me"], "moment": NOW.isoformat()}


def test_with_its_aid_it_says_questions_and_answers_in_words(
    tmp_path: Path, records: Records
) -> None:
    session = records.begin(None, STAMP, NOW)
    session.keep_all(ANSWERS)
    data = json.loads(export_session(session, small_aid(tmp_path)))
    assert (data["answers"][0]["asked"], data["answers"][0]["answered"]) == ("Who?", "Me")
    assert "asked" not in data["answers"][2]
    (tmp_path / "with-words.json").write_text(json.dumps(data))
    assert (
        parse_export(
            (tmp_path / "with-words.json").read_bytes(), "with-words.json", words("en")
        ).answers
        == ANSWERS
    )


def broken(data: dict[str, Any], way: str) -> object:
    first = data["answers"][0]
    changes: dict[str, Any] = {
        "version": {"format_version": 2},
        "label": {"label": "x" * 41},
        "content": {"content": {"id": "small"}},
        "begun": {"begun": "yesterday-SECRET"},
        "at": {"at": ["SECRET"]},
        "answers": {"answers": "SECRET"},
        "given": {"answers": [{**first, "given": "SECRET"}]},
        "given numbers": {"answers": [{**first, "given": [1]}]},
        "not given": {"answers": [{"question": "who", "moment": first["moment"]}]},
        "moment": {"answers": [{**first, "moment": "SECRET"}]},
        "question": {"answers": [{**first, "question": "SECRET\n\x1b[2J"}]},
        "twice": {"answers": [first, {**first, "given": ["SECRET"]}]},
        "many": {"answers": [first] * 5_001},
    }
    return {**data, **changes[way]}


@pytest.mark.parametrize(
    "way",
    [
        "version", "label", "content", "begun", "at", "answers", "given", "given numbers",
        "not given", "moment", "question", "twice", "many",
    ],
)  # fmt: skip
def test_each_fault_is_told_without_anybodys_words(written: Path, way: str) -> None:
    written.write_text(json.dumps(broken(json.loads(written.read_text()), way)))
    with pytest.raises(InvalidContent) as error:
        parse_export(written.read_bytes(), written.name, words("en"))
    assert len(error.value.faults) == 1
    assert "SECRET" not in str(error.value)


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"{", b"[]", b"null", b'"text"', b"\xff\xfe", b"[" * 100_000, b"1" * 5_000,
        b'{"format": "decision-aid answers", "format": "decision-aid answers"}',
        b'{"format": "another"}', b"who: me\n", b" " * 5_000_001,
    ],
    ids=range(12),
)  # fmt: skip
def test_another_file_is_refused_with_words(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "other.json"
    path.write_bytes(raw)
    with pytest.raises(InvalidContent) as error:
        parse_export(path.read_bytes(), path.name, words("en"))
    assert len(error.value.faults) == 1


def test_all_faults_come_at_once(written: Path) -> None:
    data = {**json.loads(written.read_text()), "label": 3, "begun": None, "answers": [{}, 4]}
    written.write_text(json.dumps(data))
    with pytest.raises(InvalidContent) as error:
        parse_export(written.read_bytes(), written.name, words("en"))
    assert len(error.value.faults) == 4
