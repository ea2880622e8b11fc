"""On a real pseudo-terminal: however it ends, the terminal is given back; nothing trips it."""

from __future__ import annotations

import signal
from functools import partial
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.report import pdf_text
from tests.tui.terminal import CTRL_C_TWICE, Terminal

QUESTION = "Where do you live?"
TAKES_THE_SCREEN = b"\x1b[?1049h"


def begun(folder: Path, **options: str) -> Terminal:
    terminal = Terminal(folder, **options)  # type: ignore[arg-type]
    terminal.see("How do you want to read?")
    terminal.send("\r")
    terminal.see("Start")
    terminal.send("1")
    terminal.see("Leave no trace")
    terminal.send("3")
    terminal.see(QUESTION)
    return terminal


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_it_with_the_terminal_restored(tmp_path: Path, name: str) -> None:
    terminal = Terminal(tmp_path)
    terminal.see("How do you want to read?")
    number = getattr(signal, name)
    terminal.signal(number)
    assert terminal.end() == 128 + number
    assert terminal.is_restored
    assert b"Traceback" not in terminal.raw


def test_ctrl_c_asks_once_and_a_second_one_ends_it_with_the_terminal_restored(
    tmp_path: Path,
) -> None:
    terminal = begun(tmp_path)
    terminal.send("\x03")
    terminal.see("Do you want to stop?", "Your answers are not kept.", "Ctrl and C once more")
    terminal.send("\x1b[A")
    terminal.send("\x03")
    assert terminal.end() == 130
    assert terminal.is_restored


def test_finishing_ends_it_with_zero(tmp_path: Path) -> None:
    terminal = begun(tmp_path)
    terminal.send("x")
    terminal.see("Your summary is ready")
    terminal.send("4")
    terminal.see("not saved yet")
    terminal.send("2")
    assert terminal.end() == 0
    assert terminal.is_restored
    assert terminal.raw.rstrip().endswith(b"Goodbye.")


def test_it_leads_from_the_first_screen_to_a_saved_pdf(tmp_path: Path) -> None:
    terminal = begun(tmp_path)
    terminal.send("2")
    terminal.see("(•) 2  Canada")
    terminal.send("x")
    terminal.see("Your summary is ready")
    terminal.send("1")
    terminal.see("Save your summary")
    terminal.send("\r")
    terminal.see("Your summary is saved")
    pages = "".join(pdf_text.pages((tmp_path / "my-summary-2026-11-20.pdf").read_bytes()))
    assert "This procedure should not be used." in pages
    terminal.send(CTRL_C_TWICE)
    assert terminal.end() == 130


def test_reading_line_by_line_is_told_to_the_caller(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    terminal.see("Line by line")
    terminal.send("5")
    assert terminal.end() == 99
    assert terminal.is_restored


@pytest.mark.parametrize("hangup", ["SIG_DFL", "SIG_IGN"])
def test_it_ends_when_its_terminal_is_gone(tmp_path: Path, hangup: str) -> None:
    ignored = f"import signal; signal.signal(signal.SIGHUP, signal.{hangup})"
    terminal = Terminal(tmp_path, before=ignored)
    terminal.see("How do you want to read?")
    assert terminal.hang_up() == 129


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "terminal gone"])
def test_what_was_kept_when_it_was_ended_is_gone_on_with(tmp_path: Path, name: str) -> None:
    terminal = Terminal(tmp_path, command=("take", "--keep", "mine"))
    for keys, text in (("", "How do you want"), ("\r", "Start"), ("1", QUESTION), ("2", "(•) 2")):
        terminal.send(keys)
        terminal.see(text)
    terminal.send("\r")
    terminal.see("Is any of this new")
    terminal.until((tmp_path / "records" / "look").exists)
    if name == "terminal gone":
        assert terminal.hang_up() == 129
    else:
        terminal.signal(getattr(signal, name))
        assert terminal.end() == 128 + getattr(signal, name)
        assert terminal.is_restored
    again = Terminal(tmp_path, command=("take",))
    for keys, text in (("", "Start"), ("1", "mine")):
        again.send(keys)
        again.see(text)
    again.send("\r")
    again.see("You had reached", "1 answered")
    again.send("1")
    again.see("Is any of this new", "kept on this computer")
    again.send(CTRL_C_TWICE)
    assert again.end() == 130


