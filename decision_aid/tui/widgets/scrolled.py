"""Lines behind a window: which of them are in sight, a bar that shows where, and a reminder."""

from __future__ import annotations

from itertools import zip_longest

from textual import events
from textual.geometry import Region, Size
from textual.message import Message

from decision_aid.screens.page import Style
from decision_aid.tui.widgets.drawn import Drawn
from decision_aid.tui.widgets.lines import BLANK, Line, Piece, Spot

MARGIN = 2
"""The cells that the bar and the space before it take."""
THUMB, TRACK = "█", "│"


class Scrolled(Drawn, can_focus=True):
    """Draws the lines in sight, and scrolls. A reminder stands over the lowest of them."""

    class Moved(Message):
        """Other lines are in sight."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 Textual's own name
        super().__init__(id=id)
        self.top = 0
        self.lines: tuple[Line, ...] = ()
        self.reminder: tuple[Line, ...] = ()
        """Under the last line where there is room, else over the lowest: nothing moves for it."""
        self._drawn: tuple[Line, ...] = ()
        """The lines in the window as they were last drawn."""

    # --- how much room there is ---

    @property
    def window(self) -> Size:
        """The room for lines: without the bar at the right, and without a reminder."""
        width, height = self.content_size
        covered = len(self.reminder) + 1 if self.reminder else 0
        return Size(max(width - MARGIN, 1), max(height - covered, 1))

    @property
    def lowest(self) -> int:
        """The line that is uppermost when one has read to the end."""
        return max(len(self.lines) - self.window.height, 0)

    # --- drawing ---

    def lines_shown(self, size: Size) -> tuple[Line, ...]:
        lines = tuple(map(self._line_at, range(size.height)))
        if not self.lowest:
            return lines
        return tuple(self._with_bar(line, y, size) for y, line in enumerate(lines))

    def _line_at(self, y: int) -> Line:
        line = self.reminded(y)
        if line is None:
            place = self.top + y
            line = self.lines[place] if place < len(self.lines) else BLANK
        return line

    def reminded(self, y: int) -> Line | None:
        """What of the reminder stands there; None: nothing does, not even the space before it."""
        if not self.reminder:
            return None
        at = y - min(len(self.lines) - self.top, self.window.height)
        if at < 0 or at > len(self.reminder):
            return None
        return self.reminder[at - 1] if at else BLANK

    def _with_bar(self, line: Line, y: int, room: Size) -> Line:
        width, height = room
        size = max(height * height // max(len(self.lines), 1), 1)
        first = round((height - size) * self.top / self.lowest)
        is_thumb = first <= y < first + size
        style: Style = "accent" if is_thumb else "rule"
        gap = " " * max(width - 1 - line.width, 0)
        pieces: tuple[Piece, ...] = (*line.pieces, (gap, "ink"))
        return Line((*pieces, (THUMB if is_thumb else TRACK, style)), line.row, line.spots)

    def repaint(self) -> None:
        """Draw anew from the first to the last line that changed: fewer are sooner there."""
        before, self._drawn = self._drawn, self.lines_shown(self.content_size)
        pairs = zip_longest(before, self._drawn, fillvalue=BLANK)
        changed = [y for y, (old, new) in enumerate(pairs) if old != new]
        if changed:
            # From edge to edge: Textual need not cut the lines then.
            height = changed[-1] - changed[0] + 1
            left = self.content_offset.x
            self.refresh(Region(-left, changed[0], self.size.width, height))

    # --- scrolling ---

    @property
    def more_above(self) -> bool:
        """Whether lines are hidden above."""
        return self.top > 0

    @property
    def more_below(self) -> bool:
        """Whether lines are hidden below."""
        return self.top < self.lowest

    def scroll_lines(self, lines: int) -> bool:
        """Move the page under the window; whether it moved."""
        top = max(min(self.top + lines, self.lowest), 0)
        if top == self.top:
            return False
        self.top = top
        self.moved()
        self.repaint()
        self.post_message(self.Moved())
        return True

    def moved(self) -> None:
        """Other lines are in sight from now on."""

    def scroll_pages(self, pages: int) -> bool:
        """Move by windows, with two lines kept in sight."""
        return self.scroll_lines(pages * max(self.window.height - 2, 1))

    def span(self, row: int) -> tuple[int, int]:
        """The first and the last line of that row."""
        places = [place for place, line in enumerate(self.lines) if line.row == row]
        return (places[0], places[-1]) if places else (0, 0)

    def in_sight(self, row: int) -> bool:
        """Whether the whole row can be seen."""
        first, last = self.span(row)
        return self.top <= first and last < self.top + self.window.height

    def spot_at(self, place: int, x: int) -> Spot | None:
        """The answer that is drawn there."""
        spots = self.lines[place].spots if place < len(self.lines) else ()
        return next((one for one in spots if one.left <= x < one.right), None)

    def row_near(self, place: int) -> int | None:
        """The row drawn at that line; the blank line below a row belongs to it."""
        for line in (place, place - 1):
            if 0 <= line < len(self.lines) and self.lines[line].row is not None:
                return self.lines[line].row
        return None

    def bring_into_sight(self, row: int) -> None:
        """Scroll no further than to see the row."""
        self.scroll_lines(self.top_to_see(row) - self.top)

    def top_to_see(self, row: int) -> int:
        """The line that is uppermost once the page has scrolled no further than to see the row."""
        first, last = self.span(row)
        below = last - self.window.height + 1
        return first if first < self.top else max(self.top, below)

    def is_bar(self, x: int) -> bool:
        """Whether that cell belongs to the bar."""
        return bool(self.lowest) and x >= self.content_size.width - MARGIN

    def scroll_to_bar(self, y: int) -> None:
        """Go to where the bar was clicked."""
        whole = max(self.content_size.height - 1, 1)
        self.scroll_lines(round(self.lowest * y / whole) - self.top)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_lines(2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_lines(-2)
