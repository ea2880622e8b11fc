"""The pages that an author sees, as HTML: the templates say how they look, and decide nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.check.evidence_file import read_evidence
from decision_aid.check.output import answers_file
from decision_aid.check.preview import tell_path
from decision_aid.content import ChecklistLine
from decision_aid.content.faults import Fault, do_this
from decision_aid.interview import conduct_interview
from decision_aid.preview.places import excerpt
from decision_aid.preview.reaching import (
    Reached,
    find_way,
    tell_conditions,
    tell_way,
)
from decision_aid.preview.resting import Support, find_support
from decision_aid.preview.trying import Tried, draw_tried, press, sit_down
from decision_aid.web import drawing as browser_edition
from decision_aid.web.environment import make_environment

if TYPE_CHECKING:
    from jinja2 import Environment

    from decision_aid.content import Question
    from decision_aid.content.sections import Section
    from decision_aid.held_answers import Clock
    from decision_aid.preview.saved import Saved, Sound
    from decision_aid.web.following import Form

FOLDER = Path(__file__).parent
MOST = 200
"""So many faults are shown: `check` has all of them."""
_SHOWN = ("error", "warning")


@dataclass(frozen=True)
class Told:
    """A fault with the line that has it, and the question in which that line stands."""

    fault: Fault
    line: str
    step: str
    """The name of the screen; empty where it is in none."""

    @property
    def remedy(self) -> str:
        """What to do."""
        return do_this([self.fault])

    @property
    def answers(self) -> str:
        """A file of the fewest answers that show it; empty where no answers do."""
        return "" if self.fault.answers is None else answers_file(self.fault.answers)


@dataclass(frozen=True)
class Entry:
    """A question in the list of all."""

    step: str
    text: str
    asked: str
    """When it is asked, in a few words; empty where it stands on the shelf."""
    faults: int


def draw_overview(saved: Saved, patience: float) -> str:
    """The faults, and every question by its section."""
    found = find_faults(saved, patience)
    sound = saved.sound
    return _draw(
        "overview.html.j2",
        saved,
        faults={one: [f for f in found if f.fault.severity == one][:MOST] for one in _SHOWN},
        more={one: sum(f.fault.severity == one for f in found) - MOST for one in _SHOWN},
        state=_state_of(saved),
        path=list(tell_path(conduct_interview(sound.aid, sound.given), sound.words))
        if sound
        else [],
        sections=list(_sections(sound, found)) if sound else [],
    )


def find_faults(saved: Saved, patience: float) -> list[Told]:
    """What is wrong with the file as it was saved, as far as that is known so soon."""
    faults = [*saved.faults]
    sound = saved.sound
    if sound is not None and saved.is_sound:
        result = sound.proof.result(patience)
        faults += [one for one in (result.faults if result else ()) if one.severity in _SHOWN]
    return [Told(one, saved.line(one), _step_at(saved, one)) for one in faults]


def _state_of(saved: Saved) -> str:
    """By which name the words know how far it was looked at."""
    if saved.sound is None or not saved.is_sound:
        return "gone" if saved.is_gone else "not_sound"
    proof = saved.sound.proof
    if proof.result(0) is not None:
        return "looked_at"
    return "not_looked_at" if proof.is_over else "looking"


def _step_at(saved: Saved, fault: Fault) -> str:
    """The screen in whose lines the fault is; none in a version whose lines are others."""
    sound = saved.sound
    if sound is None or not saved.is_sound or fault.file != saved.file:
        return ""
    return next((one for one in sound.steps if fault.line in sound.place_of(one)), "")


def _sections(sound: Sound, found: Sequence[Told]) -> Iterator[tuple[str, list[Entry]]]:
    """The title of each section, and its screens."""
    steps = conduct_interview(sound.aid, sound.given).steps
    numbers = {step[0].screen_id: number for number, step in enumerate(steps, 1)}
    for section in sound.aid.sections:
        names = dict.fromkeys(question.screen_id for question in section.questions)
        entries = [
            Entry(
                name,
                _title_of(sound.steps[name][0], section),
                "" if section.shelf else _when_asked(sound, name, numbers.get(name)),
                sum(one.step == name for one in found),
            )
            for name in names
        ]
        yield section.title, entries


def _title_of(first: Question, section: Section) -> str:
    return (first.title or section.title) if isinstance(first, ChecklistLine) else first.text


def _when_asked(sound: Sound, name: str, number: int | None) -> str:
    ours, first = sound.words.preview, sound.steps[name][0]
    if first.use == "way":
        return ours.on_welcome
    if first.audience == "counsellor":
        return ours.with_counsellor
    return ours.not_asked if number is None else ours.screen.format(number=number)


def draw_question(
    saved: Saved, sound: Sound, name: str, clock: Clock, form: Form | None = None
) -> str:
    """One screen as people see it, who reaches it, what it rests on, and its lines.

    With a form it is what that button of the screen opens.
    """
    step, names = sound.steps[name], [*sound.steps]
    at, reached = names.index(name), find_way(sound, sound.steps[name])
    return _draw(
        "question.html.j2",
        saved,
        name=name,
        before=names[at - 1] if at else "",
        after=names[at + 1] if at + 1 < len(names) else "",
        drawn=_draw_screen(sound, name, reached, clock, form) if reached else "",
        is_opened=form is not None,
        reached=reached,
        conditions=tell_conditions(sound, step),
        way=tell_way(sound, reached, step[0]) if reached else [],
        support=_find_support(saved, sound, step),
        lines=list(excerpt(sound.lines, sound.place_of(name), _faults_of_lines(saved))),
    )


def _draw_screen(sound: Sound, name: str, reached: Reached, clock: Clock, form: Form | None) -> str:
    navigator = sit_down(sound, name, reached, clock)
    tried = press(navigator, form) if form else Tried(navigator)
    return draw_tried(sound, tried, [*sound.steps].index(name))


def _find_support(saved: Saved, sound: Sound, step: tuple[Question, ...]) -> list[Support]:
    return find_support(sound.aid, step, read_evidence(saved.evidence))


def _faults_of_lines(saved: Saved) -> list[Fault]:
    """Those of the lines that are shown: a version with faults has other lines."""
    if not saved.is_sound:
        return []
    return [one.fault for one in find_faults(saved, 0) if one.fault.file == saved.file]


def draw_nothing(saved: Saved, title: str, text: str) -> str:
    """A page that says why there is nothing to see."""
    return _draw("nothing.html.j2", saved, title=title, text=text)


def _draw(template: str, saved: Saved, **more: object) -> str:
    page = _environment().get_template(template)
    return page.render(words=saved.words, says=saved.words.preview, saved=saved, **more)


@cache
def style() -> bytes:
    """How the pages look: as those of the browser edition, and what they have besides."""
    both = (browser_edition.FOLDER / "style.css", FOLDER / "preview.css")
    return b"".join(one.read_bytes() for one in both)


@cache
def _environment() -> Environment:
    environment = make_environment(FOLDER / "templates")
    environment.filters["remedy"] = lambda fault: do_this([fault])
    return environment
