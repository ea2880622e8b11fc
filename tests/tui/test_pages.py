"""The full screen gives each page back as it was, after a look at another."""

from __future__ import annotations

from pathlib import Path

from tests.keeping import PASSPHRASE
from tests.tui.person import sitting_down


async def test_marks_and_place_are_as_they_were_after_a_look_elsewhere(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
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


async def test_what_was_read_stays_where_it_was_after_a_look_elsewhere(tmp_path: Path) -> None:
    async with sitting_down(tmp_path, (40, 14)) as person:
        await person.go_to("largest_trial")
        await person.press("pagedown")
        assert person.sees("↑ Did the balloon")
        before = person.lines
        await person.press("u", "escape")
        await person.pilot.pause()
        assert person.lines == before


async def test_a_passphrase_half_written_is_there_after_urgent_help(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.press("enter", "1")
        await person.until_sees("May this computer keep")
        await person.press("2")
        await person.until(lambda: person.screen.boxes.has_focus)
        await person.type(PASSPHRASE[:11])
        await person.press("f2")
        assert person.at == "urgent" and not person.screen.boxes.has_focus
        await person.press("escape")
        await person.until(lambda: person.screen.boxes.has_focus)
        await person.type(PASSPHRASE[11:])
        await person.press("enter")
        await person.until_sees("once more")


async def test_the_marked_key_of_the_lowest_lines_is_marked_again_after_what_it_opened(
    tmp_path: Path,
) -> None:
    async with sitting_down(tmp_path) as person:
        await person.begin()
        keys = [key.action for key in person.screen.foot.keys]
        await person.press(*["tab"] * (4 + keys.index("press('urgent')")))
        marked = person.screen.foot.at
        await person.press("enter")
        assert person.at == "urgent"
        await person.press("escape")
        await person.until(lambda: person.screen.foot.has_focus)
        assert person.screen.foot.at == marked


async def test_letters_that_no_pdf_shows_are_told_as_soon_as_they_are_typed(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("hope_words")
        await person.type("我害怕")
        await person.press("tab", "enter")
        await person.until_sees("A PDF cannot show these letters of yours: 我 害 怕")
        await person.press("f5")
        await person.until_sees("Save it as a page for the browser (HTML)")
        assert person.sees("A PDF cannot show these letters of yours: 我 害 怕")


async def test_what_is_not_seen_leaves_no_mark_in_the_box(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("hope_words")
        await person.type("hy\u00adphen\u200b\u2060\u200e\u2066x")
        await person.until_sees("hyphenx")
        assert not person.sees("\ufffd")
        await person.press("tab", "enter")
        assert person.visit.answers["hope_words"] == "hyphenx"
