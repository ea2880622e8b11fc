"""A widget that draws its own lines in the theme's named styles."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from decision_aid.plain_text import keep_to_line
from decision_aid.tui.themes import styles
from decision_aid.tui.widgets.lines import Line


class Drawn(Widget):
    """Turns lines into strips. Its styles come from the theme, not from CSS, which costs more."""

    def drawn(self, line: Line, width: int) -> Strip:
        """The line as a strip that fills the width, without anything that a terminal obeys."""
        named = styles(self.app.theme)
        segments = [Segment(keep_to_line(text), named[style]) for text, style in line.pieces]
        return Strip(segments).adjust_cell_length(width, named["ink"])
