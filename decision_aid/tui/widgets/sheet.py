"""The page on the screen: one widget that draws, scrolls and lets rows be picked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual import events
from textual.binding import Binding
from textual.geometry import Offset, Size
from textual.message import Message

from decision_aid.screens.page import Page
from decision_aid.tui.widgets.aside import merge
from decision_aid.tui.widgets.choices import Choices
from decision_aid.tui.widgets.layout import LONGEST, lay_out
from decision_aid.tui.widgets.lines import BLANK, Line, prose
from decision_aid.tui.widgets.page_lines import Room, Typesetter
from decision_aid.tui.widgets.quoting import quote
from decision_aid.tui.widgets.scrolled import MARGIN, Scrolled
from decision_aid.tui.widgets.sight import Sight
from decision_aid.words import USUAL, Words, words

NOTHING = Page("", "")


class Sheet(Scrolled, can_focus=True):
    """Shows a page. A new page is drawn in place: no widget is mounted, nothing is laid out."""

    BINDINGS = [Binding("tab", "tab(1)"), Binding("shift+tab", "tab(-1)")]

    class Chosen(Message):
        """An action among the rows was chosen."""

        def __init__(self, row: str) -> None:
            super().__init__()
            self.row = row

    class Picked(Message):
        """A mark was set or taken away."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 Textual's own name
        super().__init__(id=id)
        self.speak: Callable[[], Words] = partial(words, USUAL)
        """The words of the language that is spoken now."""
        self.page = NOTHING
        self.choices = Choices()
        self.notice = ""
        self.roomy = False
        self.beside: tuple[Line, ...] = ()
        """What stands beside the lines, one for each of the window's."""
        self._laid_out_in = Size()
        """The room that the lines were laid out for."""
        self._typesetter = Typesetter()

    # --- what is shown ---

    def show(self, page: Page, roomy: bool = False) -> None:
        """Show this page from its top."""
        self.page, self.roomy = page, roomy
        self.choices = Choices.of(page)
        self.notice = ""
        self.top = 0
        if self._layout_required and not page.notice:  # it is laid out in its new room alone
            self.lines, self._laid_out_in = (), Size()
            self.post_message(self.Moved())
        else:
            self._lay_out()

    @property
    def sight(self) -> Sight:
        """What is seen and marked now."""
        return Sight(self.choices, self.notice, self.top)

    def restore(self, page: Page, sight: Sight, roomy: bool = False) -> None:
        """Show the page as it was left, with the keys where they are when it opens.

        Among answers that are marked the keys stay where they were.
        """
        if not any(row.mark for row in sight.choices.rows):
            sight.choices.at = page.at
        self.roomy = roomy
        self.resume(page, sight)

    def resume(self, page: Page, sight: Sight) -> None:
        """Show the page with this of it seen and marked."""
        self.page = page
        self.choices, self.notice, self.top = sight.choices, sight.notice, sight.top
        self._lay_out()

    def say(self, notice: str) -> None:
        """Show a message. The page stays where it is, but for a row that it would cover."""
        was_in_sight = self._here_in_sight()
        self.notice = notice
        self._lay_out()
        if was_in_sight and self.choices.at is not None:
            self.bring_into_sight(self.choices.at)

    def _lay_out(self) -> None:
        if not self.content_size:
            self._laid_out_in = Size()  # it is painted anew as soon as it is shown
            return
        self._fit()
        height = self.styles.height
        if height is not None and height.is_auto:
            self.refresh(layout=True)
        else:
            self.repaint()
        self.post_message(self.Moved())

    def _fit(self) -> None:
        """Lay the page out in the room that there is now."""
        self._laid_out_in = self.content_size
        self.choices.has_keys = self.screen.focused is self
        self._draw_lines()
        self.top = max(min(self.top, self.lowest), 0)
        self._put_cursor()

    def lines_shown(self, size: Size) -> tuple[Line, ...]:
        """What is painted first in a new room is the page as it stands there."""
        if size and size != self._laid_out_in:
            was_in_sight = bool(self.lines) and self._here_in_sight()
            self._fit()
            if was_in_sight and self.choices.at is not None:
                self.top = self.top_to_see(self.choices.at)
            self._drawn = super().lines_shown(size)
            return self._drawn
        return super().lines_shown(size)

    def _draw_lines(self) -> None:
        self.reminder = self._reminder(self.content_size.width - MARGIN)
        page = quote(self.page, self.speak())
        self.lines, self.beside = self._typesetter.set_lines(page, self.choices, self._room)

    @property
    def _room(self) -> Room:
        return Room(self.window, self.app.size, self.roomy)

    def prepare(self, page: Page, height: int) -> None:
        """Have the lines of a page ready that may be shown next, in a window as high as that."""
        if self.content_size and not self.reminder:
            room = self._room._replace(window=Size(self.window.width, height))
            lines = self._typesetter.prepare(quote(page, self.speak()), room)
            self.make_strips(lines[:height])

    def _reminder(self, width: int) -> tuple[Line, ...]:
        return prose(self.notice, min(width, LONGEST), "notice", "!  ") if self.notice else ()

    def reminded(self, y: int) -> Line | None:
        line = super().reminded(y)
        if line is not None or y >= len(self.beside):
            return line
        place = self.top + y
        text = self.lines[place] if place < len(self.lines) else BLANK
        return merge(text, self.beside[y], self.window.width)

    def on_resize(self) -> None:
        if self.content_size:
            self.repaint()
            self._put_cursor()
            self.post_message(self.Moved())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        del container, viewport
        inner = width - MARGIN
        said = self._reminder(inner)
        lines = lay_out(quote(self.page, self.speak()), self.choices, (inner, 0), self.roomy)
        return len(lines) + (len(said) + 1 if said else 0)

    def moved(self) -> None:
        self._put_cursor()

    def _put_cursor(self) -> None:
        """Put the terminal's own cursor where the keys are, for magnifiers and braille."""
        if not self.is_mounted or not self.has_focus:
            return
        row = self.choices.at
        y = self.span(row)[0] - self.top if row is not None else 0
        left, up = self.content_region.offset
        self.app.cursor_position = Offset(left, up + max(min(y, self.window.height - 1), 0))

    def on_focus(self) -> None:
        self._show_focus()

    on_blur = on_focus

    def _show_focus(self) -> None:
        """Draw anew only if the page was not drawn with the keys where they are now."""
        if self.choices.has_keys != (self.screen.focused is self):
            self._lay_out()
        else:
            self._put_cursor()

    # --- picking ---

    def step(self, step: int) -> None:
        """Move to the next row. What stands before it is read first."""
        place = self.choices.move(step)
        if place is None:
            self.scroll_lines(step * 2)
        elif self.in_sight(place) or self._here_in_sight():
            self.choices.go(place)
            self._after_pick()
        else:
            self.scroll_lines(step * max(self.window.height // 2, 1))

    def enter(self, step: int) -> None:
        """Come to the page with Tab: to its first row, or backwards to its last."""
        place = self.choices.first if step > 0 else self.choices.last
        if place is not None:
            self._stand_on(place)

    def action_tab(self, step: int) -> None:
        """Tab goes from row to row and marks none; beyond the last it leaves the page."""
        place = self.choices.next_to(step)
        if place is not None:
            self._stand_on(place)
        elif step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def _stand_on(self, place: int) -> None:
        self.choices.at = place
        self._lay_out()
        self.bring_into_sight(place)

    def _here_in_sight(self) -> bool:
        return self.choices.at is not None and self.in_sight(self.choices.at)

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
            self._after_answer()

    def turn(self, step: int) -> bool:
        """Give the next answer to the row that the keys are on, or the one before."""
        turned = self.choices.turn(step)
        if turned:
            self._after_answer()
        return turned

    def _after_answer(self) -> None:
        self._after_pick()
        self.post_message(self.Picked())

    def pick_here(self) -> None:
        """Pick the row that the keys are on, if they are on one."""
        if self.choices.at is not None:
            self.pick(self.choices.at)

    def pick(self, place: int) -> None:
        """Pick that row: mark an answer, do an action."""
        before = self.choices.picked
        self.choices.pick(place)
        if self.notice or self.choices.picked != before:
            self._after_pick()
        else:  # the next page is sooner there
            self.bring_into_sight(place)
        row = self.choices.rows[place]
        self.post_message(self.Picked() if row.mark else self.Chosen(row.id))

    def _after_pick(self) -> None:
        self.notice = ""
        self._lay_out()
        if self.choices.at is not None:
            self.bring_into_sight(self.choices.at)

    def act_in_sight(self) -> bool:
        """Whether the row that the keys are on can be seen; if there is none, the last row."""
        at = self.choices.last if self.choices.at is None else self.choices.at
        return not self.more_below if at is None else self.in_sight(at)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        offset = event.get_content_offset(self)
        if offset and self.is_bar(offset.x):
            self.scroll_to_bar(offset.y)
            return
        place = self.top + offset.y if offset else len(self.lines)
        row = self.row_near(place)
        if row is None:
            return
        spot = self.spot_at(place, offset.x if offset else -1)
        if spot is None:
            self.pick(row)
        else:
            self.choices.go(row)
            self.answer(spot.answer)
