"""The engine speaks French wherever it speaks: all of it, and nothing but French."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from decision_aid.answers_file import load_answers
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.report.editions import EDITIONS
from decision_aid.report.formats import FORMATS
from decision_aid.screens.page import Page
from decision_aid.summary.models import StaffSummary, Summary
from decision_aid.summary.patient import make_summary
from decision_aid.summary.staff import make_staff_summary
from decision_aid.words import Words, words
from tests import papers
from tests.conftest import ON
from tests.screens.recorder import take_step
from tests.screens.sitting_down import NO_TRACE
from tests.test_faces_agree import TALL, pages_by_line
from tests.tui.person import sitting_down

ENGLISH, FRENCH = words("en"), words("fr")
SECOND = Path(__file__).parent / "second_aid"

PARTS = (
    "commands",
    "screens",
    "lines",
    "lines_for_two",
    "web",
    "counsel",
    "records",
    "preview",
    "translation",
    "serve",
)
ALIKE = {
    "paper.corner",
    "paper.session",
    "paper.situation",
    "paper.sources",
    "paper.version",
    "place_of_question",
    "records.cover_heads.0",
    "records.cover_heads.5",
    "records.left_out_heads.0",
    "records.left_out_heads.5",
    "screens.bar_notes",
    "screens.bar_sources",
    "screens.key_tab",
}
"""What is said with the same letters in both languages."""

SIGNS = {"quotes", "colon", "semicolon"}
"""Signs and no words."""


def texts_of(ours: Words) -> Mapping[str, str]:
    """Every text of the engine by the place where it stands."""
    return dict(_texts("", ours))


def _texts(place: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield from _texts(f"{place}.{name}", one)
    elif isinstance(value, tuple):
        for at, one in enumerate(value):
            yield from _texts(f"{place}.{at}", one)
    elif type(value).__module__.startswith("decision_aid.words"):
        for name in dir(value):
            if not name.startswith("_") and name not in SIGNS:
                yield from _texts(f"{place}.{name}".lstrip("."), getattr(value, name))


IN_ENGLISH, IN_FRENCH = texts_of(ENGLISH), texts_of(FRENCH)


def gaps(text: str) -> list[str]:
    """The placeholders, with the way in which each is written."""
    return sorted(
        f"{name}!{written}"
        for _, name, _, written in string.Formatter().parse(text)
        if name is not None
    )


# --- the catalogue ---


def test_every_text_stands_in_french() -> None:
    """A class that derives from the English one says in English what it leaves out."""
    assert len(IN_ENGLISH) > 400
    assert IN_FRENCH.keys() == IN_ENGLISH.keys()
    same = {place for place, text in IN_ENGLISH.items() if text and IN_FRENCH[place] == text}
    with_words = {one for one in same if re.search("[a-z]{2}", _without_gaps(IN_ENGLISH[one]))}
    assert with_words - _keys_alike() == ALIKE


def _without_gaps(text: str) -> str:
    return re.sub(r"\{[^}]*\}", "", text)


def _keys_alike() -> set[str]:
    """Letters and keys that have the same name, and what a page of keys leads to."""
    return {one for one in IN_ENGLISH if re.search(r"\.(keys|more)\.\d+\.0$", one)}


@pytest.mark.parametrize("part", PARTS)
def test_no_field_is_left_to_english(part: str) -> None:
    english, french = type(getattr(ENGLISH, part)), type(getattr(FRENCH, part))
    said = {name for name in vars(french) if not name.startswith("_")}
    asked = {name for name in vars(english) if not name.startswith("_")}
    assert said == asked


def test_each_text_has_the_gaps_of_its_english() -> None:
    differ = {
        place: (gaps(text), gaps(IN_FRENCH[place]))
        for place, text in IN_ENGLISH.items()
        if gaps(text) != gaps(IN_FRENCH[place])
    }
    assert differ == {}


WRONG = {
    "a straight quotation mark": re.compile(r'"'),
    "a straight apostrophe": re.compile(r"[^\W\d_]'\w"),
    "an English quotation mark": re.compile("[“”]"),
    "a space where a line could end before a sign": re.compile(r" [:;?!»]|« "),
    "no space before a sign": re.compile(
        r"[^\W\d_}»)\]][;?!»]|[^\W\d_})»](?<!postgresql):(?!//)|«(?!\u00a0)"
    ),
    "a space or a hyphen that the font lacks": re.compile("[\u202f\u2011]"),
    "English": re.compile(
        r"\b(the|and|you|your|of|is|are|it|this|that|with|for|not|be|was|please|there)\b", re.I
    ),
    "tu": re.compile(r"\b(tu|toi|ton|tes)\b", re.I),
}


@pytest.mark.parametrize("fault", WRONG)
def test_it_is_written_as_french_is(fault: str) -> None:
    found = {
        place: text
        for place, text in IN_FRENCH.items()
        if WRONG[fault].search(re.sub(r"(?<=\{)[^}]*(?=\})|`[^`]*`|--\w+", "", text))
    }
    assert found == {}


SHORT = re.compile(r"screens\.(bar_|key_)|cover_heads|left_out_heads|heads\.|\.at_start|\.at_end")


@pytest.mark.parametrize("place", [one for one in IN_ENGLISH if SHORT.search(one)])
def test_what_stands_in_a_bar_or_over_a_column_stays_short(place: str) -> None:
    """On 40 columns each letter counts."""
    assert len(IN_FRENCH[place]) <= max(1.3 * len(IN_ENGLISH[place]), len(IN_ENGLISH[place]) + 4)


def test_the_letters_are_the_same_keys() -> None:
    for english, french in (
        (ENGLISH.screens.keys, FRENCH.screens.keys),
        (ENGLISH.lines.keys, FRENCH.lines.keys),
        (ENGLISH.lines_for_two.keys, FRENCH.lines_for_two.keys),
    ):
        letters = [key for key, _ in english if len(key) == 1]
        assert [key for key, _ in french if len(key) == 1] == letters
    for place in ("lines.opening", "lines.can_skip", "screens.can_skip", "lines.not_known"):
        alone = re.compile(r"(?<![\w’'])[bhpux](?![\w’'])")
        assert alone.findall(IN_FRENCH[place]) == alone.findall(IN_ENGLISH[place]), place


def test_urgent_help_names_the_same_numbers_and_as_many_signs() -> None:
    for place in ("screens.urgent_title", "screens.urgent_numbers"):
        assert re.findall(r"\d+", IN_FRENCH[place]) == re.findall(r"\d+", IN_ENGLISH[place])
    assert len(FRENCH.screens.urgent_signs) == len(ENGLISH.screens.urgent_signs)


# --- how it is said ---


def test_a_country_may_be_named_with_the_language() -> None:
    assert words("fr-CA") is not ENGLISH
    assert words("fr-CA").screens.finish == words("fr").screens.finish == "Terminer"
    assert words("en-GB").screens.finish == words("xx").screens.finish == "Finish"


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2026, 11, 1), "1er novembre 2026"),
        (date(2026, 8, 2), "2 août 2026"),
        (date(2026, 12, 31), "31 décembre 2026"),
    ],
)
def test_a_day(on: date, said: str) -> None:
    assert FRENCH.day(on) == said


def test_several_days_name_their_month_once() -> None:
    days = [date(2026, 11, 1), date(2026, 11, 27), date(2027, 2, 1)]
    assert FRENCH.days(days[:2]) == "1er et 27 novembre 2026"
    assert FRENCH.days(days) == "1er et 27 novembre 2026, et le 1er février 2027"


def test_several_days_share_a_plural_article_and_one_day_has_its_own() -> None:
    one, other = date(2026, 11, 20), date(2026, 11, 27)
    assert FRENCH.evidence_read((one,)) == "Études lues le 20 novembre 2026."
    assert FRENCH.evidence_read((one, other)) == "Études lues les 20 et 27 novembre 2026."
    read = FRENCH.joined(["Pages lues le ", FRENCH.days((one, other)), "."])
    assert read == "Pages lues les 20 et 27 novembre 2026."
    months = FRENCH.days((date(2026, 10, 3), one, other))
    assert months == "3 octobre 2026, et les 20 et 27 novembre 2026"


def test_a_moment() -> None:
    assert FRENCH.moment(datetime(2026, 11, 1, 14, 5)) == "1er novembre 2026 à 14\u00a0h\u00a005"


def test_numbers() -> None:
    assert [FRENCH.number(one) for one in (0, 1, 999, 18201)] == ["0", "1", "999", "18\u00a0201"]
    assert [FRENCH.decimal(one) for one in (3, 5.25)] == ["3,0", "5,2"]
    assert (ENGLISH.number(18201), ENGLISH.decimal(3)) == ("18,201", "3.0")


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        (["a"], "a"),
        (["a", "b"], "a et b"),
        (["a", "b", "c"], "a, b et c"),
        (["une crise ou un malaise", "de la fièvre"], "une crise ou un malaise, et de la fièvre"),
    ],
)
def test_the_last_of_several_stands_after_et(said: list[str], listed: str) -> None:
    assert FRENCH.listed(said) == listed


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["Un ballonnet", "Un stent"], "Un ballonnet et un stent"),
        (["La vidéo", "L’attente", "Les soins"], "La vidéo, l’attente et les soins"),
        (["Vidéo", "Unité de soins"], "Vidéo et Unité de soins"),
    ],
)
def test_options_of_which_the_same_is_said(options: list[str], named: str) -> None:
    assert FRENCH.options_alike(options) == named


def test_what_somebody_says_stands_between_guillemets() -> None:
    assert (
        FRENCH.said_of("Le Conseil", FRENCH.quoted("Oui."))
        == "Le Conseil\u00a0: «\u00a0Oui.\u00a0»"
    )
    assert ENGLISH.said_of("The Council", ENGLISH.quoted("Yes.")) == "The Council: “Yes.”"


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_count_stands_after_its_name_so_that_none_and_one_are_right(count: int) -> None:
    """In French 0 and 1 are singular: a noun behind the number would be wrong for one of them."""
    records, screens = FRENCH.records, FRENCH.screens
    assert records.left_out.format(count=count) == f"Laissés de côté\u00a0: {count}"
    assert screens.characters.format(count=count, limit=9) == f"caractères\u00a0: {count} sur 9"
    assert not re.search(rf"{count} [a-z]", screens.left_not_kept.format(count=count))


# --- an aid that says that it is French ---


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second aid, whose own texts stay English, in a file that says it is French."""
    path: Path = tmp_path_factory.mktemp("french") / "questions.yaml"
    english = (SECOND / "questions.yaml").read_text()
    assert "\nlanguage: en\n" in english
    path.write_text(english.replace("\nlanguage: en\n", "\nlanguage: fr\n"))
    return path


