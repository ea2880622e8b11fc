"""Tells of a word that is not known where it stands what was meant, or where it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_args

from decision_aid import content
from decision_aid.content.field_kinds import FieldKind, field_kinds
from decision_aid.content.fields import ContentPart
from decision_aid.content.locations import part_at
from decision_aid.content.nearest import nearest
from decision_aid.content.yaml_reader import Document, KeyPath

PLURALS: dict[type[ContentPart], str] = {
    content.DecisionAid: "the top of the file",
    content.Decision: "the decision",
    content.Way: "ways",
    content.Length: "the budget and the bound of a way",
    content.Section: "sections",
    content.Checklist: "checklists",
    content.ChecklistItem: "the lines of a checklist",
    content.Choice: "choices",
    content.Passage: "passages",
    content.Variant: "the wordings of a phrase or of 'instead'",
    content.Option: "options",
    content.Arm: "arms",
    content.Outcome: "outcomes",
    content.Risk: "the risks of an outcome",
    content.Comparison: "the comparison",
    content.ComparisonRow: "the rows of the comparison",
    content.Recommendation: "the recommendation",
    content.Quotation: "quotations",
    content.FurtherAdvice: "the further advice",
    content.UrgentHelp: "urgent help",
    content.HelpLevel: "the levels of urgent help",
    content.Contact: "contacts",
    content.Rule: "rules",
    content.SummaryPlan: "the summary",
    content.BlockPlan: "the blocks of the summary",
    content.Word: "words",
    content.Source: "sources",
    content.Imprint: "the imprint",
    content.ReadingGrade: "the reading grade",
    content.Signoff: "signoffs",
    content.Withdrawn: "the withdrawal",
}
"""What authors call the parts of each type but questions, which are told apart by their kinds."""

_SURELY = 0.8
"""How alike a word must be that is meant instead of one that exists elsewhere."""


def type_at(place: KeyPath, document: Document) -> type[ContentPart] | None:
    """The type of the part that stands there; None where no type knows the way to it."""
    kind: FieldKind | None = FieldKind.holding(content.DecisionAid)
    for depth, part in enumerate(place):
        if kind is not None and isinstance(part, str):
            kind = kind.below(part, part_at(place[:depth], document))
    return kind.part_of(part_at(place, document)) if kind else None


def names_in(type_: type[ContentPart]) -> tuple[str, ...]:
    """The words that an author can write in a part of that type."""
    if type_ is content.Passage:
        return (*get_args(content.PassageKind), "when", "first", "after")
    fields = getattr(type_, "__dataclass_fields__", {})
    return tuple(name for name, one in fields.items() if not one.metadata.get("computed"))


def what_to_do(name: str, type_: type[ContentPart] | None) -> str:
    """What to do about a word that a part of that type does not know."""
    here, places = names_in(type_) if type_ else (), where_it_belongs(name)
    near = nearest(name, here, _SURELY if places else 0.6)
    if near and near != name:
        return f"Did you mean {near!r}?" + (f" {_belongs(name, places)}" if places else "")
    if places:
        return f"Take it out of here. {_belongs(name, places)}"
    near = nearest(name, _all_names())
    if near and not here:
        return f"Did you mean {near!r}?"
    if near:
        belongs = _belongs(near, where_it_belongs(near))
        return f"Did you mean {near!r}? That cannot stand here. {belongs}"
    return f"Take it out. What can stand here: {', '.join(here)}." if here else "Take it out."


def where_it_belongs(name: str) -> tuple[str, ...]:
    """The parts that know the word, as authors call them."""
    return tuple(dict.fromkeys(_kinds_with(name)))


def _kinds_with(name: str) -> Iterator[str]:
    kinds = [type_ for type_ in get_args(content.Question) if name in names_in(type_)]
    if len(kinds) == len(get_args(content.Question)):
        yield "questions"
    elif kinds:
        yield f"questions of the type {_listed([type_.type for type_ in kinds], 'or')}"
    yield from (said for type_, said in PLURALS.items() if name in names_in(type_))


def _belongs(name: str, places: tuple[str, ...]) -> str:
    return f"{name!r} belongs to {_listed(places, 'and')}."


def _listed(names: list[str] | tuple[str, ...], word: str) -> str:
    return f" {word} ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


@cache
def _all_names() -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for type_ in content_types() for name in names_in(type_)))


@cache
def content_types() -> tuple[type[ContentPart], ...]:
    """Every type of part that an author writes, from the top of the file down."""
    found: dict[type[ContentPart], None] = {content.DecisionAid: None}
    waiting: list[type[ContentPart]] = [content.DecisionAid]
    for type_ in waiting:
        for part in (part for kind in field_kinds(type_) for part in kind.parts):
            if part not in found:
                found[part] = None
                waiting.append(part)
    return tuple(found)
