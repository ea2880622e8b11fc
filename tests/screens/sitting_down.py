"""A person who is led through the screens by nothing but the navigator: no face draws them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.languages import Languages
from decision_aid.screens.navigator import Navigator
from decision_aid.screens.page import Page, Prose
from decision_aid.screens.sitting import Sitting
from decision_aid.start import Start
from decision_aid.visit import Visit
from tests.conftest import clock

SMALL = Path(__file__).parents[1] / "tui" / "small.yaml"
AID = load(SMALL)
NO_TRACE = Start(keep=False)


def sit_down(
    folder: Path,
    start: Start = NO_TRACE,
    aid: DecisionAid = AID,
    languages: Languages | None = None,
) -> Navigator:
    """At the welcome of the guide; summaries are saved in the folder."""
    visit = Visit(aid, clock, audience=start.audience)
    return Navigator(Sitting(folder, start, visit, languages=languages))


def begin(
    folder: Path,
    start: Start = NO_TRACE,
    aid: DecisionAid = AID,
    languages: Languages | None = None,
) -> Navigator:
    """At the first page after the welcome, on the first of the ways where there are several."""
    navigator = sit_down(folder, start, aid, languages)
    navigator.choose(row_ids(navigator.page)[0])
    return navigator


def visit_of(navigator: Navigator) -> Visit:
    return navigator.sitting.begun


def text_of(page: Page) -> str:
    """All the words of a page, its notice last."""
    parts = (part.text for part in page.parts if isinstance(part, Prose))
    rows = (
        text
        for row in page.rows
        for text in (*(one.text for one in row.above), f"{row.text} {row.beside}".strip())
    )
    return "\n".join((page.heading, *parts, *rows, page.notice))


def row_ids(page: Page) -> Sequence[str]:
    return [row.id for row in page.rows]


def box_of(page: Page) -> str:
    """What stands in the box of the page, which has one."""
    assert page.entry is not None
    return page.entry.text
