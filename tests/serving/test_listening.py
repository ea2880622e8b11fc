"""Connections that wait, stall, flood or break: the others are served, and it stops cleanly."""

from __future__ import annotations

import resource
import select
import signal
import socket
import ssl
import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes import PATIENCE
from tests.serving.client import TOP, Running, is_closed, read_answer, say
from tests.serving.conftest import Start
from tests.serving.small_server import LARGE, SECRET

SHORT = {"limits": {"request": 0.4, "handshake": 0.4, "answer": PATIENCE}}
GET = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
UNFINISHED = {
    "nothing": b"",
    "half a line": b"GET /",
    "half a head": GET[:-2],
    "half a body": (
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999\r\n"
        b"Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n\r\na"
    ),
}


@pytest.mark.parametrize("begun", UNFINISHED)
def test_whoever_does_not_finish_a_request_is_let_go(start_server: Start, begun: str) -> None:
    server = start_server(**SHORT)
    with server.connect() as connection:
        connection.sendall(UNFINISHED[begun])
        assert is_closed(connection)
    assert server.ask().status == 200


@pytest.mark.parametrize("begun", ["half a head", "half a body"])
def test_bytes_that_trickle_in_do_not_hold_a_connection(start_server: Start, begun: str) -> None:
    server = start_server(**SHORT)
    with server.connect() as connection:
        connection.sendall(UNFINISHED[begun])
        try:
            while not select.select([connection], [], [], 0.02)[0]:
                connection.sendall(b"a")
        except (BrokenPipeError, ConnectionResetError):
            return
        assert is_closed(connection)


def test_whoever_was_answered_has_as_long_again_and_no_longer(start_server: Start) -> None:
    server = start_server(**SHORT)
    with server.connect() as connection:
        assert say(connection, GET).status == 200
        assert say(connection, GET).status == 200
        assert is_closed(connection)


def test_whoever_waits_for_an_answer_is_not_let_go(start_server: Start) -> None:
    """What is slow here is no fault of theirs: the limit for requests is long over by then."""
    server = start_server(**SHORT)
    with server.connect() as waiting, server.connect() as silent:
        waiting.sendall(GET.replace(b"/ ", b"/until-unread ", 1))
        assert is_closed(silent)
        assert len(server.ask("/large").body) > LARGE
        assert read_answer(waiting).status == 200


def test_whoever_never_reads_the_answer_is_let_go(start_server: Start) -> None:
    server = start_server(limits={"answer": 0.4})
    with server.connect() as deaf:
        deaf.sendall(GET.replace(b"/ ", b"/large ", 1))
        assert server.process.stdout
        assert server.process.stdout.readline() == "nobody waits for it\n"


def test_a_handshake_that_does_not_come_is_not_waited_for(
    start_server: Start, certificate: tuple[Path, Path]
) -> None:
    files = [str(one) for one in certificate]
    context = ssl.create_default_context(cafile=files[0])
    server = start_server(context, tls=files, **SHORT)
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as silent:
        assert is_closed(silent)
    assert server.ask().status == 200


def test_two_thousand_handshakes_that_do_not_come_hold_up_nobody(
    start_server: Start, certificate: tuple[Path, Path]
) -> None:
    files = [str(one) for one in certificate]
    context = ssl.create_default_context(cafile=files[0])
    server = start_server(context, tls=files, limits={"handshake": PATIENCE})
    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    silent = [
        socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
        for _ in range(min(2_000, allowed - 200))
    ]
    assert server.ask().status == 200
    assert server.stop(signal.SIGTERM) == (128 + signal.SIGTERM, "")
    for one in silent:
        one.close()


