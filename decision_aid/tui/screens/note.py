"""A note with its doors: on the path of the visit, or looked at and come back from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.screens.page import Page, Row
from decision_aid.tui import messages
from decision_aid.tui.screens import asking
from decision_aid.tui.screens.base import PageScreen
from decision_aid.tui.screens.overlay import Overlay
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.content import Note

EN = words("en").screens


class NoteDoors(PageScreen):
    """Opens the doors of a note; two of them change this screen, the others open one."""

    door = ""
    """The door that is open: empty, `another_way` or `comes_from`."""

    @property
    def first(self) -> Row:
        """The row that leads on from the note."""
        return Row("go_on", EN.go_on)

    def note_page(self, note: Note) -> Page:
        """The note as the open door shows it."""
        pages = {"another_way": asking.another_way, "comes_from": asking.comes_from}
        draw = pages.get(self.door, asking.note_page)
        return draw(self.face.interview, note, self.first)

    def open_door(self, note: Note, row: str) -> bool:
        """Do what the row says if it is a door."""
        if row in ("another_way", "comes_from", "first_way"):
            self.door = "" if row == "first_way" else row
            self.show()
        elif row == "picture":
            self.ask(messages.ShowPictures(note.pictures))
        elif row == "table":
            self.ask(messages.ShowTable(note.rows))
        elif row.startswith("see:"):
            self.ask(messages.ShowNote(row.removeprefix("see:")))
        else:
            return False
        return True


class NoteScreen(NoteDoors, Overlay):
    """A note from the shelf, or one to read once more."""

    may_repeat = True

    def __init__(self, note: Note) -> None:
        super().__init__()
        self.note = note

    @property
    def first(self) -> Row:
        return Row("close", EN.go_back)

    def page(self) -> Page:
        return self.note_page(self.note)

    def chosen(self, row: str) -> None:
        if not self.open_door(self.note, row):
            self.close()

    def action_back(self) -> None:
        if self.door:
            self.door = ""
            self.show()
        else:
            self.close()
