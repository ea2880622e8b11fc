"""Tells of a word that is not known where it stands what was meant, or where it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, Field
from functools import cache
from typing import get_args

from decision_aid import content
from decision_aid.content.field_kinds import FieldKind, field_kinds
from decision_aid.content.fields import ContentPart
from decision_aid.content.locations import part_at
from decision_aid.content.nearest import LIKE, is_one_slip, nearest
from decision_aid.content.yaml_reader import Document, KeyPath

PLURALS: dict[type[ContentPart], str] = {
    content.DecisionAid: "the top of the file",
    content.Decision: "the decision",
    content.Way: "ways",
    content.Length: "the budget and the bound of a way",
    content.Section: "sections",
    content.Checklist: "checklists",
    content.Ranking: "rankings",
    content.ChecklistItem: "the lines of a checklist or a ranking",
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
    content.Without: "what the aid is without",
    content.Contact: "contacts",
    content.Rule: "rules",
    content.SummaryPlan: "the summary",
    content.BlockPlan: "the blocks of the summary",
    content.Word: "words",
    content.WordToAvoid: "the words to avoid",
    content.Source: "sources",
    content.Imprint: "the imprint",
    content.ReadingGrade: "the reading grade",
    content.Signoff: "signoffs",
    content.Score: "scores",
    content.Withdrawn: "the withdrawal",
}
"""What authors call the parts of each type but questions, which are told apart by their kinds."""

MOST_WRITTEN = 100
"""A part with more words than any type knows is not searched for what is meant."""

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
        return (*get_args(content.PassageKind), "when", "first", "after", "validated")
    fields = getattr(type_, "__dataclass_fields__", {})
    return tuple(name for name, one in fields.items() if not one.metadata.get("computed"))


def word_meant(name: str, type_: type[ContentPart], written: Mapping[str, object]) -> str:
    """The needed word that is missing there and very like this one, which is not known there."""
    return nearest(name, _missing_in(type_, written)) if name not in names_in(type_) else ""


def pattern_of(type_: type[ContentPart] | None) -> str:
    """How a part of that type is written, with the words that it needs."""
    needed = _missing_in(type_, {}) if type_ else []
    return f"{{{', '.join(f'{name}: ...' for name in needed or ['a_name'])}}}"


def _missing_in(type_: type[ContentPart], written: Mapping[str, object]) -> list[str]:
    fields = getattr(type_, "__dataclass_fields__", {})
    needed = (name for name in names_in(type_) if name in fields and _is_needed(fields[name]))
    return [name for name in needed if name not in written]


def _is_needed(field: Field[object]) -> bool:
    return field.default is field.default_factory is MISSING


def what_to_do(name: str, type_: type[ContentPart] | None, written: Mapping[str, object]) -> str:
    """What to do about a word that a part of that type does not know, beside what is written."""
    if type_ and (why := type_.why_refused(name)):
        return why
    places = where_it_belongs(name)
    belongs = f"{name!r} belongs to {_listed(places, 'and')}." if places else ""
    here = names_in(type_) if type_ else _all_names()
    near = nearest(name, here, _SURELY if places else LIKE)
    missing = _missing_in(type_, written) if type_ and len(written) <= MOST_WRITTEN else []
    if near and near != name:
        return f"Did you mean {near!r}? {belongs}".strip()
    if len(missing) == 1 and [one for one in written if one not in here] == [name]:
        return f"Did you mean {missing[0]!r}, which is missing here? {belongs}".strip()
    if belongs:
        return f"Take it out of here. {belongs}"
    elsewhere = next((one for one in _all_names() if is_one_slip(name, one)), "")
    if elsewhere:
        places = where_it_belongs(elsewhere)
        return f"Take it out of here. {elsewhere!r} belongs to {_listed(places, 'and')}."
    return f"Take it out. What can stand here: {', '.join(here)}." if type_ else "Take it out."


def where_it_belongs(name: str) -> tuple[str, ...]:
    """The parts that know the word, as authors call them."""
    return tuple(dict.fromkeys(_kinds_with(name)))


def _kinds_with(name: str) -> Iterator[str]:
    every = get_args(content.Question)
    kinds = [type_.type for type_ in every if name in names_in(type_)]
    if len(kinds) == len(every):
        yield "questions"
    yield from (said for type_, said in PLURALS.items() if name in names_in(type_))
    if 0 < len(kinds) < len(every):
        yield f"questions of the type {_listed(kinds, 'or')}"


def _listed(names: Sequence[str], word: str) -> str:
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
