"""Paper: what must fit on one page does; each template dated, its advice under no condition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.check.proof.page_one import fullest_page_one
from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.rules.staff_page import staff_page_fits
from decision_aid.check.templates import css
from decision_aid.check.templates.html import PATHS, Template
from decision_aid.check.templates.typst import TypstSource
from decision_aid.content.faults import Fault
from decision_aid.plain_text import decode_leniently
from decision_aid.report.editions import EDITIONS
from decision_aid.report.format import PAPERS
from decision_aid.report.formats import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from decision_aid.conditions import Answers

BUDGET = 450
"""Words of page 1, with its foot."""

PARAGRAPH = 10
"""What a paragraph of page 1 takes besides its words: the rest of its last line, in words."""

ENDINGS = tuple(one.template for one in FORMATS.values() if one.template)
"""How the names of templates end."""


def page_one_budget(subject: Subject) -> Iterator[Fault]:
    """Page 1 has 450 words or fewer: exactly the most, over all answer states."""
    most = subject.fullest_page_one
    if most.words > BUDGET:
        yield Fault("summary", f"page 1 can have {most.words} words", most.answers)


def page_one_fits(subject: Subject) -> Iterator[Fault]:
    """On A4 and on Letter the fullest pages 1 hold all, to the last sentence of the advice."""
    with_paragraphs = fullest_page_one(subject.states, PARAGRAPH)
    for most in (subject.fullest_page_one, with_paragraphs):
        yield from _run_over(subject, most.answers or {})


def _run_over(subject: Subject, given: Answers) -> Iterator[Fault]:
    from decision_aid.report import pdf_text
    from decision_aid.report.files import render
    from decision_aid.report.options import PrintOptions
    from decision_aid.report.pdf import PDF
    from decision_aid.summary.patient import make_summary

    moments = dict.fromkeys(given, "20 November 2026, 14:05")
    summary = make_summary(subject.aid, given, subject.today, moments)
    last = [_letters(sentence.text) for sentence in summary.recommendation.in_short]
    for paper in PAPERS:
        first = _letters(next(pdf_text.pages(render(summary, PrintOptions(PDF, paper=paper))), ""))
        if not all(sentence in first for sentence in last):
            yield Fault("summary", f"page 1 can run over on {paper} paper", given)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def templates_there(subject: Subject) -> Iterator[Fault]:
    """There is a template for HTML, for text and for PDF: the summary's and the staff's."""
    names = {path.name for path in _templates(subject.reports)}
    kinds = dict.fromkeys(edition.template for edition in EDITIONS.values())
    for name in (f"{kind}{ending}" for kind in kinds for ending in ENDINGS):
        if name not in names:
            yield Fault("reports", f"there is no template {name!r}", file=str(subject.reports))


def advice_surely_printed(subject: Subject) -> Iterator[Fault]:
    """Each template sets the recommendation and urgent help under no if, for or macro choice."""
    for path in _templates(subject.reports):
        source = _read(path)
        template = TypstSource(source) if path.suffix == ".typ" else Template(path.name, source)
        for thing, part in template.missing():
            message = f"{thing}.{part} is not surely printed"
            yield Fault("reports", message, file=path.name, line=_line_of(source, thing, part))


def _line_of(source: str, thing: str, part: str) -> int:
    match = re.search(rf"\b{thing}\.{part}\b", source) or re.search(rf"\b{thing}\b", source)
    return source.count("\n", 0, match.start()) + 1 if match else 1


def advice_not_hidden(subject: Subject) -> Iterator[Fault]:
    """No style, element or function hides, moves or shrinks the recommendation or urgent help."""
    for path in _templates(subject.reports):
        source = _read(path)
        if path.suffix == ".typ":
            for why in TypstSource(source).hiding():
                yield Fault("reports", why, file=path.name)
        elif path.name.endswith(".html.j2"):
            yield from _hidden_in_html(subject, Template(path.name, source))


def _hidden_in_html(subject: Subject, template: Template) -> Iterator[Fault]:
    around = template.around
    for thing in sorted(PATHS - around.found):
        yield Fault("reports", f"{thing} stands in no element that shows", file=template.name)
    for what in around.hiding:
        yield Fault("reports", f"the advice stands in {what}", file=template.name)
    for style in around.styles:
        for why in css.hiding(f"* {{ {style} }}", around):
            yield Fault("reports", why, file=template.name)
    for inline in re.findall(r"<style[^>]*>(.*?)</style>", template.source, re.S):
        for why in css.hiding(re.sub(r"\{\{.*?\}\}", "", inline), around):
            yield Fault("reports", why, file=template.name)
    for sheet in sorted(subject.reports.glob("*.css")):
        for why in css.hiding(_read(sheet), around):
            yield Fault("reports", why, file=sheet.name)


def paper_dated(subject: Subject) -> Iterator[Fault]:
    """Each template prints the version with the content hash, and the day of the evidence."""
    for path in _templates(subject.reports):
        source = _read(path)
        wanted = ["words.version", "words.evidence"]
        wanted += ["counter(page)"] if path.suffix == ".typ" else []
        for name in wanted:
            if name not in source:
                yield Fault("reports", f"{name!r} is not printed", file=path.name)


def _templates(reports: Path) -> list[Path]:
    return sorted([*reports.glob("*.j2"), *reports.glob("*.typ")])


def _read(path: Path) -> str:
    return decode_leniently(path.read_bytes())


RULES = (
    CheckRule(
        "page-one-budget",
        f"Page 1 has {BUDGET} words or fewer in every answer state.",
        ("S1", "NICE EC6"),
        "Shorten a block, or move it to a later page.",
        page_one_budget,
        "warning",
    ),
    CheckRule(
        "page-one-fits",
        "The fullest page 1 fits one page of A4 and of Letter at 12 points.",
        ("S1", "R2"),
        "Shorten what these answers bring onto page 1, or move a block to a later page.",
        page_one_fits,
    ),
    CheckRule(
        "staff-page-fits",
        "The staff's page without typed words is one page of A4 and of Letter.",
        ("S1", "R2"),
        "Shorten what these answers bring onto it, or take the mark `staff` from a block.",
        staff_page_fits,
    ),
    CheckRule(
        "templates-there",
        "There is a template for each format.",
        ("R2",),
        "Put the template back.",
        templates_there,
    ),
    CheckRule(
        "advice-surely-printed",
        "In every template the recommendation and urgent help stand under no condition.",
        ("R2", "R3", "R4"),
        "Print it plainly, or through a macro that prints its argument in every branch.",
        advice_surely_printed,
    ),
    CheckRule(
        "advice-not-hidden",
        "No style hides, moves or shrinks the recommendation or urgent help.",
        ("R2", "R4", "S2"),
        "Take the declaration out, or make its selector name something else.",
        advice_not_hidden,
    ),
    CheckRule(
        "paper-dated",
        "Every template prints version, content hash and the day of the evidence; PDF also pages.",
        ("S3",),
        "Print words.version and words.evidence in the foot.",
        paper_dated,
    ),
)
