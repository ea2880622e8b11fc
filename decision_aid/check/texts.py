"""The texts of an aid that its author answers for, and their sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid
    from decision_aid.content.walk import TextPiece

_CLOSING = r"(?:[\xa0\u202f]?[”’»)\"'])*"
_ENDS = re.compile(rf"(?<=[.?!…]){_CLOSING}[^\S\xa0\u202f]+")
IS_SENTENCE = re.compile(rf"[.?!…]{_CLOSING}$")
"""How a text ends that is a sentence."""


def texts(aid: DecisionAid) -> list[TextPiece]:
    """Every text that the aid says itself, in its own language.

    The names that sources give themselves are apart, and so is what is not translated yet.
    """
    own, foreign = aid.inventory.texts, aid.laid_over.language_of
    return [one for one in own if one.role != "source" and not foreign(one.text)]


def short(text: str, most: int = 70) -> str:
    """The text, cut where it is long, in quotes."""
    return repr(text if len(text) <= most else text[: most - 1].rstrip() + "…")


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [one for one in _ENDS.split(text) if one.strip()]
