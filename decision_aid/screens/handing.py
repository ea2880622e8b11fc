"""The end of a visit in a face that hands files over itself, and clears all that it held."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from decision_aid.frozen import replace
from decision_aid.screens.kept_words import becomes_of_answers, goodbye
from decision_aid.screens.page import Page, Prose, Row
from decision_aid.screens.screen import Close, End, Go, Screen, Show, Stay, Step, keys_anywhere
from decision_aid.screens.summary_pages import offer_in_words, offers, read_page, usual_paper
from decision_aid.screens.unprintable import in_summary

if TYPE_CHECKING:
    from decision_aid.screens.page import Meaning
    from decision_aid.screens.sitting import Sitting
    from decision_aid.visit import Visit


class Handing(Screen):
    """Nothing is written on the machine that the face runs on: the person takes a file along."""

    name = "summary"
    lies_over = False

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.visit = sitting.begun
        self.view = "home"

    @property
    def at(self) -> str:
        """Which page is shown."""
        return f"summary.{self.view}"

    def page(self) -> Page:
        """The page shown."""
        return self.draws()[self.view]()

    def draws(self) -> Mapping[str, Callable[[], Page]]:
        """What draws each of its pages."""
        return {
            "home": lambda: handing_page(self.visit, in_summary(self.sitting), self.usual_rows()),
            "read": lambda: _without_saving(self.visit, read_page(self.visit)),
            "forms": lambda: forms_page(self.visit),
        }

    def choose(self, rows: tuple[str, ...]) -> Step:
        """Do what the row says; files are handed over by the face."""
        return self.actions().get(rows[0], Stay)()

    def actions(self) -> Mapping[str, Callable[[], Step]]:
        """What each row does."""
        return {
            "home": lambda: self.turn("home"),
            "read": lambda: self.turn("read"),
            "forms": lambda: self.turn("forms"),
            "questions": self._questions,
            "covered": lambda: Show("covered"),
            "table": lambda: Show("table", *(row.id for row in self.visit.aid.comparison.rows)),
            "finish": lambda: Show("clearing"),
        }

    def go_on(self) -> Step:
        """There is nothing to go on to."""
        return Stay()

    def back(self) -> Step:
        """From the first page to the questions, else to the first page."""
        return self._questions() if self.view == "home" else self.turn("home")

    def turn(self, view: str) -> Step:
        """Show that page."""
        self.view = view
        return Stay()

    def usual_rows(self) -> tuple[Row, ...]:
        """What can be done besides, whichever way the summary is handed over."""
        ours = self.visit.words
        return (
            Row("questions", ours.screens.change_answer),
            *((Row("covered", ours.screens.covered),) if self.visit.counsels else ()),
            Row("finish", ours.web.clear),
        )

    def _questions(self) -> Step:
        if self.visit.shown is None:
            self.visit.back()
        return Go("question")


class Clearing(Screen):
    """Asks once before all that was answered is cleared."""

    name = "clearing"

    def page(self) -> Page:
        """What becomes of the answers."""
        ours = self.sitting.words
        rows = (Row("close", ours.screens.close), Row("clear", ours.web.clear))
        parts = (
            Prose("text", becomes_of_answers(self.sitting)),
            Prose("text", ours.web.clear_lead),
        )
        keys: tuple[Meaning, ...] = ("back", "urgent")
        return Page("", ours.web.clear_title, parts, rows, at=0, keys=keys)

    def choose(self, rows: tuple[str, ...]) -> Step:
        """End the visit, or go back to where one was."""
        return End(goodbye(self.sitting)) if rows[0] == "clear" else Close()


def handing_page(visit: Visit, unprintable: str, usual: tuple[Row, ...]) -> Page:
    """What can be done with the summary."""
    ours = visit.words
    so_far = ours.screens.summary_so_far if visit.shown is not None else ""
    take_along = "" if visit.session else ours.web.take_along
    said = (ours.screens.summary_lead, so_far, take_along)
    warned = (Prose("notice", unprintable),) if unprintable else ()
    rows = (
        Row(
            "file",
            ours.web.take_pdf,
            beside=ours.web.goes_to,
            file=f"pdf-{usual_paper(visit)}",
        ),
        Row("page", ours.web.open_page, file="html"),
        Row("read", ours.screens.read_here),
        Row("forms", ours.web.other_forms),
        *usual,
    )
    parts = (*(Prose("text", text) for text in said if text), *warned)
    return handed_page(visit, ours.screens.summary_title, parts, rows)


def forms_page(visit: Visit) -> Page:
    """The forms in which it can be taken along."""
    ours = visit.words
    forms = (Row(f"as:{name}", offer_in_words(visit, name), file=name) for name in offers(visit))
    rows = (*forms, Row("home", ours.screens.go_back))
    parts = (Prose("text", ours.web.each_goes_to),)
    return handed_page(visit, ours.web.other_forms, parts, rows)


def handed_page(
    visit: Visit, heading: str, parts: tuple[Prose, ...], rows: tuple[Row, ...]
) -> Page:
    """A page of the end of a visit."""
    keys: tuple[Meaning, ...] = ("back", *_anywhere(visit))
    return Page(visit.words.screens.summary, heading, parts, rows, at=0, keys=keys)


def _anywhere(visit: Visit) -> tuple[Meaning, ...]:
    return tuple(key for key in keys_anywhere(counsels=visit.counsels) if key != "summary")


def _without_saving(visit: Visit, page: Page) -> Page:
    rows = tuple(row for row in page.rows if row.id != "save")
    return replace(page, rows=rows, at=0, keys=("back", *_anywhere(visit)))
