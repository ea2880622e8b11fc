"""The hashes of content: which version it is, and which texts a sign-off has looked at."""

from __future__ import annotations

import codecs
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from decision_aid.content.field_kinds import field_kinds
from decision_aid.content.fields import ContentPart

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from decision_aid.content.aid import DecisionAid


def content_hash(joined: str) -> str:
    """The SHA-256 of a content as it was read and joined, as JSON: its identity.

    Remarks, line ends and how a text is quoted make no other version.
    """
    return hashlib.sha256(joined.encode()).hexdigest()


def former_hashes(raw: bytes) -> tuple[str, ...]:
    """What named the same content before: the SHA-256 of its file, with each kind of line end."""
    unix = raw.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")
    files = (unix, unix.replace(b"\n", b"\r\n"))
    return tuple(hashlib.sha256(file).hexdigest() for file in files)


def text_hash(aid: DecisionAid) -> str:
    """The SHA-256 of all that the aid says, shows and asks; not of dates, layout or remarks.

    A field that is added to a type, or named anew, changes it even where an author wrote nothing.
    """
    quotations = [_plain(aid.laid_over.quotations)] if aid.laid_over.quotations else []
    said = json.dumps([*_plain(aid), *quotations], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(part: Any) -> Any:
    if is_dataclass(part) and not isinstance(part, type):
        # Parts say by their fields what they are; a test of a condition only by its type.
        kind = [] if isinstance(part, ContentPart) else [type(part).__name__]
        return [*kind, *([name, _plain(getattr(part, name))] for name in _names(part))]
    if isinstance(part, Mapping):
        return [[name, _plain(value)] for name, value in part.items()]
    if isinstance(part, tuple):
        return [_plain(one) for one in part]
    return str(part) if isinstance(part, date) else part


def _names(part: DataclassInstance) -> Iterator[str]:
    """The fields that reviewers sign off; statements and conditions are signed off whole."""
    if isinstance(part, ContentPart):
        yield from (kind.name for kind in field_kinds(type(part)) if kind.is_reviewed)
    else:
        yield from (field.name for field in fields(part))
