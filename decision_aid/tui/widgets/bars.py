"""The lines above and below the page: where one is, and whether there is more to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual import events
from textual.geometry import Size
from textual.message import Message

from decision_aid.frozen import Frozen
from decision_aid.screens.page import Stage, Style
from decision_aid.tui.widgets.drawn import Drawn
from decision_aid.tui.widgets.lines import Line, Piece, cut, prose
from decision_aid.words import Words


class Position(Frozen):
    """Where one is: in which guide, and how far."""

    title: str = ""
    count: str = ""
    count_short: str = ""


class Banner(Drawn):
    """The top line: the guide's name at the left, how far one is at the right."""

    place = Position()

    def show(self, place: Position) -> None:
        """Say where one is."""
        if place != self.place:
            self.place = place
            self.refresh()

    def lines_shown(self, size: Size) -> Sequence[Line]:
        return (banner(self.place, size.width),)


def banner(place: Position, width: int) -> Line:
    """All where it fits; else less of the count, and then of the title."""
    space = width - cell_len(place.title) - cell_len(place.count)
    if space >= 3:
        return _ends(place.title, place.count, space)
    short = place.count_short or place.count
    left = cut(place.title, width - cell_len(short) - 2)
    return _ends(left, short, width - cell_len(left) - cell_len(short))


def _ends(left: str, right: str, space: int) -> Line:
    return Line(((left, "strong"), (" " * max(space, 0), "ink"), (right, "soft")))


class Divider(Drawn):
    """A rule that can carry a few words. A click on it reads on."""

    class Pressed(Message):
        """The rule was clicked: show what is beyond it."""

        def __init__(self, rule: Divider) -> None:
            super().__init__()
            self.rule = rule

        @property
        def control(self) -> Divider:
            """The rule that was clicked."""
            return self.rule

    says = ""
    left = left_short = ""
    style_name: Style = "button"

    def show(self, says: str) -> None:
        """Carry these words, or none, towards the right."""
        if says != self.says:
            self.says = says
            self.refresh()

    def stand(self, left: str, short: str = "") -> None:
        """Carry these words at the left, or the short ones where there is no room."""
        if (left, short) != (self.left, self.left_short):
            self.left, self.left_short = left, short
            self.refresh()

    def lines_shown(self, size: Size) -> Sequence[Line]:
        return (self.line(size.width),)

    def line(self, width: int) -> Line:
        """The rule with its words towards the right."""
        words = f" {cut(self.says, width - 8)} " if self.says else ""
        right: tuple[Piece, ...] = ((words, self.style_name), ("─" * 3, "rule")) if words else ()
        room = width - sum(cell_len(text) for text, _ in right)
        fits = (one for one in (self.left, self.left_short) if one and cell_len(one) + 8 <= room)
        soft = next((f" {one} " for one in fits), "")
        first = "─" * 3 if soft else ""
        rest = max(room - len(first) - cell_len(soft), 0)
        left: tuple[Piece, ...] = ((first, "rule"), (soft, "soft")) if soft else ()
        return Line((*left, ("─" * rest, "rule"), *right))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if self.says:
            self.post_message(self.Pressed(self))


SHAPES = {"done": "■", "here": "◆", "to_come": "□"}
"""The sign of a part of the guide, told apart by shape and not by colour."""


def way(stages: Sequence[Stage]) -> tuple[str, str]:
    """The parts of the guide as signs, with the name of the part that one is in, and without."""
    signs = "".join(SHAPES[one.state] for one in stages)
    here = next((one.name for one in stages if one.state == "here"), "")
    return f"{signs} {here}".rstrip(), signs


class TooSmall(Drawn):
    """Stands alone where the window is too small for anything else."""

    def __init__(self, speak: Callable[[], Words]) -> None:
        super().__init__()
        self._speak = speak

    def lines_shown(self, size: Size) -> Sequence[Line]:
        return prose(self._speak().screens.too_small, size.width)
