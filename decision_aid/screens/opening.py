"""The screens before the first question: how one reads, what the guide is, and help at once.

The first of them are there before any content is, so nothing heavy is imported here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from decision_aid.calls import find_numbers
from decision_aid.frozen import replace
from decision_aid.screens.page import Page, Prose, Row
from decision_aid.screens.parts import prose, source_ids
from decision_aid.screens.screen import (
    Close,
    End,
    Go,
    Instead,
    Screen,
    Show,
    Speak,
    Stay,
    Step,
    keys_anywhere,
)
from decision_aid.words import own_name

if TYPE_CHECKING:
    from decision_aid.screens.sitting import Sitting
    from decision_aid.visit import Visit
    from decision_aid.words import Words

THEMES = ("dark", "light", "high_contrast")


def language_rows(languages: Iterable[str]) -> Iterator[Row]:
    """The languages to choose from, each in its own name."""
    for language in languages:
        yield Row(f"language:{language}", own_name(language), early=True)


def language_in(rows: Sequence[str]) -> str:
    """The language that one of these rows chooses; empty where none does."""
    chosen = (row.partition(":") for row in rows)
    return next((language for kind, _, language in chosen if kind == "language"), "")


def reading_page(words: Words, marked: tuple[str, ...], languages: Sequence[str] = ()) -> Page:
    """How one wants to read; a face shows each way at once when it is picked."""
    says = words.screens
    return Page(
        "",
        says.reading_title,
        (Prose("text", says.reading_lead), Prose("soft", says.reading_larger)),
        (
            Row("dark", says.dark, "one"),
            Row("light", says.light, "one"),
            Row("high_contrast", says.high_contrast, "one"),
            Row("roomy", says.roomy, "some"),
            Row("by_line", says.line_by_line),
            Row("go_on", says.go_on),
            *language_rows(languages),
        ),
        marked,
        most=9,
        at=next((at for at, theme in enumerate(THEMES) if theme in marked), 0),
        keys=("choose", "go_on", "urgent", "keys"),
        guide=says.a_guide,  # the same before the content is there and after
    )


URGENT_KEY = "u"
"""The key of urgent help in each face."""


def close_row(words: Words) -> Row:
    """The row that gives back the screen beneath."""
    return Row("close", words.screens.close)


def early_urgent_page(words: Words) -> Page:
    """Urgent help in the engine's own words, before any content is there."""
    says = words.screens
    parts = (
        Prose("text", says.urgent_first),
        Prose("text", says.urgent_lead),
        *(Prose("item", sign) for sign in says.urgent_signs),
        Prose("text", says.urgent_numbers, find_numbers(says.urgent_numbers)),
        Prose("text", says.urgent_even_if),
    )
    return Page(
        says.urgent_help,
        says.urgent_title,
        parts,
        (close_row(words),),
        urgent=True,
        keys=("back",),
    )


def keys_page(sitting: Sitting) -> Page:
    """What the keys, letters or buttons of this face do; with its rows, what they lead to."""
    says, visit = sitting.of_keys, sitting.visit
    keys = keys_anywhere(counsels=visit is not None and visit.counsels)
    leads = says.more if visit is not None else ()
    more = tuple(Row(name, text, early=True) for name, text in leads if name in keys)
    others = sitting.other_languages
    named = [(says.language_key, own_name(others[0]))] if others else []
    parts = (
        Prose("text", says.keys_lead),
        *(
            Prose("item", sitting.words.said_of(key, does))
            for key, does in (*says.keys, *named)
            if key != URGENT_KEY or sitting.has_urgent_help
        ),
        Prose("text", says.keys_text),
    )
    rows = (*more, *language_rows(others))
    close = replace(close_row(sitting.words), early=bool(rows))
    return Page("", says.keys_title, parts, (close, *rows), at=0, keys=("back", *keys))


class Keys(Screen):
    """All keys, and the way to what has no place among the lowest lines."""

    name = "keys"

    def __init__(self, sitting: Sitting, names: tuple[str, ...]) -> None:
        super().__init__(sitting)
        self.names = names
        """The sources of the screen beneath."""

    def page(self) -> Page:
        """The keys."""
        return keys_page(self.sitting)

    def choose(self, rows: tuple[str, ...]) -> Step:
        """Lead to what the row names, and from there back to the screen beneath."""
        if rows[0] == "close":
            return Close()
        if language := language_in(rows):
            return Speak(language, Close())
        if rows[0] == "summary":
            return Go("summary")
        return Instead(rows[0], *(self.names if rows[0] == "sources" else ()))


