"""A note with its doors: on the path of the visit, or looked at and come back from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from decision_aid.content import Note, Question
from decision_aid.frozen import replace
from decision_aid.screens.page import Page, Row, Stage
from decision_aid.screens.parts import prose, source_ids, source_parts
from decision_aid.screens.screen import Close, Screen, Show, Stay, Step, keys_anywhere
from decision_aid.summary.parts import shown_rows
from decision_aid.summary.sources import note_sources
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.interview import Interview
    from decision_aid.screens.sitting import Sitting
    from decision_aid.visit import Visit
    from decision_aid.wording import Wording

IN_PLACE = ("another_way", "comes_from")
"""The doors that show another page of the same note."""


def place(interview: Interview, question: Question) -> tuple[str, str, str]:
    """The section, and how far it is, in long and in short."""
    section = interview.aid.section_of[question.id].title
    number = interview.number_of(question.id)
    if number is None:
        return section, "", ""
    says = words(interview.aid.language).screens
    numbers = {"at": number, "about": interview.about}
    known = (says.count, says.count_short)
    long, short = known if interview.length_is_known else (says.count_alone, says.count_alone)
    return section, long.format(**numbers), short.format(**numbers)


def with_place(visit: Visit, question: Question, page: Page) -> Page:
    """The page with the part of the guide that the question stands in, and how far that is."""
    where, count, short = place(visit.interview, question)
    stages = tuple(_stages(visit.interview, question))
    return replace(page, where=where, count=count, count_short=short, stages=stages)


def _stages(interview: Interview, question: Question) -> Iterator[Stage]:
    here = interview.aid.section_of[question.id]
    for one in interview.progress:
        done: Literal["done", "to_come"] = "done" if one.done == one.total else "to_come"
        yield Stage(one.section.title, "here" if one.section is here else done)


def note_page(visit: Visit, note: Note, first: Row, door: str = "") -> Page:
    """The note, or what stands behind one of its doors; the row `first` leads on from it."""
    pages = {"another_way": _another_way, "comes_from": _comes_from}
    return with_place(visit, note, pages.get(door, _as_it_is)(visit, note, first))


def _as_it_is(visit: Visit, note: Note, first: Row) -> Page:
    wording = visit.interview.wording
    said = wording.passages((*note.lead, *note.body), note.id)
    doors = tuple(_doors(visit, note))
    return Page(
        "",
        wording.question(note),
        prose(said),
        (first, *doors),
        at=None if note.urgent else 0,
        urgent=note.urgent,
        sources=source_ids(said),
        doors=tuple(row.id for row in doors),
        calls=wording.find_calls_in_question(note),
    )


def _doors(visit: Visit, note: Note) -> Iterator[Row]:
    wording, says = visit.interview.wording, visit.words.screens
    if pictures := _pictures(wording, note):
        many = len(pictures) > 1
        yield Row("picture", says.show_pictures if many else says.show_picture)
    if _rows(wording, note):
        yield Row("table", says.show_table)
    if note.comes_from or note_sources(wording, note):
        yield Row("comes_from", says.comes_from)
    if note.another_way:
        yield Row("another_way", says.another_way)
    for name in note.see:
        title = wording.question(wording.aid.by_id[name])
        yield Row(f"see:{name}", wording.put_into(says.see_note, title=title))


def _pictures(wording: Wording, note: Note) -> tuple[str, ...]:
    """The pictures that are told to this person: no door names another."""
    outcomes = wording.aid.outcome
    return tuple(one for one in note.pictures if wording.may_apply(outcomes[one].when))


def _rows(wording: Wording, note: Note) -> tuple[str, ...]:
    return tuple(row.id for row in shown_rows(wording) if row.id in note.rows)


def _another_way(visit: Visit, note: Note, first: Row) -> Page:
    wording, says = visit.interview.wording, visit.words.screens
    said = wording.passages(note.another_way, note.id)
    return Page(
        "",
        wording.question(note),
        prose(said),
        (first, Row("first_way", says.first_way)),
        at=0,
        sources=source_ids(said),
        doors=("first_way",),
    )


def _comes_from(visit: Visit, note: Note, first: Row) -> Page:
    """In words, then the list."""
    wording, says = visit.interview.wording, visit.words.screens
    said = wording.passages(note.comes_from, note.id)
    listed = note_sources(wording, note)
    parts = tuple(part for one in listed for part in source_parts(wording, one))
    return Page(
        "",
        says.comes_from,
        (*prose(said), *parts),
        (first, Row("first_way", says.back_to_text)),
        at=0,
        sources=tuple(one.id for one in listed),
        doors=("first_way",),
    )


def open_door(wording: Wording, note: Note, row: str) -> Show | str | None:
    """The screen that the row opens, or the door that is open then; None if it is no door."""
    if row in IN_PLACE:
        return row
    if row == "first_way":
        return ""
    if row == "picture":
        return Show("pictures", *_pictures(wording, note))
    if row == "table":
        return Show("table", *_rows(wording, note))
    return Show("note", row.removeprefix("see:")) if row.startswith("see:") else None


class NoteAgain(Screen):
    """A note from the shelf, or one to read once more."""

    name = "note"
    may_repeat = True

    def __init__(self, sitting: Sitting, name: str) -> None:
        super().__init__(sitting)
        self.note_id = name
        self.door = ""

    @property
    def note(self) -> Note:
        """The note, in the language that is spoken; LookupError for what is none."""
        note = self.sitting.begun.aid.by_id[self.note_id]
        if not isinstance(note, Note):
            raise LookupError(self.note_id)
        return note

    @property
    def at(self) -> str:
        """The note's id, and the door that is open."""
        return f"note.{self.note_id}" + (f".{self.door}" if self.door else "")

    def page(self) -> Page:
        """The note as the open door shows it; it is no step of the way, so none is counted."""
        visit = self.sitting.begun
        page = note_page(visit, self.note, Row("close", visit.words.screens.go_back), self.door)
        if self.door == "comes_from":  # whose row back to the text is called the same
            page = replace(page, rows=page.rows[1:])
        keys = ("back", *keys_anywhere(counsels=visit.counsels))
        return replace(page, count="", count_short="", stages=(), keys=keys)

    def choose(self, rows: tuple[str, ...]) -> Step:
        """Open a door, or go back."""
        door = open_door(self.sitting.begun.interview.wording, self.note, rows[0])
        if isinstance(door, str):
            self.door = door
            return Stay()
        return door or Close()

    def back(self) -> Step:
        """Out of the open door, else to the screen beneath."""
        if self.door:
            self.door = ""
            return Stay()
        return Close()
