"""Another language laid over the content: six made-up texts change, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.content.faults import InvalidContent
from decision_aid.content.load import load, load_shown
from decision_aid.content.overlay import find_changes
from decision_aid.content.overlay_lines import read_lines, write_lines
from decision_aid.content.text import parse_cited
from decision_aid.content.text_places import find_texts, mark_of
from decision_aid.content.yaml_reader import read_yaml
from decision_aid.record import ContentVersion
from decision_aid.visit import Visit
from tests import papers
from tests.by_line import hear
from tests.conftest import clock
from tests.small import small_text

SIX = {
    "welcome_title": "Olaho",
    "sections.one.items.who.text": "Kio?",
    "sections.one.items.who.choices.you.text": "Vio",
    "recommendation.in_short": "Dukaro.",
    "recommendation.title": "Dukaroj",
    "summary.title": "Mia resumo",
}
"""Texts of the small aid in a language that nobody speaks."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    path = tmp_path / "questions.yaml"
    path.write_text(small_text(), encoding="utf-8")
    return path


def english(content: Path) -> dict[str, str]:
    written = find_texts(read_yaml(content.read_bytes()).data)
    return {place: one.text for place, one in written.items()}


def lay(content: Path, said: dict[str, str]) -> Path:
    texts = english(content)
    beside = content.with_name("questions.qx.yaml")
    lines = write_lines({place: (mark_of(texts[place]), text) for place, text in said.items()})
    beside.write_text(lines, encoding="utf-8")
    return beside


def faults_of(content: Path) -> list[str]:
    with pytest.raises(InvalidContent) as faulty:
        load(content, "qx")
    return [str(fault) for fault in faulty.value.faults]


# --- what is shown ---------------------------------------------------------------------------


def test_six_texts_change_on_screen_and_paper_and_the_rest_stays_english(content: Path) -> None:
    lay(content, SIX)
    visit = Visit(load(content, "qx"), clock)
    told = "\n".join(hear(visit, "", "1", "q"))
    assert [said for said in ("Olaho", "Kio?", "Vio") if said not in told] == []
    assert "This is a small aid." in told and "Who?" not in told
    paper = papers.text(visit.summary())
    assert [
        said for said in ("Dukaroj", "Mia resumo") if said.casefold() not in paper.casefold()
    ] == []
    assert "This should not be used." in paper and "My summary" not in paper


def test_answers_given_in_either_language_are_of_the_same_version(content: Path) -> None:
    lay(content, SIX)
    base, other = load(content), load(content, "qx")
    assert (base.language, other.language) == ("en", "qx")
    assert ContentVersion.of(base) == ContentVersion.of(other)
    assert load(content).title == load(content, "en").title


def test_a_text_whose_original_changed_is_shown_as_the_original_is_now(content: Path) -> None:
    lay(content, SIX)
    content.write_text(content.read_text().replace("text: Who?", "text: Who is it?"))
    shown = load(content, "qx").by_id["who"]
    assert (shown.text, shown.takes().choices[1].text) == ("Who is it?", "Vio")  # type: ignore[union-attr]


# --- what is shown of an overlay that has faults ---------------------------------------------


@pytest.mark.parametrize(
    "bad",
    [
        'title: {of: "00000000", text: ""}',
        'title: {of: "00000000", text: "\\e[1m"}',
        "titel: {of: '3f9a12c4', text: A}",
        "title: A",
        f'welcome.1: {{of: "{mark_of("This is a small aid.")}", text: "5 {{hope}}."}}',
    ],
)
def test_one_bad_text_keeps_no_good_one_from_a_patient(content: Path, bad: str) -> None:
    overlay = lay(content, SIX)
    overlay.write_text(f"{overlay.read_text()}{bad}\n")
    shown = load_shown(content, "qx")
    assert (shown.welcome_title, shown.title) == ("Olaho", "A small aid")
    assert shown.untranslated == len(english(content)) - len(SIX)
    assert any("questions.qx.yaml:7" in fault for fault in faults_of(content))


@pytest.mark.parametrize("raw", [b"\xff\xfe\xfd", b"a: [", b"- 1", b"{id: a, sections: []}"])
def test_an_overlay_that_cannot_be_read_leaves_the_aid_as_it_is(content: Path, raw: bytes) -> None:
    content.with_name("questions.qx.yaml").write_bytes(raw)
    shown = load_shown(content, "qx")
    assert (shown.title, shown.untranslated) == ("A small aid", len(english(content)))


def test_a_fault_of_the_content_itself_is_told_in_every_language(content: Path) -> None:
    lay(content, SIX)
    content.write_text(content.read_text().replace("title: A small aid\n", ""))
    with pytest.raises(InvalidContent):
        load_shown(content, "qx")


# --- what is refused -------------------------------------------------------------------------

