"""Many visits ended by signals, keys and lost terminals, and the sum of what was left of them."""

from __future__ import annotations

import multiprocessing
import random
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

from decision_aid.content import DecisionAid
from decision_aid.record import Records
from tests.record import ended_screens, ended_visits, typist
from tests.record.ended_screens import Left, Screened
from tests.record.ended_visits import MARKER, Ended, Way

SIDE_BY_SIDE = 2
"""Visits on the full screen at one time: each waits for the other's keys most of the time."""


@dataclass
class Found:
    """The sum over many ended visits."""

    visits: int = 0
    keys: set[int] = field(default_factory=set)
    answers: int = 0
    lost: int = 0
    in_flight: int = 0
    astray: int | None = 0
    """None where nobody looked which question comes next."""
    not_clean: int = 0
    leaked: int = 0
    told: list[str] = field(default_factory=list)
    """What exactly was wrong."""

    @property
    def wrong(self) -> int:
        """How much of it should not be."""
        too_many = max(self.in_flight - self.visits, 0)
        return self.lost + (self.astray or 0) + self.not_clean + self.leaked + too_many

    def row(self, name: str) -> str:
        """One line of the table."""
        astray = "-" if self.astray is None else self.astray
        return (
            f"{name:48} {self.visits:6} {len(self.keys):5} {self.answers:8} {self.lost:5} "
            f"{self.in_flight:9} {astray:>6} {self.not_clean:9} {self.leaked:6}"
        )

    def add(self, left: Left) -> None:
        """One more visit."""
        self.visits += 1
        self.keys.add(left.keys)
        self.answers += left.answers
        self.lost += left.lost
        self.in_flight += left.in_flight
        self.astray = None if self.astray is None else self.astray + len(left.astray)
        self.not_clean += len(left.not_clean)
        self.leaked += len(left.leaked)
        self.told += [*left.astray, *left.not_clean, *left.leaked]


HEAD = f"{'ended by':48} visits  keys  answers  lost  in flight  astray  not clean  leaks"


# --- line by line ---


def lines(aid: DecisionAid, way: Way, visits: int) -> Found:
    """Visits line by line, spread over all their keystrokes."""
    found = Found(astray=None)
    seed, last = ended_visits.longest(aid)
    for number in range(visits):
        found.add(_left(way, ended_visits.ended_visit(aid, way, seed, 1 + number * last // visits)))
    return found


def _left(way: Way, ended: Ended) -> Left:
    left = Left(keys=ended.keys, answers=len(ended.kept))
    with Records.at(way.place) as records:
        open_it = records.open_by_code if records.shared else records.open
        session = open_it(ended.name, way.passphrase)
        for _ in range(1_000):  # a server notices in its own time that a client was killed
            if not session.only_looking:
                break
            session = open_it(ended.name, way.passphrase)
        there = session.answers_given()
        sound = records.shared or ended_screens.integrity(way.place) == "ok"
        left.not_clean = ["held"] * session.only_looking + ["integrity"] * (not sound)
        session.close()
    left.lost = sum(there.get(name, "lost") != given for name, given in ended.kept.items())
    left.in_flight = len(there.keys() - ended.kept.keys())
    left.leaked = ["the list of processes"] * (MARKER.encode() in ended.seen)
    return left


# --- on the full screen ---


def screens(aid: DecisionAid, way: Screened, visits: int) -> Found:
    """Visits on the full screen, typed key by key, spread over all their keys."""
    found = Found()
    seed, last = typist.longest(aid, way.keeping(_label(way, 0)))
    at = [(way, number, seed, 1 + number * last // visits) for number in range(visits)]
    for left in _side_by_side(aid, at):
        found.add(left)
    return found


Ending = tuple[Screened, int, int, int]
_AID: list[DecisionAid] = []
"""The questionnaire, in each of the processes that type."""


def _side_by_side(aid: DecisionAid, endings: Iterable[Ending]) -> Iterator[Left]:
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(SIDE_BY_SIDE, context, _begin, (aid,)) as typing:
        yield from typing.map(_ended, endings)


def _begin(aid: DecisionAid) -> None:
    _AID.append(aid)
    random.seed()


def _ended(ending: Ending) -> Left:
    way, number, seed, at_key = ending
    return ended_screens.ended_visit(_AID[0], way, _label(way, number), seed, at_key)


def _label(way: Screened, number: int) -> str:
    return f"{way.name} {number:04}"
