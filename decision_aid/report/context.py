"""A summary as plain data: harmless text, numbered sources, passages gathered into lists.

The templates loop over this and decide nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from decision_aid.plain_text import REPLACEMENT
from decision_aid.report import icons
from decision_aid.report.addresses import link_of_number
from decision_aid.report.calling import leave_calls
from decision_aid.report.languages import leave_unmarked
from decision_aid.report.tidying import Data, add_note, add_text, is_unnoted, texts_of, tidy
from decision_aid.spoken import language_of
from decision_aid.summary.models import StaffSummary
from decision_aid.summary.shared import Shared, find_shared, left_over
from decision_aid.summary.sources import cited_on_sheet
from decision_aid.words import Words

if TYPE_CHECKING:
    from decision_aid.calls import Call
    from decision_aid.content import Contact
    from decision_aid.report.calling import MarkCalls
    from decision_aid.summary.models import (
        Advice,
        Block,
        Glance,
        IconArray,
        NumberedSource,
        Picture,
        Quoted,
        Summary,
        Table,
        TableRow,
    )
    from decision_aid.wording import Paragraph, Sentence


SHORT = 28
"""Characters of an item up to which several stand on one line."""

SHORT_FOR_STAFF = 56
"""The same on the staff's page, whose letters are smaller."""


def make_context(
    summary: Summary | StaffSummary,
    tidy: Callable[[str], str] = tidy,
    mark: Callable[[str, str], str] = leave_unmarked,
    dial: MarkCalls = leave_calls,
) -> Data:
    """All of the summary as plain data, each text put through `tidy`.

    What is in another language than the paper is put through `mark` with the name of that, and
    numbers to call through `dial`.
    """
    replaced, foreign = False, summary.laid_over.language_of

    def tidied(text: str, language: str = "", calls: Sequence[Call] = ()) -> str:
        nonlocal replaced
        tidy_text = dial(text, calls, tidy)
        replaced = replaced or REPLACEMENT in tidy_text
        other = language or language_of(text) or foreign(text)
        return mark(tidy_text, other) if other else tidy_text

    short = SHORT_FOR_STAFF if isinstance(summary, StaffSummary) else SHORT
    numbers = {one.source.id: one.number for one in summary.sources}
    made = _Context(tidied, numbers, short, summary.words, summary.laid_over.original)
    data = made.staff(summary) if isinstance(summary, StaffSummary) else made.summary(summary)
    return data | {"words": made.words(summary), "unprinted": replaced and is_unnoted(data)}


def _as_text(said: Paragraph) -> Paragraph:
    """Right under the title a heading would leave out a level, which a tagged PDF may not."""
    return replace(said, kind="text") if said.kind == "heading" else said


def _kind(said: Paragraph) -> str:
    return said.kind


class _Tidied(Protocol):
    def __call__(self, text: str, language: str = "", calls: Sequence[Call] = ()) -> str:
        """The text, marked where it is in another language, and where it can be called."""


