"""Servers that are set up otherwise: each encoding, and a pooler in each of its modes."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import psycopg

from decision_aid.record import ContentVersion, Records, RecordsFault
from decision_aid.record.faults import NotKept
from tests.record.both_faces import FACES
from tests.record.conftest import until
from tests.record.ended_visits import NOW
from tests.record.pooler import Pooler
from tests.record.server import Server
from tests.record.test_both_faces import BEGINNINGS

STAMP = ContentVersion("a", "1", "b")
ANSWERS = 40
ROOMS = 12
_ALL = (
    "SELECT pg_encoding_to_char(number) FROM generate_series(0, 41) number "
    "WHERE pg_encoding_to_char(number) <> ''"
)


# --- encodings ---


def encodings(server: Server) -> Iterator[str]:
    """What happens in a database of each encoding that the server can make one of."""
    refused, others, made = 0, 0, 0
    for encoding in _of(server):
        try:
            address = server.database(f"in_{encoding.lower()}", encoding)
        except psycopg.Error:
            continue  # an encoding for programs that ask only
        if encoding != "UTF8":
            others += 1
            refused += _kind(address) == "server_encoding"
            made += _tables(address)
    wrong = "UNEXPECTED " * (refused != others or made > 0)
    yield f"  other than UTF8: {wrong}{refused} of {others} refused, {made} tables made"
    ascii_only = server.address_of("in_sql_ascii")
    yield f"  SQL_ASCII: {', '.join(_told(face, ascii_only) for face in FACES)}"
    yield f"  UTF8: {_kept(server.address_of('in_utf8'))}"


def _of(server: Server) -> list[str]:
    with psycopg.connect(server.address()) as connection:
        return [str(name) for (name,) in connection.execute(_ALL.encode()).fetchall()]


def _tables(address: str) -> int:
    with psycopg.connect(address) as connection:
        named = "SELECT 1 FROM pg_class WHERE relname LIKE 'decision_aid%'"
        return len(connection.execute(named.encode()).fetchall())


def _told(face: str, address: str) -> str:
    course = FACES[face](("--records", address))
    told = BEGINNINGS["server_encoding"] in course.said and course.exit_code == 0
    return f"{face}: {'told, went on, 0' if told else 'UNEXPECTED'}"


def _kept(address: str) -> str:
    """Answers in many scripts, kept and given back."""
    given = {f"q{number}": (f"{chr(0x20 + number * 0x300)} \\ 漢字",) for number in range(ANSWERS)}
    with Records.at(address) as records:
        session = records.begin(None, STAMP, NOW)
        for question, words in given.items():
            session.keep(question, words, NOW)
        session.close()
    with Records.at(address) as records:
        there = records.open_by_code(session.code).answers_given()
    lost = sum(there.get(question) != words for question, words in given.items())
    return f"{'UNEXPECTED ' * bool(lost)}{len(there)} of {ANSWERS} answers there, {lost} lost"


# --- poolers ---


def poolers(server: Server) -> Iterator[str]:
    """Two rooms at one session, and many that come at once, by each mode of a pooler."""
    server.database("pooled")
    with Records.at(server.address_of("pooled")):
        yield f"  no pooler: {_two_rooms(server.address_of('pooled'))}"
    for mode in ("session", "transaction", "statement"):
        with _pooler(server, mode) as pooler:
            address = pooler.address("pooled")
            if mode == "session":
                yield f"  session mode: {_two_rooms(address)}"
            else:
                yield f"  {mode} mode: {_many_rooms(address)}"


@contextmanager
def _pooler(server: Server, mode: str) -> Iterator[Pooler]:
    pooler = Pooler(server, mode, size=2 * ROOMS)
    try:
        until(pooler.is_there)
        yield pooler
    finally:
        pooler.stop()


def _two_rooms(address: str) -> str:
    """One room holds a session; the other tries to write to it and to erase it."""
    with Records.at(address) as first, Records.at(address) as second:
        session = first.begin(None, STAMP, NOW)
        other = second.open_by_code(session.code)
        written = erased = 0
        for number in range(ANSWERS):
            session.keep(f"q{number}", ["one"], NOW)
            try:
                other.keep(f"q{number}", ["two"], NOW)
                written += 1
            except NotKept:
                pass
        try:
            second.erase(session.entry)
            erased = 1
        except RecordsFault:
            pass
        there = sum(given == ("one",) for given in session.answers_given().values())
    wrong = "UNEXPECTED " * (there != ANSWERS or written + erased > 0)
    return (
        f"{wrong}{there} of {ANSWERS} answers there, {written} written by the other room, "
        f"{erased} erased under the open visit"
    )


def _many_rooms(address: str) -> str:
    with ThreadPoolExecutor(ROOMS) as pool:
        kinds = list(pool.map(lambda _: _kind(address), range(ROOMS)))
    refused = kinds.count("server_pooled")
    wrong = "UNEXPECTED " * (refused != ROOMS)
    return f"{wrong}{refused} of {ROOMS} rooms refused that came at once"


def _kind(address: str) -> str:
    try:
        Records.at(address).close()
    except RecordsFault as fault:
        return fault.kind
    return "opened"
