"""The addresses of the browser edition: looking changes nothing, and each form does one thing."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from decision_aid.frozen import replace
from decision_aid.languages import choose_language
from decision_aid.screens.faults import reason_of
from decision_aid.screens.navigator import Navigator
from decision_aid.screens.sitting import KeyWords, Sitting
from decision_aid.screens.telling_languages import title_of
from decision_aid.start import find_common
from decision_aid.visit import Visit
from decision_aid.web import files, headers
from decision_aid.web.counsel import Counsel
from decision_aid.web.drawing import draw_ending, draw_urgent
from decision_aid.web.exchange import (
    as_page,
    cookie_name,
    give_cookie,
    lead_from,
    lead_to,
    read_body,
    turn_away,
)
from decision_aid.web.following import Form, NoForm, read_form
from decision_aid.web.joining import Joining
from decision_aid.web.papers import lead_back, make_paper
from decision_aid.web.showing import show, show_welcome
from decision_aid.web.sweeping import sweep_meanwhile
from decision_aid.web.together import Together
from decision_aid.web.turns import take_turn
from decision_aid.web.visitors import Visitor, Visitors
from decision_aid.web.waiting import Waiting
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.held_answers import Clock
    from decision_aid.languages import Languages
    from decision_aid.start import Start
    from decision_aid.web.tries import Tries
    from decision_aid.words import Words

IDLE = 3_600.0
"""After so many seconds without anything done a visit is over."""


def make_application(
    languages: Languages,
    start: Start,
    *,
    clock: Clock = datetime.now,
    idle: float = IDLE,
    now: Callable[[], float] = time.monotonic,
    joins: Tries | None = None,
) -> Starlette:
    """The browser edition of that aid; `state.visitors` are those who are here.

    Answers are kept only where `start` names a place; there nobody is shown what others keep.
    `joins` counts the wrong codes of counsellors; without it nobody can ask one to read along.
    """
    keep = start.keep if start.place else False
    start = replace(start, keep=keep, shared=True, common=find_common(start.place))
    visitors = Visitors(idle, now, may_invite=joins is not None)
    desk = Desk(languages, start, clock, visitors)
    routes = [
        Route("/", desk.open),
        Route("/visit", desk.act, methods=["POST"]),
        Route("/visit", desk.open),
        Route("/visit/{number:int}", desk.look),
        Route("/urgent", desk.urgent),
        *([] if start.kiosk else desk.files()),
        *desk.waiting.routes(),
        Route("/healthz", desk.answer_health),
        Route("/style.css", files.style),
        Route("/fonts/{name}", files.font),
        *(desk.route_two(Joining(visitors, joins, now)) if joins else ()),
    ]
    app = Starlette(
        routes=routes,
        lifespan=sweep_meanwhile(languages, visitors),
        exception_handlers={404: desk.no_page, 405: desk.no_page},
    )
    app.state.visitors = desk.visitors
    return app


class Desk:
    """Receives whoever comes, and leads them to their own visit."""

    def __init__(
        self, languages: Languages, start: Start, clock: Clock, visitors: Visitors
    ) -> None:
        self.languages = languages
        self.start = start
        self.clock = clock
        self.visitors = visitors
        self.speak = _of_buttons_for_two if visitors.may_invite else _of_buttons
        begins_anew = start.kiosk is not None
        self.waiting = Waiting(visitors, self._words, self._outside, begins_anew=begins_anew)

    def files(self) -> list[Route]:
        """Where the summary is handed over."""
        return [
            Route("/summary", self.summary),
            Route("/summary.pdf", self.summary_pdf),
            Route("/summary/{offer}", self.summary_file),
        ]

    # --- who it is ---

    def _visitor(self, request: Request) -> Visitor | None:
        return self.visitors.find(request.cookies.get(cookie_name(request), ""))

    def _language(self, request: Request) -> str:
        """The one of the visit or the command line, else the first of the browser's there is."""
        visitor = self.visitors.see(request.cookies.get(cookie_name(request), ""))
        if visitor is not None:
            return visitor.navigator.sitting.language
        left = request.query_params.get("in", "")
        said = request.headers.get("accept-language", "")
        wishes = [one.partition(";")[0].strip() for one in said.split(",")]
        return choose_language(self.languages.codes, left, self.start.language, *wishes[:20])

    def _sit_down(self, language: str) -> Navigator:
        visit = Visit(self.languages.take(language), self.clock, audience=self.start.audience)
        return Navigator(
            Sitting(None, self.start, visit, languages=self.languages, speak=self.speak)
        )

    def _words(self, request: Request) -> Words:
        return words(self.languages.take(self._language(request)).language)

    def route_two(self, joining: Joining) -> list[Route]:
        """Where two people find each other, each on a device of their own."""
        person = Together(joining, self._visitor, self._begin, self._words)
        return [*person.routes(), *Counsel(joining, self._words).routes()]

    # --- looking ---

    async def open(self, request: Request) -> Response:
        """The welcome, or wherever the person is."""
        visitor = self._visitor(request)
        if visitor is not None:
            return lead_to(visitor)
        return as_page(await run_in_threadpool(self._welcome, self._language(request), ""))

    def _welcome(self, language: str, notice: str) -> str:
        shown = self._sit_down(language), notice, self.waiting.minutes
        return show_welcome(*shown, self.visitors.company_at_first)

    async def look(self, request: Request) -> Response:
        """The page where the person is, whatever number they come back to."""
        visitor = self._visitor(request)
        if visitor is None:
            return RedirectResponse("/", 303, headers.PAGE)
        about = visitor, request.path_params["number"], self.waiting.minutes
        return self.waiting.watch(await take_turn(visitor, partial(show, *about)), visitor)

    async def urgent(self, request: Request) -> Response:
        """Urgent help, for whoever comes; it changes nothing, and leads back to where one was."""
        visitor = self._visitor(request)
        return as_page(await run_in_threadpool(self._draw_urgent, visitor, self._language(request)))

    def _draw_urgent(self, visitor: Visitor | None, language: str) -> str:
        if visitor is None:
            return draw_urgent(self._sit_down(language).sitting.begun)
        with visitor.lock:
            return draw_urgent(visitor.navigator.sitting.begun, visitor.company)

    # --- doing ---

    async def act(self, request: Request) -> Response:
        """Do the one thing that the form says, and show what follows."""
        try:
            form = read_form(await read_body(request))
        except NoForm:
            return turn_away(self._words(request), "unreadable", 400)
        visitor = self._visitor(request)
        if form.kind == "urgent":  # whoever asks for it gets it, whatever became of the visit
            if visitor is not None:
                await take_turn(visitor, partial(visitor.hold, form))
            return RedirectResponse("/urgent", 303, headers.PAGE)
        if visitor is not None:
            return await take_turn(visitor, partial(self._act, request, visitor, form))
        if form.page:
            said = await run_in_threadpool(self._welcome, self._language(request), "idle")
            return as_page(said, 410)
        return await run_in_threadpool(self._begin, request, form)

    def _begin(self, request: Request, form: Form) -> Response:
        """The first thing that somebody does begins their visit."""
        visitor = self.visitors.welcome(self._sit_down(self._language(request)))
        with visitor.lock:
            visitor.act(form)
        return give_cookie(request, visitor)

    def _act(self, request: Request, visitor: Visitor, form: Form) -> Response:
        if not form.page:  # the welcome in another tab, or its button pressed twice
            return lead_to(visitor)
        if not visitor.gave(form.proof):
            is_old = visitor.gave_before(form.proof)
            return lead_from(0) if is_old else turn_away(self._words(request), "other_page", 403)
        with visitor.lock:
            before = visitor.session
            is_heard = visitor.act(form)
            ended = visitor.navigator.ended is not None
        if ended:
            language = visitor.navigator.sitting.language
            self.visitors.part_with(visitor)
            return RedirectResponse(f"/cleared?in={language}", 303, headers.CLEARED)
        if visitor.session is not before:
            self.visitors.rename(visitor)
            return give_cookie(request, visitor)
        return lead_to(visitor) if is_heard else lead_from(form.page)

    # --- the summary ---

    async def summary(self, request: Request) -> Response:
        """The summary as a page of its own."""
        return await self._hand_over(request, "html", in_window=True)

    async def summary_pdf(self, request: Request) -> Response:
        """The summary on the paper that is usual where the person lives."""
        return await self._hand_over(request, "pdf")

    async def summary_file(self, request: Request) -> Response:
        """The summary in a form that is offered, to be taken along."""
        return await self._hand_over(request, request.path_params["offer"])

    async def _hand_over(
        self, request: Request, offer: str, *, in_window: bool = False
    ) -> Response:
        visitor = self._visitor(request)
        if visitor is None:
            return RedirectResponse("/", 303, headers.PAGE)
        try:
            made = await run_in_threadpool(make_paper, visitor, offer)
        except Exception as error:
            return self._refuse(request, error)
        if made is None:
            return await self.no_page(request)
        data, name, kind = made
        if in_window:
            data = lead_back(data, visitor.navigator.sitting)
        response = Response(data, media_type=kind, headers=headers.SUMMARY)
        if not in_window:
            response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def _refuse(self, request: Request, error: Exception) -> Response:
        """Say why there is no paper; a fault of the program itself is raised again."""
        ours = self._words(request)
        reason = reason_of(ours, error)
        if not reason:
            raise error
        says = ours.screens
        text = says.not_saved.format(reason=reason.rstrip("."))
        return self._outside(request, says.not_done_title, text, says.close, 500)

    # --- outside of any visit ---

    async def no_page(self, request: Request, _error: Exception | None = None) -> Response:
        """An address that leads nowhere, with the way back."""
        ours = self._words(request)
        return self._outside(
            request, ours.web.no_page_title, ours.web.no_page, ours.screens.go_on, 404
        )

    def _outside(
        self, request: Request, title: str, text: str, link: str, status: int = 200
    ) -> Response:
        words = self._words(request)
        guide = title_of(self.languages.take(words.language))
        return as_page(draw_ending(words, guide, title, text, link), status)

    async def answer_health(self, _request: Request) -> Response:
        """Whoever watches the program hears that it answers."""
        return Response("ok\n", media_type="text/plain", headers=headers.PAGE)


def _of_buttons(words: Words) -> KeyWords:
    return words.web


def _of_buttons_for_two(words: Words) -> KeyWords:
    return words.web_for_two
