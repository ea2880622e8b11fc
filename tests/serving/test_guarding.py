"""What does not come from our own page, is too large, or has no code reaches nothing of ours."""

from __future__ import annotations

import re
import ssl
from pathlib import Path

import pytest

from decision_aid.words import words
from tests.serving.client import FORM, Running, is_closed
from tests.serving.conftest import Start
from tests.serving.small_server import SECRET

SERVE = words("en").serve
CODE = "K7QM-3XHD-9T2P"
QUICK = {"code": CODE, "pause": 0}
OURS = "Content-Type: application/x-www-form-urlencoded"


def says(kind: str) -> bytes:
    return SERVE.refused[kind][0].encode()


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "localhost.", "127.0.0.1:8000"])
def test_we_answer_to_our_names(serving: Running, host: str) -> None:
    assert serving.ask("/", f"Host: {host}").status == 200


@pytest.mark.parametrize(
    "host", ["evil.test", "localhost.evil.test", "127.0.0.2", "[::1]", "", "a@localhost", "0"]
)
def test_under_another_name_nothing_is_served(serving: Running, host: str) -> None:
    answer = serving.ask("/", f"Host: {host}")
    assert (answer.status, says("other_name") in answer.body) == (400, True)


@pytest.mark.parametrize(
    "whence",
    [
        ["Sec-Fetch-Site: same-origin"],
        ["Origin: http://localhost"],
        ["Origin: null", "Sec-Fetch-Site: same-origin"],
        ["Origin: http://localhost", "Sec-Fetch-Site: same-origin"],
    ],
)
def test_a_form_of_ours_is_taken(serving: Running, whence: list[str]) -> None:
    assert serving.post(b"do=on", OURS, *whence).body == b"do=on"


@pytest.mark.parametrize(
    "whence",
    [
        [],
        ["Origin: null"],
        ["Origin: http://evil.test"],
        ["Origin: https://localhost"],
        ["Origin: http://localhost:8080"],
        ["Sec-Fetch-Site: same-site"],
        ["Sec-Fetch-Site: cross-site"],
        ["Sec-Fetch-Site: none"],
        ["Origin: http://localhost", "Sec-Fetch-Site: cross-site"],
        ["Origin: http://evil.test", "Sec-Fetch-Site: same-origin"],
    ],
)
def test_a_form_of_another_page_is_not(serving: Running, whence: list[str]) -> None:
    answer = serving.post(b"do=on", OURS, *whence)
    assert (answer.status, says("other_page") in answer.body) == (403, True)


TOO_MUCH = {
    "an address of 100 kB": (414, "too_long", ("/" + "a" * 100_000,)),
    "an address of 2 kB": (414, "too_long", ("/?" + "a" * 2_000,)),
    "a header of 17 kB": (431, "too_long", ("/", "A: " + "a" * 17_000)),
    "a header of 100 kB": (431, "too_long", ("/", "A: " + "a" * 100_000)),
    "a thousand headers": (431, "too_long", ("/", *(f"A{at}: {'a' * 20}" for at in range(1_000)))),
    "NUL in an address": (400, "unreadable", ("/q/%00",)),
    "no text in an address": (400, "unreadable", ("/q/%ff%fe",)),
    "no text behind it": (400, "unreadable", ("/?a=%C3%28",)),
}


@pytest.mark.parametrize("what", TOO_MUCH)
def test_what_no_browser_of_ours_sends_is_refused(serving: Running, what: str) -> None:
    status, kind, asked = TOO_MUCH[what]
    answer = serving.ask(*asked)
    assert (answer.status, says(kind) in answer.body) == (status, True)


@pytest.mark.parametrize(
    ("asked", "to"), [("/counsel/%00", "/counsel"), ("/counsel?%ff", "/counsel"), ("/q/%00", "/")]
)
def test_who_is_refused_is_led_back_to_their_own_side(
    serving: Running, asked: str, to: str
) -> None:
    assert f'href="{to}">Go on</a>'.encode() in serving.ask(asked).body


