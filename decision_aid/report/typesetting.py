"""The summary as PDF: Typst sets it from data, with the shipped fonts and the one that is given."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from decision_aid import paths
from decision_aid.plain_text import decode
from decision_aid.report import glyphs
from decision_aid.report.context import make_context
from decision_aid.report.given_font import folder_with
from decision_aid.report.languages import mark_language
from decision_aid.report.letters import prepare

if TYPE_CHECKING:
    from datetime import date

    from typst import Compiler

    from decision_aid.report.editions import Edition
    from decision_aid.report.format import Paper
    from decision_aid.report.given_font import GivenFont
    from decision_aid.report.glyphs import Family
    from decision_aid.report.tidying import Data
    from decision_aid.summary.models import StaffSummary, Summary

PAPER_NAMES: Mapping[Paper, str] = {"a4": "a4", "letter": "us-letter"}
"""The names that Typst has for the sizes of paper."""
_MARKED = Path(__file__).with_name("marked.typ")
_NAMED = re.compile(rb"\bdata\.(?:at\(\")?([\w-]+)")
_MAIN = "main.typ"
"""What the source is called while it is set: a template can look things up in itself."""
_local = threading.local()


def typeset(
    summary: Summary | StaffSummary, edition: Edition, paper: Paper, font: GivenFont | None = None
) -> bytes:
    """The summary as a tagged PDF; the same bytes for the same summary."""
    return compile_pdf(source_of(summary, edition, paper, font), summary.on, font)


def source_of(
    summary: Summary | StaffSummary,
    edition: Edition,
    paper: Paper,
    font: GivenFont | None = None,
    lengthen: Callable[[str], str] = str,
) -> bytes:
    """The template with the summary's words before it as data, each put through `lengthen`."""
    more = font.family if font else None
    data = make_context(summary, lambda text: prepare(lengthen(text), more), mark_language) | {
        "paper": PAPER_NAMES[paper],
        "points": edition.points,
    }
    data["words"] = {name: lengthen(text) for name, text in data["words"].items()}
    data["language"], _, data["region"] = data["language"].partition("-")
    template = decode((paths.reports() / f"{edition.template}.typ").read_bytes()).encode()
    return with_data(data, template, more)


def with_data(data: Data, template: bytes, more: Family | None = None) -> bytes:
    """The template, with what it is to say, whose words went through `prepare`, before it.

    What it does not name is left out: most of a summary stands in the booklet alone.
    """
    families = [*glyphs.shipped_names(), *((more.name,) if more else ())]
    code = _MARKED.read_bytes() + template
    named = {name.decode() for name in _NAMED.findall(code)}
    needed = {name: part for name, part in data.items() if name in named}
    return _define("data", needed) + _define("families", families) + code


def compile_pdf(source: bytes, on: date, font: GivenFont | None = None) -> bytes:
    """The PDF of a source, dated that day."""
    files: Any = {_MAIN: source}  # which Typst takes, and its types for Python do not know
    made: Any = _compiler(font).compile(
        files,
        format="pdf",
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(on, time(), UTC),
    )
    return bytes(made)


def _define(name: str, data: object) -> bytes:
    """A line of Typst that defines the name by one string of JSON in plain ASCII.

    In such a string only a backslash and a quotation mark mean anything, and both are escaped.
    Through `sys.inputs` it would be the same, but then nothing that was set before is used again.
    """
    string = json.dumps(data).replace("\\", "\\\\").replace('"', '\\"')
    return f'#let {name} = json(bytes("{string}"))\n'.encode("ascii")


def _compiler(font: GivenFont | None) -> Compiler:
    """This thread's compiler: it keeps the fonts, and cannot be shared between threads."""
    if getattr(_local, "font", None) != font or not hasattr(_local, "compiler"):
        _local.font = font
        _local.folder = folder_with(font.file) if font else None
        _local.compiler = _make_compiler([_local.folder.name] if font else [])
    compiler: Compiler = _local.compiler
    return compiler


def _make_compiler(more: list[str]) -> Compiler:
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(glyphs.fonts()), *more],
    )
    return typst.Compiler(font_paths=fonts)
