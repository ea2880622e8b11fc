"""A widget that draws its own lines in the theme's named styles."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rich.segment import Segment
from textual._segment_tools import line_pad
from textual.filter import ANSIToTruecolor
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from decision_aid.plain_text import keep_to_line
from decision_aid.tui.themes import ground, styles
from decision_aid.tui.widgets.lines import BLANK, Line, Piece


class Drawn(Widget):
    """Turns lines into strips. Its styles come from the theme, not from CSS, which costs more."""

    virtual_size = Reactive(Size(0, 0), repaint=False)
    """As Textual's own, but a new size is laid out and painted once, for it holds nothing."""

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Nothing of CSS is to be matched anew: it says nothing of where the keys are."""

    @abstractmethod
    def lines_shown(self, size: Size) -> Sequence[Line]:
        """The lines that fill a room of this size, from above; what is left out is blank."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines and the space around them. Of CSS, only padding holds here."""
        top, right, _, left = self.styles.padding
        size, theme = self.content_size, self.app.theme
        lines = self.lines_shown(size)
        around = (left, size.width, right)
        strips = self._filtered(
            [
                _strip(_pieces_at(lines, y, size.height), around, theme)
                for y in range(crop.y - top, crop.bottom - top)
            ]
        )
        is_whole = crop.column_span == (0, sum(around))
        return strips if is_whole else [strip.crop(*crop.column_span) for strip in strips]

    def make_strips(self, lines: Iterable[Line]) -> None:
        """Have them ready as strips, should these lines be drawn next."""
        _, right, _, left = self.styles.padding
        for line in lines:
            _strip(line.pieces, (left, self.content_size.width, right), self.app.theme)

    def _filtered(self, strips: list[Strip]) -> list[Strip]:
        """As a terminal without colours needs them, among others."""
        for one in self.get_line_filters():
            if not isinstance(one, ANSIToTruecolor):  # a theme has no colours of a terminal's own
                behind = self.background_colors[1]
                strips = [strip.apply_filter(one, behind) for strip in strips]
        return strips


def _pieces_at(lines: Sequence[Line], y: int, height: int) -> tuple[Piece, ...] | None:
    """Those of the line there; None above and below the lines' own room."""
    if not 0 <= y < height:
        return None
    return (lines[y] if y < len(lines) else BLANK).pieces


@lru_cache(maxsize=512)
def _strip(pieces: tuple[Piece, ...] | None, around: tuple[int, int, int], theme: str) -> Strip:
    """The pieces with the space left and right of them; only space where there are none.

    It is without anything that a terminal obeys.
    """
    left, width, right = around
    named, behind = styles(theme), ground(theme)
    if pieces is None:
        return Strip.blank(sum(around), behind)
    line = [Segment(keep_to_line(text), named[style]) for text, style in pieces]
    room = width - sum(segment.cell_length for segment in line)
    if room > 0:
        line.append(Segment(" " * room, named["ink"]))
    elif room < 0:
        line = [*Strip(line).adjust_cell_length(width, named["ink"])]
    return Strip(line_pad(line, left, right, behind), sum(around))
