"""The summary as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.report.format import Format, Paper

if TYPE_CHECKING:
    from decision_aid.report.editions import Edition
    from decision_aid.summary.models import StaffSummary, Summary


def _render(summary: Summary | StaffSummary, edition: Edition, _paper: Paper) -> bytes:
    from decision_aid.report.guard import checked_text
    from decision_aid.report.templating import lines

    return checked_text(lines(summary, edition), summary).encode()


TEXT = Format("txt", _render, "txt", template=".txt.j2", is_printable=True)
