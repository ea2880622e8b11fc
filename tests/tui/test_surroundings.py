"""Where it is started and what the environment says never ends it: it begins, answers and ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.terminal import CTRL_C_TWICE, Terminal

ODD = {
    "a colour system that there is not": {"TEXTUAL_COLOR_SYSTEM": "nonsense"},
    "no colour system": {"TEXTUAL_COLOR_SYSTEM": ""},
    "settings of the library": dict.fromkeys(
        ("TEXTUAL_FPS", "TEXTUAL_THEME", "TEXTUAL_DRIVER", "TEXTUAL_FILTERS", "TEXTUAL_ANIMATIONS"),
        "nonsense",
    ),
    "a size in words": {"COLUMNS": "wide", "LINES": "-1"},
    "a delay in words": {"ESCDELAY": "long"},
    "an unknown kind of terminal": {"TERM": "no-such-terminal", "COLORTERM": "nonsense"},
    "a language that there is not": {"LANG": "xx_XX", "LC_ALL": "xx_XX.nonsense", "LANGUAGE": "?"},
    "no colours": {"NO_COLOR": "1", "FORCE_COLOR": "nonsense", "UNICODE_VERSION": "nonsense"},
}


@pytest.mark.parametrize("name", ODD)
def test_odd_surroundings_do_not_end_it(tmp_path: Path, name: str) -> None:
    terminal = Terminal(tmp_path, command=("take",), **ODD[name])  # type: ignore[arg-type]
    terminal.see("How do you want to read?")
    terminal.send("?")
    terminal.see("single keys")
    terminal.send(CTRL_C_TWICE)
    assert terminal.end() == 130
    assert terminal.is_restored


@pytest.mark.parametrize("kind", ["", "dumb", "unknown", "UNKNOWN"])
def test_a_terminal_of_which_nothing_is_known_is_led_line_by_line(
    tmp_path: Path, kind: str
) -> None:
    terminal = Terminal(tmp_path, command=("take",), TERM=kind)
    terminal.see("This is the line by line edition")
    terminal.send("\x03")
    assert terminal.end() == 130


def test_in_a_folder_that_was_removed_it_begins_and_saves_at_home(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    terminal = Terminal(
        tmp_path, command=("take", "--no-trace"), removed=tmp_path / "gone", HOME=str(home)
    )
    for keys, text in (
        ("", "How do you want"), ("\r", "Start"), ("1", "Where do you live?"),
        ("x", "Your summary is ready"), ("1", "Save your summary"), ("4", "Your summary is saved"),
    ):  # fmt: skip
        terminal.send(keys)
        terminal.see(text)
    assert [path.suffix for path in home.iterdir()] == [".txt"]
    terminal.send(CTRL_C_TWICE)
    assert terminal.end() == 130
