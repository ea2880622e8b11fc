"""What a row of the comparison says in the same words of options side by side is said once."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from decision_aid.summary.models import TableRow
    from decision_aid.wording import Sentence


@dataclass(frozen=True)
class Shared:
    """Sentences that stand in the cells of these columns alike."""

    first: int
    last: int
    sentences: tuple[Sentence, ...]

    @property
    def columns(self) -> slice:
        """The columns, the last one included."""
        return slice(self.first, self.last + 1)


def find_shared(row: TableRow) -> Shared | None:
    """What most neighbouring cells of the row have in common."""
    return max(_shared_by_neighbours(row), key=lambda one: one.last - one.first, default=None)


def left_over(row: TableRow, shared: Shared | None) -> list[list[Sentence]]:
    """What each cell says beside that."""
    said = shared.sentences if shared else ()
    return [[one for one in cell.sentences if one not in said] for cell in row.cells]


def _shared_by_neighbours(row: TableRow) -> Iterator[Shared]:
    for first, last in combinations(range(len(row.cells)), 2):
        cells = row.cells[first : last + 1]
        alike = tuple(
            one for one in cells[0].sentences if all(one in cell.sentences for cell in cells)
        )
        if alike:
            yield Shared(first, last, alike)
