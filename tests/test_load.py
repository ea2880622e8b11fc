"""Faults of a content file: bad YAML in the test, `questions.yaml:25: …` out."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

import pytest

from decision_aid.content.faults import InvalidContent
from decision_aid.content.load import load
from decision_aid.content.schema import json_schema
from decision_aid.record import ContentVersion
from tests.small import QUESTIONS, small_aid, small_text


def faults_of(folder: Path, text: str | bytes) -> list[str]:
    path = folder / "questions.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(InvalidContent) as faulty:
        load(path)
    return [str(fault) for fault in faulty.value.faults]


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    ("questions", "at", "says"),
    [
        ("- {id: a, type: text}\n", "{id: a", "question a: 'text' is missing"),
        ("- {id: a, type: text, txet: A?, text: B}\n", "txet", "'txet' is not known here"),
        ("- {id: a, type: text, text: A?, limit: '9'}\n", "limit", "question a, limit"),
        ("- {id: a, type: txt, text: A?}\n", "{id: a", "'txt'"),
        ("- {id: a, text: A?}\n", "{id: a", "type"),
        (
            "- {id: a, type: text, text: A?, when: {b: x}}\n",
            "{id: a",
            "reads 'b', which is no quest",
        ),
        (
            "- {id: a, type: text, text: A?, when: {b: {at_least: 1}}}\n"
            "- {id: b, type: number, most: 9, text: B?}\n",
            "{id: a",
            "reads 'b', which is not asked before",
        ),
        (QUESTIONS + "- {id: a, type: text, text: A?, when: {who: they}}\n", "{id: a", "'they'"),
        (QUESTIONS + "- {id: who, type: text, text: Again?}\n", "{id: who", "stands there 2 times"),
        ("- {id: a, type: text, text: 'A {gone}?'}\n", "{id: a", "nothing fills {gone}"),
        ("- {id: a, type: text, text: A?, lead: ['Fact [gone].']}\n", "{id: a", "source 'gone'"),
        (
            "- {id: a, type: note, text: A, body: [{figure: gone}]}\n",
            "{id: a",
            "'gone' is no outcome",
        ),
        ("- {id: a, type: note, text: A, body: [B], rows: [gone]}\n", "{id: a", "'gone' is no row"),
        ("- {id: a, type: note, text: A, body: [B], see: [gone]}\n", "{id: a", "'gone' is no note"),
        ("- {id: a, type: note, text: A, body: [{itm: B}]}\n", "{itm", "a passage has one of"),
    ],
)
def test_a_fault_has_its_line_its_place_and_a_mend(
    tmp_path: Path, questions: str, at: str, says: str
) -> None:
    text = small_text(questions, urgent_first="{who: you}")
    found = [f for f in faults_of(tmp_path, text) if says in f]
    assert found
    assert found[0].startswith(f"questions.yaml:{line_of(text, at)}: ")
    assert re.search(r"Do this: \S+", found[0])


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    text = small_text("- {id: a, type: text}\n- {id: b, type: number, text: B?}\n")
    text = text.replace("funding: none", "fundign: none")
    faults = faults_of(tmp_path, text)
    assert [says for says in ("question a", "question b", "'funding'", "'fundign'")
            if not any(says in fault for fault in faults)] == []  # fmt: skip


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("title: Again", "'title' stands here again, after line 4"),
        ("extra: yes", "some programs read 'yes' as something else"),
        ("extra: 012", "some programs read '012'"),
        ("extra: 12:30", "some programs read '12:30'"),
        ("extra: 1_000", "some programs read '1_000'"),
        ("no: extra", "some programs read 'no'"),
        ("extra: &a b", "anchors and aliases"),
        ("extra: *a", "alias"),
        ("extra: !!python/name:os.system x", "tags are not taken"),
        ("? [a, b]\n: c", "a key must be plain text"),
        ("extra: ]", "broken YAML"),
        ("extra: \t\x07", "a character that YAML does not take"),
        ("extra: " + "[" * 40 + "]" * 40, "nested over 30 deep"),
        ("extra: " + "[" * 25_000, "nested over 30 deep"),
        ("---\nsecond: document", "second document"),
    ],
)
def test_yaml_that_could_be_misread_is_refused(tmp_path: Path, line: str, says: str) -> None:
    text = small_text() + line + "\n"
    found = [fault for fault in faults_of(tmp_path, text) if says in fault]
    assert found
    assert found[0].startswith(f"questions.yaml:{line_of(text, line)}: ")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "it should be"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"a: \x00", "does not take"),
        (b"[1, 2]", "it should be"),
        (b"a" * 5_000_001, "over 5 MB"),
    ],
)
def test_what_is_no_content_file_is_one_plain_fault(tmp_path: Path, data: bytes, says: str) -> None:
    assert any(says in fault for fault in faults_of(tmp_path, data))


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("decimals: 1, example: 1,5", "Write a number without a comma, such as 10000 or 1.5."),
        ("most: 10,500", "Write a number without a comma, such as 10000 or 1.5."),
        ("decimals: 1, example: '1,5'", "it should be a number. Do this: Write it in digits"),
        ("limit: 1e400", "it should be a whole number. Do this: Write it in digits"),
        ("least: 30 February", "it should be a number. Do this: Write it in digits"),
    ],
)
def test_a_number_that_is_none_is_one_fault_that_says_how_to_write_it(
    tmp_path: Path, written: str, says: str
) -> None:
    kind = (
        "text" if "limit" in written else "number, most: 9" if "most" not in written else "number"
    )
    (fault,) = faults_of(tmp_path, small_text(f"- {{id: a, type: {kind}, text: A?, {written}}}\n"))
    assert says in fault


def test_a_folder_a_pipe_and_nothing_are_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, says in (("", "a folder"), ("pipe", "not a file"), ("gone", "not there")):
        with pytest.raises(InvalidContent, match=says):
            load(tmp_path / name)


def test_marks_at_the_start_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "questions.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + small_text().replace("\n", "\r\n").encode())
    assert load(path).title == "A small aid"


def test_every_slip_of_the_table_is_found(tmp_path: Path) -> None:
    text = small_text().replace("cells: {none: All goes on., balloon", "cells: {balloon")
    text = text.replace(
        'says: "{arm}: {count} of {of} did better, {rest} did not."', 'says: "{count}"'
    )
    found = " ".join(faults_of(tmp_path, text))
    assert "the cell 'none' is missing" in found
    assert "lacks {arm}, {rest}" in found


AS_IT_IS = small_text()
LAST_FIRST = AS_IT_IS[AS_IT_IS.index("options:") :] + AS_IT_IS[: AS_IT_IS.index("options:")]


def hash_of(folder: Path, raw: bytes) -> str:
    path = folder / "questions.yaml"
    path.write_bytes(raw)
    return load(path).content_hash


@pytest.mark.parametrize(
    "raw",
    [
        AS_IT_IS.replace("\n", "\r\n").encode(),
        AS_IT_IS.replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + AS_IT_IS.encode(),
        AS_IT_IS.encode("utf-16"),
        AS_IT_IS.rstrip("\n").encode(),
        b"# a remark\n" + AS_IT_IS.encode() + b"\n\n# another\n",
        AS_IT_IS.replace("title: A small aid", "title:   'A small aid'  # the title").encode(),
        LAST_FIRST.encode(),
    ],
    ids=["crlf", "cr", "bom", "utf-16", "no-end", "remarks", "quotes", "order-of-parts"],
)
def test_the_same_content_is_the_same_version_however_it_is_saved(
    tmp_path: Path, raw: bytes
) -> None:
    assert hash_of(tmp_path, raw) == hash_of(tmp_path, AS_IT_IS.encode())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A small aid", "A small Aid"),
        ("events: 30", "events: 31"),
        ("{id: me, text: Me}, {id: you, text: You}", "{id: you, text: You}, {id: me, text: Me}"),
        ("version: 0.1.0", "version: 0.1.1"),
    ],
)
def test_other_content_is_another_version(tmp_path: Path, old: str, new: str) -> None:
    assert old in AS_IT_IS
    changed = AS_IT_IS.replace(old, new).encode()
    assert hash_of(tmp_path, changed) != hash_of(tmp_path, AS_IT_IS.encode())


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("now", ["\n", "\r\n"])
def test_a_hash_of_the_file_from_before_names_the_same_version(
    tmp_path: Path, end: str, now: str
) -> None:
    """Records and papers made before have the SHA-256 of the file as it lay on that computer."""
    before = hashlib.sha256(AS_IT_IS.replace("\n", end).encode()).hexdigest()
    path = tmp_path / "questions.yaml"
    path.write_bytes(AS_IT_IS.replace("\n", now).encode())
    assert ContentVersion("small", "0.1.0", before).is_of(load(path))
    path.write_bytes(AS_IT_IS.replace("A small aid", "Another", 1).encode())
    assert not ContentVersion("small", "0.1.0", before).is_of(load(path))
    assert not ContentVersion("small", "0.1.1", before).is_of(small_aid(tmp_path))


def test_the_schema_tells_what_each_field_means() -> None:
    schema = json_schema()
    assert schema["$defs"]["Choice"]["properties"]["alone"]["description"].startswith("Cannot be")
    assert schema["$defs"]["SelectOne"]["properties"]["when"]["description"].startswith("Who is")
    assert schema["$defs"]["Choice"]["additionalProperties"] is False


def test_a_name_of_an_earlier_format_is_refused_with_its_new_one(tmp_path: Path) -> None:
    text = small_text().replace("stay: true", "no_procedure: true")
    (fault,) = faults_of(tmp_path, text)
    assert fault.startswith(f"questions.yaml:{line_of(text, 'no_procedure')}: option none")
    assert fault.endswith("'no_procedure' has another name now. Do this: Write 'stay' instead.")
