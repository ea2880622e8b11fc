"""Questions: each knows what it accepts and how to say it, never how it is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, TypeAlias

from decision_aid.conditions import Answered, Includes, Value, Written
from decision_aid.content.asked import Asked, Choosing, Speech, only_one
from decision_aid.content.fields import Names, Says
from decision_aid.content.measured import Date, Measured, Number, Scale, whole_number
from decision_aid.content.takes import (
    SEEN,
    Choice,
    Feedback,
    InvalidAnswer,
    Nothing,
    Picks,
    Takes,
    Tests,
    Writes,
)
from decision_aid.content.text import Passage, Variant
from decision_aid.plain_text import FREE_TEXT_LIMIT, clean


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
        return Tests((Includes, Answered), f"{{{self.id}: {{includes: a choice}}}}")

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
        alone = [choice.text for choice in self.choices if choice.id in picked and choice.alone]
        if alone and len(picked) > 1:
            raise InvalidAnswer("not_together", choice=alone[0])
        return tuple(choice.id for choice in self.choices if choice.id in picked)

    def phrase(self, value: Value, speech: Speech) -> str:
        """The choices in the words meant for print, as one phrase."""
        names = value if isinstance(value, tuple) else (str(value),)
        return speech.listed([super(SelectMultiple, self).phrase(name, speech) for name in names])


@dataclass(frozen=True, kw_only=True)
class Rating(Measured):
    """A whole number on a short scale whose two ends have words."""

    type: Literal["rating"] = "rating"
    least: int = 1
    """The first step; begin at 1."""
    most: int = 5
    """The last step."""
    least_means: Annotated[str, Says("choice", "nothing")]
    """What the first step means."""
    most_means: Annotated[str, Says("choice", "nothing")]
    """What the last step means."""

    def takes(self) -> Takes:
        """One step of the scale."""
        return Picks(tuple(self._step(n) for n in range(self.least, self.most + 1)), 1, 1)

    def bounds(self) -> tuple[int, int]:
        """The ends of the scale."""
        return self.least, self.most

    def _step(self, number: int) -> Choice:
        means = {self.least: f": {self.least_means}", self.most: f": {self.most_means}"}
        return Choice(id=str(number), text=f"{number}{means.get(number, '')}")

    def parse(self, given: Sequence[str]) -> Value:
        """The number, within the scale."""
        return whole_number(only_one(given), self.least, self.most)

    def phrase(self, value: Value, speech: Speech) -> str:
        """The number and the scale's end."""
        del speech
        return f"{value} / {self.most}"


@dataclass(frozen=True, kw_only=True)
class Text(Asked):
    """The person's own words."""

    type: Literal["text"] = "text"
    limit: int = FREE_TEXT_LIMIT
    """How many characters it may have."""

    def takes(self) -> Takes:
        """Typed words."""
        return Writes("text", self.limit)

    def tests(self) -> Tests:
        """Whether something was written; never what."""
        return Tests((Written,), f"{{{self.id}: {{written: true}}}}")

    def impossible(self) -> Iterator[tuple[str, str]]:
        """There must be room for a word."""
        if self.limit < 1:
            yield "'limit' leaves no room", "Give 1 or more."

    def parse(self, given: Sequence[str]) -> Value:
        """The words made harmless and cut at the limit."""
        words = clean(only_one(given)[: self.limit]).strip()
        if not words:
            raise InvalidAnswer("empty")
        return words

    def phrase(self, value: Value, speech: Speech) -> str:
        """The words as typed."""
        del speech
        return str(value)


@dataclass(frozen=True, kw_only=True)
class KnowledgeCheck(Choosing):
    """A check of whether we explained something well: answered once (`answered_once`: the first
    answer stands), with words to follow."""

    type: Literal["knowledge_check"] = "knowledge_check"
    explained: Annotated[str, Names("choice")]
    """The choice that agrees with what was explained."""
    unsure: Annotated[str, Names("choice")] = ""
    """The choice that says "I am not sure"."""
    agreed: Annotated[tuple[Passage, ...], Says("text")]
    """What is said after the choice that agrees."""
    otherwise: Annotated[tuple[Passage, ...], Says("text")]
    """What is said after any other; who was not unsure is told first which choice agrees."""
    explain: Annotated[str, Names("note")] = ""
    """The note that explains it once more."""
    teach_back: Annotated[str, Says("say", "nothing", patient=False)] = ""
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
        unsure = value == self.unsure
        return Feedback(agrees, unsure, words, self.explain, self.explained, teach_back)

    def passages(self) -> Iterator[Passage]:
        """The replies too."""
        yield from super().passages()
        yield from (*self.agreed, *self.otherwise)


@dataclass(frozen=True, kw_only=True)
class Note(Asked):
    """Something to read, with doors: pictures, the table, where it comes from, another way."""

    type: Literal["note"] = "note"
    text: Annotated[str, Says("title")]
    """The title of the note."""
    instead: Annotated[tuple[Variant, ...], Says("title")] = ()
    """Other words for the title, for some people; the first that fits is used."""
    body: Annotated[tuple[Passage, ...], Says("text")]
    """What stands on the screen."""
    pictures: Annotated[tuple[str, ...], Names("outcome")] = ()
    """Outcomes whose icon arrays can be opened from here."""
    rows: Annotated[tuple[str, ...], Names("row")] = ()
    """Rows of the comparison that can be opened from here."""
    comes_from: Annotated[tuple[Passage, ...], Says("text")] = ()
    """"Where does this come from?", beside the list of sources."""
    another_way: Annotated[tuple[Passage, ...], Says("text")] = ()
    """The same said another way."""
    see: Annotated[tuple[str, ...], Names("note")] = ()
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

    def phrase(self, value: Value, speech: Speech) -> str:
        """Nothing that could stand in a sentence."""
        del speech
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


Question: TypeAlias = (
    SelectOne | SelectMultiple | Rating | Scale | Number | Date | Text | KnowledgeCheck | Note
)
