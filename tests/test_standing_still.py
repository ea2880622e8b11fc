"""Both faces where a disk or a server stands still: nobody waits, and nothing answered is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import pytest

from decision_aid.line import Console, LineFace
from decision_aid.record import Records, SessionInfo, deadline
from decision_aid.record.folder import DATABASE, LOCKS
from decision_aid.record.locks import Locks
from decision_aid.start import Start
from decision_aid.visit import Visit
from decision_aid.words import words
from tests.conftest import NOWHERE, clock
from tests.record.both_faces import AID
from tests.record.conftest import DATABASES, until
from tests.record.server import Server
from tests.test_faces_on_a_server import FACES, ByLine, Face, OnTheScreen
from tests.tui.terminal import CTRL_C_TWICE

EN = words("en").screens
LINES = words("en").lines
BEHIND = words("en").faults["behind"][0].partition(" ")[2]
SLOW = words("en").faults["slow"][0].partition(" ")[2]
URGENT = "Call 999 now"
AT_ONCE = 4.0
"""Seconds that mean at once on a busy machine: what stood still did so for 5 and more."""
SOON = 2.0
"""Seconds after which opening is given up here, so that no test takes long."""


@dataclass
class Place:
    """Where answers are kept, and how that comes to stand still."""

    address: str
    standing_still: Callable[[], AbstractContextManager[None]]

    def entries(self) -> tuple[SessionInfo, ...]:
        """The sessions there."""
        with Records.at(self.address, make=False) as records:
            return records.list()

    def kept(self) -> dict[str, object]:
        """What is kept of the only session there."""
        with Records.at(self.address, make=False) as records:
            (entry,) = records.list()
            return dict(records.open_entry(entry, looking=True).answers_given())


LOCKS_IT = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("BEGIN IMMEDIATE")
print(flush=True)
sys.stdin.read()
"""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Another program writes to the file, and does not come to an end."""
    program = [sys.executable, "-c", LOCKS_IT, str(folder / DATABASE)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        try:
            yield
        finally:
            other.kill()


@pytest.fixture(params=DATABASES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An empty place on each database."""
    if request.param == "sqlite":
        folder = tmp_path / "records"
        return Place(str(folder), lambda: locked(folder))
    server: Server = request.getfixturevalue("own_server")
    schema = f"still_{os.getpid()}_{int(monotonic() * 1e6)}"
    return Place(server.fresh(schema), server.standing_still)


@pytest.fixture(params=FACES)
def kind_of_face(request: pytest.FixtureRequest) -> Face:
    """Each face."""
    return FACES[str(request.param)]


def in_earnest() -> None:
    """Wait for a disk no longer than a person would."""
    deadline.PATIENCE, deadline.AT_THE_END, deadline.DEADLINE = 0.08, 0.12, SOON


def begun(face: Face, place: Place) -> OnTheScreen | ByLine:
    """A visit with one answer that is kept, at the question about warning signs."""
    visit = face("--keep", "--records", place.address, before=in_earnest)
    visit.take_label()
    if place.address.startswith("postgresql:"):
        visit.code()
    visit.program.see("tep 1 of")
    visit.answer(1, "step 2 of")
    until(lambda: place.kept() == {"country": ("uk",)})
    visit.answer(2, "step 3 of")
    return visit


READY: dict[Face, tuple[str, ...]] = {OnTheScreen: (), ByLine: (LINES.answer_text,)}
"""What a face shows last where words are asked for: typed before it, a line may count as pasted."""


@contextmanager
def at_once() -> Iterator[None]:
    """It takes no longer than a person can wait for help."""
    before = monotonic()
    yield
    assert monotonic() - before < AT_ONCE


def test_urgent_help_comes_at_once_and_what_was_answered_is_kept_later(
    place: Place, kind_of_face: Face
) -> None:
    visit = begun(kind_of_face, place)
    ready = READY[kind_of_face]
    with place.standing_still():
        with at_once():
            visit.answer(1, "step 4 of", BEHIND, *ready)
        with at_once():
            visit.after("\x1bOQ" if kind_of_face is OnTheScreen else "/u", URGENT, *ready)
        back = "\x1b" if kind_of_face is OnTheScreen else "/r"
        visit.after(back, "What do you want to ask?", *ready)
    until(lambda: place.kept() == {"country": ("uk",), "hope": ("fatigue",)})
    visit.pass_over_words("tep 5 of")
    until(lambda: place.kept()["hope_words"] is None)
    assert visit.finish() == 0


def test_what_was_said_goes_away_by_itself_and_what_is_half_written_stays(place: Place) -> None:
    visit = begun(OnTheScreen, place)
    with place.standing_still():
        visit.answer(1, "step 4 of", BEHIND, EN.not_kept_now)
        visit.after("Why?", "4 of")
        visit.after("")
    visit.program.see(EN.kept_here.partition("{")[0] + where(place))
    visit.after("\t", "u urgent help")
    visit.after("\r", "tep 5 of")
    until(lambda: place.kept().get("hope_words") == ("Why?",))
    assert visit.finish() == 0


