"""Who looked at the texts, and which texts: a changed text makes a sign-off stale."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from decision_aid.content.fields import ContentPart, Data, Says


@dataclass(frozen=True, kw_only=True)
class Signoff(ContentPart):
    """A review of the texts by people outside the team, or of a translation."""

    kind: Literal["patients", "professionals", "translators"]
    """Who looked."""
    role: Annotated[str, Data()]
    """Who they were, without names: "11 patients, two of them treated before"."""
    day: date
    """When."""
    content_hash: Annotated[str, Data()]
    """What `decision-aid check` printed as the hash of the texts that they saw."""
    note: Annotated[str, Data()] = ""
    """A remark."""


@dataclass(frozen=True, kw_only=True)
class Withdrawn(ContentPart):
    """The aid is not to be used any more."""

    day: date
    """From which day."""
    because: Annotated[str, Says("imprint", "nothing")]
    """Why."""
