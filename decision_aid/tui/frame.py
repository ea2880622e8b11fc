"""The frame around a page: the bars above and below it, and how it stands in the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from decision_aid.screens.page import Page, Stage
from decision_aid.tui.boxes import Boxes
from decision_aid.tui.widgets.bars import Banner, Divider, Position, TooSmall, way
from decision_aid.tui.widgets.foot_bar import FootBar
from decision_aid.tui.widgets.sheet import Sheet
from decision_aid.words import Words

if TYPE_CHECKING:
    from decision_aid.tui.widgets.way_column import WayColumn

BARS = 3
"""The lines of the banner and of the two rules."""
NARROW, LOW = 60, 20
"""Fewer columns or lines than these leave out what is only there for comfort."""
BROAD = (110, 30)
"""Columns and lines from which the parts of the guide stand in a column at the left."""
SMALLEST = (34, 12)
"""Columns and lines below which nothing can be read."""
FUNCTION_KEYS = frozenset(f"f{number}" for number in range(1, 13))
"""What they do is the same in a box."""


class Frame(Screen[None]):
    """Lets a page be read; what it says and what it leads to is not known here."""

    BINDINGS = [
        Binding("down", "step(1)"),
        Binding("up", "step(-1)"),
        Binding("pagedown", "read(1)"),
        Binding("pageup", "read(-1)"),
        Binding("home", "read(-99)"),
        Binding("end", "read(99)"),
    ]

    AUTO_FOCUS = "#sheet"

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As Textual's own, but only the widgets are painted anew, which show where the keys are."""

    def __init__(self, speak: Callable[[], Words]) -> None:
        super().__init__()
        self.speak = speak
        """The words of the language that is spoken now; the content may bring another one."""
        self.banner = Banner()
        self.above = Divider(id="above")
        self.sheet = Sheet(id="sheet")
        self.sheet.speak = speak
        self.below = Divider(id="below")
        self.foot = FootBar()
        self.boxes = Boxes(self, self.sheet, self.below, speak)
        self.is_hurried = False
        """Whether more is typed already, over which nothing needs to be painted."""
        self._column: WayColumn | None = None
        """Loaded and made when the window is first broad enough."""
        self._stages: tuple[Stage, ...] = ()
        self._most: int | None = None
        """The lines that the page may take where a box stands under it."""

    def compose(self) -> ComposeResult:
        yield TooSmall(self.speak)
        yield self.banner
        yield self.above
        yield self.sheet
        yield self.below
        yield self.foot

    def say_where(self, page: Page) -> None:
        """Which part of which guide that is, among those before and after it, and how far."""
        self.banner.show(Position(page.guide, page.count, page.count_short))
        self.above.stand(*(way(page.stages) if page.stages else (page.where,)))
        self.say_stages(page.stages or self._stages)

    def say_stages(self, stages: tuple[Stage, ...]) -> None:
        """Which parts of the guide there are, even while one looks at what belongs to none."""
        self._stages = stages
        if self._column is not None:
            self._column.show(self._stages)

    def _set_broad(self, is_broad: bool) -> None:
        self.set_class(is_broad, "broad")
        if is_broad and self._column is None:
            from decision_aid.tui.widgets.way_column import WayColumn

            self._column = WayColumn()
            self._column.show(self._stages)
            self.mount(self._column)

    @property
    def room(self) -> int:
        """The lines between the bars."""
        return self.size.height - BARS - self.foot.height_wanted

    def make_room(self) -> None:
        """Where a box stands under the page, the page scrolls in what is left above it."""
        if not self.foot.size:
            return
        beneath = self.boxes.lines
        most = max(self.room - beneath, 2) if beneath else None
        if most != self._most:
            self._most = self.sheet.styles.max_height = most

    def on_resize(self, event: events.Resize) -> None:
        width, height = event.size
        self.set_class(width < NARROW, "narrow")
        self.set_class(height < LOW, "low")
        self._set_broad(width >= BROAD[0] and height >= BROAD[1])
        columns, lines = SMALLEST
        self.set_class(width < columns or height < lines, "too-small")
        self.call_after_refresh(self.make_room)

    @on(Sheet.Moved)
    def _moved(self, message: Sheet.Moved) -> None:
        message.stop()
        self.say_more()

    def say_more(self) -> None:
        """Whether there is more to read above and below."""
        sheet = self.sheet
        hidden = sheet.more_above and sheet.page.heading
        self.above.show(f"↑ {sheet.page.heading}" if hidden else "")
        self.below.show(self.speak().screens.more_below if sheet.more_below else "")

    def say_too_many(self) -> None:
        """Say it where one mark too many was to be set."""
        choices = self.sheet.choices
        if choices.one_too_many:
            self.sheet.say(self.speak().screens.too_many.format(most=choices.most))

    def hears_at_once(self, key: str) -> bool:
        """Whether nothing else has a use for the key, and nothing is to be done before it."""
        focused = self.focused
        if focused is None or focused.message_queue_size or self.message_queue_size:
            return False
        return focused is self.sheet or (key in FUNCTION_KEYS and self.boxes.has_focus)

    @property
    def is_laid_out(self) -> bool:
        """Whether the page has the room that it was drawn for, or none is left to be given."""
        return not any(one._layout_required for one in (self, *self.children))

    def paint_at_once(self) -> None:
        """Lay out and paint what is drawn anew: each widget would tell of it later."""
        if self.is_hurried or self.boxes.is_opening:
            return
        self._dirty_widgets |= self._take_over()
        self._on_timer_update()
        self._take_over()  # what the layout has painted

    def _take_over(self) -> set[Widget]:
        """Those of the widgets that would ask to be painted; where one would for room, here too."""
        drawn = {one for one in self.children if one._repaint_required}
        for one in self.children:
            self._layout_required |= one._layout_required
            one._repaint_required = one._layout_required = False
        if self._layout_required:
            self._clear_arrangement_cache()
        return drawn

    async def _on_idle(self, event: events.Idle) -> None:
        """Lay out as soon as nothing else is to be done: Textual would wait for its next tick."""
        del event
        if self._layout_required and not self.is_hurried and self.is_current:
            self._on_timer_update()

    @on(Divider.Pressed)
    def _read_on(self, message: Divider.Pressed) -> None:
        message.stop()
        self.sheet.scroll_pages(1 if message.rule is self.below else -1)

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Put the keys there, but never in a box that is not shown: its page may have gone."""
        if widget is None or self.boxes.may_hold(widget):
            super().set_focus(widget, scroll_visible, from_app_focus)

    def _reset_focus(self, widget: Widget, avoiding: list[Widget] | None = None) -> None:
        """What is hidden for a moment keeps the keys as long as the page shows it."""
        del avoiding
        if self.focused is widget and not self.boxes.may_hold(widget):
            self.set_focus(self.sheet)

    def focus_next(self, selector: str | type[Widget] = "*") -> Widget | None:
        widget = super().focus_next(selector)
        if widget is self.sheet:
            self.sheet.enter(1)
        return widget

    def focus_previous(self, selector: str | type[Widget] = "*") -> Widget | None:
        widget = super().focus_previous(selector)
        if widget is self.sheet:
            self.sheet.enter(-1)
        return widget

    def action_step(self, step: int) -> None:
        self.sheet.step(step)

    def action_read(self, pages: int) -> None:
        self.sheet.scroll_pages(pages)