def welcome_page(sitting: Sitting) -> Page:
    """What the guide is, for whom, and how long it takes."""
    visit = sitting.begun
    says, aid = visit.words.screens, visit.aid
    said = visit.interview.wording.passages(aid.welcome, "welcome")
    warned = (Prose("notice", visit.warning),) if visit.warning else ()
    for_two = (Prose("text", says.welcome_for_two),) if visit.counsels else ()
    rows = (
        *_beginnings(visit),
        *((Row("easier", says.see_easier),) if sitting.asks_how_to_read else ()),
        *(
            (Row("unwell", aid.welcome_urgent or says.unwell, early=True),)
            if aid.urgent_help
            else ()
        ),
        *((Row("keep", says.keep_after_all),) if sitting.may_still_keep else ()),
        *language_rows(sitting.other_languages),
    )
    return Page(
        says.a_guide,
        aid.welcome_title,
        (*warned, *prose(said), *for_two),
        rows,
        at=0,
        sources=source_ids(said),
        keys=("choose", "go_on", "back", *keys_anywhere(counsels=visit.counsels)),
    )


def _beginnings(visit: Visit) -> Iterator[Row]:
    """To go on where one was, or to choose a way; where there is but one, to begin."""
    from decision_aid.content.placeholders import Minutes

    says, aid = visit.words.screens, visit.aid
    ways = [choice for one in aid.used_as("way") for choice in one.own_choices()]
    if visit.has_begun or not ways:
        yield Row("start", _start(visit))
    for way in ways:
        minutes = visit.interview.wording.fixed(Minutes.name_for(way.id))
        yield Row(f"way:{way.id}", way.text, beside=says.about_minutes.format(minutes=minutes))


def _start(visit: Visit) -> str:
    """What leads to the questions."""
    says = visit.words.screens
    if visit.session is not None and not visit.session.only_looking:
        return says.start_kept
    return says.start_again if visit.has_begun else says.start


class HowToRead(Screen):
    """Asks how one wants to read; it lies under all other screens, for good."""

    name = "reading"
    lies_over = False

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._marked: tuple[str, ...] = ("dark",)

    def page(self) -> Page:
        """The ways to read, with those marked that the face has set."""
        return reading_page(self.sitting.words, self._marked, self.sitting.other_languages)

    def hold(self, marked: tuple[str, ...], text: str | None, row: int | None = None) -> None:
        """The face has set these ways to read."""
        del text, row
        self._marked = marked

    def choose(self, rows: tuple[str, ...]) -> Step:
        """Go on, here or line by line, or in another language."""
        if language := language_in(rows):
            return Speak(language)
        return End(by_line=True) if "by_line" in rows else self.go_on()

    def go_on(self) -> Step:
        """To the welcome, as soon as the content is there."""
        return Go("welcome")

    def back(self) -> Step:
        """There is nothing before it."""
        return Stay()


class ReadAnew(HowToRead):
    """The same question over any screen, which is given back."""

    lies_over = True

    def go_on(self) -> Step:
        """Back to where one was."""
        return Close()

    def back(self) -> Step:
        """The same."""
        return Close()


def opening_page(words: Words) -> Page:
    """What is shown until the content is there, where nothing needs to be asked before."""
    says = words.screens
    parts = (Prose("text", says.one_moment),)
    return Page("", says.a_guide, parts, keys=("urgent", "keys"), guide=says.a_guide)


class Welcome(Screen):
    """Says what the guide is, and begins."""

    name = "welcome"
    lies_over = False

    def page(self) -> Page:
        """What the guide is."""
        return welcome_page(self.sitting)

    def open(self) -> Step:
        """Say what of the guide is not in this language yet."""
        return Stay(self.sitting.tell_untranslated())

    def choose(self, rows: tuple[str, ...]) -> Step:
        """What the row says."""
        if language := language_in(rows):
            return Speak(language)
        kind, _, way = rows[0].partition(":")
        if kind == "way":
            self.sitting.begun.choose_way(way)
            return Go("question")
        steps: Mapping[str, Step] = {
            "start": Go("question"),
            "easier": Go("reading"),
            "unwell": Show("urgent"),
            "keep": Go("keeping", "again"),
        }
        return steps[rows[0]]

    def back(self) -> Step:
        """To how one reads, where the face asks for that."""
        return Go("reading") if self.sitting.asks_how_to_read else Stay()
