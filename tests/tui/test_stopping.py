"""Ctrl and C ask once, wherever they are pressed, and nothing is lost by the question."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid.tui import messages
from tests.tui.person import sitting_down


async def test_in_a_box_it_asks_and_gives_the_words_back(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("hope_words")
        await person.type("Will it last?")
        await person.press("ctrl+c")
        assert person.at == "stop"
        assert person.sees("Your answers are not kept.")
        await person.press("enter")
        await person.until(lambda: person.screen.boxes.has_focus)
        await person.type(" Yes?")
        await person.press("tab", "enter")
        assert person.visit.answers["hope_words"] == "Will it last? Yes?"


async def test_a_second_time_it_ends_as_an_interrupt_would(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("hope_words")
        await person.type("Will it last?")
        await person.press("ctrl+c", "ctrl+c")
        await person.until(lambda: person.app._exit)
        assert person.app.return_code == 130
        assert person.visit.answers["hope_words"] == "Will it last?"


@pytest.mark.parametrize("key", ["ctrl+c", "enter"])
async def test_a_trembling_hand_does_not_end_it(tmp_path: Path, key: str) -> None:
    now = [0.0]
    async with sitting_down(tmp_path, now=lambda: now[0]) as person:
        for _ in range(4):
            now[0] += 0.2
            await person.press("ctrl+c")
        assert person.at == "stop" and not person.app._exit
        now[0] += 0.5
        await person.press(key)
        assert person.app._exit is (key == "ctrl+c")


async def test_where_answers_are_kept_it_says_so_and_the_row_stops(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.press("enter", "1")
        await person.until_sees("May this computer keep")
        await person.press("1")
        await person.until_sees("Your answers get a label")
        await person.press("enter")
        await person.until_sees("Where do you live?")
        await person.press("1", "enter", "ctrl+c")
        assert person.sees("Your answers are kept on this computer under")
        await person.press("2")
        await person.until(lambda: person.app._exit)
        end = person.app.navigator.ended
        assert end is not None and "Your answers stay on this computer" in end.message


async def test_content_that_is_loaded_after_the_end_disturbs_nothing(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        loaded = messages.Loaded(person.visit)
        person.app.exit()
    person.app._loaded(loaded)
    assert not person.app.crashed
