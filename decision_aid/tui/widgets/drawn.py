"""A widget that draws its own lines in the theme's named styles."""

from __future__ import annotations

from typing import ClassVar, get_args

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip
from textual.widget import Widget

from decision_aid.tui.page import Style
from decision_aid.tui.widgets.lines import Line


class Drawn(Widget):
    """Turns lines into strips; its styles are looked up once for each theme."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"drawn--{name}" for name in get_args(Style)}

    _styles: dict[str, RichStyle] | None = None

    def notify_style_update(self) -> None:
        self._styles = None
        super().notify_style_update()

    def style_of(self, name: Style) -> RichStyle:
        """The theme's colours for that name."""
        if self._styles is None:
            self._styles = {
                key: self.get_component_rich_style(f"drawn--{key}") for key in get_args(Style)
            }
        return self._styles[name]

    def drawn(self, line: Line, width: int) -> Strip:
        """The line as a strip that fills the width."""
        segments = [Segment(text, self.style_of(style)) for text, style in line.pieces]
        return Strip(segments).adjust_cell_length(width, self.style_of("ink"))
