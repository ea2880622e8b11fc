"""Finds one's place again on the same page in other words, whose lines are not as many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from decision_aid.screens.page import Page
from decision_aid.tui.widgets.layout import part_lines, tone_of
from decision_aid.tui.widgets.lines import Line

Landmarks = tuple[int, ...]


def find_landmarks(page: Page, lines: Sequence[Line], width: int) -> Landmarks:
    """The lines at which the parts and the rows of the page begin, and where it ends."""
    return tuple(sorted({0, *_parts(page, lines, width), *_rows(lines), len(lines)}))


def _parts(page: Page, lines: Sequence[Line], width: int) -> Iterator[int]:
    at, tone = 0, tone_of(page)
    for part in page.parts:
        drawn = part_lines(part, width, tone)
        places = (place for place in range(at, len(lines)) if drawn and lines[place] == drawn[0])
        found = next(places, None)
        if found is not None:
            yield found
            at = found + 1


def _rows(lines: Sequence[Line]) -> Iterator[int]:
    for place, (before, line) in enumerate(pairwise((Line(), *lines))):
        if line.row is not None and line.row != before.row:
            yield place


def find_again(line: int, before: Landmarks, now: Landmarks) -> int:
    """Where that line of the page as it was is to be read now: as far below the same landmark."""
    if len(before) != len(now):
        return round(line * now[-1] / max(before[-1], 1))
    for (start, end), (new_start, new_end) in zip(pairwise(before), pairwise(now), strict=True):
        if start <= line < end:
            return new_start + round((line - start) * (new_end - new_start) / (end - start))
    return now[-1]
