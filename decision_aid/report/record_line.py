"""The line for the record as a format: the staff's summary in one paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.report.format import Format, Paper

if TYPE_CHECKING:
    from decision_aid.report.editions import Edition
    from decision_aid.report.given_font import GivenFont
    from decision_aid.summary.models import StaffSummary, Summary


def _render(
    summary: Summary | StaffSummary, _edition: Edition, _paper: Paper, _font: GivenFont | None
) -> bytes:
    from decision_aid.summary.models import StaffSummary
    from decision_aid.summary.record_line import make_record_line

    if not isinstance(summary, StaffSummary):
        raise TypeError("the line for the record is made of the staff's summary")
    return f"{make_record_line(summary)}\n".encode()


RECORD_LINE = Format(
    "line",
    _render,
    "txt",
    is_for_people=False,
    editions=("staff",),
    file_name="for-the-record",
)
