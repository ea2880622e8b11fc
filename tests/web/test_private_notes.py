"""A counsellor's private notes: on no page of the person's, on no paper, kept with nothing."""

from __future__ import annotations

import re
import weakref
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from decision_aid.languages import Languages
from decision_aid.report import pdf_text
from decision_aid.start import Start
from decision_aid.web.tries import Tries
from decision_aid.words import words
from tests.web.two_devices import CODE, join, note, proof_in
from tests.web.visiting import ByForm, application, begin, only_visitor

OURS = words("en")
NOTES, AGENDA = "privy-heron-notes", "privy-otter-agenda"


@dataclass
class Prying(ByForm):
    """Looks for the counsellor's words on each page that the person comes to."""

    seen: int = 0

    def send(self, do: str, marked: object = (), text: str | None = None) -> None:
        super().send(do, marked, text)  # type: ignore[arg-type]
        self.look()

    def look(self) -> None:
        for private in (NOTES, AGENDA):
            assert private not in self.html
        self.seen += 1


def test_no_page_that_the_person_can_reach_has_the_private_notes(
    app_for_two: Starlette, here: TestClient, beside: TestClient
) -> None:
    begin(here, "row:start")
    join(here, beside)
    note(beside, agenda=AGENDA, notes=NOTES)
    assert NOTES in beside.get("/counsel/notes").text, "else nothing would be looked for"
    person = Prying(here)
    person.open("/")
    for do, marked, text in (
        ("row:take", ["me"], None),
        ("row:take", ["before.settled:yes", "before.told:not"], None),
        ("row:take", ["rest"], None),
        ("write:", [], "44"),
        ("write:", [], "Will it last?"),
        ("row:take", ["after.settled:yes"], None),
    ):
        _pry_around(person)
        person.send(do, marked, text)
    assert "Your summary" in person.html
    _pry_around(person)
    _pry_at_every_address(app_for_two, person)
    assert person.seen > 60


def _pry_around(person: Prying) -> None:
    """Press every button at the foot, and come back."""
    for button in re.findall(r'value="(press:(?!back|pass_over|summary)\w+)"', person.html):
        person.send(button)
        for row in re.findall(r'value="(row:(?!close)[\w:.]+)"', person.html)[:1]:
            if button == "press:overview":
                person.send(row)
        person.send("row:all" if 'value="row:all"' in person.html else "row:close")
        if 'value="row:close"' in person.html and button == "press:overview":
            person.send("row:close")


def _pry_at_every_address(app: Starlette, person: Prying) -> None:
    for route in app.routes:
        assert isinstance(route, Route)
        if "GET" not in (route.methods or ()) or route.path.startswith(("/style", "/fonts")):
            continue
        for filled in ("1", "7", "notes", "covered", "txt", "html", "pdf-a4", "pdf-letter"):
            address = re.sub(r"\{[^}]+\}", filled, route.path)
            answer = person.client.get(address)
            is_pdf = answer.content.startswith(b"%PDF")
            person.html = "".join(pdf_text.pages(answer.content)) if is_pdf else answer.text
            person.look()


def test_the_notes_are_kept_with_nothing(tmp_path: Path, for_two: Languages) -> None:
    place = tmp_path / "kept"
    app = application(for_two, Start(place=str(place)), joins=Tries(pause=0))
    with TestClient(app) as here, TestClient(app) as beside:
        person = begin(here, "row:start")
        person.send("row:keep")
        person.send("row:begin")
        code = re.search(CODE, person.html)
        assert code
        join(here, beside)
        shown = beside.get("/counsel").text
        assert OURS.counsel.apart in shown
        assert code[0] not in shown, "their code is theirs alone"
        note(beside, agenda=AGENDA, notes=NOTES)
        person.open("/")
        person.send("row:done")
        person.send("row:take", ["me"])
        person.send("clear:")
        person.send("row:clear")
    kept = b"".join(one.read_bytes() for one in place.iterdir() if one.is_file())
    assert b"who" in kept
    assert NOTES.encode() not in kept
    assert AGENDA.encode() not in kept


def test_when_the_person_finishes_nothing_is_left_beside_either(
    app_for_two: Starlette, here: TestClient, beside: TestClient
) -> None:
    person = begin(here, "row:start")
    join(here, beside)
    note(beside, notes=NOTES)
    page = beside.get("/counsel/notes").text
    assert OURS.counsel.notes_gone in page, "said before anything is written"
    visitor = only_visitor(app_for_two)
    assert visitor.counsellor
    left = weakref.ref(visitor.counsellor)
    person.open("/")
    person.send("clear:")
    person.send("row:clear")
    late = beside.post("/counsel/notes", data={"proof": proof_in(page), "notes": "more"})
    assert late.status_code == 410
    assert "The visit has ended" in late.text
    assert NOTES not in late.text
    assert 'counsel=""' in late.headers["set-cookie"]
    assert left() is None, "not even where something still holds the visit"


@pytest.mark.parametrize("field", ["notes", "agenda"])
def test_notes_stand_in_their_box_as_they_were_written(
    field: str, here: TestClient, beside: TestClient
) -> None:
    begin(here, "row:start")
    join(here, beside)
    hostile = "</textarea><script>x</script>\r\n{{ 7 }}\x00"
    note(beside, **{field: hostile})
    html = beside.get("/counsel/notes").text
    assert "&lt;/textarea&gt;&lt;script&gt;x&lt;/script&gt;\n{{ 7 }}\ufffd</textarea>" in html
    note(beside, **{field: "x" * 5_000})
    assert "x" * 2_000 + "</textarea>" in beside.get("/counsel/notes").text
