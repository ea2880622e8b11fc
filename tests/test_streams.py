"""Standard streams that are closed or full: no command breaks, and none does half of its work."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pexpect
import pytest

from tests.clinic_store import TOP, Store
from tests.processes import PATIENCE, hearing

CONTENT = ("--content", "small.yaml")
TO_OUTPUT: dict[str, tuple[str, ...]] = {
    "summary -": ("summary", "jo.yaml", *CONTENT, "--format", "txt", "--output", "-"),
    "list": ("records", "list"),
    "show": ("records", "show", "river", *CONTENT),
    "line": ("records", "line", "river", *CONTENT),
    "export -": ("records", "export", "river", *CONTENT, "--output", "-"),
    "rules": ("check", "--list"),
    "trace": ("check", "small.yaml", "--trace"),
    "schema": ("schema",),
    "version": ("--version",),
    "help": ("--help",),
    "help of one": ("records", "erase", "--help"),
}
"""Commands whose work is what they write to standard output."""
TO_FILES: dict[str, tuple[str, ...]] = {
    "summary": ("summary", "jo.yaml", *CONTENT, "--format", "txt", "--output", "made"),
    "a day": ("records", "summary", "river", *CONTENT, "--format", "txt", "--output", "out"),
    "export": ("records", "export", "river", *CONTENT, "--output", "made"),
    "graph": ("check", "small.yaml", "--graph", "made"),
    "erase": ("records", "erase", "river", "--yes"),
}
"""Commands that write nothing there."""
REFUSED: dict[str, tuple[str, ...]] = {
    "no such file": ("summary", "gone.yaml", *CONTENT),
    "no such label": ("records", "show", "gone", *CONTENT),
    "no such command": ("nonsense",),
    "nobody to ask": ("records", "erase", "river"),
}
"""What is wrong input anyway."""
STATES = ("<&-", ">&-", "2>&-", ">/dev/full", "2>/dev/full", "<&- >&- 2>&-", ">&- 2>/dev/full")
"""Closed and full, as a shell says it."""
PROGRAMS_FAULTS = ("Something went wrong", "Exception ignored", "Traceback", "Error:")


@pytest.fixture
def here(clinic: Store) -> Store:
    (clinic.folder / "jo.yaml").write_text("who: me\nhope: [rest]\n")
    clinic.add("river")
    return clinic


def start(store: Store, arguments: tuple[str, ...], state: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        ["bash", "-c", f'exec "$@" {state}', "bash", *store.command(*arguments)],
        cwd=store.folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | store.environment(),
        start_new_session=True,
    )


def end(program: subprocess.Popen[str], given: str = "") -> tuple[int, str, str]:
    output, errors = program.communicate(given, timeout=PATIENCE)
    assert [fault for fault in PROGRAMS_FAULTS if fault in output + errors] == []
    return program.returncode, output, errors


def in_every_state(store: Store, arguments: tuple[str, ...]) -> Mapping[str, tuple[int, str, str]]:
    """How it ends: the exit code, and what was said on each stream."""
    programs = {state: start(store, arguments, state) for state in STATES}
    return {state: end(program) for state, program in programs.items()}


@pytest.mark.parametrize("name", TO_OUTPUT)
def test_an_output_that_cannot_be_written_is_told_on_the_stream_that_is_left(
    here: Store, name: str
) -> None:
    for state, (code, output, errors) in in_every_state(here, TO_OUTPUT[name]).items():
        lost = ">&-" in state.replace("2>&-", "") or ">/dev/full" in state.replace("2>/", "")
        assert (state, code) == (state, 2 if lost else 0)
        assert lost == (not output)
        if lost and "2>" not in state:
            assert errors.startswith("standard output cannot be written: ")


@pytest.mark.parametrize("name", TO_FILES)
def test_what_needs_no_stream_is_done_without_them(here: Store, name: str) -> None:
    for state in STATES:
        code, output, _ = end(start(here, TO_FILES[name], state))
        assert (state, code, output) == (state, 0, "")
        if name == "erase":
            here.add("river")
        else:
            made = [*here.folder.glob("made"), *(here.folder / "out").iterdir()]
            assert made
            for path in made:
                path.unlink()


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_is_told_on_the_stream_that_is_left(here: Store, name: str) -> None:
    for state, (code, output, errors) in in_every_state(here, REFUSED[name]).items():
        assert (state, code) == (state, 2)
        left = {"2>&-": output, "2>/dev/full": output, "<&- >&- 2>&-": " ", ">&- 2>/dev/full": " "}
        assert left.get(state, errors)
    assert "river" in here.records("list").stdout


@pytest.mark.parametrize("state", [*STATES, "0>/dev/null"])
def test_a_visit_that_cannot_be_heard_or_told_does_not_begin(here: Store, state: str) -> None:
    take = ("take", "--plain", *CONTENT, "--keep", "brook")
    code, output, errors = end(start(here, take, state), "1\n1\nhello\n")
    if state in {"2>&-", "2>/dev/full"}:  # it says nothing there
        assert (code, "brook" in here.records("list").stdout) == (0, True)
        return
    assert (code, output, "brook" in here.records("list").stdout) == (2, "", False)
    if "2>" not in state:
        assert errors.startswith(
            "standard output" if state in {">&-", ">/dev/full"} else "standard input"
        )


def test_a_question_that_cannot_be_seen_erases_nothing(here: Store) -> None:
    for state in ("2>&-", "2>/dev/full"):
        with pexpect.spawn(
            "bash",
            ["-c", f"{' '.join(here.command('records', 'erase', 'river'))} {state}"],
            cwd=str(here.folder),
            env=os.environ | here.environment(),
            timeout=PATIENCE,
            preexec_fn=hearing,
        ) as program:
            program.sendline("yes")
            program.expect_exact("There is no terminal to ask on.")
            program.expect(pexpect.EOF)
            program.close()
            assert program.exitstatus == 2
    assert "river" in here.records("list").stdout


NUMBERS = """
import os, sys
from decision_aid.cli.streams import stand_in_for_closed
stand_in_for_closed()
with open(sys.argv[1], "w") as file:
    print(file.fileno(), file=file)
"""


@pytest.mark.parametrize("state", STATES)
def test_no_file_gets_the_number_of_a_standard_stream(tmp_path: Path, state: str) -> None:
    path = tmp_path / "file"
    subprocess.run(
        ["bash", "-c", f'exec "$@" {state}', "bash", sys.executable, "-c", NUMBERS, str(path)],
        env=os.environ | {"PYTHONPATH": str(TOP)},
        check=True,
    )
    assert int(path.read_text()) > 2
