"""Numbers and days: read as people write them, refused kindly, kept alike in every language."""

from __future__ import annotations

import itertools
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from decision_aid.answers_file import load_answers
from decision_aid.check.output import answers_file, as_json
from decision_aid.check.proof.screen_words import words_on
from decision_aid.check.proof.states import States
from decision_aid.check.proof.texts_shown import Saying
from decision_aid.check.proof.weighing import Weighing
from decision_aid.check.run import CheckResult
from decision_aid.conditions import Answers, Value, parse_condition
from decision_aid.content import DecisionAid, InvalidAnswer
from decision_aid.content.faults import Fault, InvalidContent
from decision_aid.content.load import load
from decision_aid.interview import conduct_interview, shown_texts
from decision_aid.measures import lies_between
from decision_aid.record import ContentVersion, Records
from decision_aid.start import Start
from decision_aid.visit import Visit
from decision_aid.words import words
from tests import papers
from tests.by_line import hear
from tests.conftest import clock
from tests.small import small_aid, small_text
from tests.tui.person import Person, sitting_down

ASKED = """\
- {id: weight, type: number, decimals: 1, least: 30, most: 250.5, example: 72.5, unit: kg,
   text: What do you weigh?}
- {id: steps, type: number, least: -10, most: 20000, text: How many?}
- {id: seen, type: date, least: 1950-01-01, most: 2026-12-31, example: 1987-03-24, text: When?}
- {id: pain, type: scale, least_means: no pain, most_means: the worst pain, text: How bad?}
- {id: heavy, type: note, text: Heavy, body: [So.], when: {weight: {at_least: 80.5}}}
- {id: lately, type: note, text: Lately, body: [So.], when: {seen: {after: 2025-12-31}}}
"""
SUMMARY = """\
summary:
  title: Mine
  urgent_first: {pain: {at_least: 9}}
  blocks:
    - {id: told, heading: Told, side: 1,
       passages: ["Weight: {weight}. Seen: {seen}.", "Pain: {pain}."]}
  fill_in: [My nurse]
  passed_over: Passed over
"""


@pytest.fixture
def english(tmp_path: Path) -> DecisionAid:
    return small_aid(tmp_path, ASKED, summary=SUMMARY)


@pytest.fixture
def french(tmp_path: Path) -> DecisionAid:
    text = small_text(ASKED, summary=SUMMARY).replace("language: en", "language: fr")
    path = tmp_path / "en_francais.yaml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def refused(visit: Visit, name: str, typed: str) -> str:
    """What is said to that; what is held stays as it was."""
    with pytest.raises(InvalidAnswer) as refusal:
        visit.answer([typed], at=name)
    assert name not in visit.answers
    return visit.words.refusal(refusal.value)


# --- as people write them --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "in_english", "in_french"),
    [
        ("72", "72", "72"),
        (" +72 ", "72", "72"),
        ("72.5", "72.5", "72.5"),
        ("72,5", None, "72.5"),
        ("1.500", "1.5", None),  # in French it could be one and a half thousand
        ("1,500", None, "1.5"),  # in English too, and who writes it may mean one and a half
        ("0.125", "0.125", "0.125"),
        ("1500.125", "1500.125", "1500.125"),
        ("1 500", "1500", "1500"),
        ("1\u202f500,5", None, "1500.5"),
        (".5", "0.5", "0.5"),
        (",5", None, "0.5"),
        ("72.", "72", "72"),
        ("\u22123", "-3", "-3"),
        ("٣", "3", "3"),
        ("-0", "0", "0"),
        ("007", "7", "7"),
        ("", None, None),
        ("+", None, None),
        ("1 50", None, None),
        ("1.2.3", None, None),
        ("1,000,000", None, None),
        ("1e400", None, None),
        ("nan", None, None),
        ("inf", None, None),
        ("5²", None, None),
        ("72 or so", None, None),
    ],
)
def test_a_number_is_read_by_its_language_where_nothing_else_can_be_meant(
    typed: str, in_english: str | None, in_french: str | None
) -> None:
    assert words("en").number_in(typed) == in_english
    assert words("fr").number_in(typed) == in_french


