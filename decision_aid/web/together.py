"""Where a person asks their counsellor in, sees whether somebody reads along, and ends that."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from decision_aid.screens.telling_languages import title_of
from decision_aid.web import headers
from decision_aid.web.company import COUNSEL
from decision_aid.web.drawing import draw
from decision_aid.web.exchange import as_page, is_over_tls, read_body, turn_away
from decision_aid.web.following import Form, NoForm, read_form
from decision_aid.web.joining import Joining, part

if TYPE_CHECKING:
    from starlette.requests import Request

    from decision_aid.web.visitors import Visitor
    from decision_aid.words import Words

TOGETHER = "/together"
_ASKS, _ENDS = "ask", "end"
_DOES = (_ASKS, "invite", _ENDS)


class Together:
    """The person's own side; all of it needs their cookie, and what changes something, a proof."""

    def __init__(
        self,
        joining: Joining,
        find: Callable[[Request], Visitor | None],
        begin: Callable[[Request, Form], Response],
        speak: Callable[[Request], Words],
    ) -> None:
        self._joining = joining
        self._find = find
        self._begin = begin
        self._speak = speak

    def routes(self) -> list[Route]:
        """Its addresses."""
        return [Route(TOGETHER, self.look), Route(TOGETHER, self.act, methods=["POST"])]

    def look(self, request: Request) -> Response:
        """Whether somebody reads along, or by which code somebody can."""
        visitor = self._find(request)
        if visitor is None:
            return RedirectResponse("/", 303, headers.PAGE)
        return as_page(self._draw(visitor, _address_to_join(request)))

    def _draw(self, visitor: Visitor, address: str) -> str:
        with visitor.lock:
            sitting, asked = visitor.navigator.sitting, visitor.invitation
            minutes = self._joining.minutes_left(visitor)
            return draw(
                "together.html.j2",
                sitting.words,
                guide=title_of(sitting.begun.aid),
                visitor=visitor,
                code=asked.code if asked and minutes else "",
                minutes=minutes,
                address=address,
            )

    async def act(self, request: Request) -> Response:
        """Ask somebody in, or end it."""
        try:
            form = read_form(await read_body(request))
        except NoForm:
            return turn_away(self._speak(request), "unreadable", 400)
        if form.kind not in _DOES:
            return turn_away(self._speak(request), "unreadable", 400)
        return await run_in_threadpool(self._act, request, form)

    def _act(self, request: Request, form: Form) -> Response:
        visitor = self._find(request)
        if visitor is None:
            return self._begin_asking(request, form)
        from_welcome = form.kind == _ASKS and not form.page
        if not from_welcome and not visitor.gave(form.proof):
            return turn_away(self._speak(request), "other_page", 403)
        with visitor.lock:
            if form.page:  # what is marked and written there is held
                visitor.act(form)
            if form.kind == "invite":
                self._joining.invite(visitor)
            elif form.kind == _ENDS:
                part(visitor)
        return RedirectResponse(TOGETHER, 303, headers.PAGE)

    def _begin_asking(self, request: Request, form: Form) -> Response:
        """From the welcome; whose visit has ended meanwhile is led there."""
        if form.page or form.kind != _ASKS:
            return RedirectResponse("/", 303, headers.PAGE)
        response = self._begin(request, form)
        response.headers["location"] = TOGETHER
        return response


def _address_to_join(request: Request) -> str:
    """What the counsellor types; the guard has looked at the name."""
    scheme = "https" if is_over_tls(request) else "http"
    return f"{scheme}://{request.headers.get('host', '')}{COUNSEL}"
