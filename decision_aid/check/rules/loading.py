"""The faults of loading, by the ids that they carry: part of the same catalogue as all rules.

They are found while a file is read and validated; a file that has one is looked at no further,
since no rule could be sure of what it sees.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.check.rule import CheckRule, Subject
from decision_aid.content.validation import VALIDATIONS

if TYPE_CHECKING:
    from decision_aid.content.faults import Fault


def nothing_left_to_find(_subject: Subject) -> Iterator[Fault]:
    """Nothing more: an aid that could be loaded has none of these faults."""
    yield from ()


RULES = tuple(
    CheckRule(one.id, one.says, one.serves, one.mend, nothing_left_to_find) for one in VALIDATIONS
)