@pytest.mark.parametrize(
    ("typed", "in_english", "in_french"),
    [
        ("3 May 1962", "1962-05-03", None),
        ("3rd of may, 1962", "1962-05-03", None),
        ("May 3, 1962", "1962-05-03", None),
        ("Sept. 9 1962", "1962-09-09", "1962-09-09"),
        ("3 mai 1962", None, "1962-05-03"),
        ("1er août 1962", None, "1962-08-01"),
        ("le 2 fevr. 1962", None, "1962-02-02"),
        ("1962-05-03", "1962-05-03", "1962-05-03"),
        ("1962/5/3", "1962-05-03", "1962-05-03"),
        ("3-May-1962", "1962-05-03", None),
        ("3/5/1962", None, "1962-05-03"),  # in English the third of May or the fifth of March
        ("13/5/1962", "1962-05-13", "1962-05-13"),
        ("5/13/1962", "1962-05-13", None),
        ("5.5.1962", "1962-05-05", "1962-05-05"),
        ("30 February 1962", None, None),
        ("29 February 2024", "2024-02-29", None),
        ("29 February 2023", None, None),
        ("30/2/1962", None, None),
        ("3 jui 1962", None, None),  # juin or juillet
        ("3 May 62", None, None),
        ("May 1962", None, None),
        ("1962", None, None),
        ("last spring", None, None),
    ],
)
def test_a_day_is_read_by_its_language_where_no_other_can_be_meant(
    typed: str, in_english: str | None, in_french: str | None
) -> None:
    for language, day in (("en", in_english), ("fr", in_french)):
        found = words(language).day_in(typed)
        assert (None if found is None else str(found)) == day


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_day_is_read_as_it_is_said(language: str) -> None:
    first = date(2024, 1, 1)  # a leap year has every day that there is
    for one in (first + timedelta(n) for n in range(366)):
        assert words(language).day_in(words(language).day(one)) == one


# --- taken and refused -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("weight", "72.5", 72.5),
        ("weight", "72.5 kg", 72.5),
        ("weight", "250.50KG", 250.5),
        ("steps", "-10", -10),
        ("steps", "20 000", 20000),
        ("seen", "1 January 1950", date(1950, 1, 1)),
        ("pain", "0", 0),
        ("pain", "10", 10),
    ],
)
def test_what_lies_within_the_bounds_is_taken(
    english: DecisionAid, name: str, typed: str, value: Value
) -> None:
    visit = Visit(english, clock)
    visit.answer([typed], at=name)
    assert visit.answers[name] == value


SUCH_AS = "such as 24 March 1987."
MONTH_UNSURE = "We are not sure of the month: please write it"
YEAR_UNSURE = "We are not sure of the year: please write it"


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("weight", "72,5", "Please write it with a point and without a comma, such as 1.5."),
        ("weight", "72.55", "Please round it to this many digits after the point: 1."),
        ("weight", "29.9", "Please write a number from 30 to 250.5."),
        ("weight", "much", "Please write a number from 30 to 250.5."),
        ("weight", "9" * 39, "Please write a number from 30 to 250.5."),
        ("weight", "1e400", "Please write a number from 30 to 250.5."),
        ("weight", "nan", "Please write a number from 30 to 250.5."),
        ("weight", "", "Please write a number from 30 to 250.5."),
        ("steps", "1.5", "Please write a whole number from -10 to 20000."),
        ("steps", "20,000", "Please write a whole number from -10 to 20000."),
        ("steps", "-11", "Please write a number from -10 to 20000."),
        ("pain", "11", "Please write a number from 0 to 10."),
        ("pain", "-1", "Please write a number from 0 to 10."),
        ("pain", "7.5", "Please write a whole number from 0 to 10."),
        (
            "seen",
            "30 February 2020",
            "We cannot find that day in the calendar: please write it like 24 March 1987.",
        ),
        ("seen", "3/5/2020", f"{MONTH_UNSURE} as a word, {SUCH_AS}"),
        ("seen", "3 May 85", f"{YEAR_UNSURE} with four digits, {SUCH_AS}"),
        ("seen", "May 3 '85", f"{YEAR_UNSURE} with four digits, {SUCH_AS}"),
        ("seen", "3/5/85", f"{YEAR_UNSURE} with four digits, {SUCH_AS}"),
        ("seen", "May 2024", f"The day is missing: please write it too, {SUCH_AS}"),
        ("seen", "5/2024", f"The day is missing: please write it too, {SUCH_AS}"),
        ("seen", "3 May", f"The year is missing: please write it too, {SUCH_AS}"),
        ("seen", "3/5", f"The year is missing: please write it too, {SUCH_AS}"),
        ("seen", "2024", f"Please write the day, the month and the year, {SUCH_AS}"),
        ("seen", "last spring", f"Please write the day, the month and the year, {SUCH_AS}"),
        ("seen", "1 January 2027", "Please write a date from 1 January 1950 to 31 December 2026."),
    ],
)
def test_what_is_not_taken_is_answered_with_what_would_be(
    english: DecisionAid, name: str, typed: str, said: str
) -> None:
    assert refused(Visit(english, clock), name, typed) == said


