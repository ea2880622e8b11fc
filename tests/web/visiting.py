"""Somebody who goes through the pages of the browser edition, with a real browser or without."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Protocol

import httpx2
from starlette.applications import Starlette

from decision_aid.conditions import Value
from decision_aid.content import Note
from decision_aid.languages import Languages
from decision_aid.screens.navigator import Navigator
from decision_aid.screens.page import Page
from decision_aid.start import Start
from decision_aid.web.application import make_application
from decision_aid.web.drawing import actions
from decision_aid.web.visitors import Visitor
from tests.conftest import clock
from tests.screens.recorder import Recorder, each_picked, picked
from tests.screens.sitting_down import NO_TRACE

Answers = Mapping[str, Value | None]


def application(languages: Languages, start: Start = NO_TRACE, **more: object) -> Starlette:
    """The browser edition, in which every visit takes place at the same moment."""
    return make_application(languages, start, clock=clock, **more)  # type: ignore[arg-type]


def only_visitor(app: Starlette) -> Visitor:
    """The visitor who came last."""
    here: Mapping[str, Visitor] = app.state.visitors._here
    return [*here.values()][-1]


class Hands(Protocol):
    """What a person does on a page: marks, writes, and presses one button."""

    @property
    def html(self) -> str:
        """The page that it is done on."""

    def send(self, do: str, marked: Sequence[str] = (), text: str | None = None) -> None:
        """Mark these, write that, and press the button."""


@dataclass
class ByForm:
    """Sends the form of the page as a browser would, without one."""

    client: httpx2.Client
    html: str = ""

    def open(self, address: str = "/") -> str:
        """Look at an address."""
        self.html = self.client.get(address).text
        return self.html

    def fields(self, do: str, marked: Sequence[str], text: str | None) -> dict[str, object]:
        """What is sent; all of it stands on the page."""
        for value in (do, *marked):
            assert f'value="{escape(value)}"' in self.html, value
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', self.html))
        lines = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', self.html))
        names = {value: name for name, value in lines.items() if name.startswith("mark.")}
        fields: dict[str, object] = {**hidden, "do": do}
        for one in marked:
            fields.setdefault(names.get(one, "mark"), []).append(one)  # type: ignore[attr-defined]
        if text is not None:
            fields["text"] = text
        return fields

    def send(self, do: str, marked: Sequence[str] = (), text: str | None = None) -> None:
        """Mark these, write that, and press the button."""
        self.html = self.client.post("/visit", data=self.fields(do, marked, text)).text


def begin(client: httpx2.Client, row: str = "row:way:short") -> ByForm:
    """At the first page after the welcome."""
    person = ByForm(client)
    person.open()
    person.send(row)
    return person


def walk(hands: Hands, app: Starlette, answers: Answers) -> Recorder:
    """From the welcome to the summary: answer what the patient answers, pass over the rest."""
    recorder = Recorder()
    hands.send(f"row:way:{answers.get('length') or 'short'}")
    navigator = only_visitor(app).navigator
    recorder.draw(navigator.at, navigator.page)
    while not navigator.at.startswith("summary"):
        step(hands, navigator, answers)
        recorder.draw(navigator.at, navigator.page)
        assert escape(navigator.page.heading) in hands.html.replace("&quot;", "&#34;")
    return recorder


def step(hands: Hands, navigator: Navigator, answers: Answers) -> None:
    """What the patient does on the page shown."""
    visit, page = navigator.sitting.begun, navigator.page
    if isinstance(visit.asked, Note) or visit.is_settled:
        hands.send(leads_on(page))
    elif all(answers.get(question.id) is None for question in visit.together):
        hands.send("press:pass_over")
    elif any(row.answers for row in page.rows):
        hands.send(leads_on(page), each_picked(visit.together, answers))
    elif page.entry is not None:
        hands.send("write:", text=picked(answers[visit.asked.id])[0])
    else:
        hands.send(leads_on(page), picked(answers[visit.asked.id]))


def leads_on(page: Page) -> str:
    """The button that stands out."""
    return f"row:{actions(page)[0].id}"
