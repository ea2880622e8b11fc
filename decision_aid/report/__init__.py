"""A summary as a file: a page, plain text or a PDF, each one checked on its way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.report.guard import IncompleteReport, checked_html, checked_pdf, checked_text
from decision_aid.report.saving import NotSaved, save
from decision_aid.report.templating import lines, page
from decision_aid.report.typesetting import Paper, typeset

if TYPE_CHECKING:
    from decision_aid.summary.models import StaffSummary, Summary

__all__ = ["IncompleteReport", "NotSaved", "Paper", "html", "pdf", "save", "text"]


def html(summary: Summary | StaffSummary, *, large: bool = False) -> str:
    """The summary as one HTML file; raises IncompleteReport."""
    return checked_html(page(summary, large=large), summary)


def text(summary: Summary | StaffSummary) -> str:
    """The summary as plain text; raises IncompleteReport."""
    return checked_text(lines(summary), summary)


def pdf(summary: Summary | StaffSummary, paper: Paper, *, large: bool = False) -> bytes:
    """The summary as a tagged PDF; raises IncompleteReport."""
    return checked_pdf(typeset(summary, paper, large=large), summary)
