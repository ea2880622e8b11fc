"""Who may come in on a network: whoever has the code that the program shows when it starts."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable

from decision_aid.record.labels import code_handle
from decision_aid.web.tries import MOST_WRONG, Tries, Verdict

__all__ = ["LONGEST_CODE", "MOST_WRONG", "Access"]

LONGEST_CODE = 100
"""How many characters of a code are looked at."""


class Access:
    """The access code and its tries, counted over all who try: an address says little.

    Who has given the code keeps a pass in a cookie, and is let in while the code is closed too.
    """

    def __init__(
        self,
        code: str,
        *,
        is_secure: bool,
        pause: float = 1.0,
        closed_for: float = 600.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._handle = code_handle(code)
        self._pass = secrets.token_urlsafe(32)
        self._name = "__Host-door" if is_secure else "door"
        self._is_secure = is_secure
        self._tries = Tries(pause=pause, closed_for=closed_for, clock=clock)

    def has_pass(self, cookies: str) -> bool:
        """Whether the browser that sends these cookies has given the code."""
        each = (one.strip().partition("=") for one in cookies.split(";"))
        return any(
            name == self._name and secrets.compare_digest(given.encode(), self._pass.encode())
            for name, _, given in each
        )

    async def try_code(self, typed: str) -> Verdict:
        """Compare what was typed; each wrong code holds up the next try for a while."""
        handle = code_handle(typed[:LONGEST_CODE])
        return await self._tries.judge(lambda: secrets.compare_digest(handle, self._handle))

    @property
    def closed_minutes(self) -> int:
        """For how many minutes from now no code is taken."""
        return self._tries.closed_minutes

    @property
    def cookie(self) -> str:
        """What a browser is given that has told the code; it lasts until that is closed."""
        secure = ("Secure",) if self._is_secure else ()
        own = f"{self._name}={self._pass}"
        return "; ".join((own, "Path=/", "HttpOnly", "SameSite=Strict", *secure))
