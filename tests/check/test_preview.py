"""The preview of a file as it is saved: on a real terminal, whatever way an editor saves."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

from decision_aid import paths
from decision_aid.check.preview import as_text, check_preview, read_preview
from decision_aid.check.watching import GONE, Watch
from tests.conftest import ON
from tests.processes import PATIENCE, hearing

SHAPES = Path(__file__).parents[1] / "shapes"
RIGHT, WRONG = "type: rating, text: How sure", "type: raitng, text: How sure"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A sound aid in a file that somebody writes."""
    path = tmp_path / "questions.yaml"
    shutil.copy(Path(__file__).with_name("sound.yaml"), path)
    return path


def shown(content: Path, answers: Path | None = None, width: int = 76) -> str:
    seen = read_preview(content, answers, ON)
    return as_text(check_preview(seen, content, paths.reports(), ON), width)


# --- what is shown ------------------------------------------------------------------------------


def test_sheet_path_and_faults_are_shown_for_the_answers_of_a_file(
    content: Path, tmp_path: Path
) -> None:
    answers = tmp_path / "somebody.yaml"
    answers.write_text("who: me\nsure: 4\nready: null\n", encoding="utf-8")
    text = content.read_text(encoding="utf-8")
    content.write_text(text.replace("There is more.", "It is a thrombosis."), encoding="utf-8")
    said = shown(content, answers, width=300)
    assert "For the answers in somebody.yaml." in said
    assert "1. Who is this for? For me" in said
    assert "How sure do you feel? 4 / 5" in said
    assert "Do you feel ready? not answered" in said
    line = text.split("There is more.")[0].count("\n") + 1
    assert f"questions.yaml:{line}: section shelf" in said
    assert "'thrombosis' is not explained" in said
    assert said.index("My summary") < said.index("Who is this for?") < said.index("'thrombosis'")


def test_what_does_not_load_is_told_by_line_and_the_sheet_waits(content: Path) -> None:
    text = content.read_text(encoding="utf-8")
    content.write_text(text.replace(RIGHT, WRONG), encoding="utf-8")
    said = shown(content)
    line = text.split(RIGHT)[0].count("\n") + 1
    assert f"questions.yaml:{line}: " in said
    assert "Did you mean 'rating'?" in said
    assert "My summary" not in said


def test_answers_that_are_not_taken_are_told_by_line_in_their_own_file(
    content: Path, tmp_path: Path
) -> None:
    answers = tmp_path / "somebody.yaml"
    answers.write_text("who: me\nready: maybe\n", encoding="utf-8")
    said = shown(content, answers)
    assert "somebody.yaml:2: " in said


def test_without_a_file_of_answers_it_is_the_example_of_the_first_way(content: Path) -> None:
    text = content.read_text(encoding="utf-8")
    assert "Without any answers." in shown(content)
    content.write_text(text.replace("example: {}", "example: {who: you}"), encoding="utf-8")
    assert "1. Who is this for? For you" in shown(content)


def test_of_many_faults_the_first_are_shown_and_how_many_there_are(content: Path) -> None:
    text = content.read_text(encoding="utf-8")
    many = ", ".join(f'"It is [gone-{number}]."' for number in range(30))
    content.write_text(text.replace("[There is more.]", f"[{many}]"), encoding="utf-8")
    said = shown(content)
    assert said.count("is not in the list of sources") == 12
    assert "There are 18 more of these" in said


@pytest.mark.parametrize("width", [80, 40])
def test_no_line_is_longer_than_the_terminal(width: int, content: Path) -> None:
    said = shown(content, width=width)
    assert max(map(len, said.splitlines())) <= width
    assert "To stop, press Ctrl and C here." in " ".join(said.split())


# --- what is noticed ------------------------------------------------------------------------------


def saving(*steps: Callable[[], object]) -> Callable[[], object]:
    """A pause in which the next of these happens, and nothing after them."""
    left = iter(steps)

    def pause() -> None:
        next(left, lambda: None)()

    return pause


def test_a_file_that_is_replaced_in_steps_is_no_file_that_is_gone(content: Path) -> None:
    """As editors do that write a new file and put it in the place of the old one."""
    watch, other = Watch([content]), content.with_suffix(".new")
    there: list[bool] = []

    def put_back() -> None:
        other.write_text("title: New\n", encoding="utf-8")
        other.replace(content)

    def look() -> None:
        there.append(content.is_file())

    watch.wait(saving(content.unlink, look, look, put_back, look))
    assert False in there
    assert content.read_text(encoding="utf-8") == "title: New\n"


def test_a_file_that_is_half_written_is_waited_for(content: Path) -> None:
    halves = iter(["title: N", "title: New\n"])

    def write() -> None:
        content.write_text(next(halves), encoding="utf-8")

    Watch([content]).wait(saving(write, write))
    assert content.read_text(encoding="utf-8") == "title: New\n"


def test_a_file_that_stays_away_is_told_of_once(content: Path) -> None:
    watch, looks = Watch([content]), list[int]()
    content.unlink()
    watch.wait(lambda: looks.append(1))
    assert len(looks) > GONE


# --- on a terminal --------------------------------------------------------------------------------


class Screen:
    """`decision-aid preview` on a pseudo-terminal, read as an author reads it."""

    def __init__(self, content: Path, columns: int) -> None:
        self.child: Any = pexpect.spawn(
            sys.executable,
            ["-m", "decision_aid", "preview", str(content)],
            dimensions=(24, columns),
            cwd=str(SHAPES.parents[1]),
            env={**os.environ, "TERM": "xterm-256color", "COLUMNS": str(columns)},
            timeout=PATIENCE,
            preexec_fn=hearing,
        )
        self.screen = pyte.Screen(columns, 24)
        self.stream = pyte.ByteStream(self.screen)

    def sees(self, text: str) -> None:
        """Read on until that is there."""
        while text not in " ".join(" ".join(self.screen.display).split()):
            self.stream.feed(self.child.read_nonblocking(65536, PATIENCE))

    def does_not_show(self, text: str) -> bool:
        return text not in " ".join(" ".join(self.screen.display).split())


@pytest.fixture(params=[80, 40])
def screen(request: pytest.FixtureRequest, content: Path) -> Iterator[Screen]:
    """The preview of the aid, at its first page."""
    opened = Screen(content, request.param)
    opened.sees("Nothing was found that is wrong.")
    yield opened
    opened.child.close(force=True)


def test_a_fault_shows_when_it_is_saved_and_goes_when_it_is_mended(
    screen: Screen, content: Path
) -> None:
    right = content.read_text(encoding="utf-8")
    content.write_text(right.replace(RIGHT, WRONG), encoding="utf-8")
    screen.sees("Did you mean 'rating'?")
    screen.sees("come back once this is mended.")
    other = content.with_suffix(".new")
    other.write_text(right, encoding="utf-8")
    other.replace(content)
    screen.sees("Nothing was found that is wrong.")
    assert screen.does_not_show("rating'?")
    screen.child.send("\x03")
    screen.child.expect(pexpect.EOF)
    screen.child.wait()
    assert (screen.child.exitstatus, screen.child.signalstatus) == (0, None)


def test_a_name_with_a_slip_in_it_is_not_waited_for(tmp_path: Path) -> None:
    child = pexpect.spawn(
        sys.executable, ["-m", "decision_aid", "preview", str(tmp_path / "questoins.yaml")],
        cwd=str(SHAPES.parents[1]), timeout=PATIENCE, dimensions=(24, 200),
    )  # fmt: skip
    child.expect("it is not there. Do this: Name a file.")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 2
