"""Questions: each knows what it accepts and how to say it, never how it is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, TypeAlias, get_args

from decision_aid.conditions import (
    AllOf,
    AtLeast,
    AtMost,
    Condition,
    Includes,
    Is,
    OneOf,
    QuestionTest,
    Value,
)  # fmt: skip
from decision_aid.content.text import Passage, Variant, Written
from decision_aid.plain_text import FREE_TEXT_LIMIT, cleaned


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


@dataclass(frozen=True)
class Tests:
    """The tests that an answer can pass."""

    kinds: tuple[type[QuestionTest], ...]
    written: str
    """How an author writes one."""


class InvalidAnswer(ValueError):
    """What was given is not an answer; `message` names the words that say so."""

    def __init__(self, message: str, **details: str | int) -> None:
        super().__init__(message)
        self.message = message
        self.details: Mapping[str, str | int] = details


@dataclass(frozen=True)
class Feedback:
    """What to say at once after an answer."""

    as_explained: bool
    """Whether the answer agrees with what was explained."""
    unsure: bool
    passages: tuple[Passage, ...]
    explain: str
    """The note that explains it once more, or empty."""
    teach_back: str = ""
    """What a counsellor may ask, so that the person says it in words of their own; or empty."""


SEEN = "seen"
"""The answer that stands for a note having been read."""


@dataclass(frozen=True, kw_only=True)
class Asked(Written):
    """What every question has."""

    id: str
    text: str
    """The question itself, or the title of a note."""
    instead: tuple[Variant, ...] = ()
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
    prompt: str = ""
    """A counsellor's prompt beside the question, never shown to a patient alone."""

    answered_once: ClassVar[bool] = False
    """Whether it checks what we explained: the first answer stands, and a reply follows it."""

    def takes(self) -> Takes:
        """What the question can be given."""
        raise NotImplementedError

    def tests(self) -> Tests:
        """The tests that its answers can pass; none without the kind's own word."""
        return Tests(
            (), "a test of a question with choices; typed words and notes cannot be tested"
        )

    def bounds(self) -> tuple[int, int] | None:
        """The least and the greatest answer, where answers are whole numbers."""
        return None

    def own_choices(self) -> tuple[Choice, ...]:
        """The choices that the author wrote, where there are such."""
        return ()

    def impossible(self) -> Iterator[tuple[str, str]]:
        """Why nobody could answer it, each with what the author does about it."""
        bounds = self.bounds()
        if bounds and bounds[0] >= bounds[1]:
            yield "'least' is not below 'most'", "Mend the two."

    @property
    def is_read(self) -> bool:
        """Whether it is only read, and asks nothing."""
        return isinstance(self.takes(), Nothing)

    @property
    def is_typed(self) -> bool:
        """Whether its answer is in the person's own words."""
        takes = self.takes()
        return isinstance(takes, Writes) and takes.kind == "text"

    @property
    def is_coded(self) -> bool:
        """Whether its answer is one of known values, and tells of the person."""
        return not (self.is_read or self.is_typed or self.answered_once)

    @property
    def is_warning_sign(self) -> bool:
        """Whether its answer can be that urgent help is needed."""
        return self.urgent and self.is_coded

    def parse(self, given: Sequence[str]) -> Value:
        """The answer meant by what was picked or typed; raises InvalidAnswer."""
        raise NotImplementedError

    def passed(self) -> Value | None:
        """What passing over counts as."""
        return self.parse([self.passed_over_as]) if self.passed_over_as else None

    def phrase(self, value: Value) -> str:
        """The answer as words inside a sentence."""
        raise NotImplementedError

    def answered(self, value: Value) -> Feedback | None:
        """What to say at once."""
        del value
        return None

    def shown(self) -> tuple[Passage, ...]:
        """The passages on its screen before any door is opened."""
        return self.lead

    def replies(self) -> tuple[Passage, ...]:
        """What can be said after an answer, on a screen of its own."""
        return ()

    def drawn(self) -> tuple[str, ...]:
        """The outcomes whose icon arrays can be opened from its screen."""
        return ()

    def passages(self) -> Iterator[Passage]:
        """Every passage that the question may show."""
        yield from self.lead

    def texts(self) -> Iterator[str]:
        """Every text beside the passages."""
        yield self.text
        yield from (variant.text for variant in self.instead)


def _one(given: Sequence[str]) -> str:
    if len(given) != 1:
        raise InvalidAnswer("pick_one")
    return given[0]


