"""The summary of a visitor as a file, made in memory and written nowhere."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from decision_aid.report.files import names_for, render
from decision_aid.report.formats import OFFERS
from decision_aid.screens.summary_pages import usual_paper

if TYPE_CHECKING:
    from decision_aid.screens.sitting import Sitting
    from decision_aid.web.visitors import Visitor

KINDS = {"pdf": "application/pdf", "html": "text/html", "txt": "text/plain"}
"""How a browser names the kind of each format."""


class PaperFile(NamedTuple):
    """A finished file, and what a browser has to know of it."""

    data: bytes
    name: str
    kind: str


def make_paper(visitor: Visitor, offer: str) -> PaperFile | None:
    """The summary in that form; None where it is not offered; raises IncompleteReport."""
    with visitor.lock:
        sitting = visitor.navigator.sitting
        visit = sitting.begun
        options = OFFERS.get(f"pdf-{usual_paper(visit)}" if offer == "pdf" else offer)
        if options is None:
            return None
        summary, on = visit.summary(), visit.clock().date()
        visit.held.note_printed()
    options = options._replace(font=sitting.start.font)
    name = next(names_for(Path(), on, options)).name
    return PaperFile(render(summary, options), name, KINDS[options.format.name])


def lead_back(page: bytes, sitting: Sitting) -> bytes:
    """The summary as it stands in a window: links back at both ends, which no printer prints."""
    ours = sitting.words
    leads = [("/", ours.web.to_guide)]
    if sitting.has_urgent_help:
        leads.append(("/urgent", ours.screens.urgent_help))
    links = "".join(f'<li><a href="{to}">{escape(text)}</a></li>' for to, text in leads)
    nav = f'<nav aria-label="{escape(ours.web.to_guide)}"><ul>{links}</ul></nav>'
    page = page.replace(b"<body>", b"<body>\n" + nav.encode(), 1)
    return f"<ul>{links}</ul>\n</footer>".encode().join(page.rsplit(b"</footer>", 1))
