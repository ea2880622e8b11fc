"""For a counsellor only: private notes, and what was covered and what is still open."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on

from decision_aid.content import KnowledgeCheck, Question, Text, Writes
from decision_aid.tui import messages
from decision_aid.tui.page import Page, Row, Words
from decision_aid.tui.screens.overlay import CLOSE, Overlay
from decision_aid.tui.widgets.entry import EntryPanel
from decision_aid.tui.widgets.foot_bar import Key
from decision_aid.visit import AGENDA, NOTES, Visit
from decision_aid.words.screens_en import EN


class NotesScreen(Overlay):
    """A box for notes over any screen; what is written is held on leaving it."""

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self.visit = visit
        self.panel = EntryPanel()

    def page(self) -> Page:
        return Page(EN.notes_title, EN.notes_title, (Words("text", EN.notes_lead),), close=True)

    def on_mount(self) -> None:
        super().on_mount()
        question = self.visit.aid.by_id.get(NOTES)
        takes = question.takes() if isinstance(question, Text) else None
        if isinstance(takes, Writes):
            self.mount(self.panel, before=self.below)
            self.add_class("writing")
            self.panel.ask(takes, str(self.visit.answers.get(NOTES) or ""))

    def keys(self) -> tuple[Key, ...]:
        tab = Key(EN.key_tab, EN.bar_go_on, "back")
        return (tab, Key("F3", EN.bar_back, "back"), *self.common_keys())

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

    @on(messages.Entered)
    def _entered(self) -> None:
        self.close()


class CoveredScreen(Overlay):
    """By question: the agenda, what was covered, what is open, what is worth saying once more."""

    def page(self) -> Page:
        visit = self.face.begun
        agenda = visit.answers.get(AGENDA)
        told = EN.covered_agenda.format(agenda=" ".join(str(agenda).split()))
        first = (Words("accent", told),) if agenda else ()
        parts = (*first, *_listed(visit))
        return Page(EN.covered, EN.covered_title, parts, (CLOSE, Row("overview", EN.overview)))

    def chosen(self, row: str) -> None:
        if row == "overview":
            self.ask(messages.ShowOverview())
        else:
            self.close()


def _listed(visit: Visit) -> Iterator[Words]:
    walked = visit.interview
    groups: dict[str, list[str]] = {
        EN.covered_open: [],
        EN.covered_teach: [],
        EN.covered_done: [],
    }
    for part in walked.progress:
        done = part.done == part.total
        words = EN.done_of.format(done=part.done, total=part.total)
        heading = EN.covered_done if done else EN.covered_open
        groups[heading].append(part.section.title if done else f"{part.section.title}: {words}")
    taught = (walked.speech.question(q) for q in walked.path if was_otherwise(visit, q))
    groups[EN.covered_teach].extend(taught)
    for heading, items in groups.items():
        yield Words("heading", heading)
        yield from (Words("item", item) for item in items or [EN.covered_none])


def was_otherwise(visit: Visit, question: Question) -> bool:
    """Whether a check was answered otherwise than explained."""
    value = visit.answers.get(question.id)
    if not isinstance(question, KnowledgeCheck) or value is None:
        return False
    return value != question.explained
