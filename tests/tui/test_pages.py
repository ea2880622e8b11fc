"""The full screen draws the pages that everybody is led through, and gives each back as it was."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.answers_file import load_answers
from decision_aid.content import DecisionAid
from decision_aid.start import Start
from tests.keeping import PASSPHRASE
from tests.screens.recorder import Recorder, take_step, walk
from tests.screens.sitting_down import begin
from tests.tui.person import Person, visit

PATIENTS = sorted((Path(__file__).parents[1] / "patients").glob("*.yaml"))


@pytest.mark.parametrize("patient", PATIENTS, ids=lambda path: path.stem)
def test_every_made_up_patient_is_shown_the_same_pages(
    patient: Path, tmp_path: Path, aid: DecisionAid
) -> None:
    answers = load_answers(patient, aid)
    walk(begin(tmp_path, aid=aid), answers, expected := Recorder())
    drawn = Recorder()

    async def steps(person: Person) -> None:
        navigator, screen = person.app.navigator, person.screen
        await person.press("enter", "1")
        await person.until(lambda: person.at.startswith("question"))
        drawn.draw(person.at, screen.sheet.page)
        while not person.at.startswith("summary"):
            screen.act(partial(take_step, navigator, answers))
            drawn.draw(person.at, screen.sheet.page)
            on_screen = " ".join(line.text for line in screen.sheet.lines)
            assert screen.sheet.page.heading.split()[-1] in on_screen

    visit(tmp_path, steps, (100, 50), content=paths.questions(), start=Start(keep=False))
    assert drawn.names == expected.names
    for (at, ours), (_, theirs) in zip(drawn.pages, expected.pages, strict=True):
        assert ours == theirs, at


# --- given back as it was ----------------------------------------------------------------------


def test_marks_and_place_are_as_they_were_after_a_look_elsewhere(tmp_path: Path) -> None:
    async def steps(person: Person) -> None:
        await person.go_to("hope")
        await person.press("1", "3")
        before = person.lines
        for key in ("u", "s", "question_mark"):
            await person.press(key)
            assert person.lines != before
            await person.press("escape")
            await person.pilot.pause()
            assert person.lines == before
        await person.press("enter")
        assert person.visit.answers["hope"] == ("fatigue", "pain")

    visit(tmp_path, steps)


def test_what_was_read_stays_where_it_was_after_a_look_elsewhere(tmp_path: Path) -> None:
    async def steps(person: Person) -> None:
        await person.go_to("largest_trial")
        await person.press("pagedown")
        assert person.sees("↑ Did the balloon")
        before = person.lines
        await person.press("u", "escape")
        await person.pilot.pause()
        assert person.lines == before

    visit(tmp_path, steps, (40, 14))


def test_a_passphrase_half_written_is_there_after_urgent_help(tmp_path: Path) -> None:
    async def steps(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("May this computer keep")
        await person.press("2")
        await person.until(lambda: person.screen.writing)
        await person.type(PASSPHRASE[:11])
        await person.press("f2")
        assert person.at == "urgent" and not person.screen.writing
        await person.press("escape")
        await person.until(lambda: person.screen.writing)
        await person.type(PASSPHRASE[11:])
        await person.press("enter")
        await person.until_sees("once more")

    visit(tmp_path, steps)


def test_the_marked_key_of_the_lowest_lines_is_marked_again_after_what_it_opened(
    tmp_path: Path,
) -> None:
    async def steps(person: Person) -> None:
        await person.begin()
        await person.press(*["tab"] * 6)
        marked = person.screen.foot.at
        await person.press("enter")
        assert person.at == "urgent"
        await person.press("escape")
        await person.until(lambda: person.screen.foot.has_focus)
        assert person.screen.foot.at == marked

    visit(tmp_path, steps)
