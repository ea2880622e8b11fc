"""A visit that nobody goes on with: the browser asks once, in time, and else all is cleared.

The browser is told when to look elsewhere by a header, so no script is needed. What it asks for by
itself is no use of the visit: only what a person does makes a visit last.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import parse_qs, quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from decision_aid.screens.telling_languages import title_of
from decision_aid.web import headers
from decision_aid.web.drawing import Drawn, draw_still_there
from decision_aid.web.exchange import as_page, cookie_name, lead_to, read_body
from decision_aid.web.following import NoForm

if TYPE_CHECKING:
    from decision_aid.web.showing import Shown
    from decision_aid.web.visitors import Visitor, Visitors
    from decision_aid.words import Words

    Outside = Callable[[Request, str, str, str], Response]
    """Draws a page outside of any visit: its title, its text, and its link."""

Answered = TypeVar("Answered", bound=Response)
ASKS, ENDED = "/still-there", "/ended"
TO_ANSWER = 300.0
"""So many seconds before the end it is asked; WCAG 2.2.1 wants 20 at least."""
TO_READ = 30.0
"""After so many a kiosk turns from its last page to the first one."""


class Waiting:
    """How long pages wait, what is asked before a visit ends, and what is said after it."""

    def __init__(
        self,
        visitors: Visitors,
        speak: Callable[[Request], Words],
        outside: Outside,
        *,
        begins_anew: bool,
    ) -> None:
        self.visitors = visitors
        self._speak = speak
        self._outside = outside
        self._begins_anew = begins_anew
        """Whether the last page leads to the first one by itself, as a kiosk needs it."""

    def routes(self) -> list[Route]:
        """Its addresses."""
        return [
            Route(ASKS, self.ask),
            Route(ASKS, self.hear, methods=["POST"]),
            Route(ENDED, self.tell_ended),
            Route("/cleared", self.tell_cleared),
        ]

    @property
    def minutes(self) -> int:
        """How long a page waits."""
        return max(int(self.visitors.idle // 60), 1)

    def watch(self, shown: Shown, visitor: Visitor) -> HTMLResponse:
        """The page, which asks in time, or stays until the visit is over and is cleared then."""
        left, response = self.visitors.time_left(visitor), as_page(shown.html)
        language = visitor.navigator.sitting.language
        if shown.is_left_alone:
            return _lead_later(response, left + 1, _ended_in(language))
        asks = f"{ASKS}?in={language}"
        return _lead_later(response, max(left - TO_ANSWER, left / 2), asks)

    # --- asked by the browser itself, so it is no use of the visit ---

    def _see(self, request: Request) -> Visitor | None:
        return self.visitors.see(request.cookies.get(cookie_name(request), ""))

    async def ask(self, request: Request) -> Response:
        """Ask whether somebody is still there; where nobody answers, the end follows."""
        visitor = self._see(request)
        if visitor is None:
            language = request.query_params.get("in", "")
            return RedirectResponse(_ended_in(language), 303, headers.PAGE)
        left = self.visitors.time_left(visitor)
        html = await run_in_threadpool(_draw_question, visitor, max(round(left / 60), 1))
        ended = _ended_in(visitor.navigator.sitting.language)
        return _lead_later(as_page(html), left + 1, ended)

    async def tell_ended(self, request: Request) -> Response:
        """Say that the visit is over; where it went on in another window, ask again in time."""
        if self._see(request) is not None:
            return RedirectResponse(ASKS, 303, headers.PAGE)
        ours = self._speak(request).web
        response = self._tell_end(request, ours.ended)
        if cookie_name(request) in request.cookies:  # another site's link comes without
            response.headers.update(headers.CLEARED)
        return response

    async def tell_cleared(self, request: Request) -> Response:
        """Say that the visit has ended, and that nothing of it is left."""
        ours = self._speak(request).web
        return self._tell_end(request, ours.cleared_kiosk if self._begins_anew else ours.cleared)

    def _tell_end(self, request: Request, text: str) -> Response:
        ours = self._speak(request).web
        if not self._begins_anew:
            return self._outside(request, ours.cleared_title, text, ours.start_anew)
        text = f"{text} {ours.comes_back}"
        response = self._outside(request, ours.cleared_title, text, ours.start_anew)
        return _lead_later(response, TO_READ, "/")

    # --- done by a person ---

    async def hear(self, request: Request) -> Response:
        """Somebody is still there: they are back where they were, for as long again."""
        try:
            sent = parse_qs((await read_body(request)).decode("ascii"), max_num_fields=9)
        except (NoForm, ValueError):
            return Response(status_code=400, headers=headers.PAGE)
        visitor = self._see(request)
        if visitor is None:
            return RedirectResponse(ENDED, 303, headers.PAGE)
        proof = sent.get("proof", [""])[0]
        if not (visitor.gave(proof) or visitor.gave_before(proof)):
            return Response(status_code=403, headers=headers.PAGE)
        self.visitors.find(visitor.token)
        return lead_to(visitor)


def _lead_later(response: Answered, seconds: float, address: str) -> Answered:
    """Have the browser go there by itself after so long."""
    response.headers["Refresh"] = f"{ceil(seconds)};url={address}"
    return response


def _ended_in(language: str) -> str:
    """Where the end is told, in that language: then no visit is left that would say which."""
    return f"{ENDED}?in={quote(language)}"


def _draw_question(visitor: Visitor, minutes: int) -> str:
    with visitor.lock:
        visit = visitor.navigator.sitting.begun
        drawn = Drawn(visitor.drawn, visitor.proof, company=visitor.company)
    return draw_still_there(visit.words, title_of(visit.aid), minutes, drawn)
