"""What an author writes: the shape of `questions.yaml` as frozen, typed records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from decision_aid.conditions import Answers, Condition, Value, condition_from
from decision_aid.plain_text import FREE_TEXT_LIMIT, cleaned

if TYPE_CHECKING:
    from typing import TypeAlias


class Written:
    """A record of the content file: strict, with nothing extra."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {
        "extra": "forbid",
        "strict": True,
        "use_attribute_docstrings": True,
    }


# --- text with its sources -------------------------------------------------------------------

_MARK = re.compile(r"\s*\[([a-z0-9][a-z0-9-]*(?:,\s*[a-z0-9][a-z0-9-]*)*)\]")


@dataclass(frozen=True)
class Statement:
    """One or more sentences that rest on the same sources."""

    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cited:
    """Text whose sources stand in it as `[source-id]`, taken apart into statements."""

    statements: tuple[Statement, ...]

    @property
    def plain(self) -> str:
        """The whole text without its marks."""
        return " ".join(statement.text for statement in self.statements)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(
            cited, core_schema.str_schema(min_length=1, strict=True)
        )


def cited(text: str) -> Cited:
    """Text such as `It did not help [cochrane-2019]. Ask.` as statements with their sources.

    A mark covers what stands between it and the mark before; text after the last mark has none.
    A mark stands before the full stop that ends its sentence.
    """
    statements = []
    position = 0
    for mark in _MARK.finditer(text):
        stop = _end_of_sentence(text, mark.end())
        words = text[position : mark.start()] + text[mark.end() : stop]
        statements.append(Statement(words.strip(), tuple(re.split(r",\s*", mark[1]))))
        position = stop
    if rest := text[position:].strip():
        statements.append(Statement(rest))
    return Cited(tuple(statements))


def _end_of_sentence(text: str, position: int) -> int:
    while position < len(text) and text[position] in '.?!:;)"”’':
        position += 1
    return position


PassageKind: TypeAlias = Literal["text", "item", "heading", "say", "figure", "findings"]


