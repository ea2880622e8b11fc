"""Outcomes as icon arrays, one outcome at a time."""

from __future__ import annotations

from decision_aid.screens.page import Page, Prose, Row
from decision_aid.summary.parts import picture
from decision_aid.tui import saying
from decision_aid.tui.screens.overlay import Overlay
from decision_aid.words import words

EN = words("en").screens


class PicturesScreen(Overlay):
    """Shows the pictures that a note opens."""

    wide = True

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self.names = names
        self.at = 0

    def page(self) -> Page:
        wording = self.face.wording()
        one = picture(wording, wording.aid.outcome[self.names[self.at]])
        said = (*one.said, *one.caption)
        return Page(
            "",
            one.name,
            (*saying.picture(one), Prose("soft", EN.each_sign)),
            tuple(self._rows()),
            at=0,
            sources=saying.sources(said),
            count=EN.picture_of.format(at=self.at + 1, total=len(self.names)),
        )

    def _rows(self) -> list[Row]:
        rows = [Row("close", EN.go_back)]
        if self.at + 1 < len(self.names):
            rows.insert(0, Row("next", EN.next_picture))
        if self.at > 0:
            rows.append(Row("before", EN.before_picture))
        return rows

    def chosen(self, row: str) -> None:
        if row == "close":
            self.close()
        else:
            self.at += 1 if row == "next" else -1
            self.show()

    def action_back(self) -> None:
        if self.at:
            self.chosen("before")
        else:
            self.close()
