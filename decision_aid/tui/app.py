"""The full-screen face: holds the visit, shows screens, and does what they ask for."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on, work

from decision_aid.tui import messages
from decision_aid.tui.safety import MOVING, SafeApp, Tremor
from decision_aid.tui.screens.reading import ReadingScreen
from decision_aid.tui.themes import THEMES

if TYPE_CHECKING:
    from decision_aid.tui.screens.base import PageScreen
    from decision_aid.visit import Visit

SMALLEST = (34, 12)
"""Columns and lines below which nothing can be read."""


class DecisionAidApp(SafeApp):
    """One person's visit on a full screen."""

    CSS_PATH = "aid.tcss"

    def __init__(
        self, content: Path, folder: Path, clock: Callable[[], datetime], tremor: Tremor | None
    ) -> None:
        super().__init__()
        self.content = content
        self.folder = folder
        self.clock = clock
        self.tremor = tremor or Tremor()
        self.visit: Visit | None = None
        self.minutes: dict[str, str] = {}
        self.roomy = False
        self.waiting_to_begin = False
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "dark"

    def get_default_screen(self) -> PageScreen:
        return ReadingScreen()

    def on_mount(self) -> None:
        self.call_after_refresh(self.load_content)

    # --- loading ---

    @work(thread=True)
    def load_content(self) -> None:
        """Load behind the first screen. What is heavy is imported here and nowhere before."""
        try:
            from decision_aid.interview import minutes
            from decision_aid.load import load
            from decision_aid.visit import Visit

            visit = Visit(load(self.content), self.clock)
            ways = [way.id for way in visit.aid.ways]
            timed = {f"minutes_{way}": str(minutes(visit.aid, way)) for way in ways}
            self.post_message(messages.Loaded(visit, timed))
        except Exception as error:  # noqa: BLE001 whatever it is, the caller says it
            self.post_message(messages.NotLoaded(error))

    @on(messages.Loaded)
    def _loaded(self, message: messages.Loaded) -> None:
        self.visit, self.minutes = message.visit, message.minutes
        gc.enable()
        gc.freeze()
        if self.waiting_to_begin:
            self._welcome()

    @on(messages.NotLoaded)
    def _not_loaded(self, message: messages.NotLoaded) -> None:
        self.exit(message.error)
