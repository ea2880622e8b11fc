"""The summary as a tagged PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.report.format import PAPERS, Format, Paper

if TYPE_CHECKING:
    from decision_aid.report.editions import Edition
    from decision_aid.report.given_font import GivenFont
    from decision_aid.summary.models import StaffSummary, Summary


def _render(
    summary: Summary | StaffSummary, edition: Edition, paper: Paper, font: GivenFont | None
) -> bytes:
    from decision_aid.report.guard import check_pdf
    from decision_aid.report.typesetting import typeset

    return check_pdf(typeset(summary, edition, paper, font), summary)


PDF = Format("pdf", _render, "pdf", template=".typ", papers=PAPERS, is_printable=True)
