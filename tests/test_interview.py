"""The path that follows from answers, and what is heard of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from decision_aid.answers_file import load_answers
from decision_aid.conditions import Answers, Value
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.interview import conduct_interview, count_minutes, fixed_values
from tests.small import QUESTIONS, WAYS, small_aid, small_text

GATED = """
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- id: treated
  type: select_one
  text: Treated?
  when: {who: me}
  choices: [{id: done, text: Done}, {id: not_done, text: Not done}]
- {id: when_done, type: text, text: When?, when: {treated: done}}
- {id: ask, type: text, text: What to ask?}
"""


def test_the_path_holds_what_applies_in_the_order_of_the_file(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, GATED)
    assert [q.id for q in conduct_interview(aid, {"who": "me"}).path] == ["who", "treated", "ask"]
    interview = conduct_interview(aid, {"who": "me", "treated": "done"})
    assert [q.id for q in interview.path] == ["who", "treated", "when_done", "ask"]


def test_an_answer_off_the_path_is_kept_and_not_heard(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, GATED)
    given = {"who": "you", "treated": "done", "when_done": "2011"}
    assert conduct_interview(aid, given).heard == {"who": "you"}
    assert conduct_interview(aid, given | {"who": "me"}).heard == given | {"who": "me"}


def test_a_question_passed_over_opens_no_gate(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, GATED)
    interview = conduct_interview(aid, {"who": None})
    assert [q.id for q in interview.path] == ["who", "ask"]
    assert [q.id for q in interview.passed_over] == ["who"]


def test_next_is_the_first_not_asked_yet(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, GATED)
    interview = conduct_interview(aid, {"who": "me", "ask": "x"})
    assert interview.next is not None
    assert interview.next.id == "treated"
    assert conduct_interview(aid, {"who": "you", "ask": None}).next is None


def test_about_counts_what_may_still_come(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, GATED)
    assert conduct_interview(aid, {}).about == 4
    assert conduct_interview(aid, {"who": "you"}).about == 2


def test_before_and_after_follow_the_path(tmp_path: Path) -> None:
    interview = conduct_interview(small_aid(tmp_path, GATED), {"who": "you"})
    after, before = interview.after("who"), interview.before("ask")
    assert after is not None
    assert before is not None
    assert (after.id, before.id) == ("ask", "who")
    assert (interview.before("who"), interview.after("ask")) == (None, None)


def test_a_section_gates_all_its_questions(tmp_path: Path) -> None:
    sections = """
    - id: start
      title: Start
      items:
        - {id: who, type: select_one, text: Who?,
           choices: [{id: me, text: Me}, {id: you, text: You}]}
    - id: mine
      title: Mine
      when: {who: me}
      items:
        - {id: a, type: text, text: A?}
        - {id: b, type: text, text: B?, when: {who: you}}
    """
    aid = small_aid(tmp_path, sections=sections)
    assert [q.id for q in conduct_interview(aid, {"who": "me"}).path] == ["who", "a"]
    assert [q.id for q in conduct_interview(aid, {"who": "you"}).path] == ["who"]


# --- how long it takes ---------------------------------------------------------------------------

WORDS = " ".join(["word"] * 120)
"""What takes a minute at slow reading."""


@pytest.mark.parametrize(
    ("questions", "length"),
    [
        (f"- {{id: a, type: text, text: {WORDS}}}", 1),
        (f"- {{id: a, type: text, text: A, lead: [{WORDS}, {WORDS}]}}", 2),
        (f"- {{id: a, type: note, text: A, lead: [{WORDS}], body: [{WORDS}, {WORDS}]}}", 3),
        (
            "- {id: a, type: select_one, text: A, "
            f"choices: [{{id: b, text: {WORDS}}}, {{id: c, text: {WORDS}}}]}}",
            2,
        ),
        ("".join(f"- {{id: q{n}, type: text, text: A}}\n" for n in range(15)), 1),
        ("".join(f"- {{id: q{n}, type: text, text: A}}\n" for n in range(16)), 2),
        (f"- {{id: a, type: text, text: {WORDS}, audience: counsellor, prints: never}}", 0),
        (f"- {{id: a, type: note, text: A, body: [A], comes_from: [{WORDS}]}}", 0),
    ],
    ids=[
        "title",
        "lead",
        "body",
        "choices",
        "15 answers",
        "16 answers",
        "counsellor's",
        "behind a door",
    ],
)
def test_the_time_is_that_of_all_words_on_the_way_and_5_seconds_an_answer(
    tmp_path: Path, questions: str, length: int
) -> None:
    aid = small_aid(tmp_path, QUESTIONS + questions + "\n")
    assert count_minutes(aid, "short") == length


def two_ways(folder: Path) -> DecisionAid:
    """An aid with a question for the way; the long way has two minutes more."""
    sections = f"""
    - id: one
      title: One
      items:
        - {{id: pace, type: select_one, text: How fast?,
           choices: [{{id: short, text: Fast}}, {{id: slow, text: Slowly}}]}}
        - {{id: way, type: select_one, text: Which?, use: way,
           choices: [{{id: short, text: Short}}, {{id: long, text: Long}}]}}
        - {{id: who, type: select_one, text: Who?,
           choices: [{{id: me, text: Me}}, {{id: you, text: You}}]}}
        - {{id: more, type: note, text: More, body: [{WORDS}, {WORDS}], when: {{way: long}}}}
    """
    ways = """ways:
  - {id: short, example: {who: me, pace: short, way: short}}
  - {id: long, example: {who: me, pace: short, way: long}}
