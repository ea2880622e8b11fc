"""`records`, `take --from` and `--print` as staff meet them: streams, exit codes, files."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import stat
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pexpect
import pytest

from decision_aid.cli.records.papers import FEW
from decision_aid.record import ContentVersion, Records
from decision_aid.report import pdf_text
from tests.clinic_store import PASSPHRASE, QUESTIONS, SECRET, Store, everything_in, store
from tests.conftest import clock
from tests.font_files import save_font
from tests.processes import PATIENCE, hearing
from tests.small import small_text

OURS = ("--content", "small.yaml")
DAY = ("--all", *OURS, "--output", "out", "--date", "2026-11-20")


def files(clinic: Store) -> list[str]:
    return sorted(path.name for path in (clinic.folder / "out").iterdir())


def text_of(path: Path) -> str:
    return " ".join("".join(pdf_text.pages(path.read_bytes())).split())


# --- list ------------------------------------------------------------------------------------


def test_the_list_shows_no_answers(clinic: Store) -> None:
    random = clinic.add()
    clinic.add("Room 2, 漢字", PASSPHRASE)
    done = clinic.records("list")
    assert (done.returncode, done.stderr) == (0, "")
    rows = done.stdout.splitlines()
    assert rows[0].split()[:2] == ["SESSION", "LABEL"]
    assert {row.split()[1] for row in rows} >= {random}
    assert any("Room 2, 漢字" in row and row.endswith("locked") for row in rows)
    assert "2026-11-20 14:05" in done.stdout
    assert SECRET not in done.stdout


def test_the_list_for_programs(clinic: Store) -> None:
    label = clinic.add()
    (entry,) = json.loads(clinic.records("list", "--format", "json").stdout)
    assert entry["content"]["sha256"] == clinic.aid().content_hash
    told = ("label", "answered", "locked", "in_use", "begun")
    assert [entry[name] for name in told] == [label, 2, False, False, "2026-11-20T14:05:00"]


def test_a_session_that_is_open_elsewhere_is_marked(clinic: Store) -> None:
    label = clinic.add()
    with Records.at(clinic.place) as records:
        session = records.open(label)
        assert clinic.records("list").stdout.rstrip().endswith("in use")
        session.close()


def test_where_nothing_was_kept_nothing_is_made(clinic: Store) -> None:
    done = clinic.records("list")
    assert (done.returncode, done.stdout) == (0, "")
    assert "No answers are kept there." in done.stderr
    assert clinic.records("list", "--format", "json").stdout == "[]\n"
    assert clinic.records("show", "any", *OURS).returncode == 2
    assert not Path(clinic.place).exists()


def test_a_place_that_is_not_there_is_named(clinic: Store) -> None:
    done = clinic.records("list", "--records", str(clinic.folder / "nowhere"))
    assert (done.returncode, "nowhere: there is no such folder" in done.stderr) == (0, True)


@pytest.mark.parametrize("slip", ["postgresql:/aid@db/x", "postgress://db/x", "mysql:db"])
def test_a_slip_in_an_address_makes_no_folder(clinic: Store, slip: str) -> None:
    take = ("take", "--plain", "--keep", "mine", *OURS, "--records", slip)
    before = sorted(clinic.folder.rglob("*"))
    done = clinic.run(*take, given="1\n")
    assert "kind of address that is not known" in done.stdout + done.stderr
    assert sorted(clinic.folder.rglob("*")) == before


def test_a_full_disk_behind_standard_output_is_told(clinic: Store) -> None:
    clinic.add()
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            clinic.command("records", "list"),
            env={**os.environ, **clinic.environment()},
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert (done.returncode, "standard output cannot be written" in done.stderr) == (2, True)


def test_the_place_can_be_named(clinic: Store) -> None:
    clinic.add("Here")
    elsewhere = {"DECISION_AID_RECORDS": str(clinic.folder / "elsewhere")}
    assert "Here" in clinic.records("list", "--records", clinic.place, **elsewhere).stdout
    assert clinic.records("list", "--records", "mysql://x").returncode == 2


# --- show ------------------------------------------------------------------------------------


def test_answers_are_shown_in_words_by_section(clinic: Store) -> None:
    label = clinic.add()
    done = clinic.records("show", label, *OURS)
    assert (done.returncode, done.stderr) == (0, "")
    after = done.stdout.split("\n\n", 1)[1]
    assert after == (
        f"One\n  Who?\n      Me\n  Hope?\n      (passed over)\n  Words?\n      {SECRET}\n"
    )


def test_a_label_may_be_written_otherwise_or_be_the_beginning_of_an_id(clinic: Store) -> None:
    label = clinic.add()
    (entry,) = json.loads(clinic.records("list", "--format", "json").stdout)
    for name in (label.upper().replace("-", " "), entry["id"][:8], entry["id"]):
        assert clinic.records("show", name, *OURS).returncode == 0


def test_a_passphrase_comes_from_a_file(clinic: Store) -> None:
    label = clinic.add(None, PASSPHRASE)
    for text, code in ((f"{PASSPHRASE}\nmore", 0), ("not that PLANTED one", 2), ("", 2)):
        (clinic.folder / "passphrase").write_text(text)
        named = {"DECISION_AID_PASSPHRASE_FILE": str(clinic.folder / "passphrase")}
        done = clinic.records("show", label, *OURS, **named)
        assert (done.returncode, SECRET in done.stdout) == (code, code == 0)
        assert "PLANTED" not in done.stderr
    gone = clinic.records("show", label, *OURS, DECISION_AID_PASSPHRASE_FILE="/dev/null")
    assert (gone.returncode, "it is not a file" in gone.stderr) == (2, True)


@pytest.mark.parametrize(
    "raw",
    [
        f"\ufeff{PASSPHRASE}\r\nmore\r\n".encode(),
        f"\ufeff{PASSPHRASE}\r\n".encode("utf-16-le"),
        f"{PASSPHRASE}\r".encode(),
    ],
    ids=["marked", "utf-16", "old-mac"],
)
def test_a_file_with_a_passphrase_may_be_saved_anyhow(clinic: Store, raw: bytes) -> None:
    label = clinic.add(None, PASSPHRASE)
    (clinic.folder / "passphrase").write_bytes(raw)
    named = {"DECISION_AID_PASSPHRASE_FILE": str(clinic.folder / "passphrase")}
    assert clinic.records("show", label, *OURS, **named).returncode == 0


def test_without_a_terminal_nobody_is_asked_for_a_passphrase(clinic: Store) -> None:
    label = clinic.add(None, PASSPHRASE)
    done = clinic.records("show", label, *OURS, given=f"{PASSPHRASE}\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert "DECISION_AID_PASSPHRASE_FILE" in done.stderr
    assert "Traceback" not in done.stderr


def spawned(clinic: Store, *arguments: str, **environment: str) -> Any:
    program, *rest = clinic.command(*arguments)
    return pexpect.spawn(
        program,
        rest,
        cwd=str(clinic.folder),
        env={**os.environ, **clinic.environment(), "TERM": "xterm", **environment},
        encoding="utf-8",
        timeout=PATIENCE,
        preexec_fn=hearing,
    )


def test_a_passphrase_is_asked_for_without_echo(clinic: Store) -> None:
    label = clinic.add(None, PASSPHRASE)
    child = spawned(clinic, "records", "show", label, *OURS)
    child.expect_exact(f"Passphrase for {label}: ")
    child.sendline(PASSPHRASE)
    child.expect(pexpect.EOF)
    child.close()
    assert (child.exitstatus, SECRET in child.before) == (0, True)
    assert PASSPHRASE not in child.before


def test_answers_that_this_content_does_not_take_are_named(clinic: Store) -> None:
    old = ContentVersion("small", "0.0.9", "f" * 64)
    label = clinic.add(version=old, who=SECRET, hope="rest", gone=SECRET)
    done = clinic.records("show", label, *OURS)
    assert done.returncode == 0
    assert "version 0.0.9 (ffffff)" in done.stderr
    assert "to be asked again: “Who?”; gone" in done.stderr
    assert SECRET not in done.stdout + done.stderr
    assert done.stdout.endswith("asked again.\n  “Who?”\n  gone\n")


def test_another_questionnaire_is_not_read(clinic: Store) -> None:
    label = clinic.add(version=ContentVersion("another", "1", "e" * 64))
    done = clinic.records("show", label, *OURS)
    assert (done.returncode, "another questionnaire: another" in done.stderr) == (2, True)


# --- summary ---------------------------------------------------------------------------------


def test_a_day_is_a_sheet_and_a_staff_copy_each_and_a_cover_sheet(clinic: Store) -> None:
    random, typed = clinic.add(), clinic.add("Ann PLANTED-name")
    locked = clinic.add(None, PASSPHRASE)
    done = clinic.records("summary", *DAY)
    assert (done.returncode, done.stdout) == (0, "")
    assert re.search(rf"left out {locked} \(\w{{8}}\): it is locked by a passphrase", done.stderr)
    assert "3 of 3: " in done.stderr
    assert len(files(clinic)) == 5
    papers = {f"{random}.pdf", f"{random}-staff.pdf"}
    assert {"cover-sheet-2026-11-20.pdf", *papers} < set(files(clinic))
    assert not any("PLANTED" in name for name in files(clinic))
    assert "PLANTED" not in done.stderr
    cover = text_of(clinic.folder / "out" / "cover-sheet-2026-11-20.pdf")
    assert all(label in cover for label in (random, typed, locked, "0.1.0"))
    assert SECRET not in cover
    for path in (clinic.folder / "out").iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert b"PLANTED" not in path.read_bytes()


def test_a_paper_holds_that_sessions_answers(clinic: Store) -> None:
    me, you = clinic.add(who="me"), clinic.add(who="me", hope=None)
    assert clinic.records("summary", me, you, *DAY[1:], "--format", "txt").returncode == 0
    papers = [(clinic.folder / "out" / f"{label}.txt").read_text() for label in (me, you)]
    listed = {row.split()[1]: row.split()[0] for row in clinic.records("list").stdout.splitlines()}
    assert all(f"Session {listed[label]}." in p for label, p in zip((me, you), papers, strict=True))
    assert all("This should not be used." in paper for paper in papers)
    assert papers[0] != papers[1]
    assert "cover-sheet-2026-11-20.pdf" in files(clinic)


def test_the_booklet_is_printed_only_when_it_is_asked_for(clinic: Store) -> None:
    label = clinic.add()
    assert clinic.records("summary", *DAY).returncode == 0
    assert not any("facts" in name for name in files(clinic))
    assert clinic.records("summary", *DAY, "--with-facts").returncode == 0
    assert {f"{label}.pdf", f"{label}-staff.pdf", f"{label}-facts.pdf"} < set(files(clinic))


def test_several_editions_go_into_a_folder(clinic: Store) -> None:
    (clinic.folder / "jo.yaml").write_text("who: me\n")
    editions = ("--edition", "patient", "--edition", "staff", "--edition", "large-print")
    done = clinic.run("summary", "jo.yaml", *OURS, *editions, "--output", "out")
    assert done.returncode == 0, done.stderr
    assert files(clinic) == ["jo-large-print.pdf", "jo-staff.pdf", "jo.pdf"]
    assert clinic.run("summary", "jo.yaml", *OURS, *editions, "--output", "a.pdf").returncode == 2


@pytest.mark.parametrize("edition", ["large-print", "staff"])
def test_editions(clinic: Store, edition: str) -> None:
    label = clinic.add()
    assert clinic.records("summary", label, *DAY[1:]).returncode == 0
    done = clinic.records("summary", label, *DAY[1:], "--edition", edition)
    assert done.returncode == 0
    assert files(clinic) == sorted(
        [
            f"{label}.pdf",
            f"{label}-{edition}.pdf",
            "cover-sheet-2026-11-20.pdf",
            "cover-sheet-2026-11-20-2.pdf",
        ]
    )


def test_mixed_versions_are_refused_unless_told(clinic: Store) -> None:
    clinic.add()
    old = clinic.add(version=ContentVersion("small", "0.0.9", "f" * 64), who="me", gone=SECRET)
    done = clinic.records("summary", *DAY)
    assert (done.returncode, files(clinic)) == (2, [])
    assert "small 0.0.9 (ffffff), 1 of them" in done.stderr
    mixed = clinic.records("summary", *DAY, "--mixed")
    assert (mixed.returncode, len(files(clinic))) == (0, 5)
    assert re.search(rf"{old} \(\w{{8}}\): not taken by this content", mixed.stderr)
    cover = text_of(clinic.folder / "out" / "cover-sheet-2026-11-20.pdf")
    assert "asked again: gone" in cover
    assert SECRET not in cover + mixed.stderr


def test_a_paper_of_a_session_in_use_is_marked_on_the_cover(clinic: Store) -> None:
    label = clinic.add()
    with Records.at(clinic.place) as records:
        session = records.open(label)
        assert clinic.records("summary", *DAY).returncode == 0
        session.close()
    cover = text_of(clinic.folder / "out" / "cover-sheet-2026-11-20.pdf")
    assert "was open in another program" in " ".join(cover.split())


def test_since_a_day(clinic: Store) -> None:
    new = clinic.add()
    clinic.add(moment=clock() - timedelta(days=2))
    assert clinic.records("summary", *DAY, "--since", "2026-11-20").returncode == 0
    assert files(clinic) == sorted(["cover-sheet-2026-11-20.pdf", f"{new}.pdf", f"{new}-staff.pdf"])
    done = clinic.records("summary", *DAY, "--since", "2026-11-22")
    assert (done.returncode, "nothing to make" in done.stderr) == (0, True)


def test_what_cannot_be_is_told_all_at_once(clinic: Store) -> None:
    label = clinic.add()
    done = clinic.records("summary", "no-such", "nor that", label, *DAY[1:])
    assert (done.returncode, files(clinic)) == (2, [])
    assert "'no-such'" in done.stderr
    assert "'nor that'" in done.stderr
    wrong = ("summary", *OURS, "--output", "gone", "--since", "2026-11-20", "--print")
    done = clinic.records(*wrong, "--format", "json", "--edition", "large-print", "--with-words")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 6)
    assert clinic.records("summary", label, *DAY).returncode == 2


def test_one_failure_does_not_stop_the_rest(clinic: Store) -> None:
    good, bad = clinic.add(), clinic.add()
    spoil(clinic, bad)
    done = clinic.records("summary", *DAY)
    assert done.returncode == 1
    assert re.search(rf"not made for {bad} \(\w{{8}}\): these answers were altered", done.stderr)
    assert f"{good}.pdf" in files(clinic)
    cover = text_of(clinic.folder / "out" / "cover-sheet-2026-11-20.pdf")
    assert "these answers were altered" in cover


def spoil(clinic: Store, label: str) -> None:
    with sqlite3.connect(Path(clinic.place) / "records.sqlite") as connection:
        connection.execute(
            "DELETE FROM decision_aid_answer WHERE counter = 1 AND session = "
            "(SELECT id FROM decision_aid_session WHERE label = ?)",
            (label,),
        )
    connection.close()


def test_a_target_that_cannot_be_written_is_one_failure(clinic: Store) -> None:
    good, bad = clinic.add(), clinic.add()
    (clinic.folder / "out" / f"{bad}.pdf").symlink_to(clinic.folder / "small.yaml")
    done = clinic.records("summary", *DAY)
    assert (done.returncode, "a link to another place" in done.stderr) == (1, True)
    assert f"{good}.pdf" in files(clinic)
    assert (clinic.folder / "small.yaml").read_text().startswith("id: small")


def test_a_locked_session_that_is_named_is_asked_for(clinic: Store) -> None:
    good, locked = clinic.add(), clinic.add(None, PASSPHRASE)
    done = clinic.records("summary", good, locked, *DAY[1:])
    assert (done.returncode, f"not made for {locked}" in done.stderr) == (1, True)
    (clinic.folder / "passphrase").write_text(PASSPHRASE)
    named = {"DECISION_AID_PASSPHRASE_FILE": str(clinic.folder / "passphrase")}
    assert clinic.records("summary", good, locked, *DAY[1:], **named).returncode == 0
    assert f"{locked}.pdf" in files(clinic)


def test_many_are_made_side_by_side(clinic: Store) -> None:
    labels = [clinic.add() for _ in range(13)]
    done = clinic.records("summary", *DAY)
    assert done.returncode == 0
    papers = (f"{label}{edition}.pdf" for label in labels for edition in ("", "-staff"))
    assert files(clinic) == sorted(["cover-sheet-2026-11-20.pdf", *papers])
    assert [line.split(":")[0] for line in done.stderr.splitlines()[:-1]] == [
        f"{number} of 13" for number in range(1, 14)
    ]


def test_a_day_that_is_stopped_leaves_nothing_half_done(clinic: Store) -> None:
    for _ in range(40):
        clinic.add()
    with subprocess.Popen(
        clinic.command("records", "summary", *DAY),
        cwd=clinic.folder,
        env={**os.environ, **clinic.environment()},
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=hearing,  # noqa: PLW1509  (no threads here)
    ) as running:
        assert running.stderr is not None
        assert running.stderr.readline().startswith(b"1 of 40")
        os.killpg(running.pid, signal.SIGINT)
        told = running.stderr.read()
    assert running.returncode == 130
    assert b"Traceback" not in told
    assert 1 <= len(files(clinic)) < 40
    assert not any(name.startswith(".") for name in files(clinic))


def test_on_a_terminal_there_is_a_bar(clinic: Store) -> None:
    clinic.add(), clinic.add()
    locked = clinic.add(None, PASSPHRASE)
    child = spawned(clinic, "records", "summary", *DAY)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert "[##########....................] 1 of 3" in child.before
    assert f"left out {locked}" in child.before
    assert child.before.rstrip().endswith("cover-sheet-2026-11-20.pdf.")


def test_the_line_for_the_record_holds_nothing_typed(clinic: Store) -> None:
    label = clinic.add()
    done = clinic.records("line", label, *OURS)
    assert (done.returncode, done.stdout.count("\n")) == (0, 1)
    assert "Decision aid" in done.stdout
    assert SECRET not in done.stdout


# --- printing --------------------------------------------------------------------------------


@pytest.fixture
def printer(tmp_path: Path) -> Iterator[Path]:
    """A folder with a program `lp` that notes what it is given."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = (
        f'#!/bin/sh\necho "$@" >> {folder}/told\nenv >> {folder}/env\n'
        f"test -e {folder}/jam && exit 1\ncat > {folder}/job-$$\n"
    )
    (folder / "lp").write_text(script)
    (folder / "lp").chmod(0o755)
    yield folder


