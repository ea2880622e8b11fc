"""Line by line on a terminal, ended from outside: all is kept, and nothing hangs or spins."""

from __future__ import annotations

import os
import resource
import signal
from pathlib import Path

import pytest

from decision_aid.record import Records
from decision_aid.words import words
from tests.record.both_faces import AID
from tests.record.forked import Program

EN = words("en").screens
LINES = words("en").lines

ENDINGS = {
    "SIGTERM": signal.SIGTERM,
    "SIGHUP": signal.SIGHUP,
    "SIGINT": signal.SIGINT,
    "Ctrl-C": signal.SIGINT,
    "terminal gone": signal.SIGHUP,
    "terminal gone, under nohup": signal.SIGHUP,
}


def deaf() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)


def begin(program: Program) -> None:
    """From the welcome to the first question."""
    program.see(f"“{EN.start}”: ")
    program.send("\n")
    program.see("Step 1 of about", "Your answer, 1 to 3:")


def end(program: Program, ending: str) -> None:
    if ending == "Ctrl-C":
        os.write(program.handle, b"\x03")
    elif ending.startswith("SIG"):
        os.kill(program.pid, ENDINGS[ending])
    else:
        program.hang_up()


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_end_from_outside_loses_nothing_and_frees_the_session(
    tmp_path: Path, ending: str
) -> None:
    arguments = ["take", "--plain", "--keep", "mine", "--records", str(tmp_path / "records")]
    with Program(AID, arguments, deaf if "nohup" in ending else lambda: None) as program:
        begin(program)
        program.send("1\n")
        program.see("Step 2 of about", "Your answer, 1 to 3:")
        end(program, ending)
        assert program.end() == 128 + ENDINGS[ending]
        assert b"Traceback" not in program.raw
    with Records.at(tmp_path / "records") as records:
        session = records.open("mine")
        assert (session.answers_given(), session.at) == ({"country": ("uk",)}, "signs")
        assert not session.only_looking


@pytest.mark.parametrize(("key", "code"), [("\x04", 0), ("\x03", 130)], ids=["Ctrl-D", "Ctrl-C"])
@pytest.mark.parametrize(
    ("keeping", "says"),
    [
        (("--keep", "mine"), "Your answers are kept on this computer, under this label: mine"),
        (("--no-trace",), LINES.left_nothing),
    ],
)
def test_who_leaves_by_a_key_hears_what_is_kept_in_two_lines(
    tmp_path: Path, key: str, code: int, keeping: tuple[str, ...], says: str
) -> None:
    arguments = ["take", "--plain", *keeping, "--records", str(tmp_path / "records")]
    with Program(AID, arguments) as program:
        begin(program)
        program.send("1\n")
        program.see("Step 2 of about", "Your answer, 1 to 3:")
        program.send(key)
        assert program.end() == code
    last = program.raw.decode()[-300:].splitlines()[-3:]
    assert last[0].startswith("Your answer, 1 to 3:")
    assert last[1:] == [LINES.left, says]


@pytest.mark.parametrize(("key", "code"), [("\x04", 0), ("\x03", 130)], ids=["Ctrl-D", "Ctrl-C"])
def test_who_leaves_at_a_passphrase_hears_it_on_a_line_of_its_own(
    tmp_path: Path, key: str, code: int
) -> None:
    with Program(AID, ["take", "--plain", "--records", str(tmp_path / "records")]) as program:
        program.see(f"“{EN.start}”: ")
        program.send("\n")
        program.see(f"“{EN.ask_no_trace}”: ")
        program.send("2\n")
        program.see(EN.lock_title, LINES.answer_line)
        program.send(key)
        assert program.end() == code
    assert program.raw.decode().splitlines()[-2:] == [LINES.left, LINES.left_nothing]


def test_a_disk_that_fills_up_is_told_and_the_goodbye_promises_nothing(tmp_path: Path) -> None:
    def before() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, resource.RLIM_INFINITY))

    place = str(tmp_path / "records")
    arguments = ["take", "--plain", "--keep", "mine", "--records", place]
    with Program(AID, arguments, before) as program:
        begin(program)
        for step, line in enumerate(("1", "2", "1", "Why?", "12", "3", "", "1"), 1):
            program.see(f"Step {step} of about", ": ")
            program.send(f"{line}\n")
        program.see(EN.not_kept_yet.partition("{")[0], "no room left", f"“{EN.go_on}”: ")
        program.send("\n")
        program.see("Step 9 of about", ": ")
        program.send("x\n")
        program.see(EN.summary_title, f"“{EN.save_it}”: ")
        program.send("4\n")
        program.see(EN.not_saved_yet, f"“{EN.save_first}”: ")
        program.send("2\n")
        assert program.end() == 0
        assert "Your answers stay" not in program.answer
        assert EN.left_not_kept.partition("}")[2] in program.answer
    with Records.at(place) as records:
        assert records.open("mine").answers_given()["country"] == ("uk",)
