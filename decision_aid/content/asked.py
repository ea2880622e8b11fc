"""What every question has, and what every question with choices has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Annotated, ClassVar, Literal, Protocol, TypeAlias

from decision_aid.conditions import Answered, Answers, Condition, Is, OneOf, Value
from decision_aid.content.fields import ContentPart, Data, Id, Later, Names, Place, Says
from decision_aid.content.takes import (
    Choice,
    Expected,
    Feedback,
    InvalidAnswer,
    Nothing,
    Picks,
    Takes,
    Tests,
    Writes,
)
from decision_aid.content.text import Passage, Variant

Use: TypeAlias = Literal["notes", "agenda", "values", "way"]
"""`notes`: a counsellor's private notes, open from everywhere. `agenda`: what a visit together is
to cover, asked at each opening. `values`: what matters, read back to a counsellor. `way`: which of
the ways is taken, chosen on the first screen and not on one of its own."""


class Speech(Protocol):
    """How a language says numbers, days and lists, and reads what people write: see `Words`."""

    def listed(self, said: Sequence[str]) -> str:
        """Several as one phrase."""

    def quantity(self, value: float) -> str:
        """A number, with the sign that the language puts before tenths."""

    def day(self, on: date) -> str:
        """A day."""

    def number_in(self, text: str) -> str | None:
        """The number that is written there, with a point; None where it is none, or unclear."""

    def day_in(self, text: str) -> date | None:
        """The day that is written there; None where it is none, or unclear."""

    def why_no_day(self, text: str) -> str:
        """Of a text without a day: which refusal says what is missing there, or in doubt."""


@dataclass(frozen=True, kw_only=True)
class Asked(ContentPart):
    """What every question has."""

    id: Annotated[str, Id("question")]
    text: Annotated[str, Says("question")]
    """The question itself, or the title of a note."""
    instead: Annotated[tuple[Variant, ...], Says("question")] = ()
    """Other words for the question, for some people; the first that fits is used."""
    lead: Annotated[tuple[Passage, ...], Says("text")] = ()
    """What stands before the choices."""
    when: Condition | None = None
    """Who is asked; without it, everybody."""
    audience: Literal["patient", "counsellor"] = "patient"
    """`counsellor`: asked by a professional who leads the talk, with `take --counsellor` alone."""
    keep: Literal["always", "never"] = "always"
    """`never`: asked again at each opening, and not written to a record."""
    prints: Literal["always", "never"] = "always"
    """`never`: nothing on paper may rest on this answer."""
    prints_when: Annotated[Condition | None, Later()] = None
    """The answer is used on paper only when this holds: the person agreed."""
    passed_over_as: Annotated[str, Names("choice")] = ""
    """The choice that passing over amounts to, where there is one."""
    urgent: bool = False
    """Shown as urgent help is shown."""
    prompt: Annotated[str, Says("say", "nothing", patient=False)] = ""
    """A counsellor's prompt beside the question, never shown to a patient alone."""
    validated: Annotated[str, Data()] = ""
    """The instrument whose own words the question and its choices are, by name. No rule looks at
    their grade, length, verbs, loaded, medical or avoided words, figures without a base, or numbers
    of choices, steps and words on a screen. All rules look at what stands beside them, and at facts
    without a source and words of `to_explain` in them."""
    use: Use | None = None
    """What the program does with it beside asking it."""
    was: Annotated[Mapping[str, Mapping[str, str]], Data()] = field(default_factory=dict)
    """Questions that it took the place of, each with the choice that an answer to it means now."""

    def place_inside(self, place: Place) -> Place:
        """What a counsellor is asked is not for patients."""
        return place._replace(patient=self.audience == "patient", validated=bool(self.validated))

    answered_once: ClassVar[bool] = False
    """Whether it checks what we explained: the first answer stands, and a reply follows it."""

    @property
    def screen_id(self) -> str:
        """What its screen is called: questions that follow one another on one screen share it."""
        return self.id

    def takes(self) -> Takes:
        """What the question can be given."""
        raise NotImplementedError

    def tests(self) -> Tests:
        """The tests that its answers can pass; none without the kind's own word."""
        return Tests(
            (),
            "a test of a question that asks something: notes cannot be tested",
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
        """Whether the answer tells of the person in choices or numbers, not in words of theirs."""
        return not (self.is_read or self.is_typed or self.answered_once)

    @property
    def is_warning_sign(self) -> bool:
        """Whether its answer can be that urgent help is needed."""
        return self.urgent and self.is_coded

    def expects(self) -> Expected | None:
        """What its box takes, where that has to be told."""
        return None

    def as_kept(self, given: Sequence[str], speech: Speech) -> Sequence[str]:
        """What was picked or typed, as `parse` reads it in any language; raises InvalidAnswer."""
        del speech
        return given

    def parse(self, given: Sequence[str]) -> Value:
        """The answer meant by what was given; raises InvalidAnswer."""
        raise NotImplementedError

    def in_its_box(self, value: Value, speech: Speech) -> str:
        """The answer as the person could have typed it."""
        del speech
        return str(value)

    def still_given(self, value: Value, heard: Answers) -> Value | None:
        """What is left of an answer, where a choice is not offered any more; None: nothing."""
        del heard
        return value

    def passed(self) -> Value | None:
        """What passing over counts as."""
        return self.parse([self.passed_over_as]) if self.passed_over_as else None

    def phrase(self, value: Value, speech: Speech) -> str:
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


def only_one(given: Sequence[str]) -> str:
    """The one thing given; raises InvalidAnswer where it is none or several."""
    if len(given) != 1:
        raise InvalidAnswer("pick_one")
    return given[0]


@dataclass(frozen=True, kw_only=True)
class Choosing(Asked):
    """A question with choices."""

    choices: tuple[Choice, ...]
    """What can be picked."""

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
        return Tests((Is, OneOf, Answered), f"{{{self.id}: a choice}}")

    def own_choices(self) -> tuple[Choice, ...]:
        """All of them."""
        return self.choices

    def parse(self, given: Sequence[str]) -> Value:
        """The id of the one choice picked."""
        return self.choice(only_one(given)).id

    @cached_property
    def _depend(self) -> bool:
        return any(choice.when is not None for choice in self.choices)

    def still_given(self, value: Value, heard: Answers) -> Value | None:
        """Only those choices that are offered by what was heard before."""
        if not self._depend:
            return value
        offered = {choice.id for choice in self.choices if choice.is_offered(heard)}
        if isinstance(value, tuple):
            return tuple(one for one in value if one in offered) or None
        return value if value in offered else None

    def phrase(self, value: Value, speech: Speech) -> str:
        """The choice in the words meant for print."""
        del speech
        choice = self.choice(str(value))
        return choice.printed or choice.text
