"""Each text of a content file as it is written, under the name of its place: for translations.

A place is the way to the text, with the ids of parts where there are any:
`sections.risks.items.stent_known.text`. What may be translated, the fields say.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any, NamedTuple

from decision_aid.content import DecisionAid
from decision_aid.content.field_kinds import FieldKind
from decision_aid.content.fields import ContentPart, Filled, Role

OF_LENGTH = 8
"""So many digits of its hash tell a text from what it was before."""


class WrittenText(NamedTuple):
    """A text where it stands in the data of its file."""

    place: str
    text: str
    kind: FieldKind
    around: Any
    """The mapping or the list that holds it."""
    key: str | int

    @property
    def role(self) -> Role:
        """What it is to its reader."""
        return (self.kind.says and self.kind.says.role) or "text"

    @property
    def filled(self) -> Filled:
        """What fills its gaps."""
        return self.kind.says.filled if self.kind.says else "nothing"

    @property
    def is_quoted(self) -> bool:
        """Whether it is somebody else's words, which a translation stands beside."""
        return self.kind.says is not None and self.kind.says.quoted

    def replace(self, text: str) -> None:
        """Put another text in its place."""
        self.around[self.key] = text


def mark_of(text: str) -> str:
    """What names this text, and no other wording of it."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:OF_LENGTH]


def find_texts(data: object, type_: type[ContentPart] = DecisionAid) -> dict[str, WrittenText]:
    """All that may be translated in the data of a content file, by place, in its order."""
    found: dict[str, WrittenText] = {}
    _look_below("", FieldKind.holding(type_), data, found)
    return found


def _look_below(place: str, kind: FieldKind, here: Any, found: dict[str, WrittenText]) -> None:
    """Find the texts in a mapping or a list that a field of that kind holds."""
    before = f"{place}." if place else ""
    if isinstance(here, dict):
        field_of = kind.within(here)
        for key in here:
            inside = field_of(key)
            if inside and (inside.says or inside.parts):
                _look_at(before + key, inside, here, key, found)
    elif isinstance(here, list):
        for number, value in enumerate(here):
            _look_at(before + _name(value, number), kind, here, number, found)


def _look_at(
    place: str, kind: FieldKind, around: Any, key: str | int, found: dict[str, WrittenText]
) -> None:
    here = around[key]
    if not isinstance(here, str):
        _look_below(place, kind, here, found)
    elif kind.may_be_translated:
        found[place] = WrittenText(place, here, kind, around, key)


def _name(part: object, number: int) -> str:
    """The id of an entry in a list, or its number."""
    name = (part.get("id") or part.get("word")) if isinstance(part, dict) else None
    return name if isinstance(name, str) else str(number + 1)