@pytest.fixture(scope="module")
def second(content: Path) -> DecisionAid:
    return load(content)


def engine_english() -> list[str]:
    """What the engine says in English: whole pieces between gaps, of two words or more."""
    pieces = {
        piece.strip()
        for place, text in IN_ENGLISH.items()
        for piece in re.split(r"\{[^}]*\}", text)
        if IN_FRENCH[place] != text and re.search(r"\w{2,}\W+\w{2,}", piece)
    }
    return sorted(pieces)


def single_words() -> set[str]:
    """What the engine says in English in one word, such as on a button."""
    return {
        text
        for place, text in IN_ENGLISH.items()
        if IN_FRENCH[place] != text and re.fullmatch(r"[^\W\d_]{3,}\.?", text)
    }


def english_in(told: str, own: str) -> list[str]:
    """The English of the engine in what was told, but for what the aid itself says."""
    folded, own = " ".join(told.split()), " ".join(own.split())
    return [one for one in engine_english() if one in folded and one not in own]


def test_the_engines_english_would_be_noticed() -> None:
    assert english_in("Choose all that fit.", "") == ["Choose all that fit."]
    assert "Finish" in single_words()


def page_texts(page: Page) -> list[str]:
    rows = [text for row in page.rows for text in (row.text, row.beside)]
    return [page.where, page.count, page.heading, page.notice, page.kept, *rows]


