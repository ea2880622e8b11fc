"""What somebody sends on their way through the pages, and what they are shown, to be said again."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from starlette.applications import Starlette
from starlette.testclient import TestClient

from benchmarks.measures import PATIENT
from decision_aid import paths
from decision_aid.answers_file import load_answers
from decision_aid.screens.page import Page
from decision_aid.start import Start
from tests.bilingual import languages_of
from tests.screens.sitting_down import NO_TRACE
from tests.web.visiting import ByForm, application, only_visitor, step, walk


@dataclass(frozen=True)
class Step:
    """One thing that is done: the form's fields, where it leads, and the page that is shown."""

    fields: dict[str, object]
    leads_to: str
    html: str
    page: Page | None
    """The page as data; None outside of the visit."""


@dataclass
class Recording(ByForm):
    """A visitor, the only one, whose steps are written down."""

    app: Starlette = field(default_factory=Starlette)
    steps: list[Step] = field(default_factory=list)

    def send(self, do: str, marked: Sequence[str] = (), text: str | None = None) -> None:
        """Mark these, write that, and press the button."""
        fields = self.fields(do, marked, text)
        answer = self.client.post("/visit", data=fields)
        self.html = answer.text
        own = {name: value for name, value in fields.items() if name not in ("page", "proof")}
        page = only_visitor(self.app).navigator.page if len(self.app.state.visitors) else None
        self.steps.append(Step(own, answer.url.raw_path.decode(), self.html, page))


def whole_visit() -> list[Step]:
    """A made-up patient from the welcome to the summary, who then clears everything."""
    languages = languages_of(paths.questions())
    app = application(languages, NO_TRACE)
    with TestClient(app) as client:
        person = Recording(client, app=app)
        person.open()
        walk(person, app, load_answers(PATIENT, languages.take("en")))
        for do in ("clear:", "row:clear"):
            person.send(do)
    return person.steps


def first_questions(questions: int, place: str = "") -> list[Step]:
    """The same patient until so many pages after the welcome; kept there, where that is named."""
    languages = languages_of(paths.questions())
    answers = load_answers(PATIENT, languages.take("en"))
    app = application(languages, Start(place=place) if place else NO_TRACE)
    with TestClient(app) as client:
        person = Recording(client, app=app)
        person.open()
        for do in ("row:way:short", *(("row:keep", "row:begin", "row:done") if place else ())):
            person.send(do)
        for _ in range(questions):
            step(person, only_visitor(app).navigator, answers)
    return person.steps


def write_steps(steps: Sequence[Step], file: Path) -> None:
    """Write them down for another process."""
    file.write_bytes(pickle.dumps([*steps]))


def read_steps(file: Path) -> list[Step]:
    """What was written there."""
    steps: list[Step] = pickle.loads(file.read_bytes())
    return steps
