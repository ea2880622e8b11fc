"""One person's visit: the answers and the question on the screen; all else is computed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from decision_aid.content import KnowledgeCheck
from decision_aid.interview import Interview, interview, minutes
from decision_aid.keeping import Keeper, NotKept
from decision_aid.summary import Summary, day, summarised, warning

if TYPE_CHECKING:
    from decision_aid.conditions import Answers, Value
    from decision_aid.content import DecisionAid, Feedback, Question

Clock = Callable[[], datetime]


class Visit:
    """What changes while a person goes through the aid; written down only by a keeper."""

    def __init__(
        self,
        aid: DecisionAid,
        clock: Clock,
        answers: Answers | None = None,
        keeper: Keeper | None = None,
    ) -> None:
        self.aid = aid
        self.clock = clock
        self.keeper = keeper
        self.not_kept: str | None = None
        """Why the last answer could not be written down; the visit goes on in memory."""
        self.answers: dict[str, Value | None] = dict(answers or {})
        self.moments: dict[str, datetime] = {}
        self.numbers = {f"minutes_{way.id}": str(minutes(aid, way.id)) for way in aid.ways}
        """How long each way takes, as placeholders."""
        first = self.interview.next
        self.shown: str | None = first.id if first else None
        """The id of the question on the screen; None at the end of the path."""

    @property
    def interview(self) -> Interview:
        """The interview for the answers given so far."""
        return interview(self.aid, self.answers, self.numbers)

    @property
    def question(self) -> Question | None:
        """The question on the screen, or None at the end."""
        return self.aid.by_id[self.shown] if self.shown else None

    @property
    def is_settled(self) -> bool:
        """Whether the question shown is a knowledge check that was answered: it stands."""
        question = self.question
        return isinstance(question, KnowledgeCheck) and self.answers.get(question.id) is not None

    @property
    def value(self) -> Value | None:
        """The answer to the question shown, if there is one."""
        return self.answers.get(self.shown) if self.shown else None

    def answer(self, given: Sequence[str]) -> Feedback | None:
        """Take the answer to the question shown; raises NotTaken and then changes nothing."""
        question = self.asked
        if self.is_settled:
            return question.answered(self.answers[question.id] or "")
        value = question.parse(given)
        self._hold(question, value, given)
        return question.answered(value)

    def pass_over(self) -> None:
        """Pass over the question shown, and go on."""
        question = self.asked
        if not self.is_settled:
            self._hold(question, question.passed(), None)
        self.go_on()

    def go_on(self) -> None:
        """Show what comes after the question shown."""
        question = self.asked
        after = self.interview.after(question.id)
        self.shown = after.id if after else None

    def back(self) -> bool:
        """Show the question before; False at the start."""
        path = self.interview.path
        before = self.interview.before(self.shown) if self.shown else (path[-1] if path else None)
        if before is None:
            return False
        self.shown = before.id
        return True

    def go_to(self, name: str) -> None:
        """Show that question of the path."""
        if name not in self.interview.places:
            raise KeyError(name)
        self.shown = name

    def ends_here(self) -> bool:
        """Whether the answer just given asks to stop."""
        question = self.question
        choices = getattr(question, "choices", ())
        return any(choice.ends and choice.id == self.value for choice in choices)

    @property
    def warning(self) -> str:
        """What to say before the first question if the aid is not current; else nothing."""
        return warning(self.aid, self.clock().date())

    def summary(self) -> Summary:
        """The summary of the answers given so far, dated today."""
        moments = {name: in_words(moment) for name, moment in self.moments.items()}
        return summarised(self.aid, self.answers, self.clock().date(), moments)

    @property
    def asked(self) -> Question:
        """The question on the screen; LookupError at the end."""
        question = self.question
        if question is None:
            raise LookupError("the visit is at its end")
        return question

    def _hold(self, question: Question, value: Value | None, given: Sequence[str] | None) -> None:
        moment = self.clock()
        self.answers[question.id] = value
        self.moments[question.id] = moment
        if self.keeper is None or question.keep == "never":
            return
        try:
            self.keeper.keep(question.id, given, moment)
            self.not_kept = None
        except NotKept as error:
            self.not_kept = str(error)


def in_words(moment: datetime) -> str:
    """The day and time as `20 November 2026 at 14:05`."""
    return f"{day(moment.date())} at {moment:%H:%M}"
