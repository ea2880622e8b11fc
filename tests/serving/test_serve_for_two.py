"""`serve --counsellor` as a counsellor on another device meets it, behind guard and code."""

from __future__ import annotations

import re

import pytest

from decision_aid.words import words
from tests.serving.conftest import FORM_OF_START, Open, code_in, own_cookie

OURS = words("en")
ASKS = b"page=0&proof=&do=ask:"
FORM = "Content-Type: application/x-www-form-urlencoded"


def test_the_access_code_leads_a_counsellor_to_where_they_join(serve: Open) -> None:
    server, said = serve("--host", "0.0.0.0", "--port", "0", "--insecure-lan", "--counsellor")
    assert re.search(rf"http://[^/]+:{server.port}/counsel", said)
    asked = server.ask("/counsel")
    assert asked.status == 403
    assert b'action="/enter?to=counsel"' in asked.body
    wrong = server.post(b"text=guess", path="/enter?to=counsel")
    assert b'action="/enter?to=counsel"' in wrong.body
    entered = server.post(f"text={code_in(said)}".encode(), path="/enter?to=counsel")
    assert entered.head["location"] == "/counsel"
    shown = server.ask("/counsel", f"Cookie: {own_cookie(entered)}").body.decode()
    assert OURS.counsel.join_title in shown
    for query in ("", "?to=//evil.test", "?to=https://evil.test/counsel"):
        other = server.post(f"text={code_in(said)}".encode(), path=f"/enter{query}")
        assert other.head["location"] == "/", "nobody is led elsewhere"


def test_a_counsellor_needs_no_place_of_their_own(serve: Open) -> None:
    server, _ = serve("--port", "0", "--counsellor")
    inside = server.post(ASKS, path="/together")
    assert inside.head["location"] == "/together"
    others = [server.post(FORM_OF_START, path="/visit") for _ in range(299)]
    assert {one.status for one in others} == {303}
    assert server.ask("/").status == 503, "every place is taken"
    person = f"Cookie: {own_cookie(inside)}"
    proof = _find('name="proof" value="([^"]+)"', server.ask("/together", person).body)
    sent = f"page=0&proof={proof}&do=invite:".encode()
    assert server.post(sent, FORM, _SAME, person, path="/together").status == 303
    code = _find("([0-9A-Z]{4}-){2}[0-9A-Z]{4}", server.ask("/together", person).body, 0)
    joined = server.post(f"text={code}".encode(), path="/counsel")
    assert joined.status == 303
    looked = server.ask("/counsel", f"Cookie: {own_cookie(joined)}")
    assert OURS.counsel.now_title in looked.body.decode()


_SAME = "Sec-Fetch-Site: same-origin"


def _find(pattern: str, body: bytes, group: int = 1) -> str:
    found = re.search(pattern, body.decode())
    assert found
    return found[group]


@pytest.mark.parametrize(
    "whence", ["Sec-Fetch-Site: cross-site", "Origin: https://evil.test", "Origin: null"]
)
def test_no_other_site_sends_a_form_for_either_of_them(serve: Open, whence: str) -> None:
    server, _ = serve("--port", "0", "--counsellor")
    for path in ("/together", "/counsel", "/counsel/notes", "/counsel/leave"):
        assert server.post(ASKS, FORM, whence, path=path).status == 403
    assert server.ask("/counsel", "Host: evil.test").status == 400
