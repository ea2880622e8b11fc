"""How a counsellor is joined to one visit: by a code of that visit, once and for a short while."""

from __future__ import annotations

import math
import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

from decision_aid.record.labels import code_handle, make_code
from decision_aid.web.access import LONGEST_CODE
from decision_aid.web.company import Counsellor, Invitation
from decision_aid.web.visitors import make_token

if TYPE_CHECKING:
    from decision_aid.web.tries import Tries
    from decision_aid.web.visitors import Visitor, Visitors

VALID = 900.0
"""Seconds in which a code can be used."""


class Joining:
    """Who is asked in and who reads along stands with each visit, so that it ends with that."""

    def __init__(self, visitors: Visitors, tries: Tries, now: Callable[[], float]) -> None:
        self.tries = tries
        self._visitors = visitors
        self._now = now

    def invite(self, visitor: Visitor) -> None:
        """Make a code for somebody to read along; the one of before opens nothing any more."""
        if visitor.counsellor is None:
            visitor.invitation = Invitation(make_code(), self._now() + VALID)

    def minutes_left(self, visitor: Visitor) -> int:
        """For how many minutes from now the visit's code can be used."""
        if visitor.invitation is None:
            return 0
        return max(math.ceil((visitor.invitation.until - self._now()) / 60), 0)

    async def join(self, typed: str) -> Visitor | None:
        """The visit of that code, which somebody joins now; None where it does not do."""
        handle = code_handle(typed[:LONGEST_CODE])
        verdict = await self.tries.judge(lambda: self._find_invited(handle) is not None)
        visitor = self._find_invited(handle) if verdict == "right" else None
        if visitor is not None:  # nothing is awaited in between, so a code is used but once
            visitor.invitation = None
            visitor.counsellor = Counsellor(make_token(), make_token())
        return visitor

    def _find_invited(self, handle: str) -> Visitor | None:
        for visitor in self._visitors.all_here():
            asked = visitor.invitation
            if asked is None or not self.minutes_left(visitor):
                continue
            if secrets.compare_digest(asked.handle, handle):
                return visitor
        return None

    def find(self, token: str) -> tuple[Visitor, Counsellor] | None:
        """The visit that this counsellor reads along with, as long as it and that go on."""
        for visitor in self._visitors.all_here():
            beside = visitor.counsellor
            if beside and secrets.compare_digest(beside.token.encode(), token.encode()):
                return visitor, beside
        return None


def part(visitor: Visitor) -> None:
    """Nobody reads along any more, nobody can come by a code, and what was noted is gone."""
    visitor.invitation = visitor.counsellor = None
