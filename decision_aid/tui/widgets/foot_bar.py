"""The lowest lines: what each key does, and the same for the mouse and for Tab."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.geometry import Offset, Size
from textual.message import Message

from decision_aid.frozen import Frozen
from decision_aid.screens.page import Style
from decision_aid.tui.widgets.drawn import Drawn
from decision_aid.tui.widgets.lines import Line, Piece

GAP, NARROW_GAP = 3, 2
NARROW = 60


class Key(Frozen):
    """A key, what it does in words, and the action of the screen behind it."""

    key: str
    says: str
    action: str
    apart: bool = False
    """Stands at the right end, in colours of its own."""
    if_room: bool = False
    """Is left out where it would take a line more."""

    @property
    def text(self) -> str:
        """All of it."""
        edge = " " if self.apart else ""
        return f"{edge}{self.key} {self.says}{edge}"

    @property
    def width(self) -> int:
        """How many cells it takes."""
        return cell_len(self.text)


class FootBar(Drawn, can_focus=True):
    """Keys that can be clicked, or reached with Tab and pressed with Enter."""

    FOCUS_ON_CLICK = False  # else Enter would press the bar's key and not go on
    BINDINGS = [
        Binding("right,tab", "step(1)"),
        Binding("left,shift+tab", "step(-1)"),
        Binding("enter,space", "press"),
    ]

    class Pressed(Message):
        """A key of the bar was clicked or chosen: do its action."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self) -> None:
        super().__init__()
        self.keys: tuple[Key, ...] = ()
        self.at: int | None = None

    def show(self, keys: tuple[Key, ...]) -> None:
        """Show these keys."""
        if keys == self.keys:
            return
        rows = len(place_keys(self.keys, self.size.width))
        self.keys = keys
        self.at = None if self.at is None else min(self.at, len(keys) - 1)
        self.refresh(layout=rows != len(place_keys(keys, self.size.width)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        del container, viewport
        return max(len(place_keys(self.keys, width)), 1)

    def lines_shown(self, size: Size) -> Sequence[Line]:
        return tuple(map(self._line, place_keys(self.keys, size.width)))

    def _line(self, places: tuple[int, ...]) -> Line:
        pieces: list[Piece] = []
        at = 0
        for place, left in self._starts(places):
            pieces += [(" " * (left - at), "ink"), *self._pieces(place)]
            at = left + self.keys[place].width
        return Line(tuple(pieces))

    def _starts(self, places: tuple[int, ...]) -> Iterator[tuple[int, int]]:
        """Each key of a line with the cell at which it begins; what stands apart, at the end."""
        left = 0
        for place in places:
            key = self.keys[place]
            if key.apart:
                left = self.size.width - key.width
            yield place, left
            left += key.width + gap(self.size.width)

    def _pieces(self, place: int) -> tuple[Piece, ...]:
        key = self.keys[place]
        if place == self.at:
            return ((key.text, "focus"),)
        if key.apart:
            return ((key.text, "urgent"),)
        strong: Style = "accent"
        return ((key.key, strong), (f" {key.says}", "ink"))

    def place_at(self, x: int, y: int) -> int | None:
        """The key drawn at that cell."""
        rows = place_keys(self.keys, self.size.width)
        for place, left in self._starts(rows[y] if 0 <= y < len(rows) else ()):
            if left <= x < left + self.keys[place].width + 1:
                return place
        return None

    def on_click(self, event: events.Click) -> None:
        event.stop()
        offset = event.get_content_offset(self)
        place = self.place_at(offset.x, offset.y) if offset else None
        if place is not None:
            self.post_message(self.Pressed(self.keys[place].action))

    @property
    def height_wanted(self) -> int:
        """How many lines the keys take."""
        return max(len(place_keys(self.keys, self.size.width)), 1)

    def _go(self, place: int | None) -> None:
        """Put the keys, and the terminal's own cursor, on that one."""
        self.at = place
        self.refresh()
        for y, row in enumerate(place_keys(self.keys, self.size.width)):
            if place in row:
                x = dict(self._starts(row))[place]
                self.app.cursor_position = self.content_region.offset + Offset(x, y)

    @property
    def _shown(self) -> list[int]:
        """The places of the keys that are drawn, in order."""
        return [place for row in place_keys(self.keys, self.size.width) for place in row]

    def on_focus(self) -> None:
        shown = self._shown
        self._go(self.at if self.at in shown else next(iter(shown), None))

    def on_blur(self) -> None:
        self._go(None)

    def action_step(self, step: int) -> None:
        """Go to the next key; beyond the last, Tab leaves the bar."""
        shown = self._shown
        index = (shown.index(self.at) if self.at in shown else 0) + step
        if 0 <= index < len(shown):
            self._go(shown[index])
        elif step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_press(self) -> None:
        if self.at is not None:
            self.post_message(self.Pressed(self.keys[self.at].action))


def gap(width: int) -> int:
    """The cells between two keys."""
    return GAP if width >= NARROW else NARROW_GAP


@lru_cache(maxsize=64)
def place_keys(keys: tuple[Key, ...], width: int) -> tuple[tuple[int, ...], ...]:
    """Which keys stand in which line: as few lines as there can be, and about equally long."""
    every = tuple((place, key.width) for place, key in enumerate(keys))
    needed = tuple(one for one in every if not keys[one[0]].if_room)
    has_room = len(_fill(every, width, gap(width))) == len(_fill(needed, width, gap(width)))
    shown = every if has_room else needed
    rows = _fill(shown, width, gap(width))
    for narrower in range(width - 1, width // 2, -1):
        closer = _fill(shown, narrower, gap(width))
        if len(closer) > len(rows):
            break
        rows = closer
    return rows


def _fill(
    shown: tuple[tuple[int, int], ...], width: int, between: int
) -> tuple[tuple[int, ...], ...]:
    rows: list[list[int]] = []
    left = width + 1
    for place, cells in shown:
        if left + cells > width:
            rows.append([])
            left = 0
        rows[-1].append(place)
        left += cells + between
    return tuple(map(tuple, rows))