@dataclass(frozen=True)
class Passage(Written):
    """One paragraph, list item, heading or line to say aloud, with a condition if it needs one.

    Written as plain text, or as a mapping with one of the kinds: `{item: ..., when: ...}`.
    A `figure` names an outcome and says its counts; `findings` names a list of rules.
    """

    kind: PassageKind
    said: Cited
    when: Condition | None = None
    name: str = ""
    """The outcome or the list of rules, where the kind needs one."""
    first: int | None = None
    """Findings only: no more than so many."""
    after: int = 0
    """Findings only: those that come after so many."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(passage_from)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: Any) -> dict[str, Any]:
        kinds = ("text", "item", "heading", "say", "figure", "findings")
        properties: dict[str, Any] = {kind: {"type": "string"} for kind in kinds}
        properties |= {"when": {"type": "object"}}
        properties |= {"first": {"type": "integer"}, "after": {"type": "integer"}}
        mapping = {"type": "object", "properties": properties, "additionalProperties": False}
        return {"anyOf": [{"type": "string"}, mapping], "description": cls.__doc__}


_TEXT_KINDS: tuple[PassageKind, ...] = ("text", "item", "heading", "say")
_NAMING_KINDS: tuple[PassageKind, ...] = ("figure", "findings")


def passage_from(shape: object) -> Passage:
    """The passage that an author wrote; ValueError says what is wrong."""
    if isinstance(shape, str) and shape:
        return Passage("text", cited(shape))
    if not isinstance(shape, dict):
        raise ValueError("a passage is text, or a mapping such as {item: ..., when: ...}")
    rest = dict(shape)
    when = condition_from(rest.pop("when")) if "when" in rest else None
    first, after = rest.pop("first", None), rest.pop("after", 0)
    if len(rest) != 1 or next(iter(rest)) not in (*_TEXT_KINDS, *_NAMING_KINDS):
        raise ValueError("a passage has one of: text, item, heading, say, figure, findings")
    kind, text = next(iter(rest.items()))
    if not isinstance(text, str) or not text:
        raise ValueError(f"{kind!r} takes text")
    if kind in _TEXT_KINDS:
        return Passage(kind, cited(text), when)
    return Passage(kind, Cited(()), when, text, first, after)


@dataclass(frozen=True, kw_only=True)
class Wording(Written):
    """Words for some people; without `when`, for everybody that no wording before it fits."""

    text: str
    when: Condition | None = None


# --- questions -------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Choice(Written):
    """One answer that can be picked."""

    id: str
    text: str
    printed: str = ""
    """How the choice reads inside a sentence of the summary; its text where this is empty."""
    alone: bool = False
    """Cannot be picked together with others: "none of these"."""
    ends: bool = False
    """Picking it ends the visit and offers what there is."""


@dataclass(frozen=True)
class Picks:
    """The question takes some of these choices, `least` to `most` of them."""

    choices: tuple[Choice, ...]
    least: int
    most: int


@dataclass(frozen=True)
class Writes:
    """The question takes typed words, or a whole number within bounds."""

    kind: Literal["text", "number"]
    limit: int
    """The most characters that are held."""


@dataclass(frozen=True)
class Nothing:
    """The screen is only read."""


Takes: TypeAlias = Picks | Writes | Nothing


class NotTaken(ValueError):
    """What was given is not an answer; `message` names the words that say so."""

    def __init__(self, message: str, **details: str | int) -> None:
        super().__init__(message)
        self.message = message
        self.details = details


@dataclass(frozen=True)
class Feedback:
    """What to say at once after an answer."""

    as_explained: bool
    """Whether the answer agrees with what was explained."""
    unsure: bool
    passages: tuple[Passage, ...]
    explain: str
    """The note that explains it once more, or empty."""


SEEN = "seen"
"""The answer that stands for a note having been read."""


@dataclass(frozen=True, kw_only=True)
class Asked(Written):
    """What every question has."""

    id: str
    text: str
    """The question itself, or the title of a note."""
    instead: tuple[Wording, ...] = ()
    """Other words for the question, for some people; the first that fits is used."""
    lead: tuple[Passage, ...] = ()
    """What stands before the choices."""
    when: Condition | None = None
    """Who is asked; without it, everybody."""
    audience: Literal["patient", "counsellor"] = "patient"
    keep: Literal["always", "never"] = "always"
    """`never`: asked again at each opening, and not written to a record."""
    prints: Literal["always", "never"] = "always"
    """`never`: nothing on paper may rest on this answer."""
    prints_when: Condition | None = None
    """The answer is used on paper only when this holds: the person agreed."""
    passed_over_as: str = ""
    """The choice that passing over amounts to, where there is one."""
    urgent: bool = False
    """Shown as urgent help is shown."""

    def takes(self) -> Takes:
        """What the question can be given."""
        raise NotImplementedError

    def parse(self, given: Sequence[str]) -> Value:
        """The answer meant by what was picked or typed; raises NotTaken."""
        raise NotImplementedError

    def phrase(self, value: Value) -> str:
        """The answer as words inside a sentence."""
        raise NotImplementedError

    def answered(self, value: Value) -> Feedback | None:
        """What to say at once."""
        del value
        return None

    def passages(self) -> Iterator[Passage]:
        """Every passage that the question may show."""
        yield from self.lead

    def texts(self) -> Iterator[str]:
        """Every text beside the passages."""
        yield self.text
        yield from (wording.text for wording in self.instead)


def _one(given: Sequence[str]) -> str:
    if len(given) != 1:
        raise NotTaken("pick_one")
    return given[0]


@dataclass(frozen=True, kw_only=True)
class Choosing(Asked):
    """A question with choices."""

    choices: tuple[Choice, ...]

    def choice(self, name: str) -> Choice:
        """The choice of that id; raises NotTaken."""
        for choice in self.choices:
            if choice.id == name:
                return choice
        raise NotTaken("unknown_choice", given=name)

    def takes(self) -> Takes:
        """One of the choices."""
        return Picks(self.choices, 1, 1)

    def parse(self, given: Sequence[str]) -> Value:
        """The id of the one choice picked."""
        return self.choice(_one(given)).id

    def phrase(self, value: Value) -> str:
        """The choice in the words meant for print."""
        choice = self.choice(str(value))
        return choice.printed or choice.text

    def texts(self) -> Iterator[str]:
        """The choices too."""
        yield from super().texts()
        for choice in self.choices:
            yield choice.text
            if choice.printed:
                yield choice.printed


@dataclass(frozen=True, kw_only=True)
class SelectOne(Choosing):
    """One choice out of several."""

    type: Literal["select_one"] = "select_one"


@dataclass(frozen=True, kw_only=True)
class SelectMultiple(Choosing):
    """Up to `most` choices out of several."""

    type: Literal["select_multiple"] = "select_multiple"
    most: int | None = None
    """How many may be picked; without it, all."""

    def takes(self) -> Takes:
        """One choice or more."""
        return Picks(self.choices, 1, self.most or len(self.choices))

    def parse(self, given: Sequence[str]) -> Value:
        """The ids picked, in the order in which they are offered."""
        picked = {self.choice(name).id for name in given}
        if not picked:
            raise NotTaken("pick_some")
        most = self.most or len(self.choices)
        if len(picked) > most:
            raise NotTaken("too_many", most=most)
        if len(picked) > 1 and any(self.choice(name).alone for name in picked):
            raise NotTaken("not_together")
        return tuple(choice.id for choice in self.choices if choice.id in picked)

    def phrase(self, value: Value) -> str:
        """The choices, with commas between them."""
        names = value if isinstance(value, tuple) else (str(value),)
        return ", ".join(super(SelectMultiple, self).phrase(name) for name in names)


@dataclass(frozen=True, kw_only=True)
class Rating(Asked):
    """A whole number on a short scale whose two ends have words."""

    type: Literal["rating"] = "rating"
    least: int = 1
    most: int = 5
    least_means: str
    most_means: str

    def takes(self) -> Takes:
        """One step of the scale."""
        return Picks(tuple(self._step(n) for n in range(self.least, self.most + 1)), 1, 1)

    def _step(self, number: int) -> Choice:
        means = {self.least: f": {self.least_means}", self.most: f": {self.most_means}"}
        return Choice(id=str(number), text=f"{number}{means.get(number, '')}")

    def parse(self, given: Sequence[str]) -> Value:
        """The number, within the scale."""
        return _whole_number(_one(given), self.least, self.most)

    def phrase(self, value: Value) -> str:
        """The number and the scale's end."""
        return f"{value} / {self.most}"

    def texts(self) -> Iterator[str]:
        """The words at the ends too."""
        yield from super().texts()
        yield from (self.least_means, self.most_means)


