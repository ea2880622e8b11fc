"""What screens and widgets tell the app: data goes down, messages go up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.events import Event
from textual.message import Message

if TYPE_CHECKING:
    from decision_aid.visit import Visit


# Plain classes: as dataclasses they would cost every start 2 ms.


class Loaded(Message):
    """The content is there, and a visit has begun."""

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self.visit = visit


class NotLoaded(Message):
    """The content could not be loaded."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


class ReadIn(Message):
    """Read in this theme, with this room between the lines."""

    def __init__(self, theme: str, roomy: bool) -> None:
        super().__init__()
        self.theme = theme
        self.roomy = roomy


class LanguageChanged(Message):
    """Another language is spoken from now on."""


class Done(Message):
    """Slow work is done: follow what it got."""

    def __init__(self, follow: Callable[[], None]) -> None:
        super().__init__()
        self.follow = follow


class KeepingChanged(Message):
    """Answers that waited are kept now, or another thing is wrong with keeping them."""


class Ended(Message):
    """The visit is over."""


class TerminalGone(Message):
    """The terminal was closed: there is nobody left to ask."""


class Entered(Message):
    """Enter was pressed in a box of one line."""


class LateCode(Event):
    """A key code came whole after all, when its first byte had been taken for the Escape key."""

    def __init__(self, keys: Sequence[Message]) -> None:
        super().__init__()
        self.keys = keys