def path_with(folder: Path) -> dict[str, str]:
    return {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}


def test_a_day_goes_to_the_printer_without_anything_personal(clinic: Store, printer: Path) -> None:
    clinic.add("Ann PLANTED-name"), clinic.add()
    done = clinic.records("summary", *DAY, "--print", **path_with(printer))
    assert (done.returncode, done.stderr.count("Sent to the printer")) == (0, 5)
    jobs = [path.read_bytes() for path in printer.glob("job-*")]
    saved = [path.read_bytes() for path in (clinic.folder / "out").iterdir()]
    assert sorted(jobs) == sorted(saved)
    assert (printer / "told").read_text() == "-t Decision aid\n" * 5
    assert "DECISION_AID" not in (printer / "env").read_text()


def test_a_printer_that_refuses_is_told(clinic: Store, printer: Path) -> None:
    label = clinic.add()
    (printer / "jam").touch()
    done = clinic.records("summary", label, *DAY[1:], "--print", **path_with(printer))
    assert (done.returncode, "did not take it. The file is here" in done.stderr) == (1, True)


def test_without_a_printer_it_says_where_the_file_is(clinic: Store) -> None:
    (clinic.folder / "jo.yaml").write_text("who: me\n")
    nothing = {"PATH": str(clinic.folder / "out")}
    done = clinic.run("summary", "jo.yaml", *OURS, "--print", **nothing)
    assert done.returncode == 0
    assert f"Print these files: {clinic.folder / 'jo.pdf'}" in done.stderr


