"""The staff's page: what a clinician needs of the answers at a glance, and no typed words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from decision_aid.interview import Interview, conduct_interview
from decision_aid.summary.asked import as_sentence, ready_for_answer
from decision_aid.summary.models import Advice, Block, Changed, StaffSummary
from decision_aid.summary.parts import make_advice, make_block, make_changes, make_urgent_help
from decision_aid.summary.patient import (
    leads_with_urgent_help,
    make_summary,
    may_print,
    printable_wording,
    warning,
)
from decision_aid.summary.record_line import make_record_line
from decision_aid.summary.sources import list_sources
from decision_aid.wording import Paragraph, Sentence, Wording
from decision_aid.words import Words

if TYPE_CHECKING:
    from datetime import date

    from decision_aid.conditions import Answers
    from decision_aid.content import BlockPlan, DecisionAid, Question
    from decision_aid.interview import Audience


LETTERS = 1425
"""Letters of the line for the record and of what changed that fit on the page together.

The line for the record grows with the page, so it tells how much room is left.
"""

LINE = 90
"""Letters of a line."""

BESIDE_HEADING = 2 * LINE
"""Letters for which the heading of what changed makes room on any page: it has four lines."""


def _who_sat_there(aid: DecisionAid, given: Answers) -> Audience:
    """A counsellor, where something is answered that nobody else is asked."""
    asked = (aid.by_id[name] for name in given if name in aid.by_id)
    return "counsellor" if any(one.audience == "counsellor" for one in asked) else "patient"


def make_staff_summary(
    aid: DecisionAid,
    given: Answers,
    on: date,
    moments: Mapping[str, str] | None = None,
    *,
    with_words: bool = False,
    changed: Changed | None = None,
) -> StaffSummary:
    """The staff's page of these answers on that day; typed words only `with_words`."""
    interview = conduct_interview(aid, given, audience=_who_sat_there(aid, given))
    writer = _Staff(interview, printable_wording(interview, on, moments or {}, typed=False))
    staff = _with_changes(writer.write(on, with_words), changed)
    patient = make_summary(aid, given, on, moments)
    sources = list_sources(aid, _parts_of(staff), patient.sources)
    return replace(staff, sources=sources, more_sources=sources[len(patient.sources) :])


def _with_changes(staff: StaffSummary, changed: Changed | None) -> StaffSummary:
    """What changed stands last of the answers, as far as the page has room for it."""
    letters = max(BESIDE_HEADING, LETTERS - len(make_record_line(staff)))
    block = make_changes(changed and _cut(changed, letters, staff.words), staff.words)
    if staff.ask:
        return replace(staff, main=(*staff.main, *block))
    return replace(staff, opening=(*staff.opening, *block))


def _cut(changed: Changed, letters: int, words: Words) -> Changed:
    """What changed in so many letters, and how many sentences more there are."""
    shown = _fitting(changed.said, letters)
    missing = len(changed.said) - len(shown)
    more = (words.paper["more_changed"].format(count=missing),) if missing else ()
    return replace(changed, said=(*shown, *more))


def _fitting(changed: tuple[str, ...], letters: int) -> tuple[str, ...]:
    """The first of these sentences that take no more than so many letters, in whole lines."""
    taken = accumulate(max(LINE, len(one)) for one in changed)
    return tuple(one for one, so_far in zip(changed, taken, strict=True) if so_far <= letters)


def plans_for_staff(aid: DecisionAid) -> list[BlockPlan]:
    """The blocks marked for the staff; where none is, those of side 1."""
    blocks = aid.summary.blocks
    return [one for one in blocks if one.staff] or [one for one in blocks if one.side == 1]


def plans_for_record(aid: DecisionAid) -> list[BlockPlan]:
    """The blocks marked for the line for the record; where none is, those for the staff."""
    return [one for one in aid.summary.blocks if one.record] or plans_for_staff(aid)


def _parts_of(staff: StaffSummary) -> tuple[Advice | Block, ...]:
    blocks = (*staff.ask, *staff.opening, *staff.main)
    return (staff.recommendation, staff.urgent_help, *blocks)


