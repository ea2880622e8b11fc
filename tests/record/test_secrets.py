"""Planted words stay in the records and on the paper: in no log, name, list, file or terminal."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from decision_aid import visit as visits
from decision_aid.record import Records
from decision_aid.words import words
from tests.record.both_faces import AID
from tests.record.conftest import Place
from tests.record.ended_visits import process
from tests.record.forked import LEAVES_SCREEN, Program
from tests.record.server import Server

EN = words("en").screens
LINES = words("en").lines

WORDS = "PLANTED-WORDS"
PASSPHRASE = "PLANTED four kind words"
KEYS = {"F4": "\x1bOS", "F5": "\x1b[15~"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "tmp").mkdir()
    return tmp_path


def surroundings(home: Path) -> Callable[[], None]:
    """Home, temporary files and logs in one folder, which is looked through afterwards."""

    def before() -> None:
        os.environ.update(
            HOME=str(home),
            TMPDIR=str(home / "tmp"),
            TEXTUAL_LOG=str(home / "textual.log"),
            TEXTUAL="debug,devtools",
            TEXTUAL_SCREENSHOT="1",
            PYTHONFAULTHANDLER="1",
        )
        tempfile.tempdir = None
        os.chdir(home)

    return before


def traces(home: Path) -> list[str]:
    """Where planted words lie, by name or inside, but for an open session's own records."""
    found = [path for path in home.rglob("*") if WORDS in path.name]
    for path in home.rglob("*"):
        if path.is_file() and not path.name.startswith("records.sqlite"):
            found += [path] if b"PLANTED" in path.read_bytes() else []
    return [str(path.relative_to(home)) for path in found]


def typed_on_the_screen(program: Program, place: str) -> None:
    """To the question that takes words, with planted ones in its box."""
    program.see(EN.reading_title)
    program.send("\r")
    program.see(EN.start)
    program.send("1")
    if place.startswith("postgresql:"):
        program.see(EN.code_title)
        program.send("1")
    for step, keys in enumerate(("1\r", "2\r", "1\r"), 1):
        program.see(f"step {step} of")
        for key in keys:
            program.send(key)
    program.see("0 of 2,000")
    for letter in WORDS:
        program.send(letter)
    program.see(f"{len(WORDS)} of 2,000")


def typed_by_line(program: Program, place: str) -> None:
    """The same, and given."""
    program.see(f"“{EN.start}”: ")
    program.send("\n")
    if place.startswith("postgresql:"):
        program.see(f"“{EN.code_done}”: ")
        program.send("1\n")
    choice, words = LINES.answer_one.format(last=3), LINES.answer_text
    several = LINES.answer_some.format(most=2)
    prompts = (choice, choice, several, words)
    for step, line in enumerate(("1\n", "2\n", "1\n", f"{WORDS}\n"), 1):
        program.see(f"Step {step} of", prompts[step - 1])
        program.send(line)


TYPING = {"full screen": ((), typed_on_the_screen), "line by line": (("--plain",), typed_by_line)}


def fail(*_: object) -> NoReturn:
    answers = {"hope_words": WORDS, "passphrase": PASSPHRASE}
    raise RuntimeError(WORDS, answers)


def typed(face: str, home: Path, place: str, before: Callable[[], object]) -> Program:
    options, typing = TYPING[face]
    program = Program(AID, ["take", *options, "--keep", "mine", "--records", place], before)
    typing(program, place)
    return program


def test_a_fault_of_our_own_shows_and_leaves_no_words(home: Path, face: str) -> None:
    records = home / "records"

    def before() -> None:
        surroundings(home)()
        go_on = visits.Visit.go_on

        def failing(self: visits.Visit) -> None:
            fail() if self.shown == "hope_words" else go_on(self)

        visits.Visit.go_on = failing  # type: ignore[method-assign]

    with typed(face, home, str(records), before) as program:
        program.send(KEYS["F4"] if face == "full screen" else "")
        assert program.end() == 70
        assert b"Traceback" not in program.raw
        told = program.left_behind if face == "full screen" else _without_echo(program)
    assert "PLANTED" not in told.decode(errors="replace")
    where = EN.left_kept.format(where=EN.here, label="mine")
    assert where in " ".join(told.decode(errors="replace").split())
    assert traces(home) == []
    with Records.at(records) as opened:
        session = opened.open("mine")
        assert session.answers_given()["hope_words"] == (WORDS,)
        assert not session.only_looking


