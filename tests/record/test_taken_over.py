"""Answers to questions that were merged into others: what fits is kept, and nothing is guessed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from decision_aid.answers_file import load_answers
from decision_aid.content import DecisionAid
from decision_aid.content.faults import InvalidContent
from decision_aid.record.reading import interpret_answers
from decision_aid.start import Brought
from decision_aid.summary.patient import make_summary
from decision_aid.visit import Visit
from tests import papers
from tests.conftest import ON, clock
from tests.small import small_aid

Given = dict[str, tuple[str, ...] | None]

MERGED = """
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: lean, type: select_one, text: Which way?, prints_when: {agreed: {includes: lean}},
   choices: [{id: to, text: Towards}, {id: from, text: Away}]}
- {id: words, type: text, text: Say it., prints_when: {agreed: {includes: words}}}
- id: agreed
  type: select_multiple
  text: What shall be printed?
  was:
    lean_print: {print: lean, private: nothing}
    checks_print: {print: checks, private: nothing}
  choices:
    - {id: lean, text: My leaning, when: {lean: [to, from]}}
    - {id: checks, text: The checks}
    - {id: words, text: My words, when: {words: {written: true}}}
    - {id: nothing, text: None of these, alone: true}
"""
EARLIER = datetime(2026, 11, 1, 9, 0)
LEAN: Given = {"who": ("me",), "lean": ("to",)}


@pytest.fixture
def merged(tmp_path: Path) -> DecisionAid:
    return small_aid(tmp_path, MERGED)


@pytest.mark.parametrize(
    ("former", "means"),
    [
        ({"lean_print": ("print",)}, ("lean",)),
        ({"lean_print": ("print",), "checks_print": ("print",)}, ("lean", "checks")),
        ({"lean_print": ("print",), "checks_print": ("private",)}, ("lean",)),
        ({"lean_print": ("private",), "checks_print": ("private",)}, ("nothing",)),
        ({"lean_print": None}, None),
        ({"lean_print": ("print",), "agreed": ("checks",)}, ("checks",)),
    ],
)
def test_former_answers_mean_what_the_content_says(
    merged: DecisionAid, former: Given, means: tuple[str, ...] | None
) -> None:
    answers, unread = interpret_answers(merged, {**LEAN, **former})
    assert (answers["agreed"], unread) == (means, ())


def test_a_former_answer_without_a_meaning_is_asked_again_and_said(merged: DecisionAid) -> None:
    visit = Visit(merged, clock)
    recap = visit.bring(Brought({**LEAN, "lean_print": ("perhaps",)}, {}))
    assert recap.asked_again == ("What shall be printed?",)
    assert (visit.shown, "agreed" in visit.answers) == ("agreed", False)


def test_what_nobody_asked_about_before_is_asked_and_not_taken_for_agreed(
    merged: DecisionAid,
) -> None:
    given: Given = {**LEAN, "words": ("In private",), "lean_print": ("print",)}
    visit = Visit(merged, clock)
    recap = visit.bring(Brought(given, dict.fromkeys(given, EARLIER)))
    assert recap.asked_again == ("What shall be printed?",)
    assert visit.shown == "agreed"
    assert "agreed" not in visit.answers


def test_a_former_answer_is_held_with_its_moment_and_counted(merged: DecisionAid) -> None:
    given: Given = {**LEAN, "lean_print": ("print",)}
    visit = Visit(merged, clock)
    recap = visit.bring(Brought(given, dict.fromkeys(given, EARLIER)))
    assert (recap.answered, recap.asked_again) == (3, ())
    assert (visit.held.moments["agreed"], visit.held.given["agreed"]) == (EARLIER, ("lean",))


def test_a_file_of_former_answers_is_read_as_well(merged: DecisionAid, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text("who: me\nlean: to\nlean_print: print\nchecks_print: private\n")
    assert load_answers(path, merged)["agreed"] == ("lean",)
    path.write_text("who: me\nlean_print: perhaps\n")
    with pytest.raises(InvalidContent, match="lean_print"):
        load_answers(path, merged)


@pytest.mark.parametrize(
    ("was", "why"),
    [
        ("{who: {me: lean}}", "'who' is still asked"),
        ("{old: {print: leaning}}", "no choice of it"),
    ],
)
def test_what_a_former_question_means_must_be_there(tmp_path: Path, was: str, why: str) -> None:
    broken = MERGED.replace(
        "  was:\n    lean_print: {print: lean, private: nothing}\n"
        "    checks_print: {print: checks, private: nothing}\n",
        f"  was: {was}\n",
    )
    with pytest.raises(InvalidContent) as faulty:
        small_aid(tmp_path, broken)
    assert [(one.id, why in one.message) for one in faulty.value.faults] == [("odd-was", True)]


def test_a_former_question_goes_into_one_only(tmp_path: Path) -> None:
    twice = MERGED.replace(
        "- {id: lean, type: select_one,",
        "- {id: lean, type: select_one, was: {lean_print: {print: to}},",
    )
    with pytest.raises(InvalidContent) as faulty:
        small_aid(tmp_path, twice)
    assert [one.id for one in faulty.value.faults] == ["odd-was"]


# --- the shipped agreement ------------------------------------------------------------------------

FIRST_EDITION: Given = {
    "country": ("uk",),
    "length": ("full",),
    "who": ("me",),
    "situation": ("thinking",),
    "lean": ("against",),
    "matters_words": ("Jane from Leeds",),
    "lean_print": ("print",),
    "checks_print": ("print",),
}


def test_an_old_agreement_is_no_agreement_to_print_what_was_typed(aid: DecisionAid) -> None:
    answers, unread = interpret_answers(aid, FIRST_EDITION)
    assert "print_what" in [one.question for one in unread]
    printed = papers.text(make_summary(aid, answers, ON))
    assert "Jane from Leeds" not in printed


def test_an_old_agreement_still_holds_for_what_it_was_about(aid: DecisionAid) -> None:
    given = {name: words for name, words in FIRST_EDITION.items() if name != "matters_words"}
    answers, unread = interpret_answers(aid, given)
    assert (answers["print_what"], unread) == (("lean", "checks"), ())
    assert "I lean towards not having it." in papers.text(make_summary(aid, answers, ON))
