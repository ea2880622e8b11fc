"""The answers that a visit holds, each with its moment, and their way into a session."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from datetime import datetime
from typing import TYPE_CHECKING

from decision_aid.record.faults import NotKept, RecordsFault
from decision_aid.record.models import ContentVersion, StoredAnswer
from decision_aid.record.reading import changed_since, interpret_answers, to_be_kept
from decision_aid.record.taken_over import take_over
from decision_aid.start import Brought, Recap

if TYPE_CHECKING:
    from decision_aid.conditions import Answers, Value
    from decision_aid.content import DecisionAid, Question, Use
    from decision_aid.interview import Interview
    from decision_aid.record.open_session import OpenSession
    from decision_aid.summary.models import Changed

Clock = Callable[[], datetime]


class HeldAnswers:
    """Held in memory, and written down only in a session; a fault of the disk stops nobody."""

    def __init__(
        self, aid: DecisionAid, clock: Clock, answers: Answers, session: OpenSession | None
    ) -> None:
        self.aid = aid
        self.clock = clock
        self.session = session
        """Where the answers are kept; None where they are held in memory only."""
        self.values: dict[str, Value | None] = dict(answers)
        self.moments: dict[str, datetime] = {}
        self.given: dict[str, Sequence[str] | None] = {}
        """What was picked or typed in this visit, as a record wants it."""
        self.unread: tuple[str, ...] = ()
        """The questions whose kept answers this content does not take."""
        self.reached: str | None = None
        """The question reached when these answers were given elsewhere or earlier."""

    def aside(self) -> HeldAnswers:
        """The same answers once more, kept nowhere."""
        other = copy(self)
        other.session = None
        other.values, other.moments = dict(self.values), dict(self.moments)
        other.given = dict(self.given)
        return other

    def hold(self, question: Question, value: Value | None, given: Sequence[str] | None) -> None:
        """Hold this answer from now on, and keep it where answers are kept."""
        moment = self.clock()
        self.values[question.id] = value
        self.moments[question.id] = moment
        self.given[question.id] = given
        if self.session is None or question.keep == "never":
            return
        with contextlib.suppress(NotKept):  # the session goes on saying why
            self.session.keep(question.id, given, moment)

    def note_shown(self, name: str | None) -> None:
        """Have the session note which question is on the screen."""
        if self.session is None:
            return
        with contextlib.suppress(NotKept):
            self.session.show(name)

    def note_printed(self) -> None:
        """Have the session note that a summary of these answers is on paper, or saved for it."""
        if self.session is None:
            return
        with contextlib.suppress(NotKept):  # the paper is there all the same
            self.session.mark_printed(self.clock().date())

    def keep_in(self, session: OpenSession) -> None:
        """From now on keep every answer there, with those given before."""
        self.session = session
        with contextlib.suppress(NotKept):
            session.keep_all(to_be_kept(self.aid, self._as_stored()))

    def _as_stored(self) -> Iterator[StoredAnswer]:
        for name, given in self.given.items():
            words = None if given is None else tuple(given)
            yield StoredAnswer(name, words, self.moments[name])

    def go_on_in(self, session: OpenSession) -> None:
        """From now on keep every answer there, where those given before stand already."""
        self.session = session
        if session.only_looking or session.entry.content.is_of(self.aid):
            return
        with contextlib.suppress(NotKept):
            session.change_content(ContentVersion.of(self.aid))

    def bring(self, brought: Brought) -> None:
        """Hold answers given before, and no others."""
        answers, unread = interpret_answers(self.aid, brought.given)
        now = take_over(self.aid, brought.given).given
        self.values, self.moments = dict(answers), dict(brought.moments)
        self.given = {name: now[name] for name in answers}
        for old, question in self.aid.taken_over.items():
            if old in brought.moments and question.id in answers:
                self.moments.setdefault(question.id, brought.moments[old])
        self.unread = tuple(one.question for one in unread)

    def find_asked_again(self, interview: Interview) -> str | None:
        """The first question to be asked again: at each opening, or as its answer is not taken."""
        return next((q.id for q in interview.path if self._is_asked_again(q)), None)

    def find_reached(self, interview: Interview, at: str | None) -> str | None:
        """That one; else the first question that has no answer, and is not asked again anyway."""
        if at in interview.positions:
            return at
        still_open = (q for q in interview.path if q.id not in self.values)
        return next((q.id for q in still_open if not self._is_asked_again(q)), None)

    def _is_asked_again(self, question: Question) -> bool:
        if question.id in self.values:
            return False
        return question.keep == "never" or question.id in self.unread or question.use == "agenda"

    def recap(self, interview: Interview) -> Recap:
        """What to say when a visit goes on with these answers."""
        section = self.aid.section_of[self.reached].title if self.reached else ""
        answered = sum(bool(self.given.get(name)) for name in interview.heard)
        asked = [self.aid.by_id[name] for name in self.unread if name in self.aid.by_id]
        again = tuple(interview.wording.question(question) for question in asked)
        return Recap(section, answered, again, len(self.unread) - len(again))

    def find_written(self, use: Use) -> str:
        """The words written where the aid asks for such."""
        written = (self.values.get(question.id) for question in self.aid.used_as(use))
        return str(next(written, None) or "")

    def find_changes(self) -> Changed | None:
        """What changed since the last printed summary, as far as that can be read now."""
        if self.session is None:
            return None
        try:
            printed = self.session.last_print()
        except RecordsFault:
            return None
        return changed_since(printed, self.values, self.aid, self.clock().date())
