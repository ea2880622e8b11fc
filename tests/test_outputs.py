"""An output replaces a paper or an export of this program, and nothing else unasked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from decision_aid import paths
from decision_aid.cli import main
from decision_aid.report.formats import FORMATS
from tests.clinic_store import TOP, Store
from tests.processes import PATIENCE, hearing

ANSWERS = "who: me\nhope: [rest]\n"
MADE_ELSEWHERE: dict[str, bytes] = {
    "letter.txt": b"Dear Jo,\nVersion 2, as you wished.\n",
    "letter.pdf": b"%PDF-1.7\n%\x80\x80\x80\x80\n\nby Typst, and not by us",
    "page.html": b'<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>Decision aid summary</title>',
    "data.json": b'{\n  "title": "A list"\n}\n',
    "picture.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="1"><title>A cat</title></svg>',
    "program.py": b"print('hello')\n",
    "empty.txt": b"",
}


@pytest.fixture
def here(clinic: Store, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a questionnaire, answers, records and a copy of the shipped files."""
    folder = clinic.folder
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DECISION_AID_RECORDS", clinic.place)
    (folder / "jo.yaml").write_text(ANSWERS)
    shutil.copytree(paths.reports(), folder / "shipped" / "reports")
    shutil.copy(paths.questions(), folder / "shipped" / "questions.yaml")
    monkeypatch.setattr(paths, "data_folder", lambda: folder / "shipped")
    clinic.add("river")
    return folder


Command = Callable[[str], list[str]]


def a_summary(output: str) -> list[str]:
    return ["summary", "jo.yaml", *CONTENT, "--format", "txt", "--output", output]


def a_blank_copy(output: str) -> list[str]:
    return ["summary", "--blank", *CONTENT, "--format", "txt", "--output", output]


def an_export(output: str) -> list[str]:
    return ["records", "export", "river", *CONTENT, "--output", output]


def a_graph(output: str) -> list[str]:
    return ["check", "small.yaml", "--graph", output]


CONTENT = ("--content", "small.yaml")
COMMANDS: tuple[Command, ...] = (a_summary, a_blank_copy, an_export, a_graph)
OVERWRITE = ("--overwrite",)


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", MADE_ELSEWHERE)
def test_what_this_program_did_not_make_stays_unless_one_says_otherwise(
    here: Path, capsys: pytest.CaptureFixture[str], command: Command, name: str
) -> None:
    (here / name).write_bytes(MADE_ELSEWHERE[name])
    assert main(command(name)) == 2
    assert "or add --overwrite" in told(capsys)
    assert (here / name).read_bytes() == MADE_ELSEWHERE[name]
    assert main([*command(name), *OVERWRITE]) == 0
    assert (here / name).read_bytes() != MADE_ELSEWHERE[name]


@pytest.mark.parametrize("command", COMMANDS)
def test_what_this_program_made_is_replaced(here: Path, command: Command) -> None:
    for other in (*COMMANDS, command):
        assert main(other("output")) == 0
    made = (here / "output").read_bytes()
    (here / "output").unlink()
    assert main(command("output")) == 0
    assert (here / "output").read_bytes() == made


@pytest.mark.parametrize("edition", ["patient", "large-print", "staff"])
@pytest.mark.parametrize("form", FORMATS)
def test_a_paper_of_every_format_and_edition_is_known_again(
    here: Path, form: str, edition: str
) -> None:
    how = ["--format", form, "--edition", edition, "--output", "paper"]
    if main(["summary", "jo.yaml", *CONTENT, *how]) == 0:
        assert main(["summary", "jo.yaml", *CONTENT, *how]) == 0


def as_it_is(path: Path) -> str:
    return str(path)


def roundabout(path: Path) -> str:
    return os.path.relpath(path.parent / "out" / ".." / path.name) if path.is_file() else str(path)


def through_a_linked_folder(path: Path) -> str:
    link = path.parent / "linked"
    link.symlink_to(path.parent)
    return str(link / path.name)


def through_a_link(path: Path) -> str:
    link = path.parent / "link"
    link.symlink_to(path)
    return str(link)


def under_another_name(path: Path) -> str:
    other = path.parent / "other-name"
    other.hardlink_to(path)
    return str(other)


SPELLINGS = (as_it_is, roundabout, through_a_linked_folder, through_a_link, under_another_name)


@pytest.mark.parametrize("spell", SPELLINGS)
@pytest.mark.parametrize(
    ("command", "name"),
    [
        (a_summary, "jo.yaml"),
        (a_summary, "small.yaml"),
        (a_blank_copy, "small.yaml"),
        (an_export, "small.yaml"),
        (a_graph, "small.yaml"),
        *((one, "shipped/reports/sheet.typ") for one in COMMANDS),
        *((one, "shipped/questions.yaml") for one in COMMANDS),
        *((one, "records/records.sqlite") for one in COMMANDS),
    ],
)
def test_what_was_read_and_the_records_are_never_replaced(
    here: Path,
    capsys: pytest.CaptureFixture[str],
    command: Command,
    name: str,
    spell: Callable[[Path], str],
) -> None:
    before = (here / name).read_bytes()
    output = spell(here / name)
    assert main([*command(output), *OVERWRITE]) == 2
    assert output in told(capsys)
    assert (here / name).read_bytes() == before
    assert Path(output).read_bytes() == before


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "name", ["records.sqlite-wal", "records.sqlite-journal", "records.sqlite", "locks/gate"]
)
def test_nothing_is_put_among_the_records(here: Path, command: Command, name: str) -> None:
    before = sorted((here / "records").rglob("*"))
    assert main([*command(f"records/{name}"), *OVERWRITE]) == 2
    assert sorted((here / "records").rglob("*")) == before


