"""A screen with a page on it: the keys, the bars around it, and nothing of any one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.screen import Screen

from decision_aid.screens.page import Page
from decision_aid.tui import messages
from decision_aid.tui.digits import digit
from decision_aid.tui.widgets.bars import Banner, Divider, Position, TooSmall
from decision_aid.tui.widgets.foot_bar import FootBar, Key
from decision_aid.tui.widgets.sheet import Sheet
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.tui.app import DecisionAidApp

EN = words("en").screens

BARS = 3
"""The lines of the banner and of the two rules."""
NARROW, LOW = 60, 20
"""Fewer columns or lines than these leave out what is only there for comfort."""


class PageScreen(Screen[None]):
    """Shows one page. A subclass says which, and what follows from what is picked on it."""

    BINDINGS = [
        Binding("down", "step(1)"),
        Binding("up", "step(-1)"),
        Binding("pagedown", "read(1)"),
        Binding("pageup", "read(-1)"),
        Binding("home", "read(-99)"),
        Binding("end", "read(99)"),
        Binding("space", "pick"),
        Binding("enter", "go_on"),
        Binding("escape", "leave"),
        Binding("left,backspace,f3", "back"),
        Binding("p,f4", "pass_over"),
        Binding("x,f5", "ask('ShowSummary')"),
        Binding("u,f1,f2", "ask('ShowUrgent')"),
        Binding("o,f6", "ask('ShowOverview')"),
        Binding("w,f7", "ask('ShowWords')"),
        Binding("s,f8", "sources"),
        Binding("n,f10", "ask('ShowNotes')"),
        Binding("question_mark,h,f9", "ask('ShowKeys')"),
    ]

    AUTO_FOCUS = "#sheet"
    wide = False
    """Whether the page may take more than the width of prose."""
    beneath = 0
    """The lines that stay free under the page for a box; 0: there is none now."""
    may_repeat = False
    """Whether the same kind of screen may be opened from itself."""

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner()
        self.above = Divider(id="above")
        self.sheet = Sheet(id="sheet")
        self.below = Divider(id="below")
        self.foot = FootBar()
        self._most: int | None = None
        """The lines that the page may take where a box stands under it."""

    def compose(self) -> ComposeResult:
        yield TooSmall()
        yield self.banner
        yield self.above
        yield self.sheet
        yield self.below
        yield self.foot

    def on_mount(self) -> None:
        self.set_class(self.wide, "wide")
        self.show()

    @property
    def face(self) -> DecisionAidApp:
        """The app, as what it is."""
        return cast("DecisionAidApp", self.app)

    # --- what a subclass says ---

    def page(self) -> Page:
        """The page to show."""
        raise NotImplementedError

    def chosen(self, row: str) -> None:
        """An action was chosen."""

    def picked(self) -> None:
        """A mark was set or taken away, or could not be set."""
        choices = self.sheet.choices
        if choices.one_too_many:
            self.sheet.say(EN.too_many.format(most=choices.most))

    def forward(self) -> None:
        """Enter was pressed, and the keys are on no action."""

    def action_back(self) -> None:
        """Go back."""

    def action_pass_over(self) -> None:
        """Pass over what is shown."""

    def keys(self) -> tuple[Key, ...]:
        """What the lowest lines offer."""
        return (
            Key(EN.key_enter, EN.bar_go_on, "go_on"),
            Key("←", EN.bar_back, "back"),
            *self.common_keys(),
        )

    @property
    def writing(self) -> bool:
        """Whether letters are text now."""
        return False

    def common_keys(self) -> tuple[Key, ...]:
        """What is offered on every screen."""
        signs = ("F5", "F2", "F6", "F7", "F8", "F9") if self.writing else tuple("xuows?")
        notes = Key("F10" if self.writing else "n", EN.bar_notes, "ask('ShowNotes')")
        says = (
            (EN.bar_stop, "ask('ShowSummary')"),
            (EN.bar_urgent, "ask('ShowUrgent')"),
            (EN.bar_overview, "ask('ShowOverview')"),
            (EN.bar_words, "ask('ShowWords')"),
            (EN.bar_sources, "sources"),
            (EN.bar_keys, "ask('ShowKeys')"),
        )
        keys = tuple(Key(sign, *one) for sign, one in zip(signs, says, strict=True))
        return (*keys, notes) if self.face.counsels else keys

    @property
    def guide(self) -> str:
        """The name of the guide, for the top line."""
        return self.face.visit.aid.title if self.face.visit else EN.a_guide

    # --- showing ---

    def show(self) -> None:
        """Draw the page anew from what is known now."""
        page = self.page()
        self.sheet.show(page, self.face.roomy)
        self.banner.show(Position(self.guide, page.where, page.count, page.count_short))
        self.below.show(self.below.says, self.face.keeping)
        self._show_keys()

    def _show_keys(self) -> None:
        self.foot.show(self.keys())
        self._make_room()

    def _make_room(self) -> None:
        """Where a box stands under the page, the page scrolls in what is left above it."""
        if not self.foot.size:
            return
        room = self.size.height - BARS - self.foot.height_wanted - self.beneath
        most = max(room, 2) if self.beneath else None
        if most != self._most:
            self._most = self.sheet.styles.max_height = most

    def on_resize(self, event: events.Resize) -> None:
        width, height = event.size
        self.set_class(width < NARROW, "narrow")
        self.set_class(height < LOW, "low")
        columns, lines = self.face.smallest
        self.set_class(width < columns or height < lines, "too-small")
        self.call_after_refresh(self._make_room)

    def on_screen_resume(self) -> None:
        self.sheet.rest()

    @on(Sheet.Moved)
    def _moved(self, message: Sheet.Moved) -> None:
        message.stop()
        sheet = self.sheet
        hidden = sheet.more_above and sheet.page.heading
        self.above.show(f"↑ {sheet.page.heading}" if hidden else "")
        self.below.show(EN.more_below if sheet.more_below else "")

    @on(Divider.Pressed)
    def _read_on(self, message: Divider.Pressed) -> None:
        message.stop()
        self.sheet.scroll_pages(1 if message.rule is self.below else -1)

    def on_descendant_focus(self) -> None:
        self._show_keys()

    # --- keys ---

    def on_key(self, event: events.Key) -> None:
        number = digit(event.character)
        if number is not None:
            event.stop()
            self.sheet.pick_number(number)

    def action_step(self, step: int) -> None:
        self.sheet.step(step)

    def action_read(self, pages: int) -> None:
        self.sheet.scroll_pages(pages)

    def action_pick(self) -> None:
        """Space reads on while there is more, else picks."""
        if not self.sheet.act_in_sight():
            self.sheet.scroll_pages(1)
        else:
            self.sheet.pick_here()

    def action_go_on(self) -> None:
        """Enter goes on, but never past what was not in sight."""
        here = self.sheet.choices.here
        if not self.sheet.act_in_sight() and self.sheet.scroll_pages(1):
            return
        if here is not None and not here.mark:
            self.sheet.pick_here()
        else:
            self.forward()

    @on(FootBar.Pressed)
    async def _pressed(self, message: FootBar.Pressed) -> None:
        message.stop()
        await self.run_action(message.action)

    @on(Sheet.Chosen)
    def _chosen(self, message: Sheet.Chosen) -> None:
        message.stop()
        self.chosen(message.row)

    @on(Sheet.Picked)
    def _sheet_picked(self, message: Sheet.Picked) -> None:
        message.stop()
        self.picked()

    # --- asking the app ---

    def ask(self, message: Message) -> None:
        """Ask the app for something."""
        self.app.post_message(message)

    def action_ask(self, name: str) -> None:
        """Ask the app for that, by the name of a message without details."""
        self.ask(getattr(messages, name)())

    def action_leave(self) -> None:
        """Escape leaves a box or the lowest lines, so that letters are keys again."""
        self.sheet.focus()

    def action_sources(self) -> None:
        self.ask(messages.ShowSources(self.sheet.page.sources))
