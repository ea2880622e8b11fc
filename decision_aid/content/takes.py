"""What a question accepts (choices, typed words, nothing), and what is said to the answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, NamedTuple, TypeAlias

from decision_aid.conditions import Answers, Condition, QuestionTest
from decision_aid.content.fields import ContentPart, Id, Says
from decision_aid.content.text import Passage


@dataclass(frozen=True, kw_only=True)
class Choice(ContentPart):
    """One answer that can be picked."""

    id: Annotated[str, Id("choice", owns=False)]
    text: Annotated[str, Says("choice", "nothing")]
    """What is picked, as it reads on the screen."""
    printed: Annotated[str, Says("phrase", "nothing")] = ""
    """How the choice reads inside a sentence of the summary; its text where this is empty."""
    alone: bool = False
    """Cannot be picked together with others: "none of these"."""
    ends: bool = False
    """Picking it ends the visit and offers what there is."""
    paper: Literal["a4", "letter"] = "a4"
    """The paper that printers have where the person lives who picks it."""
    stays: Annotated[str, Says("text")] = ""
    """What is said when it is picked: the question then stays until another answer is given."""
    leaves_open: bool = False
    """Picking it says that something is still open, and a rule gives a step for it."""
    when: Condition | None = None
    """Who can pick it; without it, everybody who is asked."""

    def is_offered(self, heard: Answers) -> bool:
        """Whether it can be picked, by what was heard before."""
        return self.when is None or self.when.holds(heard) is True


@dataclass(frozen=True)
class Picks:
    """The question takes some of these choices, `least` to `most` of them."""

    choices: tuple[Choice, ...]
    least: int
    most: int


@dataclass(frozen=True)
class Writes:
    """The question takes typed words, a number or a day."""

    kind: Literal["text", "number", "day"]
    limit: int
    """The most characters that are held."""


@dataclass(frozen=True)
class Nothing:
    """The screen is only read."""


@dataclass(frozen=True)
class Tests:
    """The tests that an answer can pass."""

    kinds: tuple[type[QuestionTest], ...]
    written: str
    """How an author writes one."""


Takes: TypeAlias = Picks | Writes | Nothing


Detail: TypeAlias = str | int | float | date
"""What is put into a message: words as they are, numbers and days as the language says them."""


class InvalidAnswer(ValueError):
    """What was given is not an answer; `message` names the words that say so."""

    def __init__(self, message: str, **details: Detail) -> None:
        super().__init__(message)
        self.message = message
        self.details: Mapping[str, Detail] = details


class Expected(NamedTuple):
    """What a box takes; `message` names the words that say so."""

    message: str
    details: Mapping[str, Detail]


@dataclass(frozen=True)
class Feedback:
    """What to say at once after an answer."""

    as_explained: bool
    """Whether the answer agrees with what was explained."""
    unsure: bool
    passages: tuple[Passage, ...]
    explain: str
    """The note that explains it once more, or empty."""
    explained: str
    """The choice that agrees with what was explained."""
    teach_back: str = ""
    """What a counsellor may ask, so that the person says it in words of their own; or empty."""


SEEN = "seen"
"""The answer that stands for a note having been read."""
