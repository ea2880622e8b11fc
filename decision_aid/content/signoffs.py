"""Who looked at the texts, and which texts: a changed text makes a sign-off stale."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from decision_aid.content.text import Written

if TYPE_CHECKING:
    from decision_aid.content.aid import DecisionAid

_NOT_REVIEWED = frozenset(
    {"signoffs", "withdrawn", "content_hash", "version", "published", "evidence_read",
     "next_review", "expires", "reading_grade"}
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Signoff(Written):
    """A review of the texts by people outside the team, or of a translation."""

    kind: Literal["patients", "professionals", "translators"]
    role: str
    """Who they were, without names: "11 people with MS, two of them treated abroad"."""
    day: date
    content_hash: str
    """What `decision-aid check` printed as the hash of the texts that they saw."""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Withdrawn(Written):
    """The aid is not to be used any more."""

    day: date
    because: str


def text_hash(aid: DecisionAid) -> str:
    """The SHA-256 of all that the aid says, shows and asks; not of dates, layout or remarks."""
    said = json.dumps(_plain(aid), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(part: Any) -> Any:
    if is_dataclass(part) and not isinstance(part, type):
        names = (field.name for field in fields(part) if field.name not in _NOT_REVIEWED)
        return [type(part).__name__, *([name, _plain(getattr(part, name))] for name in names)]
    if isinstance(part, Mapping):
        return [[name, _plain(value)] for name, value in part.items()]
    if isinstance(part, tuple):
        return [_plain(one) for one in part]
    return str(part) if isinstance(part, date) else part
