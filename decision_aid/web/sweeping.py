"""As long as the program runs, it parts with whoever left without a word, and at last with all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from decision_aid.languages import Languages
    from decision_aid.web.visitors import Visitors

BETWEEN_SWEEPS = 60.0


def sweep_meanwhile(
    languages: Languages, visitors: Visitors
) -> Callable[[Starlette], AbstractAsyncContextManager[Mapping[str, object]]]:
    """What goes on while the application runs; the languages are loaded besides."""

    @asynccontextmanager
    async def sweep(_app: Starlette) -> AsyncIterator[Mapping[str, object]]:
        sweeping = asyncio.create_task(_sweep_for_ever(visitors))
        loading = asyncio.create_task(asyncio.to_thread(languages.load_all))
        try:
            yield {}
        finally:
            sweeping.cancel()
            with suppress(asyncio.CancelledError):
                await sweeping
            await loading
            visitors.part_with_all()

    return sweep


async def _sweep_for_ever(visitors: Visitors) -> None:
    while True:
        await asyncio.sleep(BETWEEN_SWEEPS)
        await run_in_threadpool(visitors.sweep)
