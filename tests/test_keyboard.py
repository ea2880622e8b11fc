"""Line by line at a real terminal: keys mend a line, pasted lines stay one text, nothing stays."""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from decision_aid.record import Records
from decision_aid.words import words
from tests.record.both_faces import AID
from tests.record.forked import Program, nothing

EN = words("en").screens
LINES = words("en").lines
LEFT, UP, TAB = "\x1b[D", "\x1b[A", "\t"
ANSWER_3 = LINES.answer_one.format(last=3)


def without_editor() -> None:
    """As where Python has no line editor."""
    sys.modules["readline"] = None  # type: ignore[assignment]


def dumb() -> None:
    """A terminal that can do nothing but write lines."""
    os.environ["TERM"] = "dumb"


WAYS_TO_TYPE: dict[str, Callable[[], None]] = {
    "editor": nothing,
    "no editor": without_editor,
    "dumb": dumb,
}
NO_EDITOR = [way for way in WAYS_TO_TYPE if way != "editor"]


def begun(folder: Path, before: Callable[[], object] = nothing) -> Program:
    """A visit that is kept, at its first question."""
    place = ("--records", str(folder / "records"))
    program = Program(AID, ["take", "--plain", "--keep", "mine", *place], before)
    program.see(f"“{EN.start}”: ")
    program.send("\n")
    program.see("Step 1 of about", ANSWER_3)
    return program


def at_the_words(folder: Path, before: Callable[[], object] = nothing) -> Program:
    """The same, at the question that takes words."""
    program = begun(folder, before)
    for step, line in enumerate("121", 2):
        program.send(f"{line}\n")
        program.see(f"Step {step} of about", ": ")
    program.see(LINES.answer_text)
    return program


def kept(folder: Path) -> dict[str, object]:
    with Records.at(folder / "records") as records:
        return dict(records.open("mine", looking=True).answers_given())


def after_the_words(program: Program) -> None:
    program.see("Step 5 of about", LINES.answer_number)


# --- keys ---


def test_an_arrow_mends_a_word_and_stands_in_none(tmp_path: Path) -> None:
    with at_the_words(tmp_path) as program:
        program.send(f"helo{LEFT}l\r")
        after_the_words(program)
        assert kept(tmp_path)["hope_words"] == ("hello",)


@pytest.mark.parametrize("way", NO_EDITOR)
@pytest.mark.parametrize("keys", [f"helo{LEFT}l", f"{UP}", "a\x1bOPb", "\x07", "x\x1b[3~", "\x9bD"])
def test_where_keys_mend_nothing_they_are_refused_and_not_kept(
    tmp_path: Path, way: str, keys: str
) -> None:
    with at_the_words(tmp_path, WAYS_TO_TYPE[way]) as program:
        program.send(f"{keys}\n")
        program.see(LINES.no_text, LINES.answer_text)
        program.send("hello\n")
        after_the_words(program)
        assert kept(tmp_path)["hope_words"] == ("hello",)


def test_no_key_brings_back_what_was_typed_before_or_names_files(tmp_path: Path) -> None:
    with at_the_words(tmp_path) as program:
        program.send("PLANTED\r")
        after_the_words(program)
        for keys in (UP, "\x10", "\x12PLA", "\x07", "\x1b\x1b", f"\x1b{TAB}"):
            program.send(keys)
        program.send("\x15\r")
        program.see(EN.box_was_empty)
        assert "PLANTED" not in program.answer
        assert "questions.yaml" not in program.raw.decode()


def test_words_of_the_longest_length_are_taken_whole(tmp_path: Path) -> None:
    with at_the_words(tmp_path) as program:
        program.send("漢" * 2000)
        program.send("\r")
        after_the_words(program)
        assert kept(tmp_path)["hope_words"] == ("漢" * 2000,)


@pytest.mark.parametrize("way", NO_EDITOR)
def test_a_line_that_the_terminal_cuts_is_told_and_the_rest_can_be_written(
    tmp_path: Path, way: str
) -> None:
    with at_the_words(tmp_path, WAYS_TO_TYPE[way]) as program:
        program.send("漢" * 1400)
        program.send("\n")
        program.see("took only the beginning of that line", LINES.answer_more)
        program.send("字\n")
        program.see(LINES.answer_more)
        program.send("\n")
        after_the_words(program)
        assert kept(tmp_path)["hope_words"] == ("漢" * 1365 + "\n字",)


# --- several lines ---


