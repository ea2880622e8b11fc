"""An erasure says truly what became of the answers, and what of their traces."""

from __future__ import annotations

import resource
import select
import socket
import threading
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from decision_aid.record import Records, SessionInfo, connecting
from tests.conftest import clock
from tests.record.conftest import STAMP, in_a_child
from tests.record.server import Server
from tests.record.test_in_its_place import kind_of

NOW = clock()


def keep_two(place: str | Path) -> None:
    """A short session, and a long one that makes tidying up cost much room."""
    with Records.at(place) as records:
        for label, size in (("short", 1), ("long", 200)):
            session = records.begin(label, STAMP, NOW)
            session.keep("who", ["me " * 400 * size], NOW)
            session.close()


def entry_of(records: Records, label: str) -> SessionInfo:
    return next(one for one in records.list() if one.label == label)


def test_without_room_to_tidy_up_the_answers_are_gone_and_the_traces_told(tmp_path: Path) -> None:
    keep_two(tmp_path)

    def work() -> str:
        with Records.at(tmp_path) as records:
            short = entry_of(records, "short")
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, -1))
            erased = records.erase(short)
            resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))
            told = erased.left.kind if erased.left else "nothing"
            return f"{told} {[one.label for one in records.list()]}"

    assert in_a_child(work) == "disk_full ['long']"
    with Records.at(tmp_path) as records:
        assert records.erase(entry_of(records, "long")).left is None
        assert records.list() == ()


def test_without_room_to_erase_nothing_is_gone_and_that_is_told(tmp_path: Path) -> None:
    keep_two(tmp_path)

    def work() -> str:
        with Records.at(tmp_path) as records:
            entry = entry_of(records, "long")
            resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, -1))
            told = kind_of(lambda: records.erase(entry))
            resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))
            return f"{told} {sorted(one.label for one in records.list())}"

    assert in_a_child(work) == "disk_full ['long', 'short']"


# --- on a server ---


@pytest.mark.postgres
def test_a_server_that_cannot_tidy_up_has_erased_all_the_same(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody holds a table, so that the server's own tidying waits in vain."""
    keep_two(address)
    quick = ((0, "SET lock_timeout = '50ms'"),)
    monkeypatch.setattr(connecting, "_SETTINGS", connecting._SETTINGS + quick)
    with Records.at(address) as records, psycopg.connect(address) as other:
        short = entry_of(records, "short")
        other.execute("LOCK TABLE decision_aid_print IN SHARE UPDATE EXCLUSIVE MODE")
        erased = records.erase(short)
        assert erased.left is not None
        assert (erased.left.kind, [one.label for one in records.list()]) == ("busy", ["long"])


class Relay:
    """A line to the server; once it is to be cut, no answer to a COMMIT comes back by it."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.is_to_be_cut = False
        self.lets_in_again = True
        threading.Thread(target=self._serve, daemon=True).start()

    def address(self, direct: str) -> str:
        """The same store, by this line."""
        port = self._listening.getsockname()[1]
        there = quote(str(self._server.folder))
        return direct.replace(f"host={there}", f"host=127.0.0.1&port={port}&sslmode=disable")

    def _serve(self) -> None:
        while True:
            client, _ = self._listening.accept()
            if self.is_to_be_cut and not self.lets_in_again:
                client.close()
            else:
                threading.Thread(target=self._relay, args=(client,), daemon=True).start()

    def _relay(self, client: socket.socket) -> None:
        with client, socket.socket(socket.AF_UNIX) as server, suppress(OSError):
            server.connect(str(self._server.folder / ".s.PGSQL.5432"))
            while True:
                for one in select.select([client, server], [], [])[0]:
                    if not (data := one.recv(65_536)):
                        return
                    (server if one is client else client).sendall(data)
                    if one is client and b"COMMIT\0" in data and self.is_to_be_cut:
                        server.recv(65_536)  # it is done there, and nobody is told
                        return


@pytest.mark.postgres
@pytest.mark.parametrize("lets_in_again", [True, False])
def test_an_erasure_whose_end_is_not_told_is_looked_up(
    server: Server, address: str, lets_in_again: bool
) -> None:
    keep_two(address)
    relay = Relay(server)
    with Records.at(relay.address(address)) as records:
        short = entry_of(records, "short")
        relay.lets_in_again, relay.is_to_be_cut = lets_in_again, True
        if lets_in_again:
            assert records.erase(short).complete
        else:
            assert kind_of(lambda: records.erase(short)) == "perhaps_erased"
    with Records.at(address) as records:
        assert [one.label for one in records.list()] == ["long"]
