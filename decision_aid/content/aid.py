"""The whole of `questions.yaml`, and the summary as its author laid it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, TypeAlias

from decision_aid.conditions import Answers, Condition
from decision_aid.content.advice import Contact, Recommendation, UrgentHelp, Word
from decision_aid.content.evidence import Arm, Comparison, Option, Outcome, Source
from decision_aid.content.questions import Note, Question, Section
from decision_aid.content.signoffs import Signoff, Withdrawn
from decision_aid.content.text import Cited, Passage, Variant, Written

Standing: TypeAlias = Literal["current", "due", "expired", "withdrawn"]


@dataclass(frozen=True, kw_only=True)
class Rule(Written):
    """When this holds, add that to a list."""

    id: str
    list: str
    when: Condition | None = None
    says: Cited


@dataclass(frozen=True, kw_only=True)
class BlockPlan(Written):
    """One block of the summary: its own condition, reading no other block."""

    id: str
    heading: str
    page_one: bool = False
    """Whether it belongs to page 1, which is complete in itself."""
    staff: bool = False
    """Whether it stands on the staff's page too; where no block does, those of page 1 do."""
    record: bool = False
    """Whether the line for the record says it; where no block does, those of the staff's page."""
    when: Condition | None = None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, kw_only=True)
class SummaryPlan(Written):
    """The summary as its author laid it out."""

    title: str
    lead: tuple[Passage, ...] = ()
    """Under the title: whose summary this is and who filled it in."""
    staff_lead: tuple[Passage, ...] = ()
    """The situation in short, for the staff's page; without it, the lead of the summary."""
    urgent_first: Condition
    """When this holds, urgent help stands before all else on page 1."""
    blocks: tuple[BlockPlan, ...]
    fill_in: tuple[str, ...]
    """Lines to fill in by hand."""
    passed_over: str
    """The heading over what was passed over."""


@dataclass(frozen=True, kw_only=True)
class Way(Written):
    """A length of the visit, timed by an example of the answers given on it."""

    id: str
    example: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Decision(Written):
    """The decision that the aid is about."""

    question: str
    audience: str
    setting: str
    condition: Cited


@dataclass(frozen=True, kw_only=True)
class ReadingGrade(Written):
    """School grades of the patient's texts by two formulas, held true by a check."""

    flesch_kincaid: float
    coleman_liau: float


@dataclass(frozen=True, kw_only=True)
class Imprint(Written):
    """Who made this, who paid, how the evidence was chosen, and what is not yet done."""

    title: str
    owner: str
    funding: str
    reading_grade: ReadingGrade
    passages: tuple[Passage, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class DecisionAid(Written):
    """The whole of `questions.yaml`; as large as it is, it equals only itself."""

    id: str
    version: str
    language: str
    title: str
    short_title: str
    published: date
    evidence_read: date
    """When the evidence was read."""
    next_review: date
    expires: date
    decision: Decision
    welcome: tuple[Passage, ...]
    welcome_title: str
    welcome_urgent: str = ""
    """How the way to urgent help is named on the first screen."""
    ways: tuple[Way, ...]
    phrases: Mapping[str, tuple[Variant, ...]]
    """Named words that depend on answers, put into other texts as {name}."""
    sections: tuple[Section, ...]
    options: tuple[Option, ...]
    arms: tuple[Arm, ...]
    outcomes: tuple[Outcome, ...]
    comparison: Comparison
    recommendation: Recommendation
    urgent_help: UrgentHelp
    contacts: tuple[Contact, ...]
    contacts_checked: str
    rules: tuple[Rule, ...]
    summary: SummaryPlan
    words: tuple[Word, ...]
    sources: tuple[Source, ...]
    imprint: Imprint
    update_policy: str = ""
    """How and when the aid is brought up to date, and by whom."""
    signoffs: tuple[Signoff, ...] = ()
    """Reviews that took place. None are invented: without them the aid says so."""
    withdrawn: Withdrawn | None = None
    """Set when the aid is not to be used any more: it then says so everywhere."""
    content_hash: str = field(default="", metadata={"computed": True})
    """The SHA-256 of the file, filled in on loading."""

    def standing(self, today: date) -> Standing:
        """Whether the aid may be relied on that day."""
        if self.withdrawn is not None and self.withdrawn.day <= today:
            return "withdrawn"
        if today > self.expires:
            return "expired"
        return "due" if today > self.next_review else "current"

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions of the path in the order of the document."""
        return tuple(q for s in self.sections if not s.shelf for q in s.questions)

    @cached_property
    def shelf(self) -> tuple[Note, ...]:
        """The notes to look at when wanted."""
        notes = (q for s in self.sections if s.shelf for q in s.questions)
        return tuple(note for note in notes if isinstance(note, Note))

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """Every question and note, those of the shelf too."""
        return {question.id: question for question in (*self.questions, *self.shelf)}

    @cached_property
    def section_of(self) -> Mapping[str, Section]:
        """The section of every question."""
        return {q.id: section for section in self.sections for q in section.questions}

    @cached_property
    def asked_again(self) -> tuple[tuple[Question, Question], ...]:
        """Questions that are asked again in the same words with the same choices, as pairs."""
        before: dict[object, Question] = {}
        pairs = []
        for question in (one for one in self.questions if one.is_coded):
            same = (question.text, question.takes())
            if same in before:
                pairs.append((before[same], question))
            before[same] = question
        return tuple(pairs)

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Every source by its id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def outcome(self) -> Mapping[str, Outcome]:
        """Every outcome by its id."""
        return {outcome.id: outcome for outcome in self.outcomes}

    @cached_property
    def arm(self) -> Mapping[str, Arm]:
        """Every arm by its id."""
        return {arm.id: arm for arm in self.arms}

    def parsed(self, answers: Mapping[str, Sequence[str]]) -> Answers:
        """Answers as given, each read by its question; raises InvalidAnswer."""
        return {name: self.by_id[name].parse(given) for name, given in answers.items()}
