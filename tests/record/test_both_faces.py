"""Where answers cannot be kept, each face says why, disturbs nothing, and goes on in memory."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from decision_aid.words.en import FAULTS
from tests.record.both_faces import AID, EN, FACES, as_nobody
from tests.record.forked import Program
from tests.record.test_in_its_place import IN_ITS_PLACE, everything, filled

BEGINNINGS = {
    kind: message[:1].upper() + message[1:].partition("{")[0]
    for kind, (message, _) in FAULTS.items()
    if not message.startswith("{")
} | {"foreign": "is not a record of this program", "not_a_file": "where the records should be"}
"""The first words of each fault, up to where a path may stand."""


@pytest.mark.parametrize("way", IN_ITS_PLACE)
def test_what_stands_in_the_records_place_is_told_and_left(
    tmp_path: Path, way: str, face: str
) -> None:
    folder = tmp_path / "records"
    path = filled(folder)
    (folder / "victim").write_text("precious")
    change, kind = IN_ITS_PLACE[way]
    change(path)
    before = everything(folder)
    course = FACES[face](("--records", str(folder)))
    assert BEGINNINGS[kind] in course.said
    assert course.exit_code == 0
    assert everything(folder) == before


@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_folder_without_the_right_to_write_is_told(nobodys: Path, mode: int, face: str) -> None:
    nobodys.chmod(mode)
    course = FACES[face](("--records", str(nobodys / "records")), as_nobody)
    assert f"Nothing can be written in {nobodys}" in course.said.replace(" /", " /")
    assert course.exit_code == 0


@pytest.mark.parametrize("saves_in", ["a folder one may not write to", "a folder that is gone"])
def test_a_paper_that_cannot_be_put_here_can_be_put_elsewhere(
    nobodys: Path, saves_in: str, face: str
) -> None:
    (nobodys / "papers").mkdir(mode=0o777)
    (nobodys / "papers").chmod(0o777)
    (nobodys / "gone").mkdir()
    nobodys.chmod(0o555)

    def before() -> None:
        os.environ["HOME"] = str(nobodys)
        os.chdir(nobodys if "write" in saves_in else nobodys / "gone")
        (nobodys / "gone").rmdir()
        as_nobody()

    assert save_elsewhere(face, before, nobodys / "papers") == 0
    (paper,) = (nobodys / "papers").iterdir()
    assert "This procedure should not be used." in paper.read_text("utf-8")


def save_elsewhere(face: str, before: Callable[[], None], folder: Path) -> int:
    """The exit code of a visit whose paper cannot be saved but in that folder."""
    options, enter = (["--plain"], "\n") if face == "line by line" else ([], "")
    with Program(AID, ["take", *options, "--no-trace"], before) as program:
        if not options:
            program.see(EN.reading_title)
            program.send("\r")
        for key, text in (
            ("", EN.start),
            ("1", "tep 1 of"),
            ("x", EN.summary_title),
            ("1", EN.save_title),
            ("4", EN.not_saved_title),
            ("3", EN.folder_title),
        ):
            program.send(key + enter if key else "")
            program.see(text, ": " if options else "")
        for letter in f"{folder}\r" if face != "line by line" else [f"{folder}\n"]:
            program.send(letter)
        program.see(EN.save_title, EN.save_elsewhere)
        program.send(f"4{enter}")
        program.see(EN.saved_title, EN.finish)
        program.send(f"3{enter}")
        return program.end()


@pytest.mark.parametrize("home", ["read-only", "missing"])
def test_a_home_that_cannot_be_written_is_told(nobodys: Path, home: str, face: str) -> None:
    nobodys.chmod(0o500)

    def before() -> None:
        os.environ.pop("XDG_DATA_HOME", None)
        os.environ.pop("DECISION_AID_RECORDS", None)
        os.environ["HOME"] = str(nobodys if home == "read-only" else nobodys / "gone")
        as_nobody()

    course = FACES[face]((), before)
    assert "Nothing can be written in" in course.said
    assert course.exit_code == 0
    nobodys.chmod(0o700)
    assert [*nobodys.iterdir()] == []
