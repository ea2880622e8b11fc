"""The one screen: draws the navigator's page in place, and hears keys, mouse and typing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input

from decision_aid.frozen import replace
from decision_aid.screens.opening import THEMES
from decision_aid.screens.page import Page, Prose
from decision_aid.screens.screen import Show
from decision_aid.tui import messages
from decision_aid.tui.bar_keys import bar_keys
from decision_aid.tui.digits import digit
from decision_aid.tui.frame import Frame
from decision_aid.tui.page_left import Left, PagesLeft, bare
from decision_aid.tui.retelling import retell
from decision_aid.tui.widgets.foot_bar import FootBar
from decision_aid.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from decision_aid.screens.navigator import Navigator
    from decision_aid.screens.page import Meaning
    from decision_aid.screens.screen import Screen as Open


class PageScreen(Frame):
    """Shows one page after another; what follows from what is done on it, the navigator says."""

    BINDINGS = [
        Binding("space", "pick"),
        Binding("enter", "go_on"),
        Binding("escape", "leave"),
        Binding("left", "turn(-1)"),
        Binding("right", "turn(1)"),
        Binding("backspace,f3", "back"),
        Binding("p,f4", "press('pass_over')"),
        Binding("x,f5", "press('summary')"),
        Binding("u,f1,f2", "press('urgent')"),
        Binding("o,f6", "press('overview')"),
        Binding("w,f7", "press('words')"),
        Binding("s,f8", "press('sources')"),
        Binding("n,f10", "press('notes')"),
        Binding("question_mark,h,f9", "press('keys')"),
        Binding("l,f12", "press('language')"),
        Binding("r", "read_anew"),
    ]

    def __init__(self, navigator: Navigator) -> None:
        super().__init__(lambda: navigator.sitting.words)
        self.navigator = navigator
        self.roomy = False
        self._open: Open | None = None
        """The navigator's screen that is drawn."""
        self._page = Page("", "")
        """Its page as it was drawn, without what changes on it in place."""
        self._notice = ""
        self._spoken = self.speak()
        """The words in which it was drawn."""
        self._left = PagesLeft()
        self._escaped: tuple[Open | None, Widget | None] = (None, None)
        """Where Escape was pressed last: the screen, and what had the keys."""

    def on_mount(self) -> None:
        self.show()

    # --- doing what the person does, and drawing what follows ---

    def act(self, do: Callable[[], None]) -> None:
        """Have the navigator do that, and draw what follows."""
        self.hold()
        do()
        if self.navigator.ended is not None:
            self.app.post_message(messages.Ended())
        else:
            self.show()
            self.paint_at_once()

    def hold(self) -> None:
        """Let the navigator remember what is marked and written so far."""
        if self.navigator.screen is self._open:
            self.navigator.hold(*self.sheet.choices.marked, text=self.boxes.written)

    def show(self) -> None:
        """Draw the page from what is known now; only what changed on it, if it is the same."""
        if self.navigator.at == "reading":
            self.navigator.hold(self.app.theme, *(("roomy",) if self.roomy else ()))
        page = self.navigator.page
        bare_page, is_open = bare(page), self.navigator.screen is self._open
        if self.speak() is not self._spoken:
            self._change_language(page)
        elif is_open and bare_page == self._page:
            self._show_notice(page)
        if not is_open or bare_page != self._page:
            self._turn_to(page, bare_page)
        self._notice = page.notice
        self.below.stand(page.kept)
        self._show_keys()
        self.say_more()

    def _change_language(self, page: Page) -> None:
        """Say the page, and those beneath, in the words of now; nothing else of them changes."""
        before, self._spoken = self._spoken, self.speak()
        self._left.retell(self.navigator.page_beneath, self.sheet, before)
        if self.navigator.screen is self._open:
            self._page = bare(page)
            self.say_where(page)
            retell(self.sheet, page, before)
            self.say_too_many()
            self.boxes.retell(page.entry)
        beneath = map(self.navigator.page_beneath, reversed(self.navigator.stack))
        self.say_stages(next((one.stages for one in beneath if one.stages), ()))
        self.app.post_message(messages.LanguageChanged())

    def show_keeping(self) -> None:
        """Say anew whether answers are kept; what is marked and half written stays as it is."""
        page = self.navigator.page
        if self.navigator.screen is not self._open or bare(page) != self._page:
            self.act(lambda: None)  # only what is drawn changes
            return
        if page.notice != self._notice:
            self.sheet.say(page.notice)
        self._notice = page.notice
        self.below.stand(page.kept)

    def _show_notice(self, page: Page) -> None:
        if page.notice or self._notice:
            self.sheet.say(page.notice)
        if page.entry is not None and self.boxes.written != page.entry.text:
            self.boxes.ask(page.entry)

    def _turn_to(self, page: Page, bare: Page) -> None:
        left = self._leave()
        self._open, self._page = self.navigator.screen, bare
        self.set_class(any(not isinstance(part, Prose) for part in page.parts), "wide")
        self.say_where(page)
        self.boxes.stand_for(page.entry)
        if left is not None and left.page == bare and self.navigator.at != "reading":
            self._restore(page, left)
        else:
            self._begin(page)

    def _leave(self) -> Left | None:
        """Remember how the screen was left, if it can be come back to; how the next one was."""
        stack, sheet = self.navigator.stack, self.sheet
        if self._open is not None and self._open in stack[:-1]:
            at = (self.boxes.written, self.focused, self.foot.at)
            self._left.note(self._open, Left(self._page, sheet.sight, *at))
        return self._left.take(self.navigator.screen, stack)

    def _begin(self, page: Page) -> None:
        if page.entry is None:
            self.set_focus(self.sheet)
        self.sheet.show(page, self.roomy)
        if page.notice:
            self.sheet.say(page.notice)
        if page.entry is not None:
            self.boxes.ask(page.entry)

    def _restore(self, page: Page, left: Left) -> None:
        """As it was left, but for the keys, which are where the page opens."""
        self.sheet.restore(page, left.sight, self.roomy)
        if page.entry is not None and left.written != self.boxes.written:
            self.boxes.ask(replace(page.entry, text=left.written or ""))
        self.boxes.retell(page.entry)
        self.foot.at = left.key
        self.set_focus(left.focused or self.sheet)

    def _show_keys(self) -> None:
        self.foot.show(bar_keys(self._page, self.speak().screens, writing=self.boxes.has_focus))
        self.make_room()

    def on_descendant_focus(self) -> None:
        self._show_keys()

    # --- keys ---

    def on_key(self, event: events.Key) -> None:
        if self.take_digit(event.character):
            event.stop()

    def take_digit(self, character: str | None) -> bool:
        """Pick the row with that number; False where it is none."""
        number = digit(character)
        if number is not None:
            self.sheet.pick_number(number)
        return number is not None

    def action_pick(self) -> None:
        """Space reads on while there is more, else picks."""
        if not self.sheet.act_in_sight():
            self.sheet.scroll_pages(1)
        elif not self.sheet.turn(1):
            self.sheet.pick_here()

    def action_turn(self, step: int) -> None:
        """Left and right choose among a row's answers; elsewhere left leads back."""
        if not self.sheet.turn(step) and step < 0:
            self.action_back()

    def action_go_on(self) -> None:
        """Enter goes on, but never past what was not in sight."""
        here = self.sheet.choices.here
        if not self.sheet.act_in_sight() and self.sheet.scroll_pages(1):
            return
        if here is not None and here.answers:
            self.sheet.step(1)
        elif here is not None and not here.mark:
            self._forward(here.id)
        elif self.sheet.choices.is_to_be_marked:
            self.sheet.pick_here()
        else:
            self._forward()

    def foresee(self) -> None:
        """Draw beforehand what Enter would lead to, so that whoever presses it need not wait."""
        rows, written, page = self.sheet.choices.taken, self.boxes.written, None
        if written is None and rows is not None:
            page = self.navigator.foresee(*rows)
        elif written is not None and not written.strip():
            page = self.navigator.foresee_passing_over()
        if page is not None and page.entry is None:
            self.sheet.prepare(page, self.room)

    def action_take(self) -> None:
        """Take what is written; without a box, as Enter would."""
        if self.boxes.written is None:
            self.action_go_on()
        else:
            self._forward()

    def _forward(self, *row: str) -> None:
        """Take what is written or marked, do what the row is for, or go on."""
        written, choices = self.boxes.written, self.sheet.choices
        if written is not None:
            self.act(partial(self.navigator.write, written))
        elif row or any(one.mark for one in choices.rows):
            self.act(partial(self.navigator.choose, *choices.marked, *row))
        else:
            self.act(self.navigator.go_on)

    def action_press(self, meaning: Meaning) -> None:
        self.act(partial(self.navigator.press, meaning))

    def action_read_anew(self) -> None:
        if self.navigator.at != "reading":
            self.act(partial(self.navigator.show, Show("reading")))

    def action_back(self) -> None:
        self.act(self.navigator.back)

    def action_leave(self) -> None:
        """Escape leaves what lies over another screen, or a box, so that letters are keys again."""
        self._escaped = (self.navigator.screen, self.focused)
        if self.navigator.screen.lies_over:
            self.action_back()
        else:
            self.set_focus(self.sheet)

    def take_back_leaving(self) -> bool:
        """Be where Escape was pressed; False if that has been left for another screen."""
        screen, focused = self._escaped
        if screen is not self.navigator.screen:
            return False
        self.set_focus(focused or self.sheet)
        return True

    # --- what the widgets tell ---

    @on(FootBar.Pressed)
    async def _pressed(self, message: FootBar.Pressed) -> None:
        message.stop()
        await self.run_action(message.action)

    @on(Sheet.Chosen)
    def _chosen(self, message: Sheet.Chosen) -> None:
        message.stop()
        self._forward(message.row)

    @on(Sheet.Picked)
    def _picked(self, message: Sheet.Picked) -> None:
        """A mark was set or taken away, or could not be set."""
        message.stop()
        choices = self.sheet.choices
        self.say_too_many()
        if self.navigator.at == "reading":
            self.roomy = self.sheet.roomy = "roomy" in choices.marked
            theme = next(name for name in THEMES if name in choices.marked)
            self.app.post_message(messages.ReadIn(theme, self.roomy))

    @on(Input.Submitted)
    @on(messages.Entered)
    def _entered(self, message: Input.Submitted | messages.Entered) -> None:
        message.stop()
        self._forward()