BODIES = {
    "50 MB": (413, "too_much", b"a=" + b"a" * 50_000_000),
    "66 kB": (413, "too_much", b"a=" + b"a" * 66_000),
    "10,000 fields": (413, "too_much", b"a=1&" * 10_000),
    "301 fields": (413, "too_much", b"&".join([b"a=1"] * 301)),
    "NUL": (400, "unreadable", b"a=%00"),
    "NUL as it is": (400, "unreadable", b"a=\0"),
    "no text": (400, "unreadable", b"a=%ff%fe"),
    "no text as it is": (400, "unreadable", b"a=\xff"),
}


@pytest.mark.parametrize("what", BODIES)
def test_a_form_that_is_none_of_ours_is_refused(serving: Running, what: str) -> None:
    status, kind, body = BODIES[what]
    answer = serving.post(body)
    assert (answer.status, says(kind) in answer.body) == (status, True)
    assert serving.post(b"do=on").body == b"do=on"


def test_a_body_that_does_not_say_its_length_is_counted(serving: Running) -> None:
    chunks = b"ffff\r\n" + b"a" * 0xFFFF + b"\r\n0\r\n\r\n"
    answer = serving.ask(
        "/", *FORM, "Transfer-Encoding: chunked", "Connection: close", method="PUT", body=chunks
    )
    assert answer.status == 405


def test_only_forms_are_taken(serving: Running) -> None:
    sent = serving.post(b"{}", "Content-Type: application/json", "Sec-Fetch-Site: same-origin")
    assert sent.status == 415
    assert serving.post(b"{}", "Sec-Fetch-Site: same-origin").status == 415
    assert serving.ask(method="DELETE").status == 405


def test_300_fields_and_64_kb_are_taken(serving: Running) -> None:
    for body in (b"&".join([b"a=1"] * 300), b"a=" + b"a" * 65_534):
        assert serving.post(body).body == body


@pytest.mark.parametrize("path", ["/", "/break", "/%00"])
def test_every_answer_is_strict(serving: Running, path: str) -> None:
    answer = serving.ask(path)
    head = answer.head
    assert not re.search(rb"<script|<style| style=| on[a-z]+=", answer.body)
    assert head["content-security-policy"].startswith("default-src 'none'")
    assert "script" not in head["content-security-policy"]
    assert "unsafe" not in head["content-security-policy"]
    assert "frame-ancestors 'none'" in head["content-security-policy"]
    assert head["cache-control"] == "no-store"
    assert head["referrer-policy"] == "same-origin"
    assert head["x-content-type-options"] == "nosniff"
    assert "camera=()" in head["permissions-policy"]
    assert "server" not in head


def test_an_unexpected_fault_is_told_kindly(serving: Running) -> None:
    answer = serving.ask("/break")
    assert (answer.status, says("broken") in answer.body) == (500, True)
    assert SECRET.encode() not in answer.body
    assert b"999" in answer.body, "urgent help stands on every page"


def test_where_every_place_is_taken_people_are_asked_to_come_back(start_server: Start) -> None:
    server = start_server(full=True)
    answer = server.ask()
    assert (answer.status, says("full") in answer.body) == (503, True)
    assert int(answer.head["retry-after"]) > 0
    assert server.ask("/urgent").status == 200


# --- the access code ---


def enter(server: Running, code: str) -> tuple[int, bytes, str]:
    answer = server.post(f"text={code}".encode(), path="/enter")
    return answer.status, answer.body, answer.head.get("set-cookie", "")


def test_without_the_code_nothing_is_seen(start_server: Start) -> None:
    server = start_server(access=QUICK)
    for answer in (server.ask(), server.ask("/summary"), server.post(b"do=on")):
        assert answer.status == 403
        assert SERVE.code_title.encode() in answer.body
    for path in ("/style.css", "/fonts/any", "/urgent"):
        assert server.ask(path).status == 200


