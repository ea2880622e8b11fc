"""One visit for each visitor, in memory only, until it is finished or nobody comes back to it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, RLock
from typing import TYPE_CHECKING

from decision_aid.screens.navigator import Navigator
from decision_aid.web.following import Form, follow, hold

if TYPE_CHECKING:
    from decision_aid.record.open_session import OpenSession
    from decision_aid.web.company import Company, Counsellor, Invitation


def make_token() -> str:
    """What nobody can guess."""
    return secrets.token_urlsafe(32)


@dataclass
class Visitor:
    """Somebody's visit, with what tells their browser and their pages from all others."""

    navigator: Navigator
    used: float
    """When something was last asked for."""
    token: str = field(default_factory=make_token)
    """In the cookie, which no page can read."""
    proof: str = field(default_factory=make_token)
    """In each form, so that no other site can send one."""
    proof_before: str = field(default_factory=make_token)
    """The one until answers were kept or opened."""
    may_invite: bool = False
    """Whether a counsellor can be asked to read along."""
    invitation: Invitation | None = None
    counsellor: Counsellor | None = None
    """Who reads along."""
    drawn: int = 0
    """The number of the page that is shown now: it grows with each thing that is done."""
    refused: bool = False
    """Whether what was done last did not do."""
    waits_anew: bool = False
    """Whether more time was asked for last, on a page that is half filled in."""
    lock: RLock = field(default_factory=RLock)
    """Held while something is done or drawn: one thing at a time."""
    _heard: int = 0
    """By which the last form is known when it comes once more: a button was pressed twice."""

    @property
    def session(self) -> OpenSession | None:
        """Where their answers are kept, if they are."""
        return self.navigator.sitting.begun.session

    @property
    def is_quick(self) -> bool:
        """Whether nothing here is slow: a question, no answers kept, and every language loaded."""
        sitting = self.navigator.sitting
        languages = sitting.languages
        is_loaded = languages is None or all(map(languages.is_loaded, sitting.other_languages))
        return is_loaded and self.session is None and self.navigator.at.startswith("question.")

    def gave(self, proof: str) -> bool:
        """Whether a form with that is from a page of this visit."""
        return secrets.compare_digest(proof.encode(), self.proof.encode())

    def gave_before(self, proof: str) -> bool:
        """Whether it is from a tab that was left open before answers were kept or opened."""
        return secrets.compare_digest(proof.encode(), self.proof_before.encode())

    def act(self, form: Form) -> bool:
        """Do what was sent, once; whether it was heard, now or before.

        What comes from a page that was left, such as in another tab, does nothing.
        """
        if form.page != self.drawn:
            return hash(form) == self._heard
        before = self.navigator.at
        self.drawn, self._heard = self.drawn + 1, hash(form)
        self.waits_anew = form.kind == "hold"
        follow(self.navigator, form)
        stays = self.navigator.ended is None and self.navigator.at == before
        self.refused = form.answers and stays and bool(self.navigator.page.notice)
        return True

    def hold(self, form: Form) -> None:
        """Keep what stands on the page while they look elsewhere."""
        with self.lock:
            if form.page == self.drawn and self.gave(form.proof):
                hold(self.navigator, form)

    @property
    def company(self) -> Company:
        """Whether somebody reads along, or may be asked to."""
        if self.counsellor is not None:
            return "here"
        return "may_come" if self.may_invite else ""

    def close(self) -> None:
        """The visit is over: what is half written counts, and others may write to its records."""
        with self.lock:
            self.invitation = self.counsellor = None
            self.navigator.keep_writing()
            self.navigator.close()


class Visitors:
    """Everybody who is here now; `idle` is after how many seconds a visit is over."""

    def __init__(self, idle: float, now: Callable[[], float], *, may_invite: bool = False) -> None:
        self._idle = idle
        self._now = now
        self.may_invite = may_invite
        """Whether whoever comes can ask a counsellor to read along."""
        self._here: dict[str, Visitor] = {}
        self._earliest = now()
        """Since then everybody has done something; so not all are looked at each time."""
        self._lock = Lock()

    def __len__(self) -> int:
        """How many are here."""
        return len(self._here)

    def find(self, token: str) -> Visitor | None:
        """The visitor with that cookie, who is here from now on for as long again."""
        found = self.see(token)
        if found is not None:
            found.used = self._now()
        return found

    @property
    def idle(self) -> float:
        """After how many seconds a visit is over."""
        return self._idle

    def see(self, token: str) -> Visitor | None:
        """The same, for what a browser asks for by itself: a visit goes on no longer for that."""
        self.sweep()
        with self._lock:
            return self._here.get(token)

    def time_left(self, visitor: Visitor) -> float:
        """After how many seconds the visit is over if nothing is done until then."""
        return visitor.used + self._idle - self._now()

    @property
    def company_at_first(self) -> Company:
        """The same for the first page."""
        return "may_come" if self.may_invite else ""

    def all_here(self) -> tuple[Visitor, ...]:
        """Everybody whose visit goes on; whoever looks so keeps nobody here."""
        latest = self._now() - self._idle
        with self._lock:
            return tuple(one for one in self._here.values() if one.used >= latest)

    def welcome(self, navigator: Navigator) -> Visitor:
        """Somebody new."""
        self.sweep()
        visitor = Visitor(navigator, self._now(), may_invite=self.may_invite)
        with self._lock:
            self._here[visitor.token] = visitor
        return visitor

    def rename(self, visitor: Visitor) -> None:
        """Answers are kept or opened now: whoever knew the cookie of before is somebody else."""
        with self._lock:
            self._here.pop(visitor.token, None)
            visitor.proof_before = visitor.proof
            visitor.token, visitor.proof = make_token(), make_token()
            self._here[visitor.token] = visitor

    def part_with(self, visitor: Visitor) -> None:
        """They are no longer here, and nothing of them is left in memory."""
        with self._lock:
            self._here.pop(visitor.token, None)
        visitor.close()

    def sweep(self) -> None:
        """Part with whoever did nothing for too long."""
        latest = self._now() - self._idle
        if latest <= self._earliest:
            return
        with self._lock:
            gone = [one for one in self._here.values() if one.used < latest]
            left = (one.used for one in self._here.values() if one.used >= latest)
            self._earliest = min(left, default=self._now())
        for one in gone:
            self.part_with(one)

    def part_with_all(self) -> None:
        """The program ends."""
        for one in [*self._here.values()]:
            self.part_with(one)
