"""Which languages there are and which is spoken, and the change from one to another in a visit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import pytest

from decision_aid.answers_file import load_answers
from decision_aid.conditions import Value
from decision_aid.languages import (
    Languages,
    OtherContent,
    choose_language,
    find_languages,
    language_of_system,
)
from decision_aid.line import Console, LineFace
from decision_aid.screens.navigator import Navigator
from decision_aid.screens.sitting import Sitting
from decision_aid.visit import Visit
from tests.bilingual import languages_of, make_bilingual
from tests.conftest import clock
from tests.screens.recorder import Recorder, take_step, walk
from tests.screens.sitting_down import NO_TRACE, begin
from tests.small import small_text
from tests.test_faces_agree import PATIENTS, TALL, line_typed, way_of
from tests.tui.person import sitting_down

Answers = Mapping[str, Value | None]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(small_text(), encoding="utf-8")
    return make_bilingual(path)


# --- which there are, and which is spoken ----------------------------------------------------


def test_a_language_is_there_where_both_the_content_and_the_engine_have_it(content: Path) -> None:
    content.with_name("small.de.yaml").write_text("")  # the engine does not speak it
    content.with_name("other.en.yaml").write_text("")
    assert find_languages(content) == ("en", "fr")


@pytest.mark.parametrize(
    ("written", "there"),
    [
        ("language: fr # remark", ("fr",)),
        ('"language": "en"', ("en", "fr")),
        ("{language: en}", ("",)),
        ("", ("",)),
    ],
)
def test_the_contents_own_language_comes_first(
    content: Path, written: str, there: tuple[str, ...]
) -> None:
    content.write_text(written)
    assert find_languages(content) == there


def test_without_a_file_there_is_nothing_to_choose(tmp_path: Path) -> None:
    assert find_languages(tmp_path / "no folder" / "none.yaml") == ("",)


@pytest.mark.parametrize(
    ("set_to", "language"),
    [
        ({"LANG": "fr_CA.UTF-8"}, "fr-CA"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "fr_FR@euro", "LC_MESSAGES": ""}, "fr-FR"),
        ({"LANG": "fr_CA.UTF-8", "LC_MESSAGES": "en_CA.UTF-8"}, "en-CA"),
        ({"LANG": "fr_CA.UTF-8", "LC_MESSAGES": "fr_CA", "LC_ALL": "C.UTF-8"}, ""),
        ({"LANG": "POSIX"}, ""),
        ({"LANG": "\x1b[2J"}, ""),
        ({}, ""),
    ],
)
def test_the_system_says_its_language(set_to: Mapping[str, str], language: str) -> None:
    assert language_of_system(set_to) == language


@pytest.mark.parametrize(
    ("there", "wishes", "chosen"),
    [
        (("en", "fr"), ("fr-CA",), "fr"),
        (("en", "fr-CA"), ("fr",), "fr-CA"),
        (("en", "fr", "fr-CA"), ("fr-CA",), "fr-CA"),
        (("en", "fr"), ("", "fr", "en"), "fr"),
        (("en", "fr"), ("de", "fr"), "fr"),
        (("fr", "en"), ("de", ""), "fr"),
        (("",), ("fr",), ""),
    ],
)
def test_the_first_wish_that_can_be_met_is_chosen(
    there: Sequence[str], wishes: Sequence[str], chosen: str
) -> None:
    assert choose_language(there, *wishes) == chosen


def test_content_that_was_changed_meanwhile_is_no_other_language_of_it(content: Path) -> None:
    languages = languages_of(content)
    languages.take("en")
    content.write_text(content.read_text().replace("text: Me", "text: Myself"))
    with pytest.raises(OtherContent):
        languages.take("fr")


# --- every patient, in another language at every step ----------------------------------------


@pytest.fixture(scope="module")
def both(bilingual: Path) -> Languages:
    """The shipped aid in English and in a made-up French."""
    languages = languages_of(bilingual)
    languages.load_all()
    return languages


def seen(navigator: Navigator) -> tuple[object, ...]:
    """What a page is but for its words."""
    page, visit = navigator.page, navigator.sitting.begun
    rows = [(row.id, row.mark, [one.id for one in row.answers]) for row in page.rows]
    written = page.entry and page.entry.text
    place = (navigator.at, visit.shown, page.at, len(page.parts), page.sources, page.keys)
    return (*place, rows, page.marked, written, dict(visit.answers))


def in_turn(navigator: Navigator, change: Callable[[], None]) -> None:
    """Change the language: all is where it was, in other words."""
    before, language, told = seen(navigator), navigator.sitting.language, navigator.page
    change()
    assert navigator.sitting.language == {"en": "fr", "fr": "en"}[language]
    assert seen(navigator) == before
    assert navigator.page.heading != told.heading or navigator.page.stages != told.stages


def expected_of(both: Languages, answers: Answers, folder: Path) -> tuple[Sequence[str], Answers]:
    """The names of the pages in English alone, and the answers at the end."""
    navigator, recorder = begin(folder, aid=both.take("en")), Recorder()
    walk(navigator, answers, recorder)
    return recorder.names, dict(navigator.sitting.begun.answers)


def without_repeats(names: Sequence[str]) -> Sequence[str]:
    return [name for place, name in enumerate(names) if place == 0 or names[place - 1] != name]


@pytest.mark.parametrize("patient", PATIENTS, ids=lambda path: path.stem)
def test_at_every_step_the_language_changes_and_nothing_else(
    patient: Path, both: Languages, tmp_path: Path
) -> None:
    answers = load_answers(patient, both.take("en"))
    visit = Visit(both.take("en"), clock)
    navigator = Navigator(Sitting(tmp_path, NO_TRACE, visit, languages=both))
    navigator.choose(f"way:{answers.get('length') or 'short'}")
    names = [navigator.at]
    while not navigator.at.startswith("summary"):
        in_turn(navigator, partial(navigator.press, "language"))
        take_step(navigator, answers)
        names.append(navigator.at)
    in_turn(navigator, partial(navigator.press, "language"))
    expected, given = expected_of(both, answers, tmp_path)
    assert (without_repeats(names), dict(visit.answers)) == (without_repeats(expected), given)


@pytest.mark.parametrize("patient", PATIENTS, ids=lambda path: path.stem)
def test_line_by_line_too(patient: Path, both: Languages, tmp_path: Path) -> None:
    answers, names, lines = load_answers(patient, both.take("en")), list[str](), list[str]()

    def ask(_prompt: str) -> str:
        navigator = face.navigator
        if navigator.at == "welcome":
            return way_of(navigator.page, answers)
        if lines[-1:] != ["/l"]:
            before.append((navigator.sitting.language, seen(navigator)))
            lines.append("/l")
            return "/l"
        language, was = before[-1]
        assert (navigator.sitting.language != language, seen(navigator)) == (True, was)
        names.append(navigator.at)
        if navigator.at.startswith("summary"):
            raise EOFError
        lines.append(line_typed(navigator, answers))
        return lines[-1]

    before: list[tuple[str, tuple[object, ...]]] = []
    visit = Visit(both.take("en"), clock)
    face = LineFace(visit, Console(ask, lambda _line: None, 72), NO_TRACE, tmp_path, both)
    face.run()
    expected, given = expected_of(both, answers, tmp_path)
    assert (without_repeats(names), dict(visit.answers)) == (without_repeats(expected), given)


@pytest.mark.parametrize("patient", PATIENTS, ids=lambda path: path.stem)
async def test_on_the_full_screen_too(
    patient: Path, both: Languages, bilingual: Path, tmp_path: Path
) -> None:
    answers, names = load_answers(patient, both.take("en")), list[str]()
    async with sitting_down(tmp_path, size=TALL, content=bilingual, start=NO_TRACE) as person:
        navigator, screen = person.app.navigator, person.screen
        await person.until(lambda: person.app.languages.is_loaded("fr"))
        await person.press("enter")
        await person.press(way_of(navigator.page, answers))
        await person.until(lambda: person.at.startswith("question"))
        names.append(person.at)
        while not person.at.startswith("summary"):
            in_turn(navigator, partial(screen.act, partial(navigator.press, "language")))
            drawn = " ".join(line.text for line in screen.sheet.lines)
            assert navigator.page.heading.split()[-1] in drawn
            screen.act(partial(take_step, navigator, answers))
            names.append(person.at)
        given = dict(person.visit.answers)
    assert (without_repeats(names), given) == tuple(
        (without_repeats(one) if isinstance(one, list) else one)
        for one in expected_of(both, answers, tmp_path)
    )
