"""Tells pages: each whole when it is new, and only what is new when it was told before."""

from __future__ import annotations

from collections.abc import Iterable

from decision_aid.frozen import replace
from decision_aid.line.console import Console
from decision_aid.line.drawing import (
    page_paragraphs,
    place_of,
    standing,
    statement_at,
    statement_paragraphs,
)
from decision_aid.screens.lookups import urgent_contacts
from decision_aid.screens.navigator import Navigator
from decision_aid.screens.page import Page, Prose
from decision_aid.screens.parts import contact_item
from decision_aid.screens.screen import Screen


class Teller:
    """Knows what was told of each open screen: what one comes back to is not told twice."""

    def __init__(self, navigator: Navigator, console: Console) -> None:
        self.navigator = navigator
        self.console = console
        self._told: dict[Screen, Page] = {}
        self._here: Screen | None = None
        """The screen of which something was told last."""
        self._place = ""

    def tell_news(self, page: Page) -> None:
        """The whole page, or that one is back there, or why the last line did not do."""
        screen, before = self.navigator.screen, self._told.get(self.navigator.screen)
        if before != _as_opened(page):
            if before is not None and self._here is screen and _is_next_row(before, page):
                lines = self.navigator.sitting.words.lines
                self._say_all(statement_paragraphs(lines, page))
            else:
                self.tell(page)
            known = (one for one in self.navigator.stack if one in self._told)
            self._told = {one: self._told[one] for one in known} | {screen: _as_opened(page)}
        elif self._here is not screen:
            self._tell_return(page)
        else:
            self._tell_refusal(page)

    def tell(self, page: Page) -> None:
        """The whole page, with what is to be known at the very first."""
        words = self.navigator.sitting.words
        self._say(page.notice)
        if self.navigator.at == "welcome" and not self._told:
            lines = words.lines
            has_urgent_help = self.navigator.sitting.has_urgent_help
            self._say(page.guide, lines.opening if has_urgent_help else lines.opening_without)
        self._say_all(page_paragraphs(words, self._whole(page), self._place))
        self._arrive(page)

    def _whole(self, page: Page) -> Page:
        """Urgent help with all numbers to call: where nothing is painted, there is always room."""
        if self.navigator.at != "urgent":
            return page
        visit = self.navigator.sitting.begun
        heading = Prose("heading", visit.words.screens.contacts)
        return replace(
            page, parts=(*page.parts, heading, *map(contact_item, urgent_contacts(visit)))
        )

    def forget(self) -> None:
        """Have the page shown told once more."""
        self._told.pop(self.navigator.screen, None)
        self._place = ""

    def _tell_return(self, page: Page) -> None:
        back_at = self.navigator.sitting.words.lines.back_at
        self._say(back_at.format(heading=page.heading))
        self._arrive(page)

    def _tell_refusal(self, page: Page) -> None:
        self._say(page.notice)
        if page.entry is not None and page.entry.kind == "line":
            self._say_all(standing(self.navigator.sitting.words.lines, page))

    def _arrive(self, page: Page) -> None:
        self._here, self._place = self.navigator.screen, place_of(page)

    def _say(self, *paragraphs: str) -> None:
        self._say_all(one for one in paragraphs if one)

    def _say_all(self, paragraphs: Iterable[str]) -> None:
        for paragraph in paragraphs:
            self.console.say(paragraph)


def _is_next_row(before: Page, page: Page) -> bool:
    """Whether all is as it was told but for the row at hand, whose answers are asked in turn."""
    in_turn = statement_at(page) is not None
    return in_turn and replace(before, at=page.at) == _as_opened(page)


def _as_opened(page: Page) -> Page:
    """The page as it opens, whatever was typed, refused or kept since."""
    entry = page.entry and replace(page.entry, text="")
    return replace(page, notice="", marked=(), kept="", entry=entry)
