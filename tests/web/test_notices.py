"""What a page says because of what was sent: what is left open, and short why it did not do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from decision_aid.languages import Languages
from decision_aid.words import words
from tests.screens.test_checklist import BOTH, QUESTIONS
from tests.small import small_aid
from tests.web.visiting import ByForm, application, begin

LONGEST = 26
"""Words of one message: people read it twice, above the page and beside the box."""


@pytest.fixture
def person(tmp_path: Path) -> ByForm:
    """Somebody at a checklist of two lines, in a browser."""
    aid = small_aid(tmp_path, QUESTIONS)
    client = TestClient(application(Languages(("en",), lambda _code: aid)))
    person = begin(client, "row:start")
    person.send("row:take", ("me",))
    return person


# --- what is left open -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ((), "On the page before, 2 answers are left open. You can go back to them at any time."),
        (
            ("kit.camera:absent",),
            "On the page before, one answer is left open. You can go back to it at any time.",
        ),
    ],
)
def test_the_next_page_says_once_how_many_answers_are_left_open(
    person: ByForm, marked: tuple[str, ...], said: str
) -> None:
    person.send("row:take", marked)
    assert f'<p class="notice" role="status">{said}</p>' in person.html
    assert '<label for="text">What to ask?</label>' in person.html
    person.send("press:words")
    person.send("row:close")
    assert "What to ask?" in person.html and "left open" not in person.html


def test_a_button_leads_back_to_what_is_left_open(person: ByForm) -> None:
    person.send("row:take", ("kit.camera:absent",))
    pressed = 'name="do" value="press:back">Go back to what is left open</button>'
    assert pressed in person.html
    person.send("press:back")
    assert ">What do you have?</h1>" in person.html
    person.send("row:take", BOTH)
    assert pressed not in person.html


def test_enter_in_a_box_still_takes_what_is_written_there(person: ByForm) -> None:
    person.send("row:take")
    pressed = re.findall('<(?:button|input) type="submit"[^>]* value="([^"]*)"', person.html)
    assert (pressed[0], "press:back" in pressed) == ("write:", True)


def test_nothing_is_said_where_all_is_answered_or_all_was_passed_over(person: ByForm) -> None:
    person.send("press:pass_over")
    assert "What to ask?" in person.html and 'class="notice"' not in person.html
    person.send("press:back")
    person.send("row:take", BOTH)
    assert "What to ask?" in person.html and 'class="notice"' not in person.html


# --- why it did not do -------------------------------------------------------------------------


def is_short(message: str) -> bool:
    """Whether it is one sentence, with at most one more, and soon read."""
    sentences = re.findall(r"[.?!](?=\s|$)", message)
    return len(sentences) <= 2 and len(re.findall(r"\w[\w’'-]*", message)) <= LONGEST


def test_what_was_refused_is_said_in_two_short_sentences_at_most(
    gallery: Mapping[str, str],
) -> None:
    said = {
        name: unescape(found[1])
        for name, page in gallery.items()
        if (found := re.search(r'<p class="fault"[^>]*><strong>.*?</strong> (.*?)</p>', page))
    }
    kinds = {name.partition(" ")[2] for name in said}
    assert {"question SelectOne refused", "keeping code refused", "access refused"} <= kinds
    assert [text for text in said.values() if not is_short(text)] == []


def test_whatever_was_refused_the_link_over_it_leads_into_a_field(
    gallery: Mapping[str, str],
) -> None:
    refused = {name: page for name, page in gallery.items() if 'class="problem"' in page}
    kinds = {name.partition(" ")[2] for name in refused}
    boxes = {"keeping code", "keeping passphrase", "question Date", "question Number"}
    assert {f"{kind} refused" for kind in boxes} <= kinds
    for name, page in refused.items():
        led = re.search('class="problem".*?<a href="#(.*?)">', page, re.DOTALL)
        assert led, name
        assert re.search(f'<(?:input|textarea)[^>]* id="{led[1]}"', page), name


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("refusal", words("en").refusals)
def test_so_is_every_other_answer_that_a_box_does_not_take(language: str, refusal: str) -> None:
    ours = words(language)
    details = {"example": "24 March 1987", "least": "1 January 1950", "most": "31 December 2026",
               "choice": "None of these", "decimals": "1"}  # fmt: skip
    why = ours.refusals[refusal].format(**details)
    assert is_short(f"{why} {ours.web.can_skip}"), why
    assert len(re.findall(r"[.?!](?=\s|$)", why)) == 1


@pytest.mark.parametrize("language", ["en", "fr"])
def test_so_is_each_later_try_to_open_or_lock_answers(language: str) -> None:
    says = words(language).screens
    for why in (
        says.code_wrong,
        says.code_length.format(whole=12, signs=10),
        says.unlock_wrong,
        says.label_taken,
        says.lock_short.format(count=5, least=8),
        says.lock_long.format(count=201, most=200),
        says.locks_differ,
    ):
        again = says.still_not.format(tries=2, reason=why)
        assert is_short(again), again


HOPES = """\
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- id: hopes
  type: select_multiple
  most: 2
  text: What do you hope for?
  choices:
    - {id: rest, text: More rest}
    - {id: walk, text: Easier walking}
    - {id: see, text: Better sight}
    - {id: other, text: Something else, alone: true}
"""


@pytest.mark.parametrize(
    ("marked", "said", "field"),
    [
        ((), "Please choose at least one answer.", "mark-rest"),
        (("rest", "walk", "see"), "Please choose no more than 2.", "mark-rest"),
        (("walk", "see", "other"), "Please choose no more than 2.", "mark-other"),
        (("walk", "other"), "Please mark “Something else” alone, or leave it out.", "mark-other"),
    ],
)
def test_what_went_wrong_leads_to_the_choice_where_it_is_mended(
    tmp_path: Path, marked: tuple[str, ...], said: str, field: str
) -> None:
    aid = small_aid(tmp_path, HOPES)
    person = begin(TestClient(application(Languages(("en",), lambda _code: aid))), "row:start")
    person.send("row:take", ("me",))
    person.send("row:take", marked)
    assert f'<a href="#{field}">{said}' in person.html
    assert f'id="{field}"' in person.html


# --- what is to be done first ------------------------------------------------------------------

CALLED = """\
- id: called
  type: select_one
  text: Have you called?
  choices:
    - {id: not_yet, text: Not yet, stays: Please call now.}
    - {id: called, text: I have called}
"""


def test_who_is_asked_to_call_first_made_no_error(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, CALLED, urgent_first="{called: called}")
    person = begin(TestClient(application(Languages(("en",), lambda _code: aid))), "row:start")
    person.send("row:take", ("not_yet",))
    assert 'role="alert" tabindex="-1" autofocus>Please call now.</p>' in person.html
    assert "There is a problem" not in person.html and "<title>Error" not in person.html
    person.send("row:take")
    assert "There is a problem" not in person.html or "Please call now." not in person.html