def test_one_summary_goes_to_the_printer(clinic: Store, printer: Path) -> None:
    (clinic.folder / "jo.yaml").write_text("who: me\n")
    done = clinic.run("summary", "jo.yaml", *OURS, "--print", **path_with(printer))
    assert (done.returncode, "Sent to the printer" in done.stderr) == (0, True)
    (job,) = printer.glob("job-*")
    assert job.read_bytes() == (clinic.folder / "jo.pdf").read_bytes()
    for wrong in (("--format", "html"), ("--output", "-")):
        done = clinic.run("summary", "jo.yaml", *OURS, "--print", *wrong, **path_with(printer))
        assert (done.returncode, done.stdout) == (2, "")


# --- export, and going on from it ------------------------------------------------------------


def test_an_export_is_opened_elsewhere(clinic: Store) -> None:
    label = clinic.add(who="me", hope="rest")
    done = clinic.records("export", label, *OURS)
    saved = clinic.folder / f"{label}.json"
    assert (done.returncode, done.stderr) == (0, f"Saved: {saved}\n")
    assert json.loads(saved.read_text())["answers"][0]["asked"] == "Who?"
    taken = clinic.run("take", "--plain", "--no-trace", *OURS, "--from", saved.name, given="x\n")
    assert (taken.returncode, taken.stderr) == (0, "")
    assert "Step 3 of about 3." in taken.stdout
    assert "Step 1 of" not in taken.stdout


