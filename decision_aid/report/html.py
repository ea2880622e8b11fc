"""The summary as one HTML file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.report.format import Format, Paper
from decision_aid.words import LANGUAGES, words

if TYPE_CHECKING:
    from decision_aid.report.editions import Edition
    from decision_aid.report.given_font import GivenFont
    from decision_aid.summary.models import StaffSummary, Summary

_HEAD = 2_000
_POLICY = b"default-src &#39;none&#39;; style-src &#39;sha256-"


def _render(
    summary: Summary | StaffSummary, edition: Edition, _paper: Paper, _font: GivenFont | None
) -> bytes:
    from decision_aid.report.guard import check_html
    from decision_aid.report.templating import render_page

    return check_html(render_page(summary, edition), summary).encode()


def _is_own(data: bytes) -> bool:
    """A page with our policy and, at the end of its title, the name that all papers have."""
    head, titles = data[:_HEAD], (words(one).paper["document"] for one in LANGUAGES)
    return _POLICY in head and any(f"{title}</title>".encode() in head for title in titles)


HTML = Format("html", _render, "html", template=".html.j2", is_own=_is_own)
