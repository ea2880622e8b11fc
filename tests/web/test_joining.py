"""A counsellor comes to a visit by its code alone, which works once and cannot be guessed."""

from __future__ import annotations

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from decision_aid.languages import Languages
from decision_aid.web.access import MOST_WRONG
from decision_aid.web.joining import Joining
from decision_aid.web.tries import Tries
from decision_aid.web.visitors import Visitor, Visitors
from decision_aid.words import words
from tests.web.two_devices import invite, join, press, proof_in
from tests.web.visiting import ByForm, application, begin, only_visitor

OURS = words("en")


def test_the_welcome_leads_to_a_code_and_that_to_what_to_say(
    here: TestClient, beside: TestClient
) -> None:
    assert 'value="ask:" formaction="/together"' in here.get("/").text
    asked = here.post("/together", data={"page": "0", "proof": "", "do": "ask:"}).text
    assert OURS.counsel.nobody in asked
    for sentence in OURS.counsel.what_they_see:
        assert sentence in asked, "said before there is a code"
    joined = join(here, beside)
    assert "They are at: Hello" in joined
    ByForm(here, here.get("/").text).send("row:start")
    looked = beside.get("/counsel").text
    assert "They are at: Who is it for?" in looked
    assert "For you, the counsellor: Ask whose answers these are." in looked


def test_however_a_code_is_typed_it_opens_once(here: TestClient, beside: TestClient) -> None:
    begin(here, "row:start")
    code = invite(here)
    typed = {"text": f" {code.lower().replace('-', ' ')}"}
    assert beside.post("/counsel", data=typed).status_code == 200
    with TestClient(beside.app) as third:
        again = third.post("/counsel", data=typed)
        assert again.status_code == 403
        assert "That code opens no visit" in again.text
        assert "They are at" not in third.get("/counsel").text


def test_a_code_opens_nothing_once_it_is_taken_back_or_late_or_another_is_made(
    for_two: Languages,
) -> None:
    moments = [0.0]
    app = application(for_two, joins=Tries(pause=0), now=lambda: moments[0])
    with TestClient(app) as here, TestClient(app) as beside:
        begin(here, "row:start")
        codes = [invite(here)]
        press(here, "end:")
        codes.append(invite(here))
        assert codes[1] in here.get("/together").text
        moments[0] = 901.0
        assert codes[1] not in here.get("/together").text
        for code in codes:
            assert beside.post("/counsel", data={"text": code}).status_code == 403
        assert beside.post("/counsel", data={"text": invite(here)}).status_code == 200


def test_guessing_is_slowed_and_then_stopped_even_for_the_right_code(
    here: TestClient, beside: TestClient
) -> None:
    begin(here, "row:start")
    code = invite(here)
    for guess in range(MOST_WRONG - 1):
        assert beside.post("/counsel", data={"text": f"guess {guess}"}).status_code == 403
    beside.post("/counsel", data={"text": "guess"})
    closed = beside.post("/counsel", data={"text": code})
    assert closed.status_code == 429
    assert closed.headers["retry-after"] == "600"
    assert OURS.serve.code_closed.format(minutes=10) in closed.text


def test_where_no_counsellor_is_expected_nothing_is_offered(for_two: Languages) -> None:
    with TestClient(application(for_two)) as here:
        person = begin(here, "row:start")
        assert OURS.counsel.ask not in person.html
        for address in ("/together", "/counsel", "/counsel/notes"):
            assert here.get(address).status_code == 404


def test_each_counsellor_sees_their_own_visit_alone(app_for_two: Starlette) -> None:
    with (
        TestClient(app_for_two) as one,
        TestClient(app_for_two) as two,
        TestClient(app_for_two) as beside_one,
    ):
        first, second = begin(one, "row:start"), begin(two, "row:start")
        join(one, beside_one)
        with TestClient(app_for_two) as beside_two:
            join(two, beside_two)
            first.open("/")
            first.send("row:take", ["me"])
            assert "They are at: How is it now?" in beside_one.get("/counsel").text
            assert "They are at: Who is it for?" in beside_two.get("/counsel").text
            assert OURS.counsel.here in second.open("/")


@pytest.mark.parametrize(("scheme", "name"), [("http", "counsel"), ("https", "__Host-counsel")])
def test_the_counsellors_cookie_is_read_by_no_page_and_sent_by_no_other_site(
    scheme: str, name: str, app_for_two: Starlette
) -> None:
    with TestClient(app_for_two, base_url=f"{scheme}://aid.test") as here:
        begin(here, "row:start")
        sent = here.post("/counsel", data={"text": invite(here)}, follow_redirects=False)
        cookie = sent.headers["set-cookie"]
        assert cookie.startswith(f"{name}=")
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        assert ("Secure" in cookie) == (scheme == "https")
        assert sent.headers["location"] == "/counsel"


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_person_is_told_where_the_code_is_to_be_written(
    scheme: str, app_for_two: Starlette
) -> None:
    with TestClient(app_for_two, base_url=f"{scheme}://aid.test:8443") as here:
        begin(here, "row:start")
        assert f"{scheme}://aid.test:8443/counsel" in press(here, "invite:")


def test_two_who_write_one_code_at_once_do_not_both_come_in(app_for_two: Starlette) -> None:
    moments = [0.0]
    visitors = Visitors(60.0, lambda: moments[0], may_invite=True)
    joining = Joining(visitors, Tries(pause=0), lambda: moments[0])
    with TestClient(app_for_two) as here:
        begin(here, "row:start")
        visitor = visitors.welcome(only_visitor(app_for_two).navigator)
    joining.invite(visitor)
    assert visitor.invitation
    code = visitor.invitation.code

    async def try_at_once() -> list[Visitor | None]:
        return await asyncio.gather(*(joining.join(code) for _ in range(5)))

    assert asyncio.run(try_at_once()).count(visitor) == 1


def test_a_code_cannot_be_made_while_somebody_reads_along(
    app_for_two: Starlette, here: TestClient, beside: TestClient
) -> None:
    person = begin(here, "row:start")
    join(here, beside)
    sent = {"page": "0", "proof": proof_in(person.html), "do": "invite:"}
    here.post("/together", data=sent)
    assert only_visitor(app_for_two).invitation is None


@pytest.mark.parametrize(
    "body",
    [b"", b"text=", b"\xff\xfe", b"text=" + b"a=1&" * 10_000, b"text=" + b"x" * 70_000],
    ids=["empty", "no code", "no text", "fields", "long"],
)
def test_what_is_no_code_opens_nothing(body: bytes, here: TestClient, beside: TestClient) -> None:
    begin(here, "row:start")
    invite(here)
    assert beside.post("/counsel", content=body).status_code in (400, 403)
    assert beside.post("/counsel/notes", content=body).status_code in (200, 400)
    refused = here.post("/together", content=body)
    assert refused.status_code == 400
    assert OURS.serve.refused["unreadable"][0] in refused.text
    assert OURS.counsel.join_title in beside.get("/counsel").text
