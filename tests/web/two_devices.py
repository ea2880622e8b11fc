"""A person and their counsellor, each with a browser, in an aid that has something for both."""

from __future__ import annotations

import re
from collections.abc import Mapping

from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests.web.visiting import ByForm

CODE = r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"
QUESTIONS = """
- {id: agenda, type: text, use: agenda, audience: counsellor, prints: never,
   text: What to leave with?, lead: [Use their own words.], prompt: Let them say it first.}
- {id: who, type: select_one, text: Who is it for?, prompt: Ask whose answers these are.,
   choices: [{id: me, text: For me}, {id: you, text: For you}]}
- {id: before, type: checklist, audience: counsellor, text: How is it now?,
   answers: [{id: "yes", text: "Yes"}, {id: "not", text: Not yet}],
   items: [{id: settled, text: I feel settled., prompt: Ask what would settle it.},
           {id: told, text: I could tell a friend., prompt: Let them try it on you.}]}
- {id: hope, type: select_multiple, use: values, text: What hope?, most: 2,
   prompt: Wait for the second hope.,
   choices: [{id: rest, text: More rest}, {id: walk, text: Easier walking}, {id: see, text: Sight}]}
- {id: age, type: number, text: How old?, most: 120, prompt: Any number will do.}
- {id: words, type: text, text: What to ask?, prompt: Let them write in peace.}
- {id: after, type: checklist, text: And now?,
   answers: [{id: "yes", text: "Yes"}, {id: "not", text: Not yet}],
   items: [{id: settled, text: I feel settled.}, {id: told, text: I could tell a friend.}]}
- {id: notes, type: text, use: notes, audience: counsellor, prints: never, text: Private notes}
"""


def press(here: TestClient, do: str) -> str:
    """Press that button of the page about reading along."""
    html = here.get("/together").text
    assert f'value="{do}"' in html
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', html))
    return here.post("/together", data={**fields, "do": do}).text


def invite(here: TestClient) -> str:
    """The code that the person is shown."""
    found = re.search(CODE, press(here, "invite:"))
    assert found
    return found[0]


def join(here: TestClient, beside: TestClient) -> str:
    """The counsellor's first page, once they have written the code."""
    return beside.post("/counsel", data={"text": invite(here)}).text


def note(beside: TestClient, **written: str) -> None:
    """Write that in the counsellor's boxes."""
    html = beside.get("/counsel/notes").text
    beside.post("/counsel/notes", data={"proof": proof_in(html), **written})


def proof_in(html: str) -> str:
    """What the forms of the page are known by."""
    found = re.search('name="proof" value="([^"]+)"', html)
    assert found
    return found[1]


def gather_two(app: Starlette) -> Mapping[str, str]:
    """Each kind of page of a person and their counsellor, by what it is."""
    with TestClient(app) as here, TestClient(app) as beside:
        asked = here.post("/together", data={"page": "0", "proof": "", "do": "ask:"}).text
        pages = {"ask": asked, "join": beside.get("/counsel").text}
        pages["join refused"] = beside.post("/counsel", data={"text": "guess"}).text
        code = invite(here)
        pages["code"] = here.get("/together").text
        pages["beside"] = beside.post("/counsel", data={"text": code}).text
        pages["here"] = here.get("/together").text
        person = ByForm(here, here.get("/").text)
        person.send("row:way:full")
        pages["question"] = person.html
        pages["beside question"] = beside.get("/counsel").text
        pages["following"] = beside.get("/counsel?follow=1").text
        for look in ("covered", "ready", "told", "notes"):
            pages[look] = beside.get(f"/counsel/{look}").text
        press(here, "end:")
        return {**pages, "over": beside.get("/counsel").text}