def test_in_french_it_is_refused_in_french(french: DecisionAid) -> None:
    visit = Visit(french, clock)
    assert refused(visit, "weight", "1.500") == (
        "Écrivez-le avec une virgule et sans point, comme 1,5, s’il vous plaît."
    )
    such_as = "comme 24 mars 1987, s’il vous plaît."
    assert refused(visit, "seen", "31 avril 2020").endswith(such_as)
    for typed, said in (
        ("3 jui 1962", "Nous ne sommes pas sûrs du mois :"),
        ("3 mai 85", "Nous ne sommes pas sûrs de l’année :"),
        ("mai 2024", "Il manque le jour :"),
        ("le 3 mai", "Il manque l’année :"),
        ("l’an dernier", "Écrivez le jour, le mois et l’année, comme 24 mars 1987"),
    ):
        assert refused(visit, "seen", typed).startswith(said)
        assert refused(visit, "seen", typed).endswith(such_as)


# --- in a file of answers --------------------------------------------------------------------


@pytest.mark.parametrize(
    "written", ["1987-03-24", '"1987-03-24"', "24 March 1987", "March 24, 1987", "24/3/1987"]
)
def test_a_file_of_answers_takes_a_day_as_people_write_it(
    written: str, english: DecisionAid, tmp_path: Path
) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(f"seen: {written}\nweight: 72.5 kg\n", encoding="utf-8")
    assert load_answers(path, english) == {"seen": date(1987, 3, 24), "weight": 72.5}


@pytest.mark.parametrize("written", ["3/5/1987", "May 1987", "[7]", "1949-12-31", "1987-02-30"])
def test_a_file_of_answers_says_which_day_it_would_take(
    written: str, english: DecisionAid, tmp_path: Path
) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(f"seen: {written}\n", encoding="utf-8")
    with pytest.raises(InvalidContent) as faulty:
        load_answers(path, english)
    (fault,) = faulty.value.faults
    assert fault.mend == "Write it such as 1987-03-24, or as people write it: 24 March 1987."
    assert written not in str(fault)


# --- where it is drawn -----------------------------------------------------------------------


def test_line_by_line_it_is_told_what_is_taken_and_refused(english: DecisionAid) -> None:
    visit = Visit(english, clock)
    told = hear(visit, "much", "81.5 kg", "7", "30 February 2020", "24 March 2026", "x")
    assert visit.answers == {"weight": 81.5, "steps": 7, "seen": date(2026, 3, 24)}
    assert "A number from 30 to 250.5, in kg. For example 72.5." in told
    assert "A date from 1 January 1950 to 31 December 2026. For example 24 March 1987." in told
    assert "Write a date. Enter alone passes over: " in told
    refusals = [one for one in told if one.endswith("pass over this question: type p.")]
    assert len(refusals) == 2


def test_line_by_line_enter_keeps_and_p_passes_over(english: DecisionAid) -> None:
    visit = Visit(english, clock)
    told = hear(visit, "81.5", "7", "24 March 2026", "b", "", "p")
    assert "Your answer so far: 24 March 2026. Enter alone keeps it; p takes it back." in told
    assert (visit.answers["seen"], visit.answers["pain"]) == (date(2026, 3, 24), None)


async def test_on_the_full_screen_the_box_passes_over_even_when_nothing_in_it_was_taken(
    tmp_path: Path,
) -> None:
    async with at_the_first_question(tmp_path, "en") as person:
        await person.until_sees("A number from 30 to 250.5, in kg. For example 72.5.")
        await person.type("much")
        await person.press("enter")
        await person.until_sees("press F4.")
        await person.press("f4")
        await person.until_sees("How many?")
        assert person.visit.answers == {"weight": None}
        await person.type("12")
        await person.press("f4")  # what can be read is not lost
        await person.until_sees("When?")
        assert person.visit.answers == {"weight": None, "steps": 12}


