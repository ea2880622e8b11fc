"""The summary as a tagged PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.report.format import PAPERS, Format, Paper
from decision_aid.words import LANGUAGES, words

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


def _is_own(data: bytes) -> bool:
    """Set by Typst under the title that all papers have."""
    titles = (words(one).paper["document"] for one in LANGUAGES)
    return data.startswith(b"%PDF-") and any(
        f">{title}</rdf:li></rdf:Alt></dc:title><xmp:CreatorTool>Typst ".encode() in data
        for title in titles
    )


PDF = Format(
    "pdf", _render, "pdf", template=".typ", papers=PAPERS, is_printable=True, is_own=_is_own
)
