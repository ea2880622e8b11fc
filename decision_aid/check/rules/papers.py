"""Paper: what must fit on one page does; each template dated, its advice under no condition."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import TYPE_CHECKING

from decision_aid.check.grades import words as words_of
from decision_aid.check.proof.sheet import fullest_side
from decision_aid.check.rule import LONGER, CheckRule, Subject
from decision_aid.check.rules.staff_page import MOMENT, staff_page_fits
from decision_aid.check.templates import css
from decision_aid.check.templates.advice import PATHS
from decision_aid.check.templates.html import Template
from decision_aid.check.templates.typst import TypstSource
from decision_aid.content.faults import Fault
from decision_aid.plain_text import decode_leniently
from decision_aid.report.editions import EDITIONS
from decision_aid.report.format import PAPERS
from decision_aid.report.formats import FORMATS
from decision_aid.words import words

if TYPE_CHECKING:
    from pathlib import Path

    from decision_aid.conditions import Answers
    from decision_aid.content.summary_plan import Side
    from decision_aid.report.format import Paper

BUDGETS: Mapping[Side, int] = {1: 300, 2: 320}
"""Words of each side of the sheet, with its foot."""

MEASURES = ((0, 0), (10, 0), (10, 40))
"""What a paragraph and a line to write on take besides their words, counted in words."""

WORDS_OF_A_CELL = 9
"""The most words of a short cell."""

ENDINGS = tuple(one.template for one in FORMATS.values() if one.template)
"""How the names of templates end."""


def sheet_budget(subject: Subject) -> Iterator[Fault]:
    """No side has more words than its budget: exactly the most, over all answer states."""
    for side, most in subject.fullest_sides.items():
        if most.words > BUDGETS[side]:
            message = f"side {side} of the sheet can have {most.words} words"
            yield Fault("summary", message, most.answers)


def sheet_fits(subject: Subject) -> Iterator[Fault]:
    """On A4 and on Letter the fullest sheets are two sides, with every text a fifth longer.

    A translation has its own length: it is set as it is.
    """
    lengthen = str if subject.is_translated else lengthened
    for given, paper in product(fullest_sheets(subject), PAPERS):
        pages = len(set_sheet(subject, given, paper, lengthen))
        if pages > len(BUDGETS):
            yield Fault("summary", f"the sheet can run over on {paper} paper", given)


def fullest_sheets(subject: Subject) -> list[Answers]:
    """For each side and each measure the answers that bring about most, none of them twice."""
    found: dict[str, Answers] = {}
    for side, (paragraph, line) in product(BUDGETS, MEASURES):
        given = fullest_side(subject.states, side, paragraph, line).answers or {}
        found.setdefault(repr(sorted(given.items())), _without_words(subject, given))
    return list(found.values())


def _without_words(subject: Subject, given: Answers) -> Answers:
    """The answers without what is typed, which goes onto a page of its own where it has no room."""
    typed = {one.id for one in subject.aid.questions if one.is_typed}
    return {name: value for name, value in given.items() if name not in typed}


def set_sheet(
    subject: Subject, given: Answers, paper: Paper, lengthen: Callable[[str], str]
) -> list[str]:
    """The pages of the sheet of these answers, with every text put through `lengthen`."""
    from decision_aid.report import pdf_text
    from decision_aid.report.editions import PATIENT
    from decision_aid.report.typesetting import compile_pdf, source_of
    from decision_aid.summary.models import Changed
    from decision_aid.summary.patient import FEW_LETTERS, make_summary

    moments = dict.fromkeys(given, words(subject.aid.language).moment(MOMENT))
    changed = Changed(subject.today, ("x" * 99,) * (FEW_LETTERS // 99))
    summary = make_summary(subject.aid, given, subject.today, moments, changed)
    source = source_of(summary, PATIENT, paper, lengthen=lengthen)
    return list(pdf_text.pages(compile_pdf(source, summary.on)))


def lengthened(text: str) -> str:
    """The text with its beginning once more."""
    more = text[: len(text) * (LONGER - 100) // 100].split("{", maxsplit=1)[0].strip()
    return f"{text} {more}" if more else text


def sheet_cells_short(subject: Subject) -> Iterator[Fault]:
    """No short cell has more than nine words."""
    for row in subject.aid.comparison.rows:
        for option, cell in row.short.items():
            count = len(words_of(cell.plain))
            if count > subject.room_for(WORDS_OF_A_CELL):
                message = f"the short cell {option!r} has {count} words"
                yield Fault(row.id, message, text=cell.statements[0].text)


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
        "sheet-budget",
        f"Side 1 has {BUDGETS[1]} words or fewer in every answer state, side 2 {BUDGETS[2]}.",
        ("S1", "NICE EC6"),
        "Shorten a block, or move it to the booklet.",
        sheet_budget,
        "warning",
        was=("page-one-budget",),
    ),
    CheckRule(
        "sheet-fits",
        "The fullest sheets are two sides of A4 and of Letter, with every text a fifth longer.",
        ("S1", "R2"),
        "Shorten what these answers bring onto the sheet, or move a block to the booklet.",
        sheet_fits,
        was=("page-one-fits",),
        of_words=True,
    ),
    CheckRule(
        "sheet-cells-short",
        f"A short cell of the comparison has {WORDS_OF_A_CELL} words or fewer.",
        ("S1",),
        "Say the one thing that matters most; the booklet has the whole cell.",
        sheet_cells_short,
        of_words=True,
    ),
    CheckRule(
        "staff-page-fits",
        "The staff's page without typed words is one page of A4 and of Letter.",
        ("S1", "R2"),
        "Shorten what these answers bring onto it, or take the mark `staff` from a block.",
        staff_page_fits,
        of_words=True,
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
