"""Whole visits line by line in processes of their own, ended by a signal at a chosen keystroke."""

from __future__ import annotations

import json
import os
import random
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from decision_aid.conditions import Value
from decision_aid.content import DecisionAid, Note, Picks, Question
from decision_aid.held_answers import HeldAnswers
from decision_aid.line import Console, LineFace
from decision_aid.record import ContentVersion, Records
from decision_aid.record.session import Session
from decision_aid.start import Start
from decision_aid.visit import Visit
from tests.conftest import NOWHERE, clock

MARKER = "PLANTED-WORDS"
NOW = clock()
Say = Callable[[str], None]


# --- a person who goes through the whole visit, saying what they do ---


class SpokenAnswers(HeldAnswers):
    """Says each answer as soon as it counts as kept, and not before."""

    def __init__(self, aid: DecisionAid, session: Session | None, say: Say) -> None:
        super().__init__(aid, lambda: NOW, {}, session)
        self.say = say

    def hold(self, question: Question, value: Value | None, given: Sequence[str] | None) -> None:
        super().hold(question, value, given)
        if question.keep != "never" and not (self.session and self.session.fault):
            self.say(json.dumps([question.id, given]))


def spoken_visit(aid: DecisionAid, session: Session | None, say: Say) -> Visit:
    """A visit of which each answer is said."""
    visit = Visit(aid, lambda: NOW, session=session)
    visit.held = SpokenAnswers(aid, session, say)
    return visit


class Person:
    """Answers whatever is asked; each keystroke and each answer that counts as kept is said."""

    def __init__(self, aid: DecisionAid, session: Session | None, say: Say, seed: int) -> None:
        self.say = say
        self.random = random.Random(seed)
        self.visit = spoken_visit(aid, session, say)
        console = Console(self.ask, lambda _line: None, 72)
        self.face = LineFace(self.visit, console, Start(keep=False), NOWHERE)

    def ask(self, _prompt: str) -> str:
        """One line typed."""
        self.say("key")
        question = self.visit.question
        if question is None:
            return self._finish()
        takes = question.takes()
        stays = {one.id for one in takes.choices if one.stays} if isinstance(takes, Picks) else ()
        if isinstance(question, Note) or self.visit.value not in (None, *stays):
            return ""
        if isinstance(takes, Picks):
            going_on = [n for n, one in enumerate(takes.choices, 1) if not one.ends]
            return self.random.choice(["p", *map(str, going_on)])
        return f"{MARKER} {self.random.random()}"

    def _finish(self) -> str:
        """The number that leads out of the page shown, at the end."""
        ids = [row.id for row in self.face.navigator.page.rows]
        return str(1 + next(ids.index(row) for row in ("leave", "finish") if row in ids))


def longest(aid: DecisionAid) -> tuple[int, int]:
    """A seed whose answers lead through many questions, and how many keystrokes that takes."""
    found = []
    for seed in range(25):
        said: list[str] = []
        Person(aid, None, said.append, seed).face.run()
        found.append((said.count("key"), seed))
    keys, seed = max(found)
    return seed, keys


# --- one visit in a process of its own, ended by a signal ---


@dataclass
class Ended:
    """What a visit had said when it was ended."""

    name: str = ""
    """Label or code."""
    keys: int = 0
    kept: dict[str, tuple[str, ...] | None] = field(default_factory=dict)
    seen: bytes = b""
    """What the list of processes showed of it."""

    def hear(self, line: str) -> None:
        """Take in a line; one that was cut off by the end says nothing."""
        if line == "key":
            self.keys += 1
        elif line.startswith("name "):
            self.name = line.removeprefix("name ")
        else:
            with suppress(ValueError):
                question, given = json.loads(line)
                self.kept[question] = None if given is None else tuple(given)


@dataclass(frozen=True)
class Way:
    """Where and how visits are kept and ended."""

    name: str
    place: str
    passphrase: str | None = None
    number: int = signal.SIGKILL
    outside: Path = Path(os.devnull)
    """Where the output of the processes goes."""


def ended_visit(aid: DecisionAid, way: Way, seed: int, at_key: int) -> Ended:
    """A visit ended some moments after that keystroke."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        _visit(aid, way, seed, writing)
    os.close(writing)
    ended, delay = Ended(), random.expovariate(1 / 0.0015)
    with os.fdopen(reading) as said:
        for line in said:
            ended.hear(line.rstrip("\n"))
            if ended.keys == at_key:
                ended.seen = process(pid)
                wait(delay)
                os.kill(pid, way.number)
                break
        for line in said:
            ended.hear(line.rstrip("\n"))
    os.waitpid(pid, 0)
    return ended


def _visit(aid: DecisionAid, way: Way, seed: int, writing: int) -> None:
    with suppress(BaseException):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whoever runs this may be under nohup
        out = os.open(way.outside, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(out, 1), os.dup2(out, 2)
        with Records.at(way.place) as records:
            session = records.begin(None, ContentVersion.of(aid), NOW, way.passphrase)

            def say(line: str) -> None:
                os.write(writing, f"{line}\n".encode())

            say(f"name {session.code or session.entry.label}")
            Person(aid, session, say, seed).face.run()
    os._exit(0)


def wait(seconds: float) -> None:
    """Without sleeping, which would round up to the scheduler's taste."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def process(pid: int) -> bytes:
    shown = b""
    for name in ("cmdline", "environ", "comm"):
        with suppress(OSError):  # it may have come to its end by itself
            shown += Path(f"/proc/{pid}/{name}").read_bytes()
    return shown
