"""The texts of an aid that its author answers for, and their sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid
    from decision_aid.content.walk import TextPiece

_ENDS = re.compile(r"(?<=[.?!…])(?:[”’)\"']*)\s+")


def texts(aid: DecisionAid) -> list[TextPiece]:
    """Every text that the aid says itself: the names that sources give themselves are apart."""
    return [piece for piece in aid.inventory.texts if piece.role != "source"]


def short(text: str, most: int = 70) -> str:
    """The text, cut where it is long, in quotes."""
    return repr(text if len(text) <= most else text[: most - 1].rstrip() + "…")


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [one for one in _ENDS.split(text) if one.strip()]
