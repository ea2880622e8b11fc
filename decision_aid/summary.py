"""What is to be said of an interview on paper, before anything decides how it looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from decision_aid import figures
from decision_aid.content import Contact, Text
from decision_aid.interview import Interview, interview
from decision_aid.speech import Said, Sentence, Speech
from decision_aid.words import EN
from decision_aid.words.reports_en import EN as PAPER

if TYPE_CHECKING:
    from datetime import date

    from decision_aid.conditions import Answers
    from decision_aid.content import (
        BlockPlan,
        Cited,
        DecisionAid,
        Note,
        Outcome,
        Question,
        Quotation,
        Source,
    )


@dataclass(frozen=True)
class Block:
    """One part of the summary with a heading; it reads no other block."""

    id: str
    heading: str
    passages: tuple[Said, ...]


@dataclass(frozen=True)
class Quoted:
    """A body's own words, and what must stand beside them."""

    by: str
    words: Sentence
    beside: tuple[Said, ...]


@dataclass(frozen=True)
class Advice:
    """The recommendation: the same in every summary."""

    heading: str
    lead: tuple[Sentence, ...]
    quoted: tuple[Quoted, ...]
    in_short: tuple[Sentence, ...]


@dataclass(frozen=True)
class Picture:
    """An outcome as icon arrays, one for each arm, with the sentences that say the same."""

    id: str
    name: str
    said: tuple[Said, ...]
    arrays: tuple[IconArray, ...]
    icon: str
    blank: str
    caption: tuple[Said, ...]


@dataclass(frozen=True)
class IconArray:
    """One arm's hundred icons and their text twin."""

    title: str
    alt: str
    rows: tuple[tuple[bool, ...], ...]


