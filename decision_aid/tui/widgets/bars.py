"""The lines above and below the page: where one is, and whether there is more to read."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.strip import Strip

from decision_aid.screens.page import Style
from decision_aid.tui.widgets.drawn import Drawn
from decision_aid.tui.widgets.lines import BLANK, Line, Piece, cut, prose


@dataclass(frozen=True)
class Position:
    """Where one is, from the widest to the narrowest: the guide, its part, how far."""

    title: str = ""
    part: str = ""
    count: str = ""
    count_short: str = ""


class Banner(Drawn):
    """The top line: the guide's name at the left, the place in it at the right."""

    place = Position()

    def show(self, place: Position) -> None:
        """Say where one is."""
        if place != self.place:
            self.place = place
            self.refresh()

    def render_line(self, y: int) -> Strip:
        del y
        return self.drawn(banner(self.place, self.size.width), self.size.width)


def banner(place: Position, width: int) -> Line:
    """All where it fits; else the part and how far, which change and so say more."""
    both = " · ".join(text for text in (place.part, place.count) if text)
    short = place.count_short or place.count
    for left, right in ((place.title, both), (place.part or place.title, place.count)):
        space = width - cell_len(left) - cell_len(right)
        if space >= 3:
            return _ends(left, right, space)
    left = cut(place.part or place.title, width - cell_len(short) - 2)
    return _ends(left, short, width - cell_len(left) - cell_len(short))


def _ends(left: str, right: str, space: int) -> Line:
    return Line(((left, "strong"), (" " * max(space, 0), "ink"), (right, "soft")))


class Divider(Drawn):
    """A rule that can carry a few words. A click on it reads on."""

    @dataclass
    class Pressed(Message):
        """The rule was clicked: show what is beyond it."""

        rule: Divider

        @property
        def control(self) -> Divider:
            """The rule that was clicked."""
            return self.rule

    says = ""
    left = ""
    style_name: Style = "accent"

    def show(self, says: str, left: str | None = None) -> None:
        """Carry these words, or none; what stands at the left stays unless it is named."""
        left = self.left if left is None else left
        if (says, left) != (self.says, self.left):
            self.says, self.left = says, left
            self.refresh()

    def render_line(self, y: int) -> Strip:
        del y
        return self.drawn(self.line(self.size.width), self.size.width)

    def line(self, width: int) -> Line:
        """The rule with its words towards the right."""
        words = f" {cut(self.says, width - 8)} " if self.says else ""
        right: tuple[Piece, ...] = ((words, self.style_name), ("─" * 3, "rule")) if words else ()
        room = width - sum(cell_len(text) for text, _ in right)
        soft = f" {self.left} " if self.left and cell_len(self.left) + 8 <= room else ""
        first = "─" * 3 if soft else ""
        rest = max(room - len(first) - cell_len(soft), 0)
        left: tuple[Piece, ...] = ((first, "rule"), (soft, "soft")) if soft else ()
        return Line((*left, ("─" * rest, "rule"), *right))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if self.says:
            self.post_message(self.Pressed(self))


class TooSmall(Drawn):
    """Stands alone where the window is too small for anything else."""

    def __init__(self, says: str) -> None:
        super().__init__()
        self.says = says

    def render_line(self, y: int) -> Strip:
        lines = prose(self.says, self.size.width)
        return self.drawn(lines[y] if y < len(lines) else BLANK, self.size.width)
