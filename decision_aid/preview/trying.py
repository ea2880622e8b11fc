"""A visit that nobody makes, at the page of one question: what its buttons open can be tried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision_aid.preview.reaching import Reached, is_on_shelf
from decision_aid.screens.navigator import Navigator
from decision_aid.screens.screen import Go, Show
from decision_aid.screens.sitting import Sitting
from decision_aid.start import Start
from decision_aid.visit import Visit
from decision_aid.web.drawing import Drawn, draw_page
from decision_aid.web.following import Form, follow

if TYPE_CHECKING:
    from decision_aid.conditions import Answers
    from decision_aid.content import Question
    from decision_aid.held_answers import Clock
    from decision_aid.preview.saved import Sound


@dataclass(frozen=True)
class Tried:
    """The page, before or after a button of it was pressed."""

    navigator: Navigator
    is_elsewhere: bool = False
    """Whether the button leads away from the question, so that there is nothing of it to see."""
    is_refused: bool = False
    """Whether what was picked or written did not do."""


def press(navigator: Navigator, form: Form) -> Tried:
    """Press the button, with what is picked and written."""
    before, at = navigator.sitting.begun.shown, navigator.at
    follow(navigator, form)
    after = navigator.sitting.begun.shown
    leads_on = after != before or navigator.at == "welcome" != at
    stays = navigator.at == at and bool(navigator.page.notice)
    return Tried(navigator, leads_on, form.answers and stays)


def draw_tried(sound: Sound, tried: Tried, number: int) -> str:
    """What stands between the head and the foot of the page in the browser edition."""
    drawn = Drawn(number, refused=tried.is_refused, can_turn_back=tried.navigator.at != "welcome")
    page = draw_page(sound.words, tried.navigator.page, drawn)
    return page.partition("<main>")[2].rpartition("</main>")[0]


def sit_down(sound: Sound, name: str, reached: Reached, clock: Clock) -> Navigator:
    """At the page as it stands before somebody who gave these answers."""
    step = sound.steps[name]
    first = step[0]
    given = _up_to(sound, step, reached.given)
    visit = Visit(sound.aid, clock, given, audience=first.audience)
    sitting = Sitting(None, Start(keep=False), visit, speak=lambda words: words.web)
    sitting.decided = True
    navigator = Navigator(sitting)
    if is_on_shelf(sound, first):
        navigator.show(Show("note", first.id))
    elif first.use == "notes":
        navigator.show(Show("notes"))
    elif first.use != "way":  # which way to take is asked on the welcome
        asked = visit.interview.positions
        navigator.show(Go("question", next(one.id for one in step if one.id in asked)))
    return navigator


def _up_to(sound: Sound, step: tuple[Question, ...], given: Answers) -> Answers:
    """What was answered when it is asked: of what comes after it nothing is known yet."""
    before: list[str] = []
    for name, questions in sound.steps.items():
        if name == step[0].screen_id and step[0].answered_once:
            break
        before += [one.id for one in questions]
        if name == step[0].screen_id:
            break
    return {name: given[name] for name in before if name in given}
