"""Who is asked to a visit and who reads along: held with the visit, and gone with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from decision_aid.record.labels import code_handle

if TYPE_CHECKING:
    from decision_aid.content import Use

COUNSEL = "/counsel"
"""Where a counsellor joins a visit and reads along."""

Company: TypeAlias = Literal["", "may_come", "here"]
"""Whether a counsellor reads along, or may be asked to."""


@dataclass(frozen=True)
class Invitation:
    """A code that joins one counsellor to the visit, once and for a while."""

    code: str
    until: float

    @property
    def handle(self) -> str:
        """What the code is found by, however it is typed."""
        return code_handle(self.code)


@dataclass
class Counsellor:
    """Somebody on a device of their own, and what they write: no answer, and on no paper."""

    token: str
    """In their cookie, which no page can read."""
    proof: str
    """In each of their forms, so that no other site can send one."""
    written: dict[Use, str] = field(default_factory=dict)
    """The private notes, and what the visit is to cover."""
