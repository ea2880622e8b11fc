"""`decision-aid translate`: texts to translators as `.po`, and their work back as an overlay."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest

from decision_aid.cli import main
from decision_aid.content.load import load
from tests.small import small_text

LINE = "questions.qx.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "questions.yaml").write_text(small_text(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def translate(step: str, what: str, *more: str) -> int:
    return main(["translate", step, what, "--content", "questions.yaml", *more])


def exported() -> polib.POFile:
    assert translate("export", "qx", "--overwrite") == 0
    return polib.pofile("questions.qx.po")


def entry(po: polib.POFile, place: str) -> polib.POEntry:
    (found,) = (one for one in po if one.msgctxt == place)
    return found


def give_back(**said: str) -> int:
    """The translators' program saves these texts, and the author takes the file."""
    po = exported()
    for place, text in said.items():
        entry(po, place).msgstr = text
        entry(po, place).flags = []
    po.save("questions.qx.po")
    return translate("import", "questions.qx.po")


def test_translators_are_told_what_stays_and_see_every_text(folder: Path) -> None:
    po = exported()
    assert (po.metadata["Language"], po.metadata["Project-Id-Version"]) == ("qx", "small 0.1.0")
    figure, title = entry(po, "outcomes.tests.says"), entry(po, "title")
    assert "{arm} {count} {of} {rest}" in figure.comment
    assert (title.msgid, title.msgstr, title.fuzzy) == ("A small aid", "", False)


def test_what_translators_wrote_is_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert give_back(title="Helpilo «eta»", welcome_title="Olaho") == 0
    shown = load(folder / "questions.yaml", "qx")
    assert (shown.title, shown.welcome_title, shown.short_title) == (
        "Helpilo «eta»", "Olaho", "Small",
    )  # fmt: skip
    capsys.readouterr()
    assert translate("status", "qx") == 0
    told = capsys.readouterr().out
    assert "qx: 2 of " in told and "stale: 0" in told and "missing: short_title\n" in told