@dataclass(frozen=True)
class Cell:
    """What is so for one option in one row of the comparison."""

    option: str
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The whole cell as one text."""
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True)
class RowSaid:
    """One row of the comparison."""

    id: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """The options side by side, with the box that never leaves it."""

    heading: str
    lead: tuple[Said, ...]
    columns: tuple[str, ...]
    rows: tuple[RowSaid, ...]
    box: Block


@dataclass(frozen=True)
class Changed:
    """What is otherwise than on the summary that was printed that day, in sentences."""

    since: date
    said: tuple[str, ...]


@dataclass(frozen=True)
class NumberedSource:
    """A source as the paper refers to it."""

    number: int
    source: Source


@dataclass(frozen=True)
class Summary:
    """All that the paper says. It cannot be built without the recommendation and urgent help.

    On page 1 stand, in this order: `opening`, `urgent_help`, `main`, `recommendation`. One of
    `opening` and `main` is empty: urgent help comes first for whoever had a procedure.
    """

    title: str
    lead: tuple[Said, ...]
    opening: tuple[Block, ...]
    urgent_help: Block
    main: tuple[Block, ...]
    recommendation: Advice
    fill_in: tuple[str, ...]
    table: Table
    pictures: tuple[Picture, ...]
    details: tuple[Block, ...]
    contacts: tuple[Contact, ...]
    contacts_checked: str
    sources: tuple[NumberedSource, ...]
    imprint: Block
    on: date
    language: str
    version: str
    content_hash: str
    evidence_read: date
    next_review: date
    warning: str
    """What is said first when the aid is due for review, expired or withdrawn; else empty."""
    out_of_date: bool
    """Whether "out of date" stands across every page."""
    blank: bool = False
    """Whether every page says that this is a blank copy."""
    session: str = ""
    """What staff find the kept answers by, where they are kept; it names nobody."""

    def number(self, source: str) -> int:
        """The number under which the paper lists the source."""
        return next(one.number for one in self.sources if one.source.id == source)


def summarised(
    aid: DecisionAid,
    given: Answers,
    on: date,
    moments: Mapping[str, str] | None = None,
    changed: Changed | None = None,
) -> Summary:
    """The patient's summary of these answers on that day.

    `moments` holds, for each question, the day and time of its answer in words; `changed` what is
    otherwise than on the last printed summary.
    """
    walked = interview(aid, given)
    return _Writer(walked, spoken(walked, on, moments or {}), changed).summary(on)


def spoken(
    walked: Interview, on: date, moments: Mapping[str, str], *, typed: bool = True
) -> Speech:
    """The content as paper may say it; where `typed` is False, it heard no typed words."""
    heard = printable(walked, typed=typed)
    return Speech(walked.aid, heard, moments, computed(walked.aid, on))


def printable(walked: Interview, *, typed: bool = True) -> Answers:
    """The answers that anything on paper may rest on; typed words only where `typed` is True."""
    return {
        q.id: walked.heard[q.id]
        for q in walked.path
        if may_print(walked, q) and (typed or not isinstance(q, Text))
    }


def computed(aid: DecisionAid, on: date) -> dict[str, str]:
    """The values of placeholders that are the same for everybody that day."""
    numbers = {"today": day(on), "version": aid.version, "evidence_read": day(aid.evidence_read)}
    numbers |= {"next_review": day(aid.next_review), "content_hash": aid.content_hash[:6]}
    grade = aid.imprint.reading_grade
    numbers |= {"grade_fk": f"{grade.flesch_kincaid:.1f}", "grade_cl": f"{grade.coleman_liau:.1f}"}
    return numbers


def may_print(walked: Interview, question: Question) -> bool:
    """Whether anything on paper may rest on the answer to this question."""
    if question.id not in walked.heard or question.prints == "never":
        return False
    return question.prints_when is None or bool(question.prints_when.holds(walked.heard))


def warning(aid: DecisionAid, today: date) -> str:
    """What to say before all else when the aid may not be relied on as it stands; else nothing."""
    withdrawn = aid.withdrawn
    return EN.standings[aid.standing(today)].format(
        next_review=day(aid.next_review),
        expires=day(aid.expires),
        withdrawn=day(withdrawn.day) if withdrawn else "",
        because=withdrawn.because if withdrawn else "",
    )


def day(on: date) -> str:
    """The day as `20 November 2026`, in the same way on every machine."""
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class _Writer:
    """Turns the author's plan into what is said, for one interview."""

    walked: Interview
    speech: Speech
    changed: Changed | None = None

    @property
    def aid(self) -> DecisionAid:
        return self.walked.aid

    def summary(self, on: date) -> Summary:
        aid, plan = self.aid, self.aid.summary
        page_one = self._blocks(True)
        urgent_first = plan.urgent_first.holds(self.speech.heard) is True
        summary = Summary(
            title=self.speech.fill(plan.title) or aid.title,
            lead=self.speech.passages(plan.lead, "summary.lead"),
            opening=() if urgent_first else page_one,
            urgent_help=urgent_help(self.speech),
            main=page_one if urgent_first else (),
            recommendation=advice(self.speech),
            fill_in=plan.fill_in,
            table=table(self.speech),
            pictures=pictures(self.speech),
            details=(*changes_said(self.changed), *self._blocks(False), *self._passed_over()),
            contacts=contacts(self.speech),
            contacts_checked=aid.contacts_checked,
            sources=(),
            imprint=self._imprint(),
            on=on,
            language=aid.language,
            version=aid.version,
            content_hash=aid.content_hash,
            evidence_read=aid.evidence_read,
            next_review=aid.next_review,
            warning=warning(aid, on),
            out_of_date=aid.standing(on) in ("expired", "withdrawn"),
        )
        return replace(summary, sources=numbered(aid, summary))

    def _blocks(self, page_one: bool) -> tuple[Block, ...]:
        plans = (plan for plan in self.aid.summary.blocks if plan.page_one is page_one)
        blocks = (block(self.speech, plan) for plan in plans)
        return tuple(one for one in blocks if one.passages)

    def _passed_over(self) -> tuple[Block, ...]:
        asked = [
            q for q in self.walked.passed_over if q.prints == "always" and q.prints_when is None
        ]
        items = tuple(Said("item", (Sentence(self.speech.question(q), q.id),)) for q in asked)
        return (Block("passed_over", self.aid.summary.passed_over, items),) if items else ()

    def _imprint(self) -> Block:
        imprint = self.aid.imprint
        return Block("imprint", imprint.title, self.speech.passages(imprint.passages, "imprint"))


def block(speech: Speech, plan: BlockPlan) -> Block:
    """The block as its plan says it; without passages where its condition does not hold."""
    said = plan.when is None or plan.when.holds(speech.heard)
    passages = speech.passages(plan.passages, plan.id) if said else ()
    return Block(plan.id, speech.fill(plan.heading) or plan.heading, passages)


def urgent_help(speech: Speech) -> Block:
    """The short form of urgent help that stands on every summary."""
    urgent = speech.aid.urgent_help
    heading = speech.fill(urgent.printed_title) or urgent.printed_title
    return Block("urgent_help", heading, speech.passages(urgent.printed, "urgent_help"))