def test_by_line_it_is_said_at_the_next_prompt_that_answers_are_kept_again(place: Place) -> None:
    visit = begun(ByLine, place)
    with place.standing_still():
        visit.answer(1, "step 4 of", BEHIND, *READY[ByLine])
    until(lambda: place.kept() == {"country": ("uk",), "hope": ("fatigue",)})
    again = LINES.kept_under.partition("{")[0] + where(place)

    def is_said() -> bool:
        visit.after("/r", "What do you want to ask?", LINES.answer_text)
        return visit.program.sees(again)

    until(is_said)
    visit.after("Why?", "tep 5 of")
    assert visit.finish() == 0


def where(place: Place) -> str:
    """How a face says where answers are kept."""
    return EN.at_the_clinic if place.address.startswith("postgresql:") else EN.here


KEYS_THAT_END = {OnTheScreen: CTRL_C_TWICE.encode(), ByLine: b"\x03"}
ENDINGS: dict[str, Callable[[OnTheScreen | ByLine], object]] = {
    "Ctrl-C": lambda visit: os.write(visit.program.handle, KEYS_THAT_END[type(visit)]),
    "SIGTERM": lambda visit: os.kill(visit.program.pid, signal.SIGTERM),
    "SIGHUP": lambda visit: os.kill(visit.program.pid, signal.SIGHUP),
}
CODES = {"Ctrl-C": 128 + signal.SIGINT, "SIGTERM": 143, "SIGHUP": 129}


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_ends_at_once_and_keeps_what_it_said_to_be_kept(
    place: Place, kind_of_face: Face, ending: str
) -> None:
    visit = begun(kind_of_face, place)
    with place.standing_still():
        visit.answer(1, "step 4 of", BEHIND)
        with at_once():
            ENDINGS[ending](visit)
            assert visit.program.end() == CODES[ending]
    assert kind_of_face is ByLine or visit.program.is_restored
    assert b"Traceback" not in visit.program.raw and b"Fatal" not in visit.program.raw
    assert place.kept()["country"] == ("uk",)


def test_the_last_words_say_how_many_answers_are_not_kept(place: Place, kind_of_face: Face) -> None:
    visit = begun(kind_of_face, place)
    with place.standing_still():
        visit.answer(1, "step 4 of", BEHIND)
        visit.pass_over_words("tep 5 of")
        with at_once():
            assert visit.finish() == 0
        assert visit.program.sees(EN.left_not_kept.format(count=2))


@pytest.mark.parametrize("ending", ENDINGS)
def test_urgent_help_and_the_end_work_while_records_do_not_open(
    place: Place, kind_of_face: Face, ending: str
) -> None:
    begun(kind_of_face, place).finish()
    with place.standing_still():
        visit = kind_of_face("--records", place.address, before=long_deadline)
        visit.program.see("One moment, please.")
        with at_once():
            visit.after("u", "Call 999 or 112 now")
        with at_once():
            ENDINGS[ending](visit)
            assert visit.program.end() == CODES[ending]


def long_deadline() -> None:
    """So long that nothing but the person ends it."""
    in_earnest()
    deadline.DEADLINE = 300.0


def test_records_that_do_not_open_in_time_are_told_and_can_be_tried_again(
    place: Place, kind_of_face: Face
) -> None:
    begun(kind_of_face, place).finish()
    with place.standing_still():
        visit = kind_of_face("--keep", "--records", place.address, before=in_earnest)
        with at_once():
            visit.take_label()
            visit.program.see(EN.keep_failed_title, SLOW)
    visit.after("1", EN.ask_lead.partition("{")[0].strip())
    visit.after("1", EN.label_title)
    visit.program.send("1" if kind_of_face is OnTheScreen else "\n")
    if place.address.startswith("postgresql:"):
        visit.code()
    visit.program.see("tep 1 of")
    visit.answer(1, "step 2 of")
    until(lambda: len(place.entries()) == 2)
    assert visit.finish() == 0


def test_the_end_waits_for_nobody_who_stands_still_at_the_gate(
    tmp_path: Path, kind_of_face: Face
) -> None:
    folder = tmp_path / "records"
    visit = begun(kind_of_face, Place(str(folder), lambda: locked(folder)))
    with Locks(folder / LOCKS).gate(), at_once():
        assert visit.finish() == 0
    with Records.at(folder) as records:
        assert [entry.in_use for entry in records.list()] == [False]


def test_a_pipe_waits_for_a_disk_that_is_only_slow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deadline, "PATIENCE", 0.0)
    monkeypatch.setattr(deadline, "AT_THE_END", 0.0)
    lines, told = iter(["1", "2", "1", "", "12"]), list[str]()

    def ask(_prompt: str) -> str:
        for line in lines:
            return line
        raise EOFError

    start = Start(keep=True, label="mine", place=str(tmp_path / "records"))
    LineFace(Visit(AID, clock), Console(ask, told.append, 200), start, NOWHERE).run()
    assert EN.left_not_kept.partition("}")[2] not in " ".join(told)
    with Records.at(tmp_path / "records") as records:
        until(lambda: not records.list()[0].in_use)
        assert [*records.open("mine").answers_given()] == ["country", "hope", "hope_words", "age"]
