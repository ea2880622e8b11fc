"""A number that the content gives to call is known as such; the same figures elsewhere are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.screens.opening import early_urgent_page
from decision_aid.screens.page import Page, Prose
from decision_aid.screens.parts import contact_item
from decision_aid.screens.question import question_page
from decision_aid.visit import Visit
from decision_aid.words import words
from tests.bilingual import languages_of
from tests.conftest import clock
from tests.small import REST, small_text

PHRASES = """
phrases:
  place: [{text: "the clinic, 112"}]
  help: [{when: {who: me}, text: "112 (Europe) or {place}"}, {text: "your doctor or 1-22"}]
"""
QUESTIONS = """
- {id: who, type: select_one, text: "Who?", choices: [{id: me, text: Me}, {id: you, text: You}]}
- id: now
  type: note
  text: "Call {help} now"
  urgent: true
  body:
    - "With 112 people nothing was found [nice]. Of these 112, none. If it is bad, call {help}."
    - "Read 112 pages, call 112."
"""
CONTACTS = """contacts:
  - {id: all, name: All 112, number: "112", purpose: emergency, sources: [nice]}
  - {id: us, name: Us, number: 1-22, about: Ask, purpose: talk, sources: [nice]}
  - {id: write, name: Write, number: "85258", by: text, purpose: distress, sources: [nice]}
contacts_checked"""


def load_aid(folder: Path) -> DecisionAid:
    before, _, after = REST.partition("contacts:")
    rest = before + CONTACTS + after.partition("contacts_checked")[2]
    text = small_text(QUESTIONS, phrases=PHRASES).replace(REST, rest)
    path = folder / "questions.yaml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def calling_page(aid: DecisionAid, who: str) -> Page:
    visit = Visit(aid, clock)
    visit.answer([who])
    visit.go_on()
    return question_page(visit)


def numbers(one: Prose) -> list[tuple[str, str]]:
    """What stands right before each number to call, and the number."""
    return [(one.text[max(at - 5, 0) : at], one.text[at:end]) for at, end, _ in one.calls]


def test_what_a_phrase_gives_to_call_is_a_call_and_a_count_is_none(tmp_path: Path) -> None:
    page = calling_page(load_aid(tmp_path), "me")
    counted, literal = (one for one in page.parts if isinstance(one, Prose))
    assert numbers(counted) == [("call ", "112"), ("nic, ", "112")]
    assert numbers(literal) == []
    assert numbers(Prose("text", page.heading, page.calls))[0] == ("Call ", "112")


def test_a_number_is_whole_however_it_is_written(tmp_path: Path) -> None:
    page = calling_page(load_aid(tmp_path), "you")
    counted = page.parts[0]
    assert isinstance(counted, Prose)
    assert numbers(counted) == [("r or ", "1-22")]


def test_each_contact_tells_where_its_number_stands_and_how_it_is_used(tmp_path: Path) -> None:
    every, us, write = map(contact_item, load_aid(tmp_path).contacts)
    assert (every.text, numbers(every)) == ("All 112. 112", [("112. ", "112")])
    assert (us.text, numbers(us)) == ("Us. 1-22. Ask", [("Us. ", "1-22")])
    assert write.calls[0].by == "text"


@pytest.mark.parametrize("code", ["en", "fr"])
def test_before_any_content_is_there_the_numbers_are_calls_too(code: str) -> None:
    parts = early_urgent_page(words(code)).parts
    called = [number for one in parts if isinstance(one, Prose) for _, number in numbers(one)]
    assert called == ["999", "911", "112"]


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize(
    ("country", "number"), [("uk", "999"), ("canada", "911"), ("usa", "911"), ("europe", "112")]
)
def test_where_a_warning_sign_was_told_the_number_of_that_country_can_be_dialled(
    code: str, country: str, number: str
) -> None:
    aid = languages_of(paths.questions()).take(code)
    answers = {"country": [country], "who": ["me"], "situation": ["had"], "signs": ["headache"]}
    visit = Visit(aid, clock)
    for name, value in answers.items():
        visit.go_to(name)
        visit.answer(value)
    visit.go_to("signs_call")
    page = question_page(visit)
    assert numbers(Prose("text", page.heading, page.calls))[0][1] == number
