"""What stands before the application: a request reaches it only if it is ours, small and let in."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote_to_bytes

from starlette.responses import HTMLResponse

from decision_aid.web import headers
from decision_aid.web.company import COUNSEL
from decision_aid.web.following import LONGEST_BODY, MOST_FIELDS
from decision_aid.web.refusing import OPEN, Refused, draw_code_page, draw_refusal

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from decision_aid.web.access import Access
    from decision_aid.words import Words

LONGEST_ADDRESS = 2_000
LONGEST_HEAD = 16_000
MOST_VISITORS = 300
_TO_COUNSEL = "to=counsel"
_FORM = "application/x-www-form-urlencoded"
_METHODS = ("GET", "HEAD", "POST")
_BACK_IN = "120"
"""Seconds after which a browser may ask again when every place is taken."""
_STRICT = tuple((name.lower().encode(), value.encode()) for name, value in headers.PAGE.items())
OPEN_TO_ALL = ("/style.css", "/fonts/", "/urgent", "/ended", "/healthz")
"""What needs neither code nor place: nothing there depends on answers."""


def _always(_scope: Scope) -> bool:
    return True


@dataclass(frozen=True)
class Policy:
    """Whom the guard lets through, and in which language it says why not."""

    speak: Callable[[str], Words]
    """The words for a browser that sends this Accept-Language."""
    names: frozenset[str] = frozenset()
    """The names by which we are called, beside the number of the address that was reached."""
    access: Access | None = None
    has_room: Callable[[Scope], bool] = field(default=_always)
    """Whether whoever sends this request has a place, or can be given one."""


class Guard:
    """The application behind its guard."""

    def __init__(self, app: ASGIApp, policy: Policy) -> None:
        self._app = app
        self._policy = policy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request, or say kindly why not; whatever goes wrong, no word of it gets out."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        head = _read_head(scope)
        speak = partial(self._policy.speak, head.get("accept-language", ""))
        answer = _Answer(scope, receive, send, speak)
        try:
            await self._serve(scope, head, receive, answer)
        except _Gone:
            return
        except Refused as refused:
            await answer.refuse(refused)
        except Exception:  # its text can hold what a person wrote
            await answer.refuse(Refused(500, "broken"))

    async def _serve(
        self, scope: Scope, head: Mapping[str, str], receive: Receive, answer: _Answer
    ) -> None:
        _check_size(scope, head)
        _check_host(scope, head, self._policy)
        if scope["method"] not in _METHODS:
            raise Refused(405, "unreadable", allow=", ".join(_METHODS))
        body = b""
        if scope["method"] == "POST":
            _check_origin(scope, head)
            body = await _read_form(head, receive)
            receive = _once_more(body, receive)
        if not scope["path"].startswith(OPEN_TO_ALL):
            if await self._asks_for_code(scope, head, body, answer):
                return
            if not self._policy.has_room(scope):
                raise Refused(503, "full", **{"retry-after": _BACK_IN})
        await self._app(scope, receive, answer.send)

    async def _asks_for_code(
        self, scope: Scope, head: Mapping[str, str], body: bytes, answer: _Answer
    ) -> bool:
        """Whether the answer was about the access code."""
        access = self._policy.access
        if access is None:
            return False
        if (scope["method"], scope["path"]) == ("POST", OPEN):
            await _take_code(access, body, answer)
            return True
        if access.has_pass(head.get("cookie", "")):
            return False
        await answer.ask_code(403)
        return True


async def _take_code(access: Access, body: bytes, answer: _Answer) -> None:
    typed = parse_qs(body.decode(), keep_blank_values=True).get("text", [""])[0]
    match await access.try_code(typed):
        case "right":
            await answer.give(303, "", {"location": answer.leads_to, "set-cookie": access.cookie})
        case "wrong":
            await answer.ask_code(403, answer.ours.serve.code_wrong)
        case "closed":
            minutes = max(access.closed_minutes, 1)
            fault = answer.ours.serve.code_closed.format(minutes=minutes)
            await answer.ask_code(429, fault, {"retry-after": str(minutes * 60)})


# --- what a request must satisfy -------------------------------------------------------------


class _Gone(Exception):
    """The browser hung up while it was sending."""


def _read_head(scope: Scope) -> Mapping[str, str]:
    pairs: list[tuple[bytes, bytes]] = scope["headers"]
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in pairs}


def _check_size(scope: Scope, head: Mapping[str, str]) -> None:
    address: bytes = scope["raw_path"] + scope["query_string"]
    if len(address) > LONGEST_ADDRESS:
        raise Refused(414, "too_long")
    if sum(len(name) + len(value) for name, value in scope["headers"]) > LONGEST_HEAD:
        raise Refused(431, "too_long")
    length = head.get("content-length", "0")
    if not length.isdecimal() or len(length) > 12:
        raise Refused(400, "unreadable")
    if int(length) > LONGEST_BODY:
        raise Refused(413, "too_much")
    if not _is_text(unquote_to_bytes(address)):
        raise Refused(400, "unreadable")


def _check_host(scope: Scope, head: Mapping[str, str], policy: Policy) -> None:
    """A page of another name could else be pointed at us, and read what we answer."""
    said = head.get("host", "")
    if said.partition(":")[0] in policy.names:
        return
    name = _name_in(said)
    reached, _port = scope.get("server") or ("", None)
    if name not in policy.names and not (name and name == _number(reached)):
        raise Refused(400, "other_name")


def _name_in(host: str) -> str:
    """The name or number in a Host header, in one way of writing it."""
    if host.startswith("["):
        return _number(host[1:].partition("]")[0])
    name = host.partition(":")[0].lower().removesuffix(".")
    return _number(name) or name


def _number(address: str) -> str:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return ""
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return str(mapped or found)


def _check_origin(scope: Scope, head: Mapping[str, str]) -> None:
    """What is sent must come from a page of ours; each browser says so in one of two headers."""
    own = f"{scope['scheme']}://{head['host']}".lower()
    origin, whence = head.get("origin", "null").lower(), head.get("sec-fetch-site")
    if origin not in ("null", own) or whence not in (None, "same-origin"):
        raise Refused(403, "other_page")
    if origin == "null" and whence is None:
        raise Refused(403, "other_page")


async def _read_form(head: Mapping[str, str], receive: Receive) -> bytes:
    if head.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise Refused(415, "unreadable")
    body = bytearray()
    is_whole = False
    while not is_whole:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise _Gone
        body += message.get("body", b"")
        if len(body) > LONGEST_BODY:
            raise Refused(413, "too_much")
        is_whole = not message.get("more_body", False)
    if body.count(b"&") >= MOST_FIELDS:
        raise Refused(413, "too_much")
    if not body.isascii() or not _is_text(unquote_to_bytes(bytes(body))):
        raise Refused(400, "unreadable")
    return bytes(body)


def _is_text(raw: bytes) -> bool:
    try:
        return "\0" not in raw.decode()
    except UnicodeDecodeError:
        return False


def _once_more(body: bytes, receive: Receive) -> Receive:
    """What gives the application the body that was read already, and then what comes after it."""
    left: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive_again() -> Message:
        return left.pop() if left else await receive()

    return receive_again


# --- what is answered ------------------------------------------------------------------------


class _Answer:
    """The answer to one request, with the strict headers on it."""

    def __init__(
        self, scope: Scope, receive: Receive, send: Send, speak: Callable[[], Words]
    ) -> None:
        self._speak = speak
        self._scope = scope
        self._receive = receive
        self._send = send
        self._has_begun = False

    @property
    def ours(self) -> Words:
        """The words for whoever asks, which most answers do not need."""
        return self._speak()

    async def send(self, message: Message) -> None:
        """Send what the application says."""
        if message["type"] == "http.response.start":
            self._has_begun = True
            given = [(name.lower(), value) for name, value in message.get("headers", [])]
            message = {**message, "headers": [*map(_spare_cookies, given), *_missing_in(given)]}
        await self._send(message)

    async def give(self, status: int, html: str, more: Mapping[str, str] | None = None) -> None:
        """Send a page of our own."""
        await HTMLResponse(html, status, more)(self._scope, self._receive, self.send)

    async def ask_code(
        self, status: int, fault: str = "", more: Mapping[str, str] | None = None
    ) -> None:
        """Ask for the access code, and say what was wrong with the last one."""
        target = f"{OPEN}?{_TO_COUNSEL}" if self.is_for_counsellor else OPEN
        await self.give(status, draw_code_page(self.ours, fault, target), more)

    @property
    def is_for_counsellor(self) -> bool:
        """Whether they came to read along, and are to be led there after the access code."""
        asked: str = self._scope["path"]
        return asked.startswith(COUNSEL) or self._scope["query_string"] == _TO_COUNSEL.encode()

    @property
    def leads_to(self) -> str:
        """Where they go on."""
        return COUNSEL if self.is_for_counsellor else "/"

    async def refuse(self, refused: Refused) -> None:
        """Send the page that says why, unless an answer is under way: that one is cut off."""
        if not self._has_begun:
            page = draw_refusal(self.ours, refused.kind, self.leads_to)
            await self.give(refused.status, page, refused.headers)


def _missing_in(given: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    said = {name for name, _ in given}
    return [one for one in _STRICT if one[0] not in said]


def _spare_cookies(header: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    """A visit's cookie opens nothing once it is over; the pass, and other programs', stay."""
    name, value = header
    return (name, value.replace(b'"cookies", ', b"") if name == b"clear-site-data" else value)
