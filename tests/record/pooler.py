"""A real pgbouncer before the tests' server, in each of its modes."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

import psycopg

from tests.record.server import Server, somebody

_PORT = 6543


class Pooler:
    """A running pooler; `mode` is what it calls a pool: session, transaction or statement."""

    def __init__(self, server: Server, mode: str, *, size: int = 20) -> None:
        self._server, self._size = server, size
        self._folder = Path(tempfile.mkdtemp(prefix="pool", dir="/tmp"))
        if (user := somebody()) is not None:
            shutil.chown(self._folder, user)
        self._running = self._start(mode)

    def _start(self, mode: str) -> subprocess.Popen[bytes]:
        user = somebody()
        return subprocess.Popen(
            ["pgbouncer", "-q", str(self._settings(mode))],
            user=user,
            group=user,
            extra_groups=[] if user else None,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _settings(self, mode: str) -> Path:
        users, settings = self._folder / "users.txt", self._folder / "pooler.ini"
        users.write_text('"aid" ""\n')
        settings.write_text(
            f"[databases]\n* = host={self._server.folder} user=aid\n[pgbouncer]\n"
            f"listen_port = {_PORT}\nunix_socket_dir = {self._folder}\nlogfile = /dev/null\n"
            f"pool_mode = {mode}\ndefault_pool_size = {self._size}\nauth_type = trust\n"
            f"auth_file = {users}\n"
        )
        return settings

    def change_mode(self, mode: str) -> None:
        """Let it start again with another mode; every connection is lost."""
        self._running.kill()
        self._running.wait()
        self._running = self._start(mode)

    def address(self, database: str) -> str:
        """Where that database of the server is reached through the pooler."""
        return f"postgresql:///{database}?host={quote(str(self._folder))}&port={_PORT}&user=aid"

    def is_there(self) -> bool:
        """Whether it has come so far that it lets one in."""
        assert self._running.poll() is None, "it ended by itself"
        try:
            psycopg.connect(self.address("postgres")).close()
        except psycopg.OperationalError:
            return False
        return True

    def stop(self) -> None:
        """End it, and take its folder away."""
        self._running.kill()
        self._running.wait()
        shutil.rmtree(self._folder, ignore_errors=True)
