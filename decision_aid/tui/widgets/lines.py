"""Styled lines and the wrapping of words: nothing here reads a text as anything but itself."""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from decision_aid.frozen import Frozen, put
from decision_aid.plain_text import clean
from decision_aid.screens.page import Style

Piece = tuple[str, Style]


class Spot(Frozen):
    """The cells of a line in which one of a row's answers stands."""

    left: int
    right: int
    answer: int


class Line(Frozen):
    """One line of the screen: pieces of text with their styles, and the row it belongs to."""

    pieces: tuple[Piece, ...] = ()
    row: int | None = None
    spots: tuple[Spot, ...] = ()
    """Where answers stand in it that can be clicked."""

    def __init__(
        self,
        pieces: tuple[Piece, ...] = (),
        row: int | None = None,
        spots: tuple[Spot, ...] = (),
    ) -> None:
        """As for any other of its kind, but sooner: a page has hundreds."""
        put(self, "pieces", pieces)
        put(self, "row", row)
        put(self, "spots", spots)

    @property
    def text(self) -> str:
        """The line without its styles."""
        return "".join(text for text, _ in self.pieces)

    @property
    def width(self) -> int:
        """How many cells it takes."""
        return cell_len(self.text)


BLANK = Line()


@lru_cache(maxsize=512)
def wrap(text: str, width: int) -> tuple[str, ...]:
    """The text made harmless and broken into lines of no more than `width` cells."""
    plain = clean(text).replace("\t", "    ")
    return _break_at_spaces(plain, max(width, 2)) or tuple(
        line.plain for line in Content(plain).wrap(max(width, 2))
    )


_OF_ONE_CELL = re.compile(
    "[!-~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2026]+"
    "(?: [!-~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2026]+)*"
)
"""Words with one space between any two, of letters and signs that take one cell each."""


def _break_at_spaces(text: str, width: int) -> tuple[str, ...]:
    """The lines of such words, as Textual would break them, but sooner; none where it must."""
    if not _OF_ONE_CELL.fullmatch(text):
        return ()
    lines, start = [], 0
    while len(text) - start > width:
        space = text.rfind(" ", start, start + width + 1)
        if space < 0:
            return ()
        lines.append(text[start:space])
        start = space + 1
    return (*lines, text[start:])


def prose(
    text: str, width: int, style: Style = "ink", first: str = "", rest: str = ""
) -> tuple[Line, ...]:
    """The text as lines; `first` stands before the first line, `rest` before the others."""
    rest = rest or " " * cell_len(first)
    lines = wrap(text, width - max(cell_len(first), cell_len(rest)))
    return tuple(Line((((rest if n else first) + line, style),)) for n, line in enumerate(lines))


def beside(blocks: tuple[tuple[Line, ...], ...], width: int, gap: int) -> tuple[Line, ...]:
    """Blocks of lines side by side, each `width` cells wide, with a gap between them."""
    height = max(map(len, blocks), default=0)
    lines = []
    for y in range(height):
        pieces: list[Piece] = []
        for block in blocks:
            line = block[y] if y < len(block) else BLANK
            pieces += [*line.pieces, (" " * max(width - line.width, 0) + " " * gap, "ink")]
        lines.append(Line(tuple(pieces[:-1])))
    return tuple(lines)


def cut(text: str, width: int) -> str:
    """The text made harmless, on one line of no more than `width` cells."""
    plain = " ".join(clean(text).split())
    if cell_len(plain) <= width:
        return plain
    return set_cell_size(plain, max(width - 1, 0)).rstrip() + "…" if width > 0 else ""
