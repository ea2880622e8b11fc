"""Another language in the middle of a visit: on the full screen nothing is lost by it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from decision_aid.look import Look, recall, recall_language, remember
from decision_aid.start import Start
from decision_aid.tui.themes import COLOURS
from tests.bilingual import make_bilingual
from tests.screens.sitting_down import NO_TRACE
from tests.small import small_text
from tests.tui.person import Person, sitting_down

LONG = "{item: Word by word this goes on until one has to scroll to read it to its very end.}"
QUESTIONS = f"""
- {{id: who, type: select_one, text: Who?, choices: [{{id: me, text: Me}}, {{id: you, text: You}}]}}
- {{id: hope, type: select_multiple, text: Hope?, most: 2,
   choices: [{{id: rest, text: Rest}}, {{id: walk, text: Walking}}, {{id: see, text: Sight}}]}}
- {{id: long, type: note, text: A long note, body: [{", ".join([LONG] * 30)}]}}
- {{id: age, type: number, text: How old?, most: 120}}
- {{id: far, type: number, text: How far?, most: 90, decimals: 1}}
- {{id: day, type: date, text: Which day?, least: 2026-01-01, most: 2026-12-31}}
- {{id: words, type: text, text: Words?}}
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(small_text(QUESTIONS), encoding="utf-8")
    return make_bilingual(path, behind="É, et ceci encore, pour que ce soit plus long.")


@asynccontextmanager
async def sitting_at(
    content: Path, question: str, start: Start = NO_TRACE, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Person]:
    async with sitting_down(content.parent, size=size, content=content, start=start) as person:
        await person.until(lambda: person.app.languages.is_loaded("fr"))
        await person.press("enter")
        await person.until_sees("Hello")
        await person.press("1")
        while person.visit.shown != question:
            person.visit.pass_over()
        person.screen.show()
        await person.pilot.pause()
        yield person


async def test_the_language_is_chosen_by_its_own_name_on_the_first_screen(content: Path) -> None:
    async with sitting_down(content.parent, content=content, start=NO_TRACE) as person:
        await person.until_sees("How do you want to read?")
        await person.press("2")  # dark letters on light
        await person.click("7  Français")
        await person.until_sees("Comment voulez-vous lire")
        assert person.app.theme == "light" and person.sees("(•) 2  Lettres sombres")
        await person.press("enter")
        await person.until_sees("Hello É")
        await person.click("English")
        await person.until_sees("This is a small aid.")
        assert not person.sees("É")


async def test_where_there_is_one_language_nobody_is_asked(content: Path) -> None:
    content.with_name("small.fr.yaml").unlink()
    async with sitting_down(content.parent, content=content, start=NO_TRACE) as person:
        await person.until_sees("How do you want to read?")
        await person.press("l", "f12", "question_mark")
        await person.until_sees("What else you can do")
        assert person.app.sitting.language == "en"
        assert not person.sees("Français") and not person.sees("English")


async def test_marks_stay_and_where_the_keys_are(content: Path) -> None:
    async with sitting_at(content, "hope") as person:
        await person.press("1", "3", "up", "l")
        await person.until_sees("Hope? É")
        assert person.screen.sheet.choices.marked == ["rest", "see"]
        here = person.screen.sheet.choices.here
        assert here is not None and here.id == "walk"
        await person.press("2")
        await person.until_sees("Nombre de choix faits : 2")
        await person.press("l")
        await person.until_sees("You have chosen 2")


async def test_text_in_a_box_stays_with_its_cursor_and_is_still_being_written(
    content: Path,
) -> None:
    async with sitting_at(content, "words") as person:
        await person.type("Will it all")
        await person.press("left", "left", "left", "f12")
        await person.until_sees("Words? É")
        await person.until_sees("caractères : 11 sur")
        assert person.sees("[ Continuer ]")
        await person.type("not l")  # letters are text
        assert person.screen.boxes.written == "Will it not lall"
        await person.press("tab", "enter")
        assert person.visit.answers["words"] == "Will it not lall"


async def test_a_number_that_was_refused_is_refused_in_the_language_spoken(content: Path) -> None:
    async with sitting_at(content, "age") as person:
        await person.type("999")
        await person.press("enter")
        await person.until_sees("Please write a number from 0 to 120.")
        await person.press("f12")
        await person.until_sees("How old? É")
        await person.until_sees("de 0 à 120")
        assert person.screen.boxes.written == "999"


@pytest.mark.parametrize(
    ("question", "english", "french"),
    [("far", "3.5", "3,5"), ("day", "1 November 2026", "1er novembre 2026")],
)
async def test_an_answer_that_stands_is_written_as_the_language_writes_it(
    content: Path, question: str, english: str, french: str
) -> None:
    async with sitting_at(content, question) as person:
        await person.type(english)
        await person.press("enter")
        await person.until(lambda: person.visit.shown != question)
        given = person.visit.answers[question]
        await person.press("f3")
        await person.until(lambda: person.visit.shown == question)
        assert person.screen.boxes.written == english
        await person.press("f12")
        await person.until(lambda: person.screen.boxes.written == french)
        await person.press("enter")
        await person.until(lambda: person.visit.shown != question)
        assert person.visit.answers[question] == given


