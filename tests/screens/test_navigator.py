"""One way through the screens for every face: what is done on a page, and the page that follows."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.conditions import Answers
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.interview import conduct_interview, count_minutes
from decision_aid.screens.navigator import Navigator
from decision_aid.screens.page import Prose
from decision_aid.screens.screen import Go, Show
from decision_aid.screens.sitting import Sitting
from decision_aid.start import Start
from decision_aid.visit import Visit
from tests.conftest import clock
from tests.screens.sitting_down import (
    AID,
    NO_TRACE,
    begin,
    box_of,
    row_ids,
    sit_down,
    text_of,
    visit_of,
)
from tests.small import small_aid


def at_question(folder: Path, name: str, start: Start = NO_TRACE) -> Navigator:
    """Where those before were passed over."""
    navigator = begin(folder, start)
    while visit_of(navigator).shown != name:
        navigator.press("pass_over")
    return navigator


# --- before the content is there ---------------------------------------------------------------


def test_the_first_screen_and_urgent_help_need_no_content(tmp_path: Path) -> None:
    navigator = Navigator(Sitting(tmp_path, NO_TRACE, asks_how_to_read=True))
    assert navigator.page.heading == "How do you want to read?"
    navigator.press("urgent")
    assert "Weakness or numbness of face, arm or leg on one side" in text_of(navigator.page)
    navigator.back()
    navigator.press("overview")
    assert navigator.at == "reading"


def test_whoever_goes_on_before_the_content_is_there_is_led_on_when_it_is(tmp_path: Path) -> None:
    navigator = Navigator(Sitting(tmp_path, NO_TRACE, asks_how_to_read=True))
    navigator.choose("go_on")
    assert (navigator.at, navigator.page.notice) == ("reading", "One moment, please.")
    navigator.begin(Visit(AID, clock))
    assert navigator.at == "welcome"


@pytest.mark.parametrize("knows", [True, False], ids=["a look is remembered", "gone on early"])
@pytest.mark.parametrize("name", ["urgent", "stop", "keys"])
def test_what_was_opened_meanwhile_stays_when_the_content_comes(
    tmp_path: Path, name: str, knows: bool
) -> None:
    sitting = Sitting(tmp_path, NO_TRACE, asks_how_to_read=True)
    sitting.knows_how_to_read = knows
    navigator = Navigator(sitting)
    if not knows:
        navigator.choose("go_on")
    navigator.show(Show(name))
    navigator.begin(Visit(AID, clock))
    assert navigator.at == name
    navigator.back()
    assert navigator.at == "welcome"


def test_reading_line_by_line_ends_the_full_screen(tmp_path: Path) -> None:
    navigator = Navigator(Sitting(tmp_path, NO_TRACE, asks_how_to_read=True))
    navigator.choose("by_line")
    assert navigator.ended is not None and navigator.ended.by_line


def test_a_face_without_a_first_screen_begins_at_the_welcome(tmp_path: Path) -> None:
    navigator = sit_down(tmp_path)
    assert row_ids(navigator.page) == ["start", "unwell"]
    navigator.back()
    assert navigator.at == "welcome"


# --- questions ---------------------------------------------------------------------------------


def test_an_answer_leads_on_and_nothing_chosen_is_refused(tmp_path: Path) -> None:
    navigator = begin(tmp_path)
    navigator.choose()
    assert navigator.page.notice.startswith("Please choose one answer.")
    navigator.choose("uk")
    assert (navigator.at, visit_of(navigator).answers) == ("question.signs", {"country": "uk"})
    assert navigator.page.notice == ""


@pytest.mark.parametrize(("most", "said"), [(2, "only by itself"), (1, "")])
def test_a_choice_that_goes_with_no_other_says_so_beforehand(
    tmp_path: Path, most: int, said: str
) -> None:
    aid = small_aid(
        tmp_path,
        f"""
