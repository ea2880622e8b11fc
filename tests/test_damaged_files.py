"""Damaged files of answers and of content: each is taken, or refused in one true sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from decision_aid.answers_file import read_answers
from decision_aid.cli import main
from decision_aid.content.load import load
from tests.clinic_store import QUESTIONS
from tests.small import small_text

DAMAGED = Path(__file__).parent / "damaged"
SOUND = (Path(__file__).parent / "check" / "sound.yaml").read_text(encoding="utf-8")
TAKEN = ""
HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

NOT_TEXT = "the file is not UTF-8 text"
UNSEEN = "a space or a sign that cannot be seen"
NO_SIGN = "a character that YAML does not take"
NO_ANSWERS = "there are no answers in it"

ANSWERS = {
    "byte-order-mark.yaml": TAKEN,
    "byte-order-mark.json": TAKEN,
    "byte-order-mark-in-export.json": TAKEN,
    "byte-order-mark-and-windows-line-ends.yaml": TAKEN,
    "windows-line-ends.yaml": TAKEN,
    "windows-line-ends-in-export.json": TAKEN,
    "old-mac-line-ends.yaml": TAKEN,
    "no-last-line-end.yaml": TAKEN,
    "utf-16.yaml": TAKEN,
    "utf-16-other-order.yaml": TAKEN,
    "utf-16-in-export.json": TAKEN,
    "utf-32.json": TAKEN,
    "space-behind-an-answer.yaml": TAKEN,
    "no-break-space-indent.yaml": UNSEEN,
    "wide-space-indent.yaml": UNSEEN,
    "no-break-space-before-colon.yaml": UNSEEN,
    "zero-width-space-in-name.yaml": UNSEEN,
    "second-byte-order-mark.yaml": TAKEN,
    "mark-within-joined-files.yaml": UNSEEN,
    "no-break-space-in-json.json": UNSEEN,
    "tab-indent.yaml": "a tab stands where spaces must stand",
    "latin-1.yaml": NOT_TEXT,
    "utf-16-without-mark.yaml": NOT_TEXT,
    "utf-16-cut-off.yaml": NOT_TEXT,
    "cut-off-within-a-letter.yaml": NOT_TEXT,
    "packed.yaml": NOT_TEXT,
    "cut-off-export.json": "the file is not the JSON of an export",
    "nothing.yaml": NO_ANSWERS,
    "only-a-mark.yaml": NO_ANSWERS,
    "only-remarks.yaml": NO_ANSWERS,
    "nul.yaml": NO_SIGN,
    "raw-escape.yaml": NO_SIGN,
    "escape-in-name.yaml": "the questionnaire has no question",
    "direction-mark-in-name.yaml": "the questionnaire has no question",
    "same-question-twice.yaml": "'who' stands here again",
    "turned-word.yaml": "some programs read 'yes' as something else",
    "colon-in-words.yaml": "a colon stands where none can",
}


def files(folder: str) -> list[Path]:
    return sorted((DAMAGED / folder).iterdir())


def name_of(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", files("answers"), ids=name_of)
def test_damaged_answers_are_taken_or_refused_in_one_true_sentence(
    tmp_path: Path, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    says, content = ANSWERS[path.name], tmp_path / "small.yaml"
    content.write_text(small_text(QUESTIONS))
    shared = ["--content", str(content), "--format", "txt", "--output", str(tmp_path / "out.txt")]
    code = main(["summary", str(path), *shared])
    told = capsys.readouterr()
    assert not HARMFUL.search(told.out + told.err)
    assert (tmp_path / "out.txt").exists() is (says == TAKEN)
    if says == TAKEN:
        answers = read_answers(path, load(content)).answers
        assert (code, answers) == (0, {"who": "me", "words": "Café"})
    else:
        (sentence,) = told.err.splitlines()
        assert (code, says in sentence) == (2, True), sentence
        assert re.search(r": .+\. Do this: .+\.$", sentence)


WARNED = "warning"
COUNTED = ("imprint-grade-true", "medical-word-explained")
"""Each word more or less changes these too."""
CONTENT = {
    "byte-order-mark.yaml": (TAKEN, ""),
    "windows-line-ends.yaml": (TAKEN, ""),
    "remark-behind-an-id.yaml": (TAKEN, ""),
    "date-as-text.yaml": (TAKEN, ""),
    "latin-1.yaml": ("not-utf-8", NOT_TEXT),
    "utf-16-without-mark.yaml": ("not-utf-8", NOT_TEXT),
    "no-break-space-indent.yaml": ("odd-space", UNSEEN),
    "wide-space-behind-name.yaml": ("odd-space", UNSEEN),
    "tab-indent.yaml": ("broken-yaml", "a tab stands where spaces must stand"),
    "escape-in-text.yaml": ("unprintable-sign", "'title' holds a sign that cannot be printed"),
    "direction-mark-in-text.yaml": ("unprintable-sign", "'title' holds a sign"),
    "soft-hyphen-in-text.yaml": ("unprintable-sign", "'title' holds a sign"),
    "escape-in-id.yaml": ("unprintable-sign", "'word' holds a sign"),
    "escape-in-name.yaml": ("unknown-name", "is not known here"),
    "empty-title.yaml": ("text-not-empty", "nothing can be seen in 'title'"),
    "title-of-spaces.yaml": ("text-not-empty", "nothing can be seen in 'title'"),
    "title-that-nobody-sees.yaml": ("text-not-empty", "nothing can be seen in 'title'"),
    "folded-to-nothing.yaml": ("text-not-empty", "nothing can be seen in 'title'"),
    "title-left-out.yaml": ("empty-value", "'title' is empty"),
    "title-as-null.yaml": ("empty-value", "'title' is empty"),
    "condition-left-empty.yaml": ("empty-value", "'when' is empty"),
    "condition-without-tests.yaml": ("shape-value-error", "a condition is a mapping"),
    "condition-of-nothing.yaml": ("shape-value-error", "'any' takes a list of conditions"),
    "urgent-level-without-signs.yaml": ("urgent-help-complete", "sign"),
    "same-word-twice.yaml": ("names-differ", "two words are called 'Clot '"),
    "other-word-for-two.yaml": ("names-differ", "two words are called 'lump'"),
    "remark-cuts-a-title.yaml": ("text-as-written", "a remark cuts it off: 'Our room'"),
    "remark-cuts-a-passage.yaml": ("text-as-written", "a remark cuts it off: 'This is"),
    "list-runs-into-text.yaml": ("text-as-written", "a list was read as part of it"),
    "colon-makes-a-mapping.yaml": ("shape-value-error", "a text with a colon or braces stands in"),
    "braces-make-a-mapping.yaml": ("shape-string-type", "it is read as a mapping"),
    "brackets-make-a-list.yaml": ("shape-string-type", "it is read as a list"),
    "turned-word-yes.yaml": ("ambiguous-word", "some programs read 'yes'"),
    "turned-word-on.yaml": ("ambiguous-word", "some programs read 'on'"),
    "turned-word-exponent.yaml": ("ambiguous-word", "some programs read '1e3'"),
    "turned-word-octal.yaml": ("ambiguous-word", "some programs read '012'"),
    "turned-word-hours.yaml": ("ambiguous-word", "some programs read '12:30'"),
    "turned-word-capital-true.yaml": ("ambiguous-word", "some programs read 'True'"),
    "turned-word-capital-null.yaml": ("ambiguous-word", "some programs read 'NULL'"),
    "turned-word-point-first.yaml": ("ambiguous-word", "some programs read '.5'"),
    "number-for-text.yaml": ("shape-string-type", "it is read as a number"),
    "true-for-text.yaml": ("shape-string-type", "it is read as true or false"),
    "anchor.yaml": ("alias", "anchors and aliases are not taken"),
    "exclamation-mark-first.yaml": ("tag", "tags are not taken"),
    "asterisk-first.yaml": ("broken-yaml", "broken YAML"),
    "at-sign-first.yaml": ("broken-yaml", "a text cannot begin with this sign"),
    "same-key-twice.yaml": ("duplicate-key", "'title' stands here again"),
    "colon-in-text.yaml": ("broken-yaml", "a colon stands where none can"),
    "quote-not-closed.yaml": ("broken-yaml", "broken YAML"),
    "remark-in-folded-text.yaml": (WARNED, "people read the remark"),
}


def with_part(damaged: bytes) -> bytes:
    """The sound aid with these parts in the place of its own."""
    names = re.findall(rb"^(?:\xef\xbb\xbf)?([a-z_]+)\S*:", damaged, re.M)
    parts = re.split(r"^(?=[a-z_]+:)", SOUND, flags=re.M)
    kept = (part for part in parts if part.partition(":")[0].encode() not in names)
    return damaged + "".join(kept).encode()


@pytest.mark.parametrize("path", files("content"), ids=name_of)
def test_a_damaged_part_of_the_content_is_told_in_one_true_sentence(
    tmp_path: Path, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    id_, says = CONTENT[path.name]
    content = tmp_path / "questions.yaml"
    content.write_bytes(with_part(path.read_bytes()))
    code = main(["check", str(content), "--today", "2026-11-20"])
    told = capsys.readouterr().out
    assert not HARMFUL.search(told)
    assert says in told
    assert f"{id_}" in told
    errors = re.findall(r"^\S+: error: (\S+)$", told, re.M)
    assert [one for one in errors if one not in COUNTED] == (
        [] if id_ in (TAKEN, WARNED) else [id_]
    )
    assert code == (1 if errors else 0)


@pytest.mark.parametrize("path", files("content"), ids=name_of)
def test_damaged_content_ends_no_command_with_a_fault_of_ours(
    tmp_path: Path, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "questions.yaml"
    content.write_bytes(with_part(path.read_bytes()))
    (tmp_path / "jo.yaml").write_text("who: me\n")
    shared = ["--content", str(content), "--format", "txt", "--output", str(tmp_path / "out.txt")]
    assert main(["summary", str(tmp_path / "jo.yaml"), *shared]) in (0, 2)
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    assert not HARMFUL.search(told.out + told.err)


def test_each_damaged_file_has_its_sentence() -> None:
    assert {path.name for path in files("answers")} == set(ANSWERS)
    assert {path.name for path in files("content")} == set(CONTENT)
