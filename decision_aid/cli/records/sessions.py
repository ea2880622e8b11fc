"""Finding sessions for the staff, and listing them: never their answers."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from decision_aid.cli.endings import UsageError
from decision_aid.plain_text import one_line
from decision_aid.record.label_words import WORDS
from decision_aid.record.labels import label_handle

if TYPE_CHECKING:
    from decision_aid.record import DamagedSession, SessionInfo, Survey
    from decision_aid.words import Words

_LEAST_OF_AN_ID = 6
_KNOWN_WORDS = frozenset(WORDS)


def find_sessions(
    entries: Sequence[SessionInfo],
    names: Iterable[str],
    words: Words,
    damaged: Sequence[DamagedSession] = (),
) -> tuple[SessionInfo, ...]:
    """The sessions of these labels or ids, each once; raises UsageError for all that are not."""
    chosen: dict[str, SessionInfo] = {}
    faults: list[str] = []
    for name in names:
        fitting = [entry for entry in entries if _fits(entry, name)]
        if len(fitting) == 1:
            chosen[fitting[0].id] = fitting[0]
        elif fitting:
            ids = ", ".join(entry.id for entry in fitting)
            faults.append(words.records.several.format(name=repr(one_line(name)), ids=ids))
        else:
            says = words.records.no_such_label
            if any(_fits(one, name) for one in damaged):
                says = words.records.is_damaged
            faults.append(says.format(name=repr(one_line(name))))
    if faults:
        raise UsageError(*faults)
    return tuple(chosen.values())


def find_to_erase(
    found: Survey, names: Iterable[str], words: Words
) -> tuple[SessionInfo | DamagedSession, ...]:
    """The same, of those that are damaged too: what cannot be read can be erased."""
    chosen: list[SessionInfo | DamagedSession] = []
    others: list[str] = []
    for name in names:
        fitting = [one for one in found.damaged if _fits(one, name)]
        alone = len(fitting) == 1 and not any(_fits(one, name) for one in found.sessions)
        if alone and fitting[0] not in chosen:
            chosen.append(fitting[0])
        elif not alone:
            others.append(name)
    return (*find_sessions(found.sessions, others, words, found.damaged), *chosen)


def _fits(entry: SessionInfo | DamagedSession, name: str) -> bool:
    known = entry.id or entry.reference
    by_id = len(name) >= _LEAST_OF_AN_ID and known.startswith(name.lower())
    return by_id or label_handle(entry.label) == label_handle(name)


def format_label(entry: SessionInfo | DamagedSession) -> str:
    """The label on one line, harmless whatever lies in the database."""
    return one_line(entry.label)


def name_session(entry: SessionInfo | DamagedSession) -> str:
    """The label and the reference: labels alone can be the same on a shared store."""
    return f"{format_label(entry)} ({entry.reference})"


def file_name(entry: SessionInfo) -> str:
    """A name for the session's files: its random label, or its reference. Never what was typed."""
    words = entry.label.split("-")
    is_random = len(words) == 3 and _KNOWN_WORDS.issuperset(words)
    return entry.label if is_random else entry.reference


# --- the list --------------------------------------------------------------------------------


def as_text(entries: Sequence[SessionInfo], words: Words) -> str:
    """A table for people, the last used first."""
    rows = [words.records.heads, *(_cells(entry, words) for entry in entries)]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "".join(_row(row, widths) for row in rows)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (wide - _width(cell)) for cell, wide in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip() + "\n"


def _cells(entry: SessionInfo, words: Words) -> tuple[str, ...]:
    state = ((words.records.locked, entry.locked), (words.records.in_use, entry.in_use))
    return (
        entry.reference,
        format_label(entry),
        f"{entry.begun:%Y-%m-%d %H:%M}",
        f"{entry.last:%Y-%m-%d %H:%M}",
        str(entry.answered),
        one_line(f"{entry.content.id} {entry.content.version} ({entry.content.hash[:6]})"),
        ", ".join(word for word, is_so in state if is_so),
    )


def _width(text: str) -> int:
    """How many columns the text takes up."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))


def as_json(entries: Sequence[SessionInfo]) -> str:
    """The same for programs."""
    return json.dumps([_as_data(entry) for entry in entries], indent=2) + "\n"


def _as_data(entry: SessionInfo) -> dict[str, object]:
    version = entry.content
    return {
        "id": entry.id,
        "label": entry.label,
        "begun": entry.begun.isoformat(),
        "last": entry.last.isoformat(),
        "answered": entry.answered,
        "heard_only": entry.heard_only,
        "content": {"id": version.id, "version": version.version, "sha256": version.hash},
        "locked": entry.locked,
        "in_use": entry.in_use,
    }
