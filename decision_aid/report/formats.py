"""Every format by its name: a new one is a module and one entry here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from decision_aid.report.as_json import JSON
from decision_aid.report.editions import FACTS
from decision_aid.report.format import Format
from decision_aid.report.html import HTML
from decision_aid.report.options import PrintOptions
from decision_aid.report.pdf import PDF
from decision_aid.report.record_line import RECORD_LINE
from decision_aid.report.text import TEXT

FORMATS: Mapping[str, Format] = {
    one.name: one for one in (PDF, HTML, TEXT, JSON, RECORD_LINE)
}  # fmt: skip


def is_paper(data: bytes) -> bool:
    """Whether these bytes are a paper that this program made."""
    return any(one.is_own(data) for one in FORMATS.values())


def _offers() -> Iterator[tuple[str, PrintOptions]]:
    for one in FORMATS.values():
        if one.is_for_people and not one.papers:
            yield one.name, PrintOptions(one)
        elif one.is_for_people:
            yield from (
                (f"{one.name}-{paper}", PrintOptions(one, paper=paper)) for paper in one.papers
            )


BOOKLETS: Mapping[str, PrintOptions] = {
    f"facts-{paper}": PrintOptions(PDF, FACTS, paper) for paper in PDF.papers
}
"""The booklet of facts on each paper, of which a visit offers the one that is usual."""

OFFERS: Mapping[str, PrintOptions] = {**dict(_offers()), **BOOKLETS}
"""What the faces offer, each by the name that its row has in the engine's words."""
