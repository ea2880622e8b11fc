"""A browser as bare as can be: bytes on a socket, and the answer to them."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.processes import PATIENCE, hearing

TOP = Path(__file__).parents[2]
FORM = ("Content-Type: application/x-www-form-urlencoded", "Sec-Fetch-Site: same-origin")


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    head: dict[str, str]
    body: bytes


@dataclass
class Running:
    """A server in a process of its own."""

    process: subprocess.Popen[str]
    port: int
    context: ssl.SSLContext | None = field(default=None)

    def connect(self) -> socket.socket:
        """A connection on which nothing was said yet."""
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        if self.context is None:
            return plain
        return self.context.wrap_socket(plain, server_hostname="localhost")

    def ask(self, path: str = "/", *head: str, method: str = "GET", body: bytes = b"") -> Answer:
        """One request on a connection of its own."""
        host = () if any(one.startswith("Host:") for one in head) else ("Host: localhost",)
        length = (f"Content-Length: {len(body)}",) if method == "POST" else ()
        lines = (f"{method} {path} HTTP/1.1", *host, *length, *head)
        with self.connect() as connection:
            return say(connection, "\r\n".join((*lines, "", "")).encode("latin-1") + body)

    def post(self, body: bytes, *head: str, path: str = "/") -> Answer:
        """A form sent from a page of ours, unless `head` says otherwise."""
        return self.ask(path, *(head or FORM), method="POST", body=body)

    def stop(self, signal_number: int) -> tuple[int, str]:
        """Its exit code, and all that it said on standard error."""
        self.process.send_signal(signal_number)
        _, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, errors


def start(given: dict[str, Any], context: ssl.SSLContext | None = None) -> Running:
    """The small server, once it is ready."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.serving.small_server", json.dumps(given)],
        cwd=TOP,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=hearing,  # noqa: PLW1509 no threads here
    )
    assert process.stdout is not None
    return Running(process, int(process.stdout.readline()), context)


def say(connection: socket.socket, raw: bytes) -> Answer:
    """Send that and read one answer; the rest is not sent where the server hangs up first."""
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        connection.sendall(raw)
    return read_answer(connection)


def read_answer(connection: socket.socket) -> Answer:
    """The answer that comes."""
    with connection.makefile("rb") as stream:
        status = int(stream.readline().split()[1])
        head: dict[str, str] = {}
        while line := stream.readline().strip():
            name, _, value = line.decode("latin-1").partition(":")
            head[name.lower()] = value.strip()
        if "content-length" in head:
            return Answer(status, head, stream.read(int(head["content-length"])))
        return Answer(status, head, _read_chunks(stream))


def _read_chunks(stream: Any) -> bytes:
    body = b""
    while size := int(stream.readline() or b"0", 16):
        body += stream.read(size)
        stream.readline()
    stream.readline()
    return body


def is_closed(connection: socket.socket) -> bool:
    """Wait until the other side has hung up; False if it says something instead."""
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True
