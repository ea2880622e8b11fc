"""The summary as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.report.format import Format, Paper

if TYPE_CHECKING:
    from decision_aid.report.editions import Edition
    from decision_aid.report.given_font import GivenFont
    from decision_aid.summary.models import StaffSummary, Summary


def _render(
    summary: Summary | StaffSummary, edition: Edition, _paper: Paper, _font: GivenFont | None
) -> bytes:
    from decision_aid.report.guard import check_text
    from decision_aid.report.templating import render_text

    return check_text(render_text(summary, edition), summary).encode()


TEXT = Format("txt", _render, "txt", template=".txt.j2", is_printable=True)