@pytest.mark.parametrize("typed", [CODE, "k7qm3xhd9t2p", "K7QM+3XHD+9T2P", "%20k7qm-3xhd-9t2p"])
def test_the_code_is_asked_for_once(start_server: Start, typed: str) -> None:
    server = start_server(access=QUICK)
    status, _, cookie = enter(server, typed)
    assert status == 303
    assert set(cookie.split("; ")[1:]) == {"Path=/", "HttpOnly", "SameSite=Strict"}
    own = cookie.partition(";")[0]
    assert server.ask("/", f"Cookie: {own}").body == b"here"
    assert server.ask("/", f'Cookie: other={{}}"; {own}; x').body == b"here"


def test_who_finishes_and_clears_keeps_the_pass(start_server: Start) -> None:
    """The next person at the same tablet is not asked for the code again."""
    server = start_server(access=QUICK)
    own = enter(server, CODE)[2].partition(";")[0]
    assert server.ask("/cleared", f"Cookie: {own}").head["clear-site-data"] == '"cache", "storage"'


@pytest.mark.parametrize("cookie", ["door=", "door=guess", "door", "door=\xff", ";;;", ""])
def test_a_guessed_pass_opens_nothing(start_server: Start, cookie: str) -> None:
    assert start_server(access=QUICK).ask("/", f"Cookie: {cookie}").status == 403


@pytest.mark.parametrize("typed", ["", "K7QM-3XHD-9T2", CODE + "A", "%F0%9F%98%80", "a" * 60_000])
def test_a_wrong_code_is_said_to_be_wrong(start_server: Start, typed: str) -> None:
    status, page, cookie = enter(start_server(access=QUICK), typed)
    assert (status, cookie) == (403, "")
    assert SERVE.code_wrong.encode() in page
    assert b"<title>Error: " in page
    assert typed == "" or typed.encode() not in page


def test_after_twenty_wrong_codes_none_is_taken_for_a_while(start_server: Start) -> None:
    server = start_server(access=QUICK)
    own = enter(server, CODE)[2].partition(";")[0]
    assert [enter(server, "guess")[0] for _ in range(20)] == [403] * 20
    status, page, cookie = enter(server, CODE)
    assert (status, cookie) == (429, "")
    assert re.search(rb"Minutes until the code can be written again: \d+\.", page)
    assert server.ask("/", f"Cookie: {own}").body == b"here", "who is in stays in"


def test_after_that_while_the_code_is_taken_again(start_server: Start) -> None:
    server = start_server(access={**QUICK, "closed_for": 0})
    assert [enter(server, "guess")[0] for _ in range(25)] == [403] * 25
    assert enter(server, CODE)[0] == 303


def test_a_wrong_code_holds_up_the_next_try(start_server: Start) -> None:
    """The pause here is longer than a request may wait: the second try is never answered."""
    server = start_server(access={**QUICK, "pause": 1_000}, limits={"answer": 0.4})
    body = b"text=guess"
    request = "\r\n".join(
        ("POST /enter HTTP/1.1", "Host: localhost", f"Content-Length: {len(body)}", *FORM, "", "")
    ).encode()
    with server.connect() as first, server.connect() as second:
        first.sendall(request + body)
        second.sendall(request + body)
        assert is_closed(first)
        assert is_closed(second)
    assert server.ask().status == 403


def test_over_tls_the_pass_leaves_no_other_way(
    start_server: Start, certificate: tuple[Path, Path]
) -> None:
    files = [str(one) for one in certificate]
    context = ssl.create_default_context(cafile=files[0])
    server = start_server(context, tls=files, access=QUICK)
    cookie = server.post(b"text=" + CODE.encode(), path="/enter").head["set-cookie"]
    assert cookie.startswith("__Host-door=")
    assert "; Secure" in cookie
    assert server.post(b"a=1", OURS, "Origin: http://localhost").status == 403
