"""What is to be said of an interview on paper, before anything decides how it looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from decision_aid.interview import Interview, conduct_interview, fixed_values
from decision_aid.summary.asked import question_alone
from decision_aid.summary.models import (
    Block,
    Changed,
    GivenAnswer,
    Summary,
)
from decision_aid.summary.parts import (
    choose_contacts,
    in_order,
    make_advice,
    make_block,
    make_changes,
    make_glance,
    make_pictures,
    make_table,
    make_urgent_help,
)
from decision_aid.summary.sources import number_sources
from decision_aid.wording import Paragraph, Sentence, Wording
from decision_aid.words import words

if TYPE_CHECKING:
    from datetime import date

    from decision_aid.conditions import Answers
    from decision_aid.content import (
        BlockPlan,
        DecisionAid,
        Question,
    )
    from decision_aid.content.summary_plan import Side


def make_summary(
    aid: DecisionAid,
    given: Answers,
    on: date,
    moments: Mapping[str, str] | None = None,
    changed: Changed | None = None,
) -> Summary:
    """The patient's summary of these answers on that day.

    `moments` holds, for each question, the day and time of its answer in words; `changed` holds
    what changed since the last printed summary.
    """
    interview = conduct_interview(aid, given)
    wording = printable_wording(interview, on, moments or {})
    summary = _Writer(interview, wording, changed).write(on)
    return replace(summary, sources=number_sources(aid, summary))


def printable_wording(
    interview: Interview, on: date, moments: Mapping[str, str], *, typed: bool = True
) -> Wording:
    """The content as paper may say it; where `typed` is False, it heard no typed words."""
    heard = printable_answers(interview, typed=typed)
    values = fixed_values(interview.aid, on)
    return Wording(interview.aid, heard, moments, values, _unanswered(interview))


def _unanswered(interview: Interview) -> frozenset[str]:
    """The questions on the path that have no answer, of which paper may tell that."""
    open_ = (q for q in interview.path if interview.heard.get(q.id) is None)
    return frozenset(q.id for q in open_ if tells_that_open(q))


def tells_that_open(question: Question) -> bool:
    """Whether paper may say that the question has no answer: never of one that may stay private."""
    return question.prints == "always" and question.prints_when is None


def printable_answers(interview: Interview, *, typed: bool) -> Answers:
    """The answers that anything on paper may rest on; typed words only where `typed` is True."""
    return {
        q.id: interview.heard[q.id]
        for q in interview.path
        if may_print(interview, q) and (typed or not q.is_typed)
    }


def may_print(interview: Interview, question: Question) -> bool:
    """Whether anything on paper may rest on the answer to this question."""
    if question.id not in interview.heard or question.prints == "never":
        return False
    return question.prints_when is None or bool(question.prints_when.holds(interview.heard))


def leads_with_urgent_help(wording: Wording) -> bool:
    """Whether urgent help stands before all else on side 1."""
    when = wording.aid.summary.urgent_first
    return when is not None and when.holds(wording.heard) is True


def warning(aid: DecisionAid, today: date) -> str:
    """What to say before all else when the aid may not be relied on as it stands; else nothing."""
    withdrawn, ours = aid.withdrawn, words(aid.language)
    return ours.standings[aid.standing(today)].format(
        today=ours.day(today),
        published=ours.day(aid.published),
        next_review=ours.day(aid.next_review),
        expires=ours.day(aid.expires),
        withdrawn=ours.day(withdrawn.day) if withdrawn else "",
        because=withdrawn.because if withdrawn else "",
    )


FEW_LETTERS = 400
"""Letters of what changed for which side 2 has room."""


@dataclass(frozen=True)
class _Writer:
    """Turns the author's plan into what is said, for one interview."""

    interview: Interview
    wording: Wording
    changed: Changed | None = None

    @property
    def aid(self) -> DecisionAid:
        return self.interview.aid

    def write(self, on: date) -> Summary:
        aid, plan = self.aid, self.aid.summary
        urgent_first = leads_with_urgent_help(self.wording)
        return Summary(
            title=self.wording.fill(plan.title) or aid.title,
            lead=self.wording.passages(plan.lead, "summary.lead"),
            noted=self.wording.passages(plan.noted, "summary.noted"),
            side_1=self._blocks(1),
            side_2=(*self._blocks(2), *self._changes(few=True)),
            urgent_first=urgent_first,
            urgent_help=make_urgent_help(self.wording),
            recommendation=make_advice(self.wording, 0 if urgent_first else 1),
            glance=make_glance(self.wording),
            fill_in=plan.fill_in,
            colophon=self.wording.passages(plan.colophon, "summary.colophon"),
            table=make_table(self.wording),
            pictures=make_pictures(self.wording),
            details=self._details(),
            contacts=choose_contacts(self.wording),
            contacts_checked=aid.contacts_checked,
            sources=(),
            imprint=self._imprint(),
            on=on,
            language=aid.language,
            version=aid.version,
            content_hash=aid.content_hash,
            evidence_read=aid.days_read,
            next_review=aid.next_review,
            warning=warning(aid, on),
            out_of_date=aid.standing(on) in ("expired", "withdrawn"),
            answers=tuple(self._answers()),
            laid_over=aid.laid_over,
        )

    def _details(self) -> tuple[Block, ...]:
        return (*self._changes(few=False), *self._blocks(None), *self._list_passed_over())

    def _changes(self, *, few: bool) -> tuple[Block, ...]:
        """What changed: few sentences stand on side 2, many in the booklet."""
        letters = sum(map(len, self.changed.said)) if self.changed else 0
        if (letters <= FEW_LETTERS) is not few:
            return ()
        return make_changes(self.changed, self.wording.words)

    def _blocks(self, side: Side | None) -> tuple[Block, ...]:
        plans = in_order(plan for plan in self.aid.summary.blocks if self._side(plan) == side)
        blocks = (make_block(self.wording, plan) for plan in plans)
        return tuple(one for one in blocks if one.passages)

    def _side(self, plan: BlockPlan) -> Side | None:
        is_over = plan.overleaf is not None and plan.overleaf.holds(self.wording.heard) is True
        return 2 if is_over else plan.side

    def _answers(self) -> Iterator[GivenAnswer]:
        for question in self.interview.path:
            value = self.wording.heard.get(question.id)
            if value is not None and not question.is_read:
                asked, said = (
                    self.wording.question(question),
                    question.phrase(value, self.wording.words),
                )
                yield GivenAnswer(question.id, asked, value, said, question.is_typed)

    def _list_passed_over(self) -> tuple[Block, ...]:
        asked = [q for q in self.interview.passed_over if tells_that_open(q)]
        texts = ((question_alone(self.wording.question(q)), q.id) for q in asked)
        items = tuple(Paragraph("item", (Sentence(*one),)) for one in texts)
        return (Block("passed_over", self.aid.summary.passed_over, items),) if items else ()

    def _imprint(self) -> Block:
        imprint = self.aid.imprint
        said = (*self.wording.passages(imprint.passages, "imprint"), *self._say_without())
        return Block("imprint", imprint.title, said)

    def _say_without(self) -> Iterator[Paragraph]:
        """What the aid does not have, in plain words before why."""
        without, ours = self.aid.without, self.wording.words.paper
        for name, why in (("no_stay", without.stay), ("no_urgent_help", without.urgent_help)):
            if why is not None:
                first = Sentence(ours[name], "without")
                yield Paragraph("text", (first, *self.wording.sentences(why, "without")))
