"""The JSON Schema of `questions.yaml`, with what the types say of themselves, for editors."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from decision_aid import condition_shapes, conditions
from decision_aid.content import ContentPart, DecisionAid
from decision_aid.content.load import COMPUTED, adapter


def json_schema() -> dict[str, Any]:
    """The JSON Schema, in the draft that pydantic writes (2020-12)."""
    schema: dict[str, Any] = _tidy(adapter().json_schema())
    for name in COMPUTED:
        schema["properties"].pop(name)
    schema["$defs"]["Condition"] = condition_shapes.SCHEMA
    shapes = {**schema["$defs"], DecisionAid.__name__: schema}
    for type_ in _types(ContentPart):
        _describe(shapes.get(type_.__name__, {}).get("properties", {}), type_)
    return schema


def _tidy(part: Any) -> Any:
    """Conditions as references to their one definition; descriptions without their indent."""
    if isinstance(part, list):
        return [_tidy(one) for one in part]
    if not isinstance(part, dict):
        return inspect.cleandoc(part) if isinstance(part, str) else part
    if part.get("format") == conditions.FORMAT:
        return dict(condition_shapes.REFERENCE)
    return {name: _tidy(value) for name, value in part.items()}


def _types(base: type[ContentPart]) -> Iterator[type[ContentPart]]:
    yield base
    for type_ in base.__subclasses__():
        yield from _types(type_)


def _describe(properties: dict[str, Any], type_: type) -> None:
    """Give each property the docstring of its field.

    Pydantic can do that too, and then reads the source of every type each time content is loaded.
    """
    for owner in reversed(type_.__mro__):
        if issubclass(owner, ContentPart):
            for name, said in _field_docstrings(owner):
                if name in properties:
                    properties[name]["description"] = said


def _field_docstrings(type_: type) -> Iterator[tuple[str, str]]:
    tree = ast.walk(ast.parse(textwrap.dedent(inspect.getsource(type_))))
    definition = next(node for node in tree if isinstance(node, ast.ClassDef))
    for field, after in pairwise(definition.body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            match after:
                case ast.Expr(value=ast.Constant(value=str(said))):
                    yield field.target.id, inspect.cleandoc(said)
