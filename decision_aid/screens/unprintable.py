"""Says of a person's own words, as soon as they are written, which letters no PDF would show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.summary.patient import may_print

if TYPE_CHECKING:
    from collections.abc import Iterator

    from decision_aid.content import Question
    from decision_aid.report.given_font import GivenFont
    from decision_aid.screens.sitting import Sitting
    from decision_aid.visit import Visit

MOST_NAMED = 12
"""So many of the letters are named."""


def in_answer(sitting: Sitting, question: Question) -> str:
    """What is to be said of the answer to this question; mostly nothing."""
    visit = sitting.begun
    return _say(sitting, _find(_typed(visit, question), sitting.start.font))


def in_summary(sitting: Sitting) -> str:
    """What is to be said of all answers that print; mostly nothing."""
    visit = sitting.begun
    typed = "\n".join(_typed(visit, question) for question in visit.interview.path)
    return _say(sitting, _find(typed, sitting.start.font))


def _typed(visit: Visit, question: Question) -> str:
    """What was typed there, if it may print."""
    if not question.is_typed or not may_print(visit.interview, question):
        return ""
    return str(visit.answers.get(question.id) or "")


def _find(text: str, font: GivenFont | None) -> tuple[str, ...]:
    if text.isascii():
        return ()
    from decision_aid.report.glyphs import find_unprintable
    from decision_aid.report.tidying import tidy

    return find_unprintable(tidy(text), font.family if font else None)


def _say(sitting: Sitting, letters: tuple[str, ...]) -> str:
    return " ".join(_sentences(sitting, letters)) if letters else ""


def _sentences(sitting: Sitting, letters: tuple[str, ...]) -> Iterator[str]:
    says = sitting.words.screens
    named = " ".join(letters[:MOST_NAMED]) + (" …" if len(letters) > MOST_NAMED else "")
    yield says.unprintable.format(letters=named)
    yield says.unprintable_mend
