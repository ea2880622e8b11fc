"""Who is served at once, and who waits in a thread, so that nobody holds up anybody else."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from httpx2 import ASGITransport, AsyncClient
from starlette.applications import Starlette

from decision_aid.web.visitors import Visitor
from tests.processes import PATIENCE
from tests.web.visiting import only_visitor

START = {"page": "0", "do": "row:start"}


@contextmanager
def busy(visitor: Visitor) -> Iterator[None]:
    """Something of theirs is done meanwhile, such as a summary that is set."""
    begun, ended = Event(), Event()

    def work() -> None:
        with visitor.lock:
            begun.set()
            ended.wait(PATIENCE)

    working = Thread(target=work)
    working.start()
    begun.wait(PATIENCE)
    yield
    ended.set()
    working.join()


def browser(app: Starlette) -> AsyncClient:
    transport = ASGITransport(app)
    return AsyncClient(transport=transport, base_url="http://localhost", follow_redirects=True)


async def test_whoever_waits_for_something_of_their_own_holds_up_nobody_else(
    app: Starlette,
) -> None:
    async with browser(app) as one, browser(app) as other:
        await one.post("/visit", data=START)
        await other.post("/visit", data=START)
        with busy(only_visitor(app)):
            waiting = asyncio.create_task(other.get("/visit/1"))
            await asyncio.sleep(0)  # it is asked for first
            answered = await one.get("/visit/1")
            assert "Who is it for?" in answered.text
            assert not waiting.done()
        assert "Who is it for?" in (await waiting).text
