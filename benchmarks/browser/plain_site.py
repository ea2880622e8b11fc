"""The same pages as a plain site of the same framework serves them, with data that is constant.

It has the headers and the server's settings of the browser edition. It knows no visitor, guards
nothing, and reads a form only to know which page it is from. It is told the file of the steps; a
content to load before the first page, if any; and which pages it has. The plain ones are each a
template as long as ours comes out, in which every text between tags and every value of an attribute
is an escaped expression. The others are drawn by our own template.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Callable
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs

import uvicorn
from jinja2 import Environment, Template
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from benchmarks.browser.recorded import Step, read_steps
from decision_aid.cli.content import load_content
from decision_aid.web import headers
from decision_aid.web.drawing import Drawn, draw_page
from decision_aid.words import words

VALUE = re.compile(r'(?<=>)[^<>]*[^<>\s][^<>]*(?=<)|(?<==")[^"]+(?=")')
"""A text between tags, or what stands in an attribute."""
SECRET = "x" * 43
Draw = Callable[[Step], str]


class Site:
    """Pages of constant data, drawn anew each time."""

    def __init__(self, steps: list[Step], draw: Draw) -> None:
        self.steps = steps
        self.pages = {one.leads_to: one for one in steps} | {"/": steps[0]}
        self.draw = draw

    async def take(self, request: Request) -> Response:
        """A form, which leads to the page after its own."""
        sent = parse_qs((await request.body()).decode(), keep_blank_values=True)
        number = int(sent["page"][0])
        response = RedirectResponse(self.steps[number].leads_to, 303, headers.PAGE)
        if number == 0:
            response.set_cookie("visit", SECRET, httponly=True, samesite="strict")
        return response

    async def show(self, request: Request) -> Response:
        """The page of that address."""
        query = request.scope["query_string"].decode()
        step = self.pages[request.scope["path"] + ("?" + query if query else "")]
        return HTMLResponse(self.draw(step), 200, headers.PAGE)


def draw_plainly(step: Step) -> str:
    """The page from a template of its own."""
    template, says = make_template(step.html)
    return template.render(says=says)


def draw_as_we_do(step: Step) -> str:
    """The page from our template; outside of the visit from one of its own."""
    if step.page is None:
        return draw_plainly(step)
    drawn = Drawn(int(step.leads_to.rpartition("/")[2]), SECRET, language="fr")
    return draw_page(words("en"), step.page, drawn)


@cache
def make_template(html: str) -> tuple[Template, list[str]]:
    """The page as a template, and the data that make it the page again."""
    says = [unescape(found) for found in VALUE.findall(html)]
    numbers = iter(range(len(says)))
    source = VALUE.sub(lambda _: f"{{{{ says[{next(numbers)}] }}}}", html)
    return Environment(autoescape=True).from_string(source), says


async def main(steps: Path, pages: str, content: str) -> None:
    """Serve until it is killed; says its port."""
    if content:
        load_content(Path(content))
    site = Site(read_steps(steps), {"plain": draw_plainly, "ours": draw_as_we_do}[pages])
    routes = [
        Route("/visit", site.take, methods=["POST"]),
        *(Route(path, site.show) for path in ("/visit/{number:int}", "/cleared", "/")),
    ]
    server = uvicorn.Server(_configure(Starlette(routes=routes)))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.001)
    print(server.servers[0].sockets[0].getsockname()[1], flush=True)
    await serving


def _configure(app: Starlette) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        port=0,
        http="h11",
        ws="none",
        loop="asyncio",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
    )


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), *sys.argv[2:]))
