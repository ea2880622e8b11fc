"""How sound keeping is: python -m benchmarks.soundness kills visits and looks what is left."""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from decision_aid import places
from decision_aid.content import DecisionAid
from decision_aid.keeping import NotKept
from decision_aid.load import load
from decision_aid.record import Records, Stamp
from decision_aid.record.folder import DATABASE
from tests.record.ended_visits import MARKER, NOW, Ended, Person, Way, ended_visit, longest, wait
from tests.record.server import Server, programs
from tests.record.test_in_its_place import IN_ITS_PLACE, everything, filled, kind_of

PASSPHRASE = f"{MARKER} as a passphrase"


# --- many of them, and what was found afterwards ---


@dataclass
class Found:
    """The sum over many ended visits."""

    visits: int = 0
    keys: set[int] = field(default_factory=set)
    answers: int = 0
    lost: int = 0
    in_flight: int = 0
    not_clean: int = 0
    leaked: int = 0


def endings(aid: DecisionAid, way: Way, visits: int, course: tuple[int, int]) -> Found:
    """End that many visits, spread over all their keystrokes, and look after each."""
    found = Found()
    seed, last_key = course
    for number in range(visits):
        ended = ended_visit(aid, way, seed, 1 + number * last_key // visits)
        found.visits += 1
        found.keys.add(ended.keys)
        found.leaked += MARKER.encode() in ended.seen
        _look_after(way, ended, found)
    return found


def _look_after(way: Way, ended: Ended, found: Found) -> None:
    with Records.at(way.place) as records:
        open_it = records.open_by_code if records.shared else records.open
        session = open_it(ended.name, way.passphrase)
        for _ in range(1_000):  # a server notices in its own time that a client was killed
            if not session.only_looking:
                break
            session = open_it(ended.name, way.passphrase)
        there = session.answers_given()
        sound = records.shared or records._database.read("PRAGMA integrity_check") == [("ok",)]
        found.not_clean += session.only_looking or not sound
        session.close()
    found.answers += len(ended.kept)
    found.lost += sum(there.get(name, "lost") != given for name, given in ended.kept.items())
    found.in_flight += len(there.keys() - ended.kept.keys())


def where_planted(folder: Path, *, locked: bool) -> list[str]:
    """Files outside the records (a locked session's records too) that hold the planted words."""
    hits = []
    for path in folder.rglob("*"):
        if MARKER in path.name:
            hits.append(f"name of {path}")
        ours = path.name.startswith(DATABASE) and not locked
        if path.is_file() and not ours and MARKER.encode() in path.read_bytes():
            hits.append(str(path))
    return hits


def beginnings(folder: Path, kills: int) -> str:
    """Kill a program while it makes its database, and see that the next one can begin."""

    def begun(place: Path) -> int:
        if (pid := os.fork()) == 0:
            with suppress(BaseException):
                Records.at(place).begin(None, Stamp("a", "1", "b"), NOW)
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
            records.begin(None, Stamp("a", "1", "b"), NOW).close()
            clean += not [path for path in place.iterdir() if "new" in path.name]
    return (
        f"{kills} kills while beginning, {without} before the database stood; {clean} clean after"
    )


# --- a disk without room, and a place that is taken ---


def a_full_disk(aid: DecisionAid, folder: Path, seed: int) -> str:
    """A whole visit while the disk fills up: what was said, and what is on the disk after."""
    reading, writing = os.pipe()
    if (pid := os.fork()) == 0:
        with suppress(BaseException):
            records = Records.at(folder)
            session = records.begin("full", Stamp.of(aid), NOW)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
            person = Person(aid, session, lambda _line: None, seed)
            person.face.run()
            said, waiting = person.visit.not_kept, session.unsaved
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
            with suppress(NotKept):
                session.try_again()
            kept = [name for name in person.visit.moments if aid.by_id[name].keep != "never"]
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


def broken_places() -> Iterator[str]:
    """Each thing that may stand in the database's place: the kind of fault, and what it left."""
    for name, (change, expected) in IN_ITS_PLACE.items():
        with tempfile.TemporaryDirectory() as folder:
            path = filled(Path(folder) / "records")
            (path.parent / "victim").write_text("precious")
            change(path)
            before = everything(path.parent)
            kind = kind_of(lambda place=path.parent: Records.at(place))  # type: ignore[misc]
            left = "left as it was" if everything(path.parent) == before else "CHANGED"
            yield f"  {name:22} {kind:12} {'' if kind == expected else 'UNEXPECTED '}{left}"


# --- the figures ---


@contextmanager
def own_surroundings() -> Iterator[Path]:
    """Home and temporary files in one folder that can be looked through afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tmp").mkdir()
        os.environ.update(HOME=name, TMPDIR=f"{name}/tmp", XDG_DATA_HOME=f"{name}/data")
        os.chdir(folder)
        tempfile.tempdir = None
        yield folder


def row(name: str, found: Found) -> str:
    """One line of the table."""
    return (
        f"{name:34} {found.visits:6} {len(found.keys):5} {found.answers:8} {found.lost:5} "
        f"{found.in_flight:9} {found.not_clean:9} {found.leaked:6}"
    )


def main(kills: int) -> int:
    """Print the figures; 1 if anything was lost, unclean or leaked."""
    aid = load(places.questions())
    wrong, course = 0, longest(aid)
    print(f"a visit has {course[1]} keystrokes")
    print(f"{'ended by':34} visits  keys  answers  lost  in flight  not clean  leaks")
    with own_surroundings() as folder:
        output = folder / "output"
        ways = [
            Way("kill -9, SQLite", str(folder / "open"), outside=output),
            Way("kill -9, SQLite, passphrase", str(folder / "locked"), PASSPHRASE, outside=output),
        ]
        ways += [
            Way(f"{one.name}, SQLite", str(folder / "open"), number=one, outside=output)
            for one in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
        ]
        numbers = [kills, max(kills // 10, 10), 30, 30, 30]
        server = Server(durable=True) if programs() else None
        if server:
            ways.append(Way("kill -9, PostgreSQL", server.address(), outside=output))
            numbers.append(max(kills // 3, 10))
        else:
            print("PostgreSQL is not installed: left out")
        try:
            for way, number in zip(ways, numbers, strict=True):
                found = endings(aid, way, number, course)
                print(row(way.name, found), flush=True)
                wrong += found.lost + found.not_clean + found.leaked
                wrong += found.in_flight > found.visits
            log = server.log if server else ""
        finally:
            if server:
                server.stop()
        hits = where_planted(folder, locked=False) + where_planted(folder / "locked", locked=True)
        hits += ["the server's log"] if MARKER in log else []
        print(f"planted words found outside the records: {len(hits)} {hits or ''}")
        print(beginnings(folder / "begun", max(kills // 3, 10)))
        print(f"disk full: {a_full_disk(aid, folder / 'full', course[0])}")
    lines = list(broken_places())
    print("in the database's place:", *lines, sep="\n")
    wrong += len(hits) + sum("UNEXPECTED" in line or "CHANGED" in line for line in lines)
    return 1 if wrong else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soundness", description=__doc__)
    parser.add_argument("--kills", type=int, default=360)
    sys.exit(main(parser.parse_args().kills))
