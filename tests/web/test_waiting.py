"""Who is slow is waited for, asked in time and told beforehand; who is gone leaves nothing."""

from __future__ import annotations

import gc
import re
import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from decision_aid.languages import Languages
from decision_aid.words import words
from decision_aid.words.en import WebWords
from tests.screens.test_checklist import QUESTIONS as LINES
from tests.small import small_aid
from tests.web.visiting import ByForm, application, begin, only_visitor

START = "row:start"
OURS = WebWords()
IDLE = 20 * 60.0
"""The least that `serve` takes."""


@dataclass
class Clock:
    """Minutes since the server began."""

    minutes: float = 0.0

    def __call__(self) -> float:
        return self.minutes * 60


@pytest.fixture
def time() -> Clock:
    return Clock()


@pytest.fixture
def app(small: Languages, time: Clock) -> Starlette:
    return application(small, idle=IDLE, now=time)


@pytest.fixture
def client(app: Starlette) -> Iterator[TestClient]:
    with TestClient(app) as client:
        yield client


def leads(client: TestClient, address: str = "/visit") -> tuple[int, str]:
    """After how many seconds the page leads on by itself, and where to."""
    told = client.get(address).headers.get("refresh", "")
    found = re.fullmatch(r"(\d+);url=(\S+)", told)
    return (int(found[1]), found[2]) if found else (0, told)


def answer(client: TestClient, do: str) -> ByForm:
    """Press that button of the question of whether somebody is still there."""
    person = ByForm(client)
    html = person.open("/still-there")
    assert f'value="{do}"' in html
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', html))
    to = "/still-there" if do == "still:" else "/visit"
    person.html = client.post(to, data={**hidden, "do": do}).text
    return person


def test_how_long_a_page_waits_is_said_on_the_first_page_and_on_each(client: TestClient) -> None:
    assert OURS.waits_first.format(minutes=20) in ByForm(client).open()
    assert OURS.waits.format(minutes=20) in begin(client, START).html


def test_it_is_asked_once_with_five_minutes_to_answer(client: TestClient, time: Clock) -> None:
    person = begin(client, START)
    assert leads(client) == (15 * 60, "/still-there?in=en")
    time.minutes = 15
    assert "Are you still there?" in person.open("/still-there")
    assert "Minutes until then: 5." in person.html
    assert leads(client, "/still-there") == (5 * 60 + 1, "/ended?in=en")


def test_whoever_is_still_there_is_back_where_they_were_as_often_as_they_like(
    app: Starlette, client: TestClient, time: Clock
) -> None:
    begin(client, START).send("row:take", ["me"])
    for times in range(1, 13):
        time.minutes = times * 19
        person = answer(client, "still:")
        assert "What hope?" in person.html
        assert "This is where you are now." not in person.html
    assert only_visitor(app).navigator.sitting.begun.answers == {"who": "me"}
    person.send("row:take", ["rest"])
    assert only_visitor(app).navigator.sitting.begun.answers["hope"] == ("rest",)


def test_what_the_browser_asks_for_by_itself_makes_no_visit_last(
    app: Starlette, client: TestClient, time: Clock
) -> None:
    begin(client, START)
    for minutes in (5, 10, 15, 19, 20):
        time.minutes = minutes
        for address in ("/still-there", "/ended", "/nowhere"):
            client.get(address)
    assert len(app.state.visitors) == 1
    time.minutes = 20.1
    client.get("/still-there")
    assert len(app.state.visitors) == 0


def test_where_nobody_answers_the_end_is_told_and_nothing_is_left(
    app: Starlette, client: TestClient, time: Clock
) -> None:
    begin(client, START).send("row:take", ["me"])
    visit = weakref.ref(only_visitor(app).navigator.sitting.begun)
    _, address = leads(client, "/still-there")
    time.minutes = 20.1
    told = client.get(address)
    assert OURS.ended in told.text
    assert told.headers["clear-site-data"] == '"cache", "cookies", "storage"'
    assert "refresh" not in told.headers
    assert len(app.state.visitors) == 0
    gc.collect()
    assert visit() is None
    assert "What hope?" not in client.get("/visit/2").text


