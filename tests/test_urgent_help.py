"""Urgent help names every sign and every number, in both faces, whatever was answered."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.content import DecisionAid
from decision_aid.start import Start
from decision_aid.wording import Wording
from decision_aid.words import words
from tests.tui.person import sitting_down

TOP = Path(__file__).parents[1]


def folded(text: str) -> str:
    return "".join(text.split())


def signs(aid: DecisionAid) -> list[str]:
    """The heading and the signs of every level, where nothing was answered."""
    assert aid.urgent_help is not None
    levels = aid.urgent_help.levels
    assert len(levels) > 1
    texts = (text for one in levels for text in (one.heading, *(sign.plain for sign in one.signs)))
    wording = Wording(aid, {})
    return [wording.fill(text) or text for text in texts]


def told(folder: Path, *lines: str) -> str:
    """What the plain face tells somebody who types these lines."""
    done = subprocess.run(
        [sys.executable, "-m", "decision_aid", "take", "--plain", "--no-trace"],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(TOP)},
        timeout=120,
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize("lines", [["u"], ["p", "u"]], ids=["first of all", "country passed over"])
def test_line_by_line_every_sign_and_every_number_is_told(
    aid: DecisionAid, tmp_path: Path, lines: list[str]
) -> None:
    text = folded(told(tmp_path, *lines))
    for sign in signs(aid):
        assert folded(sign) in text
    for contact in aid.contacts:
        if contact.purpose != "register":
            assert folded(contact.number) in text


async def test_on_the_full_screen_every_sign_is_shown(aid: DecisionAid, tmp_path: Path) -> None:
    start = Start(place=str(tmp_path / "records"))
    async with sitting_down(tmp_path, (100, 120), content=paths.questions(), start=start) as person:
        await person.press("enter", "1")
        await person.leave_no_trace()
        await person.until(lambda: person.app.sitting.decided)
        await person.press("u")
        shown = [folded(sign) for sign in signs(aid)]
        await person.until(lambda: all(one in folded("".join(person.lines)) for one in shown))


def test_before_any_content_is_there_the_signs_are_the_same(aid: DecisionAid) -> None:
    early = words("en").screens.urgent_signs
    assert aid.urgent_help is not None
    now = next(level for level in aid.urgent_help.levels if level.id == "now")
    assert [f"{sign}." for sign in early] == [sign.plain for sign in now.signs]
