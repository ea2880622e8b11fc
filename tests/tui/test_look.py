"""How one reads is remembered beside answers that are kept, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid.look import Look, recall, remember
from decision_aid.tui.themes import COLOURS
from tests.tui.person import Person, sitting_down


def found(folder: Path) -> Look | None:
    return recall(str(folder / "records"), COLOURS)


async def keep(person: Person) -> None:
    """From the welcome to the first question, with the answers kept."""
    await person.press("1")
    await person.until_sees("May this computer keep")
    await person.press("1")
    await person.until_sees("Your answers get a label")
    await person.press("enter")
    await person.until_sees("Where do you live?")


async def test_it_is_remembered_with_the_answers_and_opens_so(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.press("3", "4", "enter")
        await keep(person)
        await person.until(lambda: found(tmp_path) == Look("high_contrast", True, "en"))
    async with sitting_down(tmp_path) as person:
        await person.until(lambda: person.at == "welcome")
        assert person.app.theme == "high_contrast" and person.screen.roomy
        await person.press("1")
        await person.until_sees("Go on with answers kept earlier?")


async def test_r_asks_anew_and_gives_back_where_one_was(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.press("enter")
        await keep(person)
        await person.until(lambda: found(tmp_path) == Look("dark", False, "en"))
        await person.press("1", "r")
        assert person.at == "reading"
        await person.press("2", "enter")
        assert person.at == "question.country" and person.sees("(•) 1  United Kingdom")
        await person.until(lambda: found(tmp_path) == Look("light", False, "en"))


async def test_without_keeping_nothing_is_written(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.press("2", "enter", "1")
        await person.leave_no_trace()
        await person.until_sees("Where do you live?")
        await person.press("r", "3", "enter")
        assert person.app.theme == "high_contrast"
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    "damaged",
    [b"", b"\xff\xfe", b"theme=dark", b"theme=pink\nroomy=no\nlanguage=en\n", b"x" * 1_000_000],
)
async def test_a_damaged_file_is_not_heard(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "look").write_bytes(damaged)
    async with sitting_down(tmp_path) as person:
        assert person.at == "reading" and person.app.theme == "dark"


def test_nothing_is_remembered_on_a_store_that_others_use(tmp_path: Path) -> None:
    remember("postgresql://nobody@localhost/none", Look("light", False, "en"))
    assert recall("postgresql://nobody@localhost/none", COLOURS) is None


def test_no_folder_is_made_for_it(tmp_path: Path) -> None:
    remember(str(tmp_path / "records"), Look("light", False, "en"))
    assert [*tmp_path.iterdir()] == []
