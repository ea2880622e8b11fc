"""Where a counsellor joins a visit by its code, reads along, and notes what is theirs alone."""

from __future__ import annotations

from collections.abc import Callable
from hmac import compare_digest
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from decision_aid.screens.telling_languages import tell_languages
from decision_aid.web import headers
from decision_aid.web.beside import SEES, find_boxes, name_looks, see_where, write_down
from decision_aid.web.company import COUNSEL
from decision_aid.web.drawing import draw
from decision_aid.web.exchange import as_page, is_over_tls, read_body, turn_away
from decision_aid.web.following import NoForm, read_fields
from decision_aid.web.joining import Joining, part
from decision_aid.web.passages import passages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from decision_aid.web.company import Counsellor
    from decision_aid.web.visitors import Visitor
    from decision_aid.words import Words

BETWEEN_LOOKS = 10
"""Seconds after which a page looks again, where that was asked for."""


class Counsel:
    """The counsellor's side, under a cookie of its own that opens nothing of the person's."""

    def __init__(self, joining: Joining, speak: Callable[[Request], Words]) -> None:
        self._joining = joining
        self._speak = speak

    def routes(self) -> list[Route]:
        """Its addresses."""
        return [
            Route(COUNSEL, self.look),
            Route(COUNSEL, self.join, methods=["POST"]),
            Route(f"{COUNSEL}/notes", self.notes),
            Route(f"{COUNSEL}/notes", self.write, methods=["POST"]),
            Route(f"{COUNSEL}/leave", self.leave, methods=["POST"]),
            Route(f"{COUNSEL}/{{look:path}}", self.see),
        ]

    # --- joining ---

    async def join(self, request: Request) -> Response:
        """Take the code of a visit, and read along from now on."""
        try:
            typed = (await _read_fields(request)).get("text", "")
        except NoForm:
            return turn_away(self._speak(request), "unreadable", 400, COUNSEL)
        visitor = await self._joining.join(typed)
        if visitor is None:
            return self._refuse(request)
        await run_in_threadpool(_accompany, visitor)
        return _lead_in(request, visitor)

    def _refuse(self, request: Request) -> Response:
        words, minutes = self._speak(request), self._joining.tries.closed_minutes
        if not minutes:
            return self._ask(request, words.counsel.join_wrong, 403)
        response = self._ask(request, words.serve.code_closed.format(minutes=minutes), 429)
        response.headers["Retry-After"] = str(minutes * 60)
        return response

    def _ask(self, request: Request, fault: str = "", status: int = 200) -> Response:
        words = self._speak(request)
        return as_page(draw("join.html.j2", words, fault=fault, target=COUNSEL), status)

    def _find(self, request: Request) -> tuple[Visitor, Counsellor] | None:
        return self._joining.find(request.cookies.get(_cookie_name(request), ""))

    def _stay_out(self, request: Request) -> Response:
        """Ask for a code; whoever read along before is told first that it has ended."""
        if not request.cookies.get(_cookie_name(request)):
            return self._ask(request)
        return _say_over(request, self._speak(request))

    # --- looking ---

    def look(self, request: Request) -> Response:
        """Where the person is now, with what to say there."""
        found = self._find(request)
        if found is None:
            return self._stay_out(request)
        follows = request.query_params.get("follow") == "1"
        return as_page(_draw_where(*found, BETWEEN_LOOKS if follows else 0))

    def see(self, request: Request) -> Response:
        """What was covered, how ready they feel, or what they told."""
        found, sees = self._find(request), SEES.get(request.path_params["look"])
        if found is None or sees is None:
            return RedirectResponse(COUNSEL, 303, headers.PAGE)
        visitor, counsellor = found
        with visitor.lock:
            visit = visitor.navigator.sitting.begun
            page = tell_languages(sees(visit, counsellor), visit.aid.laid_over)
            return as_page(
                _draw("beside.html.j2", visitor, page=page, passages=list(passages(page.parts)))
            )

    # --- writing ---

    def notes(self, request: Request) -> Response:
        """The boxes to write in; this page never looks again without being asked."""
        found = self._find(request)
        if found is None:
            return self._stay_out(request)
        visitor, counsellor = found
        with visitor.lock:
            boxes = find_boxes(visitor.navigator.sitting.begun, counsellor)
            return as_page(_draw("notes.html.j2", visitor, boxes=boxes))

    async def write(self, request: Request) -> Response:
        """Hold what was written."""
        return await self._act(request, _write)

    async def leave(self, request: Request) -> Response:
        """Read along no more."""
        return await self._act(request, _leave)

    async def _act(
        self,
        request: Request,
        do: Callable[[Visitor, Counsellor, Mapping[str, str]], None],
    ) -> Response:
        try:
            sent = await _read_fields(request)
        except NoForm:
            return turn_away(self._speak(request), "unreadable", 400, COUNSEL)
        found = self._find(request)
        if found is None:
            return self._stay_out(request)
        if not compare_digest(sent.get("proof", "").encode(), found[1].proof.encode()):
            return turn_away(self._speak(request), "other_page", 403, COUNSEL)
        await run_in_threadpool(do, *found, sent)
        return RedirectResponse(COUNSEL, 303, headers.PAGE)


def _accompany(visitor: Visitor) -> None:
    with visitor.lock:
        visitor.navigator.sitting.begun.accompany()


def _write(visitor: Visitor, counsellor: Counsellor, sent: Mapping[str, str]) -> None:
    with visitor.lock:
        write_down(visitor.navigator.sitting.begun, counsellor, sent)


def _leave(visitor: Visitor, _counsellor: Counsellor, _sent: Mapping[str, str]) -> None:
    with visitor.lock:
        part(visitor)


# --- what goes over the wire -----------------------------------------------------------------


async def _read_fields(request: Request) -> Mapping[str, str]:
    sent = read_fields(await read_body(request))
    return {name: values[0].replace("\r\n", "\n") for name, values in sent.items()}


def _cookie_name(request: Request) -> str:
    return "__Host-counsel" if is_over_tls(request) else "counsel"


def _lead_in(request: Request, visitor: Visitor) -> Response:
    response = RedirectResponse(COUNSEL, 303, headers.PAGE)
    response.set_cookie(
        _cookie_name(request),
        visitor.counsellor.token if visitor.counsellor else "",
        httponly=True,
        samesite="strict",
        secure=is_over_tls(request),
    )
    return response


def _say_over(request: Request, words: Words) -> Response:
    response = as_page(draw("over.html.j2", words, target=COUNSEL), 410)
    response.headers["Clear-Site-Data"] = '"cache"'
    response.delete_cookie(
        _cookie_name(request), httponly=True, samesite="strict", secure=is_over_tls(request)
    )
    return response


# --- what is drawn ---------------------------------------------------------------------------


def _draw_where(visitor: Visitor, _counsellor: Counsellor, seconds: int) -> str:
    with visitor.lock:
        where = see_where(visitor.navigator)
        return _draw(
            "counsel.html.j2",
            visitor,
            where=where,
            prompts=list(passages(where.prompts)),
            passages=list(passages(where.asked.parts)) if where.asked else [],
            seconds=seconds,
            between=BETWEEN_LOOKS,
        )


def _draw(template: str, visitor: Visitor, **given: object) -> str:
    sitting, beside = visitor.navigator.sitting, visitor.counsellor
    return draw(
        template,
        sitting.words,
        proof=beside.proof if beside else "",
        looks=name_looks(sitting.begun),
        has_boxes=bool(beside and find_boxes(sitting.begun, beside)),
        target=COUNSEL,
        **given,
    )
