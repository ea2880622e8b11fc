"""On the full screen, people who save at the same moment each get a paper of their own."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path

from decision_aid.words import words
from tests.record.forked import Program
from tests.screens.sitting_down import AID

EN = words("en").screens


def about_to_save(folder: Path) -> Program:
    """A visit of which a paper is saved as soon as one more key is pressed."""
    program = Program(AID, ["take", "--no-trace"], lambda: os.chdir(folder))
    program.see("How d")
    for key, shown in (("\r", EN.start), ("1", "Where do you live?"), ("x", "4 Finish")):
        program.send(key)
        program.see(shown)
    program.send("1")
    program.see(EN.save_title)
    return program


def test_four_who_save_at_once_get_four_papers(tmp_path: Path) -> None:
    with ExitStack() as stack:
        every = [stack.enter_context(about_to_save(tmp_path)) for _ in range(4)]
        for program in every:
            program.send("4")
        for program in every:
            program.see(EN.saved_title, ".txt")
        papers = {path.name for path in tmp_path.iterdir()}
        assert len(papers) == len(every)
        told = [one.answer.replace(" ", "") for one in every]  # a long path is broken anywhere
        assert {name for one in told for name in papers if name in one} == papers
