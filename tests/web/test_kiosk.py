"""A tablet of the clinic's that people use in turn: nothing is saved on it, and paper comes."""

from __future__ import annotations

import os
import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from decision_aid.languages import Languages
from decision_aid.screens import at_the_desk
from decision_aid.start import Kiosk, Start
from decision_aid.words.en import ScreenWords, WebWords
from tests.clinic_store import Store
from tests.web.test_keeping import keep
from tests.web.test_waiting import leads
from tests.web.visiting import ByForm, application, begin, only_visitor

START = "row:start"
OURS, SAYS = WebWords(), ScreenWords()
PRINTS = """#!/bin/sh
echo "$@" >> {folder}/told
cat > {folder}/printed.pdf
"""


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that comes first in PATH, where no other program prints."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/bin")
    return folder


@pytest.fixture
def printer(programs: Path) -> Path:
    """A printer, and the folder in which it lays what it is given."""
    put(programs, PRINTS.format(folder=programs))
    return programs


def put(programs: Path, script: str) -> None:
    (programs / "lp").write_text(script)
    (programs / "lp").chmod(0o700)


def read(person: ByForm) -> str:
    return unescape(person.html)


def at_the_end(client: TestClient) -> ByForm:
    person = begin(client, START)
    person.send("row:take", ["me"])
    person.send("press:summary")
    return person


def kiosk(small: Languages, name: str = "", place: str | None = None) -> TestClient:
    return TestClient(application(small, Start(kiosk=Kiosk(name), place=place)))


# --- printing ---


