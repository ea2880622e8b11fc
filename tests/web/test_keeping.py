"""Answers that are kept from a browser: opened by their code alone, and by nobody who looks on."""

from __future__ import annotations

import re
from pathlib import Path

import httpx2
from starlette.testclient import TestClient

from decision_aid.languages import Languages
from decision_aid.start import Start
from tests.web.visiting import ByForm, application, begin, only_visitor

START = "row:start"


def keep(client: httpx2.Client) -> tuple[ByForm, str]:
    """Somebody keeps their answers under a passphrase, answers, and leaves; with their code."""
    person = begin(client, START)
    if 'value="row:new"' in person.html:  # not the first to keep anything there
        person.send("row:new")
    person.send("row:lock")
    for _ in range(2):
        person.send("write:", text="four quiet green ducks")
    person.send("row:begin")
    found = re.search("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", person.html)
    assert found, person.html
    person.send("row:done")
    person.send("row:take", ["me"])
    return person, found[0]


def leave(person: ByForm) -> None:
    person.send("clear:")
    person.send("row:clear")


def test_answers_are_gone_on_with_by_code_and_passphrase(tmp_path: Path, small: Languages) -> None:
    app = application(small, Start(place=str(tmp_path / "kept")))
    with TestClient(app) as client:
        person, code = keep(client)
        leave(person)
        person = begin(client, START)
        person.send("row:code")
        person.send("write:", text=code.lower())
        person.send("write:", text="four quiet red ducks")
        assert "Error:" in person.html
        assert "ducks" not in person.html
        person.send("write:", text="four quiet green ducks")
        assert "Welcome back" in person.html
        person.send("row:go_on")
        assert only_visitor(app).navigator.sitting.begun.answers["who"] == "me"


def test_nobody_is_shown_what_others_keep(tmp_path: Path, small: Languages) -> None:
    app = application(small, Start(place=str(tmp_path / "kept")))
    with TestClient(app) as one, TestClient(app) as other:
        keep(one)
        label = only_visitor(app).navigator.sitting.begun.session
        assert label is not None
        html = begin(other, START).html
        assert "Do you have a code" in html
        assert label.entry.label not in html


def test_the_cookie_and_the_proof_of_before_keeping_open_nothing(
    tmp_path: Path, small: Languages
) -> None:
    app = application(small, Start(place=str(tmp_path / "kept")))
    with TestClient(app) as client:
        begin(client, START)
        before = client.cookies["visit"]
        client.cookies.clear()
        keep(client)
        assert client.cookies["visit"] != before
        assert before != only_visitor(app).token


def test_an_old_tab_leads_on_to_the_kept_visit_and_does_nothing_there(
    tmp_path: Path, small: Languages
) -> None:
    app = application(small, Start(place=str(tmp_path / "kept")))
    with TestClient(app) as client:
        person = begin(client, START)
        old = person.fields("row:no_trace", (), None)
        person.send("row:keep")
        person.send("row:begin")
        person.send("row:done")
        told = client.post("/visit", data=old)
        assert told.status_code == 200
        assert "This is where you are now." in told.text
        assert "Who is it for?" in told.text
        assert only_visitor(app).session is not None
        still = client.post("/still-there", data={"proof": old["proof"]})
        assert still.status_code == 200
        assert "Who is it for?" in still.text


def test_without_a_place_nothing_is_kept_and_nobody_is_asked(small: Languages) -> None:
    with TestClient(application(small, Start())) as client:
        assert "Who is it for?" in begin(client, START).html