@dataclass(frozen=True)
class _Staff:
    """Turns the plan of the summary into the staff's page, for one interview.

    What was typed is unknown to this wording, so no placeholder can bring it in.
    """

    interview: Interview
    wording: Wording

    @property
    def aid(self) -> DecisionAid:
        return self.interview.aid

    @property
    def _words(self) -> Mapping[str, str]:
        return self.wording.words.paper

    def write(self, on: date, with_words: bool) -> StaffSummary:
        signs = [q for q in self.interview.path if q.is_warning_sign and self._phrase(q)]
        ask, situation = tuple(self._ask(signs)), tuple(self._situation())
        shown = (*situation, *self._write_staff_blocks(), *self._readiness())
        own_words = tuple(self._own_words()) if with_words else ()
        return StaffSummary(
            title=self._words["staff"].format(title=self.aid.short_title),
            about=self.aid.short_title,
            says=self._says(own_words),
            ask=ask,
            opening=() if ask else shown,
            urgent_help=make_urgent_help(self.wording),
            main=shown if ask else (),
            recommendation=make_advice(self.wording),
            fill_in=self.aid.summary.fill_in,
            recorded=tuple(self._write_recorded(signs, situation)),
            own_words=own_words,
            sources=(),
            more_sources=(),
            on=on,
            language=self.aid.language,
            version=self.aid.version,
            content_hash=self.aid.content_hash,
            evidence_read=self.aid.days_read,
            warning=warning(self.aid, on),
            laid_over=self.aid.laid_over,
            out_of_date=self.aid.standing(on) in ("expired", "withdrawn"),
        )

    def _says(self, own_words: tuple[Block, ...]) -> str:
        """What kind of copy that is, and where typed words stand."""
        if own_words:
            name = "staff_says_typed"
        else:
            name = "staff_says_typed_elsewhere" if self._typed() else "staff_says"
        return self._words[name].format(sources=self._words["sources_elsewhere"])

    # --- warning signs ---

    def _ask(self, signs: list[Question]) -> Iterator[Block]:
        """The reminder, where somebody was treated or is asked about warning signs anyway."""
        treated = leads_with_urgent_help(self.wording)
        if treated or any(q.is_warning_sign for q in self.interview.path):
            first = _text(f"{self._words['ask_again']} {self._tell_moment(signs)}", "ask")
            yield Block("ask", self._words["ask_now"], (first, *map(self._tell_answer, signs)))

    def _tell_moment(self, signs: list[Question]) -> str:
        """When the first of these answers was given."""
        moment = self.wording.moments.get(signs[0].id) if signs else None
        if moment:
            return self._words["told_on"].format(moment=moment)
        return self._words["told" if signs else "not_told"]

    def _tell_answer(self, question: Question) -> Paragraph:
        """The question, and its answer as a sentence of its own."""
        texts = (
            ready_for_answer(self.wording.question(question), self.wording.words),
            as_sentence(self._phrase(question)),
        )
        return Paragraph("item", tuple(Sentence(text, question.id) for text in texts))

    def _phrase(self, question: Question) -> str:
        """The answer in words; nothing where there is none that may print."""
        answer = self.wording.heard.get(question.id)
        if answer is None:
            return ""
        return question.phrase(answer, self.wording.words).rstrip(".")

    # --- what the author planned ---

    def _situation(self) -> Iterator[Block]:
        plan = self.aid.summary
        lead = self.wording.passages(plan.staff_lead or plan.lead, "summary.lead")
        yield from _drop_empty(
            [Block("situation", self._words["situation"], tuple(map(_as_text, lead)))]
        )

    def _write_staff_blocks(self) -> Iterator[Block]:
        plans = plans_for_staff(self.aid)
        return self._write_blocks(sorted(plans, key=lambda plan: plan.style != "act_first"))

    def _write_blocks(self, plans: Iterable[BlockPlan]) -> Iterator[Block]:
        return _drop_empty(make_block(self.wording, plan) for plan in plans)

    def _write_recorded(self, signs: list[Question], situation: Iterable[Block]) -> Iterator[Block]:
        """What the line for the record says: warning signs, the situation, the blocks marked."""
        phrases = dict.fromkeys(self._phrase(question) for question in signs)
        said = tuple(_text(as_sentence(phrase), "signs") for phrase in phrases)
        yield from _drop_empty([Block("signs", self._words["signs"], said)])
        yield from situation
        yield from self._write_blocks(plans_for_record(self.aid))

    # --- what was asked at the start and again at the end ---

    def _readiness(self) -> Iterator[Block]:
        pairs = [pair for pair in self.aid.asked_again if any(map(self._phrase, pair))]
        at_start = any(first.id in self.interview.positions for first, _ in pairs)
        said = tuple(
            self._twice(first, again) if at_start else self._tell_answer(again)
            for first, again in pairs
        )
        yield from _drop_empty([Block("readiness", self._words["readiness"], said)])

    def _twice(self, first: Question, again: Question) -> Paragraph:
        """A question asked twice, with both answers in words."""
        question = Sentence(self.wording.question(again), again.id)
        return Paragraph("twice", (question, *map(self._state, (first, again))))

    def _state(self, question: Question) -> Sentence:
        missing = self._words[
            "unanswered" if question.id in self.interview.positions else "not_asked"
        ]
        return Sentence(self._phrase(question) or missing, question.id)

    # --- what was typed ---

    def _own_words(self) -> Iterator[Block]:
        """What was typed and may print, under the question that asked for it."""
        said = tuple(one for question in self._typed() for one in self._quote_typed(question))
        yield from _drop_empty([Block("own_words", self._words["own_words"], said)])

    def _typed(self) -> list[Question]:
        """The questions to which something was typed that may print."""
        path, heard = self.interview.path, self.interview.heard
        return [q for q in path if q.is_typed and may_print(self.interview, q) and heard[q.id]]

    def _quote_typed(self, question: Question) -> Iterator[Paragraph]:
        words = self.interview.heard[question.id]
        if words is not None:
            yield Paragraph("heading", (Sentence(self.wording.question(question), question.id),))
            yield _text(question.phrase(words, self.wording.words), question.id)


def _drop_empty(blocks: Iterable[Block]) -> Iterator[Block]:
    return (one for one in blocks if one.passages)


def _text(text: str, content_id: str) -> Paragraph:
    return Paragraph("text", (Sentence(text, content_id),))


def _as_text(said: Paragraph) -> Paragraph:
    return replace(said, kind="text") if said.kind == "heading" else said
