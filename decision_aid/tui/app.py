"""The full-screen face: holds the visit, shows screens, and does what they ask for."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text
from textual import events, on, work

from decision_aid.tui import messages
from decision_aid.tui.safety import MOVING, KeyDebounce, SafeApp
from decision_aid.tui.screens.reading import ReadingScreen
from decision_aid.tui.themes import THEMES

if TYPE_CHECKING:
    from decision_aid.interview import Interview
    from decision_aid.record import Records
    from decision_aid.record.session import Session
    from decision_aid.start import Start
    from decision_aid.tui.screens.base import PageScreen
    from decision_aid.visit import Visit
    from decision_aid.wording import Wording

BY_LINE = "line by line"
"""What the app returns when one wants to go on without the full screen."""

SMALLEST = (34, 12)
"""Columns and lines below which nothing can be read."""


class DecisionAidApp(SafeApp):
    """One person's visit on a full screen."""

    CSS_PATH = "aid.tcss"

    def __init__(
        self,
        content: Path,
        folder: Path,
        clock: Callable[[], datetime],
        tremor: KeyDebounce | None = None,
        start: Start | None = None,
    ) -> None:
        super().__init__()
        self.content = content
        self.folder = folder
        self.clock = clock
        self.tremor = tremor or KeyDebounce()
        self.visit: Visit | None = None
        self.start = start
        self.records: Records | None = None
        self.session: Session | None = None
        self.decided = False
        """Whether the person said if answers are kept."""
        self.roomy = False
        self.waiting_to_begin = False
        self.animation_level = "none"
        self.smallest = SMALLEST
        for theme in THEMES:
            self.register_theme(theme)
        self._begin_in("dark")

    def _begin_in(self, theme: str) -> None:
        """Set the theme as if it had always been so: a change would parse all CSS twice."""
        self.set_reactive(DecisionAidApp.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self.update_classes({"-dark-mode": True, f"-theme-{theme}": True}, update=False)

    @property
    def interview(self) -> Interview:
        """The interview for the answers given so far."""
        return self.begun.interview

    @property
    def begun(self) -> Visit:
        """The visit, once the content is there."""
        if self.visit is None:
            raise LookupError("no visit has begun")
        return self.visit

    @property
    def counsels(self) -> bool:
        """Whether a counsellor sits here too."""
        return self.visit is not None and self.visit.audience == "counsellor"

    @property
    def shared(self) -> bool:
        """Whether answers are kept, or would be, on a store that others use too."""
        from decision_aid.start import is_shared

        return is_shared(self.start) if self.records is None else self.records.shared

    @property
    def keeping(self) -> str:
        """Whether answers are kept, in a few words; empty before anybody could know."""
        if self.visit is None or not self.keeping_is_settled:
            return ""
        from decision_aid.tui.saying import keeping, where

        return keeping(self.visit, self.session, where(self.shared))

    @property
    def keeping_is_settled(self) -> bool:
        """Whether it is known if answers are kept."""
        return self.decided or self.session is not None

    @property
    def may_still_keep(self) -> bool:
        """Whether the person, who chose to leave no trace, can choose again."""
        start = self.start
        return (
            self.decided and self.session is None and start is not None and start.keep is not False
        )

    @property
    def code(self) -> str:
        """The code that was given in this visit; empty where there is none."""
        return self.session.code if self.session is not None else ""

    def wording(self) -> Wording:
        """The content as it reads for the answers given so far."""
        return self.interview.wording

    def get_default_screen(self) -> PageScreen:
        return ReadingScreen()

    def on_mount(self) -> None:
        self.call_after_refresh(self.load_content)

    # --- loading ---

    @work(thread=True)
    def load_content(self) -> None:
        """Load behind the first screen. What is heavy is imported here and nowhere before."""
        try:
            from decision_aid.content.load import load
            from decision_aid.start import Start
            from decision_aid.tui import every_screen  # noqa: F401 so that no later key waits
            from decision_aid.visit import Visit

            self.start = self.start or Start()
            audience = self.start.audience
            visit = Visit(load(self.content), self.clock, audience=audience)
            self.post_message(messages.Loaded(visit))
        except Exception as error:  # whatever it is, the caller says it
            self.post_message(messages.NotLoaded(error))

    @on(messages.Loaded)
    def _loaded(self, message: messages.Loaded) -> None:
        self.visit = message.visit
        gc.enable()
        gc.freeze()
        if self.waiting_to_begin:
            self._welcome()

    @on(messages.NotLoaded)
    def _not_loaded(self, message: messages.NotLoaded) -> None:
        self.exit(message.error)

    # --- how one reads ---

    @on(messages.ReadIn)
    def _read_in(self, message: messages.ReadIn) -> None:
        self.theme, self.roomy = message.theme, message.roomy

    @on(messages.ReadByLine)
    def _read_by_line(self) -> None:
        self.exit(BY_LINE)

    def trembles(self, event: events.Key) -> bool:
        meant = self.tremor.lets(event.key)
        writing = getattr(self.screen, "writing", False)
        return not (meant or writing or event.key in MOVING)

    # --- the way through: one screen at a time ---

    @on(messages.ShowReading)
    def _reading(self) -> None:
        self._keep_writing()
        self._close_down_to(1)

    @on(messages.ShowWelcome)
    def _welcome(self) -> None:
        self.waiting_to_begin = self.visit is None
        if self.visit is not None:
            from decision_aid.tui.every_screen import WelcomeScreen

            self._go(WelcomeScreen())

    @on(messages.Begin)
    def _begin(self) -> None:
        self._question()

    def _open(self, start: Start) -> None:
        from decision_aid.tui.every_screen import OpeningScreen

        self._go(OpeningScreen(self.begun, start))

    @on(messages.AskKeeping)
    def _ask_keeping(self) -> None:
        if self.may_still_keep and self.start is not None:
            self._keep_writing()
            self._open(replace(self.start, keep=None, label=None, brought=None))

    @on(messages.Decided)
    def _decided(self) -> None:
        self.decided = True
        self._question()

    @on(messages.ShowQuestion)
    def _question(self) -> None:
        from decision_aid.tui.every_screen import QuestionScreen

        if not self.keeping_is_settled and self.start is not None:
            self._open(self.start)
        elif self.begun.shown is None:
            self._summary()
        else:
            self._go(QuestionScreen(self.begun))

    @on(messages.JumpTo)
    def _jump(self, message: messages.JumpTo) -> None:
        self._keep_writing()
        self.begun.go_to(message.name)
        self._question()

    @on(messages.ShowSummary)
    def _summary(self) -> None:
        if self.visit is not None:
            from decision_aid.tui.every_screen import SummaryScreen

            self._keep_writing()
            self._go(SummaryScreen(self.visit, self.folder))

    @on(messages.Finish)
    def _finish(self) -> None:
        from decision_aid.tui.saying import goodbye

        self.exit(message=Text(goodbye(self.begun, self.session, self.shared)))

    def stopped_by(self, number: int) -> None:
        """What stands in a box is an answer too: ending does not lose it."""
        self._keep_writing()
        super().stopped_by(number)

    def on_unmount(self) -> None:
        """Let others write to what was kept here."""
        for kept in (self.session, self.records):
            if kept is not None:
                kept.close()

    # --- what is looked at and come back from ---

    @on(messages.ShowUrgent)
    def _urgent(self) -> None:
        from decision_aid.tui.screens.urgent import UrgentScreen

        self._look_at(UrgentScreen())

    @on(messages.ShowKeys)
    def _keys(self) -> None:
        from decision_aid.tui.screens.keys import KeysScreen

        self._look_at(KeysScreen())

    @on(messages.ShowOverview)
    def _overview(self) -> None:
        if self.visit is not None:
            from decision_aid.tui.every_screen import OverviewScreen

            self._look_at(OverviewScreen())

    @on(messages.ShowNotes)
    def _notes(self) -> None:
        from decision_aid.tui.every_screen import NotesScreen

        if self.counsels:
            self._keep_writing()
            self._look_at(NotesScreen(self.begun))

    @on(messages.ShowCode)
    def _code(self) -> None:
        from decision_aid.tui.every_screen import CodeScreen

        if self.code:
            self._look_at(CodeScreen())

    @on(messages.ShowCovered)
    def _covered(self) -> None:
        from decision_aid.tui.every_screen import CoveredScreen

        self._look_at(CoveredScreen())

    @on(messages.ShowAnswers)
    def _answers(self) -> None:
        from decision_aid.tui.every_screen import AnswersScreen

        self._look_at(AnswersScreen())

    @on(messages.ShowWords)
    def _words(self) -> None:
        if self.visit is not None:
            from decision_aid.tui.every_screen import WordsScreen

            self._look_at(WordsScreen())

    @on(messages.ShowSources)
    def _sources(self, message: messages.ShowSources) -> None:
        if self.visit is not None:
            from decision_aid.tui.every_screen import SourcesScreen

            self._look_at(SourcesScreen(message.names))

    @on(messages.ShowNote)
    def _note(self, message: messages.ShowNote) -> None:
        from decision_aid.tui.every_screen import Note, NoteScreen

        note = self.begun.aid.by_id[message.name]
        if isinstance(note, Note):
            self._look_at(NoteScreen(note))

    @on(messages.ShowPictures)
    def _pictures(self, message: messages.ShowPictures) -> None:
        from decision_aid.tui.every_screen import PicturesScreen

        self._look_at(PicturesScreen(message.names))

    @on(messages.ShowTable)
    def _table(self, message: messages.ShowTable) -> None:
        from decision_aid.tui.every_screen import ComparisonScreen

        self._look_at(ComparisonScreen(message.names))

    def _look_at(self, screen: PageScreen) -> None:
        """Lay the screen over this one; the same kind twice would only hide the way back."""
        if screen.may_repeat or type(screen) is not type(self.screen):
            self.push_screen(screen)

    def _go(self, screen: PageScreen) -> None:
        """Leave all that is open for that screen. Under all lies the first one, for good."""
        self._close_down_to(2)
        if len(self.screen_stack) == 1:
            self.push_screen(screen)
        else:
            self.switch_screen(screen)

    def _close_down_to(self, screens: int) -> None:
        while len(self.screen_stack) > screens:
            self.pop_screen()

    def _keep_writing(self) -> None:
        for screen in self.screen_stack:
            keep = getattr(screen, "keep_writing", None)
            if keep is not None:
                keep()
