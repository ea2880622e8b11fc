"""What stands before the application: a request reaches it only if it is ours, small and let in."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote_to_bytes

from decision_aid.web.refusing import OPEN, Refused, code_page, refusal_page

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from decision_aid.web.access import Access
    from decision_aid.words import Words

LONGEST_ADDRESS = 2_000
LONGEST_HEAD = 16_000
LONGEST_BODY = 64_000
MOST_FIELDS = 300
MOST_VISITORS = 300
_FORM = "application/x-www-form-urlencoded"
_METHODS = ("GET", "HEAD", "POST")
_BACK_IN = "120"
"""Seconds after which a browser may ask again when every place is taken."""

STRICT: Mapping[str, str] = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "permissions-policy": (
        "camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=()"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
"""What each answer says to the browser where the application says nothing else."""


def _always(_scope: Scope) -> bool:
    return True


@dataclass(frozen=True)
class Policy:
    """Whom the guard lets through, and in which language it says why not."""

    words: Words
    names: frozenset[str] = frozenset()
    """The names by which we are called, beside the number of the address that was reached."""
    access: Access | None = None
    has_room: Callable[[Scope], bool] = field(default=_always)
    """Whether whoever sends this request has a place, or can be given one."""
    open_paths: frozenset[str] = frozenset({"/style.css"})
    """What needs no code: nothing that depends on answers."""
    browsers_say_whence: bool = True
    """Whether browsers send Sec-Fetch-Site: over TLS, and on the same computer."""


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
        answer = _Answer(send, self._policy)
        try:
            await self._serve(scope, receive, answer)
        except _Gone:
            return
        except Refused as refused:
            await answer.refuse(refused)
        except Exception:  # its text can hold what a person wrote
            await answer.refuse(Refused(500, "broken"))

    async def _serve(self, scope: Scope, receive: Receive, answer: _Answer) -> None:
        head = _read_head(scope)
        _check_size(scope, head)
        _check_host(scope, head, self._policy)
        if scope["method"] not in _METHODS:
            raise Refused(405, "unreadable", allow=", ".join(_METHODS))
        body = b""
        if scope["method"] == "POST":
            _check_origin(scope, head)
            body = await _read_form(head, receive)
            receive = _once_more(body, receive)
        if await self._asks_for_code(scope, head, body, answer):
            return
        if not self._policy.has_room(scope):
            raise Refused(503, "full", **{"retry-after": _BACK_IN})
        await self._app(scope, receive, answer.send)

    async def _asks_for_code(
        self, scope: Scope, head: Mapping[str, str], body: bytes, answer: _Answer
    ) -> bool:
        """Whether the answer was about the access code."""
        access, ours = self._policy.access, self._policy.words
        if access is None or scope["path"] in self._policy.open_paths:
            return False
        if (scope["method"], scope["path"]) == ("POST", OPEN):
            await _take_code(access, body, answer, ours)
            return True
        if access.has_pass(head.get("cookie", "")):
            return False
        await answer.give(403, code_page(ours))
        return True


async def _take_code(access: Access, body: bytes, answer: _Answer, ours: Words) -> None:
    typed = parse_qs(body.decode(), keep_blank_values=True).get("code", [""])[0]
    match await access.try_code(typed):
        case "right":
            await answer.give(303, b"", {"location": "/", "set-cookie": access.cookie})
        case "wrong":
            await answer.give(403, code_page(ours, ours.serve.code_wrong))
        case "closed":
            minutes = max(access.closed_minutes, 1)
            fault = ours.serve.code_closed.format(minutes=minutes)
            await answer.give(429, code_page(ours, fault), {"retry-after": str(minutes * 60)})


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
    name = _name_in(head.get("host", ""))
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

    def __init__(self, send: Send, policy: Policy) -> None:
        self._send = send
        self._policy = policy
        self._has_begun = False

    async def send(self, message: Message) -> None:
        """Send what the application says."""
        if message["type"] == "http.response.start":
            self._has_begun = True
            given = [(name.lower(), value) for name, value in message.get("headers", [])]
            message = {**message, "headers": self._strictly(given)}
        await self._send(message)

    def _strictly(self, given: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        if not self._policy.browsers_say_whence:
            # Under no-referrer a form is sent from the origin "null", and nothing else says whence.
            given = [one for one in given if one[0] != b"referrer-policy"]
            given.append((b"referrer-policy", b"same-origin"))
        said = {name for name, _ in given}
        strict = ((name.encode(), value.encode()) for name, value in STRICT.items())
        return given + [one for one in strict if one[0] not in said]

    async def give(self, status: int, body: bytes, more: Mapping[str, str] | None = None) -> None:
        """Send a page of our own."""
        head = {"content-type": "text/html; charset=utf-8", "content-length": str(len(body))}
        pairs = [
            (name.encode(), value.encode()) for name, value in (head | dict(more or {})).items()
        ]
        await self.send({"type": "http.response.start", "status": status, "headers": pairs})
        await self.send({"type": "http.response.body", "body": body})

    async def refuse(self, refused: Refused) -> None:
        """Send the page that says why, unless an answer is under way: that one is cut off."""
        if not self._has_begun:
            page = refusal_page(self._policy.words, refused.kind)
            await self.give(refused.status, page, refused.headers)