def test_an_export_can_be_printed_at_once(clinic: Store) -> None:
    label = clinic.add(who="me", hope="rest")
    assert clinic.records("export", label, *OURS, "--output", "out.json").returncode == 0
    done = clinic.run("summary", "out.json", *OURS, "--format", "txt", "--output", "-")
    assert (done.returncode, "This should not be used." in done.stdout) == (0, True)


def test_what_a_counsellor_noted_leaves_only_when_that_is_asked_for(clinic: Store) -> None:
    own = "- {id: notes, type: text, text: Notes?, audience: counsellor, prints: never}"
    clinic.content.write_text(small_text(f"{QUESTIONS}{own}\n"))
    label = clinic.add(who="me", notes=SECRET)
    done = clinic.records("export", label, *OURS, "--output", "-")
    assert (SECRET in done.stdout, "Left out" in done.stderr) == (False, True)
    assert SECRET in clinic.records("export", label, *OURS, "--output", "-", "--with-notes").stdout


def test_an_export_goes_to_standard_output(clinic: Store) -> None:
    label = clinic.add("Ann PLANTED-name")
    done = clinic.records("export", label, *OURS, "--output", "-")
    assert json.loads(done.stdout)["label"] == label
    clinic.records("export", label, *OURS)
    assert not [path for path in clinic.folder.iterdir() if "PLANTED" in path.name]