- {{id: who, type: select_one, text: Who?, choices: [{{id: me, text: I}}, {{id: you, text: You}}]}}
- id: hopes
  type: select_multiple
  most: {most}
  text: What do you hope for?
  choices: [{{id: sleep, text: Sleep}}, {{id: other, text: Something else, alone: true}}]
""",
    )
    navigator = begin(tmp_path, aid=aid)
    navigator.choose("me")
    assert [row.beside for row in navigator.page.rows if row.mark] == ["", said]


def test_a_row_that_the_page_does_not_have_is_not_heard(tmp_path: Path) -> None:
    navigator = begin(tmp_path)
    navigator.choose("mars")
    navigator.choose("no_trace")
    assert (navigator.at, visit_of(navigator).answers) == ("question.country", {})


def test_going_on_takes_the_answer_that_stands(tmp_path: Path) -> None:
    navigator = begin(tmp_path)
    navigator.choose("canada")
    navigator.back()
    assert navigator.page.marked == ("canada",)
    navigator.go_on()
    assert (navigator.at, visit_of(navigator).answers) == ("question.signs", {"country": "canada"})


def test_an_answer_that_ends_leads_to_the_summary(tmp_path: Path) -> None:
    navigator = begin(tmp_path)
    navigator.choose("uk")
    navigator.choose("stop")
    assert navigator.at == "summary.home"


def test_passing_over_is_remembered(tmp_path: Path) -> None:
    navigator = begin(tmp_path)
    navigator.press("pass_over")
    assert (navigator.at, visit_of(navigator).answers) == ("question.signs", {"country": None})


def test_passing_over_an_answer_asks_before_it_takes_it_away(tmp_path: Path) -> None:
    navigator = begin(tmp_path)
    navigator.choose("uk")
    navigator.back()
    navigator.press("pass_over")
    assert navigator.page.notice.startswith("You have answered this.")
    assert visit_of(navigator).answers == {"country": "uk"}
    navigator.press("pass_over")
    assert visit_of(navigator).answers == {"country": None}


def test_a_number_out_of_bounds_stays_in_the_box_with_the_reason(tmp_path: Path) -> None:
    navigator = at_question(tmp_path, "age")
    navigator.write("99")
    page = navigator.page
    assert box_of(page) == "99"
    assert page.notice.startswith("Please write a number from 0 to 90.")
    navigator.write("9")
    assert visit_of(navigator).answers["age"] == 9


def test_a_check_is_answered_once_and_its_reply_opens_the_note(tmp_path: Path) -> None:
    navigator = at_question(tmp_path, "c1")
    navigator.choose("balloon")
    assert navigator.page.heading == "You chose: Many more with the balloon"
    assert navigator.page.parts[0] == Prose("text", "The answer is another one: “About as many”.")
    assert navigator.page.doors == ("explain",)
    navigator.choose("explain")
    assert navigator.at == "note.largest_trial"
    navigator.back()
    navigator.go_on()
    assert navigator.at == "question.lean"
    navigator.back()
    assert navigator.page.heading == "You chose: Many more with the balloon"


@pytest.mark.parametrize("chosen", ["same", "unsure"])
def test_who_chose_what_was_explained_or_is_not_sure_is_not_put_right(
    tmp_path: Path, chosen: str
) -> None:
    navigator = at_question(tmp_path, "c1")
    navigator.choose(chosen)
    assert navigator.page.heading.startswith("You chose: ")
    assert "The answer is another one" not in text_of(navigator.page)


def test_the_doors_of_a_note_lead_back_to_it(tmp_path: Path) -> None:
    navigator = at_question(tmp_path, "largest_trial")
    doors = navigator.page.doors
    assert doors == ("picture", "table", "comes_from", "another_way", "see:but_flow")
    opened = []
    for door in doors:
        navigator.choose(door)
        opened.append((navigator.at, navigator.page.heading))
        navigator.back()
        assert navigator.at == "question.largest_trial"
    assert opened == [
        ("pictures.tests", "Doing better on tests"),
        ("table", "Side by side"),
        ("question.largest_trial.comes_from", "Where does this come from?"),
        ("question.largest_trial.another_way", "Did the balloon do more than a pretend procedure?"),
        ("note.but_flow", "But what about flow?"),
    ]


# --- what is held ------------------------------------------------------------------------------


def test_what_is_marked_and_written_is_there_after_a_look_elsewhere(tmp_path: Path) -> None:
    navigator = at_question(tmp_path, "hope")
    navigator.hold("fatigue", "pain")
    navigator.press("urgent")
    navigator.back()
    assert navigator.page.marked == ("fatigue", "pain")
    assert "hope" not in visit_of(navigator).answers
    navigator.choose("pain")
    navigator.hold(text="Will it last?")
    navigator.press("sources")
    navigator.back()
    assert box_of(navigator.page) == "Will it last?"


@pytest.mark.parametrize("way", ["back", "summary", "end"])
def test_what_stands_in_a_box_is_an_answer_however_one_leaves(tmp_path: Path, way: str) -> None:
    navigator = at_question(tmp_path, "hope_words")
    navigator.hold(text="Will it last?")
    if way == "back":
        navigator.back()
    elif way == "summary":
        navigator.press("summary")
    else:
        navigator.keep_writing()
    assert visit_of(navigator).answers["hope_words"] == "Will it last?"


# --- looking elsewhere -------------------------------------------------------------------------


@pytest.mark.parametrize("meaning", ["urgent", "overview", "words", "sources", "keys"])
def test_what_is_looked_at_gives_back_the_screen_beneath(tmp_path: Path, meaning: str) -> None:
    navigator = begin(tmp_path)
    before = navigator.page
    for _ in range(2):
        navigator.press(meaning)  # type: ignore[arg-type]
        assert navigator.at == meaning
    navigator.back()
    assert navigator.page == before


def test_the_overview_leads_to_a_question_and_a_note_of_the_shelf(tmp_path: Path) -> None:
    navigator = begin(tmp_path)
    navigator.choose("uk")
    navigator.press("overview")
    assert "1 of 6 done, you are here" in text_of(navigator.page)
    navigator.choose("part:evidence")
    navigator.choose("go:c1")
    assert navigator.at == "question.c1"
    navigator.press("overview")
    navigator.choose("part:more")
    navigator.choose("go:but_flow")
    assert navigator.at == "note.but_flow"
    navigator.back()
    navigator.back()
    navigator.back()
    assert navigator.at == "question.c1"


def test_a_key_that_the_page_does_not_offer_does_nothing(tmp_path: Path) -> None:
    navigator = begin(tmp_path)
    navigator.press("notes")
    navigator.press("written_down")
    assert navigator.at == "question.country"


def test_a_screen_is_shown_by_its_name(tmp_path: Path) -> None:
    navigator = begin(tmp_path)
    navigator.show(Show("table", "harm"))
    assert "Too few people to tell." in repr(navigator.page)
    navigator.show(Go("summary"))
    assert navigator.at == "summary.home"


# --- counselling -------------------------------------------------------------------------------

TOGETHER = Start(keep=False, audience="counsellor")


def test_a_counsellor_writes_notes_over_any_screen(tmp_path: Path, aid: DecisionAid) -> None:
    navigator = begin(tmp_path, TOGETHER, aid)
    navigator.press("pass_over")
    assert "Where do you live?" in navigator.page.heading
    navigator.press("notes")
    navigator.hold(text="Tired today")
    navigator.press("urgent")
    navigator.back()
    assert box_of(navigator.page) == "Tired today"
    navigator.press("notes_done")
    assert navigator.at == "question.country"
    assert visit_of(navigator).answers["notes"] == "Tired today"
    navigator.press("notes")
    assert box_of(navigator.page) == "Tired today"
    navigator.write("Tired today. Asked about work.")
    assert visit_of(navigator).answers["notes"] == "Tired today. Asked about work."
    assert navigator.at == "question.country"


def test_a_counsellor_sees_what_is_covered_and_how_ready_they_feel(
    tmp_path: Path, aid: DecisionAid
) -> None:
    navigator = begin(tmp_path, TOGETHER, aid)
    navigator.write("A plan")
    visit_of(navigator).answers.update({
        "country": "uk", "length": "full", "who": "me", "situation": "thinking",
        "before.settled": "not_yet", "after.settled": "ready",
    })  # fmt: skip
    navigator.press("overview")
    navigator.choose("covered")
    assert "What they wanted to leave with: A plan" in text_of(navigator.page)
    navigator.choose("readiness")
    assert "At the start: not yet. At the end: yes." in text_of(navigator.page)
    navigator.back()
    assert navigator.at == "covered"
    navigator.back()
    assert navigator.at == "overview"


def test_beside_the_comparison_stands_what_they_said_for_a_counsellor_alone(
    tmp_path: Path, aid: DecisionAid
) -> None:
    for start, stands in ((TOGETHER, True), (NO_TRACE, False)):
        navigator = begin(tmp_path, start, aid)
        navigator.show(Show("table", *(row.id for row in aid.comparison.rows)))
        assert (navigator.page.aside is not None) is stands


def test_a_patient_alone_is_offered_nothing_of_a_counsellors(tmp_path: Path) -> None:
    navigator = begin(tmp_path)
    assert "notes" not in navigator.page.keys
    navigator.press("overview")
    assert "covered" not in row_ids(navigator.page)


# --- the summary -------------------------------------------------------------------------------


def test_a_summary_is_saved_and_leaving_then_asks_nothing(tmp_path: Path) -> None:
    navigator = begin(tmp_path)
    navigator.press("summary")
    navigator.choose("save")
    navigator.choose("as:txt")
    path = tmp_path / "my-summary-2026-11-20.txt"
    assert navigator.at == "summary.saved" and str(path) in text_of(navigator.page)
    assert path.exists()
    navigator.choose("finish")
    assert navigator.ended is not None and navigator.ended.message == "Goodbye."


def test_leaving_without_a_summary_says_what_becomes_of_the_answers(tmp_path: Path) -> None:
    navigator = begin(tmp_path)
    navigator.press("summary")
    navigator.choose("finish")
    assert "your answers are gone" in text_of(navigator.page)
    navigator.choose("home")
    navigator.choose("finish")
    navigator.choose("leave")
    assert navigator.ended is not None


def test_what_cannot_be_saved_can_be_tried_again_or_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    navigator = begin(tmp_path / "gone")
    navigator.press("summary")
    navigator.choose("save")
    navigator.choose("as:html")
    assert navigator.at == "summary.failed" and "The reason: " in text_of(navigator.page)
    navigator.choose("again")
    assert navigator.at == "summary.failed"
    navigator.choose("at_home")
    assert navigator.at == "summary.saved"
    assert (home / f"my-summary-{date(2026, 11, 20)}.html").exists()


def test_what_was_printed_is_printed_again_only_where_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent, printer = tmp_path / "sent", tmp_path / "lp"
    printer.write_text(f"#!/bin/sh\necho once >> {sent}\n")
    printer.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    navigator = begin(tmp_path)
    for row in ("save", "as:txt", "print"):
        navigator.press("summary")
        navigator.choose(row)
    assert "It was sent to the printer." in text_of(navigator.page)
    navigator.choose("print")
    assert navigator.at == "summary.printed" and sent.read_text() == "once\n"
    navigator.choose("print_again")
    assert sent.read_text() == "once\nonce\n"


def test_from_the_end_one_goes_back_to_the_last_question(tmp_path: Path) -> None:
    navigator = at_question(tmp_path, "lean")
    navigator.choose("against")
    assert navigator.at == "summary.home"
    navigator.back()
    assert navigator.at == "question.lean"


# --- the way, chosen on the welcome ---------------------------------------------------------------


def test_the_welcome_offers_both_ways_with_their_minutes(tmp_path: Path) -> None:
    aid = load(paths.questions())
    navigator = sit_down(tmp_path, aid=aid)
    assert row_ids(navigator.page)[:3] == ["way:short", "way:full", "unwell"]
    minutes = [count_minutes(aid, way.id) for way in aid.ways]
    assert [row.beside for row in navigator.page.rows[:2]] == [
        f"about {one} minutes" for one in minutes
    ]


@pytest.mark.parametrize("way", ["short", "full"])
def test_a_way_that_is_chosen_is_kept_and_asked_on_no_screen(tmp_path: Path, way: str) -> None:
    navigator = sit_down(tmp_path, aid=load(paths.questions()))
    navigator.choose(f"way:{way}")
    visit = visit_of(navigator)
    assert (navigator.at, visit.answers["length"]) == ("question.country", way)
    navigator.choose("uk")
    assert navigator.at == "question.who"


def test_the_way_can_be_changed_on_the_welcome_and_in_the_overview(tmp_path: Path) -> None:
    navigator = sit_down(tmp_path, aid=load(paths.questions()))
    navigator.choose("way:short")
    navigator.choose("uk")
    navigator.back()
    navigator.back()
    assert row_ids(navigator.page)[:3] == ["start", "way:short", "way:full"]
    navigator.choose("way:full")
    assert visit_of(navigator).answers["length"] == "full"
    navigator.press("overview")
    navigator.choose("part:start")
    navigator.choose("go:length")
    assert navigator.at == "question.length"
    navigator.choose("short")
    assert (navigator.at, visit_of(navigator).answers["length"]) == ("question.who", "short")


# --- choices for some -----------------------------------------------------------------------------

PRINTS = """
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: words, type: text, text: Say it.}
- id: prints
  type: select_multiple
  text: What prints?
  choices:
    - {id: who, text: Who I am, when: {who: me}}
    - {id: words, text: My words, when: {words: {written: true}}}
    - {id: none, text: None of these, alone: true}
