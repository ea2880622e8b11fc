"""Keys, Tab and mouse: each alone leads everywhere, and what is picked is what is answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from decision_aid.tui.digits import digit
from decision_aid.tui.safety import KeyDebounce
from tests.tui.person import sitting_down

WHOLE_WAY = {
    "country": "uk",
    "signs": "none",
    "hope": ("fatigue", "pain"),
    "hope_words": "Will it last?\nWho pays?",
    "age": 12,
    "sure": 3,
    "largest_trial": "seen",
    "c1": "balloon",
    "lean": "undecided",
}


async def test_keys_alone_lead_from_first_screen_to_saved_file(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.press("enter", "enter")
        await person.leave_no_trace()
        await person.press("1", "enter", "2", "enter", "1", "3", "enter")
        await person.until_sees("What do you want to ask?")
        await person.type("Will it last?")
        await person.press("enter")
        await person.type("Who pays?")
        await person.press("tab", "enter")
        await person.until_sees("how many years")
        await person.type("12")
        await person.press("enter", "3", "enter", "enter", "1", "enter")
        assert person.sees("You chose: Many more with the balloon")
        await person.press("enter", "2", "enter")
        await person.until_sees("Your summary is ready")
        assert person.visit.answers == WHOLE_WAY
        await person.press("1", "4")
        await person.until_sees("Your summary is saved")
        assert "Will it last?" in (tmp_path / "my-summary-2026-11-20.txt").read_text("utf-8")


async def test_the_mouse_alone_leads_from_first_screen_to_saved_file(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.click("High contrast")
        assert person.app.theme == "high_contrast"
        await person.click("6  Go on")
        await person.click("Start")
        await person.click("Leave no trace")
        for choice in ("Canada", "None of these", "Less fatigue"):
            await person.click(choice)
            await person.click(" Go on ")
        for _ in range(2):
            await person.click("pass over")
        await person.click("quite sure")
        await person.click(" Go on ")
        await person.click("Go on")
        await person.click("About as many")
        await person.click(" Go on ")
        await person.click("Go on")
        await person.click("Undecided")
        await person.click(" Go on ")
        await person.click("Save it as …")
        await person.click("As plain text")
        await person.until_sees("Your summary is saved")
        assert person.visit.answers["country"] == "canada"
        assert person.visit.answers["hope"] == ("fatigue",)
        assert person.visit.answers["hope_words"] is None
        assert person.visit.answers["c1"] == "same"


async def test_tab_and_enter_reach_each_key_of_the_lowest_lines(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.begin()
        keys = [key.action for key in person.screen.foot.keys]
        await person.press(*["tab"] * 4)
        for place, _ in enumerate(keys):
            assert person.screen.foot.at == place
            await person.press("tab")
        assert person.screen.sheet.has_focus
        await person.press("shift+tab")
        assert person.screen.foot.has_focus
        await person.press(*["tab"] * keys.index("press('urgent')"), "enter")
        assert person.at == "urgent"


async def test_arrows_move_the_mark_and_enter_takes_it(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.begin()
        await person.press("down", "down", "up", "down")
        assert person.sees("(•) 2  Canada")
        await person.press("enter")
        assert person.visit.answers == {"country": "canada"}


async def test_enter_marks_what_it_is_on_and_only_then_goes_on(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.begin()
        await person.press("enter")
        assert person.sees("(•) 1  United Kingdom")
        assert person.visit.answers == {}
        await person.press("enter")
        assert person.visit.answers == {"country": "uk"}


async def test_at_warning_signs_enter_without_a_choice_says_so_and_stays(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("signs")
        await person.press("enter")
        assert person.sees("Please choose one answer.")
        assert "signs" not in person.visit.answers


async def test_of_several_enter_marks_the_first_and_goes_on_with_what_is_marked(
    tmp_path: Path,
) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("hope")
        await person.press("down", "enter")
        assert person.sees("[x] 2  Better balance")
        await person.press("down", "enter")
        assert person.visit.answers["hope"] == ("balance",)


async def test_tab_goes_through_answers_and_go_on_to_the_lowest_lines(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.begin()
        for row in ("( ) 2  Canada", "( ) 3  Elsewhere", "[ Go on ]"):
            await person.press("tab")
            assert person.sees(f"› {row}")
        await person.press("tab")
        assert person.screen.foot.has_focus and not person.sees("›")
        await person.press("shift+tab", "shift+tab", "enter", "tab", "enter")
        assert person.visit.answers == {"country": "elsewhere"}


async def test_an_empty_box_and_go_on_pass_over_with_one_sentence(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("hope_words")
        await person.press("tab", "enter")
        assert person.visit.shown == "age"
        await person.until_sees("You wrote nothing there, so that question was passed over.")
        await person.press("enter")
        assert person.visit.shown == "sure"
        assert person.visit.answers["hope_words"] is person.visit.answers["age"] is None


async def test_space_is_named_among_the_keys_and_does_what_is_said(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("hope")
        assert person.sees("space choose")
        await person.press("space")
        assert person.sees("[x] 1  Less fatigue")


async def test_what_has_no_key_below_is_behind_more(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("largest_trial")
        for row, at in (("Overview", "overview"), ("Words explained", "words"),
                        ("Where this comes from", "sources")):  # fmt: skip
            await person.click("? more")
            await person.click(row)
            assert person.at == at
            await person.press("escape")
            assert person.visit.shown == "largest_trial" and person.at.startswith("question")
        await person.click("? more")
        await person.click("Stop, and print")
        assert person.at == "summary.home"


async def test_several_are_marked_up_to_the_most_and_alone_stands_alone(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("hope")
        choices = person.screen.sheet.choices
        await person.press("1", "2", "3")
        assert choices.marked == ["fatigue", "balance"]
        assert person.sees("You have chosen 2.")
        await person.press("1", "3")
        assert choices.marked == ["balance", "pain"]
        await person.press("4")
        assert choices.marked == ["none"]
        await person.press("up", "space")
        assert choices.marked == ["pain"]
        assert person.sees("[x] 3  Less pain")


async def test_going_back_shows_the_answer_and_lets_it_be_changed(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.begin()
        await person.press("1", "enter", "backspace")
        assert person.sees("(•) 1  United Kingdom")
        await person.press("2", "enter")
        assert person.visit.answers["country"] == "canada"
        await person.press("left", "left")
        assert person.at == "welcome"


async def test_passing_over_an_answer_asks_before_it_takes_it_away(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.begin()
        await person.press("1", "enter", "left", "p")
        assert person.sees("You have answered this.")
        await person.press("enter", "left", "p")
        assert person.visit.answers["country"] == "uk"
        await person.press("p")
        assert person.visit.answers["country"] is None
        assert person.visit.shown == "signs"


@pytest.mark.parametrize("key", ["u", "f2"])
async def test_urgent_help_opens_from_every_screen_and_gives_it_back(
    tmp_path: Path, key: str
) -> None:
    async with sitting_down(tmp_path) as person:

        async def look() -> None:
            before = person.app.navigator.screen
            await person.press(key)
            assert person.at == "urgent"
            assert person.sees("Face drooping")
            await person.press("escape")
            assert person.app.navigator.screen is before

        await look()
        await person.press("enter")
        await look()
        await person.press("1")
        await person.until_sees("May this computer keep")
        await look()
        await person.press("3")
        await look()
        for other in ("o", "w", "s", "question_mark", "x"):
            await person.press(other)
            await look()
            if other != "x":
                await person.press("escape")


async def test_urgent_help_shows_its_number_and_first_sign_at_once(tmp_path: Path) -> None:
    async with sitting_down(tmp_path, size=(40, 24)) as person:
        await person.press("u")
        assert person.sees("999") and person.sees("Face drooping")
        await person.press("escape", "enter", "1", "u")
        assert person.sees("999") and person.sees("Face drooping")


async def test_stopping_leads_to_the_summary_and_back(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.begin()
        await person.press("2", "enter", "x")
        assert person.at == "summary.home"
        await person.press("3")
        assert person.visit.shown == "signs"
        await person.press("3", "enter")
        assert person.at == "summary.home"
        await person.press("4")
        assert person.sees("not saved yet")
        await person.press("2")
        await person.until(lambda: person.app._exit)


async def test_a_note_opens_its_doors(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("largest_trial")
        await person.press("2")
        assert person.sees("With the balloon") and person.sees("● ●")
        await person.press("left", "3")
        assert person.sees("What it is") and person.sees("Has happened")
        await person.press("left", "4")
        assert person.sees("115 people took part")
        await person.press("left", "5")
        assert person.sees("Think of two rooms.")
        await person.press("2", "6")
        assert person.sees("But what about flow?")
        await person.press("left")
        assert person.visit.shown == "largest_trial"
        await person.press("enter")
        assert person.visit.shown == "c1"


async def test_letters_are_text_in_a_box_and_function_keys_act(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("hope_words")
        await person.type("pushow?")
        await person.press("f2")
        assert person.at == "urgent"
        await person.press("escape", "f6")
        assert person.at == "overview"
        await person.press("escape", "f3")
        assert person.visit.shown == "hope"
        assert person.visit.answers["hope_words"] == "pushow?"


async def test_tab_and_enter_in_one_burst_leave_the_box(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("hope_words")
        await person.type("Will it last?")
        for key, sign in (("tab", "\t"), ("enter", "\r")):
            person.app.post_message(events.Key(key, sign))
        await person.until(lambda: person.visit.shown == "age")
        assert person.visit.answers["hope_words"] == "Will it last?"


async def test_the_row_under_a_box_is_marked_while_the_keys_are_on_it(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("hope_words")

        def ground() -> object:
            strips = person.screen._compositor.render_strips()
            row = next(one for one in strips if " Go on " in one.text)
            return next(one.style for one in row if "Go on" in one.text)

        before = ground()
        await person.press("tab")
        await person.pilot.pause()
        assert ground() != before
        await person.press("shift+tab")
        await person.pilot.pause()
        assert ground() == before


async def test_the_first_screen_says_the_same_after_a_look_at_the_keys(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        before = person.lines
        await person.press("question_mark", "escape")
        await person.pilot.pause()
        assert person.lines == before


async def test_a_full_box_says_so_and_keeps_what_fits(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("hope_words")
        person.app.post_message(events.Paste("line one\nline two\n" + "x" * 1_000_000))
        await person.until_sees("This box is full.")
        assert person.sees("2,000 of 2,000 characters")
        await person.press("tab", "enter")
        kept = person.visit.answers["hope_words"]
        assert isinstance(kept, str)
        assert len(kept) == 2000
        assert kept.startswith("line one\nline two\n")


async def test_a_trembling_hand_does_not_skip_a_question(tmp_path: Path) -> None:
    now = [0.0]

    async with sitting_down(tmp_path, now=lambda: now[0]) as person:
        now[0] += 1
        await person.press("enter")
        now[0] += 1
        await person.press("enter")
        await person.until_sees("May this computer keep")
        for _ in range(4):
            now[0] += 0.2
            await person.press("enter")
        now[0] += 1
        await person.press("enter")
        for _ in range(4):
            now[0] += 0.2
            await person.press("enter")
        assert person.visit.answers == {}
        assert not person.sees("Please choose")
        now[0] += 0.4
        await person.press("1")
        now[0] += 0.1
        await person.press("enter", "enter")
        assert person.visit.shown == "signs"


def test_a_key_held_down_counts_once() -> None:
    times = iter([0.0, 0.5, 0.55, 0.6, 0.65, 1.2])
    debounce = KeyDebounce(lambda: next(times))
    assert [debounce.lets("enter") for _ in range(6)] == [True, True, False, False, False, True]


async def test_enter_reads_on_before_it_goes_on(tmp_path: Path) -> None:
    async with sitting_down(tmp_path, size=(40, 14)) as person:
        await person.go_to("largest_trial")
        assert person.sees("more below")
        await person.press("enter")
        assert person.visit.shown == "largest_trial"
        assert person.sees("↑ Did the balloon")


@pytest.mark.parametrize(
    ("character", "number"),
    [("1", 1), ("0", 0), ("&", 1), ("é", 2), ("à", 0), ("š", 3), ("٣", 3), ("a", None), ("", None)],
)
def test_digits_of_other_keyboards_count(character: str, number: int | None) -> None:
    assert digit(character) == number


@pytest.mark.parametrize("size", [(80, 24), (40, 24)])
async def test_a_page_drawn_in_place_leaves_nothing_of_the_one_before(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with sitting_down(tmp_path, size) as person:
        await person.begin()
        seen = []
        for key in ("down", "down", "3", "enter", "1", "p", "pagedown", "end", "left", "o"):
            await person.press(key)
            await person.pilot.pause()
            drawn_in_place = person.lines
            person.screen.sheet.refresh()
            await person.pilot.pause()
            assert drawn_in_place == person.lines
            seen.append(drawn_in_place)
        assert len({tuple(lines) for lines in seen}) > 5
