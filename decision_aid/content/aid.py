"""The whole of `questions.yaml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from decision_aid.conditions import Answers, Condition
from decision_aid.content.advice import Contact, Recommendation, UrgentHelp, Word, WordToAvoid
from decision_aid.content.asked import Use
from decision_aid.content.evidence import Arm, Comparison, Option, Outcome, Source
from decision_aid.content.fields import Area, ContentPart, Data, Id, Says
from decision_aid.content.imprint import Imprint
from decision_aid.content.laid_over import LaidOver
from decision_aid.content.questions import Note, Question
from decision_aid.content.scores import Score
from decision_aid.content.sections import Section
from decision_aid.content.signoffs import Signoff, Withdrawn
from decision_aid.content.summary_plan import Rule, SummaryPlan
from decision_aid.content.takes import Picks
from decision_aid.content.text import Cited, Passage, Variant

if TYPE_CHECKING:
    from decision_aid.content.walk import Inventory

Standing: TypeAlias = Literal["current", "due", "expired", "withdrawn", "unpublished"]


@dataclass(frozen=True, kw_only=True)
class Length(ContentPart):
    """How many screens and words a way has at most, before any door is opened."""

    screens: int
    """The most screens."""
    words: int
    """The most words."""
    unless: Condition | None = None
    """Answers for which it does not hold."""


@dataclass(frozen=True, kw_only=True)
class Way(ContentPart):
    """A length of the visit: how long it takes at most, and what it may come to."""

    id: Annotated[str, Id("way")]
    minutes: int | Mapping[str, int] | None = None
    """The minutes of its longest path, rounded up, or by language; without it, its example's."""
    budget: Length | None = None
    """What it has at most where one thing is picked wherever several can be."""
    bound: Length | None = None
    """What it has at most whatever is answered."""
    example: Annotated[Mapping[str, str], Data()] = field(default_factory=dict)
    """Answers that somebody gives on it."""

    def minutes_in(self, language: str) -> int | None:
        """The minutes that are stated for that language, if there are any."""
        return self.minutes.get(language) if isinstance(self.minutes, Mapping) else self.minutes


@dataclass(frozen=True, kw_only=True)
class Decision(ContentPart):
    """The decision that the aid is about."""

    question: Annotated[str, Says("title", "nothing")]
    """The decision, as one question."""
    audience: Annotated[str, Says("title", "nothing")]
    """For whom the aid is."""
    setting: Annotated[str, Says("title", "nothing")]
    """Where it is used."""
    condition: Annotated[Cited, Says("text", "nothing")]
    """What it is about."""


@dataclass(frozen=True, kw_only=True)
class Without(ContentPart):
    """What other aids have and this one does not, each with why: the imprint says it."""

    stay: Annotated[Cited | None, Says("imprint", "nothing")] = None
    """Why nobody can go on as now."""
    urgent_help: Annotated[Cited | None, Says("imprint", "nothing")] = None
    """Why nothing in it calls for help at once."""


