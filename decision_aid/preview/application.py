"""The addresses of the preview: each load looks at the file anew, and nothing is written."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from decision_aid.check.preview import summarise
from decision_aid.preview.drawing import draw_nothing, draw_overview, draw_question, style
from decision_aid.preview.saved import Saved, Sound, Watched
from decision_aid.report.files import names_for, render
from decision_aid.report.formats import OFFERS
from decision_aid.report.guard import IncompleteReport
from decision_aid.screens.summary_pages import usual_paper
from decision_aid.visit import Visit
from decision_aid.web import files, headers
from decision_aid.web.exchange import as_page, read_body
from decision_aid.web.following import Form, NoForm, read_form

if TYPE_CHECKING:
    from starlette.requests import Request

UNTIL_LOOKED_AT = 45.0
"""Seconds that a page waits which is asked for what the rules find."""


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
        Route("/sheet.pdf", preview.sheet_pdf),
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
        return as_page(await run_in_threadpool(self._draw_overview, UNTIL_LOOKED_AT))

    def _draw_overview(self, patience: float) -> str:
        return draw_overview(self._watched.look(), patience)

    # --- a question ---

    async def question(self, request: Request) -> Response:
        """One screen, with all that is known of it."""
        return await run_in_threadpool(self._question, request.path_params["name"])

    def _question(self, name: str) -> Response:
        saved = self._watched.look()
        if saved.sound is None or name not in saved.sound.steps:
            return _nothing(saved, 404)
        return as_page(draw_question(saved, saved.sound, name, self._clock))

    async def turn(self, request: Request) -> Response:
        """A button of a page that is shown leads to the one beside it in the file."""
        try:
            form = read_form(await read_body(request))
        except NoForm:
            return Response(status_code=400, headers=headers.PAGE)
        saved = await run_in_threadpool(self._watched.look)
        steps = [*saved.sound.steps] if saved.sound else []
        if not steps:
            return RedirectResponse("/", 303, headers.PAGE)
        at = min(max(form.page + _way_of(form), 0), len(steps) - 1)
        return RedirectResponse(f"/question/{steps[at]}", 303, headers.PAGE)

    # --- the sheet ---

    async def sheet(self, _request: Request) -> Response:
        """The sheet as a page."""
        return await run_in_threadpool(self._sheet, "html")

    async def sheet_pdf(self, _request: Request) -> Response:
        """The sheet on the paper that is usual where those answers come from."""
        return await run_in_threadpool(self._sheet, "pdf")

    def _sheet(self, form: str) -> Response:
        saved = self._watched.look()
        if saved.sound is None:
            return _nothing(saved, 404)
        try:
            return self._make_sheet(saved.sound, form)
        except IncompleteReport as error:
            ours = saved.words
            return as_page(draw_nothing(saved, ours.preview.sheet, ours.incomplete(error)), 500)

    def _make_sheet(self, sound: Sound, form: str) -> Response:
        aid, given, on = sound.aid, sound.given, self._clock().date()
        if form == "html":
            made = render(summarise(aid, given, on), OFFERS[form])
            return Response(made, media_type="text/html", headers=headers.SUMMARY)
        options = OFFERS[f"pdf-{usual_paper(Visit(aid, self._clock, given))}"]
        name = next(names_for(Path(), on, options)).name
        made = render(summarise(aid, given, on), options)
        response = Response(made, media_type="application/pdf", headers=headers.SUMMARY)
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
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


def _way_of(form: Form) -> int:
    """How far the button leads in the file: back, on, or nowhere."""
    if (form.kind, form.name) == ("press", "back"):
        return -1
    leads_on = form.answers or (form.kind, form.name) == ("press", "pass_over")
    return 1 if leads_on else 0
