"""Text as an author writes it: with its sources, its conditions and its places to fill."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeAlias

from decision_aid.conditions import FORMAT, Condition, parse_condition
from decision_aid.content.fields import ContentPart, Data, Names, Place, Role, Says

MARK = re.compile(r"(?<!\s)\s*\[([a-z0-9][a-z0-9-]*(?:,\s*[a-z0-9][a-z0-9-]*)*)\]")
"""Sources as they stand in a text: `[source-id, another-id]`."""

_CLOSING = re.compile(r"(?:[.?!:;)\"”’»]|[ \xa0\u202f][?!:;»])*")
"""What still belongs to a sentence after its mark; some languages have a space before it."""


@dataclass(frozen=True)
class Statement:
    """One or more sentences that rest on the same sources."""

    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cited:
    """Text whose sources stand in it as `[source-id]`, taken apart into statements."""

    statements: tuple[Statement, ...]

    @property
    def plain(self) -> str:
        """The whole text without its marks."""
        return " ".join(statement.text for statement in self.statements)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(
            parse_cited, core_schema.str_schema(min_length=1, strict=True)
        )


def parse_cited(text: str) -> Cited:
    """Text such as `It did not help [source-id]. Ask.` as statements with their sources.

    A mark covers what stands between it and the mark before; text after the last mark has none.
    A mark stands before the full stop that ends its sentence.
    """
    statements = []
    position = 0
    for mark in MARK.finditer(text):
        stop = _end_of_sentence(text, mark.end())
        words = text[position : mark.start()] + text[mark.end() : stop]
        statements.append(Statement(words.strip(), tuple(re.split(r",\s*", mark[1]))))
        position = stop
    if rest := text[position:].strip():
        statements.append(Statement(rest))
    return Cited(tuple(statements))


def _end_of_sentence(text: str, position: int) -> int:
    return closing.end() if (closing := _CLOSING.match(text, position)) else position


PassageKind: TypeAlias = Literal["text", "item", "heading", "say", "figure", "findings"]


@dataclass(frozen=True)
class Passage(ContentPart):
    """One paragraph, list item, heading or line to say aloud, with a condition if it needs one.

    Written as plain text, or as a mapping with one of the kinds: `{item: ..., when: ...}`.
    A `figure` names an outcome and says its counts; `findings` names a list of rules.
    """

    kind: PassageKind
    said: Annotated[Cited, Says()]
    when: Condition | None = None
    name: Annotated[str, Names()] = ""
    """The outcome or the list of rules, where the kind needs one."""
    first: int | None = None
    """Findings only: no more than so many."""
    after: int = 0
    """Findings only: those that come after so many."""
    validated: Annotated[str, Data()] = ""
    """The instrument whose own words these are."""

    @classmethod
    def written_as(cls, name: str) -> str:
        """A passage is written under the name of its kind."""
        if name in _TEXT_KINDS:
            return "said"
        return "name" if name in _NAMING_KINDS else name

    def place_inside(self, place: Place) -> Place:
        """A heading and words to say aloud are that wherever they stand."""
        role = _OWN_ROLES.get(self.kind)
        validated = bool(self.validated)
        return place._replace(role=role or place.role, validated=validated)

    def kind_named(self) -> str:
        """A figure names an outcome, findings a list of rules."""
        return {"figure": "outcome", "findings": "list"}.get(self.kind, "")

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(parse_passage)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: Any) -> dict[str, Any]:
        shared = {"when": {"type": "object", "format": FORMAT}}
        validated = {"validated": {"type": "string"}}
        counts = {"first": {"type": "integer"}, "after": {"type": "integer"}}
        mappings = [
            {
                "type": "object",
                "properties": {kind: {"type": "string"}, **shared}
                | (counts if kind == "findings" else {})
                | (validated if kind in _TEXT_KINDS else {}),
                "required": [kind],
                "additionalProperties": False,
            }
            for kind in (*_TEXT_KINDS, *_NAMING_KINDS)
        ]
        return {"oneOf": [{"type": "string"}, *mappings], "description": cls.__doc__}


_OWN_ROLES: dict[PassageKind, Role] = {"heading": "heading", "say": "say"}
_TEXT_KINDS: tuple[PassageKind, ...] = ("text", "item", "heading", "say")
_NAMING_KINDS: tuple[PassageKind, ...] = ("figure", "findings")


def parse_passage(shape: object) -> Passage:
    """The passage that an author wrote; ValueError says what is wrong."""
    if isinstance(shape, str) and shape:
        return Passage("text", parse_cited(shape))
    if not isinstance(shape, dict):
        raise ValueError("a passage is text, or a mapping such as {item: ..., when: ...}")
    rest = dict(shape)
    when = parse_condition(rest.pop("when")) if "when" in rest else None
    first, after = rest.pop("first", None), rest.pop("after", 0)
    validated = rest.pop("validated", "")
    if len(rest) != 1 or next(iter(rest)) not in (*_TEXT_KINDS, *_NAMING_KINDS):
        raise ValueError(
            "a passage has one of: text, item, heading, say, figure, findings; "
            "a text with a colon or braces stands in quotes"
        )
    kind, text = next(iter(rest.items()))
    if not isinstance(text, str) or not text:
        raise ValueError(f"{kind!r} takes text")
    if kind != "findings" and {"first", "after"} & set(shape):
        raise ValueError("'first' and 'after' belong to findings")
    if not all(type(count) is int for count in (0 if first is None else first, after)):
        raise ValueError("'first' and 'after' are whole numbers")
    if not isinstance(validated, str) or (validated and kind in _NAMING_KINDS):
        raise ValueError("'validated' is the name of the instrument whose words a text is")
    if kind in _TEXT_KINDS:
        return Passage(kind, parse_cited(text), when, validated=validated)
    return Passage(kind, Cited(()), when, text, first, after)


@dataclass(frozen=True, kw_only=True)
class Variant(ContentPart):
    """Words for some people; without `when`, for everybody that no wording before it fits."""

    text: Annotated[str, Says()]
    """The words."""
    when: Condition | None = None
    """Whom they are for."""

    def place_inside(self, place: Place) -> Place:
        """Other words than those of an instrument are not its own."""
        return place._replace(validated=False)