def test_the_summary_is_printed_on_the_printer_that_was_named(
    small: Languages, printer: Path
) -> None:
    with kiosk(small, "front desk") as client:
        person = at_the_end(client)
        assert OURS.desk_print in read(person)
        person.send("row:print_it")
        assert OURS.desk_sent in read(person)
        assert "Error:" not in read(person)
    assert (printer / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert (printer / "told").read_text() == "-d front desk -t Decision aid\n"


def test_without_a_name_it_is_the_usual_printer(small: Languages, printer: Path) -> None:
    with kiosk(small) as client:
        at_the_end(client).send("row:print_it")
    assert (printer / "told").read_text() == "-t Decision aid\n"


def test_it_is_printed_twice_only_where_that_is_asked_for(small: Languages, printer: Path) -> None:
    def times() -> int:
        return (printer / "told").read_text().count("\n")

    with kiosk(small) as client:
        person = at_the_end(client)
        person.send("row:print_it")
        person.send("press:back")
        person.send("row:print_it")
        assert SAYS.printed_title in read(person)
        assert times() == 1
        person.send("row:print_again")
        assert OURS.desk_sent in read(person)
        assert times() == 2


@pytest.mark.parametrize(
    "script",
    ["#!/bin/sh\nexit 1\n", "#!/bin/sh\nread never < {folder}/nothing\n", "no program"],
    ids=["refuses", "hangs", "broken"],
)
def test_a_printer_that_fails_is_told_in_a_sentence_and_can_be_tried_again(
    script: str, small: Languages, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at_the_desk, "PATIENCE", 0.5)
    os.mkfifo(programs / "nothing")
    put(programs, script.format(folder=programs))
    with kiosk(small) as client:
        person = at_the_end(client)
        person.send("row:print_it")
        assert f"{OURS.desk_refused} {OURS.desk_failed}" in read(person)
        put(programs, PRINTS.format(folder=programs))
        person.send("row:print_again")
        assert OURS.desk_sent in read(person)


def test_a_summary_that_cannot_be_made_is_told_with_the_reason(
    small: Languages, printer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("decision_aid.report.files.render", refuse)
    with kiosk(small) as client:
        person = at_the_end(client)
        person.send("row:print_it")
        assert SAYS.not_saved.partition("{")[0] in read(person)
        assert OURS.desk_failed in read(person)
    assert not (printer / "told").exists()


def test_a_printer_that_is_taken_away_meanwhile_is_told(small: Languages, printer: Path) -> None:
    with kiosk(small) as client:
        person = at_the_end(client)
        (printer / "lp").unlink()
        person.send("row:print_it")
        assert OURS.desk_failed in read(person)


# --- the staff print it ---


def test_what_is_kept_is_found_by_the_staff_under_what_the_page_says(
    clinic: Store, programs: Path
) -> None:
    aid = clinic.aid()
    languages = Languages(("en",), lambda _code: aid)
    with kiosk(languages, place=clinic.place) as client:
        person, code = keep(client)
        person.send("press:summary")
        assert 'value="row:print_it"' not in read(person)
        assert OURS.desk_lead in read(person)
        assert OURS.desk_locked in read(person)
        assert code not in read(person)
        found = re.search(r'class="accent">([a-z-]+) \(([0-9a-f]{8})\)<', person.html)
        assert found, person.html
    (clinic.folder / "secret").write_text("four quiet green ducks\n")
    (clinic.folder / "secret").chmod(0o600)
    for name in found.groups():
        told = clinic.records(
            "show", name, "--content", "small.yaml", DECISION_AID_PASSPHRASE_FILE="secret"
        )
        assert (told.returncode, "Me" in told.stdout) == (0, True), told.stderr


def test_where_nothing_is_kept_yet_the_person_is_asked_first(
    small: Languages, programs: Path, tmp_path: Path
) -> None:
    with kiosk(small, place=str(tmp_path / "kept")) as client:
        person = begin(client, START)
        person.send("row:no_trace")
        person.send("row:take", ["me"])
        person.send("press:summary")
        assert OURS.desk_keep in read(person)
        assert not re.search(r'class="accent"', person.html)
        person.send("row:keep")
        assert SAYS.ask_title_shared in read(person)
        person.send("row:keep")
        person.send("row:begin")
        person.send("row:done")
        person.send("press:summary")
        assert OURS.desk_lead in read(person)


def test_with_printer_and_place_the_staff_are_the_way_out_when_printing_fails(
    small: Languages, programs: Path, tmp_path: Path
) -> None:
    put(programs, "#!/bin/sh\nexit 1\n")
    with kiosk(small, place=str(tmp_path / "kept")) as client:
        person, _ = keep(client)
        person.send("press:summary")
        assert OURS.desk_lead not in read(person)
        person.send("row:print_it")
        assert OURS.desk_failed in read(person)
        assert OURS.desk_lead in read(person)


# --- nothing is left on the tablet ---


def test_no_file_is_handed_over(small: Languages, printer: Path) -> None:
    with kiosk(small) as client:
        person = at_the_end(client)
        assert 'href="/summary' not in read(person)
        assert 'value="row:forms"' not in read(person)
        for address in ("/summary", "/summary.pdf", "/summary/pdf-a4", "/summary/txt"):
            answer = client.get(address)
            assert (answer.status_code, "For: For me" in answer.text) == (404, False)
        person.send("row:read")
        assert "For: For me" in read(person)
        assert 'value="row:save"' not in read(person)


def test_after_each_visit_the_first_page_comes_back_by_itself(
    small: Languages, printer: Path
) -> None:
    with kiosk(small) as client:
        person = at_the_end(client)
        person.send("row:finish")
        person.send("row:clear")
        assert OURS.cleared_kiosk in read(person)
        for address in ("/cleared", "/ended"):
            assert leads(client, address) == (30, "/")
            assert OURS.comes_back in client.get(address).text
        assert "Hello" in client.get("/").text
        assert "refresh" not in client.get("/").headers


def test_elsewhere_the_last_page_stays(small: Languages) -> None:
    with TestClient(application(small)) as client:
        assert leads(client, "/cleared") == (0, "")


def test_visits_one_after_another_know_nothing_of_each_other(
    small: Languages, printer: Path
) -> None:
    app = application(small, Start(kiosk=Kiosk()))
    with TestClient(app) as client:
        at_the_end(client).send("clear:")
        person = ByForm(client)
        person.open("/visit")
        person.send("row:clear")
        person = begin(client, START)
        assert " checked" not in read(person)
        assert not only_visitor(app).navigator.sitting.begun.answers
