"""The summary as one HTML file."""

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
    from decision_aid.report.guard import check_html
    from decision_aid.report.templating import render_page

    return check_html(render_page(summary, edition), summary).encode()


HTML = Format("html", _render, "html", template=".html.j2")
