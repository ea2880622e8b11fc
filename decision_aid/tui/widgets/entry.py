"""A box for a person's own words: several lines, harmless, and never more than fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from decision_aid.plain_text import clean
from decision_aid.screens import page
from decision_aid.tui.messages import Entered
from decision_aid.tui.widgets.drawn import Drawn
from decision_aid.tui.widgets.lines import Line
from decision_aid.tui.widgets.take_row import TakeRow
from decision_aid.words import Words


class EntryBox(TextArea):
    """Takes text. What is beyond the limit is not kept, and that is said."""

    BINDINGS = [  # Textual has uses of its own for these two
        Binding("f6", "screen.press('overview')"),
        Binding("f7", "screen.press('words')"),
    ]

    @dataclass
    class Counted(Message):
        """There is more or less text than before."""

        entry: EntryBox

    def __init__(self) -> None:
        super().__init__(id="entry", tab_behavior="focus", show_line_numbers=False)
        self.limit = 0
        self.one_line = False
        self.overflowed = False
        self.is_untouched = True
        """Whether nothing was typed into an empty box since it was opened."""
        self.cursor_blink = False

    def open(self, takes: page.Entry) -> None:
        """Begin with the text that stands."""
        self.limit = takes.limit
        self.one_line = takes.is_measure
        self.set_class(self.one_line, "one-line")
        self.overflowed = False
        if takes.text or not self.is_untouched:
            self.load_text(takes.text)
            self.move_cursor(self.document.end)
        self.is_untouched = not takes.text
        self._draw_border(has_keys=True)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Only the border says where the keys are: by CSS all of it would be matched anew."""
        self._draw_border(has_keys=has_focus)

    def on_show(self) -> None:
        self._draw_border(has_keys=self.screen.focused is self)

    def _draw_border(self, *, has_keys: bool) -> None:
        variables = self.app.theme_variables
        self.styles.border = ("round", variables["accent" if has_keys else "soft"])

    def action_delete_left(self) -> None:
        """In an empty box in which nothing was written yet, Backspace leads back as elsewhere."""
        if self.is_untouched:
            self.call_later(self.run_action, "screen.back")
        else:
            super().action_delete_left()

    def edit(self, edit: Edit) -> EditResult:
        """Every change passes here, typed or pasted: made harmless, and cut at the limit."""
        self.is_untouched = False
        text = clean(edit.text)
        if self.one_line:
            text = " ".join(text.split("\n"))
        replaced = len(self.get_text_range(edit.from_location, edit.to_location))
        room = max(self.limit - len(self.text) + replaced, 0)
        self.overflowed = len(text) > room
        edit.text = text[:room]
        result = super().edit(edit)
        self.post_message(self.Counted(self))
        return result

    async def _on_key(self, event: events.Key) -> None:
        if event.key in ("tab", "shift+tab"):
            self._leave(event)
            return
        if self.one_line and event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(Entered())
            return
        await super()._on_key(event)

    def _leave(self, event: events.Key) -> None:
        """Leave the box here and now: a key that follows at once must not find it still open."""
        event.stop()
        event.prevent_default()
        if event.key == "tab":
            self.screen.focus_next()
        else:
            self.screen.focus_previous()


class Count(Drawn):
    """How much is written, and whether the box is full."""

    line = Line()

    def show(self, text: str, *, overflowed: bool) -> None:
        """Say it."""
        self.line = Line(((text, "notice" if overflowed else "soft"),))
        self.refresh()

    def lines_shown(self, size: Size) -> Sequence[Line]:
        del size
        return (self.line,)


class EntryPanel(Vertical):
    """The box, its count, and a row that takes what is written."""

    SCOPED_CSS = False  # it depends on how wide the screen is
    DEFAULT_CSS = """
    EntryPanel { display: none; height: 1fr; width: 100%; max-width: 80; }
    #entry, #count, #under { width: 100%; max-width: 80; background: $page; color: $ink; }
    #entry {
        height: 1fr; min-height: 4; max-height: 12; max-width: 72;
        margin: 0 2; border: round $soft; padding: 0 1;
        scrollbar-size-vertical: 1;
        scrollbar-color: $soft; scrollbar-color-hover: $soft; scrollbar-color-active: $soft;
        scrollbar-background: $page; scrollbar-background-hover: $page;
        scrollbar-background-active: $page;
    }
    #entry .text-area--cursor { color: $button-ink; background: $button; }
    #entry .text-area--cursor-line { background: $page; }
    #entry .text-area--selection { color: $at-ink; background: $at; }
    #entry.one-line { height: 3; min-height: 3; }
    #count, #under { height: 1; padding: 0 2; }
    .narrow #entry { margin: 0 1; }
    .narrow #count, .narrow #under { padding: 0 1; }
    """

    def __init__(self, speak: Callable[[], Words]) -> None:
        super().__init__()
        self._speak = speak
        self.entry = EntryBox()
        self.count = Count(id="count")
        self.under = TakeRow(id="under")
        self._waiting: page.Entry | None = None

    def compose(self) -> ComposeResult:
        yield self.entry
        yield self.count
        yield self.under

    def on_mount(self) -> None:
        if self._waiting is not None:
            self.ask(self._waiting)

    def ask(self, takes: page.Entry) -> None:
        """Begin with the text that stands; before the panel is mounted, as soon as it is."""
        if not self.entry.is_mounted:
            self._waiting = takes
            return
        self.entry.open(takes)
        self.screen.set_focus(self.entry)
        self.under.say(takes.takes)
        self.tell()

    def retell(self, takes: page.Entry) -> None:
        """Say anew how much is written, and what takes it."""
        self.under.say(takes.takes)
        self.tell()

    @property
    def box(self) -> Widget:
        """What the keys are to be in."""
        return self.entry

    @property
    def written(self) -> str:
        """What stands in the box."""
        waiting = self._waiting
        return waiting.text if waiting and not self.entry.is_mounted else self.entry.text

    def tell(self) -> None:
        """Say how much is written; of a number or a day only that it is too much."""
        entry, words = self.entry, self._speak()
        says = words.screens.full if entry.overflowed else words.screens.characters
        count, limit = words.number(len(entry.text)), words.number(entry.limit)
        text = says.format(count=count, limit=limit)
        is_told = entry.overflowed or not entry.one_line
        self.count.show(text if is_told else "", overflowed=entry.overflowed)

    @on(EntryBox.Counted)
    def _counted(self, message: EntryBox.Counted) -> None:
        message.stop()
        self.tell()
