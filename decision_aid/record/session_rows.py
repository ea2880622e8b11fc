"""The rows of sessions as entries of a list: one that is damaged is named and stands aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from decision_aid.plain_text import one_line
from decision_aid.record.cells import find_damaged, is_id, read_ascii
from decision_aid.record.faults import RecordsFault
from decision_aid.record.labels import LONGEST
from decision_aid.record.models import ContentVersion, DamagedSession, Given, SessionInfo, Survey
from decision_aid.record.rows import read_given
from decision_aid.record.statements import ENTRY

if TYPE_CHECKING:
    from decision_aid.record.database import Row

_REFERENCE = 8


def sort_rows(rows: Iterable[Row]) -> Survey:
    """Those that can be read, and those that are damaged."""
    sessions: list[SessionInfo] = []
    damaged: list[DamagedSession] = []
    for row in rows:
        column = find_damaged(ENTRY, row)
        if column is None:
            sessions.append(_make_entry(row))
        else:
            damaged.append(_make_damaged(row, column))
    return Survey(tuple(sessions), tuple(damaged))


def parse_session(row: Row) -> SessionInfo:
    """The session of a row; raises RecordsFault where it is damaged."""
    column = find_damaged(ENTRY, row)
    if column is not None:
        raise describe_damage(_make_damaged(row, column))
    return _make_entry(row)


def collect_given(rows: Iterable[Row]) -> Mapping[str, Given]:
    """What open rows say was given, by session; a session with a row that says nothing is out."""
    found: dict[str, dict[str, tuple[str, ...] | None]] = {}
    damaged: set[str] = set()
    for session, body in rows:
        try:
            question, given = read_given(read_ascii(body))
        except RecordsFault:
            damaged.add(session)
            continue
        found.setdefault(session, {})[question] = given
    return {session: given for session, given in found.items() if session not in damaged}


def describe_damage(damaged: DamagedSession) -> RecordsFault:
    """What is wrong with such a session."""
    return RecordsFault(
        "damaged_session",
        label=damaged.label,
        reference=damaged.reference,
        column=f"column_{damaged.column}",
    )


def _make_entry(row: Row) -> SessionInfo:
    name, label, content, version, content_hash, begun, last, answered, lock = row[:9]
    belongs = ContentVersion(content, version, content_hash)
    times = (datetime.fromisoformat(begun), datetime.fromisoformat(last))
    return SessionInfo(name, label, belongs, *times, answered, bool(lock))


def _make_damaged(row: Row, column: str) -> DamagedSession:
    name, label = row[:2]
    reference = _shorten(name)[:_REFERENCE]
    return DamagedSession(name if is_id(name) else "", reference, _shorten(label), column)


def _shorten(cell: object) -> str:
    """What can be read of a cell, harmless; a question mark where that is nothing."""
    return (one_line(cell)[:LONGEST] if isinstance(cell, str) else "") or "?"
