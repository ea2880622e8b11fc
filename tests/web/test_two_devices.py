"""Two people, two devices: the counsellor reads along, and the person is told and can end it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from decision_aid.answers_file import load_answers
from decision_aid.languages import Languages
from decision_aid.start import Start
from decision_aid.web.tries import Tries
from decision_aid.words import words
from tests.test_faces_agree import PATIENTS
from tests.web.two_devices import join, note, proof_in
from tests.web.visiting import ByForm, application, begin, only_visitor, walk

OURS = words("en")
BEFORE, AFTER = ("before.settled", "before.told"), ("after.settled", "after.told")


# --- the person ---


def test_the_person_is_told_on_each_page_and_can_end_it_there(
    here: TestClient, beside: TestClient
) -> None:
    person = begin(here, "row:start")
    assert OURS.counsel.here not in person.html
    join(here, beside)
    person.open("/")
    for button in ("press:overview", "row:close", "press:words", "row:close", "clear:"):
        assert OURS.counsel.here in person.html
        assert 'value="end:" formaction="/together"' in person.html
        person.send(button)
    assert OURS.counsel.here_title in here.get("/urgent").text
    ended = here.post("/together", data=person.fields("end:", (), None)).text
    assert OURS.counsel.nobody in ended
    assert OURS.counsel.here not in person.open("/")
    over = beside.get("/counsel")
    assert over.status_code == 410
    assert "You do not read along any more" in over.text
    assert OURS.counsel.join_title in beside.get("/counsel").text, "another visit can be joined"


def test_a_counsellor_whose_form_is_refused_is_led_back_beside_the_visit(
    here: TestClient, beside: TestClient
) -> None:
    begin(here, "row:start")
    join(here, beside)
    for sent in (b"proof=guessed", b"a=1&" * 1_000):
        refused = beside.post("/counsel/notes", content=sent).text
        assert '<a class="button first" href="/counsel">Go on</a>' in refused
    assert OURS.counsel.now_title in beside.get("/counsel/no/such/page").text


@pytest.mark.parametrize("code", ["en", "fr"])
def test_how_these_pages_work_names_every_button_under_a_page(
    code: str, languages: Languages
) -> None:
    start = Start(keep=False, language=code)
    for joins in (None, Tries(pause=0)):
        with TestClient(application(languages, start, joins=joins)) as client:
            person = begin(client)
            footer = person.html[person.html.index("<footer") :]
            person.send("press:keys")
            for button in re.findall(r"<button[^>]*value=\"[^\"]*\"[^>]*>([^<]+)", footer):
                assert button in person.html.partition("<footer")[0]
            is_named = f"<li>{words(code).counsel.ask}" in person.html
            assert is_named == (joins is not None)


def test_it_is_told_on_the_page_that_asks_who_is_still_there(for_two: Languages) -> None:
    moments = [0.0]
    app = application(for_two, joins=Tries(pause=0), now=lambda: moments[0])
    with TestClient(app) as here, TestClient(app) as beside:
        begin(here, "row:start")
        join(here, beside)
        moments[0] = 3_400.0
        asked = here.get("/still-there").text
        assert OURS.web.still_title in asked
        assert OURS.counsel.here_title in asked


def test_what_is_marked_stays_marked_when_help_is_asked_for(here: TestClient) -> None:
    person = begin(here, "row:start")
    here.post("/together", data=person.fields("ask:", ["you"], None))
    assert 'value="you" checked' in person.open("/")


def test_nobody_but_the_person_asks_somebody_in_or_ends_it(app_for_two: Starlette) -> None:
    with TestClient(app_for_two) as here, TestClient(app_for_two) as beside:
        begin(here, "row:start")
        for do in ("invite:", "end:", "clear:", "row:take"):
            sent = {"page": "1", "proof": "x" * 43, "do": do}
            assert here.post("/together", data=sent).status_code in (400, 403)
        assert only_visitor(app_for_two).invitation is None
        person = ByForm(here, here.get("/").text)
        for do, marked in (("row:take", ["me"]), ("clear:", [])):
            sent_whole = person.fields(do, marked, None)
            assert here.post("/together", data=sent_whole).status_code == 400
        assert not only_visitor(app_for_two).navigator.sitting.begun.answers
        join(here, beside)
        assert here.post("/together", data={"page": "0", "do": "end:"}).status_code == 403
        assert only_visitor(app_for_two).counsellor is not None


# --- the counsellor ---


class Watched(ByForm):
    """Somebody whose counsellor looks at every page that they come to."""

    beside: TestClient
    heard: set[str]

    def send(self, do: str, marked: object = (), text: str | None = None) -> None:
        super().send(do, marked, text)  # type: ignore[arg-type]
        html = unescape(self.beside.get("/counsel").text)
        assert html.count("<h1 ") == 1
        for unwanted in ("built-in", " at 0x", "<script", "{{"):
            assert unwanted not in html
        self.heard.add(html)


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("patient", PATIENTS[:2], ids=lambda path: path.stem)
def test_from_the_first_page_to_the_summary_each_prompt_is_there(
    patient: Path, code: str, languages: Languages
) -> None:
    app = application(languages, Start(keep=False, language=code), joins=Tries(pause=0))
    with TestClient(app) as here, TestClient(app) as beside:
        here.post("/together", data={"page": "0", "proof": "", "do": "ask:"})
        join(here, beside)
        person = Watched(here)
        person.beside, person.heard = beside, set()
        person.open("/")
        walk(person, app, load_answers(patient, languages.take(code)))
        visit = only_visitor(app).navigator.sitting.begun
        asked = (one for one in visit.interview.path if one.use != "way")
        prompts = {one.prompt for one in asked if one.prompt}
        seen = "".join(person.heard)
        assert len(prompts) > 10
        assert [one for one in prompts if one not in seen] == []


def test_a_counsellor_changes_nothing_of_the_visit(
    app_for_two: Starlette, here: TestClient, beside: TestClient
) -> None:
    begin(here, "row:start").send("row:take", ["me"])
    join(here, beside)
    visitor = only_visitor(app_for_two)
    navigator, visit = visitor.navigator, visitor.navigator.sitting.begun
    before = (navigator.at, navigator.page, dict(visit.answers), visitor.drawn)
    note(beside, agenda="An answer", notes="shy", who="you", text="x", do="row:take")
    for address in ("", "?follow=1", "/covered", "/ready", "/told", "/notes", "/nowhere"):
        assert beside.get(f"/counsel{address}").status_code == 200
    assert (navigator.at, navigator.page, visit.answers, visitor.drawn) == before
    assert beside.get("/visit/2").url.path == "/", "their cookie opens nothing of the person's"


def test_the_other_pages_tell_agenda_readiness_and_what_was_told(
    here: TestClient, beside: TestClient
) -> None:
    person = begin(here, "row:start")
    join(here, beside)
    person.open("/")
    person.send("row:take", ["me"])
    person.send("row:take", ["before.settled:not"])
    person.send("row:take", ["rest"])
    note(beside, agenda="An answer")
    covered = beside.get("/counsel/covered").text
    assert "What they wanted to leave with: An answer" in covered
    assert "<h2>Still open</h2>" in covered
    ready = beside.get("/counsel/ready").text
    assert "At the start: Not yet. At the end: not answered." in ready
    assert "<li>More rest</li>" in beside.get("/counsel/told").text


def test_each_line_of_a_checklist_has_its_prompt(here: TestClient, beside: TestClient) -> None:
    person = begin(here, "row:start")
    join(here, beside)
    person.open("/")
    person.send("row:take", ["me"])
    html = beside.get("/counsel").text
    for line, prompt in (
        ("I feel settled.", "Ask what would settle it."),
        ("I could tell a friend.", "Let them try it on you."),
    ):
        assert html.index(line) < html.index(f"For you, the counsellor: {prompt}")


def test_whoever_is_accompanied_is_asked_what_two_are_asked_but_never_to_write_for_them(
    app_for_two: Starlette, here: TestClient, beside: TestClient
) -> None:
    person = begin(here, "row:start")
    visit = only_visitor(app_for_two).navigator.sitting.begun
    assert [one.id for one in visit.interview.path] == ["who", "hope", "age", "words", *AFTER]
    join(here, beside)
    asked = [one.id for one in visit.interview.path]
    assert asked == ["who", *BEFORE, "hope", "age", "words", *AFTER]
    assert "For you, the counsellor" not in person.open("/")


def test_what_was_chosen_is_seen_and_what_is_typed_is_not(
    here: TestClient, beside: TestClient
) -> None:
    person = begin(here, "row:start")
    join(here, beside)
    person.open("/")
    person.send("row:take", ["me"])
    person.send("press:back")
    assert "<strong>For me: marked</strong>" in beside.get("/counsel").text
    for _ in range(4):
        person.send("press:pass_over")
    while "What to ask?" not in person.html:
        person.send("press:pass_over")
    person.send("press:overview", text="Will my toe heal?")
    html = beside.get("/counsel").text
    assert OURS.counsel.they_write in html
    assert "toe" not in html


def test_it_looks_again_by_itself_only_where_that_was_asked_and_never_over_the_notes(
    here: TestClient, beside: TestClient
) -> None:
    begin(here, "row:start")
    join(here, beside)
    refreshing = [
        address
        for address in ("", "?follow=1", "?follow=x", "/notes", "/notes?follow=1", "/covered")
        if "refresh" in beside.get(f"/counsel{address}").text
    ]
    assert refreshing == ["?follow=1"]


def test_looking_along_keeps_no_visit_open(for_two: Languages) -> None:
    moments = [0.0]
    app = application(for_two, idle=60.0, joins=Tries(pause=0), now=lambda: moments[0])
    with TestClient(app) as here, TestClient(app) as beside:
        begin(here, "row:start")
        join(here, beside)
        for moments[0] in (30.0, 59.0):
            assert beside.get("/counsel?follow=1").status_code == 200
        moments[0] = 61.0
        assert beside.get("/counsel?follow=1").status_code == 410


def test_a_form_without_the_counsellors_own_proof_does_nothing(
    app_for_two: Starlette, here: TestClient, beside: TestClient
) -> None:
    begin(here, "row:start")
    join(here, beside)
    for address in ("/counsel/notes", "/counsel/leave"):
        for proof in ("", "x" * 43, only_visitor(app_for_two).proof):
            sent = {"proof": proof, "notes": "shy"}
            assert beside.post(address, data=sent).status_code == 403
    assert "shy" not in beside.get("/counsel/notes").text


def test_a_counsellor_can_leave_by_themselves(here: TestClient, beside: TestClient) -> None:
    person = begin(here, "row:start")
    html = join(here, beside)
    left = beside.post("/counsel/leave", data={"proof": proof_in(html)})
    assert "You do not read along any more" in left.text
    assert OURS.counsel.here not in person.open("/")


def test_no_title_tells_an_answer(here: TestClient, beside: TestClient) -> None:
    person = begin(here, "row:start")
    join(here, beside)
    person.open("/")
    person.send("row:take", ["me"])
    titles = set()
    for look in ("", "/covered", "/told", "/notes"):
        found = re.search("<title>(.*?)</title>", beside.get(f"/counsel{look}").text)
        assert found
        titles.add(found[1])
    assert titles == {
        f"{one} – Beside a visit"
        for one in (
            OURS.counsel.now_title,
            OURS.screens.covered_title,
            OURS.screens.values_title,
            OURS.screens.notes_title,
        )
    }