@dataclass(frozen=True, kw_only=True)
class Number(Asked):
    """A whole number within bounds."""

    type: Literal["number"] = "number"
    least: int = 0
    most: int
    unit: str = ""

    def takes(self) -> Takes:
        """A typed number."""
        return Writes("number", len(str(self.most)) + 1)

    def parse(self, given: Sequence[str]) -> Value:
        """The number, within the bounds."""
        return _whole_number(_one(given), self.least, self.most)

    def phrase(self, value: Value) -> str:
        """The number with its unit."""
        return f"{value} {self.unit}".strip()


def _whole_number(text: str, least: int, most: int) -> int:
    if not re.fullmatch(r"\s*[+-]?\d{1,12}\s*", text):
        raise NotTaken("not_a_number")
    number = int(text)
    if not least <= number <= most:
        raise NotTaken("out_of_range", least=least, most=most)
    return number


@dataclass(frozen=True, kw_only=True)
class Text(Asked):
    """The person's own words."""

    type: Literal["text"] = "text"
    limit: int = FREE_TEXT_LIMIT

    def takes(self) -> Takes:
        """Typed words."""
        return Writes("text", self.limit)

    def parse(self, given: Sequence[str]) -> Value:
        """The words made harmless and cut at the limit."""
        words = cleaned(_one(given)[: self.limit]).strip()
        if not words:
            raise NotTaken("empty")
        return words

    def phrase(self, value: Value) -> str:
        """The words as typed."""
        return str(value)


@dataclass(frozen=True, kw_only=True)
class KnowledgeCheck(Choosing):
    """A check of whether we explained something well: answered once, with words to follow."""

    type: Literal["knowledge_check"] = "knowledge_check"
    explained: str
    """The choice that agrees with what was explained."""
    unsure: str = ""
    """The choice that says "I am not sure"."""
    agreed: tuple[Passage, ...]
    """What is said after the choice that agrees."""
    otherwise: tuple[Passage, ...]
    """What is said after any other."""
    explain: str = ""
    """The note that explains it once more."""

    def answered(self, value: Value) -> Feedback | None:
        """The words that go with the choice."""
        agrees = value == self.explained
        words = self.agreed if agrees else self.otherwise
        return Feedback(agrees, value == self.unsure, words, self.explain)

    def passages(self) -> Iterator[Passage]:
        """The replies too."""
        yield from super().passages()
        yield from (*self.agreed, *self.otherwise)


