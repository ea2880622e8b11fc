"""`serve` in a clinic as its staff start it: a kiosk, and several rooms on one store."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid.words import words
from tests.clinic_store import Store
from tests.serving.browsing import sit_down_at
from tests.serving.conftest import Open
from tests.serving.test_serve import refused
from tests.web.test_keeping import keep, leave
from tests.web.visiting import ByForm

EN = words("en")
PASSPHRASE = "four quiet green ducks"


@pytest.fixture
def lp(tmp_path: Path) -> Path:
    """Where a program `lp` lies that prints nothing and notes how it is called."""
    folder = tmp_path / "programs"
    folder.mkdir()
    (folder / "lp").write_text(f'#!/bin/sh\necho "$@" >> {folder}/told\n/bin/cat > /dev/null\n')
    (folder / "lp").chmod(0o700)
    return folder


def on_path(folder: Path) -> tuple[str, ...]:
    """What a program is started under to find no others than these."""
    return ("env", f"PATH={folder}")


def press(person: ByForm, *buttons: str) -> None:
    for button in buttons:
        person.send(button)


def test_a_kiosk_prints_on_the_printer_of_the_command_line(serve: Open, lp: Path) -> None:
    kiosk = ("--kiosk", "--printer", "front", "--idle", "20")
    server, _ = serve("--port", "0", *kiosk, under=on_path(lp))
    person = sit_down_at(server)
    assert EN.web.waits_first.format(minutes=20) in person.open()
    press(person, "row:start", "press:summary", "row:print_it")
    assert EN.web.desk_sent_title in person.html
    assert (lp / "told").read_text() == "-d front -t Decision aid\n"
    press(person, "row:finish", "row:clear")
    assert EN.web.comes_back in person.html
    assert person.client.get("/cleared").headers["refresh"] == "30;url=/"


def test_a_kiosk_from_which_nobody_could_take_a_summary_is_not_served(
    clinic: Store, serve: Open
) -> None:
    nothing = f"import os; os.environ['PATH'] = {str(clinic.folder)!r}"
    assert refused(clinic, "--kiosk", before=nothing) == EN.serve.nothing_to_take
    named = ("--kiosk", "--printer", "front")
    assert refused(clinic, *named, before=nothing) == EN.serve.no_such_printer
    serve("--port", "0", "--kiosk", "--records", clinic.place, under=on_path(clinic.folder))


def test_a_printer_is_a_kiosks(clinic: Store) -> None:
    assert refused(clinic, "--printer", "front") == EN.serve.printer_of_kiosk


@pytest.mark.postgres
def test_two_programs_serve_one_store(clinic: Store, serve: Open, address: str) -> None:
    rooms = [serve("--port", "0", "--records", address)[0] for _ in range(2)]
    first, second = map(sit_down_at, rooms)
    person, code = keep(first.client)
    second.open()
    press(second, "row:start", "row:code")
    second.send("write:", text=code)
    second.send("write:", text=PASSPHRASE)
    assert EN.screens.in_use_title in second.html
    leave(person)
    press(second, "row:again", "row:go_on")
    assert "Hope?" in second.html