async def test_on_the_full_screen_an_answer_stands_in_its_box_as_the_language_writes_it(
    tmp_path: Path,
) -> None:
    async with at_the_first_question(tmp_path, "fr") as person:
        await person.type("81,5")
        await person.press("enter")
        await person.until(lambda: person.visit.shown == "steps")
        assert person.visit.answers == {"weight": 81.5}
        await person.press("f3")
        await person.until_sees("81,5")


@asynccontextmanager
async def at_the_first_question(folder: Path, language: str) -> AsyncIterator[Person]:
    path = folder / "questions.yaml"
    text = small_text(ASKED, summary=SUMMARY).replace("language: en", f"language: {language}")
    path.write_text(text, encoding="utf-8")
    async with sitting_down(folder, content=path, start=Start(keep=False)) as person:
        while person.at == "reading":
            await person.press("enter")
        await person.press("1")
        await person.until(lambda: person.at == "question.weight")
        yield person


def test_what_stands_above_a_box_counts_among_the_words_of_its_screen(
    english: DecisionAid,
) -> None:
    interview = conduct_interview(english, {})
    shown = list(shown_texts(interview, interview.steps[0]))
    assert shown == [
        "What do you weigh?",
        "A number from 30 to 250.5, in kg. For example 72.5.",
    ]
    weighing = Weighing(Saying(States(english), on_paper=False))
    parts = words_on(weighing, (english.by_id["weight"],))
    assert sum(words for part in parts for _, words in part) == len(" ".join(shown).split())


# --- kept, brought and printed ---------------------------------------------------------------


def test_what_is_kept_in_one_language_is_the_same_in_another(
    english: DecisionAid, french: DecisionAid, tmp_path: Path
) -> None:
    with Records.at(tmp_path / "records") as records:
        visit = Visit(french, clock)
        visit.keep_in(records.begin("river", ContentVersion.of(french), clock()))
        visit.answer(["72,5 kg"], at="weight")
        visit.answer(["3/5/2020"], at="seen")
        assert visit.session is not None
        visit.session.close()
        again = Visit(english, clock)
        again.take_up(records.open("river"))
        assert again.answers == {"weight": 72.5, "seen": date(2020, 5, 3)}
        assert "Weight: 72.5 kg. Seen: 3 May 2020." in papers.text(again.summary())
        again.session.close() if again.session else None
    assert "Weight: 72,5 kg. Seen: 3 mai 2020." in papers.text(visit.summary())