def test_an_export_of_locked_answers_says_that_it_is_open(clinic: Store) -> None:
    label = clinic.add(None, PASSPHRASE)
    (clinic.folder / "passphrase").write_text(PASSPHRASE)
    named = {"DECISION_AID_PASSPHRASE_FILE": str(clinic.folder / "passphrase")}
    done = clinic.records("export", label, *OURS, "--output", "out.json", **named)
    assert done.returncode == 0
    assert "is locked by a passphrase, but the file is not." in done.stderr
    assert SECRET in (clinic.folder / "out.json").read_text()


def test_an_export_of_another_version_guesses_no_words(clinic: Store) -> None:
    label = clinic.add(version=ContentVersion("small", "0.0.9", "f" * 64), who="me", gone=SECRET)
    done = clinic.records("export", label, *OURS, "--output", "out.json")
    assert (done.returncode, "no questions in words" in done.stderr) == (0, True)
    assert "asked" not in json.loads((clinic.folder / "out.json").read_text())["answers"][0]
    taken = clinic.run("take", "--plain", "--no-trace", *OURS, "--from", "out.json", given="x\n")
    assert (taken.returncode, SECRET in taken.stderr) == (0, False)
    assert "does not ask any more: 1. They are still kept" in " ".join(taken.stdout.split())


