"""The summary as PDF: Typst sets it from data, with the shipped fonts and nothing else."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from decision_aid import paths
from decision_aid.plain_text import decode
from decision_aid.report import glyphs
from decision_aid.report.context import make_context, tidy

if TYPE_CHECKING:
    from datetime import date

    from typst import Compiler

    from decision_aid.report.context import Data
    from decision_aid.report.editions import Edition
    from decision_aid.report.format import Paper
    from decision_aid.summary.models import StaffSummary, Summary

PAPER_NAMES: Mapping[Paper, str] = {"a4": "a4", "letter": "us-letter"}
"""The names that Typst has for the sizes of paper."""
_LONG_WORD = re.compile(r"\S{25,}")
_AFTER_SIGN = re.compile(r"(?<=[-/?&=_,;])(?=\w)")
_LONG_PIECE = re.compile("[^\u200b]{24}(?=[^\u200b])")
_BREAK = "\u200b"

_local = threading.local()


def typeset(summary: Summary | StaffSummary, edition: Edition, paper: Paper) -> bytes:
    """The summary as a tagged PDF; the same bytes for the same summary."""
    return compile_pdf(source_of(summary, edition, paper), summary.on)


def source_of(summary: Summary | StaffSummary, edition: Edition, paper: Paper) -> bytes:
    """The template with the summary's words before it as data."""
    data = make_context(summary, make_printable) | {
        "paper": PAPER_NAMES[paper],
        "points": edition.points,
    }
    data["language"], _, data["region"] = data["language"].partition("-")
    template = (paths.reports() / f"{edition.template}.typ").read_bytes()
    return _define(data) + decode(template).encode()


def make_printable(text: str) -> str:
    """The text tidied, with what no font has replaced, and places to break in long words."""
    return _LONG_WORD.sub(_with_breaks, glyphs.replace_unprintable(tidy(text)))


def _with_breaks(word: re.Match[str]) -> str:
    eased = _AFTER_SIGN.sub(_BREAK, word.group())
    return _LONG_PIECE.sub(rf"\g<0>{_BREAK}", eased)


def compile_pdf(source: bytes, on: date) -> bytes:
    """The PDF of a source, dated that day."""
    made: Any = _compiler().compile(
        source,
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(on, time(), UTC),
    )
    return bytes(made)


def _define(data: Data) -> bytes:
    """A line of Typst that defines `data` from one string of JSON in plain ASCII.

    In such a string only a backslash and a quotation mark mean anything, and both are escaped.
    Through `sys.inputs` it would be the same, but then nothing that was set before is used again.
    """
    string = json.dumps(data).replace("\\", "\\\\").replace('"', '\\"')
    return f'#let data = json(bytes("{string}"))\n'.encode("ascii")


def _compiler() -> Compiler:
    """This thread's compiler: it keeps the fonts, and cannot be shared between threads."""
    if not hasattr(_local, "compiler"):
        import typst

        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(glyphs.fonts())],
        )
        _local.compiler = typst.Compiler(font_paths=fonts)
    compiler: Compiler = _local.compiler
    return compiler
