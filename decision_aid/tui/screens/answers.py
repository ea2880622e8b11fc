"""The answers given, to be looked at only."""

from __future__ import annotations

from collections.abc import Iterator

from decision_aid.content import Note, Question
from decision_aid.interview import Interview, Progress
from decision_aid.screens.page import Page, Prose
from decision_aid.tui.screens.overlay import CLOSE, Overlay
from decision_aid.words import words

EN = words("en").screens


class AnswersScreen(Overlay):
    """Each part with the questions answered and the answers; nothing here changes one."""

    def page(self) -> Page:
        interview = self.face.interview
        parts = tuple(part for one in interview.progress for part in _section(interview, one))
        nothing = (Prose("text", EN.look_none),)
        return Page(EN.keeping, EN.look_title, parts or nothing, (CLOSE,))


def _section(interview: Interview, one: Progress) -> Iterator[Prose]:
    asked = [q for q in one.section.questions if q.id in interview.places]
    given = [q for q in asked if q.id in interview.given and _is_theirs(q)]
    if given:
        yield Prose("heading", one.section.title)
    for question in given:
        value = interview.given[question.id]
        said = EN.passed_over if value is None else " ".join(question.phrase(value).split())
        yield Prose("item", f"{interview.wording.question(question)} {said}")


def _is_theirs(question: Question) -> bool:
    """Notes that a counsellor wrote are private, and those of the guide have no answer."""
    return question.use != "notes" and not isinstance(question, Note)