@pytest.mark.parametrize("ending", ["", "."])
@pytest.mark.parametrize("way", WAYS_TO_TYPE)
@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("one\n1\nthree\n", "one\n1\nthree"),
        ("one\n1\nthree", "one\n1\nthree"),
        ("one\n\n.\nx\n", "one\n\n.\nx"),
        ("\none\n/b\n", "one\n/b"),
        ("1\n1\n", "1\n1"),
    ],
)
def test_lines_that_are_pasted_are_one_text_until_it_is_ended(
    tmp_path: Path, way: str, pasted: str, text: str, ending: str
) -> None:
    with at_the_words(tmp_path, WAYS_TO_TYPE[way]) as program:
        program.send(pasted)
        if not pasted.endswith("\n"):
            program.see(pasted.rpartition("\n")[2])
            program.send("\n")
        program.see(LINES.answer_more)
        program.send(f"{ending}\n")
        after_the_words(program)
        assert kept(tmp_path)["hope_words"] == (text,)


def test_a_terminal_that_marks_what_is_pasted_is_asked_to(tmp_path: Path) -> None:
    with at_the_words(tmp_path) as program:
        assert b"\x1b[?2004h" in program.raw
        program.send("\x1b[200~one\r1\rthree\r\x1b[201~")
        program.send("\r")
        after_the_words(program)
        assert kept(tmp_path)["hope_words"] == ("one\n1\nthree",)


@pytest.mark.parametrize("way", WAYS_TO_TYPE)
def test_lines_pasted_where_a_number_is_asked_for_answer_nothing_else(
    tmp_path: Path, way: str
) -> None:
    with at_the_words(tmp_path, WAYS_TO_TYPE[way]) as program:
        program.send("\n")
        after_the_words(program)
        program.send("12\n1\n")
        program.see(LINES.answer_more)
        program.send("\n")
        program.see("Please write a whole number", LINES.answer_number_anew)
        assert "age" not in kept(tmp_path)


@pytest.mark.parametrize("way", WAYS_TO_TYPE)
def test_lines_pasted_as_a_label_or_a_folder_choose_nothing_on_the_next_page(
    tmp_path: Path, way: str
) -> None:
    arguments = ["take", "--plain", "--keep", "--records", str(tmp_path / "records")]
    with Program(AID, arguments, WAYS_TO_TYPE[way]) as program:
        program.see(f"“{EN.start}”: ")
        program.send("1\n")
        program.see(f"“{EN.label_take}”: ")
        program.send("3\n")
        program.see(EN.label_own_title, LINES.answer_line)
        program.send("mine\n1\n")
        program.see(LINES.answer_more)
        program.send("\n")
        program.see(EN.label_title, "mine 1")
        program.see(f"“{EN.label_take}”: ")
        program.send("1\n")
        program.see(ANSWER_3)
        program.send("x\n")
        program.see(f"“{EN.save_it}”: ")
        program.send("1\n")
        program.see("1 to 7")
        program.send("6\n")
        program.see(EN.folder_title, LINES.answer_line)
        program.send(f"{tmp_path}\n4\n")
        program.see(LINES.answer_more)
        program.send("\n")
        program.see("there is no such folder", LINES.answer_line)
    assert not [*tmp_path.glob("my-summary*")]


@pytest.mark.parametrize("way", WAYS_TO_TYPE)
def test_ctrl_d_among_several_lines_leaves_and_loses_none(tmp_path: Path, way: str) -> None:
    with at_the_words(tmp_path, WAYS_TO_TYPE[way]) as program:
        program.send("one\ntwo\n")
        program.see(LINES.answer_more)
        program.send("\x04")
        assert program.end() == 0
        assert LINES.left in program.answer
    assert kept(tmp_path)["hope_words"] == ("one\ntwo",)


# --- the terminal is given back ---

ENDINGS: dict[str, tuple[bytes | int, int]] = {
    "Ctrl-C": (b"\x03", 130),
    "Ctrl-D": (b"\x04", 0),
    "Ctrl-Backslash": (b"\x1c", 131),
    "SIGTERM": (signal.SIGTERM, 143),
    "SIGHUP": (signal.SIGHUP, 129),
    "SIGINT": (signal.SIGINT, 130),
    "SIGQUIT": (signal.SIGQUIT, 131),
}


PLACES = ("a question", "the words", "half a word", "a passphrase")


def ready(way: str) -> Callable[[], None]:
    """A terminal with settings of its own, which waits until they were looked at."""

    def before() -> None:
        settings = termios.tcgetattr(0)
        settings[0] |= termios.IXANY
        settings[6][termios.VERASE] = b"\x08"
        termios.tcsetattr(0, termios.TCSANOW, settings)
        WAYS_TO_TYPE[way]()
        os.write(1, b"READY\n")
        os.read(0, 10)

    return before