def test_a_stale_text_is_fuzzy_and_stays_stale_until_somebody_looks(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    give_back(title="Helpilo")
    content = folder / "questions.yaml"
    content.write_text(content.read_text().replace("A small aid\n", "A little aid\n"))
    title = entry(exported(), "title")
    assert (title.msgid, title.msgstr, title.fuzzy) == ("A little aid", "Helpilo", True)
    assert translate("import", "questions.qx.po") == 0
    assert load(content, "qx").title == "A little aid"
    capsys.readouterr()
    translate("status", "qx")
    assert "stale, line 1: title" in capsys.readouterr().out
    give_back(title="Helpileto")
    assert load(content, "qx").title == "Helpileto"


def test_what_is_left_empty_keeps_the_translation_that_it_has(folder: Path) -> None:
    exported().save("empty.po")
    give_back(title="Helpilo")
    before = (folder / LINE).read_bytes()
    assert translate("import", "empty.po") == 0
    assert (folder / LINE).read_bytes() == before


def test_a_text_that_moved_is_found_again(folder: Path) -> None:
    give_back(**{"welcome.1": "Jen helpilo."})
    content = folder / "questions.yaml"
    moved = content.read_text().replace("welcome: [", "welcome: [Good day., ")
    content.write_text(moved)
    po = exported()
    assert entry(po, "welcome.2").msgstr == "Jen helpilo." and not entry(po, "welcome.2").fuzzy


def test_lines_may_end_as_on_windows(folder: Path) -> None:
    give_back(title="Helpilo")
    made = (folder / LINE).read_bytes()
    po = folder / "questions.qx.po"
    po.write_bytes(po.read_bytes().replace(b"\n", b"\r\n"))
    (folder / LINE).unlink()
    assert translate("import", "questions.qx.po") == 0
    assert (folder / LINE).read_bytes() == made
    (folder / LINE).write_bytes(made.replace(b"\n", b"\r\n"))
    assert load(folder / "questions.yaml", "qx").title == "Helpilo"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"Language: qx\\n"', '"Language: \\n"', "the header names no language"),
        ('"Language: qx\\n"', '"Language: en\\n"', "The content is in en already"),
        ("charset=UTF-8", "charset=ISO-8859-1", "the file is not said to be UTF-8"),
        ('msgstr "Dua"', 'msgid_plural "x"\nmsgstr[0] "Dua"', "a text has plural forms"),
        ('msgstr "Dua"', 'msgstr "Dua\xe9"', "the file is not said to be UTF-8, or is not"),
        ('msgstr "Dua"', 'msgstt "Dua"', "this line does not belong in a .po file"),
        ('msgstr "Dua"', 'msgstr "Dua {hope}"', "the placeholder {hope} is not in the original"),
        ('msgctxt "welcome_title"', 'msgctxt "title"', "stands here again"),
        ('msgctxt "title"', 'msgctxt "titel"', "the content has no text at 'titel'"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line_and_nothing_is_half_written(
    folder: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, says: str
) -> None:
    give_back(title="Unua")
    before = (folder / LINE).read_bytes()
    po = exported()
    entry(po, "title").msgstr = "Dua"
    entry(po, "welcome_title").msgstr = "Olaho"
    wrong = f"{po}\n"
    assert old in wrong
    (folder / "wrong.po").write_bytes(wrong.replace(old, new, 1).encode("latin-1"))
    capsys.readouterr()
    assert translate("import", "wrong.po") == 2
    told = capsys.readouterr().err
    assert says in told and "Do this: " in told
    assert (folder / LINE).read_bytes() == before


def test_work_that_was_not_imported_yet_is_not_replaced(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exported()
    (folder / "questions.qx.po").write_text("# theirs\n")
    assert translate("export", "qx") == 2
    assert (folder / "questions.qx.po").read_text() == "# theirs\n"


def test_a_language_is_named_by_its_code(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        translate("status", "../fr")
    assert "name a language as fr" in capsys.readouterr().err


FIGURE, CELL = "outcomes.tests.says", "comparison.rows.what.cells.balloon"


@pytest.mark.parametrize(
    ("place", "text", "says"),
    [
        (FIGURE, "{arm}: {count} el {of}.", "the placeholder {rest} is missing"),
        (FIGURE, "{arm}: {count} el {of}, {rest} ne, 5.", "the number 5 is not in the original"),
        (CELL, "Balono.", "the source mark [nice] is missing"),
        (CELL, "Balono [trial].", "the source mark [trial] is not in the original"),
        ("outcomes.tests.opening", "El 10 homoj, post 12 monatoj.", "the number 100 is missing"),
        ("title", "Du\x1b[31m", "a sign that cannot be printed"),
    ],
)
def test_what_does_not_fit_is_told_by_the_line_of_its_text_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str], place: str, text: str, says: str
) -> None:
    po = exported()
    entry(po, place).msgstr = text
    entry(po, "welcome_title").msgstr = "Olaho"
    po.save("wrong.po")
    capsys.readouterr()
    assert translate("import", "wrong.po") == 2
    told = capsys.readouterr().err
    written = (folder / "wrong.po").read_text(encoding="utf-8").splitlines()
    line = written.index(f'msgctxt "{place}"') + 1
    found = re.search(r"wrong\.po:(\d+): ", told)
    assert found is not None and 0 <= line - int(found[1]) <= 3, (told, line)
    assert says in told and "Do this: " in told
    assert not (folder / LINE).exists()


def test_all_that_does_not_fit_is_told_at_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    po = exported()
    entry(po, FIGURE).msgstr = "{arm}"
    entry(po, CELL).msgstr = "Balono."
    po.save("wrong.po")
    capsys.readouterr()
    assert translate("import", "wrong.po") == 2
    told = capsys.readouterr().err
    assert told.count("wrong.po:") == 2 and "{count}" in told and "[nice]" in told


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "the header names no language"),
        (b"nothing at all\n", "this line does not belong in a .po file"),
        (b"\xff\xfe\x00", "the file is not said to be UTF-8, or is not"),
        (b'msgid "a"\nmsgstr "b"\n', "the header names no language"),
    ],
)
def test_what_is_no_po_file_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], raw: bytes, says: str
) -> None:
    (folder / "wrong.po").write_bytes(raw)
    assert translate("import", "wrong.po") == 2
    told = capsys.readouterr().err
    assert says in told and "wrong.po:1: " in told and "Do this: " in told


def test_a_fuzzy_text_of_a_file_that_we_did_not_write_is_not_shown(folder: Path) -> None:
    po = exported()
    entry(po, "title").msgstr = "Eble"
    entry(po, "title").flags = ["fuzzy"]
    po.save("questions.qx.po")
    assert translate("import", "questions.qx.po") == 0
    assert load(folder / "questions.yaml", "qx").title == "A small aid"