@dataclass(frozen=True)
class _Context:
    tidy: _Tidied
    number: Mapping[str, int]
    most: int
    """Characters of an item that is short."""
    ours: Words
    """The engine's own words in the language of the paper."""
    first_language: str
    """The language of what is never translated, where the paper is in another one."""

    def summary(self, summary: Summary) -> Data:
        return {
            "language": self.tidy(summary.language),
            "warning": self.tidy(summary.warning),
            "across": self.across(summary),
            "foot": self.foot(summary),
            "sources_at": self.ours.paper["sources_at_end"],
            "title": self.tidy(summary.title),
            "lead": self.runs(_as_text(said) for said in summary.lead),
            "noted": self.runs(summary.noted),
            "side_1": [self.block(one) for one in summary.side_1],
            "side_2": [self.block(one) for one in summary.side_2],
            "urgent_first": summary.urgent_first,
            "urgent_help": self.urgent_help(summary),
            "recommendation": self.recommendation(summary.recommendation),
            "glance": self.glance(summary.glance) if summary.glance else None,
            "fill_in": [self.tidy(line) for line in summary.fill_in],
            "colophon": self.runs(summary.colophon),
            "table": self.table(summary.table),
            "pictures": [self.picture(one) for one in summary.pictures],
            "details": [self.block(one) for one in summary.details],
            "contacts": [self.contact(one) for one in summary.contacts],
            "contacts_checked": self.tidy(summary.contacts_checked),
            "sources": [self.source(one) for one in summary.sources],
            "cited": [self.cited(summary, name) for name in cited_on_sheet(summary)],
            "imprint": self.block(summary.imprint),
        }

    def staff(self, staff: StaffSummary) -> Data:
        return {
            "language": self.tidy(staff.language),
            "warning": self.tidy(staff.warning),
            "across": self.across(staff),
            "foot": self.foot(staff) or f"{self.ours.day(staff.on)}.",
            "sources_at": "",
            "title": self.tidy(staff.title),
            "on": self.ours.day(staff.on),
            "says": staff.says,
            "ask": [self.block(one) for one in staff.ask],
            "opening": [self.block(one) for one in staff.opening],
            "urgent_help": self.urgent_help(staff),
            "main": [self.block(one) for one in staff.main],
            "recommendation": self.recommendation(staff.recommendation),
            "fill_in": [self.tidy(line) for line in staff.fill_in],
            "own_words": [self.block(one) for one in staff.own_words],
            "sources": [
                {"number": one.number, "short": self.tidy(one.source.short)}
                for one in staff.more_sources
            ],
        }

    def urgent_help(self, summary: Summary | StaffSummary) -> Data | None:
        """What a template may ask for; None where the aid has none."""
        return self.block(summary.urgent_help) if summary.urgent_help.heading else None

    def across(self, summary: Summary | StaffSummary) -> str:
        """What stands across every page."""
        marks = (
            self.ours.out_of_date if summary.out_of_date else "",
            self.ours.paper["blank"] if summary.blank else "",
        )
        return self.tidy("\n".join(filter(None, marks)))

    def foot(self, summary: Summary | StaffSummary) -> str:
        """The first of it in black for the foot, which has one line: not every printer has grey."""
        first = self.across(summary).partition("\n")[0]
        return f"{first[:1].upper()}{first[1:]}." if first else ""

    def recommendation(self, advice: Advice) -> Data:
        return {
            "heading": self.tidy(advice.heading),
            "lead": self.sentences(advice.lead),
            "quoted": [self.quoted(one) for one in advice.quoted],
            "in_short": self.sentences(advice.in_short),
            "more_quoted": [self.quoted(one) for one in advice.more_quoted],
        }

    def quoted(self, quoted: Quoted) -> Data:
        words = self.sentence(quoted.words)
        beside = [self.sentence(one) for said in quoted.beside for one in said.sentences]
        return {"by": self.tidy(quoted.by), "words": words, "beside": beside}

    def table(self, table: Table) -> Data:
        return self.glance(table) | {
            "rows": [self.row(row, table.columns) for row in table.rows],
            "lead": self.runs(table.lead),
            "box": self.block(table.box),
        }

    def row(self, row: TableRow, columns: tuple[str, ...]) -> Data:
        """A row with its cells whole, and as what several of them share and what is left."""
        shared = find_shared(row)
        return self.cells(row) | {
            "shared": self.shared(shared, columns) if shared else None,
            "left": [self.sentences(cell) for cell in left_over(row, shared)],
        }

    def shared(self, shared: Shared, columns: tuple[str, ...]) -> Data:
        name = self.tidy(self.ours.options_alike(columns[shared.columns]))
        said = self.sentences(shared.sentences)
        return {"first": shared.first, "last": shared.last, "name": name, "sentences": said}

    def cells(self, row: TableRow) -> Data:
        cells = [self.sentences(cell.sentences) for cell in row.cells]
        return {"name": self.tidy(row.name), "cells": cells}

    def glance(self, table: Table | Glance) -> Data:
        rows = [self.cells(row) for row in table.rows]
        return {
            "heading": self.tidy(table.heading),
            "columns": [self.tidy(column) for column in table.columns],
            "rows": rows,
        }

    def picture(self, picture: Picture) -> Data:
        return {
            "name": self.tidy(picture.name),
            "said": self.runs(picture.said),
            "arrays": [self.array(one) for one in picture.arrays],
            "icon": self.tidy(picture.icon),
            "blank": self.tidy(picture.blank),
            "caption": self.runs(picture.caption),
        }

    def array(self, array: IconArray) -> Data:
        counted = self.ours.paper["counted"].format(count=array.count, of=array.of)
        title, alt = self.tidy(array.title), tidy(array.alt)
        return {"title": title, "alt": alt, "counted": counted, "drawing": icons.drawing(array)}

    def contact(self, contact: Contact) -> Data:
        more = " ".join(part for part in (contact.about, contact.address) if part)
        name, number = self.tidy(contact.name), self.tidy(contact.number)
        dial = link_of_number(contact.number, contact.by)
        return {"name": name, "number": number, "dial": dial, "more": self.tidy(more)}

    def source(self, numbered: NumberedSource) -> Data:
        source = numbered.source
        named = f"{source.short} {source.title}"
        year = "" if source.year is None or str(source.year) in named else str(source.year)
        rest = [f"{self.tidy(part)}." for part in (source.body, source.title, year) if part]
        if source.address:
            rest.append(f"{self.tidy(source.address, self.first_language)}.")
        if source.remark:
            rest.append(f"{self.tidy(source.remark)}.")
        rest.append(self.tidy(self.ours.paper["read"].format(day=self.ours.day(source.read))))
        short, rest_said = self.tidy(source.short), " ".join(rest)
        brief = self.tidy(source.brief or source.short)
        return {"number": numbered.number, "short": short, "brief": brief, "rest": rest_said}

    def cited(self, summary: Summary, name: str) -> Data:
        (source,) = (one.source for one in summary.sources if one.source.id == name)
        return {"number": self.number[name], "short": self.tidy(source.brief or source.short)}

    def words(self, summary: Summary | StaffSummary) -> Data:
        version = self.ours.paper["version"].format(
            version=summary.version, hash=summary.content_hash[:6]
        )
        if summary.session:
            version += " " + self.ours.paper["session"].format(session=summary.session)
        opens, closes = self.ours.quotes
        return {
            **self.ours.paper,
            "version": self.tidy(version),
            "evidence": self.ours.evidence_read(summary.evidence_read),
            "opens": opens,
            "closes": closes,
            "colon": self.ours.colon,
            "semicolon": self.ours.semicolon,
        }

    def block(self, block: Block) -> Data:
        heading, runs = self.tidy(block.heading), self.runs(block.passages)
        noted = any(REPLACEMENT in one for one in (heading, *texts_of(runs)))
        if noted:
            add = add_note if block.style == "own_words" else add_text
            runs = add(runs, self.ours.paper["unprinted"])
        return {
            "id": block.id, "heading": heading, "runs": runs, "noted": noted, "style": block.style
        }  # fmt: skip

    def runs(self, passages: Iterable[Paragraph]) -> list[Data]:
        """Passages of one kind that follow each other, together: items make one list."""
        return [self.run(kind, list(group)) for kind, group in groupby(passages, _kind)]

    def run(self, kind: str, passages: list[Paragraph]) -> Data:
        short = max(len(said.text) for said in passages) <= self.most
        said = [self.sentences(one.sentences) for one in passages]
        return {"kind": kind, "passages": said, "short": short}

    def sentences(self, sentences: Iterable[Sentence]) -> list[Data]:
        return [self.sentence(one) for one in sentences]

    def sentence(self, sentence: Sentence) -> Data:
        marks = [self.number[source] for source in sentence.sources]
        text = self.tidy(sentence.text, sentence.language, sentence.calls)
        return {"text": text, "marks": marks}
