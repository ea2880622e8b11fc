"""A checklist on the full screen: digits, arrows and mouse answer its lines, in any window."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.screens.test_checklist import QUESTIONS
from tests.small import small_aid
from tests.tui.person import Person, Size, sitting_down


@asynccontextmanager
async def at_the_checklist(folder: Path, size: Size = (80, 24)) -> AsyncIterator[Person]:
    small_aid(folder, QUESTIONS)
    async with sitting_down(folder, size, content=folder / "questions.yaml") as person:
        await person.press("enter", "1")
        await person.leave_no_trace()
        await person.until_sees("Who?")
        await person.press("1", "enter")
        await person.until_sees("What do you have?")
        yield person


def answers_of(person: Person) -> list[object]:
    return [person.visit.answers.get(f"kit.{name}") for name in ("room", "camera", "sound")]


@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        (("2", "3", "enter"), ["absent", "unsure", None]),
        (("enter", "2", "enter"), [None, "absent", None]),
        (("down", "2", "up", "up", "1", "down", "enter"), ["present", "absent", None]),
        (("right", "right", "down", "2", "enter"), ["absent", "absent", None]),
        (("right", "right", "left", "down", "2", "enter"), ["present", "absent", None]),
        (("space", "down", "2", "enter"), ["present", "absent", None]),
        (("enter", "enter", "enter"), [None, None, None]),
        (("1", "1", "2", "enter"), ["present", "present", None]),
    ],
    ids=["digits", "one left open", "arrows", "right", "left", "space", "none", "too many"],
)
async def test_keys_answer_line_by_line(
    tmp_path: Path, keys: tuple[str, ...], answers: list[object]
) -> None:
    async with at_the_checklist(tmp_path) as person:
        await person.press(*keys)
        await person.pilot.pause()
        assert answers_of(person) == answers


async def test_the_line_that_an_answer_brings_up_is_shown_and_answered(tmp_path: Path) -> None:
    async with at_the_checklist(tmp_path) as person:
        await person.press("1", "1", "enter")
        await person.until_sees("Good sound.")
        await person.press("2", "enter")
        await person.until_sees("What to ask?")
        assert answers_of(person) == ["present", "present", "absent"]


async def test_a_click_on_an_answer_gives_it(tmp_path: Path) -> None:
    async with at_the_checklist(tmp_path) as person:
        await person.click("( ) No")
        assert person.screen.sheet.choices.marked == ["kit.room:absent"]
        assert person.screen.sheet.choices.at == 1
        await person.click("Go on")
        await person.until_sees("What to ask?")
        assert answers_of(person) == ["absent", None, None]


async def test_left_leads_back_where_no_answer_is_marked(tmp_path: Path) -> None:
    async with at_the_checklist(tmp_path) as person:
        await person.press("left")
        await person.until_sees("Who?")


async def test_in_a_small_window_every_line_and_answer_comes_into_sight(tmp_path: Path) -> None:
    async with at_the_checklist(tmp_path, (40, 24)) as person:
        for key, text in (("1", "A camera."), ("2", "Go on")):
            await person.press(key)
            await person.until_sees(text)
        assert all(len(line.rstrip()) <= 40 for line in person.lines)
        await person.press("enter")
        await person.until_sees("What to ask?")
        assert answers_of(person) == ["present", "absent", None]


async def test_what_is_marked_is_still_there_after_urgent_help(tmp_path: Path) -> None:
    async with at_the_checklist(tmp_path) as person:
        await person.press("2", "u")
        await person.until_sees("Call 999")
        await person.press("left")
        await person.until_sees("(•) No")
        await person.press("3", "enter")
        await person.until_sees("What to ask?")
        assert answers_of(person) == ["absent", "unsure", None]
