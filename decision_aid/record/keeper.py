"""Keeps a session in a thread of its own, so that no disk and no server holds up a person.

Who keeps something waits a moment for it. If it takes longer, that is said, and one goes on: what
is behind is kept in memory in its order, and written as soon as the place answers.
"""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from threading import Condition, Thread
from typing import TYPE_CHECKING

from decision_aid.record import deadline
from decision_aid.record.faults import NotKept, RecordsFault
from decision_aid.record.models import (
    ContentVersion,
    Given,
    Printed,
    SessionInfo,
    StoredAnswer,
    add_print,
    find_print,
)

if TYPE_CHECKING:
    from decision_aid.record.session import Session

RETRY = 1.0
"""Seconds after which what could not be kept is tried again though nobody does anything."""
PASSES = frozenset({"busy", "server_away", "disk_full", "not_writable", "taken_away"})
"""The faults that may be over at any moment, without the person doing anything."""


@dataclass(frozen=True, eq=False)
class Change:
    """Something to be written, with the answers in it."""

    write: Callable[[Session], None]
    answers: tuple[StoredAnswer, ...] = ()


def nobody() -> None:
    """Nobody wants to know."""


class Keeper:
    """A session that is written to in a thread. It knows all answers, so reading waits for none.

    `tell` is called in that thread whenever `fault` has changed while nobody waited.
    """

    def __init__(self, session: Session, tell: Callable[[], None] = nobody) -> None:
        self.code = session.code
        self._session = session
        self._tell = tell
        self._at = session.at
        self._answers = {one.question: one for one in session.answers()}
        self._prints = _read_prints(session)
        self._pending: deque[Change] = deque()
        """What is not written yet, in its order."""
        self._changed = Condition()
        self._refused: RecordsFault | None = None
        """Why the first of it was not written at the last try."""
        self._is_behind = False
        """Whether somebody waited in vain since the last time that all was written."""
        self._is_stuck = False
        """Whether somebody waited in vain for the try that is made now."""
        self._is_trying = False
        self._is_asked = False
        """Whether there was something new since the last try began."""
        self._is_closing = False
        self._thread = Thread(target=self._work, daemon=True)
        self._thread.start()

    @classmethod
    def of(cls, session: Session, tell: Callable[[], None] = nobody) -> Keeper:
        """A keeper of a session just opened, which is let go if it cannot be read."""
        try:
            return cls(session, tell)
        except RecordsFault:
            session.close()
            raise

    # --- what is known without asking the place ---

    @property
    def entry(self) -> SessionInfo:
        """The session as it was when it was opened."""
        return self._session.entry

    @property
    def at(self) -> str | None:
        """The question last on the screen."""
        return self._at

    @property
    def only_looking(self) -> bool:
        """Whether another program writes to this session, so that this one cannot."""
        return self._session.only_looking

    @property
    def fault(self) -> RecordsFault | None:
        """Why what was to be kept last is not kept; None as long as all of it is."""
        return self._refused or (RecordsFault("behind") if self._is_behind else None)

    @property
    def unsaved(self) -> int:
        """How many answers wait because they could not be written."""
        with self._changed:
            return len({one.question for change in self._pending for one in change.answers})

    def answers_given(self) -> Given:
        """What was picked or typed, by question; None where it was passed over."""
        return {name: kept.given for name, kept in self._answers.items()}

    def moments(self) -> Mapping[str, datetime]:
        """When each answer was given, by question."""
        return {name: kept.moment for name, kept in self._answers.items()}

    def last_print(self) -> Printed | None:
        """What was last printed of other answers than these; None if nothing."""
        return find_print(self._prints, self.answers_given())

    # --- what is to be written ---

    def keep(self, question: str, given: Sequence[str] | None, moment: datetime) -> None:
        """Write an answer down: on the disk when this returns; else raises NotKept."""
        self.keep_all([StoredAnswer(question, None if given is None else tuple(given), moment)])

    def keep_all(self, answers: Iterable[StoredAnswer]) -> None:
        """Write several down together; raises NotKept."""
        kept = tuple(answers)
        for one in kept:
            self._answers.pop(one.question, None)
            self._answers[one.question] = one
        self._put(Change(lambda session: session.keep_all(kept), kept))

    def show(self, question: str | None) -> None:
        """Note which question is on the screen; raises NotKept."""
        self._at = question
        self._put(Change(lambda session: session.show(question)))

    def mark_printed(self, on: date) -> None:
        """Note that a summary of the answers so far was printed that day; raises NotKept."""
        self._prints = add_print(self._prints, Printed(on, self.answers_given()))
        self._put(Change(lambda session: _mark_printed(session, on)))

    def change_content(self, version: ContentVersion) -> None:
        """Go on with other content: from now on the answers belong to it; raises NotKept."""
        self._put(Change(lambda session: session.change_content(version)))

    def catch_up(self) -> bool:
        """Wait until all is written or refused, as long as opening may take; whether it came so."""
        with self._changed:
            return self._changed.wait_for(self._is_settled, deadline.DEADLINE)

    def close(self) -> None:
        """Let others write to it. What waits is tried once more, but not waited for long."""
        with self._changed:
            self._is_closing = self._is_asked = True
            self._changed.notify_all()
        self._thread.join(deadline.AT_THE_END)

    def _put(self, change: Change) -> None:
        """Have it written after all that waits; raises NotKept unless it is written at once."""
        with self._changed:
            if self.only_looking:
                self._refused = RecordsFault("in_use")
                raise NotKept(self._refused)
            self._pending.append(change)
            self._is_asked = True
            self._changed.notify_all()
            if not self._is_stuck:
                self._is_stuck = not self._changed.wait_for(self._is_settled, deadline.PATIENCE)
                self._is_behind |= self._is_stuck
            if fault := self.fault:
                raise NotKept(fault)

    def _is_settled(self) -> bool:
        """Whether all is written, or was refused when it was tried just now."""
        is_over = not (self._is_trying or self._is_asked)
        return is_over and (not self._pending or self._refused is not None)

    # --- in the thread ---

    def _work(self) -> None:
        while change := self._await_change():
            self._try(change)
        with contextlib.suppress(Exception):  # a thread has nobody to say it to
            self._session.close()

    def _await_change(self) -> Change | None:
        """The first change that waits, as soon as it may be tried; None at the end."""
        with self._changed:
            while not self._pending or (self._refused and not self._is_asked):
                self._is_asked = False
                self._changed.notify_all()
                if self._is_closing:
                    return None
                self._is_asked = not self._changed.wait(self._pause) or self._is_asked
            self._is_asked, self._is_trying = False, True
            return self._pending[0]

    @property
    def _pause(self) -> float | None:
        """After how many seconds to try again by oneself."""
        return RETRY if self._refused and self._refused.kind in PASSES else None

    def _try(self, change: Change) -> None:
        refused = _refusal(change, self._session)
        with self._changed:
            before = self.fault
            self._is_trying, self._is_stuck, self._refused = False, False, refused
            if refused is None:
                self._pending.popleft()
            if refused or not self._pending:
                self._is_behind = False
            self._changed.notify_all()
            now = self.fault
        if before is not None and (now is None or now.kind != before.kind):
            self._tell()


def _read_prints(session: Session) -> tuple[Printed, ...]:
    """What was printed; damaged marks keep nobody from their answers."""
    try:
        return session.prints()
    except RecordsFault as fault:
        if fault.kind != "altered":
            raise
        return ()


def _mark_printed(session: Session, on: date) -> None:
    """Nothing else has to wait for a mark that cannot be made."""
    try:
        session.mark_printed(on)
    except NotKept as error:
        if error.fault.kind in PASSES:
            raise


def _refusal(change: Change, session: Session) -> RecordsFault | None:
    """Why it was not written; whatever goes wrong, a thread has nobody to say it to."""
    try:
        change.write(session)
    except NotKept as error:
        return error.fault
    except Exception as error:
        return RecordsFault("failed", reason=type(error).__name__)
    return None
