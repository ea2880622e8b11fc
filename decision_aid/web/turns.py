"""Where a visitor's request is served: at once, or in a thread where it could hold others up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from starlette.concurrency import run_in_threadpool

if TYPE_CHECKING:
    from decision_aid.web.visitors import Visitor

Got = TypeVar("Got")


async def take_turn(visitor: Visitor, work: Callable[[], Got]) -> Got:
    """Do it at once where that is quick: handing it to a thread would take as long again."""
    if visitor.lock.acquire(blocking=False):
        try:
            if visitor.is_quick:
                return work()
        finally:
            visitor.lock.release()
    return await run_in_threadpool(work)
