"""The full-screen face: loads the content, draws the navigator's pages, and ends."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from rich.text import Text
from textual import events, on
from textual.message import Message
from textual.message_pump import MessagePump
from textual.reactive import Reactive
from textual.theme import Theme

from decision_aid.background import Background
from decision_aid.languages import Languages, find_languages
from decision_aid.look import Look, recall, remember
from decision_aid.plain_text import clean
from decision_aid.screens.kept_words import what_is_left
from decision_aid.screens.navigator import Navigator, Then
from decision_aid.screens.screen import Show
from decision_aid.screens.sitting import Sitting
from decision_aid.start import Start, with_report_to
from decision_aid.tui import messages
from decision_aid.tui.safety import MOVING, KeyDebounce, SafeApp
from decision_aid.tui.screen import PageScreen
from decision_aid.tui.themes import THEMES

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid
    from decision_aid.visit import Visit

BY_LINE = "line by line"
"""What the app returns when one wants to go on without the full screen."""

COLLECTING = (10_000, 10, 10)
"""So seldom is memory looked through while a key is heard."""
AT_REST = 2_000
"""So many new objects are looked through as soon as nobody waits."""


class DecisionAidApp(SafeApp):
    """One person's visit on a full screen."""

    CSS_PATH = "aid.tcss"

    theme = Reactive("dark")
    """One of ours from the start: the colours of another need not be worked out first."""

    def __init__(
        self,
        content: Path,
        folder: Path,
        clock: Callable[[], datetime],
        debounce: KeyDebounce | None = None,
        start: Start | None = None,
    ) -> None:
        super().__init__()
        self.content = content
        self.folder = folder
        self.clock = clock
        self.debounce = debounce or KeyDebounce()
        start = start or Start()
        self._look = recall(start.place, [theme.name for theme in THEMES])
        """How one reads, as it is remembered with the answers that are kept."""
        self.languages = Languages(find_languages(content), self._load)
        self.sitting = Sitting(folder, start, languages=self.languages, asks_how_to_read=True)
        self.sitting.knows_how_to_read = self._look is not None
        self.sitting.tell_kept = lambda: self._tell(messages.KeepingChanged())
        self.navigator = Navigator(self.sitting, self._in_thread)
        self.left: tuple[str, ...] = ()
        """What became of the answers where a fault of our own ended it."""
        self.pages = PageScreen(self.navigator)
        self.animation_level = "none"
        self._begin_in(self._look.theme if self._look else "dark")
        self.pages.roomy = self._look is not None and self._look.roomy

    def _begin_in(self, theme: str) -> None:
        """Set the theme as if it had always been so: a change would parse all CSS twice."""
        if theme != self.theme:
            self.set_reactive(DecisionAidApp.theme, theme)
            self.stylesheet.set_variables(self.get_css_variables())
        self.update_classes({"-dark-mode": theme != "light", f"-theme-{theme}": True}, update=False)

    @property
    def available_themes(self) -> dict[str, Theme]:
        return {theme.name: theme for theme in THEMES}

    @property
    def visit(self) -> Visit | None:
        """The visit, once the content is there."""
        return self.sitting.visit

    def get_default_screen(self) -> PageScreen:
        return self.pages

    def on_mount(self) -> None:
        self.call_after_refresh(self.load_content)

    # --- what is slow is done in a thread ---

    # A thread that stands still does not hold up the end: Textual would wait for its own.

    def load_content(self) -> None:
        """Load behind the first screen."""
        Background(self._load_content)

    def _load_content(self) -> None:
        """What is heavy is imported here and nowhere before."""
        try:
            from decision_aid.memory import close_memory

            close_memory()  # before anything is asked
            from decision_aid.report.draft import sweep
            from decision_aid.screens import every  # noqa: F401 so that no later key waits
            from decision_aid.tui import key_codes, sequences  # noqa: F401
            from decision_aid.tui.widgets import entry, line_box  # noqa: F401
            from decision_aid.visit import Visit

            start = self.sitting.start
            aid = self.languages.take(self.sitting.chosen or self.languages.codes[0])
            sweep(self.folder)
            self._tell(messages.Loaded(Visit(aid, self.clock, audience=start.audience)))
            self._load_languages()
        except Exception as error:  # whatever it is, the caller says it
            self._tell(messages.NotLoaded(error))

    def _load(self, language: str) -> DecisionAid:
        from decision_aid.content.load import load_shown

        return with_report_to(load_shown(self.content, language))

    def _load_languages(self) -> None:
        """Load the other languages, so that nobody waits for one; they stay as long as all this."""
        if self.languages.are_several:
            self.languages.load_all()
            gc.freeze()

    @on(messages.Loaded)
    def _loaded(self, message: messages.Loaded) -> None:
        if not self.pages.is_attached:  # it was ended meanwhile
            return
        self.navigator.begin(message.visit)
        gc.enable()
        gc.freeze()
        gc.set_threshold(*COLLECTING)
        self.pages.show()
        self.pages.boxes.make()

    @on(messages.NotLoaded)
    def _not_loaded(self, message: messages.NotLoaded) -> None:
        self.exit(message.error)

    def _in_thread(self, do: Callable[[], Then], done: Callable[[Then], None]) -> None:
        Background(partial(self._do, do, done))

    def _do(self, do: Callable[[], Then], done: Callable[[Then], None]) -> None:
        try:
            self._tell(messages.Done(partial(done, do())))
        except Exception as error:
            self._tell(messages.Done(partial(_raise, error)))

    def _tell(self, message: Message) -> None:
        """Tell it from another thread, if the app is still there to hear it."""
        with contextlib.suppress(RuntimeError):
            self.post_message(message)

    @on(messages.Done)
    def _done(self, message: messages.Done) -> None:
        self.pages.act(message.follow)
        self._remember_look()

    @on(messages.KeepingChanged)
    def _keeping_changed(self) -> None:
        self.pages.show_keeping()

    # --- how one reads, and the end ---

    @on(messages.LanguageChanged)
    def _language_changed(self) -> None:
        self._remember_look()

    @on(messages.ReadIn)
    def _read_in(self, message: messages.ReadIn) -> None:
        self.theme = message.theme
        self._remember_look()

    def _remember_look(self) -> None:
        """Where answers are kept on this computer, so is how one reads; nowhere else."""
        visit = self.visit
        if visit is None or visit.session is None or self.sitting.shared:
            return
        look = Look(self.theme, self.pages.roomy, visit.aid.language)
        if look != self._look and not visit.session.only_looking:
            self._look = look
            Background(partial(remember, self.sitting.start.place, look))

    async def hear(self, event: events.Event) -> None:
        """A key on the page is for the screen, which is told at once if nothing waits before it."""
        self.pages.is_hurried = bool(self._typed)
        if not isinstance(event, events.Key) or not self.pages.hears_at_once(event.key):
            await super().hear(event)
            return
        heard = await self._check_bindings(event.key, priority=True)
        if not heard and not self.pages.take_digit(event.character):
            await self._check_bindings(event.key)

    def rest(self) -> None:
        """Draw what the next key may lead to, and look through memory, so that it need not wait."""
        self.pages.foresee()
        if gc.isenabled() and gc.get_count()[0] > AT_REST:
            gc.collect()

    def trembles(self, event: events.Key) -> bool:
        meant = self.debounce.lets(event.key)
        return not (meant or self.pages.boxes.has_focus or event.key in MOVING)

    def acting(self) -> Sequence[MessagePump]:
        """From what has the keys to the app; the page has rows to pick wherever the keys are."""
        focused = self.pages.focused or self.pages.sheet
        within = [one for one in focused.ancestors_with_self if one not in (self.pages, self)]
        return (*within, self.pages.sheet, self.pages, self)

    def is_ready(self) -> bool:
        return self.pages.is_laid_out and not self.pages.boxes.is_opening

    def heard_late(self, event: messages.LateCode) -> None:
        if self.pages.take_back_leaving():
            for key in event.keys:
                self.post_message(key)

    @on(messages.Ended)
    def _ended(self) -> None:
        end = self.navigator.ended
        if end is not None:
            self.exit(BY_LINE if end.by_line else None, message=Text(clean(end.message)))

    def action_interrupt(self) -> None:
        """Ctrl and C ask once; a second time they end the program as the signal would."""
        if self.navigator.at == "stop" or self.navigator.ended is not None:
            super().action_interrupt()
        else:
            self.pages.act(partial(self.navigator.show, Show("stop")))

    def stopped_by(self, number: int) -> None:
        """What stands in a box is an answer too: ending does not lose it."""
        self.pages.hold()
        self.navigator.keep_writing()
        super().stopped_by(number)

    def _fatal_error(self) -> None:
        """A fault of our own: what stands in a box is kept even so, if it still can be."""
        with contextlib.suppress(Exception):
            self.pages.hold()
            self.navigator.keep_writing()
        self.left = what_is_left(self.sitting)
        super()._fatal_error()

    def on_unmount(self) -> None:
        self.navigator.close()


def _raise(error: Exception) -> NoReturn:
    """A fault of our own in a thread ends the app as one in its own would."""
    raise error
