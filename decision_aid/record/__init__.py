"""The answers on disk, where the person wants them kept; the only door to the database."""

from decision_aid.look import ADDRESS, is_address
from decision_aid.record.faults import RecordsFault
from decision_aid.record.models import (
    ContentVersion,
    DamagedSession,
    Erased,
    Given,
    Printed,
    SessionInfo,
    StoredAnswer,
    Survey,
)
from decision_aid.record.store import Records

__all__ = [
    "ADDRESS",
    "ContentVersion",
    "DamagedSession",
    "Erased",
    "Given",
    "Printed",
    "Records",
    "RecordsFault",
    "SessionInfo",
    "StoredAnswer",
    "Survey",
    "is_address",
]
