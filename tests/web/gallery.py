"""Each kind of page that a browser can come to, once, for whoever looks at all of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pytest import MonkeyPatch
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from decision_aid.answers_file import load_answers
from decision_aid.languages import Languages
from decision_aid.screens.asking import Asking
from decision_aid.screens.navigator import Navigator
from decision_aid.start import Kiosk, Start
from decision_aid.web import files, headers
from decision_aid.web.refusing import draw_code_page, draw_refusal
from decision_aid.web.tries import Tries
from decision_aid.words import words
from tests.bilingual import languages_of
from tests.web.two_devices import gather_two
from tests.web.visiting import Answers, ByForm, application, only_visitor, step

TESTS = Path(__file__).parents[1]
PATIENTS = ("stent_warning_sign", "newly_curious")
"""Between them they come to every kind of page of the shipped aid."""
SECOND_AID = TESTS / "second_aid"
"""It has the kinds of question that the shipped aid does not use."""
PASSPHRASE = "four quiet green ducks"
LOOKS = ("press:words", "press:sources", "press:keys", "press:overview")
"""What lies over the page from which it is opened."""
DOORS = ("picture", "table", "comes_from", "another_way", "explain")
Pages = dict[str, str]


def gather_shipped(languages: Languages, code: str, folder: Path) -> Mapping[str, str]:
    """The pages of the shipped aid in that language, by their kinds."""
    pages = _outside(languages, code)
    _keep(application(languages, Start(place=str(folder / "kept"), language=code)), pages)
    broken = folder / "broken"
    broken.write_text("no folder", encoding="utf-8")
    _fail_to_keep(application(languages, Start(place=str(broken), language=code)), pages)
    for name in PATIENTS:
        answers = load_answers(TESTS / "patients" / f"{name}.yaml", languages.take(code))
        _go_through(application(languages, Start(keep=False, language=code)), answers, pages)
    _print(application(languages, Start(keep=False, language=code, kiosk=Kiosk())), folder, pages)
    two = gather_two(application(languages, Start(keep=False, language=code), joins=Tries(pause=0)))
    return {**pages, **{f"two {kind}": page for kind, page in two.items()}}


def gather_second() -> Mapping[str, str]:
    """The pages of an aid with a question of every kind."""
    pages: Pages = {}
    languages = languages_of(SECOND_AID / "questions.yaml")
    answers = load_answers(SECOND_AID / "answers.yaml", languages.take("en"))
    _go_through(application(languages, Start(keep=False)), answers, pages)
    return pages


def hang(pages: Sequence[str], head: Mapping[str, str] = headers.PAGE) -> Starlette:
    """An application that shows the pages under `/0`, `/1` and so on, as ours shows them."""

    async def show(request: Request) -> Response:
        return HTMLResponse(pages[request.path_params["at"]], headers=head)

    style, font = Route("/style.css", files.style), Route("/fonts/{name}", files.font)
    return Starlette(routes=[style, font, Route("/{at:int}", show)])


@dataclass
class Guest(ByForm):
    """Goes from page to page, and hangs up the first of each kind."""

    app: Starlette = field(default_factory=Starlette)
    pages: Pages = field(default_factory=dict)
    has_looked: bool = False
    """Whether all that can be opened from any page was opened once."""

    def send(self, do: str, marked: Sequence[str] = (), text: str | None = None) -> None:
        """Do that, and hang up what follows."""
        super().send(do, marked, text)
        if do != "row:clear":
            self.pages.setdefault(self.kind, self.html)

    def look(self, address: str, kind: str) -> None:
        """Hang up what is at an address; the person stays where they are."""
        self.pages.setdefault(kind, self.client.get(address).text)

    @property
    def navigator(self) -> Navigator:
        """Of the visit."""
        return only_visitor(self.app).navigator

    @property
    def kind(self) -> str:
        """What the page in hand has in common with others that look like it."""
        name, _, step = self.navigator.at.partition(".")
        screen = self.navigator.screen
        if isinstance(screen, Asking):
            visit = self.navigator.sitting.begun
            step = f"{type(visit.asked).__name__} {screen.door}".strip()
            step += " said" * bool(visit.is_settled)
            step += " urgent" * bool(self.navigator.page.urgent)
        elif name == "table":
            step = "whole" if self.navigator.stack[-2].name == "summary" else ""
        elif name in ("note", "pictures", "overview"):
            step = "one" * bool(step)
        refused = " refused" * ('class="problem"' in self.html)
        return f"{name} {step}".strip() + refused

    def has(self, do: str) -> bool:
        """Whether the page offers that."""
        return f'value="{do}"' in self.html


def _go_through(app: Starlette, answers: Answers, pages: Pages) -> None:
    """From the welcome to the end, with a look at whatever can be opened on the way."""
    with TestClient(app) as client:
        guest = Guest(client, app=app, pages=pages)
        pages.setdefault("welcome", guest.open())
        guest.send(_start_in(guest.html, answers))
        while not guest.navigator.at.startswith("summary"):
            _look_around(guest)
            step(guest, guest.navigator, answers)
        _end(guest)


def _start_in(html: str, answers: Answers) -> str:
    way = f"row:way:{answers.get('length') or 'short'}"
    return way if f'value="{way}"' in html else "row:start"


def _look_around(guest: Guest) -> None:
    for look in LOOKS:
        if guest.has(look) and not guest.has_looked:
            guest.send(look)
            if look == "press:overview":
                _look_at_a_part(guest)
            while guest.has("row:next"):
                guest.send("row:next")
            guest.send("row:close")
    guest.has_looked = True
    guest.look("/urgent", "urgent")
    guest.look("/still-there", "still there")
    guest.look("/visit/0", "elsewhere")
    for door in DOORS:
        if guest.has(f"row:{door}"):
            guest.send(f"row:{door}")
            guest.send("row:first_way" if guest.has("row:first_way") else "row:close")
    if see := re.search('value="(row:see:[^"]+)"', guest.html):
        guest.send(see[1])
        guest.send("row:close")
    if guest.has("row:take"):
        guest.send("row:take")
    elif re.search('class="(number|day)" id="text"', guest.html):
        guest.send("write:", text="no number")


def _look_at_a_part(guest: Guest) -> None:
    part = re.search('value="(row:part:[^"]+)"', guest.html)
    assert part
    guest.send(part[1])
    guest.send("row:all")


def _end(guest: Guest) -> None:
    for row in ("read", "forms"):
        guest.send(f"row:{row}")
        if row == "read":
            guest.send("row:table")
            guest.send("row:close")
        guest.send("row:home")
    guest.send("row:finish")
    guest.send("row:clear")
    guest.look("/cleared", "nobody cleared")


def _keep(app: Starlette, pages: Pages) -> None:
    with TestClient(app) as client, TestClient(app) as other:
        guest = Guest(client, app=app, pages=pages)
        code = _keep_locked(guest)
        late = Guest(other, app=app, pages=pages)
        _open_by(late, code)  # it is open in the other window
        late.send("clear:")
        late.send("row:clear")
        guest.send("clear:")
        guest.send("row:clear")
        _open_by(guest, code)
        guest.send("row:look")
        guest.send("row:close")
        guest.send("row:go_on")


def _keep_locked(guest: Guest) -> str:
    guest.open()
    guest.send("row:way:short")
    if guest.has("row:new"):
        guest.send("row:new")
    guest.send("row:lock")
    for text in ("short", PASSPHRASE, "another one", PASSPHRASE, PASSPHRASE):
        guest.send("write:", text=text)
    guest.send("row:own")
    guest.send("press:back")
    guest.send("row:begin")
    found = re.search("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", guest.html)
    assert found, guest.html
    guest.send("row:done")
    guest.send("press:overview")
    guest.send("row:code")
    guest.send("row:close")
    guest.send("row:close")
    return found[0]


def _open_by(guest: Guest, code: str) -> None:
    guest.open()
    guest.send("row:way:short")
    guest.send("row:code")
    for text in ("0000-0000-0000", code, "wrong words here", PASSPHRASE):
        guest.send("write:", text=text)


def _fail_to_keep(app: Starlette, pages: Pages) -> None:
    with TestClient(app) as client:
        guest = Guest(client, app=app, pages=pages)
        guest.open()
        guest.send("row:way:short")
        if guest.has("row:new"):
            guest.send("row:new")
            guest.send("row:keep")
            guest.send("row:begin")


def _print(app: Starlette, folder: Path, pages: Pages) -> None:
    """Where people use the clinic's own device, and its printer fails once."""
    with TestClient(app) as client, MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{folder}:/bin")
        _put_printer(folder, "exit 1")
        guest = Guest(client, app=app, pages=pages)
        guest.open()
        for do in ("row:way:short", "press:summary", "row:print_it"):
            guest.send(do)
        _put_printer(folder, "cat > /dev/null")
        for do in ("row:print_again", "press:back", "row:print_it", "press:back"):
            guest.send(do)
        pages["summary home at the desk"] = guest.html
        client.cookies.clear()
        guest.look("/ended", "nobody ended")


def _put_printer(folder: Path, does: str) -> None:
    program = folder / "lp"
    program.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    program.chmod(0o700)


def _outside(languages: Languages, code: str) -> Pages:
    """What somebody can see who has no visit, or is not let in."""
    ours = words(code)
    pages = {f"refusal {kind}": draw_refusal(ours, kind) for kind in ours.serve.refused}
    pages["access"] = draw_code_page(ours)
    pages["access refused"] = draw_code_page(ours, ours.serve.code_wrong)
    app = application(languages, Start(keep=False, language=code))
    with TestClient(app) as client:
        for kind, address in (("urgent", "/urgent"), ("no page", "/nowhere")):
            pages[f"nobody {kind}"] = client.get(address).text
        late = {"page": "3", "proof": "", "do": "row:take"}
        pages["nobody idle"] = client.post("/visit", data=late).text
    return pages
