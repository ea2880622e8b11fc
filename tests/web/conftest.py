"""The browser edition of the shipped aid, and of a small one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from decision_aid import paths
from decision_aid.languages import Languages
from decision_aid.web.tries import Tries
from tests.bilingual import languages_of
from tests.small import small_aid
from tests.test_faces_agree import QUESTIONS, SUMMARY
from tests.web import two_devices
from tests.web.gallery import gather_second, gather_shipped
from tests.web.visiting import application


@pytest.fixture(scope="session")
def languages() -> Languages:
    """The shipped aid in both of its languages."""
    return languages_of(paths.questions())


@pytest.fixture(scope="session")
def gallery(languages: Languages, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Each kind of page in both languages, by name, and those of the second aid."""
    pages = {f"second {kind}": page for kind, page in gather_second().items()}
    for code in languages.codes:
        found = gather_shipped(languages, code, tmp_path_factory.mktemp(code))
        pages |= {f"{code} {kind}": page for kind, page in found.items()}
    return pages


@pytest.fixture
def small(tmp_path: Path) -> Languages:
    """An aid with one question of every kind."""
    aid = small_aid(tmp_path, QUESTIONS, summary=SUMMARY)
    return Languages(("en",), lambda _code: aid)


@pytest.fixture
def app(small: Languages) -> Starlette:
    """The browser edition of the small aid."""
    return application(small)


@pytest.fixture
def client(app: Starlette) -> Iterator[TestClient]:
    """A browser with a jar of cookies, without an eye."""
    with TestClient(app) as client:
        yield client


# --- two people, two devices ---


@pytest.fixture
def for_two(tmp_path: Path) -> Languages:
    """An aid with all that a counsellor has of their own."""
    aid = small_aid(tmp_path, two_devices.QUESTIONS, summary=SUMMARY)
    return Languages(("en",), lambda _code: aid)


@pytest.fixture
def app_for_two(for_two: Languages) -> Starlette:
    """Where a counsellor can be asked to read along."""
    return application(for_two, joins=Tries(pause=0))


@pytest.fixture
def here(app_for_two: Starlette) -> Iterator[TestClient]:
    """The person's browser."""
    with TestClient(app_for_two) as here:
        yield here


@pytest.fixture
def beside(app_for_two: Starlette) -> TestClient:
    """The counsellor's browser."""
    return TestClient(app_for_two)
