"""What is painted first is the page as it stands, and what is done in one go is done in turn."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as some
from textual import events
from textual.content import Content

from decision_aid import tui
from decision_aid.start import Start
from decision_aid.tui.app import DecisionAidApp
from decision_aid.tui.safety import KeyDebounce
from decision_aid.tui.themes import DARK
from decision_aid.tui.widgets.lines import wrap
from decision_aid.tui.widgets.page_lines import Typesetter
from tests.conftest import clock
from tests.tui.person import CONTENT, Person, sitting_down, steady


class Watched(DecisionAidApp):
    """Remembers each picture that was painted."""

    CSS_PATH = str(Path(tui.__file__).with_name("aid.tcss"))

    def __init__(self, folder: Path) -> None:
        start = Start(place=str(folder / "records"))
        super().__init__(CONTENT, folder, clock, KeyDebounce(steady()), start)
        self.painted: list[list[str]] = []

    def post_display_hook(self) -> None:
        strips = self.pages._compositor.render_strips()
        self.painted.append(["".join(segment.text for segment in strip) for strip in strips])


async def test_the_first_picture_has_the_whole_first_page(tmp_path: Path) -> None:
    app = Watched(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first = "\n".join(app.painted[0])
        assert "How do you want to read?" in first
        assert "› (•) 1  Light letters on dark" in first


async def test_the_first_picture_in_a_new_window_is_as_it_stays(tmp_path: Path) -> None:
    app = Watched(tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        person = Person(app, pilot)
        await person.until(lambda: app.visit is not None)
        await person.go_to("largest_trial")
        app.painted.clear()
        await person.resize((64, 40))
        pictures = [lines for lines in app.painted if len(lines[0]) == 64]
        page = slice(2, 34)
        assert pictures[0][page] == pictures[-1][page] == person.lines[page]


async def test_the_first_picture_of_a_page_has_its_box_and_the_next_one_none(
    tmp_path: Path,
) -> None:
    app = Watched(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        person = Person(app, pilot)
        await person.until(lambda: app.visit is not None)
        await person.go_to("hope")
        for keys, question, has_box in (
            (["1", "enter"], "What do you want to ask?", True),
            (["f4"], "For how many years have you had MS?", True),
            (["f4"], "How sure do you feel?", False),
        ):
            await person.press(*keys[:-1])
            app.painted.clear()
            await person.press(keys[-1])
            await person.until_sees(question)
            first = "\n".join(next(one for one in app.painted if question in "".join(one)))
            assert ("╭" in first) == has_box


async def test_the_border_of_a_box_says_whether_the_keys_are_in_it(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("hope_words")
        box = person.screen.boxes._panel_of_lines().entry
        colours = []
        for key in ("end", "tab", "shift+tab", "escape"):
            await person.press(key)
            await person.pilot.pause()
            colours.append(box.styles.border_top[1].hex.lower())
        assert colours == [DARK.accent, DARK.soft, DARK.accent, DARK.soft]


async def test_a_click_and_enter_that_come_together_take_what_was_clicked(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.begin()
        asked = person.visit.asked
        second = list(asked.own_choices())[1]
        y, line = next((y, line) for y, line in enumerate(person.lines) if second.text in line)
        x = line.index(second.text)
        for kind in (events.MouseDown, events.MouseUp):
            person.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
        person.app.post_message(events.Key("enter", "\r"))
        await person.until(lambda: person.visit.shown != asked.id)
        assert person.visit.answers[asked.id] == second.id


LETTERS = some.text(alphabet="ab–’“é. \n日\u0301", max_size=60)


@given(text=LETTERS, width=some.integers(2, 24))
def test_lines_break_where_textual_would_break_them(text: str, width: int) -> None:
    assert wrap(text, width) == tuple(line.plain for line in Content(text).wrap(width))


async def test_a_page_that_was_drawn_beforehand_fits_the_window_of_now(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.begin()
        await person.press("2")
        person.app.rest()
        await person.resize((50, 30))
        await person.press("enter")
        await person.until(lambda: person.visit.shown == "signs")
        await person.pilot.pause()
        seen = person.lines
        person.screen.sheet._typesetter = Typesetter()
        person.screen.sheet.say("")
        await person.pilot.pause()
        assert seen == person.lines
        assert any("Is any of this new or suddenly worse?" in line for line in seen)


async def test_at_rest_nothing_is_seen_of_what_may_come(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        await person.begin()
        await person.press("2")
        seen, at = person.lines, (person.at, dict(person.visit.answers))
        person.app.rest()
        await person.pilot.pause()
        assert (person.lines, (person.at, dict(person.visit.answers))) == (seen, at)


async def test_what_was_drawn_beforehand_beside_a_box_fills_the_room_without_it(
    tmp_path: Path,
) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("age")
        person.app.rest()
        laid_out = person.screen.sheet._typesetter._laid_out
        *_, (expected, _) = laid_out._made
        await person.press("f4")
        await person.until_sees("How sure do you feel?")
        await person.pilot.pause()
        assert [made[0] for made in laid_out._made] == [expected]
        seen = person.lines
        person.screen.sheet._typesetter = Typesetter()
        person.screen.sheet.say("")
        await person.pilot.pause()
        assert seen == person.lines