"""


@pytest.mark.parametrize(
    ("who", "words", "offered"),
    [
        ("me", "Why?", ["who", "words", "none"]),
        ("you", "Why?", ["words", "none"]),
        ("me", None, ["who", "none"]),
        ("you", None, ["none"]),
    ],
)
def test_a_choice_is_offered_only_to_those_it_is_for(
    tmp_path: Path, who: str, words: str | None, offered: list[str]
) -> None:
    navigator = begin(tmp_path, aid=small_aid(tmp_path, PRINTS))
    navigator.choose(who)
    navigator.press("pass_over") if words is None else navigator.write(words)
    assert [row.id for row in navigator.page.rows if row.mark] == offered


def test_a_choice_that_is_not_offered_any_more_is_not_heard(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, PRINTS)
    given: Answers = {"who": "me", "words": "Why?", "prints": ("who", "words")}
    assert conduct_interview(aid, given).heard["prints"] == ("who", "words")
    assert conduct_interview(aid, {**given, "who": "you"}).heard["prints"] == ("words",)
    nothing = {**given, "who": "you", "words": None}
    assert "prints" not in conduct_interview(aid, nothing).heard


@pytest.mark.parametrize(("who", "leaves_out"), [("me", False), ("you", True)])
def test_the_booklet_of_facts_is_one_choice_and_whoever_was_treated_can_leave_it_out(
    tmp_path: Path, who: str, leaves_out: bool
) -> None:
    choices = "[{id: me, text: Me}, {id: you, text: You}]"
    question = f"\n- {{id: who, type: select_one, text: Who?, choices: {choices}}}\n"
    navigator = begin(tmp_path, aid=small_aid(tmp_path, question))
    navigator.choose(who)
    navigator.press("summary")
    navigator.choose("save")
    (row,) = (one for one in navigator.page.rows if one.id.startswith("as:facts"))
    assert ("You can leave this out" in row.text) is leaves_out
    navigator.choose(row.id)
    (saved,) = tmp_path.glob("the-facts-*.pdf")
    assert saved.read_bytes().startswith(b"%PDF")