def test_an_export_that_was_read_stays(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(an_export("river.json")) == 0
    before = (here / "river.json").read_bytes()
    again = ["summary", "river.json", *CONTENT, "--format", "json"]
    assert main(again) == 2
    assert "made from that very file" in told(capsys)
    assert (here / "river.json").read_bytes() == before


def test_where_one_of_several_cannot_be_written_none_is(here: Path) -> None:
    (here / "kim.yaml").write_text(ANSWERS)
    (here / "out" / "kim.txt").write_text("a letter")
    several = ["summary", "jo.yaml", "kim.yaml", *CONTENT, "--format", "txt", "--output", "out"]
    assert main(several) == 2
    assert [path.name for path in (here / "out").iterdir()] == ["kim.txt"]


def test_a_day_s_papers_leave_other_files_alone(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = ["records", "summary", "river", *CONTENT, "--format", "txt", "--output", "out"]
    assert main(day) == 0
    (paper,) = (here / "out").glob("*.txt")
    assert main(day) == 0
    paper.write_text("a letter")
    assert main(day) == 1
    assert "or add --overwrite" in told(capsys)
    assert paper.read_text() == "a letter"
    assert main([*day, *OVERWRITE]) == 0
    assert paper.read_text() != "a letter"


def test_an_export_without_a_name_leaves_other_files_alone(here: Path) -> None:
    assert main(["records", "export", "river", *CONTENT]) == 0
    (export,) = here.glob("*.json")
    assert main(["records", "export", "river", *CONTENT]) == 0
    export.write_text("a letter")
    assert main(["records", "export", "river", *CONTENT]) == 2
    assert export.read_text() == "a letter"


TAKE = ("take", *CONTENT, "--no-trace")


def visit(clinic: Store, *more: str) -> pexpect.spawn[str]:
    """A visit with a terminal of its own."""
    command, *rest = clinic.command(*TAKE, *more)
    return pexpect.spawn(
        command,
        rest,
        cwd=str(clinic.folder),
        env=os.environ | clinic.environment() | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"},
        encoding="utf-8",
        timeout=PATIENCE,
        dimensions=(40, 90),
        preexec_fn=hearing,
    )


TO_SAVING = (
    ("Enter alone for “Start”: ", "\r"),
    ("Your answer, 1 to 2: ", "x\r"),
    ("Enter alone for “Save it as …”: ", "\r"),
    ("Enter alone for “To print, on A4 paper (PDF)”: ", "\r"),
)


def test_visits_that_are_saved_at_the_same_time_get_a_paper_each(clinic: Store) -> None:
    """The faces save by the same screen, so one of them stands for both."""
    visits = [visit(clinic, "--plain") for _ in range(3)]
    *before, (last, saving) = TO_SAVING
    for program in visits:
        for seen, key in before:
            program.expect_exact(seen)
            program.send(key)
        program.expect_exact(last)
    for program in visits:
        program.send(saving)
    for program in visits:
        program.expect(r"my-summary-[-0-9]+\.pdf")
    told = {str(program.after) for program in visits}
    assert told == {path.name for path in clinic.folder.glob("*.pdf")}
    assert len(told) == len(visits)
    for program in visits:
        program.close()


FACES = [(("--plain",), "Enter alone for “Start”: "), ((), "How do you want to read?")]


@pytest.mark.parametrize(("face", "seen"), FACES)
def test_what_was_left_half_made_is_gone_when_a_visit_begins(
    clinic: Store, face: tuple[str, ...], seen: str
) -> None:
    left = clinic.folder / ".decision-aid-0123abcd.tmp"
    left.write_text("words of a person")
    program = visit(clinic, *face)
    program.expect_exact(seen)
    if not face:
        program.send("\r")
        program.expect_exact("This is a small aid.")
    assert not left.exists()
    program.close()


GONE = """
import os, sys
os.chdir(sys.argv[1])
os.rmdir(sys.argv[1])
from decision_aid.cli import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("take", "--plain", "--no-trace"), 0),
        (("summary", "{}/jo.yaml", "--format", "txt"), 2),
        (("summary", "{}/jo.yaml", "--format", "txt", "--output", "made"), 2),
        (("summary", "{}/jo.yaml", "--format", "txt", "--output", "{}/made"), 0),
        (("records", "export", "river"), 2),
    ],
)
def test_a_folder_that_is_gone_is_told_in_words(
    here: Path, arguments: tuple[str, ...], code: int
) -> None:
    (here / "gone").mkdir()
    done = subprocess.run(
        [
            *(sys.executable, "-P", "-c", GONE, str(here / "gone")),
            *(argument.format(here) for argument in arguments),
            *("--content", str(here / "small.yaml")),
        ],
        input="",
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(TOP)},
        check=False,
    )
    assert (done.returncode, "went wrong" in done.stderr) == (code, False)
