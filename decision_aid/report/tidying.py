"""Text made harmless for paper, and the remark where something of it could not be printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, TypeAlias

from decision_aid.plain_text import REPLACEMENT, clean

Data: TypeAlias = dict[str, Any]

MOST_MARKS = 3
"""Combining marks kept on one letter; more would climb over the lines above."""

_HARMLESS = re.compile("[\n -~\u00a1-\u00ac\u00ae-\u017f\u2013\u2014\u2018\u2019\u201c\u201d]*")


def tidy(text: str) -> str:
    """The text made harmless and composed, its tabs as spaces, its heaps of marks cut."""
    if _HARMLESS.fullmatch(text):
        return text
    text = unicodedata.normalize("NFC", clean(text)).replace("\t", " ")
    return "".join(_few_marks(text))


def _few_marks(text: str) -> Iterable[str]:
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if marks <= MOST_MARKS:
            yield character


def is_unnoted(part: object) -> bool:
    """Whether something was replaced where no block says so itself."""
    if isinstance(part, dict):
        return not part.get("noted") and any(map(is_unnoted, part.values()))
    if isinstance(part, list):
        return any(map(is_unnoted, part))
    return isinstance(part, str) and REPLACEMENT in part


def texts_of(runs: list[Data]) -> Iterable[str]:
    """The texts of passages, one after the other."""
    return (one["text"] for run in runs for said in run["passages"] for one in said)


def add_text(runs: list[Data], text: str) -> list[Data]:
    """The passages, and that text as one more paragraph."""
    said: list[Data] = [{"text": text, "marks": []}]
    if runs and runs[-1]["kind"] == "text":
        *before, last = runs
        return [*before, last | {"passages": [*last["passages"], said], "short": False}]
    return [*runs, {"kind": "text", "passages": [said], "short": False}]


def add_note(runs: list[Data], text: str) -> list[Data]:
    """The passages, and below the last with the sign that text, which the person did not write."""
    signed = [
        at for at, one in enumerate(runs) if any(REPLACEMENT in said for said in texts_of([one]))
    ]
    below = signed[-1] + 1 if signed else 0
    note: Data = {"kind": "note", "passages": [[{"text": text, "marks": []}]], "short": False}
    return [*runs[:below], note, *runs[below:]]
