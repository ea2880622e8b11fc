"""Finished papers by the names of their format and edition, as the command line has them."""

from __future__ import annotations

from decision_aid.report import files
from decision_aid.report.editions import EDITIONS
from decision_aid.report.format import Paper
from decision_aid.report.formats import FORMATS
from decision_aid.report.options import PrintOptions
from decision_aid.summary.models import StaffSummary, Summary


def options(form: str, edition: str = "patient", paper: Paper = "a4") -> PrintOptions:
    return PrintOptions(FORMATS[form], EDITIONS[edition], paper)


def rendered(
    summary: Summary | StaffSummary, form: str, paper: Paper = "a4", edition: str = ""
) -> bytes:
    return files.render(summary, options(form, edition or summary.kind, paper))


def html(summary: Summary | StaffSummary) -> str:
    return rendered(summary, "html").decode()


def text(summary: Summary | StaffSummary) -> str:
    return rendered(summary, "txt").decode()


def pdf(summary: Summary | StaffSummary, paper: Paper) -> bytes:
    return rendered(summary, "pdf", paper)
