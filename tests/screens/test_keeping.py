"""Keeping answers and going on with kept ones, every way there is, without any face."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from decision_aid.content import DecisionAid
from decision_aid.record import Records
from decision_aid.record.session import Session
from decision_aid.screens.navigator import Navigator, Then
from decision_aid.screens.sitting import Sitting
from decision_aid.start import Brought, Start
from decision_aid.visit import Visit
from tests.conftest import clock
from tests.keeping import AID, GIVEN, PASSPHRASE, before, kept
from tests.screens.sitting_down import begin, box_of, row_ids, sit_down, text_of, visit_of

HOME = Brought(GIVEN, dict.fromkeys(GIVEN, clock()), "age")


def started(records_folder: Path, **said: object) -> Navigator:
    """Past the welcome, where the command line said this."""
    return begin(records_folder.parent, Start(place=str(records_folder), **said))  # type: ignore[arg-type]


def at_the_clinic(records_folder: Path) -> Navigator:
    """The same on a store that others use too."""
    sitting = Sitting(records_folder.parent, Start(place=str(records_folder)), Visit(AID, clock))
    sitting.records = Records.at(records_folder, shared=True)
    navigator = Navigator(sitting)
    navigator.choose("start")
    return navigator


def choose(navigator: Navigator, *rows: str) -> str:
    """Choose these rows one after another; where that leads."""
    for row in rows:
        assert row in row_ids(navigator.page), navigator.at
        navigator.choose(row)
    return navigator.at


def write(navigator: Navigator, *lines: str) -> str:
    for line in lines:
        navigator.write(line)
    return navigator.at


def labels(records_folder: Path) -> dict[str, bool]:
    """The labels that are kept, and whether each is locked."""
    with Records.at(records_folder, make=False) as records:
        return {entry.label: entry.locked for entry in records.list()}


@pytest.mark.parametrize("way", ["short", "full"])
def test_whichever_way_is_taken_what_is_kept_is_found(
    records_folder: Path, aid: DecisionAid, way: str
) -> None:
    """The way is chosen on the welcome, before anybody is asked about keeping."""
    start = Start(place=str(records_folder))
    navigator = begin(records_folder.parent, start, aid)
    choose(navigator, "keep", "begin", "uk")
    navigator.close()
    (label,) = labels(records_folder)
    again = sit_down(records_folder.parent, start, aid)
    assert choose(again, f"way:{way}") == "keeping.list"
    assert label in text_of(again.page)
    assert choose(again, "open:0", "go_on").startswith("question.")
    assert visit_of(again).answers["country"] == "uk"


# --- keeping anew ------------------------------------------------------------------------------


def test_no_trace_leaves_none(records_folder: Path) -> None:
    navigator = started(records_folder)
    assert navigator.at == "keeping.ask" and navigator.page.kept == ""
    assert choose(navigator, "no_trace") == "question.country"
    navigator.choose("uk")
    assert navigator.page.kept == "nothing is kept" and not records_folder.exists()


def to_overview(navigator: Navigator) -> None:
    navigator.press("overview")


def to_welcome(navigator: Navigator) -> None:
    while navigator.at != "welcome":
        navigator.back()


def to_leaving(navigator: Navigator) -> None:
    navigator.press("summary")
    choose(navigator, "finish")


@pytest.mark.parametrize(
    ("elsewhere", "question"),
    [
        (to_overview, "question.signs"),
        (to_welcome, "question.country"),
        (to_leaving, "question.signs"),
    ],
)
def test_no_trace_can_be_thought_over(
    records_folder: Path, elsewhere: Callable[[Navigator], None], question: str
) -> None:
    navigator = started(records_folder)
    choose(navigator, "no_trace", "uk")
    elsewhere(navigator)
    assert choose(navigator, "keep") == "keeping.ask"
    navigator.back()
    assert (navigator.at, navigator.page.kept) == (question, "nothing is kept")
    elsewhere(navigator)
    assert choose(navigator, "keep", "keep", "begin") == question
    assert navigator.page.kept == "kept on this computer"
    assert kept(records_folder) == {"country": ("uk",)}
    navigator.press("overview")
    assert "keep" not in row_ids(navigator.page)


def test_no_way_leads_round_the_question_about_keeping(records_folder: Path) -> None:
    navigator = started(records_folder)
    navigator.press("summary")
    assert choose(navigator, "questions") == "keeping.ask"
    navigator.press("overview")
    assert choose(navigator, "part:evidence", "go:c1") == "keeping.ask"


def test_keeping_gives_three_words_or_three_others_or_a_label_of_ones_own(
    records_folder: Path,
) -> None:
    navigator = started(records_folder)
    choose(navigator, "keep")
    first = text_of(navigator.page)
    choose(navigator, "other")
    assert text_of(navigator.page) != first
    assert choose(navigator, "own") == "keeping.own"
    assert write(navigator, "x" * 41) == "keeping.own"
    assert "1 to 40 characters" in navigator.page.notice
    assert box_of(navigator.page) == "x" * 41
    assert write(navigator, "   ") == "keeping.own"
    assert navigator.page.notice.startswith("Nothing is written yet.")
    assert write(navigator, "My own words") == "keeping.label"
    assert choose(navigator, "begin") == "question.country"
    assert navigator.page.kept == "kept on this computer"
    assert labels(records_folder) == {"My own words": False}


def test_a_passphrase_is_written_twice_alike(records_folder: Path) -> None:
    navigator = started(records_folder)
    assert choose(navigator, "lock") == "keeping.passphrase"
    assert navigator.page.entry is not None and navigator.page.entry.kind == "secret"
    assert write(navigator, "short") == "keeping.passphrase"
    assert navigator.page.notice == "That has 5 characters, and it needs at least 8."
    assert write(navigator, PASSPHRASE) == "keeping.passphrase_again"
    assert write(navigator, "something else") == "keeping.passphrase"
    assert "The two were not the same:" in navigator.page.notice
    assert write(navigator, PASSPHRASE, PASSPHRASE) == "keeping.label"
    assert choose(navigator, "begin") == "question.country"
    navigator.choose("uk")
    assert kept(records_folder, PASSPHRASE) == {"country": ("uk",)}


def test_no_page_ever_holds_a_passphrase(records_folder: Path) -> None:
    navigator = started(records_folder)
    choose(navigator, "lock")
    navigator.hold(text=PASSPHRASE)
    navigator.press("urgent")
    navigator.back()
    assert PASSPHRASE not in repr(navigator.page)
    navigator.write(PASSPHRASE)
    assert PASSPHRASE not in repr(navigator.page)


def test_a_label_in_use_is_asked_for_anew_and_the_passphrase_stays(records_folder: Path) -> None:
    before(records_folder, GIVEN, "age")
    navigator = started(records_folder)
    choose(navigator, "new", "lock")
    write(navigator, PASSPHRASE, PASSPHRASE)
    choose(navigator, "own")
    write(navigator, "River")
    assert choose(navigator, "begin") == "keeping.own"
    assert "in use already" in navigator.page.notice
    assert write(navigator, "Riverbed") == "keeping.label"
    choose(navigator, "begin")
    assert labels(records_folder) == {"river": False, "Riverbed": True}


def test_back_leads_through_every_step_to_the_welcome(records_folder: Path) -> None:
    navigator = started(records_folder)
    choose(navigator, "keep", "own")
    steps = []
    while navigator.at != "welcome":
        steps.append(navigator.at)
        navigator.back()
    assert steps == ["keeping.own", "keeping.label", "keeping.ask"]
    choose(navigator, "start", "lock")
    write(navigator, PASSPHRASE)
    steps = []
    while navigator.at != "welcome":
        steps.append(navigator.at)
        navigator.back()
    assert steps == ["keeping.passphrase_again", "keeping.passphrase", "keeping.ask"]
    assert not records_folder.exists()


# --- what the command line says ----------------------------------------------------------------


def test_the_command_line_answers_for_the_person(records_folder: Path) -> None:
    assert started(records_folder, keep=False).at == "question.country"
    assert not records_folder.exists()
    assert started(records_folder, keep=True, label="mine").at == "question.country"
    assert labels(records_folder) == {"mine": False}
    assert started(records_folder, keep=True).at == "keeping.label"


def test_no_trace_on_the_command_line_stays_so(records_folder: Path) -> None:
    navigator = started(records_folder, keep=False)
    navigator.press("overview")
    assert "keep" not in row_ids(navigator.page)


def test_a_label_of_the_command_line_that_will_not_do_is_asked_for_anew(
    records_folder: Path,
) -> None:
    before(records_folder, GIVEN, "age")
    navigator = started(records_folder, keep=True, label="river")
    assert navigator.at == "keeping.own"
    write(navigator, "lake")
    assert choose(navigator, "begin") == "question.country"


# --- answers from home -------------------------------------------------------------------------


def test_answers_from_home_are_looked_at_and_carried_on_with(records_folder: Path) -> None:
    navigator = started(records_folder, brought=HOME)
    assert navigator.at == "keeping.brought" and "2 answered" in text_of(navigator.page)
    choose(navigator, "look")
    assert "Where do you live? United Kingdom" in text_of(navigator.page)
    navigator.back()
    assert choose(navigator, "carry_on") == "keeping.ask"
    navigator.back()
    assert navigator.at == "keeping.brought"
    choose(navigator, "carry_on", "no_trace")
    assert navigator.at == "question.signs"
    navigator.choose("none")
    assert navigator.at == "question.age"
    assert not records_folder.exists()


def test_answers_from_home_are_kept_where_the_command_line_says_so(records_folder: Path) -> None:
    navigator = started(records_folder, brought=HOME, keep=True, label="mine")
    assert choose(navigator, "carry_on") == "question.signs"
    assert kept(records_folder) == GIVEN


# --- going on on one's own computer ------------------------------------------------------------


def test_one_goes_on_at_the_question_reached_after_the_warning_signs(records_folder: Path) -> None:
    before(records_folder, GIVEN, "age")
    navigator = started(records_folder)
    assert navigator.at == "keeping.list"
    assert "river last used 20 November 2026 at 14:05" in text_of(navigator.page)
    assert choose(navigator, "open:0") == "keeping.recap"
    assert "Questions about warning signs are asked again" in text_of(navigator.page)
    choose(navigator, "look")
    navigator.back()
    assert choose(navigator, "go_on") == "question.signs"
    navigator.choose("none")
    assert navigator.at == "question.age" and navigator.page.kept == "kept on this computer"


def test_answers_that_do_not_fit_any_more_are_named_and_asked_again(records_folder: Path) -> None:
    before(records_folder, {**GIVEN, "hope": ("levitation",), "gone": ("x",)}, "age")
    navigator = started(records_folder)
    choose(navigator, "open:0")
    said = text_of(navigator.page)
    assert "This guide has changed." in said and "What do you hope" in said
    assert "does not ask any more: 1. They are still kept" in said and "gone" not in said
    choose(navigator, "go_on", "none")
    assert choose(navigator, "pain") == "question.age"
    assert kept(records_folder) == {**GIVEN, "hope": ("pain",), "gone": ("x",)}


def test_a_wrong_passphrase_is_answered_anew_each_time(records_folder: Path) -> None:
    before(records_folder, GIVEN, "age", PASSPHRASE)
    navigator = started(records_folder)
    assert "locked" in text_of(navigator.page)
    assert choose(navigator, "open:0") == "keeping.unlock"
    write(navigator, "not this one")
    assert navigator.page.notice.startswith("That passphrase does not open")
    write(navigator, "nor this")
    assert navigator.page.notice.startswith("It still did not work, at try 2.")
    assert write(navigator, PASSPHRASE) == "keeping.recap"


def test_going_back_lets_go_of_what_was_taken_up(records_folder: Path) -> None:
    before(records_folder, GIVEN, "age", PASSPHRASE)
    navigator = started(records_folder)
    choose(navigator, "open:0")
    navigator.back()
    assert navigator.at == "keeping.list"
    choose(navigator, "open:0")
    write(navigator, PASSPHRASE)
    navigator.back()
    assert navigator.at == "keeping.list" and visit_of(navigator).answers == {}
    with Records.at(records_folder) as records:
        assert not records.open("river", PASSPHRASE).only_looking
        choose(navigator, "open:0")
        assert write(navigator, PASSPHRASE) == "keeping.in_use"
        navigator.back()
        assert navigator.at == "keeping.list"
    navigator.back()
    assert navigator.at == "welcome"


def test_beginning_anew_keeps_nothing_of_what_was_looked_at(records_folder: Path) -> None:
    before(records_folder, GIVEN, "age")
    navigator = started(records_folder)
    assert choose(navigator, "new") == "keeping.ask"
    navigator.back()
    assert navigator.at == "keeping.list"
    choose(navigator, "new", "keep", "begin")
    assert (navigator.at, visit_of(navigator).answers) == ("question.country", {})


def test_what_was_erased_meanwhile_leads_back_to_the_list(records_folder: Path) -> None:
    entry = before(records_folder, GIVEN, "age")
    navigator = started(records_folder)
    with Records.at(records_folder) as records:
        records.erase(entry)
    assert choose(navigator, "open:0") == "keeping.failed"
    assert "not there any more" in text_of(navigator.page)
    assert choose(navigator, "list", "new") == "keeping.ask"


# --- open in another program -------------------------------------------------------------------


def in_use(records_folder: Path) -> Navigator:
    navigator = started(records_folder)
    choose(navigator, "open:0")
    return navigator


def test_what_is_open_elsewhere_is_looked_at_and_tried_again(
    records_folder: Path, held: Session
) -> None:
    navigator = in_use(records_folder)
    assert navigator.at == "keeping.in_use" and navigator.page.kept == "only looking"
    choose(navigator, "look")
    assert "United Kingdom" in text_of(navigator.page)
    navigator.back()
    assert choose(navigator, "again") == "keeping.in_use"
    held.close()
    assert choose(navigator, "again") == "keeping.recap"


def test_a_passphrase_is_not_asked_for_again_on_another_try(records_folder: Path) -> None:
    before(records_folder, GIVEN, "age", PASSPHRASE)
    with Records.at(records_folder) as records:
        held = records.open("river", PASSPHRASE)
        navigator = in_use(records_folder)
        assert write(navigator, PASSPHRASE) == "keeping.in_use"
        held.close()
        assert choose(navigator, "again") == "keeping.recap"


def test_no_way_leads_round_to_a_question_that_could_not_be_kept(
    records_folder: Path, held: Session
) -> None:
    navigator = in_use(records_folder)
    navigator.press("overview")
    choose(navigator, "part:start", "go:country")
    assert navigator.at == "keeping.list" and visit_of(navigator).answers == {}
    navigator = in_use(records_folder)
    navigator.press("summary")
    choose(navigator, "questions")
    assert navigator.at == "keeping.list"
    assert held.answers_given() == GIVEN


def test_from_what_is_open_elsewhere_one_can_start_anew(
    records_folder: Path, held: Session
) -> None:
    navigator = in_use(records_folder)
    assert choose(navigator, "new", "no_trace") == "question.country"
    assert visit_of(navigator).answers == {} and held.answers_given() == GIVEN


# --- at a clinic -------------------------------------------------------------------------------


def test_a_shared_store_gives_a_code_that_is_written_down_first(records_folder: Path) -> None:
    navigator = at_the_clinic(records_folder)
    assert navigator.at == "keeping.list"
    assert row_ids(navigator.page) == ["code", "new"]
    choose(navigator, "new")
    assert "The clinic's staff can read them there" in text_of(navigator.page)
    assert choose(navigator, "keep", "begin") == "keeping.new_code"
    code = navigator.sitting.code
    assert code in text_of(navigator.page) and "back" not in navigator.page.keys
    navigator.go_on()
    assert navigator.page.notice.startswith("Please write the code down first.")
    navigator.press("written_down")
    assert navigator.at == "question.country"
    navigator.press("overview")
    assert choose(navigator, "code") == "code" and code in text_of(navigator.page)


def test_a_code_opens_the_answers_and_a_wrong_one_is_mended(records_folder: Path) -> None:
    navigator = at_the_clinic(records_folder)
    choose(navigator, "new", "keep", "begin", "done")
    navigator.choose("uk")
    code = navigator.sitting.code
    navigator.close()
    later = at_the_clinic(records_folder)
    assert choose(later, "code") == "keeping.code"
    assert write(later, code.lower()[:-2]) == "keeping.code"
    assert "this one has 10." in later.page.notice
    assert box_of(later.page) == code.lower()[:-2]
    assert write(later, "0000-0000-0000") == "keeping.code"
    assert "this one has" not in later.page.notice
    assert write(later, code.lower()) == "keeping.recap"
    later.back()
    later.choose("code")
    later.back()
    assert later.at == "keeping.list"


def test_a_code_with_a_passphrase_asks_for_both(records_folder: Path) -> None:
    navigator = at_the_clinic(records_folder)
    choose(navigator, "new", "lock")
    write(navigator, PASSPHRASE, PASSPHRASE)
    choose(navigator, "begin", "done")
    code = navigator.sitting.code
    navigator.close()
    later = at_the_clinic(records_folder)
    choose(later, "code")
    assert write(later, code) == "keeping.unlock"
    later.back()
    assert later.at == "keeping.code"
    assert write(later, code, PASSPHRASE) == "keeping.recap"


# --- faults ------------------------------------------------------------------------------------


def test_where_nothing_can_be_kept_one_goes_on_without(records_folder: Path) -> None:
    records_folder.write_text("no folder")
    navigator = started(records_folder)
    assert navigator.at == "keeping.failed"
    assert "is not a folder. Do this: Move it away" in text_of(navigator.page)
    assert choose(navigator, "ask", "keep", "begin") == "keeping.failed"
    assert choose(navigator, "no_trace") == "question.country"
    assert navigator.page.kept == "nothing is kept"


def test_a_server_that_is_away_is_told_in_plain_words_before_those_for_the_staff(
    records_folder: Path,
) -> None:
    pytest.importorskip("psycopg")
    navigator = begin(records_folder.parent, Start(place=f"postgresql:///x?host={records_folder}"))
    said = text_of(navigator.page)
    plain, staff = said.index("You can go on all the same."), said.index("cannot be reached")
    assert plain < said.index("Please tell someone who works here.") < staff


def test_a_record_that_is_damaged_offers_to_start_anew(records_folder: Path) -> None:
    before(records_folder, GIVEN, "age")
    for file in records_folder.glob("records*"):
        file.write_bytes(b"no database" * 1000)
    navigator = started(records_folder)
    assert navigator.at == "keeping.failed"
    assert choose(navigator, "no_trace") == "question.country"


def test_an_answer_that_cannot_be_kept_is_said_and_held(records_folder: Path) -> None:
    navigator = started(records_folder, keep=True, label="mine")
    shutil.rmtree(records_folder)
    navigator.choose("uk")
    assert "could not be kept" in navigator.page.notice
    assert navigator.page.kept == "not kept at the moment"
    assert visit_of(navigator).answers == {"country": "uk"}


# --- what takes long ---------------------------------------------------------------------------


class Later:
    """Does what is slow only when it is told to, as a face with a thread would."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Then], Callable[[Then], None]]] = []

    def __call__(self, do: Callable[[], Then], done: Callable[[Then], None]) -> None:
        self.waiting.append((do, done))

    def finish(self) -> None:
        do, done = self.waiting.pop()
        done(do())


def test_while_it_takes_long_only_urgent_help_is_there_and_what_follows_waits_beneath(
    records_folder: Path,
) -> None:
    later = Later()
    sitting = Sitting(records_folder.parent, Start(place=str(records_folder)), Visit(AID, clock))
    navigator = Navigator(sitting, later)
    navigator.choose("start")
    assert navigator.page.heading == "One moment, please."
    assert navigator.page.keys == ("urgent",)
    navigator.press("summary")
    navigator.press("urgent")
    later.finish()
    assert navigator.at == "urgent"
    navigator.back()
    assert navigator.at == "keeping.ask"
