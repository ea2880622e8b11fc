"""Whatever the core refuses, wherever it does, each face shows a page of it and goes on."""

from __future__ import annotations

import errno
import itertools
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

from decision_aid.content import load
from decision_aid.line import Console, LineFace
from decision_aid.record import Records
from decision_aid.record.faults import NotKept, RecordsFault
from decision_aid.record.session import Session
from decision_aid.report import files, saving
from decision_aid.report.guard import IncompleteReport
from decision_aid.report.saving import NotSaved
from decision_aid.screens import keeping
from decision_aid.screens.navigator import Navigator
from decision_aid.screens.overview import Overview
from decision_aid.screens.page import Page
from decision_aid.start import Start
from decision_aid.visit import Visit
from decision_aid.words import words
from tests.conftest import clock
from tests.keeping import AID, GIVEN, before
from tests.record.forked import Program
from tests.screens.sitting_down import text_of
from tests.tui.person import sitting_down

EN = words("en")
really_load = load.load, load.load_shown
SECRET = "PLANTED"
NUMBERS = itertools.count()

OF_RECORDS = [RecordsFault(kind, path="/there", reason="it broke") for kind in EN.faults]
OF_THE_SYSTEM = [
    OSError(number, os.strerror(number)) for number in (errno.EIO, errno.ENOSPC, errno.EACCES)
]
OF_PAPER = [
    *(NotSaved(Path("/there/paper"), kind) for kind in EN.reasons_not_saved),
    IncompleteReport(["This should not be used."]),
]
OUR_OWN = [RuntimeError(SECRET), MemoryError(), KeyError(SECRET)]
NOT_KEPT = [NotKept(fault) for fault in OF_RECORDS]


@dataclass(frozen=True)
class Place:
    """Where the core refuses: what fails there, how one comes there, and what one then reads."""

    owner: object
    name: str
    typed: tuple[str, ...]
    """Numbers and letters, with Enter after an answer on the full screen."""
    errors: Sequence[Exception]
    reads: str = ""
    was_kept: bool = False
    """Whether a visit was kept before."""


TO_SAVE = ("1", "3", "x", "1", "4")
KEPT = ("1", "1", "1")
PLACES = {
    "looking for answers": Place(keeping, "records_at", ("1",), [*OF_RECORDS, *OF_THE_SYSTEM]),
    "a list of them": Place(Records, "list", ("1",), [*OF_RECORDS, *OF_THE_SYSTEM], was_kept=True),
    "beginning to keep": Place(Records, "begin", KEPT, [*OF_RECORDS, *OF_THE_SYSTEM]),
    "opening them": Place(
        Records, "open_entry", ("1", "1"), [*OF_RECORDS, *OF_THE_SYSTEM], was_kept=True
    ),
    "reading them": Place(Session, "answers_given", ("1", "1"), OF_RECORDS, was_kept=True),
    "keeping an answer": Place(Session, "try_again", (*KEPT, "1!"), NOT_KEPT, "could not be kept"),
    "saving a paper": Place(
        saving,
        "save_new",
        TO_SAVE,
        [*OF_PAPER, *OF_THE_SYSTEM, *OUR_OWN],
        EN.screens.not_saved_title,
    ),
    "making a paper": Place(
        files, "render", TO_SAVE, [*OF_PAPER, *OF_THE_SYSTEM, *OUR_OWN], EN.screens.not_saved_title
    ),
    "finding a name for it": Place(
        files, "names_for", TO_SAVE, OF_THE_SYSTEM, EN.screens.not_saved_title
    ),
    "noting that it was printed": Place(
        Session, "mark_printed", (*KEPT, "x", "1", "4"), NOT_KEPT, EN.screens.saved_title
    ),
    "a page where nobody foresaw it": Place(
        Overview,
        "choose",
        ("1", "3", "o", "1"),
        [*OF_RECORDS, *OF_PAPER, *OF_THE_SYSTEM, *NOT_KEPT],
        EN.screens.not_done_title,
    ),
}


def one_of_each_class(errors: Sequence[Exception]) -> list[Exception]:
    return list({type(error): error for error in errors}.values())


def failing(error: Exception) -> Callable[..., NoReturn]:
    def fail(*_given: object, **_named: object) -> NoReturn:
        raise error

    return fail


def goes_on(page: Page, said: str, place: Place) -> None:
    """Something can be done there, and it was said what happened, but nobody's words."""
    assert page.rows or page.entry
    assert place.reads in said
    assert SECRET not in said


@pytest.fixture
def folder(tmp_path: Path, records_folder: Path) -> Path:
    (tmp_path / "papers").mkdir()
    return tmp_path / "papers"


