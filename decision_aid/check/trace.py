"""The trace: every sentence of fact with its source, year, kind of evidence and row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from decision_aid import figures
from decision_aid.plain_text import keep_to_line
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid, Source


@dataclass(frozen=True)
class Trace:
    """One sentence, where it stands in the content, and one of its sources."""

    sentence: str
    content_id: str
    source: str
    name: str
    year: int | None
    kind: str
    rows: tuple[str, ...]
    """The rows of docs/evidence.md behind the source."""


def trace(aid: DecisionAid) -> Iterator[Trace]:
    """Each sentence that carries a source, once for each source."""
    for content_id, sentence, names in _find_sourced(aid):
        yield from (_trace(sentence, content_id, aid.source[name]) for name in names)


def _find_sourced(aid: DecisionAid) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    ours = words(aid.language)
    for piece in aid.inventory.texts:
        if piece.is_cited and piece.sources:
            yield piece.owner, piece.text, piece.sources
    for outcome in aid.outcomes:
        for risk in outcome.risks:
            yield outcome.id, figures.make_sentence(aid, outcome, risk), risk.sources
    for quotation in aid.recommendation.all_quotations:
        said = ours.said_of(quotation.by, ours.quoted(quotation.words))
        yield quotation.id, said, (quotation.source,)


def _trace(sentence: str, content_id: str, source: Source) -> Trace:
    return Trace(
        sentence, content_id, source.id, source.short, source.year, source.kind, source.rows
    )


def as_text(aid: DecisionAid) -> str:
    """One line for each sentence and source."""
    return "".join(f"{keep_to_line(_line(trace))}\n" for trace in trace(aid))


def _line(trace: Trace) -> str:
    year = "undated" if trace.year is None else str(trace.year)
    kind = trace.kind.replace("_", " ")
    rows = ", ".join(trace.rows)
    return f"{trace.content_id}: {trace.sentence} [{trace.source}: {year}, {kind}; rows {rows}]"


def as_json(aid: DecisionAid) -> str:
    """The same for machines."""
    return json.dumps([asdict(trace) for trace in trace(aid)], ensure_ascii=False, indent=2) + "\n"
