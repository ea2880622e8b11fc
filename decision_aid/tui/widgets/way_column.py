"""The parts of the guide at the left of a wide window: done, where one is, and to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.geometry import Size

from decision_aid.screens.page import Stage, Style
from decision_aid.tui.widgets.bars import SHAPES
from decision_aid.tui.widgets.drawn import Drawn
from decision_aid.tui.widgets.lines import BLANK, Line, prose


class WayColumn(Drawn):
    """Keeps the parts that were shown last, while one looks at what belongs to none."""

    SCOPED_CSS = False  # it depends on how wide the screen is
    DEFAULT_CSS = """
    WayColumn {
        dock: left; display: none; width: 28; height: 100%; padding: 3 0 0 2;
        background: $page; color: $ink;
    }
    .broad WayColumn { display: block; }
    """

    stages: Sequence[Stage] = ()

    def show(self, stages: Sequence[Stage]) -> None:
        """Show these parts."""
        if stages != self.stages:
            self.stages = stages
            self.refresh()

    def lines_shown(self, size: Size) -> Sequence[Line]:
        return tuple(way_lines(self.stages, size.width))


def way_lines(stages: Sequence[Stage], width: int) -> Iterator[Line]:
    """Each part with its sign."""
    for stage in stages:
        style: Style = "strong" if stage.state == "here" else "soft"
        yield from prose(stage.name, width, style, f"{SHAPES[stage.state]} ")
        yield BLANK