def test_answers_may_come_from_a_file_of_answers(clinic: Store) -> None:
    (clinic.folder / "jo.yaml").write_text("who: me\nhope: null\n")
    done = clinic.run("take", "--plain", "--no-trace", *OURS, "--from", "jo.yaml", given="x\n")
    assert (done.returncode, "Step 3 of about 3." in done.stdout) == (0, True)


def test_all_faults_of_a_file_come_at_once(clinic: Store) -> None:
    (clinic.folder / "jo.yaml").write_text(f"who: {SECRET}\ngone: {SECRET}\n")
    export = {"format": "decision-aid answers", "format_version": 1, "label": 3, "begun": SECRET}
    (clinic.folder / "bad.json").write_text(json.dumps(export))
    for name, faults in (("jo.yaml", 2), ("bad.json", 5), ("gone.json", 1), ("out", 1)):
        done = clinic.run("take", "--plain", "--no-trace", *OURS, "--from", name)
        assert (done.returncode, done.stdout) == (2, "")
        assert len(done.stderr.splitlines()) == faults
        assert "PLANTED" not in done.stderr


def test_an_export_of_another_questionnaire_is_refused(clinic: Store) -> None:
    label = clinic.add(version=ContentVersion("another", "1", "e" * 64))
    clinic.records("export", label, *OURS, "--output", "out.json")
    done = clinic.run("take", "--plain", "--no-trace", *OURS, "--from", "out.json")
    assert (done.returncode, "another questionnaire" in done.stderr) == (2, True)


