"""The answers on disk, where the person wants them kept; the only door to the database."""

from decision_aid.record.faults import RecordsFault
from decision_aid.record.shapes import Entry, Erased, Given, Kept, Printed, Stamp
from decision_aid.record.store import ADDRESS, Records, is_address

__all__ = [
    "ADDRESS",
    "Entry",
    "Erased",
    "Given",
    "Kept",
    "Printed",
    "Records",
    "RecordsFault",
    "Stamp",
    "is_address",
]
