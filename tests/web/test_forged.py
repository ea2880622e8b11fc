"""What was sent from no page in front of the person does nothing, and breaks nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from decision_aid.languages import Languages
from decision_aid.start import Start
from tests.small import small_aid
from tests.web.test_keeping import keep, leave
from tests.web.visiting import ByForm, application, begin, only_visitor

START = "row:start"


def forge(person: ByForm, **fields: object) -> int:
    """Send these beside what the page hides in its form; the status."""
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', person.html))
    answer = person.client.post("/visit", data={**hidden, **fields})
    person.html = answer.text
    return answer.status_code


def state(app: Starlette) -> tuple[str, dict[str, object]]:
    """Where the person is, and what is answered."""
    navigator = only_visitor(app).navigator
    return navigator.at, dict(navigator.sitting.begun.answers)


NOT_OFFERED = (
    "", ":", "row:", "row:nobody", "row:start", "row:clear", "row:close", "row:go:age",
    "row:part:one", "row:me:me", "write:", "press:", "press:language", "press:nobody",
    "press:__class__", "press:notes", "unknown:take", "row:\n", "row:é",
)  # fmt: skip


@pytest.mark.parametrize("do", NOT_OFFERED)
def test_what_the_page_does_not_offer_is_not_done(
    do: str, app: Starlette, client: TestClient
) -> None:
    person = begin(client, START)
    before = state(app)
    assert forge(person, do=do, text="x") == 200
    assert state(app) == before


@pytest.mark.parametrize(
    "marks",
    [{"mark": "nobody"}, {"mark": ["me", "you"]}, {"mark": "rest"}, {"mark.who": "who:me"}, {}],
    ids=str,
)
def test_an_answer_that_is_none_of_those_offered_is_not_taken(
    marks: dict[str, object], app: Starlette, client: TestClient
) -> None:
    person = begin(client, START)
    forge(person, do="row:take", **marks)
    assert "<title>Error: Who is it for?" in person.html
    assert state(app) == ("question.who", {})


@pytest.mark.parametrize(
    "typed", ["-1", "121", "1e9", "4.5", "NaN", "9" * 5_000, "0x10", "4 4", "forty", "<b>4</b>"]
)
def test_a_number_out_of_range_is_not_taken(typed: str, app: Starlette, client: TestClient) -> None:
    person = begin(client, START)
    while state(app)[0] != "question.age":
        person.send("row:go_on" if 'value="row:go_on"' in person.html else "press:pass_over")
    before = state(app)
    forge(person, do="write:", text=typed)
    assert "<title>Error: How old?" in person.html
    assert state(app) == before


def test_words_are_cut_at_the_limit_of_the_box(app: Starlette, client: TestClient) -> None:
    person = begin(client, START)
    while state(app)[0] != "question.words":
        person.send("row:go_on" if 'value="row:go_on"' in person.html else "press:pass_over")
    limit = int(re.findall(r'maxlength="(\d+)"', person.html)[0])
    forge(person, do="write:", text="x" * (limit + 1))
    assert state(app)[1]["words"] == "x" * limit


OFF_PATH = """
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: mine, type: select_one, text: Only mine?, when: {who: me},
   choices: [{id: one, text: One}, {id: two, text: Two}]}
- {id: words, type: text, text: What to ask?}
"""


@pytest.mark.parametrize("do", ["row:go:mine", "row:go:gone", "row:go:", "row:part:gone"])
def test_a_question_off_the_path_cannot_be_gone_to(tmp_path: Path, do: str) -> None:
    aid = small_aid(tmp_path, OFF_PATH)
    app = application(Languages(("en",), lambda _code: aid))
    with TestClient(app) as client:
        person = begin(client, START)
        person.send("row:take", ["you"])
        person.send("press:overview")
        person.send("row:part:one")
        assert "Only mine?" not in person.html
        before = state(app)
        assert forge(person, do=do) == 200
        assert state(app) == before


@pytest.mark.parametrize("page", ["2", "99", "-1", "1" * 30, " 1", "1_0"])
def test_a_page_that_is_not_there_yet_leads_to_where_the_person_is(
    page: str, app: Starlette, client: TestClient
) -> None:
    person = begin(client, START)
    before = state(app)
    if int(page) != only_visitor(app).drawn:
        assert forge(person, page=page, do="row:take", mark="me") == 200
        assert "This is where you are now." in person.html
        assert state(app) == before
    assert client.get(f"/visit/{page.strip()}").status_code in (200, 404)


@pytest.mark.parametrize("page", ["1" * 5_000, "one", "1.0", "", "0x1"])
def test_a_page_that_is_no_number_is_refused(page: str, app: Starlette, client: TestClient) -> None:
    person = begin(client, START)
    assert forge(person, page=page, do="row:take", mark="me") == 400
    assert state(app) == ("question.who", {})


def test_one_visitors_form_does_nothing_with_the_cookie_of_another(app: Starlette) -> None:
    with TestClient(app) as one, TestClient(app) as other:
        first = begin(one, START)
        begin(other, START)
        fields = first.fields("row:take", ["me"], None)
        assert other.post("/visit", data=fields).status_code == 403
        assert state(app) == ("question.who", {})


def test_a_form_of_a_visit_that_has_ended_does_nothing(app: Starlette, client: TestClient) -> None:
    person = begin(client, START)
    fields, cookie = person.fields("row:take", ["me"], None), client.cookies["visit"]
    person.send("row:take", ["me"])
    leave(person)
    client.cookies.set("visit", cookie)
    late = client.post("/visit", data=fields)
    assert late.status_code == 410
    assert "For me" not in late.text
    assert len(app.state.visitors) == 0


@pytest.mark.parametrize("cookie", ["", "guess", "é", "a" * 5_000, "visit=visit", '"', "%00"])
def test_a_guessed_cookie_is_nobodys(cookie: str, app: Starlette, client: TestClient) -> None:
    begin(client, START)
    client.cookies.clear()
    head = {b"cookie": f"visit={cookie}".encode()}
    assert "Hello" in client.get("/visit/1", headers=head).text
    late = client.post("/visit", data={"page": "1", "do": "row:take", "mark": "me"}, headers=head)
    assert late.status_code == 410
    assert state(app) == ("question.who", {})


CODES = ("", " ", "0000-0000-0000", "K7QM", "x" * 200, "x" * 5_000, "é", "'; --", "../../etc", "%")


@pytest.mark.parametrize("typed", CODES)
def test_a_code_that_opens_nothing_is_told_and_can_be_mended(
    typed: str, tmp_path: Path, small: Languages
) -> None:
    with TestClient(application(small, Start(place=str(tmp_path / "kept")))) as client:
        leave(keep(client)[0])
        person = begin(client, START)
        person.send("row:code")
        forge(person, do="write:", text=typed)
        assert "<title>Error:" in person.html
        assert 'id="text"' in person.html
        assert "Welcome back" not in person.html


def test_what_a_code_opens_is_not_told_without_the_passphrase(
    tmp_path: Path, small: Languages
) -> None:
    app = application(small, Start(place=str(tmp_path / "kept")))
    with TestClient(app) as client:
        person, code = keep(client)
        leave(person)
        person = begin(client, START)
        person.send("row:code")
        person.send("write:", text=code)
        for guess in ("", "guess", "four quiet green duck", "x" * 5_000):
            forge(person, do="write:", text=guess)
            assert "<title>Error:" in person.html
            assert "me" not in state(app)[1].values()
        for do in ("row:go_on", "row:look", "row:again", "press:pass_over"):
            forge(person, do=do)
            assert state(app) == ("keeping.unlock", {})
