"""A real PostgreSQL server for tests and benchmarks: its own folder, a socket, never as root."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

_DEBIAN = Path("/usr/lib/postgresql")


def programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`: Debian keeps them off the PATH."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    folders = sorted(_DEBIAN.glob("*/bin"), key=lambda folder: int(folder.parent.name))
    return next((folder for folder in reversed(folders) if (folder / "initdb").exists()), None)


class Server:
    """A running server; `durable` makes it sync to the disk as in earnest."""

    def __init__(self, *, durable: bool) -> None:
        found = programs()
        if found is None:
            raise LookupError("PostgreSQL is not installed")
        self._programs = found
        self._user = somebody()
        self.folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
        if self._user is not None:
            shutil.chown(self.folder, self._user)
        self._run("initdb", "-A", "trust", "-U", "aid", "-E", "UTF8", "--no-sync", "-D", self._data)
        self._options = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}'"
        self._options += "" if durable else " -c fsync=off"
        self.start()

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    @property
    def log(self) -> str:
        """What the server wrote down."""
        return (self.folder / "log").read_text(errors="replace")

    def address(self, schema: str = "public") -> str:
        """Where the records go; each schema is a store of its own."""
        options = quote(f"-csearch_path={schema}")
        return f"postgresql:///postgres?host={quote(str(self.folder))}&user=aid&options={options}"

    def fresh(self, schema: str) -> str:
        """The address of a new, empty schema."""
        import psycopg

        with psycopg.connect(self.address(), autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {schema}".encode())
        return self.address(schema)

    def database(self, name: str, encoding: str = "UTF8") -> str:
        """The address of a new, empty database."""
        import psycopg

        with psycopg.connect(self.address(), autocommit=True) as connection:
            connection.execute(
                f"CREATE DATABASE {name} ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C' "
                "TEMPLATE template0".encode()
            )
        return self.address_of(name)

    def address_of(self, database: str) -> str:
        """The address of a database."""
        return f"postgresql:///{database}?host={quote(str(self.folder))}&user=aid"

    def start(self) -> None:
        """Let it run, for the first time or again."""
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", self._data, "-l", log, "-w", "-o", self._options, "start")

    def go_away(self) -> None:
        """End it as a power cut would; what it had promised is there when it starts again."""
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "-w", "stop")

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Let all its processes stand still, as on a machine that hangs; then let them go on."""
        stopped = self._processes()
        _signal(signal.SIGSTOP, stopped)
        try:
            yield
        finally:
            _signal(signal.SIGCONT, stopped)

    def _processes(self) -> list[int]:
        """The one that takes connections, then those that serve them."""
        first = (self.folder / "data" / "postmaster.pid").read_text().split()[0]
        os.kill(int(first), signal.SIGSTOP)  # so that no other comes between
        tasks = Path("/proc", first, "task", first, "children").read_text().split()
        return [int(first), *map(int, tasks)]

    def stop(self) -> None:
        """End it, and take its folder away."""
        self.go_away()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [str(self._programs / program), *arguments],
            check=True,
            user=self._user,
            group=self._user,
            extra_groups=[] if self._user else None,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"},
        )


def _signal(number: signal.Signals, processes: Iterable[int]) -> None:
    for process in processes:
        with suppress(ProcessLookupError):  # it had just come to its end
            os.kill(process, number)


def somebody() -> str | None:
    """Whose server it is: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    names = {user.pw_name for user in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in names)
