"""What keeping costs: python -m benchmarks.keeping prints it beside what a bare database takes."""

from __future__ import annotations

import itertools
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

from decision_aid.record import ContentVersion, Records, StoredAnswer
from decision_aid.record.session import Session
from decision_aid.record.sqlite_connection import _PRAGMAS
from tests.record.server import Server, programs

NOW = datetime(2026, 11, 20, 14, 5)
STAMP = ContentVersion("ccsvi", "1.0.0", "0" * 64)
PASSPHRASE = "four kind words here"
QUESTIONS = 60
ANSWERS = [StoredAnswer(f"section.question_{n}", (f"choice_{n}",), NOW) for n in range(QUESTIONS)]
Work = Callable[[], object]


@dataclass(frozen=True)
class Cost:
    """Times in milliseconds of one thing, and of the bare thing measured in the same moments."""

    name: str
    times: Sequence[float]
    bare: Sequence[float] = ()

    def line(self) -> str:
        """One line of the table."""
        line = f"{self.name:44} {median(self.times):9.2f} {p99(self.times):9.2f}"
        if not self.bare:
            return line
        excess = p99(self.times) - p99(self.bare)
        return f"{line} {median(self.bare):9.2f} {p99(self.bare):9.2f} {excess:9.2f}"


def p99(times: Sequence[float]) -> float:
    """What ninety-nine in a hundred stay under."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.99))]


def table(costs: Sequence[Cost]) -> str:
    """All of it, in milliseconds."""
    heads = ("p50", "p99", "bare p50", "bare p99", "excess")
    head = f"{'milliseconds':44} " + " ".join(f"{head:>9}" for head in heads)
    return "\n".join([head, *(cost.line() for cost in costs)])


def timed(work: Work) -> float:
    """How long it takes, in milliseconds."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def side_by_side(name: str, work: Work, bare: Work, times: int) -> Cost:
    """Both in turn, so that whatever disturbs the machine disturbs both."""
    for _ in range(20):
        work(), bare()
    both = [(timed(work), timed(bare)) for _ in range(times)]
    return Cost(name, [one for one, _ in both], [other for _, other in both])


# --- one answer ---


def next_answer(session: Session) -> Work:
    """Keeping the next answer of a visit that goes round and round."""
    answers = itertools.cycle(ANSWERS)

    def work() -> None:
        kept = next(answers)
        session.keep(kept.question, kept.given, kept.moment)

    return work


@contextmanager
def bare_sqlite(folder: Path) -> Iterator[Work]:
    """The least commit that SQLite can make durable, with the settings of the records."""
    connection = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE bare (number INTEGER)")
    connection.execute("INSERT INTO bare VALUES (0)")
    yield lambda: connection.execute("UPDATE bare SET number = number + 1")
    connection.close()


@contextmanager
def bare_postgres(address: str) -> Iterator[Work]:
    """The least commit that PostgreSQL can make durable, on the same server and socket."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE TABLE bare (number integer)")
        connection.execute("INSERT INTO bare VALUES (0)")
        yield lambda: connection.execute("UPDATE bare SET number = number + 1")


def per_answer(place: str, name: str, bare: Work, times: int) -> Iterator[Cost]:
    """Open and locked answers, each beside the bare commit."""
    with Records.at(place) as records:
        for passphrase, kind in ((None, "open"), (PASSPHRASE, "locked")):
            session = records.begin(None, STAMP, NOW, passphrase)
            session.keep_all(ANSWERS)
            yield side_by_side(f"one answer, {name}, {kind}", next_answer(session), bare, times)
            session.close()


# --- resume and list, as the store grows ---


def fill(records: Records, until: int) -> Session:
    """Sessions of a whole visit each, as many as that; gives the last."""
    there = len(records.list())
    for number in range(there, until):
        session = records.begin(None, STAMP, NOW + timedelta(minutes=number))
        session.keep_all(ANSWERS)
        session.close()
    return session


def resumed(place: str, name: str, session: Session, passphrase: str | None, times: int) -> Cost:
    """From nothing to all answers: open the records and the session, and read it."""

    def work() -> None:
        with Records.at(place) as records:
            open_it = records.open_by_code if records.shared else records.open
            again = open_it(session.code or session.entry.label, passphrase)
            assert len(again.answers()) == QUESTIONS
            again.close()

    return Cost(name, [timed(work) for _ in range(times)])


def growing(place: str, name: str, sizes: Sequence[int], times: int) -> Iterator[Cost]:
    """Resume and list with that many sessions in the store."""
    with Records.at(place) as records:
        locked = records.begin(None, STAMP, NOW, PASSPHRASE)
        locked.keep_all(ANSWERS)
        locked.close()
        for size in sizes:
            session = fill(records, size)
            yield resumed(place, f"resume, {name}, {size:,} sessions", session, None, times)
            listing = [timed(records.list) for _ in range(max(times // 4, 5))]
            yield Cost(f"list, {name}, {size:,} sessions", listing)
        yield resumed(place, f"resume, {name}, locked", locked, PASSPHRASE, max(times // 8, 5))


def erasing(place: str, name: str, times: int) -> Cost:
    """Erasing one session of a store that holds what it holds now."""
    with Records.at(place) as records:
        size = len(records.list())
        sessions = [records.begin(None, STAMP, NOW) for _ in range(times)]
        for session in sessions:
            session.keep_all(ANSWERS)
        spent = [timed(lambda one=one: records.erase(one)) for one in sessions]  # type: ignore[misc]
        return Cost(f"erase one, {name}, {size:,} sessions", spent)


def costs(answers: int, sizes: Sequence[int], times: int) -> Iterator[Cost]:
    """Everything, on both databases; PostgreSQL is left out where it isn't installed."""
    folder = Path(tempfile.mkdtemp(dir=os.environ.get("TMPDIR")))
    try:
        with bare_sqlite(folder) as bare:
            yield from per_answer(str(folder / "answers"), "SQLite", bare, answers)
        yield from growing(str(folder / "many"), "SQLite", sizes, times)
        yield erasing(str(folder / "many"), "SQLite", 5)
    finally:
        shutil.rmtree(folder)
    if programs() is None:
        print("PostgreSQL is not installed: left out", file=sys.stderr)
        return
    server = Server(durable=True)
    try:
        with bare_postgres(server.address()) as bare:
            yield from per_answer(server.address(), "PostgreSQL", bare, answers)
        yield from growing(server.fresh("many"), "PostgreSQL", sizes, times)
        yield erasing(server.address("many"), "PostgreSQL", 5)
    finally:
        server.stop()


if __name__ == "__main__":
    print(table(list(costs(2_000, (10, 1_000, 10_000), 40))))
