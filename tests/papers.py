"""Finished papers by the names of their format and edition, as the command line has them."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

import pikepdf

from decision_aid import paths
from decision_aid.report import files, pdf_text
from decision_aid.report.editions import EDITIONS
from decision_aid.report.format import Paper
from decision_aid.report.formats import FORMATS
from decision_aid.report.options import PrintOptions
from decision_aid.summary.models import StaffSummary, Summary

FILES = [
    ("txt", "patient"),
    ("html", "patient"),
    ("html", "large-print"),
    ("txt", "facts"),
    ("html", "facts"),
    ("pdf", "patient"),
    ("pdf", "facts"),
    ("pdf", "large-print"),
    ("json", "patient"),
    ("txt", "staff"),
    ("html", "staff"),
    ("pdf", "staff"),
    ("json", "staff"),
]
"""Each format with each edition that looks different in it; the line for the record has none."""


def options(form: str, edition: str = "patient", paper: Paper = "a4") -> PrintOptions:
    return PrintOptions(FORMATS[form], EDITIONS[edition], paper)


def rendered(
    summary: Summary | StaffSummary, form: str, paper: Paper = "a4", edition: str = ""
) -> bytes:
    """The finished file, made once however many look at it."""
    return _made(summary, options(form, edition or summary.kind, paper), paths.reports())


@lru_cache(maxsize=32)
def _made(summary: Summary | StaffSummary, look: PrintOptions, _templates: Path) -> bytes:
    return files.render(summary, look)


def rendered_anew(
    summary: Summary | StaffSummary, form: str, paper: Paper = "a4", edition: str = ""
) -> bytes:
    """The file made another time."""
    return files.render(summary, options(form, edition or summary.kind, paper))


@lru_cache(maxsize=16)
def pages(pdf: bytes) -> tuple[str, ...]:
    """The words of each page."""
    return tuple(pdf_text.pages(pdf))


def number_of_pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def html(summary: Summary | StaffSummary) -> str:
    return rendered(summary, "html").decode()


def text(summary: Summary | StaffSummary) -> str:
    return rendered(summary, "txt").decode()


def pdf(summary: Summary | StaffSummary, paper: Paper) -> bytes:
    return rendered(summary, "pdf", paper)
