"""What screens ask of the app: they say what is wanted, the app decides how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from decision_aid.visit import Visit


@dataclass
class Loaded(Message):
    """The content is there, and a visit has begun."""

    visit: Visit


@dataclass
class NotLoaded(Message):
    """The content could not be loaded."""

    error: Exception


@dataclass
class ReadIn(Message):
    """Read in this theme, with or without more room."""

    theme: str
    roomy: bool


class ReadByLine(Message):
    """Go on line by line, without the full screen."""


class ShowWelcome(Message):
    """Show what this guide is."""


class ShowReading(Message):
    """Ask once more how one wants to read."""


class Begin(Message):
    """Begin, or go on: where nothing was said about keeping, ask that first."""


class AskKeeping(Message):
    """Ask once more whether answers are kept, because nothing is kept so far."""


class ShowCode(Message):
    """Show the code that opens the answers again."""


class Decided(Message):
    """It is settled whether answers are kept; show the question that the visit is at."""


class ShowNotes(Message):
    """Show the counsellor's private notes."""


class ShowAnswers(Message):
    """Show the answers given, to be looked at only."""


class ShowCovered(Message):
    """Show what was covered and what is still open."""


class ShowQuestion(Message):
    """Show the question that the visit is at, or the summary at its end."""


class ShowSummary(Message):
    """Stop here, or at the end, and show what there is to take away."""


class ShowOverview(Message):
    """Show all parts, to go to any of them."""


class ShowUrgent(Message):
    """Show urgent help."""


class ShowWords(Message):
    """Show the words explained."""


class ShowKeys(Message):
    """Show what the keys do."""


@dataclass
class ShowSources(Message):
    """Show where these facts come from, then all sources."""

    names: tuple[str, ...]


@dataclass
class ShowNote(Message):
    """Show a note to come back from: one of the shelf, or one seen before."""

    name: str


@dataclass
class ShowPictures(Message):
    """Show these outcomes as pictures."""

    names: tuple[str, ...]


@dataclass
class ShowTable(Message):
    """Show these rows of the comparison."""

    names: tuple[str, ...]


@dataclass
class JumpTo(Message):
    """Go to that question."""

    name: str


class Finish(Message):
    """End the program."""


class TerminalGone(Message):
    """The terminal was closed: there is nobody left to ask."""


class Entered(Message):
    """Enter was pressed in a box of one line."""
