"""Which row the keys are on, and which rows are marked: no widget, only the rules of picking."""

from __future__ import annotations

from collections.abc import Iterable

from decision_aid.screens.page import Page, Row


class Choices:
    """The rows of one page with what is marked on it."""

    def __init__(
        self,
        rows: tuple[Row, ...] = (),
        most: int = 1,
        at: int | None = None,
        marked: Iterable[str] = (),
        *,
        has_keys: bool = True,
    ) -> None:
        self.rows = rows
        self.most = most
        self.at = at
        self.marked = [*marked]
        self.has_keys = has_keys
        """Whether the keys are on the page at all, and not in a box or on the lowest lines."""
        self.one_too_many = False
        """Whether the last pick was refused because enough is marked."""

    @classmethod
    def of(cls, page: Page) -> Choices:
        """The rows as the page opens."""
        at = page.at
        if at is None and not page.urgent and page.rows and page.rows[0].mark:
            at = 0
        return cls(page.rows, page.most, at, page.marked)

    @property
    def picked(self) -> tuple[int | None, tuple[str, ...], bool]:
        """All that a pick can change."""
        return self.at, tuple(self.marked), self.one_too_many

    @property
    def look(self) -> tuple[object, ...]:
        """All of it that is seen, beside the rows."""
        return self.drawn_at, self.has_keys, tuple(self.marked)

    @property
    def taken(self) -> tuple[str, ...] | None:
        """The rows that Enter takes; None where it only marks a row or gives an answer to one."""
        here = self.here
        if self.is_to_be_marked or (here is not None and here.answers):
            return None
        return (*self.marked, here.id) if here is not None and not here.mark else (*self.marked,)

    @property
    def here(self) -> Row | None:
        """The row that the keys are on."""
        return None if self.at is None else self.rows[self.at]

    @property
    def drawn_at(self) -> int | None:
        """The row that looks as if the keys were on it."""
        return self.at if self.has_keys else None

    @property
    def is_to_be_marked(self) -> bool:
        """Whether the row that the keys are on waits for its mark before one can go on."""
        row = self.here
        if row is None or not row.mark:
            return False
        return not (self.is_marked(row) if row.mark == "one" else self.marked)

    def is_marked(self, row: Row) -> bool:
        """Whether that row is marked."""
        return row.id in self.marked

    def numbered(self, number: int) -> int | None:
        """The place of the row that carries this number; 0 stands for ten."""
        places = [place for place, row in enumerate(self.rows) if not row.button]
        wanted = (number or 10) - 1
        return places[wanted] if wanted < len(places) else None

    def number_of(self, place: int) -> int | None:
        """The number that the row carries; none beyond ten."""
        if self.rows[place].button:
            return None
        number = 1 + sum(not row.button for row in self.rows[:place])
        return number if number <= 10 else None

    def move(self, step: int) -> int | None:
        """The place that many rows further, if there is one."""
        if self.at is None:
            return self.first if step > 0 else None
        if step > 0 and self._has_none_of_one:
            return self.at
        return self.next_to(step)

    @property
    def _has_none_of_one(self) -> bool:
        """Whether one of the answers is to be marked, and none is: the first one is next then."""
        row = self.here
        return row is not None and row.mark == "one" and not self.marked

    def next_to(self, step: int) -> int | None:
        """The place that many rows further, whatever is marked, if there is one."""
        if self.at is None:
            return self.first if step > 0 else None
        index = self._order.index(self.at) + step
        return self._order[index] if 0 <= index < len(self._order) else None

    @property
    def _order(self) -> list[int]:
        """The places of the rows as they stand on the page, from above."""
        return sorted(range(len(self.rows)), key=lambda place: not self.rows[place].early)

    @property
    def first(self) -> int | None:
        """The place of the uppermost row."""
        return next(iter(self._order), None)

    @property
    def last(self) -> int | None:
        """The place of the lowest row."""
        return next(reversed(self._order), None)

    def go(self, place: int) -> None:
        """Put the keys on that row. Of answers that exclude each other it is marked too."""
        self.at = place
        self.one_too_many = False
        row = self.rows[place]
        if row.mark == "one":
            others = {one.id for one in self.rows if one.mark == "one"}
            self.marked = [*(name for name in self.marked if name not in others), row.id]

    def pick(self, place: int) -> None:
        """Mark the row, or take its mark away where several can be marked."""
        self.go(place)
        row = self.rows[place]
        if row.mark == "some":
            self._toggle(row)

    def _toggle(self, row: Row) -> None:
        if row.id in self.marked:
            self.marked.remove(row.id)
            return
        together = [] if row.alone else [name for name in self.marked if not self._alone(name)]
        if len(together) >= self.most:
            self.one_too_many = True
            return
        self.marked = [*together, row.id]

    # --- rows with answers of their own ---

    def answer(self, number: int) -> bool:
        """Mark that answer to the row that the keys are on; False where it has no such answer."""
        answers = self.here.answers if self.here else ()
        if not 0 <= number < len(answers):
            return False
        others = {one.id for one in answers}
        self.marked = [
            *(name for name in self.marked if name not in others),
            answers[number].id,
        ]
        return True

    def turn(self, step: int) -> bool:
        """Mark the next answer to this row, or the one before; False where nothing can turn."""
        answers = self.here.answers if self.here else ()
        at = next((n for n, one in enumerate(answers) if one.id in self.marked), None)
        if not answers or (at is None and step < 0):
            return False
        self.answer(0 if at is None else max(min(at + step, len(answers) - 1), 0))
        return True

    def _alone(self, name: str) -> bool:
        return any(row.alone for row in self.rows if row.id == name)