def changes_said(changed: Changed | None) -> tuple[Block, ...]:
    """A block of what changed since the last print; none where nothing did."""
    if changed is None:
        return ()
    items = tuple(Said("item", (Sentence(text, "changed"),)) for text in changed.said)
    return (Block("changed", PAPER["changed"].format(day=day(changed.since)), items),)


def advice(speech: Speech) -> Advice:
    """The recommendation in the bodies' own words; nothing in it depends on an answer."""
    plan = speech.aid.recommendation
    return Advice(
        plan.title,
        speech.sentences(plan.lead, "recommendation"),
        tuple(_quoted(speech, one) for one in plan.quotations),
        speech.sentences(plan.in_short, "recommendation"),
    )


def _quoted(speech: Speech, plan: Quotation) -> Quoted:
    words = Sentence(plan.words, plan.id, (plan.source,))
    return Quoted(plan.by, words, speech.passages(plan.beside, plan.id))


def table(speech: Speech) -> Table:
    """The comparison of the options."""
    plan = speech.aid.comparison
    columns = [option for option in speech.aid.options if option.compared]
    rows = tuple(
        RowSaid(
            row.id,
            row.name,
            tuple(
                Cell(o.id, speech.sentences(row.cells[o.id], f"comparison.{row.id}"))
                for o in columns
            ),
        )
        for row in plan.rows
    )
    box = Block("box", plan.box_title, speech.passages(plan.box, "comparison.box"))
    lead = speech.passages(plan.lead, "comparison")
    return Table(plan.title, lead, tuple(o.name for o in columns), rows, box)


def pictures(speech: Speech) -> tuple[Picture, ...]:
    """The outcomes that are drawn, in the order of the content."""
    return tuple(picture(speech, one) for one in speech.aid.outcomes if one.pictured)


def picture(speech: Speech, outcome: Outcome) -> Picture:
    """One outcome's icon arrays with their sentences."""
    arrays = tuple(
        IconArray(
            speech.aid.arm[risk.arm].name,
            figures.sentence(speech.aid, outcome, risk),
            figures.icon_rows(risk),
        )
        for risk in outcome.risks
    )
    caption = speech.passages(outcome.caption, outcome.id)
    said = speech.figure(outcome)
    return Picture(outcome.id, outcome.name, said, arrays, outcome.icon, outcome.blank, caption)


def contacts(speech: Speech) -> tuple[Contact, ...]:
    """Whom to call. Only those that surely do not fit are left out: unknown shows all."""
    return tuple(
        contact
        for contact in speech.aid.contacts
        if contact.when is None or contact.when.holds(speech.heard) is not False
    )


def numbered(aid: DecisionAid, said: Summary) -> tuple[NumberedSource, ...]:
    """The sources of all that is said, numbered from 1.

    What stands in every summary comes first, so that its numbers are the same on every paper: one
    can be laid beside another, and the pages of a clinic's day are set once.
    """
    shared = (said.recommendation, said.urgent_help, said.table, said.pictures, said.imprint)
    return listed(aid, (*shared, said))


def listed(
    aid: DecisionAid, said: tuple[object, ...], before: tuple[NumberedSource, ...] = ()
) -> tuple[NumberedSource, ...]:
    """The sources of these parts, numbered in their order after those that have a number."""
    found = dict.fromkeys((*(one.source.id for one in before), *_sources_in(said)))
    return tuple(NumberedSource(n, aid.source[name]) for n, name in enumerate(found, 1))


def _sources_in(said: object) -> Iterator[str]:
    if isinstance(said, Sentence | Contact):
        yield from said.sources
    elif isinstance(said, tuple):
        for part in said:
            yield from _sources_in(part)
    elif isinstance(said, _PARTS):
        for name in said.__dataclass_fields__:
            yield from _sources_in(getattr(said, name))


_PARTS = (Summary, Block, Said, Advice, Quoted, Picture, Table, RowSaid, Cell)


def note_sources(speech: Speech, note: Note) -> tuple[Source, ...]:
    """The sources behind a note's screen, each once."""
    said = speech.passages((*note.lead, *note.body, *note.comes_from), note.id)
    names = dict.fromkeys(name for one in said for name in one.sources)
    return tuple(speech.aid.source[name] for name in names)


def cited_sources(aid: DecisionAid, said: Cited) -> tuple[Source, ...]:
    """The sources of one text."""
    return tuple(aid.source[name] for one in said.statements for name in one.sources)
