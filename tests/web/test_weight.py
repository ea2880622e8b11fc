"""No page is heavy, so that it is there at once on a slow connection too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from decision_aid.answers_file import load_answers
from decision_aid.frozen import replace
from decision_aid.languages import Languages
from decision_aid.screens.navigator import Navigator
from tests.screens.sitting_down import NO_TRACE
from tests.test_faces_agree import PATIENTS
from tests.web.visiting import Answers, ByForm, application, begin, only_visitor, step

MOST = 30_000
"""Bytes of a page with its style sheet; the fonts are asked for once."""
LOOKED_UP = ("overview", "words", "keys")


def pages(person: ByForm, app: Starlette, answers: Answers) -> Iterator[str]:
    """Every page of the patient's path and behind its doors, and what can be looked up."""
    yield person.open()
    yield person.open("/urgent")
    person.open()
    person.send(f"row:way:{answers.get('length') or 'short'}")
    navigator = only_visitor(app).navigator
    while not navigator.at.startswith("summary"):
        yield person.html
        yield from behind_doors(person, navigator)
        step(person, navigator, answers)
    yield from at_the_end(person)


def behind_doors(person: ByForm, navigator: Navigator) -> Iterator[str]:
    for door in navigator.page.doors:
        person.send(f"row:{door}")
        yield person.html
        turn_back(person)


def turn_back(person: ByForm) -> None:
    ways = ("row:close", "press:back", "row:first_way", "row:home")
    person.send(next(way for way in ways if f'value="{way}"' in person.html))


def at_the_end(person: ByForm) -> Iterator[str]:
    for row in ("read", "forms"):
        person.send(f"row:{row}")
        yield person.html
        turn_back(person)
    for meaning in LOOKED_UP:
        person.send(f"press:{meaning}")
        yield person.html
        turn_back(person)
    person.send("clear:")
    yield person.html
    person.send("row:clear")
    yield person.html


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("patient", PATIENTS, ids=lambda path: path.stem)
def test_a_page_with_all_that_is_on_it_has_at_most_30_kilobytes(
    patient: Path, language: str, languages: Languages
) -> None:
    answers = load_answers(patient, languages.take(language))
    app = application(languages, replace(NO_TRACE, language=language))
    with TestClient(app) as client:
        heaviest = max(map(weight, pages(ByForm(client), app, answers)))
        assert heaviest + style(client) <= MOST


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("path", [(), ("press:summary", "row:read")], ids=["first", "summary"])
def test_so_has_each_page_of_the_sources_and_together_they_name_each_once(
    path: Sequence[str], language: str, languages: Languages
) -> None:
    app = application(languages, replace(NO_TRACE, language=language))
    with TestClient(app) as client:
        person = begin(client)
        for do in (*path, "press:sources"):
            person.send(do)
        listed = [*turn_pages(person)]
        assert max(map(weight, listed)) + style(client) <= MOST
    headings = [name for page in listed for name in re.findall("<h2>(.*?)</h2>", page)]
    named = [unescape(re.sub("<[^>]*>", "", name)) for name in headings]
    assert sorted(named) == sorted(one.short for one in languages.take(language).sources)


def test_so_has_every_kind_of_page(gallery: Mapping[str, str], client: TestClient) -> None:
    heaviest = max(gallery, key=lambda name: weight(gallery[name]))
    assert weight(gallery[heaviest]) + style(client) <= MOST, heaviest


def turn_pages(person: ByForm) -> Iterator[str]:
    yield person.html
    while 'value="row:next"' in person.html:
        person.send("row:next")
        yield person.html


def weight(html: str) -> int:
    return len(html.encode())


def style(client: TestClient) -> int:
    return len(client.get("/style.css").content)