def test_a_stop_and_a_return_leave_all_as_it_was(tmp_path: Path) -> None:
    terminal = begun(tmp_path)
    before = terminal.screen.display[:]
    for number in (signal.SIGSTOP, signal.SIGCONT):
        terminal.signal(number)
    terminal.until(lambda: terminal.raw.count(TAKES_THE_SCREEN) == 2)
    terminal.send("2")
    terminal.see("(•) 2  Canada")
    assert terminal.screen.display[0] == before[0]
    terminal.send(CTRL_C_TWICE)
    assert terminal.end() == 130
    assert terminal.is_restored


def test_the_terminals_own_cursor_follows_the_keys(tmp_path: Path) -> None:
    terminal = begun(tmp_path)
    terminal.send("2")
    terminal.see("(•) 2  Canada")
    screen = terminal.screen
    terminal.until(lambda: "(•) 2  Canada" in screen.display[screen.cursor.y])
    assert not screen.cursor.hidden


def test_a_fault_of_our_own_says_sorry_and_shows_no_answer(tmp_path: Path) -> None:
    broken = """
from decision_aid.screens import lookups
def fail(visit):
    answers = {"hope_words": "SECRET"}
    raise RuntimeError(answers)
lookups.words_page = fail
"""
    terminal = Terminal(tmp_path, before=broken)
    terminal.see("How do you want to read?")
    terminal.send("\r")
    terminal.see("Start")
    terminal.send("w")
    assert terminal.end() == 70
    assert terminal.is_restored
    assert b"SECRET" not in terminal.raw
    assert b"Traceback" not in terminal.raw
    assert b"Sorry: the guide had to stop" in terminal.raw


