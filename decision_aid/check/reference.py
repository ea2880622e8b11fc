"""The reference in the authors' guide, made of the types and the catalogue, so never stale."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from decision_aid.check.rule import CheckRule
from decision_aid.check.run import catalogue
from decision_aid.content import Asked, ContentPart, DecisionAid, Passage
from decision_aid.content.field_kinds import FieldKind, field_kinds
from decision_aid.content.schema import json_schema
from decision_aid.content.validation import VALIDATIONS

_PLAIN = {
    "string": "text", "integer": "whole number", "number": "number", "boolean": "true or false",
}  # fmt: skip
_BY_ITSELF = ("id", "type")
"""What each part has alike, and needs no line for."""


class Row(NamedTuple):
    """One field as the reference tells it."""

    name: str
    is_needed: bool
    takes: str
    says: str

    @property
    def cells(self) -> tuple[str, str, str]:
        """What stands in the columns; what must be there stands in bold."""
        name = f"**`{self.name}`**" if self.is_needed else f"`{self.name}`"
        return name, self.takes, self.says


def reference() -> str:
    """Every field of every part, and every rule of the catalogue, in Markdown."""
    parts = [row.cells for row in Parts(json_schema()).rows()]
    rules = [(f"`{one.id}`{_weight(one)}", one.says) for one in catalogue()]
    tables = [
        *_table("## Every field", ("field", "takes", "what it is"), parts),
        *_table("## Every rule", ("id", "what must be so"), rules),
    ]
    return "\n".join(tables)


def _weight(rule: CheckRule) -> str:
    """How much it weighs that the rule is broken, where that is not an error."""
    if rule.id in {one.id for one in VALIDATIONS}:
        return " (on opening)"
    return "" if rule.severity == "error" else f" ({rule.severity})"


@dataclass(frozen=True)
class Parts:
    """The parts of a content file, by the types and their JSON Schema."""

    schema: dict[str, Any]

    def rows(self) -> Iterator[Row]:
        """What the file holds, in its order, then the parts that stand in several places."""
        yield from self._rows(DecisionAid, "")
        for part in self.shared:
            yield Row(_word(part), False, "part", self._about(part))
            yield from self._rows(part, f"{_word(part)}.")

    @cached_property
    def shared(self) -> list[type[ContentPart]]:
        """The parts that stand in several places, and are told once."""
        return [part for part, places in Counter(self._held(DecisionAid)).items() if places > 1]

    def _held(self, part: type[ContentPart]) -> Iterator[type[ContentPart]]:
        """The parts in a part, each as often as it has a place."""
        for kind in self._kinds(part):
            for one in kind.parts if kind.parts != (Passage,) else ():
                yield one
                yield from self._held(one)

    def _kinds(self, part: type[ContentPart]) -> Iterator[FieldKind]:
        """The fields that an author writes."""
        written = self._shape(part)["properties"]
        yield from (kind for kind in field_kinds(part) if kind.name in written)

    def _rows(self, part: type[ContentPart], under: str) -> Iterator[Row]:
        """The fields of a part, with those of the parts in it."""
        for kind in self._kinds(part):
            below = _below(kind)
            if kind.name not in _BY_ITSELF or not under:
                yield self._row(part, kind, under)
            if len(kind.parts) > 1:
                yield from self._questions(kind.parts, f"{under}{kind.name}.")
            elif below and below not in self.shared:
                yield from self._rows(below, f"{under}{kind.name}.")

    def _questions(self, types: Iterable[type[ContentPart]], under: str) -> Iterator[Row]:
        """What all questions have, then what each kind has besides."""
        shared = {kind.name: self._row(Asked, kind, under) for kind in self._kinds(Asked)}
        yield from (row for name, row in shared.items() if name not in _BY_ITSELF)
        for type_ in types:
            word = getattr(type_, "type", "")
            yield Row(word, False, "kind of question", self._about(type_))
            for row in self._rows(type_, f"{word}."):
                common = shared.get(row.name.removeprefix(f"{word}."))
                if not (common and row.says in ("", common.says)):
                    yield row

    def _row(self, part: type[ContentPart], kind: FieldKind, under: str) -> Row:
        shape = self._shape(part)
        told = shape["properties"][kind.name]
        says = _in_one_line(told) or self._about_what_it_holds(kind)
        takes = self._takes(told, kind) + _usual(told)
        return Row(f"{under}{kind.name}", kind.name in shape.get("required", ()), takes, says)

    def _about_what_it_holds(self, kind: FieldKind) -> str:
        below = _below(kind)
        return self._about(below) if below else ""

    def _takes(self, told: dict[str, Any], kind: FieldKind) -> str:
        """What an author writes there, in words."""
        if kind.parts == (Passage,):
            return "passages"
        if "Condition" in str(told):
            return "condition"
        one, below = _shape_in_words(told), _below(kind)
        if kind.names:
            return one.replace("text", f"{kind.names.kind} id".strip())
        return one.replace("part", _word(below)) if below in self.shared else one

    def _about(self, part: type[ContentPart]) -> str:
        return _in_one_line(self._shape(part))

    def _shape(self, part: type[ContentPart]) -> dict[str, Any]:
        shape: dict[str, Any] = self.schema if part is DecisionAid else self._defined(part)
        return shape

    def _defined(self, part: type[ContentPart]) -> dict[str, Any]:
        """The shape of a part; what all kinds of question share is told by any of them."""
        name = "Text" if part is Asked else part.__name__
        shape: dict[str, Any] = self.schema["$defs"][name]
        return shape


def _below(kind: FieldKind) -> type[ContentPart] | None:
    """The one type of the parts that stand in a field; questions are of many."""
    return kind.parts[0] if len(kind.parts) == 1 and kind.parts != (Passage,) else None


def _word(part: type[ContentPart] | None) -> str:
    """What a part that stands in several places is called."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", part.__name__).lower() if part else ""


def _in_one_line(told: dict[str, Any]) -> str:
    return " ".join(str(told.get("description", "")).split())


def _shape_in_words(told: dict[str, Any]) -> str:
    if "anyOf" in told:
        shapes = (_shape_in_words(one) for one in told["anyOf"] if one != {"type": "null"})
        return " or ".join(dict.fromkeys(shapes)).replace("whole number or number", "number")
    if "enum" in told:
        return ", ".join(f"`{one}`" for one in told["enum"])
    return _one_shape_in_words(told)


def _one_shape_in_words(told: dict[str, Any]) -> str:
    match told:
        case {"type": "array", "items": one}:
            return f"list: {_shape_in_words(one)}"
        case {"type": "object", "additionalProperties": one}:
            return f"by name: {_shape_in_words(one)}"
        case {"type": "string", "format": "date"}:
            return "day"
        case {"type": "string", "minLength": _}:
            return "text with marks"
    return _PLAIN.get(told.get("type", ""), "part")


def _usual(told: dict[str, Any]) -> str:
    """What holds where nothing is written, if that is something."""
    usual = told.get("default")
    if usual is None or usual is False or usual in ("", []):
        return ""
    return f"; else `{'true' if usual is True else usual}`"


def _table(
    heading: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]
) -> Iterator[str]:
    yield from (heading, "", _line(columns), _line(("---",) * len(columns)))
    yield from map(_line, rows)
    yield ""


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
