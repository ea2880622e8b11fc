"""What a counsellor sees of a visit from beside: made anew at each look, and it changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision_aid.content import ChecklistLine, Writes
from decision_aid.plain_text import clean
from decision_aid.screens.counselling import beside, covered_page, readiness_page, values
from decision_aid.screens.page import Page, Part, Prose
from decision_aid.summary.readiness import measure_readiness

if TYPE_CHECKING:
    from decision_aid.content import Use
    from decision_aid.screens.navigator import Navigator
    from decision_aid.screens.screen import Screen
    from decision_aid.visit import Visit
    from decision_aid.web.company import Counsellor

_NAMED = (
    "welcome", "question", "summary", "clearing", "overview", "note", "pictures", "answers",
    "table", "words", "sources", "urgent", "keys",
)  # fmt: skip
"""The screens whose heading is told: no other one, as a code or a label could stand there."""


@dataclass(frozen=True)
class Where:
    """The page that the person is at, and the question that it lies over or is."""

    heading: str
    """Empty where it is not told."""
    asked: Page | None
    prompts: tuple[Prose, ...]


@dataclass(frozen=True)
class Box:
    """A box of the counsellor's own."""

    use: Use
    heading: str
    lead: tuple[str, ...]
    limit: int
    text: str


def see_where(navigator: Navigator) -> Where:
    """Where they are now; drawn beneath, so that what they were offered stays as it is."""
    shown, asks = navigator.screen, _find_question(navigator)
    page = navigator.page_beneath(shown) if shown.name in _NAMED else None
    asked = navigator.page_beneath(asks) if asks else None
    prompts = tuple(_prompt(navigator.sitting.begun)) if asks else ()
    return Where(page.heading if page else "", asked, prompts)


def _find_question(navigator: Navigator) -> Screen | None:
    if navigator.sitting.begun.shown is None:
        return None
    return next((one for one in navigator.stack if one.name == "question"), None)


def _prompt(visit: Visit) -> Iterator[Prose]:
    """For a checklist one for each line, unless all lines have the same."""
    says = visit.words.screens
    lines = [one for one in visit.together if one.prompt]
    if isinstance(visit.asked, ChecklistLine) and len({one.prompt for one in lines}) > 1:
        for line in lines:
            yield Prose("say", visit.interview.wording.question(line))
            yield Prose("soft", says.prompt.format(text=line.prompt))
    else:
        yield from beside(visit)


# --- what else there is to look at -----------------------------------------------------------


def see_covered(visit: Visit, counsellor: Counsellor) -> Page:
    """What they wanted to leave with, what was covered, and what is open."""
    page = covered_page(visit)
    agenda = " ".join(counsellor.written.get("agenda", "").split())
    told = visit.words.screens.covered_agenda.format(agenda=agenda)
    first: tuple[Part, ...] = (Prose("accent", told),) if agenda else ()
    return Page(page.where, page.heading, (*first, *page.parts))


def see_ready(visit: Visit, _counsellor: Counsellor) -> Page:
    """How ready they felt at the start and at the end."""
    return readiness_page(visit)


def see_told(visit: Visit, _counsellor: Counsellor) -> Page:
    """What they hope for and what matters to them."""
    title = visit.words.screens.values_title
    return Page(title, title, values(visit))


SEES = {"covered": see_covered, "ready": see_ready, "told": see_told}
"""Each look by its address."""


def name_looks(visit: Visit) -> Mapping[str, str]:
    """The looks that this aid has something for, each with its words."""
    says = visit.words.screens
    found = {"covered": says.covered}
    if measure_readiness(visit.interview):
        found["ready"] = says.readiness
    if visit.aid.used_as("values"):
        found["told"] = says.values_title
    return found


# --- what the counsellor writes --------------------------------------------------------------


def find_boxes(visit: Visit, counsellor: Counsellor) -> tuple[Box, ...]:
    """A box for each question that the content has for a counsellor's own words."""
    return tuple(_find_boxes(visit, counsellor))


def _find_boxes(visit: Visit, counsellor: Counsellor) -> Iterator[Box]:
    wording = visit.interview.wording
    for use in _WRITTEN:
        for question in visit.aid.used_as(use):
            takes = question.takes()
            if isinstance(takes, Writes):
                said_first = wording.passages(question.lead, question.id)
                lead = (*(one.text for one in said_first), question.prompt or "")
                said, text = wording.question(question), counsellor.written.get(use, "")
                yield Box(use, said, tuple(filter(None, lead)), takes.limit, text)


_WRITTEN: tuple[Use, ...] = ("agenda", "notes")


def write_down(visit: Visit, counsellor: Counsellor, written: Mapping[str, str]) -> None:
    """Hold what was written in the boxes, beside the answers and never among them."""
    for box in find_boxes(visit, counsellor):
        if box.use in written:
            counsellor.written[box.use] = clean(written[box.use])[: box.limit]