def test_content_with_faults_reaches_the_caller_with_the_terminal_restored(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("id: only\n", "utf-8")
    catching = f"""
from decision_aid.content.faults import InvalidContent
run = tui.run
def caught(content, *rest):
    try:
        return run(Path({str(bad)!r}), *rest)
    except InvalidContent as error:
        print(len(error.faults) > 1 and "FAULTS")
        return 2
tui.run = caught
"""
    terminal = Terminal(tmp_path, before=catching)
    assert terminal.end() == 2
    assert terminal.is_restored
    assert b"FAULTS" in terminal.raw


def test_a_window_too_small_says_so_and_recovers(tmp_path: Path) -> None:
    terminal = begun(tmp_path)
    terminal.send("2")
    terminal.see("(•) 2")
    terminal.resize(20, 5)
    terminal.see("This window is too")
    terminal.resize(1, 1)
    terminal.resize(80, 24)
    terminal.see(QUESTION, "(•) 2  Canada")
    terminal.send("\r")
    terminal.see("Is any of this new")


@pytest.mark.parametrize("sizes", [[(40, 20)], [(40, 20), (20, 10)], [(120, 40), (50, 16)]])
def test_after_other_sizes_the_window_is_as_at_a_fresh_start(
    tmp_path: Path, sizes: list[tuple[int, int]]
) -> None:
    resized, fresh = refused(tmp_path), refused(tmp_path)
    for columns, lines in sizes:
        resized.resize(columns, lines)
        resized.until(partial(is_drawn_for, resized, columns))
    resized.resize(80, 24)
    resized.until(lambda: resized.screen.display == fresh.screen.display)
    for terminal in (resized, fresh):
        terminal.send(CTRL_C_TWICE)
        assert terminal.end() == 130


def refused(folder: Path) -> Terminal:
    """The longest first question there is, with a message under it."""
    terminal = Terminal(folder, content=paths.questions())
    for keys, text in (("", "How do you want"), ("\r", "feel unwell now"), ("1", "Leave no trace")):
        terminal.send(keys)
        terminal.see(text)
    terminal.send("3")
    terminal.see(QUESTION, "pass over")
    terminal.send("1\r")
    terminal.see("← back", "2 of about")
    terminal.send("\x1b[D")
    terminal.see(QUESTION)
    terminal.send("p")
    terminal.see("You have answered this.")
    return terminal


def is_drawn_for(terminal: Terminal, columns: int) -> bool:
    """Whether the lowest lines, or all, are laid out for that width."""
    if columns < 34:
        return "window is" in terminal.text
    gap = " " * (2 if columns < 60 else 3)
    return f"go on{gap}\u2190 back" in terminal.text


def test_bytes_that_are_not_text_do_no_harm(tmp_path: Path) -> None:
    terminal = begun(tmp_path)
    terminal.send(b"\xff\xc3\x28\x80\x1b[999;999Z\x00")
    terminal.send("3")
    terminal.see("(•) 3  Elsewhere")


@pytest.mark.parametrize("marks", [(b"\x1b[200~", b"\x1b[201~"), (b"", b"")])
def test_a_paste_of_a_megabyte_is_cut_and_said_to_be(
    tmp_path: Path, marks: tuple[bytes, bytes]
) -> None:
    terminal = at_words(tmp_path)
    text = b"first line\rsecond line\r" + b"many words " * 100_000
    terminal.send(marks[0] + text + marks[1])
    terminal.see("2,000 of 2,000 characters. This box is full.")
    terminal.send("\x1b[15~")
    terminal.see("Your summary is ready")


def test_hostile_text_is_shown_as_itself(tmp_path: Path) -> None:
    terminal = at_words(tmp_path)
    hostile = "[bold] [@click=app.exit] [/] <script> #panic() \u202egnp.exe"
    terminal.send(b"\x1b[200~" + hostile.encode() + b"\x1b[201~")
    terminal.see("[bold] [@click=app.exit] [/] <script> #panic() \ufffdgnp.exe")
    terminal.send("\x1b[15~")
    terminal.see("Your summary is ready")
    terminal.send("2")
    terminal.see("Where I stand")
    terminal.send("\x1b[6~")
    terminal.see("[bold] [@click=app.exit] [/] <script> #panic() \ufffdgnp.exe")
    assert "\u202e".encode() not in terminal.raw


def at_words(folder: Path) -> Terminal:
    terminal = begun(folder)
    terminal.send("p")
    terminal.see("Is any of this new")
    terminal.send("2\r")
    terminal.see("What do you hope will change")
    terminal.send("1\r")
    terminal.see("What do you want to ask?", "0 of 2,000 characters")
    return terminal


def test_nothing_is_written_before_it_is_asked_for(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.mkdir()
    terminal = Terminal(tmp_path, TEXTUAL_LOG=str(log / "keys"), HOME=str(tmp_path / "home"))
    terminal.see("How do you want to read?")
    terminal.send("\r")
    terminal.see("Start")
    terminal.send(CTRL_C_TWICE)
    assert terminal.end() == 130
    assert [path.name for path in tmp_path.rglob("*")] == ["log"]


def test_no_connection_is_ever_opened(tmp_path: Path) -> None:
    watching = f"""
def watch(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind"):
        open({str(tmp_path / "network")!r}, "w").close()
sys.addaudithook(watch)
"""
    terminal = Terminal(tmp_path, before=watching, TEXTUAL="devtools,debug")
    terminal.see("How do you want to read?")
    terminal.send("\r")
    terminal.see("Start")
    terminal.send(CTRL_C_TWICE)
    assert terminal.end() == 130
    assert not (tmp_path / "network").exists()
