"""For a counsellor only: private notes, what is covered and open, readiness, what to ask back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from decision_aid.content import Feedback, Picks, Question, Writes
from decision_aid.frozen import replace
from decision_aid.screens.opening import close_row
from decision_aid.screens.page import Entry, Meaning, Page, Prose, Row
from decision_aid.screens.screen import ANYWHERE, Close, Screen, Show, Stay, Step, keys_anywhere
from decision_aid.summary.readiness import measure_readiness

if TYPE_CHECKING:
    from decision_aid.screens.sitting import Sitting
    from decision_aid.summary.readiness import ReadinessArea
    from decision_aid.visit import Visit


def notes_page(visit: Visit) -> Page:
    """A box for private notes, where the content has a question for them."""
    says = visit.words.screens
    takes = next((question.takes() for question in visit.aid.used_as("notes")), None)
    written = visit.held.find_written("notes")
    limit = takes.limit if isinstance(takes, Writes) else 0
    return Page(
        says.notes_title,
        says.notes_title,
        (Prose("text", says.notes_lead),),
        close=True,
        entry=Entry("words", limit, written, says.notes_done) if limit else None,
        keys=("notes_done", *ANYWHERE),
    )


def covered_page(visit: Visit) -> Page:
    """The agenda, what was covered, what is open, and what to say once more."""
    says, agenda = visit.words.screens, visit.held.find_written("agenda")
    told = says.covered_agenda.format(agenda=" ".join(agenda.split()))
    first = (Prose("accent", told),) if agenda else ()
    ready = (Row("readiness", says.readiness),) if measure_readiness(visit.interview) else ()
    rows = (close_row(visit.words), *ready, Row("overview", says.overview))
    parts = (*first, *_tell_covered(visit))
    return Page(says.covered, says.covered_title, parts, rows, keys=_keys(visit))


def _keys(visit: Visit) -> tuple[Meaning, ...]:
    return ("back", *keys_anywhere(counsels=visit.counsels))


def _tell_covered(visit: Visit) -> Iterator[Prose]:
    says, interview = visit.words.screens, visit.interview
    groups: dict[str, list[str]] = {
        says.covered_open: [],
        says.covered_teach: [],
        says.covered_done: [],
    }
    for part in interview.progress:
        done = part.done == part.total
        how_far = says.done_of.format(done=part.done, total=part.total)
        heading = says.covered_done if done else says.covered_open
        title = part.section.title
        groups[heading].append(title if done else visit.words.said_of(title, how_far))
    taught = (interview.wording.question(q) for q in interview.path if misunderstood(visit, q))
    groups[says.covered_teach].extend(taught)
    for heading, items in groups.items():
        yield Prose("heading", heading)
        yield from (Prose("item", item) for item in items or [says.covered_none])


def readiness_page(visit: Visit) -> Page:
    """In words, area by area: no count, no verdict."""
    says = visit.words.screens
    areas = measure_readiness(visit.interview)
    parts = (
        Prose("soft", says.readiness_lead),
        *(part for one in areas for part in _area(visit, one)),
    )
    rows = (Row("covered", says.go_back),)
    return Page(says.covered, says.readiness_title, parts, rows, keys=_keys(visit))


def _area(visit: Visit, area: ReadinessArea) -> Iterator[Prose]:
    says, put_into = visit.words.screens, visit.interview.wording.put_into
    yield Prose("heading", area.question)
    yield Prose("item", put_into(says.readiness_states, before=area.before, after=area.after))
    yield from (Prose("item", put_into(says.readiness_step, text=step)) for step in area.steps)


def beside(visit: Visit) -> tuple[Prose, ...]:
    """What the counsellor is told beside the question shown."""
    question, says, put_into = visit.asked, visit.words.screens, visit.interview.wording.put_into
    if reply := misunderstood(visit, question):
        asks = reply.teach_back or says.teach_back_question
        return (Prose("soft", put_into(says.teach_back, question=asks)),)
    if visit.is_settled or not question.prompt:
        return ()
    return (Prose("soft", put_into(says.prompt, text=question.prompt)),)


def values(visit: Visit) -> tuple[Prose, ...]:
    """What the person hopes for and what matters to them, each under its part of the guide."""
    asked = visit.aid.used_as("values")
    return tuple(part for question in asked for part in _value(visit, question))


def _value(visit: Visit, question: Question) -> Iterator[Prose]:
    yield Prose("heading", visit.aid.section_of[question.id].title)
    value = visit.interview.heard.get(question.id)
    takes = question.takes()
    if value is None or not isinstance(takes, Picks):
        yield Prose("soft", visit.words.screens.not_answered)
        return
    names = value if isinstance(value, tuple) else (str(value),)
    yield from (Prose("item", one.text) for one in takes.choices if one.id in names)


def misunderstood(visit: Visit, question: Question) -> Feedback | None:
    """The reply to an answer that differs from what was explained; None after any other."""
    value = visit.answers.get(question.id)
    reply = None if value is None else question.answered(value)
    return None if reply is None or reply.as_explained else reply


class Notes(Screen):
    """A box for notes over any screen; what is written is held on leaving it."""

    name = "notes"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._text: str | None = None

    def page(self) -> Page:
        """The notes so far, to be gone on with."""
        page = notes_page(self.sitting.begun)
        if page.entry is None or self._text is None:
            return page
        return replace(page, entry=replace(page.entry, text=self._text))

    def hold(self, marked: tuple[str, ...], text: str | None, row: int | None = None) -> None:
        """What is written counts at once."""
        del marked, row
        self._text = text

    def keep_writing(self) -> None:
        """Hold what is written."""
        if self._text is not None:
            self.sitting.begun.note(self._text)

    def write(self, text: str) -> Step:
        """Hold the notes, and go back."""
        self._text = text
        return self.back()

    def go_on(self) -> Step:
        """Go back with the notes as they are."""
        return self.back()

    def back(self) -> Step:
        """Back to the screen beneath, with what is written held."""
        self.keep_writing()
        return Close()


class Covered(Screen):
    """What was covered and is still open; behind it, how ready they feel."""

    name = "covered"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.view: Literal["covered", "readiness"] = "covered"

    @property
    def at(self) -> str:
        """Which of the two pages is shown."""
        return self.view

    def page(self) -> Page:
        """The page shown."""
        draw = covered_page if self.view == "covered" else readiness_page
        return draw(self.sitting.begun)

    def choose(self, rows: tuple[str, ...]) -> Step:
        """To readiness, to the overview, or back."""
        if rows[0] == "overview":
            return Show("overview")
        if rows[0] != "readiness":
            return self.back()
        self.view = "readiness"
        return Stay()

    def back(self) -> Step:
        """From readiness to what is covered, else to the screen beneath."""
        if self.view == "covered":
            return Close()
        self.view = "covered"
        return Stay()