def _without_echo(program: Program) -> bytes:
    """What the program itself said: the terminal showed each typed line once."""
    return program.raw.replace(WORDS.encode(), b"", 1)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_an_end_from_outside_leaves_no_words(
    place: Place, home: Path, face: str, number: int
) -> None:
    address = place.address if place.shared else str(home / "records")
    with typed(face, home, address, surroundings(home)) as program:
        seen = process(program.pid)
        os.kill(program.pid, number)
        program.end()
        told = program.left_behind if face == "full screen" else _without_echo(program)
    assert b"PLANTED" not in seen
    if not (face == "full screen" and number == signal.SIGKILL):  # its last screen stays
        assert b"PLANTED" not in told
    assert b"Traceback" not in program.raw
    assert traces(home) == []


def test_words_in_the_box_are_kept_when_a_signal_ends_it(home: Path) -> None:
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        records = home / number.name
        with typed("full screen", home, str(records), surroundings(home)) as program:
            os.kill(program.pid, number)
            assert program.end() == 128 + number
        with Records.at(records) as opened:
            assert opened.open("mine").answers_given()["hope_words"] == (WORDS,)


def test_a_passphrase_is_seen_nowhere(home: Path, face: str) -> None:
    arguments = ["take", *TYPING[face][0], "--records", str(home / "records")]
    with Program(AID, arguments, surroundings(home)) as program:
        if face == "full screen":
            _lock_on_the_screen(program)
        else:
            _lock_by_line(program)
        assert b"PLANTED" not in program.raw
        assert b"PLANTED" not in process(program.pid)
        os.kill(program.pid, signal.SIGTERM)
        assert program.end() == 143
    assert not [path for path in home.rglob("*") if path.is_file() and _holds(path)]


def _holds(path: Path) -> bool:
    return b"PLANTED" in path.read_bytes()


def _lock_on_the_screen(program: Program) -> None:
    program.see(EN.reading_title)
    for key, text in (("\r", EN.start), ("1", EN.ask_no_trace), ("2", EN.lock_title)):
        program.send(key)
        program.see(text)
    program.see("F2")
    for text in (EN.lock_again_title, EN.label_take):
        for letter in f"{PASSPHRASE}\r":
            program.send(letter)
        program.see(text)
    program.send("1")
    program.see("step 1 of")


def _lock_by_line(program: Program) -> None:
    program.see(f"“{EN.start}”: ")
    program.send("\n")
    program.see(f"“{EN.ask_no_trace}”: ")
    program.send("2\n")
    program.see(EN.lock_title, LINES.answer_line)
    for title, asked in (
        (EN.lock_again_title, LINES.answer_line),
        (EN.label_title, f"“{EN.label_take}”: "),
    ):
        program.send(f"{PASSPHRASE}\n")
        program.see(title, asked)
    program.send("\n")
    program.see("Step 1 of")


def test_paper_and_printer_learn_no_more_than_the_page_says(
    home: Path, face: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "bin").mkdir()
    (home / "bin" / "lp").write_text(f'#!/bin/sh\necho "$@" > {home}/told\nenv > {home}/env\n')
    (home / "bin" / "lp").chmod(0o755)

    def before() -> None:
        surroundings(home)()
        os.environ["PATH"] = f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}"
        os.environ["DECISION_AID_RECORDS"] = "PLANTED-address"

    with typed(face, home, str(home / "records"), before) as program:
        _save(program, face)
        program.end()
    (paper,) = home.glob("my-summary*")
    assert "PLANTED" not in paper.name
    for name in ("told", "env"):
        assert not (home / name).exists() or "PLANTED" not in (home / name).read_text()


def _save(program: Program, face: str) -> None:
    """As plain text: a forked process cannot count on Typst, where its parent used it."""
    if face == "line by line":
        program.see(LINES.answer_number)
        steps = (
            ("/x", EN.summary_title),
            ("1", EN.save_title),
            ("4", EN.print_now),
            ("1", EN.printing),
            ("4", EN.goodbye),
        )
        for line, text in steps:
            program.send(f"{line}\n")
            program.see(text, ": " if text != EN.goodbye else "")
        return
    for key, text in ((KEYS["F5"], EN.summary_title), ("1", EN.save_title), ("4", EN.print_now)):
        program.send(key)
        program.see(text)
    program.send("1")
    program.see(EN.printing)
    program.send("4")


@pytest.mark.postgres
def test_the_servers_log_holds_no_words(
    home: Path, face: str, server: Server, address: str
) -> None:
    with typed(face, home, address, surroundings(home)) as program:
        os.kill(program.pid, signal.SIGKILL)
        program.end()
    assert "PLANTED" not in server.log
    assert LEAVES_SCREEN not in program.raw