"""
    path = folder / "questions.yaml"
    path.write_text(small_text(sections=sections).replace(WAYS, ways))
    return load(path)


def test_each_way_takes_its_own_time(tmp_path: Path) -> None:
    aid = two_ways(tmp_path)
    assert (count_minutes(aid, "short"), count_minutes(aid, "long")) == (0, 2)


def test_every_value_that_is_the_same_for_everybody_can_be_said(tmp_path: Path) -> None:
    aid = two_ways(tmp_path)
    assert fixed_values(aid, date(2026, 12, 1)) == {
        "today": "1 December 2026",
        "version": "0.1.0",
        "evidence_read": "20 November 2026",
        "next_review": "20 November 2027",
        "report_to": "tell whoever gave you this",
        "content_hash": aid.content_hash[:6],
        "grade_fk": "4.0",
        "grade_cl": "5.0",
        "minutes_short": "0",
        "minutes_long": "2",
    }


@pytest.mark.parametrize(
    ("given", "known"),
    [
        ({}, False),
        ({"who": "me", "pace": "short"}, False),
        ({"way": "long"}, True),
        ({"way": None}, True),
    ],
)
def test_the_length_is_known_once_the_way_was_asked_for(
    tmp_path: Path, given: Answers, known: bool
) -> None:
    assert conduct_interview(two_ways(tmp_path), given).length_is_known is known


@pytest.mark.parametrize("ways", [WAYS, "ways: []\n"])
def test_without_a_question_for_the_way_the_length_is_known(tmp_path: Path, ways: str) -> None:
    path = tmp_path / "questions.yaml"
    path.write_text(small_text().replace(WAYS, ways))
    assert conduct_interview(load(path), {}).length_is_known


# --- how far each part is ------------------------------------------------------------------------

PARTS = """
- id: first
  title: First
  items:
    - {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
    - {id: why, type: text, text: Why?, when: {who: me}}
    - {id: what, type: text, text: What?}
- id: yours
  title: Yours
  when: {who: you}
  items: [{id: hope, type: text, text: Hope?}]
- id: last
  title: Last
  items: [{id: ask, type: text, text: Ask?}]
- {id: shelf, title: Shelf, shelf: true, items: [{id: note, type: note, text: Note, body: [A.]}]}
"""


@pytest.mark.parametrize(
    ("given", "progress"),
    [
        ({}, [("first", 0, 2), ("last", 0, 1)]),
        ({"who": "me", "what": None}, [("first", 2, 3), ("last", 0, 1)]),
        (
            {"who": "you", "why": "off the path", "ask": "x"},
            [("first", 1, 2), ("yours", 0, 1), ("last", 1, 1)],
        ),
    ],
)
def test_each_part_on_the_path_says_how_far_it_is(
    tmp_path: Path, given: Answers, progress: list[tuple[str, int, int]]
) -> None:
    interview = conduct_interview(small_aid(tmp_path, sections=PARTS), given)
    assert [(one.section.id, one.done, one.total) for one in interview.progress] == progress


def test_every_question_passed_over_on_the_path_is_told(tmp_path: Path) -> None:
    given: Answers = {"who": None, "why": None, "what": None, "hope": None, "ask": "x"}
    interview = conduct_interview(small_aid(tmp_path, sections=PARTS), given)
    assert [question.id for question in interview.passed_over] == ["who", "what"]


def test_what_is_off_the_path_has_nothing_before_it_and_is_followed_by_the_first(
    tmp_path: Path,
) -> None:
    interview = conduct_interview(small_aid(tmp_path, sections=PARTS), {"who": "you"})
    first = interview.after("why")
    assert interview.before("why") is None
    assert first is not None
    assert first.id == "who"
    assert [after.id for after in map(interview.after, ("who", "what")) if after] == [
        "what",
        "hope",
    ]


# --- how far one is ------------------------------------------------------------------------------


def walked(aid: DecisionAid, answers: Answers) -> list[tuple[int | None, int]]:
    """What the counter says at each screen, for somebody who gives these answers or passes over."""
    given: dict[str, Value | None] = {}
    for question in aid.used_as("way"):
        given[question.id] = answers.get(question.id)
    counted = []
    while (at := conduct_interview(aid, given).next) is not None:
        interview = conduct_interview(aid, given)
        counted.append((interview.number_of(at.id), interview.about))
        given |= {one.id: answers.get(one.id) for one in interview.together(at.id)}
    return counted


PATIENTS = sorted((Path(__file__).parent / "patients").glob("*.yaml"))


@pytest.mark.parametrize("patient", PATIENTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("way", ["short", "full"])
def test_the_count_starts_within_the_budget_never_rises_and_ends_as_said(
    aid: DecisionAid, patient: Path, way: str
) -> None:
    counted = walked(aid, {**load_answers(patient, aid), "length": way})
    budget = next(one.budget for one in aid.ways if one.id == way)
    totals = [about for _, about in counted]
    assert budget is not None and totals[0] <= budget.screens
    assert totals == sorted(totals, reverse=True)
    numbers = [number or 0 for number, _ in counted]
    assert numbers == sorted(numbers) and numbers[0] == 1
    assert numbers[-2] < numbers[-1] == totals[-1]
    assert all(number <= about for number, about in zip(numbers, totals, strict=True))


def test_the_way_is_on_the_path_and_has_no_screen_of_its_own(tmp_path: Path) -> None:
    aid = two_ways(tmp_path)
    interview = conduct_interview(aid, {"way": "long"})
    assert [step[0].id for step in interview.steps] == ["pace", "who", "more"]
    assert "way" in interview.positions
    after, before = interview.after("way"), interview.before("way")
    assert after is not None and before is not None
    assert (after.id, before.id) == ("who", "pace")
