"""Which row the keys are on, and which rows are marked: no widget, only the rules of picking."""

from __future__ import annotations

from dataclasses import dataclass, field

from decision_aid.screens.page import Page, Row


@dataclass
class Choices:
    """The rows of one page with what is marked on it."""

    rows: tuple[Row, ...] = ()
    most: int = 1
    at: int | None = None
    marked: list[str] = field(default_factory=list)
    one_too_many: bool = False
    """Whether the last pick was refused because enough is marked."""

    @classmethod
    def of(cls, page: Page) -> Choices:
        """The rows as the page opens."""
        return cls(page.rows, page.most, page.at, list(page.marked))

    @property
    def here(self) -> Row | None:
        """The row that the keys are on."""
        return None if self.at is None else self.rows[self.at]

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
            return 0 if step > 0 and self.rows else None
        place = self.at + step
        return place if 0 <= place < len(self.rows) else None

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
