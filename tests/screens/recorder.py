"""What a face shows a made-up patient, page by page, so that faces can be compared.

`walk` leads a navigator as a person would; a face's own test drives that face through the same
answers and compares the pages that it drew with those recorded here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from decision_aid.conditions import Value
from decision_aid.content import Note, Picks, Question
from decision_aid.frozen import replace
from decision_aid.screens.navigator import Navigator
from decision_aid.screens.page import Page


@dataclass
class Recorder:
    """Takes each page that a face draws; a page drawn twice in a row is one page."""

    pages: list[tuple[str, Page]] = field(default_factory=list)

    def draw(self, at: str, page: Page) -> None:
        """The face draws this page now, which has that name."""
        shown = (at, without_notice(page))
        if not self.pages or self.pages[-1] != shown:
            self.pages.append(shown)

    @property
    def names(self) -> Sequence[str]:
        """The names of the pages in their order."""
        return [at for at, _ in self.pages]


def without_notice(page: Page) -> Page:
    """The page as it opens, before anything was refused or marked."""
    in_turn = any(row.answers for row in page.rows)
    return replace(page, notice="", marked=(), at=None if in_turn else page.at)


def walk(navigator: Navigator, answers: Mapping[str, Value | None], recorder: Recorder) -> None:
    """From wherever it is to the summary: answer what the patient answers, pass over the rest."""
    visit = navigator.sitting.begun
    for question in visit.aid.used_as("way"):
        visit.choose_way(str(answers.get(question.id) or "short"))
    recorder.draw(navigator.at, navigator.page)
    while not navigator.at.startswith("summary"):
        take_step(navigator, answers)
        recorder.draw(navigator.at, navigator.page)


def take_step(navigator: Navigator, answers: Mapping[str, Value | None]) -> None:
    """What the patient does on the page shown."""
    visit = navigator.sitting.begun
    is_read = not navigator.at.startswith("question") or isinstance(visit.asked, Note)
    if is_read or visit.is_settled:
        navigator.go_on()
    elif all(answers.get(question.id) is None for question in visit.together):
        navigator.press("pass_over")
    elif any(row.answers for row in navigator.page.rows):
        navigator.choose(*each_picked(visit.together, answers))
    else:
        _answer(navigator, visit.asked, answers[visit.asked.id])


def each_picked(
    questions: Sequence[Question], answers: Mapping[str, Value | None]
) -> tuple[str, ...]:
    """What is marked on a page that asks several: what the patient leaves out stays open."""
    return tuple(f"{one.id}:{answers[one.id]}" for one in questions if answers.get(one.id))


def _answer(navigator: Navigator, question: Question, value: Value | None) -> None:
    given = picked(value)
    if isinstance(question.takes(), Picks):
        navigator.choose(*given)
    else:
        navigator.write(given[0])


def picked(value: Value | None) -> tuple[str, ...]:
    """The value as rows that are picked, or as what is written."""
    return value if isinstance(value, tuple) else (str(value),)
