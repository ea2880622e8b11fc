"""How it looks: a few pictures, contrast by numbers, and pages as lines."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Protocol

import pytest
from rich.color import Color
from textual.app import App
from textual.color import Color as Ground
from textual.pilot import Pilot

from decision_aid import paths
from decision_aid.figures import fill_rows
from decision_aid.interview import Audience
from decision_aid.screens.page import Array, Arrays, Grid, Page, Prose, Row, Stage
from decision_aid.screens.screen import Go
from decision_aid.start import Start
from decision_aid.tui.app import DecisionAidApp
from decision_aid.tui.safety import KeyDebounce
from decision_aid.tui.themes import COLOURS, styles
from decision_aid.tui.widgets.bars import Position, banner, way
from decision_aid.tui.widgets.choices import Choices
from decision_aid.tui.widgets.foot_bar import Key, place_keys
from decision_aid.tui.widgets.grid import grid_lines
from decision_aid.tui.widgets.icon_array import array_lines
from decision_aid.tui.widgets.layout import LONGEST, lay_out
from decision_aid.tui.widgets.lines import Line
from tests.conftest import clock
from tests.tui.person import CONTENT, Person, Size, sitting_down, steady

NEEDED = {"dark": 4.5, "light": 4.5, "high_contrast": 7.0}


class Compare(Protocol):
    """The fixture of pytest-textual-snapshot."""

    def __call__(
        self,
        app: App[object],
        *,
        terminal_size: tuple[int, int],
        run_before: Callable[[Pilot[object]], Awaitable[None]],
    ) -> bool: ...


async def _to_question(person: Person) -> None:
    await person.go_to("hope")
    await person.press("1")


async def _to_note(person: Person) -> None:
    await person.go_to("largest_trial")


async def _to_words(person: Person) -> None:
    await person.go_to("hope_words")


async def _to_picture(person: Person) -> None:
    await person.go_to("largest_trial")
    await person.press("2")


async def _to_table(person: Person) -> None:
    await person.go_to("largest_trial")
    await person.press("3")


async def _to_urgent(person: Person) -> None:
    await person.begin()
    await person.press("u")


async def _to_overview(person: Person) -> None:
    await person.begin()
    await person.press("1", "enter", "o")


async def _to_first(person: Person) -> None:
    del person


PICTURES: list[tuple[str, tuple[int, int], str, Callable[[Person], Awaitable[None]]]] = [
    ("first", (80, 24), "dark", _to_first),
    ("question", (80, 24), "dark", _to_question),
    ("words", (80, 24), "light", _to_words),
    ("note", (120, 40), "light", _to_note),
    ("picture", (80, 24), "high_contrast", _to_picture),
    ("table", (40, 24), "dark", _to_table),
    ("urgent", (40, 24), "high_contrast", _to_urgent),
    ("overview", (40, 24), "light", _to_overview),
]


@pytest.mark.parametrize(("name", "size", "theme", "steps"), PICTURES, ids=[p[0] for p in PICTURES])
def test_it_looks_as_it_did(
    snap_compare: Compare,
    tmp_path: Path,
    name: str,
    size: tuple[int, int],
    theme: str,
    steps: Callable[[Person], Awaitable[None]],
) -> None:
    app = DecisionAidApp(CONTENT, tmp_path, clock, KeyDebounce(steady()))

    async def before(pilot: Pilot[object]) -> None:
        person = Person(app, pilot)
        await person.until(lambda: app.visit is not None)
        app.theme = theme
        await steps(person)
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=before)


# --- contrast --------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", COLOURS)
async def test_every_letter_on_every_screen_has_contrast_enough(tmp_path: Path, theme: str) -> None:
    async with sitting_down(tmp_path) as person:
        person.app.theme = theme
        for steps in (_to_question, _to_words, _to_note, _to_picture, _to_table, _to_urgent):
            person.screen.act(partial(person.app.navigator.show, Go("reading")))
            person.visit.shown = "country"
            await person.pilot.pause()
            await steps(person)
            assert lowest_contrast(person) >= NEEDED[theme], (theme, steps)


def lowest_contrast(person: Person) -> float:
    ratios = [21.0]
    for strip in person.screen._compositor.render_strips():
        for segment in strip:
            letters = segment.text.strip(" ─│╭╮╰╯▇▆▅▄▃▂▁")
            style = segment.style
            if letters and style and style.color and style.bgcolor:
                ratios.append(contrast(style.color, style.bgcolor))
    assert len(ratios) > 5
    return min(ratios)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in Ground.from_rich_color(colour).normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_marks_are_told_by_their_shape(tmp_path: Path) -> None:
    rows = (Row("a", "One", "one"), Row("b", "Two", "one"))
    choices = Choices(rows, marked=["b"])
    lines = texts(lay_out(Page("", "Which?", rows=rows), choices, (40, 24), False))
    assert "  ( ) 1  One" in lines
    assert "  (•) 2  Two" in lines


# --- pages as lines --------------------------------------------------------------------------


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text.rstrip() for line in lines]


@pytest.mark.parametrize("width", [30, 36, 76, 116])
@pytest.mark.parametrize("roomy", [False, True])
def test_no_line_is_wider_than_its_window_and_prose_stays_narrow(width: int, roomy: bool) -> None:
    long = "Some words that go on, and a very_long_word_" + "x" * 90 + " 漢字 too. "
    kinds = ("text", "item", "heading", "say", "soft", "accent", "notice")
    parts = tuple(Prose(kind, long * 3) for kind in kinds)  # type: ignore[arg-type]
    rows = (Row("a", long, "some", beside="beside " * 9), Row("b", long, button=True))
    page = Page("", long, parts, rows, urgent=True)
    lines = lay_out(page, Choices.of(page), (width, 24), roomy)
    assert max(line.width for line in lines) <= width
    prose = [line for line in lines if line.row is None]
    assert max(line.width for line in prose) <= LONGEST


def test_a_page_that_fits_stands_airy_and_one_that_does_not_stands_close() -> None:
    rows = tuple(Row(str(n), f"Choice {n}", "one") for n in range(7))
    page = Page("", "Which?", rows=rows)
    airy = lay_out(page, Choices.of(page), (60, 24), False)
    close = lay_out(page, Choices.of(page), (60, 10), False)
    assert len(airy) == len(close) + 7  # a line under the question, and one between any two rows


def test_icon_arrays_stand_side_by_side_where_there_is_room() -> None:
    one = tuple(tuple(row >= 6 for _ in range(10)) for row in range(10))
    arrays = Arrays((Array("Balloon", "", one), Array("Pretend", "", one)), "better", "not")
    wide = texts(array_lines(arrays, 60))
    narrow = texts(array_lines(arrays, 36))
    assert wide[0].split() == ["Balloon", "Pretend"]
    assert wide[10].count("●") == 20
    assert sum(line.count("●") for line in narrow) == 81
    assert narrow[0] == "Balloon"
    assert narrow[-2:] == ["●  better", "○  not"]


def test_the_legend_stands_beside_the_picture_where_there_is_room() -> None:
    one = tuple(tuple(row >= 6 for _ in range(10)) for row in range(10))
    blank = "did not do better after a year on the tests"
    arrays = Arrays((Array("Balloon", "", one), Array("Pretend", "", one)), "did better", blank)
    lines = array_lines(arrays, 76)
    drawn = texts(lines)
    assert drawn[1].endswith("●  did better") and "○  did not do better" in drawn[2]
    assert len(drawn) == 11
    assert max(line.width for line in lines) <= 76


def thousand(marked: int) -> Arrays:
    rows = fill_rows(marked, 1000, 25)
    return Arrays((Array("Balloon", "", rows), Array("Pretend", "", rows)), "better", "not")


@pytest.mark.parametrize(("width", "side", "block"), [(76, 50, 10), (54, 50, 10), (36, 25, 5)])
def test_a_thousand_icons_stand_in_blocks_each_one_to_be_seen(
    width: int, side: int, block: int
) -> None:
    lines = array_lines(thousand(11), width)
    drawn = texts(lines)
    assert drawn[:2] == ["●  better", "○  not"]
    assert max(line.width for line in lines) <= width
    one = drawn[drawn.index("Balloon") + 1 : drawn.index("Pretend") - 1]
    assert sum(line.count("○") for line in one) == 989
    signs = "●" * 11 + "○" * (side - 11)
    assert one[-1] == " ".join(signs[n : n + block] for n in range(0, side, block))
    assert [n for n, line in enumerate(one) if not line] == list(range(10, len(one), 11))


def test_the_table_has_columns_where_there_is_room_and_labels_where_not() -> None:
    grid = Grid(("None", "Balloon"), (("Harm", ("Not known.", "Too few to tell.")),))
    assert texts(grid_lines(grid, 60))[1].split() == ["None", "Balloon"]
    assert texts(grid_lines(grid, 36)) == [
        "Harm", "None:", "  Not known.", "Balloon:", "  Too few to tell.",
    ]  # fmt: skip


def test_the_top_line_keeps_the_place_when_it_is_narrow() -> None:
    place = Position("CCSVI procedures and MS", "step 9 of about 24", "9 of about 24")
    assert texts((banner(place, 76),))[0].startswith("CCSVI procedures and MS  ")
    assert texts((banner(place, 76),))[0].endswith("  step 9 of about 24")
    assert texts((banner(place, 36),))[0] == "CCSVI procedures and…  9 of about 24"
    assert banner(place, 36).width == 36


def test_keys_fill_few_lines_of_about_the_same_length() -> None:
    keys = tuple(Key("k", "does this", str(n)) for n in range(8))
    assert [len(row) for row in place_keys(keys, 76)] == [4, 4]


@pytest.mark.parametrize("width", [36, 38, 58, 76, 100])
def test_every_key_of_the_bar_is_drawn_whole_in_its_place(width: int) -> None:
    keys = tuple(Key(one, says, one) for one, says in KEYS_OF_A_QUESTION)
    rows = place_keys(keys, width)
    drawn = [place for row in rows for place in row]
    assert drawn == list(range(len(keys)))
    for row in rows:
        assert sum(keys[place].width for place in row) + 2 * (len(row) - 1) <= width


KEYS_OF_A_QUESTION = (
    ("enter", "go on"), ("←", "back"), ("p", "pass over"), ("x", "stop and print"),
    ("u", "urgent help"), ("o", "overview"), ("w", "words"), ("s", "sources"), ("?", "keys"),
)  # fmt: skip


def test_text_is_never_markup_nor_an_escape() -> None:
    hostile = "[bold]x[/] [@click=app.exit]y[/z] \x1b[2J\x9b2J \u202e"
    page = Page("", hostile, (Prose("text", hostile),), (Row("a", hostile),))
    drawn = "\n".join(texts(lay_out(page, Choices.of(page), (76, 24), False)))
    assert drawn.count("[bold]x[/] [@click=app.exit]y[/z]") == 3
    assert not any(sign in drawn for sign in "\x1b\x9b\u202e")


async def test_a_text_box_leaves_the_page_where_it_was(tmp_path: Path) -> None:
    async with sitting_down(tmp_path, (120, 40)) as person:
        await person.go_to("hope")
        before = person.lines[0].index("CCSVI")
        person.visit.go_to("hope_words")
        person.screen.show()
        await person.until_sees("0 of 2,000")
        assert person.lines[0].index("CCSVI") == before


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", ("call 9", "For you, the counsellor")),
        ("fr", ("appelez maintenant", "Pour vous qui conseillez")),
    ],
)
@pytest.mark.parametrize("situation", ["had", "unsaid"])
@pytest.mark.parametrize(("who", "audience"), [("me", "patient"), ("supporter", "counsellor")])
async def test_warning_signs_begin_on_the_first_screenful_of_a_small_window(
    tmp_path: Path,
    language: str,
    says: tuple[str, str],
    situation: str,
    who: str,
    audience: Audience,
) -> None:
    place = str(tmp_path / "records")
    start = Start(place=place, audience=audience, keep=False, language=language)
    shipped = paths.questions()
    async with sitting_down(tmp_path, (40, 24), content=shipped, start=start) as person:
        while person.at != "welcome":
            await person.press("enter")
        person.visit.answers.update(country="unsaid", length="short", who=who, situation=situation)
        person.visit.go_to("signs")
        person.screen.act(partial(person.app.navigator.show, Go("question")))
        await person.pilot.pause()
        assert person.at == "question.signs"
        assert person.sees(says[0]) and person.sees("[ ] 1  ")
        await person.press("end")
        assert person.sees(says[1]) is (audience == "counsellor")


@pytest.mark.parametrize("size", [(80, 24), (40, 24)])
async def test_feeling_unwell_is_above_the_fold_of_the_welcome(tmp_path: Path, size: Size) -> None:
    async with sitting_down(tmp_path, size, content=paths.questions()) as person:
        while person.at != "welcome":
            await person.press("enter")
        assert person.sees("more below")
        await person.click("unwell now")
        assert person.at == "urgent"


async def test_a_reminder_does_not_move_the_list_and_more_below_can_be_clicked(
    tmp_path: Path,
) -> None:
    async with sitting_down(tmp_path, (80, 14), content=paths.questions()) as person:
        while person.at != "welcome":
            await person.press("enter")
        person.visit.answers.update(country="uk", length="short", situation="had")
        person.app.sitting.decided = True
        person.visit.go_to("signs")
        person.screen.act(partial(person.app.navigator.show, Go("question")))
        await person.pilot.pause()
        before = [line for line in person.lines if "Is any of this new" in line]
        person.screen.act(partial(person.app.navigator.choose, "nothing of the kind"))
        person.screen.sheet.say("Please choose at least one answer.")
        await person.pilot.pause()
        assert person.sees("!  Please choose at least one answer.")
        assert before and [line for line in person.lines if "Is any of this new" in line] == before
        await person.click("more below")
        assert person.screen.sheet.top > 0
        column = person.screen.sheet.region.right - 1
        assert {line[column] for line in person.lines[2:-4]} == {"█", "│"}
        await person.pilot.click(offset=(column, 2))
        assert person.screen.sheet.top == 0


@pytest.mark.parametrize("steps", [_to_first, _to_urgent, _to_question, _to_note, _to_words])
async def test_exactly_one_thing_looks_as_if_the_keys_were_on_it(
    tmp_path: Path, steps: Callable[[Person], Awaitable[None]]
) -> None:
    async with sitting_down(tmp_path) as person:
        await steps(person)
        for _ in range(12):
            await person.pilot.pause()
            on_page = sum("›" in line for line in person.lines)
            elsewhere = person.screen.foot.has_focus + person.screen.boxes.has_focus
            assert on_page + elsewhere == 1, "\n".join(person.lines)
            await person.press("tab")


@pytest.mark.parametrize("theme", COLOURS)
def test_the_button_with_the_keys_is_the_brightest_and_quiet_text_can_be_read(theme: str) -> None:
    drawn = styles(theme)

    def against_page(name: str) -> float:
        ground, page = drawn[name].bgcolor, drawn["ink"].bgcolor
        assert ground is not None and page is not None
        return contrast(ground, page)

    assert against_page("focus") > max(against_page("button"), against_page("at"))
    ink, soft = drawn["ink"], drawn["soft"]
    assert ink.color and soft.color and soft.bgcolor
    assert NEEDED[theme] <= contrast(soft.color, soft.bgcolor)
    assert contrast(soft.color, soft.bgcolor) < contrast(ink.color, soft.bgcolor)


def test_the_question_is_the_largest_and_what_supports_it_is_quieter() -> None:
    rows = (Row("a", "One", "one"), Row("b", "Two", "one"))
    page = Page("", "Which?", (Prose("text", "This helps us."),), rows)
    lines = lay_out(page, Choices.of(page), (60, 24), False)
    assert texts(lines)[:2] == ["Which?", "━━━━━━"]
    assert [style for line in lines for text, style in line.pieces if "helps" in text] == ["soft"]


def test_a_bar_shows_the_parts_that_are_done_where_one_is_and_what_is_to_come() -> None:
    stages = (Stage("Safety", "done"), Stage("Your hopes", "here"), Stage("Risks", "to_come"))
    assert way(stages) == ("■◆□ Your hopes", "■◆□")


async def test_the_lowest_lines_name_four_keys_and_more_and_urgent_help_stands_apart(
    tmp_path: Path,
) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("hope")
        assert person.sees("CCSVI procedures and MS") and person.sees("◆□□ Start and safety")
        names = [key.says for key in person.screen.foot.keys]
        assert names == ["choose", "go on", "back", "pass over", "more", "urgent help"]
        strip = person.screen._compositor.render_strips()[-1]
        urgent = next(one for one in strip if "urgent help" in one.text)
        assert urgent.style is not None and urgent.style == styles("dark")["urgent"]
        assert strip.text.rstrip().endswith("? more    u urgent help")


async def test_a_wide_window_has_the_parts_at_the_left_and_the_table_in_columns(
    tmp_path: Path,
) -> None:
    async with sitting_down(tmp_path, (120, 40)) as person:
        await person.go_to("largest_trial")
        await person.until_sees("□ Where you stand")
        left = [line[:28].strip() for line in person.lines if line[:28].strip()]
        assert left == ["■ Start and safety", "◆ What research found", "□ Where you stand"]
        await person.press("3")
        assert any("No procedure" in line and "Balloon" in line for line in person.lines)
        assert left == [line[:28].strip() for line in person.lines if line[:28].strip()]
        await person.resize((80, 24))
        assert not person.sees("□ Where you stand")
