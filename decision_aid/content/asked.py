"""What every question has, and what every question with choices has."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from decision_aid.conditions import Condition, Value
from decision_aid.content.fields import Id, Later, Names, Place, Says, Written
from decision_aid.content.takes import Choice, Feedback, InvalidAnswer, Picks, Takes
from decision_aid.content.text import Passage, Variant

Use: TypeAlias = Literal["notes", "agenda", "values"]
"""`notes`: a counsellor's private notes, open from everywhere. `agenda`: what a visit together is
to cover, asked at each opening. `values`: what matters, read back to a counsellor."""


@dataclass(frozen=True, kw_only=True)
class Asked(Written):
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
    use: Use | None = None
    """What the program does with it beside asking it."""

    def place_inside(self, place: Place) -> Place:
        """What a counsellor is asked is not for patients."""
        return place._replace(patient=self.audience == "patient")

    def takes(self) -> Takes:
        """What the question can be given."""
        raise NotImplementedError

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

    def choice(self, name: str) -> Choice:
        """The choice of that id; raises InvalidAnswer."""
        for choice in self.choices:
            if choice.id == name:
                return choice
        raise InvalidAnswer("unknown_choice", given=name)

    def takes(self) -> Takes:
        """One of the choices."""
        return Picks(self.choices, 1, 1)

    def parse(self, given: Sequence[str]) -> Value:
        """The id of the one choice picked."""
        return self.choice(only_one(given)).id

    def phrase(self, value: Value) -> str:
        """The choice in the words meant for print."""
        choice = self.choice(str(value))
        return choice.printed or choice.text
