"""What a PostgreSQL server reports, as faults of the records: its own words can hold values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.record.faults import RecordsFault

if TYPE_CHECKING:
    import psycopg

PLACE = "shared_store"
"""How the words for a fault name the place, whose address may hold a password."""
_STATES = {
    "53100": "disk_full",
    "28": "server_refused",
    "3D": "server_refused",
    "42501": "server_refused",
    "25006": "server_only_reads",
    "42": "foreign",
    "55P03": "busy",
    "57014": "busy",
    "40": "busy",
}


def fault_of_server(error: psycopg.Error) -> RecordsFault:
    """The fault for what the server reports, by its five-letter state."""
    import psycopg

    state = error.sqlstate or ""
    for beginning, kind in _STATES.items():
        if state.startswith(beginning):
            return RecordsFault(kind, path=PLACE)
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
        return RecordsFault("server_away")
    return RecordsFault("failed", reason=state or type(error).__name__)