FIGURE = "outcomes.tests.says"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{arm}: {count} el {of}, {rest} ne.", None),
        ("{rest} ne, {count} el {of}: {arm}.", None),
        ("{arm}: {count} el {of}.", "the placeholder {rest} is missing"),
        ("{arm}: {count} el {of}, {rest} ne, {hope}.", "the placeholder {hope} is not in the"),
        ("{arm}: {count} el {of}, {rest} ne, 5.", "the number 5 is not in the original"),
        ("{arm}: {count} el {of}, {rest} ne [nice].", "the source mark [nice] is not in the"),
        ("{arm}: {count} el {of}, {rest} ne. {", "the placeholder { is not in the original"),
    ],
)
def test_a_translation_holds_the_gaps_numbers_and_marks_of_its_original(
    content: Path, text: str, says: str | None
) -> None:
    lay(content, {"title": "Malgranda", FIGURE: text})
    if says is None:
        assert load(content, "qx").outcomes[0].says == text
    else:
        (fault,) = faults_of(content)
        assert fault.startswith("questions.qx.yaml:2: ") and f"{FIGURE}: {says}" in fault
        assert "Do this: Bring it in line" in fault


@pytest.mark.parametrize(
    ("original", "text", "says"),
    [
        ("18,201 people, 3.0 years.", "18\u00a0201 homoj, 3,0 jaroj.", []),
        ("12 people.", "13 homoj.", ["number 12 is missing", "number 13 is not in the original"]),
        ("3.0 years.", "30 jaroj.", ["number 3.0 is missing", "number 30 is not in the original"]),
        ("A [nice, trial].", "A [trial, nice].", []),
        ("A [nice].", "A.", ["source mark [nice] is missing"]),
        ("5 and 5.", "5.", ["number 5 is missing"]),
    ],
)  # fmt: skip
def test_numbers_may_be_written_as_the_language_does_and_are_the_same(
    original: str, text: str, says: list[str]
) -> None:
    assert find_changes(original, text) == [f"the {one}" for one in says]


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("titel: {of: '3f9a12c4', text: A}", "the content has no text at 'titel'"),
        ("title: {of: '3f9a12c4', text: A, when: {who: me}}", "a translation has no condition"),
        ("title: {of: '3f9a12c4', txt: A}", "'text' is missing"),
        ("title: {of: 12345678, text: A}", "'of' is not 8 digits of a hash"),
        ("title: {of: '3f9a12c4', text: ''}", "a value is empty"),
        ("title: {of: '3f9a12c4', text: \"\\e[1m\"}", "a sign that cannot be printed"),
        ("title: A", "the entry is no mapping"),
        ("- title", "it holds no places with texts"),
        ("title: {of: '3f9a12c4', text: A}\ntitle: {}", "stands here again"),
        ("{id: a, sections: []}", "it is a whole content file"),
    ],
)
def test_a_fault_of_an_overlay_has_its_file_its_line_and_a_mend(
    content: Path, entry: str, says: str
) -> None:
    content.with_name("questions.qx.yaml").write_text(f"# A remark.\n{entry}\n")
    (fault, *_) = faults_of(content)
    assert fault.startswith("questions.qx.yaml:") and says in fault and "Do this: " in fault


@pytest.mark.parametrize(
    ("raw", "line", "says"),
    [
        ('title: {of: "x", text: "Eté"}\n'.encode("latin-1"), 1, "not UTF-8"),
        (b"title: {of: \r\n", 2, "YAML"),
        (b"title: {of: '3f9a12c4', text: [A]}\r\n", 1, "'text' is no text"),
        (b"# A remark.\r\ntitle: {of: '3f9a12c4', text: {when: A}}\r\n", 2, "'text' is no text"),
    ],
)
def test_an_overlay_that_cannot_be_read_says_where_and_what_to_do(
    content: Path, raw: bytes, line: int, says: str
) -> None:
    content.with_name("questions.qx.yaml").write_bytes(raw)
    (fault, *_) = faults_of(content)
    assert fault.startswith(f"questions.qx.yaml:{line}: ") and "Do this: " in fault
    assert says in fault


def test_a_language_without_a_file_is_refused(content: Path) -> None:
    (fault,) = faults_of(content)
    assert "questions.qx.yaml" in fault and "it is not there" in fault


# --- places and lines ------------------------------------------------------------------------


def test_every_text_that_the_walk_finds_has_a_place() -> None:
    written = find_texts(read_yaml(paths.questions().read_bytes()).data)
    said = {one.text for w in written.values() for one in parse_cited(w.text).statements}
    said |= {one.text for one in written.values()}
    found = load(paths.questions()).inventory.texts
    without = {one.field for one in found if one.text not in said and one.text[1:-1] not in said}
    assert without == {"number", "address"}  # left as they are in every language


def test_lines_that_were_written_read_as_they_would_in_yaml(content: Path) -> None:
    texts = {place: f'« {text} »\n"é" \\' for place, text in english(content).items()}
    raw = lay(content, texts).read_bytes()
    quick, whole = read_lines(raw), read_yaml(raw)
    assert quick is not None
    assert quick.data == whole.data
    assert {place: whole.lines[place] for place in quick.lines} == quick.lines


@pytest.mark.parametrize("line", ["# remark", "title:", 'title: {of: "3f9a12c4", text: "\x1b"}'])
def test_a_line_written_otherwise_is_left_to_the_yaml_reader(line: str) -> None:
    assert read_lines(f'title: {{of: "3f9a12c4", text: "A"}}\n{line}\n'.encode()) is None