def test_a_file_of_answers_holds_numbers_and_days(english: DecisionAid, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text("weight: 72.5\nseen: 2020-05-03\npain: 3\n", encoding="utf-8")
    assert load_answers(path, english) == {"weight": 72.5, "seen": date(2020, 5, 3), "pain": 3}
    path.write_text('weight: "72.5 kg"\nseen: 3 May 2020\n', encoding="utf-8")
    assert load_answers(path, english) == {"weight": 72.5, "seen": date(2020, 5, 3)}
    path.write_text("weight: 72.55\nseen: 30 May 1920\n", encoding="utf-8")
    with pytest.raises(InvalidContent) as faulty:
        load_answers(path, english)
    assert [fault.line for fault in faulty.value.faults] == [1, 2]


# --- conditions and the proof over all answers -----------------------------------------------

TESTS = [
    {"weight": {"at_least": 80.5}},
    {"weight": {"at_most": 80.45}},  # between two answers
    {"weight": {"between": [40, 80.5]}},
    {"steps": {"at_most": 1.5}},
    {"steps": {"between": [-3, 3]}},
    {"seen": {"before": "2020-02-29"}},
    {"seen": {"after": "2020-02-29"}},
    {"seen": {"between": ["2020-01-01", "2020-12-31"]}},
    {"pain": {"at_least": 10}},
]
NEAR: dict[str, list[str]] = {
    "weight": ["30", "39.9", "40", "80.4", "80.5", "80.6", "250.5"],
    "steps": ["-10", "-4", "-3", "1", "2", "3", "4", "20000"],
    "seen": ["1950-01-01", "2019-12-31", "2020-02-28", "2020-02-29", "2020-03-01", "2026-12-31"],
    "pain": ["0", "9", "10"],
}


def made_with_tests(folder: Path) -> DecisionAid:
    """The questions, and a note for each of the tests."""
    notes = "".join(
        f"- {{id: note_{n}, type: note, text: Then, body: [So.], when: {test}}}\n"
        for n, test in enumerate(TESTS)
    )
    return small_aid(folder, ASKED + notes, summary=SUMMARY)


def test_the_proof_decides_every_answer_as_the_visit_does(tmp_path: Path) -> None:
    """Each answer near a bound comes out as the range does in which the proof sees it."""
    aid = made_with_tests(tmp_path)
    states = States(aid)
    for test, (name, given) in itertools.product(TESTS, NEAR.items()):
        condition = parse_condition(test)
        if next(condition.tests()).question != name:
            continue
        for typed in given:
            value = aid.by_id[name].parse([typed])
            starts = [one for one, low in states.labels(aid.by_id[name]) if is_reached(low, value)]
            in_range = states.slots[name].codes[starts[-1]] & states.verdict(condition).true
            assert (in_range != states.never) is condition.holds({name: value}), (test, typed)


def is_reached(low: Value, value: Value) -> bool:
    assert not isinstance(low, str | tuple) and not isinstance(value, str | tuple)
    return lies_between((low, None), value)


@pytest.mark.parametrize("test", TESTS)
def test_the_answer_that_the_proof_shows_is_one_that_is_taken(
    tmp_path: Path, test: dict[str, object]
) -> None:
    aid = made_with_tests(tmp_path)
    states, condition = States(aid), parse_condition(test)
    for verdict in (states.verdict(condition).true, states.verdict(condition).false):
        found = states.shortest(verdict)
        assert found
        for name, value in found.items():
            assert aid.by_id[name].parse([str(value)]) == value


def test_check_shows_answers_with_numbers_and_days_that_summary_takes(
    english: DecisionAid, tmp_path: Path
) -> None:
    answers: Answers = {"weight": 80.5, "seen": date(2026, 1, 1), "pain": None}
    path = tmp_path / "answers.yaml"
    path.write_text(answers_file(answers), encoding="utf-8")
    assert load_answers(path, english) == answers
    fault = Fault("q", "It is so.", answers)
    told = json.loads(as_json(CheckResult("a.yaml", (fault,), None, 0.0)))
    assert '"seen": "2026-01-01"' in json.dumps(told)


def test_a_day_is_no_number_and_a_number_no_day() -> None:
    """A file that was changed under answers that are held decides nothing by mistake."""
    assert not parse_condition({"q": {"at_least": 3}}).holds({"q": date(2020, 1, 1)})
    assert not parse_condition({"q": {"before": "2020-01-01"}}).holds({"q": 3})


# --- what authors are told -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("type: number, most: 9, decimals: 4", "'decimals' is 4"),
        ("type: number, least: 9.5, most: 9", "'least' is not below 'most'"),
        ("type: number, most: 99999999999", "too large a number"),
        ("type: number, most: 9, example: 10", "the example 10 is not taken"),
        ("type: number, most: 9, example: 1.5", "the example 1.5 is not taken"),
        ("type: date, least: 2026-01-01, most: 2025-01-01", "'least' is not below 'most'"),
        ("type: date, least: 2026-02-30, most: 2027-01-01", "least"),
        ("type: date, least: 2026-01-01, most: 2027-01-01, example: 2025-01-01", "the example"),
        ("type: scale, least: 5, most: 5, least_means: a, most_means: b", "'least' is not below"),
    ],
)
def test_bounds_that_make_no_sense_are_refused(tmp_path: Path, question: str, said: str) -> None:
    asked = "- {id: who, type: select_one, text: Who?, choices: [{id: you, text: You}]}\n"
    with pytest.raises(InvalidContent, match=said):
        small_aid(tmp_path, f"{asked}- {{id: q, text: How?, {question}}}\n")


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("{seen: {at_least: 3}}", "Write {seen: {before: a day such as 2026-12-31}}"),
        ("{pain: {before: 2020-01-01}}", "Write {pain: {at_least: a number}}"),
        ("{seen: {before: 2020-02-30}}", "a day stands there, such as 2026-11-20"),
        ("{seen: {before: soon}}", "a day stands there, such as 2026-11-20"),
        ("{pain: {between: [5, 3]}}", "begins with the lesser"),
        ("{pain: {between: [5]}}", "takes two numbers or two days"),
        ("{pain: {between: [2020-01-01, 3]}}", "a day stands there"),
    ],
)
def test_a_test_that_can_never_hold_is_refused(tmp_path: Path, when: str, said: str) -> None:
    note = f"- {{id: then, type: note, text: Then, body: [So.], when: {when}}}\n"
    with pytest.raises(InvalidContent) as faulty:
        small_aid(tmp_path, ASKED + note, summary=SUMMARY)
    assert said in str(faulty.value)
