"""The imprint says on which days the evidence was read, and whom to tell of an error."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from decision_aid import cli
from decision_aid.content.load import load
from decision_aid.paths import questions
from decision_aid.report import pdf_text
from decision_aid.screens.navigator import Navigator
from decision_aid.screens.screen import Go
from decision_aid.start import REPORT_TO, Start
from decision_aid.words import words
from tests.reports.reading import folded
from tests.screens.sitting_down import NO_TRACE, sit_down, text_of
from tests.small import small_text
from tests.tui.person import sitting_down

READ = "We read copies of public pages on 20 and 27 November 2026."
FOOT = "Evidence read 20 and 27 November 2026."
USUAL = "If you find an error, please report it: tell whoever gave you this."
TOLD = "If you find an error, please report it: write to errors@clinic.example."


@pytest.fixture(autouse=True)
def nobody_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an option sets is taken back after each test."""
    monkeypatch.setenv(REPORT_TO, "")


def paper(folder: Path, *arguments: str, form: str = "txt") -> str:
    """A printed summary, its white space folded."""
    path = folder / f"paper.{form}"
    given = ["summary", "--blank", "--format", form, "--output", str(path), "--overwrite"]
    assert cli.main([*given, *arguments]) == 0
    if form == "pdf":
        return " ".join("".join(pdf_text.pages(path.read_bytes())).split())
    return " ".join(path.read_text(encoding="utf-8").split())


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ([date(2026, 11, 20)], "20 November 2026"),
        ([date(2026, 11, 20), date(2026, 11, 27)], "20 and 27 November 2026"),
        ([date(2026, 11, n) for n in (1, 2, 3)], "1, 2 and 3 November 2026"),
        ([date(2026, 11, 30), date(2026, 12, 1)], "30 November 2026 and 1 December 2026"),
    ],
)
def test_days_are_said_with_their_month_once(read: list[date], said: str) -> None:
    assert words("en").days(read) == said


@pytest.mark.parametrize(
    ("written", "days"),
    [("2026-11-20", 1), ("[2026-11-20]", 1), ("[2026-11-20, 2026-11-19]", 2)],
)
def test_a_day_may_stand_alone_or_in_a_list(tmp_path: Path, written: str, days: int) -> None:
    path = tmp_path / "questions.yaml"
    path.write_text(small_text().replace("evidence_read: 2026-11-20", f"evidence_read: {written}"))
    read = load(path).days_read
    assert len(read) == days and list(read) == sorted(read)


@pytest.mark.parametrize("form", ["txt", "html", "pdf"])
def test_paper_says_the_days_and_without_a_name_tell_whoever_gave_you_this(
    tmp_path: Path, form: str
) -> None:
    said = folded(paper(tmp_path, form=form))
    assert folded(FOOT) in said or form == "pdf"  # the foot of a page is no text of the document
    assert folded(USUAL) in said
    facts = folded(paper(tmp_path, "--edition", "facts", form=form))
    assert [one for one in (READ, USUAL) if folded(one) not in facts] == []


@pytest.mark.parametrize("by_option", [True, False])
def test_whoever_runs_it_says_whom_to_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, by_option: bool
) -> None:
    named = "write to  errors@clinic.example\x1b\n"
    if not by_option:
        monkeypatch.setenv(REPORT_TO, named)
    said = paper(tmp_path, *(["--report-to", named] if by_option else []))
    assert "write to errors@clinic.example" in said
    assert USUAL not in said and "\x1b" not in said


async def test_the_screen_says_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    navigator = sit_down(tmp_path, NO_TRACE, load(questions()))
    here = read_here(navigator)
    assert READ in here and USUAL in here
    monkeypatch.setenv(REPORT_TO, "write to errors@clinic.example")
    async with sitting_down(tmp_path, content=questions(), start=Start(keep=False)) as person:
        assert TOLD in read_here(person.app.navigator)


def read_here(navigator: Navigator) -> str:
    """The summary as it is read on the screen."""
    navigator.show(Go("summary"))
    navigator.choose("read")
    return text_of(navigator.page)