def records_of(place: Place, folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Records of their own for each try that keeps; a visit kept before where one is needed."""
    records = folder / ("kept" if place.was_kept else f"records-{next(NUMBERS)}")
    patch.setenv("DECISION_AID_RECORDS", str(records))
    if place.was_kept and not records.exists():
        before(records, GIVEN, "age")


def by_line(folder: Path, place: Place) -> tuple[Page, str]:
    """The page reached, and all that was told on the way."""
    told: list[str] = []
    lines: Iterator[str] = iter(key.removesuffix("!") for key in place.typed)

    def ask(_prompt: str) -> str:
        for line in lines:
            return line
        raise EOFError

    console = Console(ask, told.append, 72, hidden=ask)
    face = LineFace(Visit(AID, clock), console, Start(), folder)
    face.run()
    return face.navigator.page, " ".join(told)


@pytest.mark.parametrize("name", PLACES)
def test_line_by_line_every_refusal_has_a_page(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    place = PLACES[name]
    for error in place.errors:
        with monkeypatch.context() as patch:
            records_of(place, folder, patch)
            patch.setattr(place.owner, place.name, failing(error))
            goes_on(*by_line(folder, place), place)


async def on_the_screen(folder: Path, place: Place) -> Page:
    async with sitting_down(folder, start=Start()) as person:
        await person.press("enter")
        for key in place.typed:
            await person.press(*([key[0], "enter"] if key.endswith("!") else key))
            await person.until(lambda: person.app.navigator.page.notice != EN.screens.one_moment)
            await person.until(lambda: person.at != "keeping.working")
        assert not person.app.crashed
        page = person.app.navigator.page
        await person.until(lambda: person.screen.sheet.page.heading == page.heading)
        return page


@pytest.mark.parametrize("name", PLACES)
async def test_on_the_full_screen_every_class_of_refusal_has_a_page(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    place = PLACES[name]
    for error in one_of_each_class(place.errors):
        with monkeypatch.context() as patch:
            records_of(place, folder, patch)
            patch.setattr(place.owner, place.name, failing(error))
            page = await on_the_screen(folder, place)
            goes_on(page, text_of(page), place)


def test_a_paper_that_cannot_be_made_at_the_end_of_a_pipe_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for error in (*OF_PAPER, *OUR_OWN):
        told: list[str] = []

        def end(_prompt: str) -> NoReturn:
            raise EOFError

        monkeypatch.setattr(files, "render", failing(error))
        console = Console(end, told.append, 200)
        LineFace(Visit(AID, clock), console, Start(keep=False), folder).run()
        assert told[-1].startswith("The reason: ") and SECRET not in told[-1]


CONTENT: dict[str, Callable[[Path], object]] = {
    "none": lambda path: None,
    "a folder": Path.mkdir,
    "not UTF-8": lambda path: path.write_bytes(b"id: \xff\xfe\n"),
    "no YAML": lambda path: path.write_text("id: [a\n"),
    "empty": Path.touch,
    "another file": lambda path: path.write_text("who: me\n"),
}


@pytest.mark.parametrize("what", CONTENT)
@pytest.mark.parametrize("options", [["--plain"], []], ids=["line by line", "full screen"])
def test_content_that_cannot_be_loaded_is_told(folder: Path, what: str, options: list[str]) -> None:
    path = folder / "content.yaml"
    CONTENT[what](path)
    with Program(
        AID, ["take", *options, "--no-trace", "--content", str(path)], as_it_is
    ) as program:
        assert program.end() == 2
        assert b"content.yaml" in program.raw and b"Traceback" not in program.raw


def as_it_is() -> None:
    """The helper gives every program the small aid; here the file itself is read."""
    load.load, load.load_shown = really_load


def test_what_fails_on_the_way_out_changes_nothing_about_the_end(folder: Path) -> None:
    for error in one_of_each_class([*OF_RECORDS, *OF_THE_SYSTEM, *OUR_OWN]):

        def break_the_end(error: Exception = error) -> None:
            Navigator.close = failing(error)  # type: ignore[method-assign]

        with Program(AID, ["take", "--plain", "--no-trace"], break_the_end) as program:
            program.see(EN.screens.start)
            os.kill(program.pid, signal.SIGTERM)
            assert program.end() == 128 + signal.SIGTERM


def test_records_that_will_not_close_take_nothing_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for error in (*OF_RECORDS, *OF_THE_SYSTEM):
        monkeypatch.setattr(Records, "close", failing(error))
        by_line(folder, Place(Records, "close", KEPT, ()))