@dataclass(frozen=True, kw_only=True)
class Choosing(Asked):
    """A question with choices."""

    choices: tuple[Choice, ...]

    def choice(self, name: str) -> Choice:
        """The choice of that id; raises InvalidAnswer."""
        for choice in self.choices:
            if choice.id == name:
                return choice
        raise InvalidAnswer("unknown_choice", given=name)

    def takes(self) -> Takes:
        """One of the choices."""
        return Picks(self.choices, 1, 1)

    def tests(self) -> Tests:
        """Which choice it is."""
        return Tests((Is, OneOf), f"{{{self.id}: a choice}}")

    def own_choices(self) -> tuple[Choice, ...]:
        """All of them."""
        return self.choices

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

    def tests(self) -> Tests:
        """Which choices are among them."""
        return Tests((Includes,), f"{{{self.id}: {{includes: a choice}}}}")

    def impossible(self) -> Iterator[tuple[str, str]]:
        """As many must be allowed as can be picked."""
        if self.most is not None and not 1 <= self.most <= len(self.choices):
            message = f"'most' is {self.most}, of {len(self.choices)} choices"
            yield message, "Give a number from 1 upwards."

    def parse(self, given: Sequence[str]) -> Value:
        """The ids picked, in the order in which they are offered."""
        picked = {self.choice(name).id for name in given}
        if not picked:
            raise InvalidAnswer("pick_some")
        most = self.most or len(self.choices)
        if len(picked) > most:
            raise InvalidAnswer("too_many", most=most)
        if len(picked) > 1 and any(self.choice(name).alone for name in picked):
            raise InvalidAnswer("not_together")
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

    def tests(self) -> Tests:
        """How far along the scale it is."""
        return _tests_of_number(self.id)

    def bounds(self) -> tuple[int, int] | None:
        """The ends of the scale."""
        return self.least, self.most

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

    def tests(self) -> Tests:
        """How great it is."""
        return _tests_of_number(self.id)

    def bounds(self) -> tuple[int, int] | None:
        """The bounds as written."""
        return self.least, self.most

    def parse(self, given: Sequence[str]) -> Value:
        """The number, within the bounds."""
        return _whole_number(_one(given), self.least, self.most)

    def phrase(self, value: Value) -> str:
        """The number with its unit."""
        return f"{value} {self.unit}".strip()


def _tests_of_number(name: str) -> Tests:
    return Tests((AtLeast, AtMost), f"{{{name}: {{at_least: a number}}}}")


def _whole_number(text: str, least: int, most: int) -> int:
    if not re.fullmatch(r"\s*[+-]?\d{1,12}\s*", text):
        raise InvalidAnswer("not_a_number")
    number = int(text)
    if not least <= number <= most:
        raise InvalidAnswer("out_of_range", least=least, most=most)
    return number


@dataclass(frozen=True, kw_only=True)
class Text(Asked):
    """The person's own words."""

    type: Literal["text"] = "text"
    limit: int = FREE_TEXT_LIMIT

    def takes(self) -> Takes:
        """Typed words."""
        return Writes("text", self.limit)

    def impossible(self) -> Iterator[tuple[str, str]]:
        """There must be room for a word."""
        if self.limit < 1:
            yield "'limit' leaves no room", "Give 1 or more."

    def parse(self, given: Sequence[str]) -> Value:
        """The words made harmless and cut at the limit."""
        words = cleaned(_one(given)[: self.limit]).strip()
        if not words:
            raise InvalidAnswer("empty")
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
    teach_back: str = ""
    """What a counsellor asks after any other, such as: In your own words, what was found?"""

    answered_once: ClassVar[bool] = True

    def replies(self) -> tuple[Passage, ...]:
        """Both of them."""
        return (*self.agreed, *self.otherwise)

    def answered(self, value: Value) -> Feedback | None:
        """The words that go with the choice."""
        agrees = value == self.explained
        words = self.agreed if agrees else self.otherwise
        teach_back = "" if agrees else self.teach_back
        return Feedback(agrees, value == self.unsure, words, self.explain, teach_back)

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
            raise InvalidAnswer("only_read")
        return SEEN

    def passed(self) -> Value | None:
        """A note that is passed over counts as read."""
        return SEEN

    def phrase(self, value: Value) -> str:
        """Nothing that could stand in a sentence."""
        del value
        return ""

    def shown(self) -> tuple[Passage, ...]:
        """The body too."""
        return (*self.lead, *self.body)

    def drawn(self) -> tuple[str, ...]:
        """The pictures."""
        return self.pictures

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
    instead: tuple[Variant, ...] = ()
    prompt: str = ""
    """A counsellor's prompt for this line; without it, that of the checklist."""


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
    prompt: str = ""
    """A counsellor's prompt for every line that has none of its own."""

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
                prompt=item.prompt or self.prompt,
            )


class _ByType:
    """Tells pydantic to choose the kind of question by its `type`, so that faults stay short."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        kinds = {kind.type: handler.generate_schema(kind) for kind in get_args(source)}
        return core_schema.tagged_union_schema(kinds, discriminator="type")


Question: TypeAlias = SelectOne | SelectMultiple | Rating | Number | Text | KnowledgeCheck | Note
Item: TypeAlias = Annotated[Question | Checklist, _ByType()]


def both(one: Condition | None, other: Condition | None) -> Condition | None:
    """Both conditions together; None is no condition."""
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
