"""A summary as JSON: each sentence with its content id and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from decision_aid.plain_text import clean
from decision_aid.report.format import Format, Paper
from decision_aid.summary.quotations import quote_in_full

if TYPE_CHECKING:
    from decision_aid.report.editions import Edition
    from decision_aid.report.given_font import GivenFont
    from decision_aid.summary.models import (
        Advice,
        Block,
        NumberedSource,
        Quoted,
        StaffSummary,
        Summary,
        Table,
        TableRow,
    )
    from decision_aid.wording import Paragraph, Sentence
    from decision_aid.words import Words

Data = Mapping[str, Any]
_HEAD = 2_000


def _render(
    summary: Summary | StaffSummary, _edition: Edition, _paper: Paper, _font: GivenFont | None
) -> bytes:
    """The whole summary as data, in the order of the paper."""
    import json

    from decision_aid.report.guard import check_text
    from decision_aid.summary.models import StaffSummary

    summary = quote_in_full(summary)
    said = _staff(summary) if isinstance(summary, StaffSummary) else _patient(summary)
    data = _head(summary) | said | {"sources": [_source(one) for one in summary.sources]}
    check_text("\n".join(_strings(data)), summary)
    return (clean(json.dumps(data, ensure_ascii=False, indent=2)) + "\n").encode()


def _is_own(data: bytes) -> bool:
    """One that begins with the title, and says the content's hash soon after."""
    return data.startswith(b'{\n  "title": ') and b'\n  "content_hash": "' in data[:_HEAD]


JSON = Format("json", _render, "json", is_for_people=False, editions=("patient",), is_own=_is_own)


def _head(summary: Summary | StaffSummary) -> dict[str, Any]:
    return {
        "title": summary.title,
        "on": summary.on.isoformat(),
        "version": summary.version,
        "content_hash": summary.content_hash,
        "session": summary.session,
        "warning": summary.warning,
    }


def _patient(summary: Summary) -> dict[str, Any]:
    return {
        "lead": _all(summary.lead),
        "noted": _all(summary.noted),
        "side_1": [_block(block) for block in summary.side_1],
        **_urgent_help(summary.urgent_help),
        "recommendation": _advice(summary.recommendation, summary.words),
        "side_2": [_block(block) for block in summary.side_2],
        "glance": _rows(summary.glance.rows) if summary.glance else [],
        "table": _table(summary.table),
        "pictures": [
            {"id": one.id, "said": _all((*one.said, *one.caption))} for one in summary.pictures
        ],
        "details": [_block(block) for block in summary.details],
        "imprint": _block(summary.imprint),
        "colophon": _all(summary.colophon),
    }


def _staff(staff: StaffSummary) -> dict[str, Any]:
    from decision_aid.summary.record_line import make_record_line

    return {
        "ask": [_block(block) for block in staff.ask],
        "opening": [_block(block) for block in staff.opening],
        **_urgent_help(staff.urgent_help),
        "main": [_block(block) for block in staff.main],
        "recommendation": _advice(staff.recommendation, staff.words),
        "own_words": [_block(block) for block in staff.own_words],
        "line": make_record_line(staff),
    }


def _urgent_help(block: Block) -> Data:
    return {"urgent_help": _block(block)} if block.heading else {}


def _strings(data: Any) -> Iterator[str]:
    """Every text in the data, in order."""
    if isinstance(data, str):
        yield data
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for part in parts:
        yield from _strings(part)


def _block(block: Block) -> Data:
    return {"id": block.id, "heading": block.heading, "said": _all(block.passages)}


def _all(passages: Iterable[Paragraph]) -> list[Data]:
    return [{"kind": said.kind, "sentences": _sentences(said.sentences)} for said in passages]


def _sentences(sentences: Iterable[Sentence]) -> list[Data]:
    return [
        {"text": one.text, "content_id": one.content_id, "sources": list(one.sources)}
        | ({"language": one.language} if one.language else {})
        for one in sentences
    ]


def _advice(advice: Advice, ours: Words) -> Data:
    every = (*advice.quoted, *advice.more_quoted)
    quoted = [{"said": _quotation(one, ours), "beside": _all(one.beside)} for one in every]
    return {
        "heading": advice.heading,
        "lead": _sentences(advice.lead),
        "quoted": quoted,
        "in_short": _sentences(advice.in_short),
    }


def _quotation(quoted: Quoted, ours: Words) -> Data:
    words = quoted.words
    return {
        "text": ours.said_of(quoted.by, ours.quoted(words.text)),
        "content_id": words.content_id,
        "sources": list(words.sources),
    } | ({"language": words.language} if words.language else {})


def _table(table: Table) -> Data:
    return {
        "heading": table.heading,
        "lead": _all(table.lead),
        "rows": _rows(table.rows),
        "box": _block(table.box),
    }


def _rows(rows: Iterable[TableRow]) -> list[Data]:
    return [
        {
            "id": row.id,
            "name": row.name,
            "cells": {cell.option: _sentences(cell.sentences) for cell in row.cells},
        }
        for row in rows
    ]


def _source(one: NumberedSource) -> Data:
    source = one.source
    return {
        "number": one.number,
        "id": source.id,
        "name": source.short,
        "year": source.year,
        "kind": source.kind,
        "rows": list(source.rows),
        "address": source.address,
        "remark": source.remark,
    }
