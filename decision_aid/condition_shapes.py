"""How an author writes a condition: its JSON Schema for editors, and lists of choices."""

from __future__ import annotations

from typing import Any

from decision_aid import measures

REFERENCE = {"$ref": "#/$defs/Condition"}
"""How other parts of the JSON Schema point to a condition."""

WORDS = f"includes, {', '.join(measures.SCHEMA)}, answered: true, or written: true"
"""The words with which a test of one question can be written, as messages list them."""

_CHOICES: dict[str, Any] = {"type": "array", "items": {"type": "string"}, "minItems": 1}
_SEVERAL: dict[str, Any] = {"type": "array", "items": REFERENCE, "minItems": 1}
_COMPARED: dict[str, Any] = {
    "type": "object",
    "minProperties": 1,
    "maxProperties": 1,
    "additionalProperties": False,
    "properties": {
        "includes": {"anyOf": [{"type": "string"}, _CHOICES]},
        **measures.SCHEMA,
        "answered": {"const": True},
        "written": {"const": True},
    },
}
_SCORES: dict[str, Any] = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
        "properties": {word: measures.SCHEMA[word] for word in measures.OF_NUMBERS},
    },
}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "minProperties": 1,
    "description": "When this applies. Several tests in one mapping must all hold.",
    "properties": {"all": _SEVERAL, "any": _SEVERAL, "not": REFERENCE, "score": _SCORES},
    "additionalProperties": {"anyOf": [{"type": "string"}, _CHOICES, _COMPARED]},
}
"""JSON Schema of a condition as authors write it."""


def parse_names(question: str, value: object) -> tuple[str, ...]:
    """The ids of choices that a test of that question names; ValueError says what is wrong."""
    names = value if isinstance(value, list) else [value]
    if not names or not all(isinstance(name, str) for name in names):
        message = f"the test of {question!r} names choices by their ids"
        if any(isinstance(name, dict) for name in names):
            message += "; conditions stand in a list under 'all' or 'any'"
        raise ValueError(message)
    return tuple(names)
