"""The parts of a clinic's day: names, tables, workers, the cover sheet, the printer, progress."""

from __future__ import annotations

import io
import os
import select
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from decision_aid.answers_file import read_answers
from decision_aid.cli import printer
from decision_aid.cli.endings import UsageError
from decision_aid.cli.records import cover, papers, passphrase
from decision_aid.cli.records.day import Day, LeftOut, named, refuse_mixed, sort_out
from decision_aid.cli.records.papers import Job, Order, each_made
from decision_aid.cli.records.progress import Progress
from decision_aid.cli.records.reading import SessionAnswers
from decision_aid.cli.records.sessions import as_text, file_name, file_names, find_sessions
from decision_aid.content import DecisionAid
from decision_aid.record import ContentVersion, SessionInfo
from decision_aid.report import printer as printers
from decision_aid.report.editions import Aids
from decision_aid.words import words
from tests.clinic_store import SECRET, TOP, Store, store
from tests.conftest import ON, clock
from tests.papers import options
from tests.processes import PATIENCE
from tests.small import small_aid

OURS = words("en")
EN = OURS.records

NOW = clock()


def entry(label: str = "river-teapot-daisy", number: int = 1, **changes: Any) -> SessionInfo:
    version = ContentVersion("small", "0.1.0", "abc")
    made = SessionInfo(f"{number:032x}", label, version, NOW, NOW, 3, locked=False)
    return replace(made, **changes)


def order(folder: Path, form: str = "txt", edition: str = "patient", **changes: Any) -> Order:
    return Order(folder, options(form, edition)._replace(**changes), ON, "en")


def job(folder: Path, number: int, answers: Mapping[str, Any] | None = None) -> Job:
    given = {"who": "me"} if answers is None else answers
    what = SessionAnswers(entry(number=number), given, {}, ())
    return Job(what, (folder / f"{number}.txt",))


# --- names and tables ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "label",
    ["Ann", "river-teapot-xylofon", "../../etc", "river-teapot", "a\x00b", "RIVER-teapot-daisy"],
)
def test_a_typed_label_is_in_no_file_name(label: str) -> None:
    assert file_name(entry(label)) == "00000000"


def test_a_random_label_is() -> None:
    from decision_aid.record.labels import make_label

    for _ in range(200):
        label = make_label()
        assert file_name(entry(label)) == label


def test_no_two_sessions_that_are_kept_have_files_of_one_name() -> None:
    same, alone = (entry(number=1), entry(number=2)), entry("amber-teapot-daisy", 3)
    names = file_names([*same, alone])
    assert names == {one.id: one.id for one in same} | {alone.id: file_name(alone)}


def test_sessions_are_found_once_and_all_missing_names_are_told() -> None:
    entries = [entry(), entry("Ann", 2), entry("ann", 3)]
    assert find_sessions(entries, ["River  teapot daisy", "0" * 31 + "1"], OURS) == (entries[0],)
    with pytest.raises(UsageError) as fault:
        find_sessions(entries, ["gone", "ANN", "00000"], OURS)
    assert len(fault.value.lines) == 3
    assert entries[1].id in fault.value.lines[1]


def test_columns_stand_below_one_another() -> None:
    table = as_text(
        [entry("漢字", locked=True, in_use=True), entry("e\u0301"), entry("\x1b[2J")], OURS
    )
    rows = table.splitlines()
    assert rows[1].startswith("00000000  漢字   2026")
    assert rows[1].endswith("locked, in use")
    assert "\x1b" not in table
    assert rows[2].index("2026") == rows[3].index("2026") + 1  # the mark takes up no column


# --- what is left out ------------------------------------------------------------------------


def test_of_every_session_what_cannot_be_is_left_out(small: DecisionAid) -> None:
    ours = entry()
    other = entry(number=2, content=ContentVersion("another", "1", "e"))
    locked, empty = entry(number=3, locked=True), entry(number=4, answered=0)
    can, left = sort_out([ours, other, locked, empty], small, OURS, every=True)
    assert can == (ours,)
    assert [one.entry for one in left] == [other, locked, empty]
    assert not any(one.failed for one in left)


def test_what_was_named_is_not_left_out_quietly(small: DecisionAid) -> None:
    other = entry(number=2, content=ContentVersion("another", "1", "e"))
    locked, empty = entry(number=3, locked=True), entry(number=4, answered=0)
    can, left = sort_out([other, locked, empty], small, OURS, every=False)
    assert can == (locked, empty)
    assert [one.failed for one in left] == [True]


def test_mixed_versions_are_named_with_their_numbers(small: DecisionAid) -> None:
    ours = entry(content=ContentVersion.of(small))
    refuse_mixed([ours, ours], small, OURS)
    refuse_mixed([], small, OURS)
    for entries in ([entry()], [ours, entry(), entry()]):
        with pytest.raises(UsageError) as fault:
            refuse_mixed(entries, small, OURS)
        assert f"small 0.1.0 (abc), {entries.count(entry())} of them" in fault.value.lines[0]


