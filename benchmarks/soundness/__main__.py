"""`python -m benchmarks.soundness`: the figures, and 1 if anything was lost, unclean or leaked."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.soundness import endings, feeding, places, rows, servers
from benchmarks.soundness.endings import HEAD, Found
from decision_aid import paths as shipped
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.record.folder import DATABASE
from tests.record.ended_screens import CTRL_C, GONE, GONE_UNHEARD, Screened
from tests.record.ended_visits import MARKER, Way
from tests.record.server import Server, programs

PASSPHRASE = f"{MARKER} as a passphrase"
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
FEW = 10


def main(kills: int) -> int:
    """Print everything."""
    aid = load(shipped.questions())
    started = time.perf_counter()
    with own_surroundings() as folder:
        server = Server(durable=True) if programs() else None
        if server is None:
            print("PostgreSQL is not installed: left out")
        try:
            wrong = the_table(aid, folder, server, kills)
            wrong += other_servers(server)
            hits = [*where_planted(folder), *(["the server's log"] * in_log(server))]
        finally:
            if server:
                server.stop()
        print(f"planted words found outside the records: {len(hits)} {hits or ''}")
        wrong += len(hits) + bad_places(aid, folder, kills) + any_input(folder, kills)
    print(f"{time.perf_counter() - started:.0f} seconds")
    return 1 if wrong else 0


def the_table(aid: DecisionAid, folder: Path, server: Server | None, kills: int) -> int:
    """Each way of ending visits in one row; how much was wrong."""
    print(HEAD)
    wrong = 0
    for name, found in every_row(aid, folder, server, kills):
        print(found.row(name), flush=True)
        for line in found.told:
            print(f"    {line[:300]}")
        wrong += found.wrong
    return wrong


def every_row(
    aid: DecisionAid, folder: Path, server: Server | None, kills: int
) -> Iterator[tuple[str, Found]]:
    """Line by line first, then the full screen, on each database."""
    several, some = max(kills // 10, FEW), max(kills // 3, FEW)
    for way, visits in by_line(folder, server, (kills, several, some)):
        yield f"line by line: {way.name}", endings.lines(aid, way, visits)
    for screened, visits in on_the_screen(folder, server, (kills, several, some)):
        yield f"full screen: {screened.name}", endings.screens(aid, screened, visits)


Numbers = tuple[int, int, int]


def by_line(folder: Path, server: Server | None, numbers: Numbers) -> Iterator[tuple[Way, int]]:
    """The ways of ending a visit line by line, and how often each is taken."""
    (kills, several, some), output = numbers, folder / "output"
    yield Way("kill -9, SQLite", str(folder / "open"), outside=output), kills
    locked = str(folder / "locked")
    yield Way("kill -9, SQLite, passphrase", locked, PASSPHRASE, outside=output), several
    for one in SIGNALS:
        yield Way(f"{one.name}, SQLite", str(folder / "open"), number=one, outside=output), several
    if server:
        yield Way("kill -9, PostgreSQL", server.address(), outside=output), some


def on_the_screen(
    folder: Path, server: Server | None, numbers: Numbers
) -> Iterator[tuple[Screened, int]]:
    """The same for the full screen, with the endings that only a terminal has."""
    (kills, several, some), place = numbers, str(folder / "screens")
    yield Screened("kill -9, SQLite", place), kills
    locked = str(folder / "locked-screens")
    yield Screened("kill -9, SQLite, passphrase", locked, PASSPHRASE), several
    for one in (*SIGNALS, CTRL_C, GONE, GONE_UNHEARD):
        name = one if isinstance(one, str) else one.name
        yield Screened(f"{name}, SQLite", place, ending=one), several
    if server:
        yield Screened("kill -9, PostgreSQL", server.address()), some
        yield Screened("SIGTERM, PostgreSQL", server.address(), ending=signal.SIGTERM), FEW


# --- servers, secrets, and places ---


def other_servers(server: Server | None) -> int:
    """Print what became of visits on servers that are set up otherwise; how much was wrong."""
    if server is None:
        return 0
    lines = ["encodings:", *servers.encodings(server), "poolers:"]
    lines += servers.poolers(server) if shutil.which("pgbouncer") else ["  left out: no pgbouncer"]
    print(*lines, sep="\n")
    return sum("UNEXPECTED" in line for line in lines)


@contextmanager
def own_surroundings() -> Iterator[Path]:
    """Home, temporary files and logs in one folder that can be looked through afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tmp").mkdir()
        os.environ.update(
            HOME=name,
            TMPDIR=f"{name}/tmp",
            XDG_DATA_HOME=f"{name}/data",
            TEXTUAL_LOG=f"{name}/textual.log",
        )
        os.chdir(folder)
        tempfile.tempdir = None
        yield folder


def where_planted(folder: Path) -> list[str]:
    """Files that hold the planted words by name or inside, but for records without a lock."""
    hits = []
    for path in folder.rglob("*"):
        if MARKER in path.name:
            hits.append(f"name of {path}")
        open_records = path.name.startswith(DATABASE) and "locked" not in str(path)
        if path.is_file() and not open_records and MARKER.encode() in path.read_bytes():
            hits.append(str(path))
    return hits


def in_log(server: Server | None) -> bool:
    """Whether the server wrote planted words down."""
    return server is not None and MARKER in server.log


def bad_places(aid: DecisionAid, folder: Path, kills: int) -> int:
    """Print what became of visits where keeping fails; how much was wrong."""
    print(places.beginnings(folder / "begun", max(kills // 3, FEW)))
    print(f"disk full, line by line: {places.a_full_disk_by_line(aid, folder / 'full')}")
    on_screen = places.a_full_disk_on_the_screen(aid, folder / "full screen")
    print(f"disk full, full screen: {on_screen}")
    damaged = rows.flipped_bits(folder / "flipped", kills)
    print(f"damaged rows: {damaged}")
    lines = list(places.broken_places())
    print("in the database's place:", *lines, sep="\n")
    return sum(
        "UNEXPECTED" in x or "CHANGED" in x or "NOT TOLD" in x for x in [*lines, on_screen, damaged]
    )


def any_input(folder: Path, times: int) -> int:
    """Print what became of visits that are fed anything; how many ways ended badly."""
    lines = list(feeding.fed_in_every_way(folder / "fed", times))
    print(*lines, sep="\n")
    return sum("; 0 WRONG" not in line for line in lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soundness", description=__doc__)
    parser.add_argument("--kills", type=int, default=360, help="of each face (default 360)")
    sys.exit(main(parser.parse_args().kills))
