"""Answers that are kept from browsers, when the disk is full or the program is told to stop."""

from __future__ import annotations

import re
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from threading import Event, Thread

import httpx2
import pytest

from decision_aid.record import Given, Records
from decision_aid.record.folder import DATABASE
from decision_aid.words import words
from tests.clinic_store import SECRET, Store
from tests.processes import PATIENCE
from tests.serving.browsing import sit_down_at
from tests.serving.conftest import Open
from tests.web.visiting import ByForm

SAYS = words("en").screens
NO_ROOM = "There is no room left on the disk"
LONG = " ".join([SECRET] * 100)
TURNS = 3
"""So often each person has answered, at least, when the program is told to stop."""


def keep(person: ByForm) -> str:
    """Begin a visit that is kept; its code."""
    person.open()
    person.send("row:start")
    if 'value="row:new"' in person.html:  # not the first to keep anything there
        person.send("row:new")
    person.send("row:keep")
    person.send("row:begin")
    found = re.search("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", person.html)
    assert found, person.html
    person.send("row:done")
    return found[0]


def kept(place: str, code: str) -> Given:
    """What is on the disk under that code, and that nobody else holds it."""
    with Records.at(place, shared=True) as records:
        session = records.open_by_code(code)
        assert not session.only_looking
        return session.answers_given()


@contextmanager
def full_disk(process: int, records: Path) -> Iterator[None]:
    """No file of that process can grow by as much as an answer."""
    log = records / f"{DATABASE}-wal"
    most = log.stat().st_size + 5_000
    resource.prlimit(process, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    yield
    infinite = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    with suppress(ProcessLookupError):  # it has ended
        resource.prlimit(process, resource.RLIMIT_FSIZE, infinite)


def wait_until(person: ByForm, *, told: bool) -> None:
    """Look at the page until it says that there is no room, or says so no more."""
    while (NO_ROOM in person.open()) != told:
        pass


needs_linux = pytest.mark.skipif(
    sys.platform != "linux", reason="left out: only Linux limits another program's files"
)


@needs_linux
def test_on_a_full_disk_the_visit_goes_on_and_is_kept_as_soon_as_there_is_room(
    clinic: Store, serve: Open
) -> None:
    server, _ = serve("--port", "0", "--records", clinic.place)
    person = sit_down_at(server)
    code = keep(person)
    person.send("row:take", ["me"])
    with full_disk(server.process.pid, Path(clinic.place)):
        person.send("row:take", ["rest"])
        person.send("write:", text=LONG)
        assert ">Your summary is ready</h1>" in person.html
        person.send("row:questions")
        wait_until(person, told=True)
        assert SAYS.tell_staff in person.html
    wait_until(person, told=False)
    assert server.stop(signal.SIGTERM) == (128 + signal.SIGTERM, "")
    assert kept(clinic.place, code) == {
        "who": ("me",),
        "hope": ("rest",),
        "words": (LONG,),
    }


@needs_linux
def test_on_a_full_disk_it_still_stops_and_what_was_kept_stays(clinic: Store, serve: Open) -> None:
    server, _ = serve("--port", "0", "--records", clinic.place)
    person = sit_down_at(server)
    code = keep(person)
    person.send("row:take", ["me"])
    with full_disk(server.process.pid, Path(clinic.place)):
        person.send("row:take", ["rest"])
        person.send("write:", text=LONG)
        person.send("row:questions")
        wait_until(person, told=True)
        exit_code, errors = server.stop(signal.SIGTERM)
    assert (exit_code, errors) == (128 + signal.SIGTERM, "")
    assert kept(clinic.place, code)["who"] == ("me",)


class Answering(Thread):
    """Somebody who changes their mind for ever, until nobody answers any more."""

    def __init__(self, person: ByForm) -> None:
        super().__init__()
        self.person = person
        self.code = keep(person)
        self.has_answered = Event()
        self.may_be_kept: set[str] = set()
        """The answer that they saw taken; while another is on its way, that one too."""

    def run(self) -> None:
        """Answer, go back, and answer otherwise."""
        with suppress(httpx2.HTTPError):
            for turn in count():
                answer = ("me", "you")[turn % 2]
                self.may_be_kept.add(answer)
                self.person.send("row:take", [answer])
                if SAYS.tell_staff not in self.person.html:  # else it is written later
                    self.may_be_kept = {answer}
                if turn == TURNS:
                    self.has_answered.set()
                self.person.send("press:back")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_while_people_answer_loses_no_answer_that_was_taken(
    clinic: Store, serve: Open, number: int
) -> None:
    server, _ = serve("--port", "0", "--records", clinic.place)
    people = [Answering(sit_down_at(server)) for _ in range(4)]
    for one in people:
        one.start()
    for one in people:
        assert one.has_answered.wait(PATIENCE)
    assert server.stop(number) == (128 + number, "")
    for one in people:
        one.join()
        assert kept(clinic.place, one.code)["who"] in [(answer,) for answer in one.may_be_kept]