@dataclass(frozen=True, kw_only=True, eq=False)
class DecisionAid(ContentPart):
    """The whole of `questions.yaml`; as large as it is, it equals only itself."""

    id: Annotated[str, Data()]
    """The aid's own name."""
    version: Annotated[str, Data(reviewed=False)]
    """Its version, in quotes."""
    language: Annotated[str, Data(own=True)]
    """Its language, such as `en` or `fr-CA`."""
    title: Annotated[str, Says("title", "nothing"), Area("welcome")]
    """Its title."""
    short_title: Annotated[str, Says("name", "nothing")]
    """Its title where there is little room."""
    published: Annotated[date, Data(reviewed=False)]
    """The day from which it may be used."""
    evidence_read: Annotated[date | tuple[date, ...], Data(reviewed=False)]
    """When the evidence was read: a day, or a list of days."""
    next_review: Annotated[date, Data(reviewed=False)]
    """The day by which the evidence is read again; after it the aid warns."""
    expires: Annotated[date, Data(reviewed=False)]
    """The last day: after it the aid says that it is out of date."""
    decision: Annotated[Decision, Area("welcome")]
    """What it is about, for `check` and for people who look after aids."""
    welcome: Annotated[tuple[Passage, ...], Says("text"), Area("welcome", "screen")]
    """What the first screen says."""
    welcome_title: Annotated[str, Says("title", "nothing"), Area("welcome", "screen")]
    """The line over it."""
    welcome_urgent: Annotated[str, Says("name", "nothing"), Area("welcome", "screen")] = ""
    """How the way to urgent help is named on the first screen."""
    ways: tuple[Way, ...]
    """Lengths of the visit, which a question with `use: way` lets people choose from."""
    phrases: Annotated[Mapping[str, tuple[Variant, ...]], Id("phrase"), Says("phrase")]
    """Named words that depend on answers, put into other texts as {name}."""
    sections: Annotated[tuple[Section, ...], Area("", "screen")]
    """The parts of the visit, with their questions, in the order in which they are asked."""
    scores: tuple[Score, ...] = ()
    """Named sums of points over answers; where one was begun and is open, the summary says so."""
    options: Annotated[tuple[Option, ...], Area("options")]
    """The ways open to the person, two or more."""
    arms: Annotated[tuple[Arm, ...], Area("options")]
    """The groups of people who were counted."""
    outcomes: Annotated[tuple[Outcome, ...], Area("options")]
    """What was counted in them."""
    comparison: Annotated[Comparison, Area("side by side")]
    recommendation: Annotated[Recommendation, Area("recommendation")]
    urgent_help: Annotated[UrgentHelp | None, Area("urgent_help")] = None
    """Without it, the aid says under `without` why, and nothing of it stands anywhere."""
    without: Annotated[Without, Area("imprint")] = field(default_factory=Without)
    """What other aids have and this one does not, and why."""
    contacts: Annotated[tuple[Contact, ...], Area("urgent_help")]
    """Whom to call."""
    contacts_checked: Annotated[str, Says("name", "nothing"), Area("urgent_help")] = ""
    """When their numbers were last tried."""
    rules: Annotated[tuple[Rule, ...], Area("summary")]
    """When this holds, say that: questions to ask, and next steps."""
    summary: Annotated[SummaryPlan, Area("summary", "paper")]
    words: Annotated[tuple[Word, ...], Area("words")]
    """Hard words, each explained once; people see them in the order of the alphabet."""
    to_explain: Annotated[tuple[str, ...], Data(own=True, reviewed=False)] = ()
    """Words that its author wants explained among the words wherever the aid uses them."""
    avoid: Annotated[tuple[WordToAvoid, ...], Data(own=True, reviewed=False)] = ()
    """Words that its author does not want to use."""
    sources: Annotated[tuple[Source, ...], Area("sources")]
    """Where the facts come from."""
    imprint: Annotated[Imprint, Area("imprint")]
    update_policy: Annotated[str, Says("imprint", "nothing"), Area("imprint")] = ""
    """How and when the aid is brought up to date, and by whom."""
    signoffs: Annotated[tuple[Signoff, ...], Data(own=True, reviewed=False)] = ()
    """Reviews that took place. None are invented: without them the aid says so."""
    withdrawn: Annotated[Withdrawn | None, Data(reviewed=False), Area("imprint")] = None
    """Set when the aid is not to be used any more: it then says so everywhere."""
    content_hash: Annotated[str, Data(reviewed=False)] = field(
        default="", metadata={"computed": True}
    )
    """Which version of the content it is, filled in on loading."""
    report_to: Annotated[str, Data(reviewed=False)] = field(default="", metadata={"computed": True})
    """Whom to tell of an error, as whoever runs the program says it."""
    former_hashes: Annotated[tuple[str, ...], Data(reviewed=False)] = field(
        default=(), metadata={"computed": True}
    )
    """What named the same content before, filled in on loading."""
    laid_over: Annotated[LaidOver, Data(reviewed=False)] = field(
        default_factory=LaidOver, metadata={"computed": True}
    )
    """What is left of the first file's language, filled in where another is laid over it."""

    @property
    def untranslated(self) -> int:
        """How many of its texts are shown in the language of the first file."""
        return len(self.laid_over.untranslated)

    @property
    def days_read(self) -> tuple[date, ...]:
        """The days on which the evidence was read, in order."""
        read = self.evidence_read
        return tuple(sorted(read)) if isinstance(read, tuple) else (read,)

    @cached_property
    def inventory(self) -> "Inventory":
        """All that the aid says, tests and names."""
        from decision_aid.content.walk import take_inventory

        return take_inventory(self)

    def used_as(self, use: Use) -> tuple[Question, ...]:
        """The questions that the content gives this use, in order."""
        return tuple(question for question in self.questions if question.use == use)

    def standing(self, today: date) -> Standing:
        """Whether the aid may be relied on that day."""
        if self.withdrawn is not None and self.withdrawn.day <= today:
            return "withdrawn"
        if today < self.published:
            return "unpublished"
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
    def taken_over(self) -> Mapping[str, Question]:
        """Questions that are not asked any more, each with the one that took its place."""
        return {old: question for question in self.questions for old in question.was}

    @cached_property
    def section_of(self) -> Mapping[str, Section]:
        """The section of every question."""
        return {q.id: section for section in self.sections for q in section.questions}

    @cached_property
    def asked_again(self) -> tuple[tuple[Question, Question], ...]:
        """Questions that are asked again in the same words with the same choices, as pairs.

        The words of the first file decide, so that these are the same in every language.
        """
        before: dict[object, Question] = {}
        pairs = []
        for question in (one for one in self.questions if one.is_coded):
            same = self._as_first_said(question)
            if same in before:
                pairs.append((before[same], question))
            before[same] = question
        return tuple(pairs)

    def _as_first_said(self, question: Question) -> tuple[object, ...]:
        """What a question asks and takes, in the words of the first file."""
        if not self.laid_over.first_words:
            return question.text, question.takes()
        first, takes = self.laid_over.first_said, question.takes()
        choices = takes.choices if isinstance(takes, Picks) else ()
        said = tuple((one.id, first(one.text), one.alone) for one in choices)
        most = takes.most if isinstance(takes, Picks) else takes
        return first(question.text), most, said

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Every source by its id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def score(self) -> Mapping[str, Score]:
        """Every score by its id."""
        return {score.id: score for score in self.scores}

    @cached_property
    def outcome(self) -> Mapping[str, Outcome]:
        """Every outcome by its id."""
        return {outcome.id: outcome for outcome in self.outcomes}

    @cached_property
    def arm(self) -> Mapping[str, Arm]:
        """Every arm by its id."""
        return {arm.id: arm for arm in self.arms}

    def parse_answers(self, answers: Mapping[str, Sequence[str]]) -> Answers:
        """Answers as given, each read by its question; raises InvalidAnswer."""
        return {name: self.by_id[name].parse(given) for name, given in answers.items()}
