"""What a person in a browser relies on: nothing done twice, nothing lost, nothing left behind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from decision_aid.answers_file import load_answers
from decision_aid.frozen import replace
from decision_aid.languages import Languages
from decision_aid.screens.navigator import Navigator
from tests.screens.sitting_down import NO_TRACE
from tests.test_faces_agree import HOSTILE, PATIENTS
from tests.web.visiting import ByForm, application, begin, only_visitor, walk

START = "row:start"


def navigator_of(app: Starlette) -> Navigator:
    return only_visitor(app).navigator


def title(html: str) -> str:
    found = re.search("<title>(.*?)</title>", html)
    assert found
    return found[1]


def test_a_question_is_answered_and_the_next_one_is_shown(client: TestClient) -> None:
    person = begin(client, START)
    assert (
        '<legend><h1 id="heading" tabindex="-1" autofocus>Who is it for?</h1></legend>'
        in person.html
    )
    person.send("row:take", ["me"])
    assert title(person.html).startswith("What hope?")


def test_what_was_refused_is_said_in_the_title_above_and_beside_the_field(
    client: TestClient,
) -> None:
    person = begin(client, START)
    person.send("row:take")
    assert title(person.html).startswith("Error: Who is it for?")
    assert '<a href="#mark-me">Please choose one answer.' in person.html
    assert 'id="fault"' in person.html
    assert 'aria-describedby="fault"' in person.html
    assert 'id="mark-me"' in person.html


def test_marks_that_were_too_many_are_still_there_to_be_mended(client: TestClient) -> None:
    person = begin(client, START)
    person.send("row:take", ["me"])
    person.send("row:take", ["rest", "walk", "see"])
    assert title(person.html).startswith("Error:")
    assert person.html.count(" checked") == 3


def test_a_button_pressed_twice_does_its_thing_once(app: Starlette, client: TestClient) -> None:
    person = begin(client, START)
    fields = person.fields("press:pass_over", (), None)
    client.post("/visit", data=fields)
    again = client.post("/visit", data=fields)
    assert title(again.text).startswith("What hope?")
    assert "This is where you are now." not in again.text
    assert navigator_of(app).sitting.begun.answers == {"who": None}


def test_an_old_tab_leads_to_where_the_person_is(app: Starlette, client: TestClient) -> None:
    person = begin(client, START)
    old = person.fields("row:take", ["you"], None)
    person.send("row:take", ["me"])
    person.send("row:take", ["rest"])
    here = title(person.html)
    told = client.post("/visit", data=old).text
    assert title(told) == here
    assert "This is where you are now." in told
    assert navigator_of(app).sitting.begun.answers["who"] == "me"


def test_the_browsers_own_back_says_where_one_is_now(client: TestClient) -> None:
    person = begin(client, START)
    person.send("row:take", ["me"])
    html = client.get("/visit/1").text
    assert "This is where you are now." in html
    assert title(html).startswith("What hope?")
    assert 'value="press:back">Go to the page before</button>' in html


def test_from_there_one_goes_on_with_what_was_marked_meanwhile(client: TestClient) -> None:
    person = begin(client, START)
    person.send("row:take", ["me"])
    person.open("/visit/1")
    person.send("stay:", ["rest"])
    assert title(person.html).startswith("What hope?")
    assert 'value="rest" checked' in person.html
    assert "This is where you are now." not in person.html


@pytest.mark.parametrize(
    ("do", "back"),
    [
        ("press:words", '"row:close">Go back to where I was'),
        ("row:comes_from", '"row:first_way">Go back'),
    ],
)
def test_from_a_side_page_the_notice_leads_back_as_the_page_itself_does(
    do: str, back: str, client: TestClient
) -> None:
    person = begin(client, START)
    person.send("row:take", ["me"])
    person.send("row:take", ["rest"])
    note = title(person.html)
    person.send(do)
    above = person.open("/visit/3").partition("<h1")[0]
    assert "This is where you are now." in above
    assert f"value={back}</button>" in above
    assert "Go to the page before" not in above
    person.send(back.partition(">")[0].strip('"'))
    assert title(person.html) == note
    assert "This is where you are now." not in person.html


def test_looking_changes_nothing(app: Starlette, client: TestClient) -> None:
    begin(client, START)
    navigator = navigator_of(app)
    before = (navigator.at, navigator.page, dict(navigator.sitting.begun.answers))
    for address in ("/", "/visit/1", "/visit/0", "/urgent", "/summary", "/visit", "/cleared"):
        client.get(address)
    assert (navigator.at, navigator.page, navigator.sitting.begun.answers) == before


def test_one_visitor_sees_nothing_of_another(app: Starlette) -> None:
    with TestClient(app) as one, TestClient(app) as other:
        first, second = begin(one, START), begin(other, START)
        first.send("row:take", ["me"])
        assert title(second.open("/visit/1")).startswith("Who is it for?")
        assert " checked" not in second.html


@pytest.mark.parametrize("proof", ["", "x" * 43, "é"])
def test_a_form_without_the_visitors_own_proof_does_nothing(
    proof: str, app: Starlette, client: TestClient
) -> None:
    person = begin(client, START)
    fields = person.fields("row:take", ["me"], None) | {"proof": proof}
    told = client.post("/visit", data=fields)
    assert told.status_code == 403
    assert "nothing was changed" in told.text
    assert not navigator_of(app).sitting.begun.answers


@pytest.mark.parametrize(
    "body",
    [b"", b"page=x", b"\xff\xfe", b"page=1&" + b"a=1&" * 10_000, b"page=1&text=" + b"x" * 70_000],
    ids=["empty", "no number", "no text", "fields", "long"],
)
def test_what_is_no_form_of_ours_is_refused(
    body: bytes, app: Starlette, client: TestClient
) -> None:
    begin(client, START)
    told = client.post("/visit", content=body)
    assert told.status_code == 400
    assert "Nothing was changed." in told.text
    assert not navigator_of(app).sitting.begun.answers


def test_looking_makes_no_visitor(app: Starlette, client: TestClient) -> None:
    for address in ("/", "/urgent", "/visit/4", "/summary"):
        client.get(address)
    assert len(app.state.visitors) == 0


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_words_stand_in_the_box_as_they_are(name: str, client: TestClient) -> None:
    person = begin(client, START)
    for _ in range(6):
        person.send("row:go_on" if 'value="row:go_on"' in person.html else "press:pass_over")
    words = HOSTILE[name].encode("utf-8", "replace").decode()[:1500]
    person.send("write:", text=words)
    person.send("row:questions")
    assert "<script" not in person.html
    assert person.html.count("</textarea>") == 1


def test_at_a_box_it_is_said_which_way_back_holds_what_is_written(client: TestClient) -> None:
    person = begin(client, START)
    while "<textarea" not in person.html:
        person.send("row:go_on" if 'value="row:go_on"' in person.html else "press:pass_over")
    said = "The buttons here hold what you write. The Back button of your browser loses it."
    assert said in person.html
    person.send("press:back", text="Half a sentence")
    person.send("row:take", ["a"])
    assert "Half a sentence</textarea>" in person.html


# --- urgent help ---


def test_urgent_help_is_there_for_whoever_comes(languages: Languages) -> None:
    with TestClient(application(languages)) as client:
        assert "999" in client.get("/urgent").text
        person = begin(client)
        person.send("urgent:")
        assert "999" in title(person.html)
        back, signs = person.html.index('href="/"'), person.html.index("<li>")
        assert back < signs < person.html.rindex('href="/"')
        assert title(person.open("/")).startswith("Where do you live?")


def test_urgent_help_is_that_of_where_the_person_lives(languages: Languages) -> None:
    with TestClient(application(languages)) as client:
        begin(client).send("row:take", ["canada"])
        html = client.get("/urgent").text
        assert "911" in title(html)
        assert "999" not in title(html)
        assert "Somebody to call" in html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_who_feels_unwell_on_the_first_page_is_told_whom_to_call_as_at_the_address(
    language: str, languages: Languages
) -> None:
    app = application(languages, replace(NO_TRACE, language=language))
    with TestClient(app) as client:
        person = begin(client, "row:unwell")
        told, at_the_address = contacts(person.html), contacts(client.get("/urgent").text)
        assert told == at_the_address
        assert {"tel:999", "tel:911"} <= {*re.findall('href="(.*?)"', told)}
        person.send("row:close")
        assert 'class="contacts"' not in person.html


def contacts(page: str) -> str:
    found = re.search('<ul class="contacts">.*?</ul>', page, re.DOTALL)
    assert found
    return found[0]


# --- the summary, and the end ---


def test_the_summary_is_handed_over_in_every_form_that_is_offered(client: TestClient) -> None:
    person = begin(client, START)
    person.send("row:take", ["me"])
    person.send("press:summary")
    assert 'href="/summary/pdf-a4"' in person.html
    assert "It opens, or you find it in your downloads." in person.html, "nothing says so later"
    assert "For: For me" in client.get("/summary").text
    pdf = client.get("/summary.pdf")
    assert pdf.content.startswith(b"%PDF")
    assert pdf.headers["content-disposition"] == (
        'attachment; filename="my-summary-2026-11-20.pdf"'
    )
    person.send("row:forms")
    for address in re.findall(r'href="(/summary/[^"]+)"', person.html):
        assert client.get(address).status_code == 200
    back = '<a href="/">Go back to the guide</a>'
    top, _, foot = client.get("/summary").text.partition("<main>")
    assert back in top
    assert back in foot.partition("<footer>")[2], "whoever has read it to its end is not lost"
    assert back not in client.get("/summary/html").text, "what is kept leads nowhere"
    assert client.get("/summary/json").status_code == 404


def test_what_is_half_done_is_still_there_after_urgent_help(client: TestClient) -> None:
    person = begin(client, START)
    person.send("row:take", ["me"])
    person.send("urgent:", ["walk"])
    assert title(person.html).startswith("Call 999")
    person.open("/visit")
    assert title(person.html).startswith("What hope?")
    assert 'value="walk" checked' in person.html


def test_urgent_help_is_shown_though_the_visit_is_over(client: TestClient) -> None:
    person = begin(client, START)
    fields = person.fields("urgent:", (), None)
    client.cookies.clear()
    assert title(client.post("/visit", data=fields).text).startswith("Call 999")
    fields["proof"] = "guessed"
    assert title(client.post("/visit", data=fields).text).startswith("Call 999")


def test_a_page_leads_back_by_one_button_alone(client: TestClient) -> None:
    person = begin(client, START)
    person.send("row:take", ["me"])
    assert person.html.count(">Go back<") == 1
    person.send("row:take", ["rest"])
    person.send("row:comes_from")
    assert person.html.count(">Go back<") == 1


def test_finishing_asks_once_and_leaves_nothing(app: Starlette, client: TestClient) -> None:
    person = begin(client, START)
    person.send("row:take", ["me"])
    person.send("clear:")
    assert title(person.html).startswith("Do you want to finish?")
    assert person.html.count(">Finish and clear<") == 1
    assert len(app.state.visitors) == 1
    fields = person.fields("row:clear", (), None)
    ended = client.post("/visit", data=fields, follow_redirects=False)
    assert ended.headers["location"] == "/cleared?in=en"
    assert ended.headers["clear-site-data"] == '"cache", "cookies", "storage"'
    assert len(app.state.visitors) == 0
    assert "Your visit has ended" in client.get("/cleared").text
    assert "What hope?" not in client.get("/visit/2").text


def test_whoever_does_nothing_for_long_is_told_so(small: Languages) -> None:
    moments = [0.0]
    app = application(small, idle=60.0, now=lambda: moments[0])
    with TestClient(app) as client:
        person = begin(client, START)
        fields = person.fields("row:take", ["me"], None)
        moments[0] = 61.0
        late = client.post("/visit", data=fields)
        assert late.status_code == 410
        assert "nothing was done for a long time" in late.text
        assert len(app.state.visitors) == 0


# --- languages ---


def test_the_browsers_language_is_spoken_and_can_be_changed(languages: Languages) -> None:
    app = application(languages)
    with TestClient(app, headers={"accept-language": "de, fr-CA;q=0.8"}) as client:
        person = begin(client)
        assert '<html lang="fr">' in person.html
        person.send("press:language", ["uk"])
        assert '<html lang="en">' in person.html
        assert re.search('value="uk" checked', person.html)
        assert '<html lang="en">' in client.get("/nowhere").text
        assert '<html lang="en">' in client.get("/urgent").text


# --- what every page keeps to ---


@pytest.mark.parametrize("patient", PATIENTS, ids=lambda path: path.stem)
def test_no_page_runs_anything_or_shows_how_it_is_made(patient: Path, languages: Languages) -> None:
    app = application(languages)
    with TestClient(app) as client:
        person = Watching(client)
        person.open()
        walk(person, app, load_answers(patient, languages.take("en")))


class Watching(ByForm):
    """Looks at the source of each page that it comes to."""

    def send(self, do: str, marked: object = (), text: str | None = None) -> None:
        super().send(do, marked, text)  # type: ignore[arg-type]
        for unwanted in ("<script", " style=", "<style", "built-in", " at 0x", "javascript:"):
            assert unwanted not in self.html
        assert not re.search(r"<[^>]+ on\w+=", self.html)
        assert self.html.count("<h1 ") == 1


def test_the_browser_is_told_to_keep_and_run_nothing(client: TestClient) -> None:
    for address in ("/", "/urgent", "/cleared", "/nowhere"):
        told = client.get(address).headers
        assert told["cache-control"] == "no-store"
        assert "default-src 'none'" in told["content-security-policy"]
        assert "unsafe" not in told["content-security-policy"]
        assert "script-src" not in told["content-security-policy"]
        assert told["referrer-policy"] == "same-origin"


def test_the_cookie_is_read_by_no_page_and_sent_by_no_other_site(client: TestClient) -> None:
    sent = client.post("/visit", data={"page": "0", "do": START}, follow_redirects=False).headers[
        "set-cookie"
    ]
    assert "HttpOnly" in sent
    assert "SameSite=strict" in sent
