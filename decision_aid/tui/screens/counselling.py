"""For a counsellor only: private notes, what is covered and open, readiness, what to ask back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from decision_aid.content import KnowledgeCheck, Picks, Question, Writes
from decision_aid.screens.page import Page, Prose, Row
from decision_aid.tui import messages
from decision_aid.tui.screens.overlay import CLOSE, Overlay
from decision_aid.tui.widgets.entry import LEAST_LINES, EntryPanel
from decision_aid.tui.widgets.foot_bar import Key
from decision_aid.visit import Visit
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.interview import Interview
    from decision_aid.summary.readiness import Area

EN = words("en").screens


class NotesScreen(Overlay):
    """A box for notes over any screen; what is written is held on leaving it."""

    beneath = LEAST_LINES

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self.visit = visit
        self.panel = EntryPanel(EN.notes_done)

    def page(self) -> Page:
        return Page(EN.notes_title, EN.notes_title, (Prose("text", EN.notes_lead),), close=True)

    def on_mount(self) -> None:
        super().on_mount()
        for question in self.visit.aid.used_as("notes"):
            takes = question.takes()
            if isinstance(takes, Writes):
                self.mount(self.panel, before=self.below)
                self.add_class("writing")
                self.panel.ask(takes, str(self.visit.answers.get(question.id) or ""))

    def keys(self) -> tuple[Key, ...]:
        done = Key("F3" if self.writing else "←", EN.bar_notes_done, "back")
        others = (key for key in self.common_keys() if "Notes" not in key.action)
        return (done, *others)

    @property
    def writing(self) -> bool:
        return self.panel.is_mounted and self.panel.entry.has_focus

    def keep_writing(self) -> None:
        """Hold what is written."""
        if self.panel.is_mounted:
            self.visit.note(self.panel.entry.text)

    def close(self) -> None:
        self.keep_writing()
        super().close()

    def forward(self) -> None:
        self.close()


class CoveredScreen(Overlay):
    """The agenda, what was covered, what is open, what to say once more; behind it, readiness."""

    view: Literal["covered", "readiness"] = "covered"

    def page(self) -> Page:
        from decision_aid.summary.readiness import readiness

        areas = readiness(self.face.interview)
        return _readiness_page(areas) if self.view == "readiness" else self._covered(areas)

    def _covered(self, areas: tuple[Area, ...]) -> Page:
        visit = self.face.begun
        agenda = visit.agenda
        told = EN.covered_agenda.format(agenda=" ".join(str(agenda).split()))
        first = (Prose("accent", told),) if agenda else ()
        ready = (Row("readiness", EN.readiness),) if areas else ()
        rows = (CLOSE, *ready, Row("overview", EN.overview))
        return Page(EN.covered, EN.covered_title, (*first, *_listed(visit)), rows)

    def chosen(self, row: str) -> None:
        if row == "overview":
            self.ask(messages.ShowOverview())
        elif row == "readiness":
            self._turn("readiness")
        else:
            self.action_back()

    def _turn(self, view: Literal["covered", "readiness"]) -> None:
        self.view = view
        self.show()

    def action_back(self) -> None:
        if self.view == "readiness":
            self._turn("covered")
        else:
            self.close()


def _readiness_page(areas: tuple[Area, ...]) -> Page:
    """In words, area by area: no count, no verdict."""
    parts = (Prose("soft", EN.readiness_lead), *(part for one in areas for part in _area(one)))
    return Page(EN.covered, EN.readiness_title, parts, (Row("covered", EN.go_back),))


def _area(area: Area) -> Iterator[Prose]:
    yield Prose("heading", area.question)
    yield Prose("item", EN.readiness_states.format(before=area.before, after=area.after))
    yield from (Prose("item", EN.readiness_step.format(text=step)) for step in area.steps)


def _listed(visit: Visit) -> Iterator[Prose]:
    interview = visit.interview
    groups: dict[str, list[str]] = {
        EN.covered_open: [],
        EN.covered_teach: [],
        EN.covered_done: [],
    }
    for part in interview.progress:
        done = part.done == part.total
        words = EN.done_of.format(done=part.done, total=part.total)
        heading = EN.covered_done if done else EN.covered_open
        groups[heading].append(part.section.title if done else f"{part.section.title}: {words}")
    taught = (interview.wording.question(q) for q in interview.path if was_otherwise(visit, q))
    groups[EN.covered_teach].extend(taught)
    for heading, items in groups.items():
        yield Prose("heading", heading)
        yield from (Prose("item", item) for item in items or [EN.covered_none])


def beside(visit: Visit) -> tuple[Prose, ...]:
    """What the counsellor is told beside the question shown."""
    question = visit.asked
    if was_otherwise(visit, question):
        return (Prose("soft", teach_back(question)),)
    if visit.is_settled or not question.prompt:
        return ()
    return (Prose("soft", EN.prompt.format(text=question.prompt)),)


def teach_back(question: Question) -> str:
    """What to do after a misunderstanding, with what to ask."""
    own = question.teach_back if isinstance(question, KnowledgeCheck) else ""
    return EN.teach_back.format(question=own or EN.teach_back_question)


def values(interview: Interview) -> tuple[Prose, ...]:
    """What the person hopes for and what matters to them, each under its part of the guide."""
    asked = interview.aid.used_as("values")
    return tuple(part for question in asked for part in _value(interview, question))


def _value(interview: Interview, question: Question) -> Iterator[Prose]:
    yield Prose("heading", interview.aid.section_of[question.id].title)
    value = interview.heard.get(question.id)
    takes = question.takes()
    if value is None or not isinstance(takes, Picks):
        yield Prose("soft", EN.not_answered)
        return
    names = value if isinstance(value, tuple) else (str(value),)
    yield from (Prose("item", one.text) for one in takes.choices if one.id in names)


def was_otherwise(visit: Visit, question: Question) -> bool:
    """Whether a check was answered otherwise than explained."""
    value = visit.answers.get(question.id)
    if not isinstance(question, KnowledgeCheck) or value is None:
        return False
    return value != question.explained
