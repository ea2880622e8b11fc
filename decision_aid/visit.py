"""One person's visit: the answers and the question on the screen; all else is computed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from decision_aid.interview import Audience, Interview, conduct_interview, fixed_values
from decision_aid.record.faults import NotKept, RecordsFault
from decision_aid.record.models import ContentVersion, StoredAnswer
from decision_aid.record.reading import changed_since, interpret_answers, to_be_kept
from decision_aid.record.taken_over import take_over
from decision_aid.start import Brought, Recap
from decision_aid.summary.models import Changed, Summary
from decision_aid.summary.patient import make_summary, warning
from decision_aid.words import Words, words

if TYPE_CHECKING:
    from decision_aid.conditions import Answers, Value
    from decision_aid.content import DecisionAid, Feedback, Question, Use
    from decision_aid.record.open_session import OpenSession

Clock = Callable[[], datetime]


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
        self.session = session
        """Where the answers are kept; None where they are held in memory only."""
        self.answers: dict[str, Value | None] = dict(answers or {})
        self.moments: dict[str, datetime] = {}
        self.given: dict[str, Sequence[str] | None] = {}
        """What was picked or typed in this visit, as a record wants it."""
        self._unread: frozenset[str] = frozenset()
        self._returns_to: list[str | None] = []
        """The question to come back to after those that are asked again; at most one."""
        self._interview: Interview | None = None
        first = self.interview.next
        self.shown: str | None = first.id if first else None
        """The id of the question on the screen; None at the end of the path."""

    @property
    def words(self) -> Words:
        """The engine's words in the language of the aid."""
        return words(self.aid.language)

    @property
    def not_kept(self) -> str | None:
        """Why the last answers are not written down yet; the visit goes on in memory."""
        fault = self.session.fault if self.session else None
        return self.words.fault(fault) if fault else None

    @property
    def counsels(self) -> bool:
        """Whether a counsellor sits here too."""
        return self.audience == "counsellor"

    @property
    def interview(self) -> Interview:
        """The interview for the answers given so far; the same one as long as they are."""
        if self._interview is None or self._interview.given != self.answers:
            given = dict(self.answers)
            numbers = fixed_values(self.aid, self.clock().date())
            self._interview = conduct_interview(self.aid, given, numbers, self.audience)
        return self._interview

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
        value = None if self._is_settled(question) else question.parse(given)
        if at is not None:
            self.go_to(at)
        if value is None:
            return question.answered(self.answers[question.id] or "")
        self._hold(question, value, given)
        return question.answered(value)

    @property
    def has_begun(self) -> bool:
        """Whether anything was asked yet, besides which way to take."""
        ways = {question.id for question in self.aid.used_as("way")}
        return bool(self.answers.keys() - ways)

    def choose_way(self, way: str) -> None:
        """Take that way from now on, whatever question is on the screen."""
        for question in self.aid.used_as("way"):
            self._hold(question, question.parse([way]), [way])

    def answer_each(self, given: Mapping[str, str]) -> None:
        """Take the answers to the questions on the screen; what is left out has none any more.

        Raises InvalidAnswer, or KeyError for a question that is not there, and changes nothing.
        """
        here = {question.id: question for question in self.together}
        values = {name: here[name].parse([answer]) for name, answer in given.items()}
        for name, question in here.items():
            if values.get(name) != self.answers.get(name):
                picked = [given[name]] if name in given else None
                self._hold(question, values.get(name), picked)

    def pass_over(self) -> None:
        """Pass over what is asked on the screen, and go on."""
        if not self.is_settled:
            for question in self.together:
                self._hold(question, question.passed(), None)
        self.go_on()

    def leave_open(self) -> None:
        """Go on; what is not answered on the screen is passed over."""
        for question in self.together:
            if question.id not in self.answers:
                self._hold(question, question.passed(), None)
        self.go_on()

    def go_on(self) -> None:
        """Show what comes after the question shown."""
        question = self.asked
        if self._returns_to:
            self._arrive()
            return
        after = self.interview.after(question.id)
        self._turn_to(after.id if after else None)

    def back(self) -> bool:
        """Show the question before; False at the start."""
        steps = self.interview.steps
        last = steps[-1][0] if steps else None
        before = self.interview.before(self.shown) if self.shown else last
        if before is None:
            return False
        self._turn_to(before.id)
        return True

    @property
    def is_behind(self) -> bool:
        """Whether what comes after was answered before, so that one can return to where one was."""
        place = self.interview.positions.get(self.shown or "")
        if place is None or self._returns_to or self.shown not in self.answers:
            return False
        return place + 1 < self._find_place_reached(place)

    def _find_place_reached(self, place: int) -> int:
        """That of the first question after it that is still to be answered, or of the end."""
        path = self.interview.path
        after = range(place + 1, len(path))
        return next((at for at in after if self._is_open(path[at])), len(path))

    def _is_open(self, question: Question) -> bool:
        """Whether it is still to be answered, or stays with the answer that it has."""
        choices = getattr(question, "choices", ())
        value = self.answers.get(question.id)
        stays = any(choice.stays and choice.id == value for choice in choices)
        return stays or question.id not in self.answers

    def return_to_reached(self) -> None:
        """Show the question that one had come to, or one that an answer has opened before it."""
        path = self.interview.path
        place = self._find_place_reached(self.interview.positions[self.asked.id])
        self._turn_to(path[place].id if place < len(path) else None)

    def go_to(self, name: str) -> None:
        """Show that question of the path; a look writes nothing."""
        self.shown = self._on_path(name).id
        self._returns_to.clear()

    def _on_path(self, name: str) -> Question:
        if name not in self.interview.positions:
            raise KeyError(name)
        return self.aid.by_id[name]

    def ends_here(self) -> bool:
        """Whether the answer just given asks to stop."""
        return any(
            choice.ends and choice.id == self.answers.get(question.id)
            for question in self.together
            for choice in question.own_choices()
        )

    def staying(self, answer: Value | None) -> str:
        """What is said where that answer lets the question stay; nothing where one goes on."""
        choices = getattr(self.question, "choices", ())
        said = next((choice.stays for choice in choices if choice.id == answer), "")
        return self.interview.wording.fill(said) or said

    @property
    def warning(self) -> str:
        """What to say before the first question if the aid is not current; else nothing."""
        return warning(self.aid, self.clock().date())

    def summary(self) -> Summary:
        """The summary of the answers given so far, dated today."""
        moments = {name: self.words.moment(moment) for name, moment in self.moments.items()}
        on, session = self.clock().date(), self.session
        made = make_summary(self.aid, self.answers, on, moments, self._find_changes())
        return replace(made, session=session.entry.reference) if session else made

    def _find_changes(self) -> Changed | None:
        """What changed since the last printed summary, as far as that can be read now."""
        session = self.session
        if session is None:
            return None
        try:
            printed = session.last_print()
        except RecordsFault:
            return None
        return changed_since(printed, self.answers, self.aid, self.clock().date())

    def note_printed(self) -> None:
        """Have the session note that a summary of these answers is on paper, or saved for it."""
        if session := self.session:
            with contextlib.suppress(NotKept):  # the paper is there all the same
                session.mark_printed(self.clock().date())

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

    def _hold(self, question: Question, value: Value | None, given: Sequence[str] | None) -> None:
        moment = self.clock()
        self.answers[question.id] = value
        self.moments[question.id] = moment
        self.given[question.id] = given
        if self.session is None or question.keep == "never":
            return
        with contextlib.suppress(NotKept):  # the session goes on saying why
            self.session.keep(question.id, given, moment)

    def _turn_to(self, name: str | None) -> None:
        self.shown = name
        if self.session is None:
            return
        with contextlib.suppress(NotKept):
            self.session.show(name)

    @property
    def notes(self) -> str:
        """The counsellor's private notes so far."""
        return self._find_written("notes")

    @property
    def agenda(self) -> str:
        """What the person wants to leave with today, as a counsellor wrote it."""
        return self._find_written("agenda")

    def _find_written(self, use: Use) -> str:
        written = (self.answers.get(question.id) for question in self.aid.used_as(use))
        return str(next(written, None) or "")

    def note(self, words: str) -> None:
        """Hold the counsellor's private notes, whatever question is on the screen."""
        if self.counsels and words.strip():
            for question in self.aid.used_as("notes"):
                self._hold(question, question.parse([words]), [words])

    def keep_in(self, session: OpenSession) -> None:
        """From now on keep every answer there, with those given before."""
        self.session = session
        held = (
            StoredAnswer(name, None if given is None else tuple(given), self.moments[name])
            for name, given in self.given.items()
        )
        with contextlib.suppress(NotKept):
            session.keep_all(to_be_kept(self.aid, held))
        self._turn_to(self.shown)

    def take_up(self, session: OpenSession) -> Recap:
        """Go on with what is kept there; raises RecordsFault."""
        recap = self.bring(Brought(session.answers_given(), session.moments(), session.at))
        self.session = session
        if not session.only_looking and not session.entry.content.is_of(self.aid):
            with contextlib.suppress(NotKept):
                session.change_content(ContentVersion.of(self.aid))
        return recap

    def forget(self) -> None:
        """Begin anew at the first question, with nothing held and no session."""
        self.session = None
        self.bring(Brought({}, {}))
        self._returns_to.clear()
        first = self.interview.next
        self._turn_to(first.id if first else None)

    def bring(self, brought: Brought) -> Recap:
        """Hold answers given before, at the question reached then."""
        answers, unread = interpret_answers(self.aid, brought.given)
        now = take_over(self.aid, brought.given).given
        self.answers, self.moments = dict(answers), dict(brought.moments)
        self.given = {name: now[name] for name in answers}
        for old, question in self.aid.taken_over.items():
            if old in brought.moments and question.id in answers:
                self.moments.setdefault(question.id, brought.moments[old])
        self._unread = frozenset(one.question for one in unread)
        reached = self._find_reached(brought.at)
        self._returns_to = [reached]
        self._arrive()
        section = self.aid.section_of[reached].title if reached else ""
        answered = sum(bool(self.given.get(name)) for name in self.interview.heard)
        asked, wording = self.aid.by_id, self.interview.wording
        again = (one.question for one in unread)
        in_words = (wording.question(asked[one]) if one in asked else one for one in again)
        return Recap(section, answered, tuple(in_words))

    def _find_reached(self, at: str | None) -> str | None:
        """Else the first question that has no answer, and is not asked again anyway."""
        interview = self.interview
        if at in interview.positions:
            return at
        still_open = (q for q in interview.path if q.id not in self.answers)
        return next((q.id for q in still_open if not self._is_asked_again(q)), None)

    def _arrive(self) -> None:
        """Show the next question to be asked again, and at last the one reached before."""
        interview = self.interview
        again = next((q.id for q in interview.path if self._is_asked_again(q)), None)
        if again is None:
            again = self._find_reached(self._returns_to.pop())
        self.shown = again
        if self.session is not None and not self._returns_to:
            self._turn_to(again)

    def _is_asked_again(self, question: Question) -> bool:
        if question.id in self.answers:
            return False
        return question.keep == "never" or question.id in self._unread or question.use == "agenda"
