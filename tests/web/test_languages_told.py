"""What a translation lacks is shown in the first language, and said to be: it is read aloud so."""

from __future__ import annotations

from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from decision_aid import paths
from decision_aid.answers_file import load_answers
from decision_aid.content import DecisionAid
from decision_aid.content.overlay_lines import write_lines
from decision_aid.content.text import parse_cited
from decision_aid.content.text_places import mark_of
from decision_aid.languages import Languages
from decision_aid.paths import overlay_beside
from decision_aid.screens.navigator import Navigator
from tests.bilingual import languages_of, texts_of
from tests.screens.recorder import Recorder
from tests.web.visiting import ByForm, application, only_visitor, step

PATIENT = Path(__file__).parents[1] / "patients" / "stent_offered.yaml"
VOID = ("input", "meta", "link", "br", "path", "hr", "img")


class Reader(HTMLParser):
    """Reads a page as a screen reader does: each piece of text in the language that it has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.read: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)

    @property
    def _language(self) -> str:
        return next((language for _, language in reversed(self._open) if language), "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._open.append((tag, given.get("lang") or ""))
        if label := given.get("aria-label"):
            self.read.append((label, self._language))
        if tag in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and self._open[-1][0] != "title":
            self.read.append((" ".join(data.split()), self._language))


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> Languages:
    """The shipped aid, and a French of which every third text is missing; the others end in É."""
    content = tmp_path_factory.mktemp("half") / "questions.yaml"
    content.write_bytes(paths.questions().read_bytes())
    there = [one for n, one in enumerate(texts_of(content).items()) if n % 3]
    lines = write_lines({place: (mark_of(text), f"{text} É") for place, text in there})
    overlay_beside(content, "fr").write_text(lines, encoding="utf-8")
    languages = languages_of(content)
    languages.load_all()
    return languages


def is_part(parts: Iterable[str], text: str) -> bool:
    """Whether one of them stands in the text, which is not their translation."""
    return not text.rstrip(" .").endswith("É") and any(
        one in text and f"{one} É" not in text for one in parts
    )


def told_wrongly(html: str, aid: DecisionAid) -> list[str]:
    """What is read in a language that is not its own."""
    read = Reader(html).read
    said = (one.text for text in aid.laid_over.untranslated for one in parse_cited(text).statements)
    missing = {one for one in said if len(one) > 3 and "{" not in one}
    parts = [one for one in missing if len(one) > 25]
    english = [
        text
        for text, language in read
        if language != "en" and (text in missing or is_part(parts, text))
    ]
    french = [text for text, language in read if text.endswith("É") and language != "fr"]
    return english + french


def test_each_text_is_read_in_its_language(half: Languages, aid: DecisionAid) -> None:
    app = application(half)
    french = half.take("fr")
    with TestClient(app, base_url="http://127.0.0.1") as client:
        client.headers["accept-language"] = "fr"
        client.headers["origin"] = "http://127.0.0.1"
        person = ByForm(client)
        assert told_wrongly(person.open(), french) == []
        person.send("row:way:short")
        navigator: Navigator = only_visitor(app).navigator
        seen, answers = Recorder(), load_answers(PATIENT, aid)
        while not navigator.at.startswith("summary"):
            assert told_wrongly(person.html, french) == [], navigator.at
            seen.draw(navigator.at, navigator.page)
            step(person, navigator, answers)
        assert told_wrongly(person.html, french) == []
        for button in ("sources", "words", "overview"):
            person.open("/visit")
            person.send(f"press:{button}")
            assert told_wrongly(person.html, french) == [], button
            while 'value="row:next"' in person.html:
                person.send("row:next")
                assert told_wrongly(person.html, french) == [], navigator.at
        for address in ("/urgent", "/still-there", "/together", "/cleared", "/nowhere"):
            assert told_wrongly(client.get(address).text, french) == [], address
    read = Reader(person.html).read
    assert {language for _, language in read} == {"fr", "en"}