def go_to(program: Program, at: str) -> None:
    program.see(f"“{EN.start}”: ")
    program.send("\n")
    program.see(f"“{EN.ask_no_trace}”: ")
    program.send("2\n" if at == "a passphrase" else "3\n")
    if at == "a passphrase":
        program.see(EN.lock_title, LINES.answer_line)
        return
    program.see("Step 1 of about", ANSWER_3)
    if at != "a question":
        for step, line in enumerate("121", 2):
            program.send(f"{line}\n")
            program.see(f"Step {step} of about", ": ")
    if at == "half a word":
        program.send("half a wo")
        program.see("half a wo")


ENDED_AT = [
    (ending, at)
    for ending in ENDINGS
    for at in PLACES
    if (ending, at) != ("Ctrl-D", "half a word")  # there that key ends nothing
]


@pytest.mark.parametrize(("ending", "at"), ENDED_AT)
@pytest.mark.parametrize("way", WAYS_TO_TYPE)
def test_the_terminal_is_as_it_was_however_the_visit_ends(
    tmp_path: Path, way: str, ending: str, at: str
) -> None:
    arguments = ["take", "--plain", "--records", str(tmp_path / "records")]
    with Program(AID, arguments, ready(way)) as program:
        program.see("READY")
        terminal = os.dup(program.handle)
        before = termios.tcgetattr(terminal)
        program.send("\n")
        go_to(program, at)
        act, code = ENDINGS[ending]
        if isinstance(act, int):
            os.kill(program.pid, act)
        else:
            os.write(program.handle, act)
        assert program.end() == code
    assert termios.tcgetattr(terminal) == before
    os.close(terminal)
    assert program.raw.rfind(b"\x1b[?2004l") >= program.raw.rfind(b"\x1b[?2004h")
    assert b"Traceback" not in program.raw


def under_a_shell(way: str) -> Callable[[], None]:
    """The program sleeps when asked to, as under a shell, which then sets the terminal its way."""

    def before() -> None:
        pid = os.fork()
        os.setpgid(pid, pid)
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        os.tcsetpgrp(0, pid or os.getpid())
        if pid == 0:
            signal.signal(signal.SIGTTOU, signal.SIG_DFL)
            WAYS_TO_TYPE[way]()
            return
        _be_the_shell(pid)

    return before


def _be_the_shell(pid: int) -> NoReturn:
    before = termios.tcgetattr(0)
    while True:
        _, status = os.waitpid(pid, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            os._exit(os.waitstatus_to_exitcode(status) & 255)
        given_back = termios.tcgetattr(0) == before
        termios.tcsetattr(0, termios.TCSANOW, before)
        os.tcsetpgrp(0, os.getpid())
        os.write(1, b"ASLEEP, given back\n" if given_back else b"ASLEEP, and not given back\n")
        os.read(0, 10)
        os.tcsetpgrp(0, pid)
        os.kill(pid, signal.SIGCONT)


@pytest.mark.parametrize("way", WAYS_TO_TYPE)
def test_a_sleep_gives_the_terminal_back_and_afterwards_it_is_asked_again(
    tmp_path: Path, way: str
) -> None:
    with at_the_words(tmp_path, under_a_shell(way)) as program:
        program.send("half")
        program.see("half")
        program.send("\x1a")
        program.see("ASLEEP, given back")
        program.send("\n")
        program.see(LINES.answer_text + ("half" if way == "editor" else ""))
        program.send(" a word\n" if way == "editor" else "half a word\n")
        after_the_words(program)
        assert kept(tmp_path)["hope_words"] == ("half a word",)


def test_after_a_sleep_a_passphrase_is_still_unseen(tmp_path: Path) -> None:
    arguments = ["take", "--plain", "--records", str(tmp_path / "records")]
    with Program(AID, arguments, under_a_shell("editor")) as program:
        go_to(program, "a passphrase")
        program.send("\x1a")
        program.see("ASLEEP, given back")
        program.send("\n")
        program.see(LINES.answer_line)
        program.send("PLANTED words\n")
        program.see(EN.lock_again_title)
        assert "PLANTED" not in program.raw.decode()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_half_a_word_is_kept_when_a_signal_ends_the_visit(tmp_path: Path, number: int) -> None:
    with at_the_words(tmp_path) as program:
        program.send("one\ntwo\n")
        program.see(LINES.answer_more)
        program.send("half a wo")
        program.see("half a wo")
        os.kill(program.pid, number)
        assert program.end() == 128 + number
    assert kept(tmp_path)["hope_words"] == ("one\ntwo\nhalf a wo",)


def test_half_a_word_takes_the_place_of_no_other(tmp_path: Path) -> None:
    with at_the_words(tmp_path) as program:
        program.send("Why?\n")
        after_the_words(program)
        program.send("b\n")
        program.see(LINES.answer_text_again)
        program.send("Ho")
        program.see("Ho")
        os.kill(program.pid, signal.SIGTERM)
        assert program.end() == 143
    assert kept(tmp_path)["hope_words"] == ("Why?",)