def test_it_is_walked_line_by_line_without_a_word_of_english(
    content: Path, second: DecisionAid, tmp_path: Path
) -> None:
    told: list[str] = []
    pages = pages_by_line(
        second, load_answers(SECOND / "answers.yaml", second), tmp_path, told.append
    )
    assert pages[-1][0].startswith("summary"), "it was walked to its end"
    assert english_in("\n".join(told), content.read_text()) == []
    assert FRENCH.screens.summary_title in "\n".join(told)
    said = {text for _, page in pages for text in page_texts(page)}
    assert said & single_words() == set()


async def test_it_is_walked_on_the_full_screen_without_a_word_of_english(
    content: Path, second: DecisionAid, tmp_path: Path
) -> None:
    answers, seen = load_answers(SECOND / "answers.yaml", second), list[str]()
    async with sitting_down(tmp_path, size=TALL, content=content, start=NO_TRACE) as person:
        navigator, screen = person.app.navigator, person.screen
        await person.press("enter")
        await person.until(lambda: person.at == "welcome")
        await person.pilot.pause()
        seen += person.lines
        await person.press("1")
        while not person.at.startswith("summary"):
            await person.until(lambda: screen.is_laid_out)
            await person.pilot.pause()
            seen += person.lines
            screen.act(lambda: take_step(navigator, answers))
        await person.pilot.pause()
        seen += person.lines
    words_seen = {word for line in seen for word in re.split(r"\s{2,}|[│—─]+", line)}
    assert english_in("\n".join(seen), content.read_text()) == []
    assert words_seen & single_words() == set()
    assert FRENCH.screens.bar_urgent in "\n".join(seen)


@pytest.mark.parametrize("form", FORMATS)
def test_it_is_printed_without_a_word_of_english(
    form: str, content: Path, second: DecisionAid
) -> None:
    answers = load_answers(SECOND / "answers.yaml", second)
    made: Mapping[str, Summary | StaffSummary] = {
        "patient": make_summary(second, answers, ON),
        "staff": make_staff_summary(second, answers, ON, with_words=True),
    }
    for name, edition in EDITIONS.items():
        if not FORMATS[form].takes(edition):
            continue
        told = readable(papers.rendered(made[edition.kind], form, edition=name))
        assert english_in(told, content.read_text()) == [], name
        assert "“" not in told.replace("“Je”", ""), name


def readable(data: bytes) -> str:
    if data.startswith(b"%PDF-"):
        return " ".join(papers.pages(data))
    return re.sub(r"<style>.*?</style>|<[^>]+>", " ", data.decode(), flags=re.S)
