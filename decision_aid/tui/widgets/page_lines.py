"""Lays a page out in a window, with what stands beside it; one page also before it is shown."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from textual.geometry import Size

from decision_aid.made_ahead import MadeAhead
from decision_aid.screens.page import Page
from decision_aid.tui.widgets.aside import beneath, has_room_beside, set_beside
from decision_aid.tui.widgets.choices import Choices
from decision_aid.tui.widgets.layout import lay_out
from decision_aid.tui.widgets.lines import Line


class Room(NamedTuple):
    """What there is room for."""

    window: Size
    """The room for the lines of the page."""
    whole: Size
    """The room of the whole screen, which decides whether anything stands beside a page."""
    roomy: bool
    """Whether an empty line stands between any two."""


class PageLines(NamedTuple):
    """The lines of a page, and of what stands beside it, one for each of the window's."""

    lines: tuple[Line, ...]
    beside: tuple[Line, ...]


Seen = tuple[Page, Room, object]
"""A page in its room, with what is picked on it."""


class Typesetter:
    """Holds the lines of the page that was laid out last, and of one that may be shown next."""

    def __init__(self) -> None:
        self._laid_out = MadeAhead[Seen, PageLines]()

    def set_lines(self, page: Page, choices: Choices, room: Room) -> PageLines:
        """The lines of the page."""
        return self._laid_out.find(
            (page, room, choices.look), partial(_set_lines, page, choices, room)
        )

    def prepare(self, page: Page, room: Room) -> tuple[Line, ...]:
        """Have the lines of this page ready as it opens; gives them."""
        choices = Choices.of(page)
        made = _set_lines(page, choices, room)
        self._laid_out.expect((page, room, choices.look), made)
        return made.lines


def _set_lines(page: Page, choices: Choices, room: Room) -> PageLines:
    """What stands beside the page where there is room is beneath it where there is not."""
    beside: tuple[Line, ...] = ()
    width, height = room.window
    if page.aside is not None and not has_room_beside(room.whole):
        page = beneath(page, page.aside)
    elif page.aside is not None:
        width, beside = set_beside(page.aside, width, height, room.roomy)
    return PageLines(lay_out(page, choices, (width, height), room.roomy), beside)
