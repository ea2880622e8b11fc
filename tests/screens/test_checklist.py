"""A checklist is one screen: its lines are answered there, left open, changed and come back to."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid.content import DecisionAid
from decision_aid.screens.navigator import Navigator
from decision_aid.screens.page import Prose
from decision_aid.start import Start
from decision_aid.words import words
from tests.screens.sitting_down import begin, row_ids, text_of, visit_of
from tests.small import small_aid

QUESTIONS = """
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- id: kit
  type: checklist
  text: What do you have?
  lead: [Leave open what you like.]
  prompt: Wait.
  items:
    - {id: room, text: A room., lead: ["A quiet one is best [nice]."]}
    - {id: camera, text: A camera., prompt: Look up.}
    - {id: sound, text: Good sound., when: {kit.camera: present}}
  answers: [{id: present, text: "Yes"}, {id: absent, text: "No"}, {id: unsure, text: Not sure}]
- {id: words, type: text, text: What to ask?}
"""
BOTH = ("kit.room:present", "kit.camera:absent")


@pytest.fixture
def kit(tmp_path: Path) -> Navigator:
    """At the checklist, with the question before it answered."""
    return at_kit(tmp_path, small_aid(tmp_path, QUESTIONS))


def at_kit(folder: Path, aid: DecisionAid, start: Start | None = None) -> Navigator:
    navigator = begin(folder, start or Start(keep=False), aid)
    navigator.choose("me")
    return navigator


def test_all_lines_stand_on_one_page_each_with_its_answers(kit: Navigator) -> None:
    page = kit.page
    assert (page.heading, page.parts) == (
        "What do you have?",
        (Prose("text", "Leave open what you like."),),
    )
    room, camera, take = page.rows
    assert [(row.id, row.text) for row in (room, camera)] == [
        ("kit.room", "A room."),
        ("kit.camera", "A camera."),
    ]
    assert [answer.text for answer in room.answers] == ["Yes", "No", "Not sure"]
    assert (room.above, take.id) == ((Prose("text", "A quiet one is best."),), "take")
    assert page.sources == ("nice",)


def test_a_checklist_counts_as_one_step(kit: Navigator) -> None:
    assert kit.page.count == "step 2 of about 3"
    kit.choose(*BOTH)
    assert (kit.at, kit.page.count) == ("question.words", "step 3 of about 3")


def test_each_line_keeps_its_own_answer(kit: Navigator) -> None:
    kit.choose(*BOTH)
    answers = visit_of(kit).answers
    assert (answers["kit.room"], answers["kit.camera"]) == ("present", "absent")


def test_lines_left_open_are_passed_over_and_the_others_kept(kit: Navigator) -> None:
    kit.choose("kit.camera:absent", "take")
    answers = visit_of(kit).answers
    assert (answers["kit.room"], answers["kit.camera"]) == (None, "absent")
    assert [one.id for one in visit_of(kit).interview.passed_over] == ["kit.room"]


def test_a_line_that_an_answer_brings_up_is_asked_before_going_on(kit: Navigator) -> None:
    kit.choose("kit.room:present", "kit.camera:present")
    assert kit.at == "question.kit.room"
    assert row_ids(kit.page)[2] == "kit.sound"
    assert (kit.page.at, kit.page.marked) == (2, ("kit.room:present", "kit.camera:present"))
    kit.choose("kit.room:present", "kit.camera:present", "kit.sound:unsure")
    assert kit.at == "question.words"


def test_one_comes_back_to_the_answers_and_changes_one(kit: Navigator) -> None:
    kit.choose(*BOTH)
    kit.back()
    assert (kit.page.marked, kit.page.rows[kit.page.at or 0].id) == (BOTH, "take")
    kit.go_on()
    kit.back()
    kit.choose("kit.room:unsure", "kit.camera:absent")
    assert visit_of(kit).answers["kit.room"] == "unsure"


def test_what_is_half_filled_is_kept_however_it_is_left(kit: Navigator) -> None:
    kit.hold("kit.camera:absent")
    kit.back()
    assert kit.at == "question.who"
    assert visit_of(kit).answers["kit.camera"] == "absent"
    kit.go_on()
    assert (kit.page.marked, kit.page.at) == (("kit.camera:absent",), 0)
    assert visit_of(kit).interview.next is not None
    kit.hold("kit.room:unsure", "kit.camera:absent")
    kit.press("summary")
    assert visit_of(kit).answers["kit.room"] == "unsure"


def test_passing_over_leaves_all_lines_open_and_takes_none_away_unasked(kit: Navigator) -> None:
    kit.press("pass_over")
    assert (kit.at, visit_of(kit).answers["kit.camera"]) == ("question.words", None)
    kit.back()
    kit.choose(*BOTH)
    kit.back()
    kit.press("pass_over")
    assert kit.page.notice and visit_of(kit).answers["kit.camera"] == "absent"
    kit.press("pass_over")
    assert visit_of(kit).answers["kit.camera"] is None


def test_an_answer_that_is_none_of_a_line_s_is_not_heard(kit: Navigator) -> None:
    kit.choose("kit.room:perhaps")
    kit.choose("who:me")
    assert (kit.at, set(visit_of(kit).answers)) == ("question.kit.room", {"who"})


def test_the_overview_lists_each_line_and_leads_to_it(kit: Navigator) -> None:
    kit.choose(*BOTH)
    kit.press("overview")
    assert "One 2 of 3 done, you are here" in text_of(kit.page)
    kit.choose("part:one")
    assert "A camera. No" in text_of(kit.page)
    kit.choose("go:kit.camera")
    assert (kit.at, kit.page.at) == ("question.kit.camera", 1)


def test_the_overview_says_of_a_part_that_is_done_how_many_answers_are_left_open(
    kit: Navigator,
) -> None:
    kit.choose("take")
    kit.write("When can I fly?")
    kit.press("overview")
    assert "One done, 2 left open" in text_of(kit.page)
    kit.choose("part:one")
    kit.choose("go:kit.camera")
    kit.choose(*BOTH)
    kit.press("overview")
    assert "left open" not in text_of(kit.page)


def test_a_counsellor_sees_the_prompt_of_each_line(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, QUESTIONS)
    kit = at_kit(tmp_path, aid, Start(keep=False, audience="counsellor"))
    prompts = [[one.text for one in row.above if one.kind == "soft"] for row in kit.page.rows[:2]]
    assert [len(one) for one in prompts] == [1, 1]
    assert "Wait." in prompts[0][0] and "Look up." in prompts[1][0]


def test_a_prompt_of_all_lines_is_said_once(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, QUESTIONS.replace(", prompt: Look up.", ""))
    kit = at_kit(tmp_path, aid, Start(keep=False, audience="counsellor"))
    assert text_of(kit.page).count("Wait.") == 1


def test_without_a_text_the_title_of_the_section_stands_over_it(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, QUESTIONS.replace("  text: What do you have?\n", ""))
    assert at_kit(tmp_path, aid).page.heading == "One"


# --- what is left open -------------------------------------------------------------------------

ONE_OPEN = "On the page before, one answer is left open. You can go back to it at any time."
TWO_OPEN = "On the page before, 2 answers are left open. You can go back to them at any time."


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        (("take",), TWO_OPEN),
        (("kit.room:present", "take"), ONE_OPEN),
        ((*BOTH, "take"), ""),
    ],
)
def test_the_next_page_says_how_many_answers_are_left_open(
    kit: Navigator, marked: tuple[str, ...], said: str
) -> None:
    kit.choose(*marked)
    assert (kit.at, kit.page.notice) == ("question.words", said)


def test_it_is_said_once_and_not_after_a_look_elsewhere(kit: Navigator) -> None:
    kit.choose("kit.room:present", "take")
    kit.press("overview")
    kit.back()
    assert (kit.at, kit.page.notice) == ("question.words", "")


def test_a_line_that_came_up_on_the_page_counts_only_once_one_goes_on(kit: Navigator) -> None:
    kit.choose("kit.camera:present")
    assert (kit.at, kit.page.notice) == ("question.kit.room", "")
    kit.choose("kit.camera:present")
    assert (kit.at, kit.page.notice) == ("question.words", TWO_OPEN)


def test_who_passes_over_the_whole_page_is_told_nothing(kit: Navigator) -> None:
    kit.press("pass_over")
    assert (kit.at, kit.page.notice) == ("question.words", "")


def test_after_the_last_page_the_summary_says_it(tmp_path: Path) -> None:
    kit = at_kit(tmp_path, small_aid(tmp_path, QUESTIONS[: QUESTIONS.index("- {id: words")]))
    kit.choose("kit.room:present", "take")
    assert (kit.at, kit.page.notice) == ("summary.home", ONE_OPEN)
    kit.press("overview")
    kit.back()
    assert kit.page.notice == ""


def test_so_it_does_of_a_last_box_that_stayed_empty(kit: Navigator) -> None:
    kit.choose(*BOTH)
    kit.write("")
    said = "You wrote nothing there, so that question was passed over."
    assert (kit.at, kit.page.notice) == ("summary.home", said)


def test_in_french_the_number_goes_with_its_word() -> None:
    french = words("fr")
    assert french.left_open(1) == (
        "À la page d’avant, une ligne reste sans réponse. Vous pouvez y revenir à tout moment."
    )
    assert "2 lignes restent" in french.left_open(2)