# --- making ----------------------------------------------------------------------------------


class Bomb(dict[str, Any]):
    """Answers that end the process that reads them."""

    def __reduce__(self) -> Any:
        return os._exit, (9,)


def test_a_worker_that_is_killed_costs_one_paper(small: DecisionAid, tmp_path: Path) -> None:
    jobs = [job(tmp_path, n, Bomb() if n == 5 else None) for n in range(papers.FEW + 3)]
    results = list(each_made(jobs, len(jobs), both(small), order(tmp_path)))
    assert sorted(named(one) for one, _ in results) == sorted(map(named, jobs))
    bad = [(named(one), why) for one, why in results if why]
    assert bad == [("5.txt", EN.why_ended)]
    assert len(list(tmp_path.glob("*.txt"))) == len(jobs) - 1


@pytest.mark.parametrize("count", [1, 100])
def test_a_fault_of_ours_is_told_without_answers(
    small: DecisionAid, tmp_path: Path, count: int
) -> None:
    whole = job(tmp_path, 1)
    wrong: Any = {"who": SECRET}  # no moment
    bad = replace(whole, what=replace(whole.what, moments=wrong))
    ((done, why),) = each_made([bad], count, both(small), order(tmp_path))
    assert (done.targets, why) == (bad.targets, EN.why_fault)


HANGS_ON = f"""
import sys
from pathlib import Path
sys.path.insert(0, {str(TOP)!r})
from tests.test_clinic import jobs_for_ever
if __name__ == "__main__":
    jobs_for_ever(Path(sys.argv[1]))
"""


def both(aid: DecisionAid) -> Aids:
    """Staff read the same language."""
    return Aids(aid, aid)


def jobs_for_ever(folder: Path) -> None:
    """Give out two papers, then wait with the workers idle."""
    aid = small_aid(folder)

    def jobs() -> Iterator[Job]:
        yield from (job(folder, n) for n in range(3))
        print("working", flush=True)
        sys.stdin.read()  # nothing ever comes

    list(each_made(jobs(), 100, both(aid), order(folder)))


def test_workers_end_with_whoever_gave_the_work(tmp_path: Path) -> None:
    (tmp_path / "hangs_on.py").write_text(HANGS_ON)
    program = [sys.executable, str(tmp_path / "hangs_on.py"), str(tmp_path)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"working\n"
        assert len(children(running.pid)) >= 2
        running.kill()
        running.communicate(timeout=PATIENCE)  # ends when the last that could write to it has ended


def children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def test_without_words_the_staffs_paper_holds_none(small: DecisionAid, tmp_path: Path) -> None:
    clinic = store(tmp_path)
    what = SessionAnswers(entry(), {"who": "me", "words": SECRET}, {"words": NOW}, ())
    staff = order(tmp_path, edition="staff")
    aid = both(clinic.aid())
    assert SECRET.encode() not in papers.paper(what, aid, staff)
    asked_for = order(tmp_path, edition="staff", with_words=True)
    assert SECRET.encode() in papers.paper(what, aid, asked_for)


# --- the cover sheet -------------------------------------------------------------------------


@pytest.fixture
def day(small: DecisionAid, tmp_path: Path) -> Day:
    """A day with hostile labels."""
    made = Day(both(small), order(tmp_path), lambda _: "", Progress(io.StringIO(), 2, OURS))
    what = SessionAnswers(entry("<b>@x</b> #read"), {}, {}, ("“Who?”",))
    made.saved.append(
        Job(replace(what, entry=replace(what.entry, in_use=True)), (tmp_path / "1.txt",))
    )
    made.leave_out(LeftOut(entry("$x$ *漢字*", 2), "<script>"))
    return made


def test_no_label_is_markup(day: Day, tmp_path: Path) -> None:
    day.order = order(tmp_path, form="html")
    page = cover.save_cover(day).read_text()
    assert "&lt;b&gt;@x&lt;/b&gt; #read" in page
    assert "<script" not in page
    day.order = order(tmp_path, form="pdf")
    data = cover.save_cover(day).read_bytes()
    assert data.startswith(b"%PDF")
    assert data == cover.save_cover(day).read_bytes()


def test_what_needs_a_look_stands_on_it(day: Day) -> None:
    said = cover.cover(day)
    assert said["remarks"] == [
        EN.unread.format(label="<b>@x</b> #read (00000000)", questions="“Who?”"),
        EN.still_in_use.format(label="<b>@x</b> #read (00000000)"),
    ]
    assert day.failed


# --- a passphrase, the printer, progress -----------------------------------------------------


def test_a_passphrase_is_the_first_line_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "passphrase"
    monkeypatch.setenv(passphrase.FILE, str(path))
    for text, meant in (("\ufefffour kind words \r\nx", "four kind words "), ("ä", "ä")):
        path.write_text(text, encoding="utf-8")
        assert passphrase.passphrase("any", OURS) == meant
    path.write_bytes(b"\xff\xff")
    with pytest.raises(UsageError):
        passphrase.passphrase("any", OURS)


def test_a_printer_that_hangs_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "nothing")
    (tmp_path / "lp").write_text(f"#!/bin/sh\nread never < {tmp_path}/nothing\n")
    (tmp_path / "lp").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(printers, "PATIENCE", 0.2)
    assert not printer.to_printer([tmp_path / "lp"], OURS)
    assert "did not take it" in capsys.readouterr().err


