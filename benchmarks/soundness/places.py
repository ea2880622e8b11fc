"""A disk without room, a beginning that is cut off, and what may stand in the records' place."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from decision_aid.content import DecisionAid
from decision_aid.record import ContentVersion, Records
from decision_aid.record.faults import NotKept
from decision_aid.record.folder import DATABASE
from decision_aid.words import words
from tests.record.both_faces import FACES
from tests.record.ended_visits import NOW, Person, longest, wait
from tests.record.forked import Program
from tests.record.test_both_faces import BEGINNINGS
from tests.record.test_in_its_place import IN_ITS_PLACE, everything, filled, kind_of
from tests.record.typist import Keeping, Typist
from tests.record.typist import longest as longest_typed

EN = words("en").screens

ROOM = 100_000
"""Bytes that one file may have where the disk is full."""


def beginnings(folder: Path, kills: int) -> str:
    """Kill a program while it makes its database, and see that the next one can begin."""

    def begun(place: Path) -> int:
        if (pid := os.fork()) == 0:
            with suppress(BaseException):
                Records.at(place).begin(None, ContentVersion("a", "1", "b"), NOW)
            os._exit(0)
        return pid

    started = time.perf_counter()
    os.waitpid(begun(folder / "whole"), 0)
    whole = time.perf_counter() - started
    without = clean = 0
    for number in range(kills):
        pid = begun(place := folder / str(number))
        wait(random.uniform(0, whole))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        without += not (place / DATABASE).exists()
        with Records.at(place) as records:
            records.begin(None, ContentVersion("a", "1", "b"), NOW).close()
            clean += not [path for path in place.iterdir() if "new" in path.name]
    return (
        f"{kills} kills while beginning, {without} before the database stood; {clean} clean after"
    )


def a_full_disk_by_line(aid: DecisionAid, folder: Path) -> str:
    """A whole visit while the disk fills up: what was said, and what is on the disk after."""
    reading, writing = os.pipe()
    if (pid := os.fork()) == 0:
        with suppress(BaseException):
            records = Records.at(folder)
            session = records.begin("full", ContentVersion.of(aid), NOW)
            resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, resource.RLIM_INFINITY))
            person = Person(aid, session, lambda _line: None, longest(aid)[0])
            person.face.run()
            said, waiting = person.visit.not_kept, session.unsaved
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
            with suppress(NotKept):
                session.try_again()
            kept = [name for name in person.visit.held.moments if aid.by_id[name].keep != "never"]
            os.write(writing, json.dumps([len(kept), waiting, said]).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        answered, waiting, said = json.loads(answer.read())
    os.waitpid(pid, 0)
    with Records.at(folder) as records:
        there = len(records.open("full").answers())
    return (
        f"the visit went on to its end with {answered} answers to keep; "
        f"{waiting} waited in memory; "
        f"said: {said!r}; with room again, {there} on the disk"
    )


def a_full_disk_on_the_screen(aid: DecisionAid, folder: Path) -> str:
    """The same on the full screen, where the disk stays full until the end."""

    def before() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, resource.RLIM_INFINITY))

    keeping = Keeping("full")
    arguments = ["take", "--keep", "full", "--records", str(folder)]
    with Program(aid, arguments, before) as program:
        typist = Typist(aid, program, keeping, longest_typed(aid, keeping)[0])
        keys = sum(1 for _ in typist.whole_visit())
        said = EN.not_kept_now.encode() in program.raw
        program.send("4")
        program.see(EN.not_saved_yet)
        program.send("2")
        code = program.end()
    with Records.at(folder) as records:
        there = records.open("full").answers_given()
    older = sum(typist.kept[name] != given for name, given in there.items())
    wrong = sum(
        given != typist.kept[name] and given not in typist.before.get(name, [])
        for name, given in there.items()
    )
    return (
        f"the visit went on to its end, {keys} keys, exit code {code}; {len(there)} of "
        f"{len(typist.kept)} answers on the disk, {older} of them as they were before a change "
        f"that was not kept, {wrong} wrong; "
        f"{'told at once and at the end' if said else 'NOT TOLD'}"
    )


def broken_places() -> Iterator[str]:
    """Each thing that may stand in the database's place: the kind of fault, and what it left."""
    for name, (change, expected) in IN_ITS_PLACE.items():
        with tempfile.TemporaryDirectory() as folder:
            path = filled(Path(folder) / "records")
            (path.parent / "victim").write_text("precious")
            change(path)
            before = everything(path.parent)
            kind = kind_of(lambda place=path.parent: Records.at(place))  # type: ignore[misc]
            told = [_told_by(face, path.parent, expected) for face in FACES]
            left = "left as it was" if everything(path.parent) == before else "CHANGED"
            yield f"  {name:22} {kind:12} {'' if kind == expected else 'UNEXPECTED '}{left}; " + (
                ", ".join(told)
            )


def _told_by(face: str, place: Path, kind: str) -> str:
    course = FACES[face](("--records", str(place)))
    told = BEGINNINGS[kind] in course.said and course.exit_code == 0
    return f"{face}: {'told, went on, 0' if told else 'UNEXPECTED'}"
