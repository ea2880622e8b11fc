"""What goes over the wire: the body of a form, the cookie, and answers with their headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse

from decision_aid.web import headers
from decision_aid.web.following import LONGEST_BODY, NoForm
from decision_aid.web.refusing import draw_refusal

if TYPE_CHECKING:
    from decision_aid.web.visitors import Visitor
    from decision_aid.words import Words

COOKIE = "visit"
COOKIE_OVER_TLS = "__Host-visit"


def lead_to(visitor: Visitor) -> RedirectResponse:
    """To the page where the person is."""
    return RedirectResponse(f"/visit/{visitor.drawn}", 303, headers.PAGE)


def lead_from(number: int) -> RedirectResponse:
    """From a page that was left: there it is said where the person is now."""
    return RedirectResponse(f"/visit/{max(number, 0)}", 303, headers.PAGE)


def as_page(html: str, status: int = 200) -> HTMLResponse:
    """The page, which nobody keeps."""
    return HTMLResponse(html, status, headers.PAGE)


def turn_away(ours: Words, kind: str, status: int, to: str = "/") -> HTMLResponse:
    """The page that says why nothing was done, and leads there; `kind` names the reason."""
    return as_page(draw_refusal(ours, kind, to), status)


def is_over_tls(request: Request) -> bool:
    """Whether nobody on the way can read along."""
    return bool(request.scope["scheme"] == "https")


def cookie_name(request: Request) -> str:
    """Over TLS one that no other program on this machine can set."""
    return COOKIE_OVER_TLS if is_over_tls(request) else COOKIE


async def read_body(request: Request) -> bytes:
    """The body, as far as a form can be long; raises NoForm."""
    body = b""
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > LONGEST_BODY:
                raise NoForm
    except ClientDisconnect as error:
        raise NoForm from error
    return body


def give_cookie(request: Request, visitor: Visitor) -> RedirectResponse:
    """To the page where the person is, with the cookie that they are known by from now on."""
    response = lead_to(visitor)
    response.set_cookie(
        cookie_name(request),
        visitor.token,
        httponly=True,
        samesite="strict",
        secure=is_over_tls(request),
    )
    return response
