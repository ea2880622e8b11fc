"""One person's visit: the answers and the question on the screen; all else is computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

from decision_aid.held_answers import Clock, HeldAnswers
from decision_aid.interview import Audience, Interview, conduct_interview, fixed_values
from decision_aid.made_ahead import MadeAhead
from decision_aid.start import Brought, Recap
from decision_aid.summary.models import Summary
from decision_aid.summary.patient import make_summary, warning
from decision_aid.words import Words, words

if TYPE_CHECKING:
    from decision_aid.conditions import Answers, Value
    from decision_aid.content import DecisionAid, Feedback, Question
    from decision_aid.record.open_session import OpenSession


class Visit:
    """What changes while a person goes through the aid; written down only in a session."""

    def __init__(
        self,
        aid: DecisionAid,
        clock: Clock,
        answers: Answers | None = None,
        session: OpenSession | None = None,
        audience: Audience = "patient",
    ) -> None:
        self.aid = aid
        self.audience: Audience = audience
        self.clock = clock
        self.held = HeldAnswers(aid, clock, answers or {}, session)
        self._returns_to: list[str | None] = []
        """The question to come back to after those that are asked again; at most one."""
        self._interviews: MadeAhead[tuple[str, Audience, Answers], Interview] = MadeAhead()
        first = self.interview.next
        self.shown: str | None = first.id if first else None
        """The id of the question on the screen; None at the end of the path."""

    @property
    def session(self) -> OpenSession | None:
        """Where the answers are kept; None where they are held in memory only."""
        return self.held.session

    @property
    def answers(self) -> dict[str, Value | None]:
        """All answers given so far; None for a question that was passed over."""
        return self.held.values

    @property
    def words(self) -> Words:
        """The engine's words in the language of the aid."""
        return words(self.aid.language)

    @property
    def not_kept(self) -> str | None:
        """Why the last answers are not written down yet; the visit goes on in memory."""
        return self.words.fault(self.session.fault) if self.session and self.session.fault else None

    @property
    def counsels(self) -> bool:
        """Whether a counsellor sits here too."""
        return self.audience == "counsellor"

    def accompany(self) -> None:
        """From now on somebody reads along elsewhere, so that more is asked of the person."""
        if not self.counsels:
            self.audience = "accompanied"

    @property
    def interview(self) -> Interview:
        """The interview for the answers given so far; the same one as long as they are."""
        return self._interviews.find(self._given, self._conduct)

    @property
    def _given(self) -> tuple[str, Audience, Answers]:
        """All that an interview is conducted for."""
        return self.aid.language, self.audience, dict(self.answers)

    def _conduct(self) -> Interview:
        numbers = fixed_values(self.aid, self.clock().date())
        return conduct_interview(self.aid, dict(self.answers), numbers, self.audience)

    def aside(self) -> Visit:
        """The same visit once more, in memory alone: what is done in it is not done in this one."""
        other = copy(self)
        other.held = self.held.aside()
        other._returns_to = [*self._returns_to]
        other._interviews = copy(self._interviews)
        return other

    def foresee(self, ahead: Visit) -> None:
        """Hold ready what follows from the answers there, should they be given here next."""
        self._interviews.expect(ahead._given, ahead.interview)

    @property
    def question(self) -> Question | None:
        """The question on the screen, or None at the end."""
        return self.aid.by_id[self.shown] if self.shown else None

    @property
    def is_settled(self) -> bool:
        """Whether the question shown is a knowledge check that was answered: it stands."""
        return self.question is not None and self._is_settled(self.question)

    def _is_settled(self, question: Question) -> bool:
        return question.answered_once and self.answers.get(question.id) is not None

    @property
    def value(self) -> Value | None:
        """The answer to the question shown, if there is one."""
        return self.answers.get(self.shown) if self.shown else None

    def answer(self, given: Sequence[str], at: str | None = None) -> Feedback | None:
        """Take the answer to the question shown, or to the one named, which is then shown.

        Raises InvalidAnswer, or KeyError for a question off the path, and then changes nothing.
        """
        question = self.asked if at is None else self._on_path(at)
        value = None if self._is_settled(question) else self.read(question, given)
        if at is not None:
            self.go_to(at)
        if value is None:
            return question.answered(self.answers[question.id] or "")
        self.held.hold(question, value, question.as_kept(given, self.words))
        return question.answered(value)

    def read(self, question: Question, given: Sequence[str]) -> Value:
        """What was picked or typed, as the question understands it; raises InvalidAnswer."""
        return question.parse(question.as_kept(given, self.words))

    @property
    def has_begun(self) -> bool:
        """Whether anything was asked yet, besides which way to take."""
        ways = {question.id for question in self.aid.used_as("way")}
        return bool(self.answers.keys() - ways)

    def choose_way(self, way: str) -> None:
        """Take that way from now on, whatever question is on the screen."""
        for question in self.aid.used_as("way"):
            self.held.hold(question, question.parse([way]), [way])

    def answer_each(self, given: Mapping[str, str]) -> None:
        """Take the answers to the questions on the screen; what is left out has none any more.

        Raises InvalidAnswer, or KeyError for a question that is not there, and changes nothing.
        """
        here = {question.id: question for question in self.together}
        values = {name: here[name].parse([answer]) for name, answer in given.items()}
        for name, question in here.items():
            if values.get(name) != self.answers.get(name):
                picked = [given[name]] if name in given else None
                self.held.hold(question, values.get(name), picked)

    def pass_over(self) -> None:
        """Pass over what is asked on the screen, and go on."""
        if not self.is_settled:
            for question in self.together:
                self.held.hold(question, question.passed(), None)
        self.go_on()

    def leave_open(self) -> None:
        """Go on; what is not answered on the screen is passed over."""
        for question in self.together:
            if question.id not in self.answers:
                self.held.hold(question, question.passed(), None)
        self.go_on()

    def go_on(self) -> None:
        """Show what comes after the question shown."""
        after = self.interview.after(self.asked.id)
        if self._returns_to:
            self._arrive()
            return
        self._turn_to(after.id if after else None)

    def back(self) -> bool:
        """Show the question before; False at the start."""
        *_, last = (None, *(step[0] for step in self.interview.steps))
        before = self.interview.before(self.shown) if self.shown else last
        if before is None:
            return False
        self._turn_to(before.id)
        return True

    @property
    def returns(self) -> bool:
        """Whether going on leads back to a question that was reached before."""
        return bool(self._returns_to)

    @property
    def is_behind(self) -> bool:
        """Whether what comes after was answered before, so that one can return to where one was."""
        place = self.interview.positions.get(self.shown or "")
        if place is None or self._returns_to or self.shown not in self.answers:
            return False
        return place + 1 < self.interview.find_still_open(place)

    def return_to_reached(self) -> None:
        """Show the question that one had come to, or one that an answer has opened before it."""
        interview = self.interview
        place = interview.find_still_open(interview.positions[self.asked.id])
        self._turn_to(interview.path[place].id if place < len(interview.path) else None)

    def go_to(self, name: str) -> None:
        """Show that question of the path; a look writes nothing."""
        self.shown = self._on_path(name).id
        self._returns_to.clear()

    def _on_path(self, name: str) -> Question:
        if name not in self.interview.positions:
            raise KeyError(name)
        return self.aid.by_id[name]

    @property
    def warning(self) -> str:
        """What to say before the first question if the aid is not current; else nothing."""
        return warning(self.aid, self.clock().date())

    def summary(self) -> Summary:
        """The summary of the answers given so far, dated today."""
        moments = {name: self.words.moment(moment) for name, moment in self.held.moments.items()}
        on, session = self.clock().date(), self.session
        made = make_summary(self.aid, self.answers, on, moments, self.held.find_changes())
        return replace(made, session=session.entry.reference) if session else made

    @property
    def together(self) -> tuple[Question, ...]:
        """All questions on the screen: several where it is a checklist."""
        return self.interview.together(self.asked.id) or (self.asked,)

    @property
    def asked(self) -> Question:
        """The question on the screen; LookupError at the end."""
        question = self.question
        if question is None:
            raise LookupError("the visit is at its end")
        return question

    def change_language(self, aid: DecisionAid) -> None:
        """Go on with the same aid in another language: the same questions, the same answers."""
        self.aid = self.held.aid = aid

    def _turn_to(self, name: str | None) -> None:
        self.shown = name
        self.held.note_shown(name)

    def note(self, words: str) -> None:
        """Hold the counsellor's private notes, whatever question is on the screen."""
        if self.counsels and words.strip():
            for question in self.aid.used_as("notes"):
                self.held.hold(question, question.parse([words]), [words])

    def keep_in(self, session: OpenSession) -> None:
        """From now on keep every answer there, with those given before."""
        self.held.keep_in(session)
        self._turn_to(self.shown)

    def take_up(self, session: OpenSession) -> Recap:
        """Go on with what is kept there; raises RecordsFault."""
        recap = self.bring(Brought(session.answers_given(), session.moments(), session.at))
        self.held.go_on_in(session)
        return recap

    def forget(self) -> None:
        """Begin anew at the first question, with nothing held and no session."""
        self.held.session = None
        self.bring(Brought({}, {}))
        self._returns_to.clear()
        first = self.interview.next
        self._turn_to(first.id if first else None)

    def bring(self, brought: Brought) -> Recap:
        """Hold answers given before, at the question reached then."""
        self.held.bring(brought)
        self.held.reached = self.held.find_reached(self.interview, brought.at)
        self._returns_to = [self.held.reached]
        self._arrive()
        return self.recap

    @property
    def recap(self) -> Recap:
        """What to say when the visit goes on with the answers that were brought."""
        return self.held.recap(self.interview)

    def _arrive(self) -> None:
        """Show the next question to be asked again, and at last the one reached before."""
        interview = self.interview
        again = self.held.find_asked_again(interview)
        if again is None:
            again = self.held.find_reached(interview, self._returns_to.pop())
        self.shown = again
        if self.session is not None and not self._returns_to:
            self._turn_to(again)
