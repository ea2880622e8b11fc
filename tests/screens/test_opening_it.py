"""The summary is opened and printed by programs of this computer, on the paper of the country."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.screens.navigator import Navigator
from decision_aid.screens.screen import Go
from tests.screens.sitting_down import begin, row_ids, text_of, visit_of

OPENS = '#!/bin/sh\n/bin/cp "$1" "{folder}/opened.pdf"\nexit {code}\n'
PRINTS = '#!/bin/sh\n/bin/cat > "{folder}/printed.pdf"\n'


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH, on a desktop."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setattr("sys.platform", "linux")
    return folder


def put(programs: Path, name: str, text: str) -> None:
    (programs / name).write_text(text)
    (programs / name).chmod(0o700)


def ended(folder: Path, aid: DecisionAid, **answers: str) -> Navigator:
    """At the end, with these answers; summaries go into the folder."""
    navigator = begin(folder, aid=aid)
    visit_of(navigator).answers.update(answers)
    navigator.show(Go("summary"))
    return navigator


def test_open_it_saves_it_once_and_opens_it(
    tmp_path: Path, programs: Path, aid: DecisionAid
) -> None:
    put(programs, "xdg-open", OPENS.format(folder=tmp_path, code=0))
    navigator = ended(tmp_path, aid, country="uk")
    for _ in range(2):
        navigator.choose("open")
        assert "It was opened in another window." in text_of(navigator.page)
        navigator.choose("home")
    saved = [*tmp_path.glob("my-summary*.pdf")]
    assert len(saved) == 1
    assert (tmp_path / "opened.pdf").read_bytes() == saved[0].read_bytes()


@pytest.mark.parametrize("there", [True, False])
def test_where_it_cannot_be_opened_it_is_said_where_it_lies(
    tmp_path: Path, programs: Path, aid: DecisionAid, there: bool
) -> None:
    if there:
        put(programs, "xdg-open", OPENS.format(folder=tmp_path, code=3))
    navigator = ended(tmp_path, aid, country="uk")
    navigator.choose("open")
    said = text_of(navigator.page)
    assert "It could not be opened from here." in said
    assert str(next(tmp_path.glob("my-summary*.pdf"))) in said


@pytest.mark.parametrize(
    ("country", "size"),
    [("uk", (595, 842)), ("europe", (595, 842)), ("canada", (612, 792)), ("usa", (612, 792))],
)
def test_print_it_prints_on_the_paper_of_the_country(
    tmp_path: Path, programs: Path, aid: DecisionAid, country: str, size: tuple[int, int]
) -> None:
    put(programs, "lp", PRINTS.format(folder=tmp_path))
    navigator = ended(tmp_path, aid, country=country)
    navigator.choose("print_it")
    assert "It was sent to the printer." in text_of(navigator.page)
    printed = (tmp_path / "printed.pdf").read_bytes()
    box = re.search(rb"/MediaBox ?\[0 0 ([0-9.]+) ([0-9.]+)\]", printed)
    assert box is not None and (round(float(box[1])), round(float(box[2]))) == size
    navigator.choose("save")
    letter = size == (612, 792)
    assert row_ids(navigator.page)[0] == ("as:pdf-letter" if letter else "as:pdf-a4")


def test_without_a_printer_it_is_not_offered(
    tmp_path: Path, programs: Path, aid: DecisionAid
) -> None:
    assert [*programs.iterdir()] == []
    assert "print_it" not in row_ids(ended(tmp_path, aid, country="uk").page)


def test_the_shipped_content_says_which_countries_print_on_letter() -> None:
    country = load(paths.questions()).by_id["country"]
    letter = [one.id for one in getattr(country, "choices", ()) if one.paper == "letter"]
    assert letter == ["canada", "usa"]
