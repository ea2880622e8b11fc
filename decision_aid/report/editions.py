"""Every edition by its name: whose summary it is, and how it is set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from decision_aid.content import DecisionAid
    from decision_aid.summary.models import StaffSummary, Summary, SummaryInput

Make: TypeAlias = "Callable[[DecisionAid, SummaryInput, date, bool], Summary | StaffSummary]"
"""Makes the summary of that day; the last argument asks for typed words too."""


class Edition(NamedTuple):
    """A summary for certain readers."""

    name: str
    """As the command line has it."""
    file_name: str
    """How its files' names begin."""
    make: Make
    kind: Literal["patient", "staff"] = "patient"
    """Which summary it is made of."""
    template: str = "sheet"
    """The name of its templates."""
    styles: tuple[str, ...] = ("print",)
    """The style sheets of its page, in order."""
    points: int = 12
    """The size of its letters in a PDF."""
    make_blank: Callable[[DecisionAid, date], Summary | StaffSummary] | None = None
    """Makes a copy with nothing answered, where the edition has one."""
    quotes_in_full: bool = False
    """Whether it has room for every body's own words beside our translation of them."""
    asks_for_words: bool = False
    """Whether typed words stand in it only on request."""


class Aids(NamedTuple):
    """The same aid as patients and as staff read it, each in a language of their own."""

    patient: DecisionAid
    staff: DecisionAid

    def read_in(self, edition: Edition) -> DecisionAid:
        """The one for the readers of that edition."""
        return self.staff if edition.kind == "staff" else self.patient


def _for_patient(aid: DecisionAid, said: SummaryInput, on: date, _with_words: bool) -> Summary:
    from decision_aid.summary.patient import make_summary

    return make_summary(aid, said.answers, on, said.moments, said.changed)


def _for_staff(aid: DecisionAid, said: SummaryInput, on: date, with_words: bool) -> StaffSummary:
    from decision_aid.summary.staff import make_staff_summary

    given = (aid, said.answers, on, said.moments)
    return make_staff_summary(*given, with_words=with_words, changed=said.changed)


def _blank(aid: DecisionAid, on: date) -> Summary:
    from decision_aid.summary.blank import make_blank_copy

    return make_blank_copy(aid, on)


def _blank_for_staff(aid: DecisionAid, on: date) -> StaffSummary:
    from decision_aid.summary.blank import make_blank_staff_copy

    return make_blank_staff_copy(aid, on)


PATIENT = Edition("patient", "my-summary", _for_patient, make_blank=_blank)
FACTS = Edition(
    "facts",
    "the-facts",
    _for_patient,
    template="facts",
    make_blank=_blank,
    quotes_in_full=True,
)
LARGE_PRINT = Edition(
    "large-print",
    "my-summary-large-print",
    _for_patient,
    styles=("print", "large-print"),
    points=18,
    make_blank=_blank,
)
FACTS_LARGE_PRINT = FACTS._replace(
    name="facts-large-print",
    file_name="the-facts-large-print",
    styles=("print", "large-print"),
    points=18,
)
STAFF = Edition(
    "staff",
    "staff-copy",
    _for_staff,
    kind="staff",
    template="staff",
    styles=("print", "staff"),
    make_blank=_blank_for_staff,
    asks_for_words=True,
)

EDITIONS: Mapping[str, Edition] = {
    one.name: one for one in (PATIENT, FACTS, LARGE_PRINT, FACTS_LARGE_PRINT, STAFF)
}
"""The first is the usual one."""
