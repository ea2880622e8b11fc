"""Several programs that serve browsers keep answers in one PostgreSQL store."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from decision_aid.languages import Languages
from decision_aid.record import Records
from decision_aid.start import Start
from decision_aid.words.en import ScreenWords
from tests.record.conftest import until
from tests.record.server import Server
from tests.web.test_keeping import START, keep, leave
from tests.web.visiting import ByForm, application, begin, only_visitor

pytestmark = pytest.mark.postgres
SAYS = ScreenWords()
NOT_KEPT = SAYS.not_kept_yet.partition("{")[0]
PASSPHRASE = "four quiet green ducks"
Rooms = tuple[TestClient, TestClient]


def served(small: Languages, address: str) -> Starlette:
    return application(small, Start(place=address))


@pytest.fixture
def rooms(small: Languages, address: str) -> Iterator[Rooms]:
    """A browser in each of two rooms, which are served by two programs."""
    with TestClient(served(small, address)) as one, TestClient(served(small, address)) as other:
        yield one, other


def answers_in(room: TestClient) -> dict[str, object]:
    app = room.app
    assert isinstance(app, Starlette)
    return dict(only_visitor(app).navigator.sitting.begun.answers)


def open_with(room: TestClient, code: str) -> ByForm:
    """Somebody who has a code."""
    person = begin(room, START)
    assert SAYS.resume_shared in person.html
    person.send("row:code")
    person.send("write:", text=code.lower().replace("-", " "))
    person.send("write:", text=PASSPHRASE)
    return person


def test_what_was_kept_in_one_room_is_gone_on_with_in_the_other(rooms: Rooms) -> None:
    person, code = keep(rooms[0])
    leave(person)
    person = open_with(rooms[1], code)
    assert SAYS.recap_title in person.html
    person.send("row:go_on")
    assert "What hope?" in person.html
    person.send("row:take", ["rest"])
    leave(person)
    open_with(rooms[0], code).send("row:go_on")
    assert answers_in(rooms[0]) == {"who": "me", "hope": ("rest",)}


def test_while_it_is_open_in_one_room_the_other_can_look_and_changes_nothing(
    rooms: Rooms,
) -> None:
    first, code = keep(rooms[0])
    second = open_with(rooms[1], code)
    assert SAYS.in_use_title in second.html
    second.send("row:look")
    assert "For me" in second.html
    second.send("row:close")
    second.send("row:again")
    assert SAYS.in_use_title in second.html
    first.send("row:take", ["rest"])
    leave(first)
    second.send("row:again")
    assert SAYS.recap_title in second.html
    assert answers_in(rooms[1])["hope"] == ("rest",)


def test_an_idle_visit_lets_go_of_what_it_keeps(small: Languages, address: str) -> None:
    """Else nobody could go on with it in another room."""
    moments = [0.0]
    app = application(small, Start(place=address), idle=1_200.0, now=lambda: moments[0])
    with TestClient(app) as one, TestClient(served(small, address)) as other:
        _, code = keep(one)
        moments[0] = 1_201.0
        one.get("/still-there")
        assert SAYS.recap_title in open_with(other, code).html


def test_a_code_of_nobodys_opens_nothing_in_any_room(rooms: Rooms) -> None:
    leave(keep(rooms[0])[0])
    person = begin(rooms[1], START)
    person.send("row:code")
    person.send("write:", text="AAAA-AAAA-AAAA")
    assert SAYS.code_wrong in unescape(person.html)


def test_a_database_that_goes_away_is_told_and_the_visit_goes_on_in_memory(
    small: Languages, server: Server, address: str
) -> None:
    with TestClient(served(small, address)) as room:
        person = begin(room, START)
        for row in ("row:keep", "row:begin"):
            person.send(row)
        found = re.search("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", person.html)
        assert found
        person.send("row:done")
        server.go_away()
        try:
            person.send("row:take", ["me"])
            assert NOT_KEPT in unescape(person.html)
            assert "Error:" not in person.html
            assert "What hope?" in person.html
            person.send("row:take", ["rest"])
            assert answers_in(room) == {"who": "me", "hope": ("rest",)}
        finally:
            server.start()
        until(lambda: kept(address, found[0]) == {"who": ("me",), "hope": ("rest",)})
        until(lambda: NOT_KEPT not in unescape(person.open("/visit")))
        assert "Kept in the clinic's records." in unescape(person.html)


def kept(address: str, code: str) -> object:
    with Records.at(address) as records:
        return records.open_by_code(code, looking=True).answers_given()


def test_a_database_that_is_not_there_is_told_and_the_guide_can_be_used(
    small: Languages,
) -> None:
    place = "postgresql:///x?host=/nowhere&password=SECRET"
    with TestClient(served(small, place)) as room:
        person = begin(room, START)
        assert "SECRET" not in person.html
        assert "cannot be reached" in person.html
