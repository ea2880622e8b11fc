"""Proves that the staff's page fits one sheet: the answers that fill it most are typeset.

How tall a page is depends on where its lines break, which no decision diagram knows. So measures
of words and paragraphs, rounded, stand for it; each finds its most over all answer states.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import chain, product
from typing import TYPE_CHECKING

from decision_aid.check.proof.texts_shown import Saying
from decision_aid.check.proof.weighing import Weighing
from decision_aid.check.proof.word_counts import heaviest
from decision_aid.content.faults import Fault
from decision_aid.report.editions import STAFF
from decision_aid.report.format import PAPERS
from decision_aid.summary.staff import plans_for_record, plans_for_staff
from decision_aid.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from decision_aid.check.proof.diagrams import Diagram
    from decision_aid.check.proof.word_counts import Part
    from decision_aid.check.rule import Subject
    from decision_aid.conditions import Answers
    from decision_aid.content import BlockPlan, DecisionAid, Passage, Question
    from decision_aid.report.format import Paper


WORDS_OF_A_PARAGRAPH = (0, 100)
"""What a paragraph takes beside its words: nothing, or so much that paragraphs are what counts."""

COARSE = 200
"""Into so many units large weights are rounded: sums that differ are what costs time."""

USUAL = 13_000
"""Weights up to this are counted exactly; those of several times the usual content are rounded."""

LINE = 16
"""Words of a line."""

MOMENT = datetime(2026, 11, 20, 14, 5)
"""When everything was answered: no time is said with more letters than another."""

CHANGED = ("A question? Before: that answer. Now: this answer, which is another than before.",) * 20
"""More of what changed than any page has room for."""


def staff_page_fits(subject: Subject) -> Iterator[Fault]:
    """On A4 and on Letter the fullest staff's pages are one page each."""
    for given, paper in product(fullest_for_staff(subject), PAPERS):
        if _pages(subject, given, paper) > 1:
            yield Fault("summary", f"the staff's page runs over on {paper} paper", given)


def fullest_for_staff(subject: Subject) -> Iterator[Answers]:
    """For each measure the answers that bring about most."""
    weighing = Weighing(Saying(subject.states, on_paper=True))
    for paragraph in WORDS_OF_A_PARAGRAPH:
        groups = [list(group) for group in _StaffPage(weighing, paragraph).parts()]
        total = sum(weight for _, weight in chain(*groups))
        unit = 1 if total <= USUAL else total // COARSE
        coarse = (_in_units(group, unit) for group in groups)
        yield heaviest(subject.states, coarse, over=-1).answers or {}


def _in_units(group: Iterable[Part], unit: int) -> Iterator[Part]:
    """The weights in units, rounded."""
    for where, weight in group:
        yield where, (weight + unit // 2) // unit


def _pages(subject: Subject, given: Answers, paper: Paper) -> int:
    from decision_aid.report import pdf_text
    from decision_aid.report.files import render
    from decision_aid.report.options import PrintOptions
    from decision_aid.report.pdf import PDF
    from decision_aid.summary.models import Changed
    from decision_aid.summary.staff import make_staff_summary

    moments = dict.fromkeys(given, words(subject.aid.language).moment(MOMENT))
    changed = Changed(subject.today, CHANGED)
    staff = make_staff_summary(subject.aid, given, subject.today, moments, changed=changed)
    return len(list(pdf_text.pages(render(staff, PrintOptions(PDF, STAFF, paper)))))


@dataclass(frozen=True)
class _StaffPage:
    """What stands on the staff's page only in some states, part by part."""

    weighing: Weighing
    paragraph: int

    @property
    def aid(self) -> DecisionAid:
        return self.weighing.aid

    def parts(self) -> Iterator[Iterable[Part]]:
        """What the page says, each time with what the line for the record says of it again."""
        if urgent := self.aid.urgent_help:
            yield self.weighing.text(urgent.printed_title, self._always)
            yield from (self._passages([one]) for one in urgent.printed)
        yield from (self._weigh_answer(one) for one in self.aid.questions if one.is_warning_sign)
        yield chain(self._passages(self._lead), self.weighing.passages(self._lead, self._always))
        for plan in self.aid.summary.blocks:
            yield from self._weigh_block(plan)
        yield from map(self._weigh_pair, self.aid.asked_again)

    @property
    def _always(self) -> Diagram:
        return self.weighing.saying.states.always

    @property
    def _lead(self) -> tuple[Passage, ...]:
        return self.aid.summary.staff_lead or self.aid.summary.lead

    def _weigh_answer(self, question: Question) -> Iterator[Part]:
        answer = f"{{{question.id}}}"
        yield (self.weighing.saying.placeholder(question.id), self.paragraph)
        yield from self.weighing.text(f"{question.text} {answer}", self._always)
        yield from self.weighing.text(answer, self._always)

    def _weigh_pair(self, pair: Iterable[Question]) -> Iterator[Part]:
        """One line, where either is answered."""
        where = self.weighing.saying.states.never
        for question in pair:
            where |= self.weighing.saying.placeholder(question.id)
        yield (where, self.paragraph + LINE)

    def _passages(self, passages: Iterable[Passage]) -> Iterator[Part]:
        for passage in passages:
            yield (self.weighing.saying.passage(passage), self.paragraph)
            yield from self.weighing.passages([passage], self._always)

    def _weigh_block(self, plan: BlockPlan) -> Iterator[Iterable[Part]]:
        """Passage by passage, each with what the line for the record says of it."""
        staff = plan in plans_for_staff(self.aid)
        recorded = plan in plans_for_record(self.aid)
        where = self.weighing.saying.block(plan)
        yield [(where, self.paragraph)] if staff else []
        for _ in range(staff + recorded):
            yield self.weighing.text(plan.heading, where)
        for passage in plan.passages:
            shown = self._passages([passage]) if staff else []
            said = self.weighing.passages([passage], where) if recorded else []
            yield chain(((part & where, weight) for part, weight in shown), said)