def test_keeping_and_leaving_no_trace_cannot_both_be(clinic: Store) -> None:
    done = clinic.run("take", "--plain", *OURS, "--keep", "--no-trace")
    assert (done.returncode, "--no-trace does not go together with --keep" in done.stderr) == (
        2,
        True,
    )


# --- erase -----------------------------------------------------------------------------------


def test_what_is_erased_is_nowhere_in_the_folder(clinic: Store) -> None:
    kept, gone = clinic.add(who="me"), clinic.add(words=SECRET)
    done = clinic.records("erase", gone, "--yes")
    assert (done.returncode, done.stdout) == (0, "")
    assert "backups" in done.stderr
    assert not any(SECRET.encode() in one for one in everything_in(Path(clinic.place)))
    listed = clinic.records("list").stdout
    assert (kept in listed, gone in listed) == (True, False)


def test_nothing_is_erased_where_nobody_can_be_asked(clinic: Store) -> None:
    label = clinic.add()
    done = clinic.records("erase", label, given="yes\n")
    assert (done.returncode, "--yes" in done.stderr) == (2, True)
    assert label in clinic.records("list").stdout


@pytest.mark.parametrize(("answer", "gone"), [("yes", True), ("", False), ("no", False)])
def test_erasing_asks_first(clinic: Store, answer: str, gone: bool) -> None:
    label = clinic.add()
    child = spawned(clinic, "records", "erase", label)
    child.expect_exact("Type yes to erase")
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert (label not in clinic.records("list").stdout) is gone


def test_what_is_in_use_stays_and_the_rest_is_erased(clinic: Store) -> None:
    used, free = clinic.add(), clinic.add()
    with Records.at(clinic.place) as records:
        session = records.open(used)
        done = clinic.records("erase", used, free, "--yes")
        session.close()
    assert (done.returncode, f"Not erased: {used}" in done.stderr) == (1, True)
    listed = clinic.records("list").stdout
    assert (used in listed, free in listed) == (True, False)


def test_locked_answers_are_erased_without_the_passphrase(clinic: Store) -> None:
    label = clinic.add(None, PASSPHRASE)
    assert clinic.records("erase", label, "--yes").returncode == 0


# --- several rooms on one store --------------------------------------------------------------


@pytest.mark.postgres
def test_staff_work_on_a_shared_store(tmp_path: Path, address: str) -> None:
    clinic = store(tmp_path, address)
    first, second = clinic.add("Same label"), clinic.add("Same label")
    listed = clinic.records("list").stdout
    assert listed.count("Same label") == 2
    done = clinic.records("show", first, *OURS)
    assert (done.returncode, "Several sessions" in done.stderr) == (2, True)
    assert clinic.records("summary", *DAY).returncode == 0
    assert len(files(clinic)) == 5
    ids = [one["id"] for one in json.loads(clinic.records("list", "--format", "json").stdout)]
    done = clinic.records("erase", *ids, "--yes")
    assert (done.returncode, "standby servers" in done.stderr) == (0, True)
    assert second not in clinic.records("list").stdout


def test_a_font_of_this_computer_serves_every_paper_of_a_day_and_the_cover(clinic: Store) -> None:
    (clinic.folder / "out").mkdir(exist_ok=True)
    save_font(clinic.folder, "我害怕")
    for number in range(FEW):  # as many as are made by workers
        clinic.add(f"我 {number}", who="me", words="我害怕")
    done = clinic.records("summary", *DAY, "--font", "script.ttf")
    assert done.returncode == 0, done.stderr
    papers = [text_of(clinic.folder / "out" / name) for name in files(clinic)]
    assert len(papers) == 2 * FEW + 1
    assert all("\ufffd" not in paper for paper in papers)
    assert sum("我" in paper for paper in papers) >= 1


def test_what_is_not_seen_leaves_no_mark_in_what_is_shown_and_exported(clinic: Store) -> None:
    label = clinic.add(who="me", words="hy\u00adphen\u200b \u2066x\u2069\u2060\ufeff")
    shown = clinic.records("show", label, *OURS).stdout
    assert "hyphen x" in shown and "\ufffd" not in shown
    assert clinic.records("export", label, *OURS, "--output", "one.json").returncode == 0
    answers = json.loads((clinic.folder / "one.json").read_text())["answers"]
    assert "hyphen x" in [one["answered"] for one in answers]
