"""The types of a section and its checklists; a checklist is one screen, each line a question."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Annotated, Any, Literal, TypeAlias, get_args

from decision_aid.conditions import AllOf, Condition, Is, Not, OneOf
from decision_aid.content.fields import ContentPart, Data, Id, Later, Place, Says
from decision_aid.content.questions import (
    Question,
    SelectOne,
)
from decision_aid.content.takes import Choice
from decision_aid.content.text import Passage, Variant


@dataclass(frozen=True, kw_only=True)
class ChecklistItem(ContentPart):
    """One line of a checklist."""

    id: Annotated[str, Id("question", inside=True)]
    text: Annotated[str, Says("question")]
    """The short question."""
    lead: Annotated[tuple[Passage, ...], Says("text")] = ()
    """What stands before it."""
    when: Condition | None = None
    """Who is asked; without it, everybody."""
    instead: Annotated[tuple[Variant, ...], Says("question")] = ()
    """Other words for it, for some people; the first that fits is used."""
    prompt: Annotated[str, Says("say", "nothing", patient=False)] = ""
    """A counsellor's prompt for this line; without it, that of the checklist."""
    validated: Annotated[str, Data()] = ""
    """The instrument whose own words the line is."""

    def place_inside(self, place: Place) -> Place:
        """A line of an instrument is in its words, as is each line of a checklist that is one."""
        return place._replace(validated=place.validated or bool(self.validated))


@dataclass(frozen=True, kw_only=True)
class ChecklistLine(SelectOne):
    """One line of a checklist as a question: answered by itself, on a screen with the others."""

    checklist: Annotated[str, Data()]
    title: Annotated[str, Data()]
    """What stands over all lines; empty: the title of the section."""
    shared_lead: Annotated[tuple[Passage, ...], Says("text")] = field(
        default=(), metadata={"computed": True}
    )
    """What stands once before all lines."""

    @property
    def screen_id(self) -> str:
        """All lines of a checklist share its screen."""
        return self.checklist

    def passages(self) -> Iterator[Passage]:
        """What stands before all lines too."""
        yield from self.shared_lead
        yield from super().passages()


@dataclass(frozen=True, kw_only=True)
class Checklist(ContentPart):
    """Several short questions with the same answers, on one screen; each is `checklist.item`."""

    type: Literal["checklist"] = "checklist"
    id: Annotated[str, Id("checklist")]
    text: Annotated[str, Says("question")] = ""
    """What stands over all lines; without it, the title of the section."""
    lead: Annotated[tuple[Passage, ...], Says("text")] = ()
    items: tuple[ChecklistItem, ...]
    """The lines."""
    answers: tuple[Choice, ...]
    """What can be picked for each line."""
    when: Condition | None = None
    audience: Literal["patient", "counsellor"] = "patient"
    keep: Literal["always", "never"] = "always"
    prints: Literal["always", "never"] = "always"
    prints_when: Annotated[Condition | None, Later()] = None
    prompt: Annotated[str, Says("say", "nothing", patient=False)] = ""
    """A counsellor's prompt for every line that has none of its own."""
    validated: Annotated[str, Data()] = ""
    """The instrument whose own words the lines and their answers are."""

    def place_inside(self, place: Place) -> Place:
        """What a counsellor is asked is not for patients."""
        return place._replace(patient=self.audience == "patient", validated=bool(self.validated))

    def questions(self) -> Iterator[ChecklistLine]:
        """Each item as a question of its own."""
        for item in self.items:
            yield ChecklistLine(
                id=f"{self.id}.{item.id}",
                checklist=self.id,
                title=self.text,
                shared_lead=self.lead,
                text=item.text,
                instead=item.instead,
                lead=item.lead,
                when=both(self.when, item.when),
                choices=self.answers,
                audience=self.audience,
                keep=self.keep,
                prints=self.prints,
                prints_when=self.prints_when,
                prompt=item.prompt or self.prompt,
                validated=item.validated or self.validated,
            )


@dataclass(frozen=True, kw_only=True)
class Ranking(ContentPart):
    """What comes first, second and so on, asked one after the other; each is `ranking.item`.

    What was picked is not offered again, and a place is asked once those before it are filled.
    """

    type: Literal["ranking"] = "ranking"
    id: Annotated[str, Id("ranking")]
    lead: Annotated[tuple[Passage, ...], Says("text")] = ()
    """What stands before the answers at the first place."""
    items: tuple[ChecklistItem, ...]
    """The places in order, each with its question, such as: What comes second?"""
    answers: tuple[Choice, ...]
    """What can be picked at each place."""
    when: Condition | None = None
    audience: Literal["patient", "counsellor"] = "patient"
    keep: Literal["always", "never"] = "always"
    prints: Literal["always", "never"] = "always"
    prints_when: Annotated[Condition | None, Later()] = None

    def place_inside(self, place: Place) -> Place:
        """What a counsellor is asked is not for patients."""
        return place._replace(patient=self.audience == "patient")

    def questions(self) -> Iterator[SelectOne]:
        """Each place as a question of its own."""
        before: tuple[str, ...] = ()
        for item in self.items:
            name = f"{self.id}.{item.id}"
            yield SelectOne(
                id=name,
                text=item.text,
                instead=item.instead,
                lead=item.lead if before else (*self.lead, *item.lead),
                when=both(both(self.when, item.when), self._is_filled(before)),
                choices=tuple(_not_again(choice, before) for choice in self.answers),
                audience=self.audience,
                keep=self.keep,
                prints=self.prints,
                prints_when=self.prints_when,
                prompt=item.prompt,
                validated=item.validated,
            )
            before = (*before, name)

    def _is_filled(self, places: tuple[str, ...]) -> Condition | None:
        """That the last of these places has an answer after which another one can follow."""
        names = tuple(choice.id for choice in self.answers if not choice.alone)
        return OneOf(places[-1], names) if places else None


def _not_again(choice: Choice, places: tuple[str, ...]) -> Choice:
    """The choice, for whoever did not give it one of these places."""
    for place in places:
        choice = replace(choice, when=both(choice.when, Not(Is(place, choice.id))))
    return choice


class _ByType:
    """Tells pydantic to choose the kind of question by its `type`, so that faults stay short."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        kinds = {kind.type: handler.generate_schema(kind) for kind in get_args(source)}
        return core_schema.tagged_union_schema(kinds, discriminator="type")


Item: TypeAlias = Annotated[Question | Checklist | Ranking, _ByType()]


def both(one: Condition | None, other: Condition | None) -> Condition | None:
    """Both conditions together; None is no condition."""
    if one is None or other is None:
        return one or other
    return AllOf((one, other))


@dataclass(frozen=True, kw_only=True)
class Section(ContentPart):
    """A part of the visit with a title of its own."""

    id: Annotated[str, Id("section")]
    title: Annotated[str, Says("title", "nothing")]
    """Its title."""
    items: tuple[Item, ...]
    """Its questions and notes, each of a kind."""
    when: Condition | None = None
    """Who is asked all of it; without it, everybody."""
    shelf: bool = False
    """Its notes stand on a shelf to look at when wanted, and are not part of the path."""

    def place_inside(self, place: Place) -> Place:
        """A section is an area of its own; a shelf is read at any time, with all answers there."""
        return place._replace(area=self.id, looks_back=not self.shelf)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions in order, checklists taken apart, each gated by the section too."""
        found: list[Question] = []
        for item in self.items:
            singles = item.questions() if isinstance(item, Checklist | Ranking) else (item,)
            found.extend(replace(one, when=both(self.when, one.when)) for one in singles)
        return tuple(found)
