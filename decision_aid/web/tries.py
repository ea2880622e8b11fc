"""Wrong codes, counted over all who try: an address says little."""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import Callable
from typing import Literal, TypeAlias

Verdict: TypeAlias = Literal["right", "wrong", "closed"]

MOST_WRONG = 20


class Tries:
    """Each wrong code holds up the next try; after many of them none is taken for a while."""

    def __init__(
        self,
        *,
        pause: float = 1.0,
        closed_for: float = 600.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pause = pause
        self._closed_for = closed_for
        self._clock = clock
        self._wrong: deque[float] = deque(maxlen=MOST_WRONG)
        self._one_at_a_time = asyncio.Lock()

    async def judge(self, is_right: Callable[[], bool]) -> Verdict:
        """Whether the code is right, which is not even looked at while none is taken."""
        async with self._one_at_a_time:
            if self.closed_minutes:
                return "closed"
            if is_right():
                return "right"
            self._wrong.append(self._clock())
            await asyncio.sleep(self._pause)
            return "wrong"

    @property
    def closed_minutes(self) -> int:
        """For how many minutes from now no code is taken."""
        if len(self._wrong) < MOST_WRONG:
            return 0
        left = self._wrong[0] + self._closed_for - self._clock()
        return max(math.ceil(left / 60), 0)
