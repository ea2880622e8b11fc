"""The addresses of the preview: each load looks at the file anew, and nothing is written."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from decision_aid.preview.drawing import draw_nothing, draw_overview, draw_question, style
from decision_aid.preview.reaching import PATIENCE, find_way
from decision_aid.preview.saved import Saved, Watched
from decision_aid.preview.sheet import make_sheet
from decision_aid.preview.trying import press, sit_down
from decision_aid.report.guard import IncompleteReport
from decision_aid.web import files, headers
from decision_aid.web.exchange import as_page, read_body
from decision_aid.web.following import Form, NoForm, read_form

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

LONGEST_SENT = 1_500
"""Signs of a form that an address can have in it."""


def make_application(
    content: Path, answers: Path | None = None, *, clock: Callable[[], datetime] = datetime.now
) -> Starlette:
    """The preview of that file, for the answers in the other one."""
    preview = Preview(Watched(content, answers, lambda: clock().date()), clock)
    routes = [
        Route("/", preview.overview),
        Route("/found", preview.found),
        Route("/question/{name}", preview.question),
        Route("/visit", preview.turn, methods=["POST"]),
        Route("/sheet", preview.sheet),
        Route("/summary", preview.sheet),  # as the page of the summary names it
        Route("/summary/{offer}", preview.sheet_file),
        Route("/style.css", preview.style),
        Route("/fonts/{name}", files.font),
    ]
    return Starlette(
        routes=routes,
        lifespan=preview.run,
        exception_handlers={404: preview.no_page, 405: preview.no_page},
    )


class Preview:
    """Shows the file to whoever writes it."""

    def __init__(self, watched: Watched, clock: Callable[[], datetime]) -> None:
        self._watched = watched
        self._clock = clock

    # --- the file ---

    async def overview(self, _request: Request) -> Response:
        """What is wrong, as far as it is known at once, and every question."""
        return as_page(await run_in_threadpool(self._draw_overview, 0.0))

    async def found(self, _request: Request) -> Response:
        """The same, when every rule has looked at it."""
        return as_page(await run_in_threadpool(self._draw_overview, PATIENCE))

    def _draw_overview(self, patience: float) -> str:
        return draw_overview(self._watched.look(), patience)

    # --- a question ---

    async def question(self, request: Request) -> Response:
        """One screen, with all that is known of it; or what a button of it opens."""
        try:
            form = read_form(request.scope["query_string"])
        except NoForm:
            form = None
        return await run_in_threadpool(self._question, request.path_params["name"], form)

    def _question(self, name: str, form: Form | None) -> Response:
        saved = self._watched.look()
        if saved.sound is None or name not in saved.sound.steps:
            return _nothing(saved, 404)
        return as_page(draw_question(saved, saved.sound, name, self._clock, form))

    async def turn(self, request: Request) -> Response:
        """A button of a page shows what it opens, or leads to the question beside it."""
        try:
            body = await read_body(request)
            form = read_form(body)
        except NoForm:
            return Response(status_code=400, headers=headers.PAGE)
        address = await run_in_threadpool(self._find_next, form, body.decode("ascii"))
        return RedirectResponse(address, 303, headers.PAGE)

    def _find_next(self, form: Form, sent: str) -> str:
        sound = self._watched.look().sound
        steps = [*sound.steps] if sound else []
        if sound is None or not steps:
            return "/"
        at = min(max(form.page, 0), len(steps) - 1)
        if form.name in ("back", "close"):
            return f"/question/{steps[max(at - 1, 0) if form.name == 'back' else at]}"
        reached = find_way(sound, sound.steps[steps[at]])
        if reached and len(sent) < LONGEST_SENT:
            tried = press(sit_down(sound, steps[at], reached, self._clock), form)
            if not tried.is_elsewhere:
                return f"/question/{steps[at]}?{sent}"
        return f"/question/{steps[min(at + 1, len(steps) - 1)]}"

    # --- the sheet ---

    async def sheet(self, _request: Request) -> Response:
        """The sheet as a page."""
        return await run_in_threadpool(self._sheet, "html")

    async def sheet_file(self, request: Request) -> Response:
        """The sheet in one of the forms in which it is offered to people."""
        return await run_in_threadpool(self._sheet, request.path_params["offer"])

    def _sheet(self, offer: str) -> Response:
        saved = self._watched.look()
        if saved.sound is None:
            return _nothing(saved, 404)
        try:
            made = make_sheet(saved.sound, offer, self._clock)
        except IncompleteReport as error:
            ours = saved.words
            return as_page(draw_nothing(saved, ours.preview.sheet, ours.incomplete(error)), 500)
        if made is None:
            return _nothing(saved, 404)
        response = Response(made.data, media_type=made.kind, headers=headers.SUMMARY)
        if offer != "html":
            response.headers["Content-Disposition"] = f'attachment; filename="{made.name}"'
        return response

    # --- the rest ---

    async def style(self, _request: Request) -> Response:
        """How all pages look."""
        return Response(style(), media_type="text/css", headers=headers.SHIPPED)

    async def no_page(self, _request: Request, _error: Exception) -> Response:
        """There is no such address."""
        return _nothing(await run_in_threadpool(self._watched.look), 404)

    @asynccontextmanager
    async def run(self, _app: Starlette) -> AsyncIterator[Mapping[str, object]]:
        """Nothing that was begun goes on when the program ends."""
        try:
            yield {}
        finally:
            self._watched.close()


def _nothing(saved: Saved, status: int) -> Response:
    ours = saved.words.preview
    return as_page(draw_nothing(saved, ours.nothing_title, ours.nothing), status)
