"""A short visit that is to be kept, through each face as a real program, where keeping fails."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from decision_aid.content.load import load
from decision_aid.words import words
from tests.record.forked import Program, nothing
from tests.tui.person import CONTENT

EN = words("en").screens
LINES = words("en").lines

AID = load(CONTENT)
NOBODY = 65534


@dataclass(frozen=True)
class Course:
    """What was met on the way."""

    said: str
    """What stood there when keeping had failed."""
    exit_code: int


def on_the_screen(arguments: tuple[str, ...], before: Callable[[], object] = nothing) -> Course:
    """Keeping fails; go on without, answer, and finish."""
    with Program(AID, ["take", "--keep", "mine", *arguments], before) as program:
        program.see(EN.reading_title)
        program.send("\r")
        program.see(EN.start)
        program.send("1")
        program.see(EN.keep_failed_title, EN.keep_failed, EN.go_on_without)
        said = program.answer
        program.send("2")
        program.see("step 1 of", EN.nothing_kept)
        program.send("1")
        program.send("\r")
        program.see("step 2 of")
        program.send("x")
        program.see(EN.summary_title)
        program.send("4")
        program.see(EN.not_saved_yet)
        program.send("2")
        return Course(said, program.end())


def by_line(arguments: tuple[str, ...], before: Callable[[], object] = nothing) -> Course:
    """The same, line by line."""
    with Program(AID, ["take", "--plain", "--keep", "mine", *arguments], before) as program:
        program.see(f"“{EN.start}”: ")
        program.send("\n")
        program.see(EN.keep_failed_title, EN.keep_failed, f"“{EN.try_another}”: ")
        said = program.answer
        program.send("2\n")
        program.see(LINES.nothing_kept, "Step 1 of about", LINES.answer_one.format(last=3))
        program.send("1\n")
        program.see("Step 2 of about", ": ")
        program.send("x\n")
        program.see(EN.summary_title, f"“{EN.save_it}”: ")
        program.send("4\n")
        program.see(EN.not_saved_yet, f"“{EN.save_first}”: ")
        program.send("2\n")
        program.see(EN.goodbye)
        return Course(said, program.end())


FACES = {"full screen": on_the_screen, "line by line": by_line}


def as_nobody() -> None:
    """Give up root's rights: root may write where others may not."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
