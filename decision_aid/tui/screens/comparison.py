"""The options side by side, with the box that never leaves the table."""

from __future__ import annotations

from decision_aid.summary import table
from decision_aid.tui import saying
from decision_aid.tui.page import Page, Row
from decision_aid.tui.screens.overlay import Overlay
from decision_aid.words.screens_en import EN


class ComparisonScreen(Overlay):
    """Shows these rows of the comparison."""

    wide = True

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self.names = names

    def page(self) -> Page:
        one = table(self.face.speech())
        cells = (cell for row in one.rows if row.id in self.names for cell in row.cells)
        names = (name for cell in cells for said in cell.sentences for name in said.sources)
        boxed = saying.sources((*one.lead, *one.box.passages))
        return Page(
            "",
            one.heading,
            saying.table(one, self.names),
            (Row("close", EN.go_back),),
            at=0,
            sources=tuple(dict.fromkeys((*names, *boxed))),
        )