def test_the_end_is_told_in_the_language_of_the_visit(languages: Languages, time: Clock) -> None:
    with TestClient(application(languages, idle=IDLE, now=time)) as client:
        person = begin(client)
        person.send("press:language", ["uk"])
        _, asks = leads(client)
        assert "Êtes-vous toujours là" in client.get(asks).text
        time.minutes = 20.1
        for address in (asks, leads(client, asks)[1] or "/ended?in=fr"):
            assert words("fr").web.ended in client.get(address).text


def test_a_link_from_elsewhere_clears_nothing(client: TestClient) -> None:
    """Such a request comes without the cookie."""
    begin(client, START)
    client.cookies.clear()
    assert "clear-site-data" not in client.get("/ended").headers


def test_a_visit_that_goes_on_in_another_window_is_not_ended(
    app: Starlette, client: TestClient, time: Clock
) -> None:
    person = begin(client, START)
    time.minutes = 19
    person.send("row:take", ["me"])
    time.minutes = 21
    html = client.get("/ended").text
    assert "Are you still there?" in html
    assert "Minutes until then: 18." in html
    assert len(app.state.visitors) == 1


def test_the_button_of_another_visit_is_not_heard(client: TestClient, time: Clock) -> None:
    begin(client, START)
    time.minutes = 15
    for fields in ({"proof": "x" * 43}, {}):
        assert client.post("/still-there", data=fields).status_code == 403
    assert "Minutes until then: 5." in client.get("/still-there").text


def test_whoever_finds_somebody_elses_visit_can_clear_it(
    app: Starlette, client: TestClient
) -> None:
    begin(client, START).send("row:take", ["me"])
    person = answer(client, "clear:")
    assert "Do you want to finish?" in person.html
    person.send("row:clear")
    assert len(app.state.visitors) == 0


# --- whoever writes or marks slowly ---


def at_words(client: TestClient) -> ByForm:
    person = begin(client, START)
    while "<textarea" not in person.html:
        person.send("row:go_on" if 'value="row:go_on"' in person.html else "press:pass_over")
    return person


def test_nothing_comes_between_somebody_and_what_they_write(
    client: TestClient, time: Clock
) -> None:
    """The page stays until the visit is over, and only then leaves the screen."""
    person = at_words(client)
    assert OURS.waits_held.format(minutes=20) in person.html
    assert leads(client) == (20 * 60 + 1, "/ended?in=en")


def test_more_time_keeps_what_is_written_and_waits_as_long_again(
    app: Starlette, client: TestClient, time: Clock
) -> None:
    person = at_words(client)
    asked = only_visitor(app).navigator.sitting.begun.asked.id
    for times in range(1, 4):
        time.minutes = times * 19
        person.send("hold:", text="slowly " * times)
        assert ("slowly " * times).strip() in person.html
        assert OURS.waits_anew.format(minutes=20) in person.html
    assert asked not in only_visitor(app).navigator.sitting.begun.answers
    person.send("write:", text="done at last")
    assert only_visitor(app).navigator.sitting.begun.answers[asked] == "done at last"


def test_more_time_keeps_what_is_marked_line_by_line(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, LINES)
    app = application(Languages(("en",), lambda _code: aid), idle=IDLE)
    with TestClient(app) as client:
        person = begin(client, START)
        person.send("row:take", ["me"])
        assert leads(client)[1] == "/ended?in=en"
        marks = re.findall(r'name="mark\.[^"]+" value="([^"]+)"', person.html)
        person.send("hold:", marks[:1])
        assert re.findall(r'value="([^"]+)" checked', person.html) == marks[:1]
        assert only_visitor(app).navigator.sitting.begun.answers == {"who": "me"}


def test_a_passphrase_is_held_by_no_button(client: TestClient) -> None:
    assert OURS.more_time not in begin(client, START).html


def test_urgent_help_is_never_taken_off_the_screen(languages: Languages) -> None:
    with TestClient(application(languages)) as client:
        begin(client)
        assert leads(client, "/urgent") == (0, "")
