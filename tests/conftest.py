"""What tests share: aids, records, a server, and how it is met that something is not installed."""

from __future__ import annotations

import asyncio
import inspect
import itertools
import os
import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from decision_aid import paths
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from tests.outloud import OUTLOUD
from tests.processes import PATIENCE
from tests.record.server import Server, programs
from tests.validators import HTML_VALIDATE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from decision_aid.record.session import Session
    from tests.clinic_store import Store

if found := programs():  # Debian keeps PostgreSQL off the PATH
    os.environ["PATH"] += os.pathsep + str(found)
os.environ["PATH"] += os.pathsep + "/usr/sbin"  # and pgbouncer where only root looks

NEEDS = {
    "chromium": ("chromium",),
    "postgres": ("pg_ctl", "postgres"),
    "pgbouncer": ("pgbouncer",),
    "outloud": (str(OUTLOUD),),
    "html_validators": (str(HTML_VALIDATE),),
}
FROM = {
    "outloud": "the validator outloud, which .ci/run installs",
    "html_validators": "the validators html-validate and vnu, which .ci/run installs",
}
"""Where what is no Debian package comes from."""
ON = date(2026, 11, 20)
NOWHERE = Path(os.devnull)
"""A folder in which nothing can be saved."""
_NUMBERS = itertools.count()


def clock() -> datetime:
    """The moment at which every test takes place."""
    return datetime(2026, 11, 20, 14, 5)


@pytest.fixture(scope="session")
def aid() -> DecisionAid:
    """The shipped questionnaire."""
    return load(paths.questions())


@pytest.fixture(scope="session")
def bilingual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped questionnaire in a folder of its own, with a made-up French beside it."""
    from tests.bilingual import make_bilingual

    folder = tmp_path_factory.mktemp("bilingual")
    return make_bilingual(Path(shutil.copy(paths.questions(), folder)))


@pytest.fixture
def small(tmp_path: Path) -> DecisionAid:
    """The small aid with its one question."""
    from tests.small import small_aid

    return small_aid(tmp_path)


@pytest.fixture(autouse=True)
def quick_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A passphrase costs a third of a second in earnest, and next to nothing here."""
    monkeypatch.setattr("decision_aid.record.sealing.COST", 2**10)


@pytest.fixture(autouse=True)
def patient_keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is not taken for a disk that stands still."""
    for name in ("PATIENCE", "AT_THE_END", "DEADLINE"):
        monkeypatch.setattr(f"decision_aid.record.deadline.{name}", PATIENCE)


@pytest.fixture
def records_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where records are kept; nothing else of the person who runs the tests is in sight."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home" / "data"))
    monkeypatch.setenv("DECISION_AID_RECORDS", str(tmp_path / "records"))
    return tmp_path / "records"


@pytest.fixture
def held(records_folder: Path) -> Iterator[Session]:
    """Answers that another program has open."""
    from decision_aid.record import Records
    from tests.keeping import GIVEN, before

    before(records_folder, GIVEN, "age")
    with Records.at(records_folder) as records:
        yield records.open("river")


@pytest.fixture
def clinic(tmp_path: Path) -> Store:
    """A folder with a questionnaire and no records yet."""
    from tests.clinic_store import store

    return store(tmp_path)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One PostgreSQL server for all tests; a schema in it is a store of its own."""
    running = Server(durable=False)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def own_server() -> Iterator[Server]:
    """A server that may stand still and fall without other tests noticing."""
    running = Server(durable=False)
    yield running
    running.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real browser, in whose windows a test sits down."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture
def address(server: Server) -> str:
    """An empty store on PostgreSQL."""
    return server.fresh(f"test_{next(_NUMBERS)}")


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Let a test be a coroutine, so that what a person does stands in it from top to bottom."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out, before anything is made for it, what needs something that is not installed."""
    for mark, needed in NEEDS.items():
        if item.get_closest_marker(mark) and not any(map(_found, needed)):
            _leave_out(FROM.get(mark, f"Debian's package {mark}"))


def _found(program: str) -> bool:
    return shutil.which(program) is not None


def _leave_out(needed: str) -> NoReturn:
    if os.environ.get("DECISION_AID_NOTHING_LEFT_OUT"):
        pytest.fail(f"it needs {needed}, and nothing may be left out here", pytrace=False)
    pytest.skip(f"left out: it needs {needed}")