@dataclass(frozen=True, kw_only=True)
class Note(Asked):
    """Something to read, with doors: pictures, the table, where it comes from, another way."""

    type: Literal["note"] = "note"
    body: tuple[Passage, ...]
    pictures: tuple[str, ...] = ()
    """Outcomes whose icon arrays can be opened from here."""
    rows: tuple[str, ...] = ()
    """Rows of the comparison that can be opened from here."""
    comes_from: tuple[Passage, ...] = ()
    """"Where does this come from?", beside the list of sources."""
    another_way: tuple[Passage, ...] = ()
    """The same said another way."""
    see: tuple[str, ...] = ()
    """Other notes that can be opened from here."""

    def takes(self) -> Takes:
        """Nothing: it is read."""
        return Nothing()

    def parse(self, given: Sequence[str]) -> Value:
        """That it was read."""
        if tuple(given) not in ((), (SEEN,)):
            raise NotTaken("only_read")
        return SEEN

    def phrase(self, value: Value) -> str:
        """Nothing that could stand in a sentence."""
        del value
        return ""

    def passages(self) -> Iterator[Passage]:
        """The body and what the doors open."""
        yield from super().passages()
        yield from (*self.body, *self.comes_from, *self.another_way)


@dataclass(frozen=True, kw_only=True)
class ChecklistItem(Written):
    """One line of a checklist."""

    id: str
    text: str
    lead: tuple[Passage, ...] = ()
    when: Condition | None = None
    instead: tuple[Wording, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Checklist(Written):
    """Several short questions with the same answers, each asked alone as `checklist.item`."""

    type: Literal["checklist"] = "checklist"
    id: str
    lead: tuple[Passage, ...] = ()
    items: tuple[ChecklistItem, ...]
    answers: tuple[Choice, ...]
    when: Condition | None = None
    audience: Literal["patient", "counsellor"] = "patient"
    keep: Literal["always", "never"] = "always"
    prints: Literal["always", "never"] = "always"
    prints_when: Condition | None = None

    def questions(self) -> Iterator[SelectOne]:
        """Each item as a question of its own."""
        for item in self.items:
            yield SelectOne(
                id=f"{self.id}.{item.id}",
                text=item.text,
                instead=item.instead,
                lead=(*self.lead, *item.lead),
                when=both(self.when, item.when),
                choices=self.answers,
                audience=self.audience,
                keep=self.keep,
                prints=self.prints,
                prints_when=self.prints_when,
            )


class _ByType:
    """Tells pydantic to choose the kind of question by its `type`, so that faults stay short."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from typing import get_args

        from pydantic_core import core_schema

        kinds = {kind.type: handler.generate_schema(kind) for kind in get_args(source)}
        return core_schema.tagged_union_schema(kinds, discriminator="type")


Question: TypeAlias = SelectOne | SelectMultiple | Rating | Number | Text | KnowledgeCheck | Note
Item: TypeAlias = Annotated[
    SelectOne | SelectMultiple | Checklist | Rating | Number | Text | KnowledgeCheck | Note,
    _ByType(),
]


def both(one: Condition | None, other: Condition | None) -> Condition | None:
    """Both conditions together; None is no condition."""
    from decision_aid.conditions import AllOf

    if one is None or other is None:
        return one or other
    return AllOf((one, other))


@dataclass(frozen=True, kw_only=True)
class Section(Written):
    """A part of the visit with a title of its own."""

    id: str
    title: str
    items: tuple[Item, ...]
    when: Condition | None = None
    shelf: bool = False
    """Its notes stand on a shelf to look at when wanted, and are not part of the path."""

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions in order, checklists taken apart, each gated by the section too."""
        found: list[Question] = []
        for item in self.items:
            singles = item.questions() if isinstance(item, Checklist) else (item,)
            found.extend(replace(one, when=both(self.when, one.when)) for one in singles)
        return tuple(found)


# --- options, figures, comparison ------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Option(Written):
    """One of the ways open to the person."""

    id: str
    name: str
    says: Cited
    """What it is, in one or two sentences."""
    no_procedure: bool = False
    """The option of going on as now."""
    compared: bool = True
    """Whether it is a column of the comparison."""


@dataclass(frozen=True, kw_only=True)
class Arm(Written):
    """A group of people in a study."""

    id: str
    name: str
    """As it stands before a count: "With the balloon"."""
    option: str = ""
    """The option that these people had, where it is one of ours."""


@dataclass(frozen=True, kw_only=True)
class Risk(Written):
    """Events of denominator in one arm, and how far chance may have moved them."""

    arm: str
    events: int
    denominator: int
    low: int | None = None
    """Per 100, the lower end of what chance allows."""
    high: int | None = None
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Outcome(Written):
    """Something that was counted in people, procedures or veins over a time."""

    id: str
    name: str
    unit: Literal["person", "procedure", "vein"] = "person"
    time: str
    population: str
    kind: Literal["fair_trial", "comparison", "clinic_count"]
    opening: Cited
    """Said before the counts: "Out of 100 people, tested after 12 months."."""
    says: str
    """The pattern for each arm, with {arm}, {count}, {of} and {rest}."""
    icon: str
    """What a marked icon stands for."""
    blank: str
    """What an unmarked icon stands for."""
    caption: tuple[Passage, ...]
    """Said after the counts: how sure, in whom, by whom."""
    risks: tuple[Risk, ...]
    pictured: bool = False
    """Whether icon arrays are drawn; else its counts are said in words."""
    may_stand_beside: tuple[str, ...] = ()
    """The other outcomes that may be shown on the same screen or in the same block."""


@dataclass(frozen=True, kw_only=True)
class Row(Written):
    """One row of the comparison: the same matter for every option."""

    id: str
    name: str
    cells: Mapping[str, Cited]
    """Option id to what is so for it."""


@dataclass(frozen=True, kw_only=True)
class Comparison(Written):
    """The options side by side, feature by feature."""

    title: str
    lead: tuple[Passage, ...]
    rows: tuple[Row, ...]
    box_title: str
    box: tuple[Passage, ...]
    """Always with the table, never folded away."""


# --- what is said whatever was answered ------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Source(Written):
    """Where a fact comes from."""

    id: str
    short: str
    """Its name for a reader, with the year where it is known."""
    body: str
    title: str = ""
    year: int | None = None
    kind: Literal[
        "fair_trial", "review", "comparison", "survey", "clinic_count", "single_reports",
        "position", "guidance", "news", "own_search",
    ]  # fmt: skip
    address: str
    read: date
    rows: tuple[str, ...]
    """The rows of docs/evidence.md behind it."""
    quotes: tuple[str, ...] = ()
    """The exact words that may be quoted from it."""


@dataclass(frozen=True, kw_only=True)
class Quotation(Written):
    """A body's own words, marked as such."""

    id: str
    by: str
    """Who said it, and when: "MS Society UK, 2012"."""
    words: str
    source: str
    beside: tuple[Passage, ...] = ()
    """What must always stand beside it."""


@dataclass(frozen=True, kw_only=True)
class Recommendation(Written):
    """What the societies and NICE advise: on every summary, whatever was answered."""

    title: str
    lead: Cited
    quotations: tuple[Quotation, ...]
    in_short: Cited


@dataclass(frozen=True, kw_only=True)
class HelpLevel(Written):
    """Warning signs that call for the same thing."""

    id: str
    heading: str
    signs: tuple[Cited, ...]
    then: tuple[Passage, ...] = ()


@dataclass(frozen=True, kw_only=True)
class UrgentHelp(Written):
    """Warning signs after a procedure, and whom to call; open from every screen."""

    title: str
    lead: tuple[Passage, ...]
    levels: tuple[HelpLevel, ...]
    printed_title: str
    printed: tuple[Passage, ...]
    """The short form on page 1 of every summary."""


@dataclass(frozen=True, kw_only=True)
class Contact(Written):
    """Somebody to call. Shown unless its condition surely fails: unknown shows all."""

    id: str
    name: str
    number: str = ""
    address: str = ""
    about: str = ""
    purpose: Literal["emergency", "soon", "talk", "distress", "register"]
    when: Condition | None = None
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Word(Written):
    """A word explained."""

    word: str
    also: tuple[str, ...] = ()
    """Other words for the same."""
    means: Cited


@dataclass(frozen=True, kw_only=True)
class Rule(Written):
    """When this holds, add that to a list."""

    id: str
    list: str
    when: Condition | None = None
    says: Cited


# --- the printed summary and the whole -------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class BlockPlan(Written):
    """One block of the summary: its own condition, reading no other block."""

    id: str
    heading: str
    page_one: bool = False
    """Whether it belongs to page 1, which is complete in itself."""
    when: Condition | None = None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, kw_only=True)
class SummaryPlan(Written):
    """The summary as its author laid it out."""

    title: str
    lead: tuple[Passage, ...] = ()
    """Under the title: whose summary this is and who filled it in."""
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


@dataclass(frozen=True, kw_only=True)
class DecisionAid(Written):
    """The whole of `questions.yaml`."""

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
    ways: tuple[Way, ...]
    phrases: Mapping[str, tuple[Wording, ...]]
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
    content_hash: str = field(default="", metadata={"computed": True})
    """The SHA-256 of the file, filled in on loading."""

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
        """Answers as given, each read by its question; raises NotTaken."""
        return {name: self.by_id[name].parse(given) for name, given in answers.items()}