def test_where_the_system_allows_few_files_fewer_may_wait() -> None:
    """In a process of its own: the limit cannot be raised again."""
    program = (
        "import resource; from decision_aid.web.listening import allow_files; "
        "from decision_aid.web.patience import Limits; "
        "resource.setrlimit(resource.RLIMIT_NOFILE, (200, {most})); "
        "print(allow_files(Limits()).waiting, resource.getrlimit(resource.RLIMIT_NOFILE)[0])"
    )
    for most, seen in ((400, "100 400"), (1_600, "500 1600")):
        done = subprocess.run(
            [sys.executable, "-c", program.format(most=most)],
            cwd=TOP,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == seen


def test_beyond_the_limit_the_oldest_that_waits_is_let_go(start_server: Start) -> None:
    server = start_server(limits={"waiting": 3, "request": PATIENCE})
    waiting = [server.connect() for _ in range(4)]
    assert is_closed(waiting[0])
    waiting[1].setblocking(False)
    assert server.ask().status == 200, "whoever really asks is served"
    for one in waiting:
        one.close()


def test_two_thousand_connections_leave_it_standing(start_server: Start) -> None:
    server = start_server()
    for at in range(2_000):
        connection = server.connect()
        connection.sendall(GET[: at % len(GET)])
        connection.close()
    assert server.ask().status == 200
    assert server.stop(signal.SIGTERM) == (128 + signal.SIGTERM, "")


def test_two_thousand_that_wait_at_once_hold_up_nobody(start_server: Start) -> None:
    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    server = start_server(limits={"request": PATIENCE})
    waiting = [server.connect() for _ in range(min(2_000, allowed - 200))]
    assert server.ask().status == 200
    for one in waiting:
        one.close()
    assert server.stop(signal.SIGTERM) == (128 + signal.SIGTERM, "")


@pytest.mark.parametrize(
    "raw",
    [
        b"\0\0\0\0\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
        b"GET /\xff HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nA: \0\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    ],
)
def test_what_is_no_request_gets_a_kind_page(serving: Running, raw: bytes) -> None:
    with serving.connect() as connection:
        answer = say(connection, raw)
    assert answer.status == 400
    assert b"We could not read that" in answer.body
    assert serving.ask().status == 200


def test_a_head_without_end_is_cut_off(serving: Running) -> None:
    with serving.connect() as connection:
        answer = say(connection, GET[:-2] + b"A: " + b"a" * 100_000)
    assert answer.status == 431


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_stops_it_in_the_middle_of_a_request(start_server: Start, number: int) -> None:
    server = start_server(limits={"farewell": 0})
    with server.connect() as asking, server.connect():
        asking.sendall(GET.replace(b"/ ", b"/stand-still ", 1))
        assert server.process.stdout
        assert server.process.stdout.readline() == "standing\n"
        assert server.stop(number) == (128 + number, "")


def test_nothing_that_a_visitor_wrote_reaches_a_log(start_server: Start) -> None:
    server = start_server()
    secret = SECRET.encode()
    assert SECRET not in server.ask("/break").body.decode()
    with server.connect() as connection:
        assert is_cut_off(connection, b"GET /break-late HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert server.post(b"words=" + secret).body == b"words=" + secret
    assert server.ask(f"/{SECRET}?{SECRET}", f"{SECRET}: {SECRET}").status == 200
    server.ask("/", f"Host: {SECRET}", "Upgrade: websocket", "Connection: Upgrade")
    code, errors = server.stop(signal.SIGINT)
    assert (code, errors) == (128 + signal.SIGINT, "")


def is_cut_off(connection: socket.socket, raw: bytes) -> bool:
    connection.sendall(raw)
    with connection.makefile("rb") as stream:
        return not stream.read().endswith(b"0\r\n\r\n")


def test_whoever_hangs_up_leaves_no_trace(start_server: Start) -> None:
    server = start_server()
    with server.connect() as connection:
        connection.sendall(UNFINISHED["half a body"])
    with server.connect() as connection:
        connection.sendall(GET.replace(b"/ ", b"/large ", 1))
        connection.recv(1)
    assert server.ask("/until-unread").status == 200
    assert server.stop(signal.SIGTERM) == (128 + signal.SIGTERM, "")
