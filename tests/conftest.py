"""What tests share: the shipped aid, loaded once, and how a missing Debian package is met."""

from __future__ import annotations

import asyncio
import inspect
import os
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.content import DecisionAid
from decision_aid.content.load import load

NEEDS = {"chromium": ("chromium",), "postgres": ("pg_ctl", "postgres")}
ON = date(2026, 11, 20)
NOWHERE = Path(os.devnull)
"""A folder in which nothing can be saved."""


def clock() -> datetime:
    """The moment at which every test takes place."""
    return datetime(2026, 11, 20, 14, 5)


@pytest.fixture(scope="session")
def aid() -> DecisionAid:
    """The shipped questionnaire."""
    return load(paths.questions())


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Let a test be a coroutine, so that what a person does stands in it from top to bottom."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out, with a clear word, what needs a Debian package that is not there."""
    for item in items:
        for package, programs in NEEDS.items():
            if item.get_closest_marker(package) and not any(map(_found, programs)):
                item.add_marker(_left_out(package))


def _found(program: str) -> bool:
    return shutil.which(program) is not None


def _left_out(package: str) -> pytest.MarkDecorator:
    if os.environ.get("DECISION_AID_NOTHING_LEFT_OUT"):
        return pytest.mark.usefixtures("nothing_may_be_left_out")
    return pytest.mark.skip(reason=f"left out: it needs Debian's package {package}")


@pytest.fixture
def nothing_may_be_left_out() -> None:
    """Stands where a package is missing although nothing may be left out."""
    pytest.fail("a Debian package is missing, and nothing may be left out here")
