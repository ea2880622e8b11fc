"""The sheet for the answers of the preview, made in memory and written nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.check.preview import summarise
from decision_aid.report.files import names_for, render
from decision_aid.report.formats import OFFERS
from decision_aid.screens.summary_pages import usual_paper
from decision_aid.visit import Visit
from decision_aid.web.papers import KINDS, PaperFile

if TYPE_CHECKING:
    from decision_aid.held_answers import Clock
    from decision_aid.preview.saved import Sound


def make_sheet(sound: Sound, offer: str, clock: Clock) -> PaperFile | None:
    """The sheet in that form; None where it is not offered; raises IncompleteReport."""
    visit, on = Visit(sound.aid, clock, sound.given), clock().date()
    options = OFFERS.get(f"pdf-{usual_paper(visit)}" if offer == "pdf" else offer)
    if options is None:
        return None
    name = next(names_for(Path(), on, options)).name
    made = render(summarise(sound.aid, sound.given, on), options)
    return PaperFile(made, name, KINDS[options.format.name])
