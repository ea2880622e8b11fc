"""The types of the recommendation, urgent help, contacts and words explained."""

from dataclasses import dataclass
from typing import Annotated, Literal

from decision_aid.conditions import Condition
from decision_aid.content.fields import ContentPart, Data, Id, Names, Says
from decision_aid.content.text import Cited, Passage

_NOT_FOR_SOME = (
    "Take it out: the recommendation stands in every summary, whatever was answered, so that nobody"
    " misses it. A quotation in it can have a 'when'."
)
_OPEN_TO_ALL = "Take it out: urgent help is open to everybody, whatever was answered."


@dataclass(frozen=True, kw_only=True)
class Quotation(ContentPart):
    """A body's own words, marked as such."""

    id: Annotated[str, Id("quotation")]
    by: Annotated[str, Says("name", "nothing")]
    """Who said it, and when: "The society, 2012"."""
    words: Annotated[str, Says("advice", "nothing", quoted=True)]
    """The body's own words, as they stand in the `quotes` of the source."""
    source: Annotated[str, Names("source")]
    """Where they stand."""
    beside: Annotated[tuple[Passage, ...], Says("advice")] = ()
    """What must always stand beside it."""
    when: Condition | None = None
    """Whom it is for; some quotation beside it has none, and is for everybody."""


@dataclass(frozen=True, kw_only=True)
class FurtherAdvice(ContentPart):
    """What is quoted besides for some readers, such as the bodies of their country."""

    when: Condition | None = None
    """For whom; the last one has none, and is for all others."""
    quotations: tuple[Quotation, ...]
    """What is quoted for them."""


@dataclass(frozen=True, kw_only=True)
class Recommendation(ContentPart):
    """What bodies of the field advise: on every summary, whatever was answered."""

    title: Annotated[str, Says("title", "nothing")]
    """Its heading."""
    lead: Annotated[Cited, Says("advice")]
    """What stands before the quotations."""
    quotations: tuple[Quotation, ...]
    """Those without a condition are for everybody."""
    further: tuple[FurtherAdvice, ...] = ()
    """After them the first of these that fits."""
    in_short: Annotated[Cited, Says("advice")]
    """What they come to, and that the choice is the person's."""

    @classmethod
    def why_refused(cls, name: str) -> str:
        """Whom it is for is not asked: it is for everybody."""
        return _NOT_FOR_SOME if name == "when" else ""

    @property
    def all_quotations(self) -> tuple[Quotation, ...]:
        """Those that stand first, then those of the bodies that some readers have."""
        return self.quotations + tuple(q for one in self.further for q in one.quotations)


@dataclass(frozen=True, kw_only=True)
class HelpLevel(ContentPart):
    """Warning signs that call for the same thing."""

    id: Annotated[str, Id("level")]
    heading: Annotated[str, Says("heading")]
    """What to do."""
    signs: Annotated[tuple[Cited, ...], Says("urgent")]
    """The signs that call for it."""
    then: Annotated[tuple[Passage, ...], Says("urgent")] = ()
    """What to say or to do besides."""


@dataclass(frozen=True, kw_only=True)
class UrgentHelp(ContentPart):
    """Warning signs, and whom to call; open from every screen."""

    title: Annotated[str, Says("title")]
    """Its heading on the screen."""
    lead: Annotated[tuple[Passage, ...], Says("urgent")]
    """What stands before the signs."""
    levels: tuple[HelpLevel, ...]
    """The signs, by what they call for."""
    printed_title: Annotated[str, Says("title")]
    """The heading of its card on paper."""
    printed: Annotated[tuple[Passage, ...], Says("urgent")]
    """The short form on the card of every summary; its second heading begins a second column."""

    @classmethod
    def why_refused(cls, name: str) -> str:
        """It is for everybody too."""
        return _OPEN_TO_ALL if name == "when" else ""


@dataclass(frozen=True, kw_only=True)
class Contact(ContentPart):
    """Somebody to call. Shown unless its condition surely fails: unknown shows all."""

    id: Annotated[str, Id("contact")]
    name: Annotated[str, Says("name", "nothing")]
    """Who it is."""
    number: Annotated[str, Says("name", "nothing", same=True)] = ""
    """The number to call."""
    by: Literal["voice", "text"] = "voice"
    """How they are reached there: `text` where only written messages are read."""
    address: Annotated[str, Says("name", "nothing", same=True)] = ""
    """Where they are."""
    about: Annotated[str, Says("name", "nothing")] = ""
    """What they can help with."""
    purpose: Literal["emergency", "soon", "talk", "distress", "register"]
    """When to call: `register` is where something can be looked up."""
    when: Condition | None = None
    """Whom it is for; without it, everybody."""
    sources: Annotated[tuple[str, ...], Names("source")]
    """Where the number was found."""


@dataclass(frozen=True, kw_only=True)
class Word(ContentPart):
    """A word explained."""

    word: Annotated[str, Id("word"), Says("name", "nothing", own=True)]
    """The word."""
    also: Annotated[tuple[str, ...], Says("name", "nothing", own=True)] = ()
    """Other words for the same."""
    means: Annotated[Cited, Says("word", "nothing")]
    """What it means."""


@dataclass(frozen=True, kw_only=True)
class WordToAvoid(ContentPart):
    """A word that is not to be used, and what to say instead."""

    word: Annotated[str, Data()]
    """The word."""
    also: Annotated[tuple[str, ...], Data()] = ()
    """Other forms and words that are not to be used either."""
    say: Annotated[str, Data()]
    """What to say instead."""
