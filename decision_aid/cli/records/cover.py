"""The cover sheet of a day's summaries: labels, dates, versions, and what was left out and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from decision_aid.cli.records.day import named
from decision_aid.cli.records.sessions import format_label, name_session
from decision_aid.plain_text import one_line
from decision_aid.report.files import numbered
from decision_aid.report.html import HTML
from decision_aid.report.letters import prepare
from decision_aid.report.pdf import PDF
from decision_aid.report.saving import save_new
from decision_aid.report.typesetting import PAPER_NAMES, compile_pdf, with_data

if TYPE_CHECKING:
    from decision_aid.cli.records.day import Day
    from decision_aid.cli.records.papers import Order
    from decision_aid.record import SessionInfo
    from decision_aid.report.glyphs import Family

_TEMPLATE = Path(__file__).with_name("cover.typ")
_STYLE = (
    "body{font:12pt sans-serif;max-width:60em;margin:1em auto}table{border-collapse:collapse}"
    "th,td{border:1px solid;padding:.3em .5em;text-align:left;overflow-wrap:anywhere}"
)
Data: TypeAlias = dict[str, str | list[str] | list[list[str]]]


def save_cover(day: Day) -> Path:
    """Save it beside the summaries, as PDF where they can be printed, else as a page.

    No sheet takes the place of an earlier one. Raises NotSaved.
    """
    data, order = cover(day), day.order
    name = f"cover-sheet-{order.on:%Y-%m-%d}"
    if order.options.format.is_printable:
        made, ending = _typeset(data, order), PDF.ending
    else:
        made, ending = page(data).encode(), HTML.ending
    return save_new(made, numbered(order.folder, name, ending))


def cover(day: Day) -> Data:
    """What the sheet says, as data."""
    aid, order, ours = day.aids.staff, day.order, day.order.words.records
    editions = ", ".join(one.edition.name for one in order.every)
    content = {"content": aid.id, "version": aid.version, "hash": aid.content_hash[:6]}
    return {
        "language": order.words.language,
        "title": ours.cover.format(count=len(day.saved), day=order.words.day(order.on)),
        "lead": ours.cover_lead,
        "content": ours.one_version.format(**content, edition=editions),
        "heads": list(ours.cover_heads),
        "rows": [[*_cells(job.what.entry), named(job)] for job in day.saved],
        "left_out": ours.left_out.format(count=len(day.left)) if day.left else "",
        "left_heads": list(ours.left_out_heads),
        "left": [[*_cells(one.entry), one.why] for one in day.left],
        "remarks_title": ours.remarks,
        "remarks": list(_remarks(day)),
        "page": ours.page,
        "paper": PAPER_NAMES[order.options.paper],
    }


def _cells(entry: SessionInfo) -> list[str]:
    version = one_line(f"{entry.content.version} ({entry.content.hash[:6]})")
    times = (f"{moment:%Y-%m-%d %H:%M}" for moment in (entry.begun, entry.last))
    return [entry.reference, format_label(entry), *times, str(entry.answered), version]


def _remarks(day: Day) -> Iterator[str]:
    ours = day.order.words.records
    for job in day.saved:
        entry, unread = job.what.entry, job.what.unread
        if unread:
            yield ours.unread.format(label=name_session(entry), questions="; ".join(unread))
        if not entry.answered:
            yield ours.empty.format(label=name_session(entry))
        if entry.in_use:
            yield ours.still_in_use.format(label=name_session(entry))


def _typeset(data: Data, order: Order) -> bytes:
    font = order.options.font
    more = font.family if font else None
    printable = {name: _prepare_all(part, more) for name, part in data.items()}
    return compile_pdf(with_data(printable, _TEMPLATE.read_bytes(), more), order.on, font)


def _prepare_all(part: object, more: Family | None) -> object:
    if isinstance(part, str):
        return prepare(part, more)
    return [_prepare_all(one, more) for one in part] if isinstance(part, list) else part


def page(data: Data) -> str:
    """The sheet as one HTML file that asks for nothing else."""
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    language, title, lead, content, remarked = (
        escape(str(data[name]))
        for name in ("language", "title", "lead", "content", "remarks_title")
    )
    left, remarks = escape(str(data["left_out"])), "".join(_items(data["remarks"]))
    parts = (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        f"<title>{title}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{title}</h1><p>{lead}</p><p>{content}</p>",
        _table(data["heads"], data["rows"]),
        f"<h2>{left}</h2>{_table(data['left_heads'], data['left'])}" if left else "",
        f"<h2>{remarked}</h2><ul>{remarks}</ul>" if remarks else "",
        "</body></html>\n",
    )
    return "".join(parts)


def _items(lines: Sequence[object]) -> Iterator[str]:
    for line in lines:
        yield f"<li>{escape(str(line))}</li>"


def _table(heads: Sequence[object], rows: Sequence[object]) -> str:
    head = "".join(f'<th scope="col">{escape(str(one))}</th>' for one in heads)
    return (
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(map(_line, rows))}</tbody></table>"
    )


def _line(cells: object) -> str:
    texts = cells if isinstance(cells, list) else []
    return "<tr>" + "".join(f"<td>{escape(str(one))}</td>" for one in texts) + "</tr>"
