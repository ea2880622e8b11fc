"""What the tests of the records share: a place on each database, and programs of their own."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import pytest

from decision_aid.record import ContentVersion, Records
from decision_aid.record.session import Session
from tests.processes import PATIENCE

STAMP = ContentVersion("small", "0.1.0", "abc")
NOBODY = 65534
DATABASES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgres))


@dataclass
class Place:
    """Where records are kept, and how one opens what was begun there."""

    address: str

    @property
    def shared(self) -> bool:
        """Whether sessions are opened by their codes here."""
        return self.address.startswith("postgresql:")

    def records(self) -> Records:
        """The records, opened anew."""
        return Records.at(self.address)

    def again(
        self, records: Records, name: str, passphrase: str | None = None, *, looking: bool = False
    ) -> Session:
        """The session of that label, or of that code where the store is shared."""
        open_it = records.open_by_code if self.shared else records.open
        return open_it(name, passphrase, looking=looking)

    def name(self, session: Session) -> str:
        """What one has to know to open it again."""
        return session.code or session.entry.label


@pytest.fixture(params=DATABASES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An empty place on each database."""
    if request.param == "sqlite":
        return Place(str(tmp_path / "home" / "records"))
    return Place(request.getfixturevalue("address"))


@pytest.fixture
def records(place: Place) -> Iterator[Records]:
    """The records at that place."""
    with place.records() as opened:
        yield opened


@pytest.fixture(params=["full screen", "line by line"])
def face(request: pytest.FixtureRequest) -> str:
    """The name of each face."""
    return str(request.param)


@pytest.fixture
def nobodys() -> Iterator[Path]:
    """A folder that belongs to somebody without special rights."""
    folder = Path(tempfile.mkdtemp())
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


def in_a_child(work: Callable[[], str], user: int | None = None) -> str:
    """What the work says when it is done in a process of its own, as another user if need be."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        _be_a_child(work, user, writing)
    os.close(writing)
    with os.fdopen(reading) as answer:
        said = answer.read()
    os.waitpid(pid, 0)
    return said


def _be_a_child(work: Callable[[], str], user: int | None, writing: int) -> None:
    try:
        if user is not None and os.geteuid() == 0:
            os.setgroups([])
            os.setgid(user)
            os.setuid(user)
        said = work()
    except BaseException as error:
        said = f"{type(error).__name__}: {error}"
    os.write(writing, said.encode())
    os._exit(0)


class Child:
    """A process that works and says a line after each step, until it is killed or done."""

    def __init__(self, work: Callable[[Callable[[str], None]], None]) -> None:
        reading, writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                work(lambda line: void(os.write(writing, f"{line}\n".encode())))
            finally:
                os._exit(0)
        os.close(writing)
        self.said = os.fdopen(reading)

    def wait_for(self, lines: int) -> list[str]:
        """The next lines that it says."""
        return [self.said.readline().rstrip("\n") for _ in range(lines)]

    def kill(self) -> list[str]:
        """End it as nothing can be prepared for; gives what it had said until then."""
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        with self.said:
            return self.said.read().splitlines()


def void(_value: object) -> None:
    """Nothing, whatever it was."""


def until(state: Callable[[], bool]) -> None:
    """Look until it is so; a server notices a killed client in its own time."""
    end = monotonic() + PATIENCE
    while not state():
        assert monotonic() < end, "it never came to that"
