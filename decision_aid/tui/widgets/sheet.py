"""The page on the screen: one widget that draws, scrolls and lets rows be picked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip

from decision_aid.screens.page import Page
from decision_aid.tui.widgets.aside import beneath, has_room_beside, merge, set_beside
from decision_aid.tui.widgets.choices import Choices
from decision_aid.tui.widgets.drawn import Drawn
from decision_aid.tui.widgets.layout import lay_out
from decision_aid.tui.widgets.lines import BLANK, Line, Spot

NOTHING = Page("", "")


class Sight(NamedTuple):
    """What of a page is seen and marked."""

    choices: Choices
    notice: str
    top: int


class Sheet(Drawn, can_focus=True):
    """Shows a page. A new page is drawn in place: no widget is mounted, nothing is laid out."""

    @dataclass
    class Chosen(Message):
        """An action among the rows was chosen."""

        row: str

    @dataclass
    class Picked(Message):
        """A mark was set or taken away."""

        sheet: Sheet

    @dataclass
    class Moved(Message):
        """Other lines are in sight."""

        sheet: Sheet

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 Textual's own name
        super().__init__(id=id)
        self.page = NOTHING
        self.choices = Choices()
        self.notice = ""
        self.roomy = False
        self.top = 0
        self.lines: tuple[Line, ...] = ()
        self.beside: tuple[Line, ...] = ()
        """What stands beside them, one for each line of the window."""
        self._drawn: tuple[Line, ...] = ()
        """The lines in the window as they were last drawn."""

    # --- what is shown ---

    def show(self, page: Page, roomy: bool = False) -> None:
        """Show this page from its top."""
        self.page, self.roomy = page, roomy
        self.choices = Choices.of(page)
        self.notice = ""
        self.top = 0
        self._lay_out()

    @property
    def sight(self) -> Sight:
        """What is seen and marked now."""
        return Sight(self.choices, self.notice, self.top)

    def restore(self, page: Page, sight: Sight, roomy: bool = False) -> None:
        """Show the page as it was left, with the keys where they are when it opens.

        Among answers that are marked the keys stay where they were.
        """
        self.page, self.roomy = page, roomy
        self.choices, self.notice, self.top = sight.choices, sight.notice, sight.top
        if not any(row.mark for row in self.choices.rows):
            self.choices.at = page.at
        self._lay_out()

    def say(self, notice: str) -> None:
        """Show a message under the rows, and bring it into sight."""
        self.change_notice(notice)
        if notice:
            self.scroll_lines(len(self.lines))

    def change_notice(self, notice: str) -> None:
        """Show another message, or none, to somebody who may be reading elsewhere on the page."""
        self.notice = notice
        self._lay_out()

    def _lay_out(self) -> None:
        size = self.content_size
        if not size:
            return
        self._draw_lines(size)
        self.top = max(min(self.top, len(self.lines) - size.height), 0)
        self._put_cursor()
        height = self.styles.height
        if height is not None and height.is_auto:
            self.refresh(layout=True)
        else:
            self._repaint()
        self.post_message(self.Moved(self))

    def _draw_lines(self, size: Size) -> None:
        """What stands beside the page where there is room is beneath it where there is not."""
        page, self.beside = self.page, ()
        width, height = size
        if page.aside is not None and not has_room_beside(self.app.size):
            page = beneath(page, page.aside)
        elif page.aside is not None:
            width, self.beside = set_beside(page.aside, width, height, self.roomy)
        self.lines = lay_out(page, self.choices, self.notice, (width, height), self.roomy)

    def _line(self, y: int) -> Line:
        """The line that is drawn there in the window."""
        place = self.top + y
        line = self.lines[place] if place < len(self.lines) else BLANK
        if y >= len(self.beside):
            return line
        return merge(line, self.beside[y], self.content_size.width)

    def _repaint(self) -> None:
        """Draw anew from the first to the last line that changed: fewer are sooner there."""
        size = self.content_size
        before, self._drawn = self._drawn, tuple(map(self._line, range(size.height)))
        pairs = zip_longest(before, self._drawn, fillvalue=BLANK)
        changed = [y for y, (old, new) in enumerate(pairs) if old != new]
        if changed:
            self.refresh(Region(0, changed[0], size.width, changed[-1] - changed[0] + 1))

    def on_resize(self) -> None:
        was_in_sight = bool(self.lines) and self._here_in_sight()
        self._lay_out()
        if self.notice:
            self.scroll_lines(len(self.lines))
        self.refresh()  # the old lines may have been drawn once more, in the window's new size
        if was_in_sight and self.choices.at is not None:
            self._bring_into_sight(self.choices.at)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        del container, viewport
        return len(lay_out(self.page, self.choices, self.notice, (width, 0), self.roomy))

    def render_line(self, y: int) -> Strip:
        return self.drawn(self._line(y), self.content_size.width)

    # --- scrolling ---

    @property
    def more_above(self) -> bool:
        """Whether lines are hidden above."""
        return self.top > 0

    @property
    def more_below(self) -> bool:
        """Whether lines are hidden below."""
        return self.top + self.content_size.height < len(self.lines)

    def scroll_lines(self, lines: int) -> bool:
        """Move the page under the window; whether it moved."""
        lowest = max(len(self.lines) - self.content_size.height, 0)
        top = max(min(self.top + lines, lowest), 0)
        if top == self.top:
            return False
        self.top = top
        self._put_cursor()
        self._repaint()
        self.post_message(self.Moved(self))
        return True

    def scroll_pages(self, pages: int) -> bool:
        """Move by windows, with two lines kept in sight."""
        return self.scroll_lines(pages * max(self.content_size.height - 2, 1))

    def _span(self, row: int) -> tuple[int, int]:
        places = [place for place, line in enumerate(self.lines) if line.row == row]
        return (places[0], places[-1]) if places else (0, 0)

    def _in_sight(self, row: int) -> bool:
        first, last = self._span(row)
        return self.top <= first and last < self.top + self.content_size.height

    def _bring_into_sight(self, row: int) -> None:
        first, last = self._span(row)
        if first < self.top:
            self.scroll_lines(first - self.top)
        elif last >= self.top + self.content_size.height:
            self.scroll_lines(last - self.top - self.content_size.height + 1)

    def _put_cursor(self) -> None:
        """Put the terminal's own cursor where the keys are, for magnifiers and braille."""
        if not self.is_mounted or not self.has_focus:
            return
        row = self.choices.at
        y = self._span(row)[0] - self.top if row is not None else 0
        left, up = self.content_region.offset
        self.app.cursor_position = Offset(left, up + max(min(y, self.content_size.height - 1), 0))

    def on_focus(self) -> None:
        self._put_cursor()

    # --- picking ---

    def step(self, step: int) -> None:
        """Move to the next row. What stands before it is read first."""
        place = self.choices.move(step)
        if place is None:
            self.scroll_lines(step * 2)
        elif self._in_sight(place) or self._here_in_sight():
            self.choices.go(place)
            self._after_pick()
        else:
            self.scroll_lines(step * max(self.content_size.height // 2, 1))

    def _here_in_sight(self) -> bool:
        return self.choices.at is not None and self._in_sight(self.choices.at)

    def pick_number(self, number: int) -> None:
        """Pick the row with that number; where rows have answers, the answer with it, and go on."""
        if any(row.answers for row in self.choices.rows):
            self.answer(number - 1)
            return
        place = self.choices.numbered(number)
        if place is not None:
            self.pick(place)

    def answer(self, number: int) -> None:
        """Give that answer to the row that the keys are on, and go to the next row."""
        if self.choices.answer(number):
            self.choices.go(min((self.choices.at or 0) + 1, len(self.choices.rows) - 1))
            self._after_pick()
            self.post_message(self.Picked(self))

    def turn(self, step: int) -> bool:
        """Give the next answer to the row that the keys are on, or the one before."""
        if not self.choices.turn(step):
            return False
        self._after_pick()
        self.post_message(self.Picked(self))
        return True

    def pick_here(self) -> bool:
        """Pick the row that the keys are on; False if they are on none."""
        if self.choices.at is None:
            return False
        self.pick(self.choices.at)
        return True

    def pick(self, place: int) -> None:
        """Pick that row: mark an answer, do an action."""
        self.choices.pick(place)
        self._after_pick()
        row = self.choices.rows[place]
        self.post_message(self.Picked(self) if row.mark else self.Chosen(row.id))

    def _after_pick(self) -> None:
        self.notice = ""
        self._lay_out()
        if self.choices.at is not None:
            self._bring_into_sight(self.choices.at)

    def act_in_sight(self) -> bool:
        """Whether the row that the keys are on can be seen; if there is none, the last row."""
        rows = self.choices.rows
        if not rows:
            return not self.more_below
        return self._in_sight(len(rows) - 1 if self.choices.at is None else self.choices.at)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        offset = event.get_content_offset(self)
        place = self.top + offset.y if offset else len(self.lines)
        row = self.row_near(place)
        if row is None:
            return
        spot = self._spot_at(place, offset.x if offset else -1)
        if spot is None:
            self.pick(row)
        else:
            self.choices.go(row)
            self.answer(spot.answer)

    def _spot_at(self, place: int, x: int) -> Spot | None:
        """The answer that is drawn there."""
        spots = self.lines[place].spots if place < len(self.lines) else ()
        return next((one for one in spots if one.left <= x < one.right), None)

    def row_near(self, place: int) -> int | None:
        """The row drawn at that line; the blank line below a row belongs to it."""
        for line in (place, place - 1):
            if 0 <= line < len(self.lines) and self.lines[line].row is not None:
                return self.lines[line].row
        return None

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_lines(2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_lines(-2)
