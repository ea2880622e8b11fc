"""Visits typed on the full screen and ended at a chosen key, and what is left of them."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from decision_aid.content import DecisionAid
from decision_aid.record import Records, RecordsFault
from decision_aid.record.folder import DATABASE
from decision_aid.record.session import Session
from decision_aid.visit import Visit
from tests.conftest import clock
from tests.processes import PATIENCE
from tests.record.ended_visits import MARKER, process, wait
from tests.record.forked import Program
from tests.record.typist import Keeping, Typist
from tests.tui.terminal import CTRL_C_TWICE

CTRL_C, GONE, GONE_UNHEARD = "Ctrl-C", "terminal gone", "terminal gone, under nohup"
_SIGNAL_OF = {CTRL_C: signal.SIGINT, GONE: signal.SIGHUP, GONE_UNHEARD: signal.SIGHUP}


@dataclass(frozen=True)
class Screened:
    """Where visits on the full screen are kept, and how they are ended."""

    name: str
    place: str
    passphrase: str | None = None
    ending: signal.Signals | str = signal.SIGKILL
    """A signal from outside, or one of the endings named above."""

    @property
    def exit_code(self) -> int:
        """How a program that ends this way has to end."""
        if isinstance(self.ending, str):
            return 128 + _SIGNAL_OF[self.ending]
        return -self.ending if self.ending == signal.SIGKILL else 128 + self.ending

    def before(self) -> None:
        """What is done inside the program before it starts."""
        if self.ending == GONE_UNHEARD:
            signal.signal(signal.SIGHUP, signal.SIG_IGN)

    def at(self, label: str) -> str:
        """Where that visit is kept. Only where there is nothing yet is one asked how to keep it."""
        return f"{self.place}/{label}" if self.passphrase else self.place

    def keeping(self, label: str) -> Keeping:
        """What the person decides about keeping."""
        return Keeping(label, self.passphrase, by_code=self.place.startswith("postgresql:"))


@dataclass
class Left:
    """What was found after a visit had been ended."""

    keys: int = 0
    answers: int = 0
    lost: int = 0
    in_flight: int = 0
    astray: list[str] = field(default_factory=list)
    """Where another question would have come than the one that was on the screen."""
    not_clean: list[str] = field(default_factory=list)
    leaked: list[str] = field(default_factory=list)


def ended_visit(aid: DecisionAid, way: Screened, label: str, seed: int, at_key: int) -> Left:
    """A visit ended some moments after that key, and what is left of it."""
    keeping = way.keeping(label)
    keep = () if keeping.passphrase else ("--keep", label)
    arguments = ["take", *keep, "--records", way.at(label)]
    with Program(aid, arguments, way.before) as program:
        typist, left = Typist(aid, program, keeping, seed), Left()
        try:
            left.keys = _typed_until(typist, at_key)
        except AssertionError as error:
            left.not_clean.append(f"did not answer a key: {error}")
            return left
        shown = process(program.pid)
        wait(random.uniform(0, 0.03))
        _end(program, way.ending)
        _look_at_the_end(program, way, shown, left)
    if typist.awaited and program.sees(*typist.awaited):
        typist.landed()
    _look_at_the_records(way, typist, left)
    return left


def _typed_until(typist: Typist, at_key: int) -> int:
    keys = 0
    for _ in typist.whole_visit():
        keys += 1
        if keys == at_key:
            break
    return keys


def _end(program: Program, ending: signal.Signals | str) -> None:
    if ending == CTRL_C:
        os.write(program.handle, CTRL_C_TWICE.encode())
    elif isinstance(ending, str):
        program.hang_up()
    else:
        os.kill(program.pid, ending)


def _look_at_the_end(program: Program, way: Screened, shown: bytes, left: Left) -> None:
    planted, gone = MARKER.encode(), way.ending in (GONE, GONE_UNHEARD)
    if (code := program.end()) != way.exit_code:
        left.not_clean.append(f"exit code {code}")
    if not (gone or way.ending == signal.SIGKILL or program.is_restored):
        left.not_clean.append("screen not given back")
    if planted in shown:
        left.leaked.append("the list of processes")
    if planted in program.left_behind:
        left.leaked.append("the terminal")


def _look_at_the_records(way: Screened, typist: Typist, left: Left) -> None:
    place = way.at(typist.keeping.label)
    with Records.at(place) as records:
        try:
            session = _opened(records, typist)
        except RecordsFault as fault:
            if typist.places:  # a question was on the screen, so a session was begun
                left.not_clean.append(fault.kind)
            return
        if session.only_looking:
            left.not_clean.append("still held")
        if not records.shared and integrity(place) != "ok":
            left.not_clean.append("integrity")
        _compare(session, typist, left)
        session.close()


def _opened(records: Records, typist: Typist) -> Session:
    keeping = typist.keeping
    open_it, name = (
        (records.open_by_code, typist.code) if records.shared else (records.open, keeping.label)
    )
    session = open_it(name, keeping.passphrase)
    end = monotonic() + PATIENCE
    while session.only_looking and monotonic() < end:  # a server notices in its own time
        session = open_it(name, keeping.passphrase)
    return session


def integrity(place: str) -> str:
    """What SQLite itself says of the database there."""
    connection = sqlite3.connect(Path(place) / DATABASE)
    try:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])
    finally:
        connection.close()


def _compare(session: Session, typist: Typist, left: Left) -> None:
    there = session.answers_given()
    newest = dict([typist.in_flight] if typist.in_flight else [])
    left.answers = len(typist.kept)
    for name, given in typist.kept.items():
        found = there.get(name, "lost")
        left.lost += found != given and not (name in newest and found == newest[name])
    left.in_flight = sum(
        name not in typist.kept or typist.kept[name] != given for name, given in there.items()
    )
    if typist.places and not (session.at is None and not typist.kept):
        _go_on(session, typist, left)


def _go_on(session: Session, typist: Typist, left: Left) -> None:
    """Take the visit up as the next program would, and see which question comes."""
    visit = Visit(typist.visit.aid, clock)
    visit.take_up(session)
    asked_again = {q.id for q in visit.aid.by_id.values() if q.keep == "never"}
    while visit.shown in asked_again - typist.places:
        asked_again.remove(visit.shown)
        given = typist.visit.held.given.get(visit.shown)
        if given is not None:
            visit.answer(given)
            visit.go_on()
        else:
            visit.pass_over()
    if visit.shown not in typist.places:
        left.astray.append(f"{visit.shown} for {sorted(map(str, typist.places))}")