async def test_one_reads_on_at_the_same_sentence(content: Path) -> None:
    async with sitting_at(content, "long", size=(40, 20)) as person:
        await person.press("pagedown", "pagedown")
        sheet = person.screen.sheet
        top, lines = sheet.top, len(sheet.lines)
        first = sheet.lines[top].text
        await person.press("l")
        await person.until_sees("É")
        assert len(sheet.lines) > lines, "it runs longer"
        assert sheet.lines[sheet.top].text == first
        await person.press("l")
        assert (sheet.top, len(sheet.lines)) == (top, lines)


async def test_what_lies_beneath_a_lookup_is_as_it_was_left(content: Path) -> None:
    async with sitting_at(content, "long", size=(40, 20)) as person:
        await person.press("pagedown", "pagedown")
        sheet = person.screen.sheet
        first = sheet.lines[sheet.top].text
        await person.press("w")
        await person.until_sees("Words explained")
        await person.press("l")
        await person.until_sees("Mots expliqués")
        await person.press("escape")
        await person.until(lambda: person.at == "question.long")
        assert person.sees("É") and sheet.lines[sheet.top].text == first


async def test_chosen_on_the_page_of_keys_it_leads_back_to_the_box(content: Path) -> None:
    async with sitting_at(content, "words") as person:
        await person.type("Will it")
        await person.press("f9")
        await person.click("Français")
        await person.until_sees("Words? É")
        assert (person.at, person.screen.boxes.written) == ("question.words", "Will it")
        assert person.sees("[ Continuer ]") and person.sees("caractères")


async def test_the_foot_bar_names_it_where_that_takes_no_line_more(content: Path) -> None:
    async with sitting_at(content, "who") as person:
        assert not person.sees("l Français") and person.screen.foot.height_wanted == 1
        await person.press("f12", "l")
        await person.resize((60, 24))
        assert person.sees("l Français") and person.screen.foot.height_wanted == 2
        await person.press("question_mark")
        await person.until_sees("6  Français")


async def test_a_passphrase_half_typed_stays(content: Path) -> None:
    start = Start(place=str(content.parent / "records"))
    async with sitting_down(content.parent, content=content, start=start) as person:
        await person.until(lambda: person.app.languages.is_loaded("fr"))
        await person.press("enter")
        await person.until_sees("Hello")
        await person.press("1")
        await person.until_sees("May this computer keep")
        await person.press("l")
        await person.until_sees("garder vos réponses")
        await person.press("2")
        await person.until_sees("phrase secrète")
        await person.type("four")
        await person.press("f12")
        await person.until_sees("Choose a passphrase")
        assert person.screen.boxes.written == "four"
        await person.press("enter")
        await person.until_sees("That has 4 characters,")
        await person.press("f12")
        await person.until_sees("Choisissez une phrase secrète")
        assert not person.sees("That has 4") and person.sees("!  ")


async def test_the_summary_is_read_on_in_the_other_language(content: Path) -> None:
    async with sitting_at(content, "who") as person:
        await person.press("x")
        await person.until_sees("Your summary is ready")
        await person.press("l")
        await person.until(lambda: person.app.sitting.language == "fr")
        await person.press("2")
        await person.until_sees("My summary É")
        await person.press("pagedown", "l")
        await person.until(lambda: person.app.sitting.language == "en")
        assert person.at == "summary.read" and person.screen.sheet.top > 0


async def test_how_much_is_not_translated_is_said_once(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(small_text(QUESTIONS), encoding="utf-8")
    make_bilingual(path, without=12)
    async with sitting_at(path, "who") as person:
        await person.press("l")
        await person.until_sees("encore en anglais : 12.")
        await person.press("l")
        await person.until_sees("Who?")
        await person.press("l")
        await person.until_sees("Who? É")
        assert not person.sees("encore en anglais")


# --- remembered ------------------------------------------------------------------------------


async def test_the_language_is_remembered_where_answers_are_kept(content: Path) -> None:
    records = str(content.parent / "records")
    async with sitting_at(content, "who", Start(keep=True, place=records)) as person:
        await person.press("1")
        await person.until(lambda: person.at == "question.who")
        await person.press("l")
        await person.until_sees("É")
        await person.until(lambda: recall_language(records) == "fr")


def test_line_by_line_remembers_a_language_and_no_colours(tmp_path: Path) -> None:
    from decision_aid.look import remember_language

    remember_language(str(tmp_path), "fr")
    assert (recall_language(str(tmp_path)), recall(str(tmp_path), COLOURS)) == ("fr", None)
    remember(str(tmp_path), Look("light", True, "fr"))
    remember_language(str(tmp_path), "en")
    assert recall(str(tmp_path), COLOURS) == Look("light", True, "en")