def test_what_a_printer_that_was_given_up_had_started_prints_nothing_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("nothing", "held"):
        os.mkfifo(tmp_path / name)
    waits = f"(echo begun; read never < {tmp_path}/nothing) > {tmp_path}/held &\nwait\n"
    (tmp_path / "lp").write_text(f"#!/bin/sh\n{waits}")
    (tmp_path / "lp").chmod(0o755)
    held = os.open(tmp_path / "held", os.O_RDONLY | os.O_NONBLOCK)
    monkeypatch.setattr(printers, "PATIENCE", 1.5)
    assert not printers.is_sent(str(tmp_path / "lp"), tmp_path / "lp", "any")
    assert os.read(held, 9) == b"begun\n"
    assert select.select([held], [], [], PATIENCE)[0]
    assert os.read(held, 9) == b""  # the end: nobody is left who could write there
    os.close(held)


def test_where_there_is_no_lp_another_program_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = f'#!/bin/sh\necho "$@" > {tmp_path}/told\nread line\necho $line > {tmp_path}/given\n'
    (tmp_path / "lpr").write_text(notes)
    (tmp_path / "lpr").chmod(0o755)
    (tmp_path / "paper").write_text("my summary\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    program = printers.printer()
    assert program == str(tmp_path / "lpr")
    assert printers.is_sent(program, tmp_path / "paper", "Decision aid")
    assert (tmp_path / "told").read_text() == "-J Decision aid\n"
    assert (tmp_path / "given").read_text() == "my summary\n"


def test_a_printer_that_would_ask_for_a_password_is_given_no_terminal_to_ask_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = f"print(os.getsid(0), file=open('{tmp_path}/session', 'w'))"
    noting = f"import os\n{notes}\nraise SystemExit(1)\n"
    asks = f"#!{sys.executable}\n{noting}"
    (tmp_path / "lp").write_text(asks)
    (tmp_path / "lp").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert not printer.to_printer([tmp_path / "lp"], OURS)
    assert f"did not take it. The file is here: {tmp_path}" in capsys.readouterr().err
    assert int((tmp_path / "session").read_text()) != os.getsid(0)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_bar_gives_way_to_what_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    progress = Progress(stream, 2, OURS)
    progress.step("saved")
    progress.step("left out \x1b[2J", matters=True)
    progress.end()
    lines = [line.rstrip(" \r").rpartition("\r")[2] for line in stream.getvalue().split("\n")]
    assert lines[0] == "left out \ufffd[2J"
    assert "saved" not in stream.getvalue()
    assert stream.getvalue().endswith(" \r")


def test_a_dumb_terminal_gets_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    stream = Terminal()
    Progress(stream, 1, OURS).step("saved a")
    assert stream.getvalue() == "1 of 1: saved a\n"


def test_progress_survives_a_stream_that_is_gone() -> None:
    stream = io.StringIO()
    progress = Progress(stream, 1, OURS)
    stream.close()
    progress.step("saved")


# --- answers brought in a file ---------------------------------------------------------------


def test_a_file_of_answers_is_given_back_as_it_would_be_typed(tmp_path: Path) -> None:
    clinic: Store = store(tmp_path)
    path = tmp_path / "jo.yaml"
    path.write_text("who: me\nhope: [rest]\nwords: null\n")
    came = read_answers(path, clinic.aid())
    assert came.given == {"who": ("me",), "hope": ("rest",), "words": None}


# --- the guide -------------------------------------------------------------------------------


def test_the_guide_for_clinics_names_every_command_and_setting() -> None:
    import argparse

    from decision_aid.cli.parsing import Parser
    from decision_aid.cli.records.arguments import add_to

    guide = (TOP / "docs" / "clinic.md").read_text()
    parser = Parser(OURS.commands)
    add_to(parser, OURS.commands)
    (commands,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    for name, command in commands.choices.items():
        assert f"records {name}" in guide
        options = (a.option_strings[-1] for a in command._actions if a.option_strings)
        assert [one for one in options if one != "--help" and one not in guide] == []
    for setting in ("DECISION_AID_RECORDS", "DECISION_AID_PASSPHRASE_FILE", "--from", "--print"):
        assert setting in guide
