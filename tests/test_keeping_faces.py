"""Keeping and going on later on the full screen, and counselling in both faces."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid.content.load import load
from decision_aid.interview import conduct_interview
from decision_aid.line import Console, LineFace
from decision_aid.record import Records, RecordsFault
from decision_aid.screens import keeping
from decision_aid.start import Brought, Start
from decision_aid.visit import Visit
from tests.conftest import NOWHERE, clock
from tests.keeping import GIVEN, PASSPHRASE, apart, before, kept
from tests.tui.person import CONTENT, Person, visit


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the records are."""
    return apart(tmp_path, monkeypatch)


# --- the full screen -------------------------------------------------------------------------


def test_each_answer_is_on_the_disk_before_the_next_question(tmp_path: Path, place: Path) -> None:
    async def steps(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("May this computer keep")
        await person.press("1")
        await person.until_sees("Your answers get a label")
        await person.press("1")
        await person.until_sees("Where do you live?")
        assert person.sees("kept on this computer")
        await person.press("1", "enter")
        assert kept(place) == {"country": ("uk",)}
        await person.press("p", "1", "enter")
        assert kept(place) == {"country": ("uk",), "hope": ("fatigue",)}

    visit(tmp_path, steps, start=Start())
    with Records.at(place, make=False) as records:
        (entry,) = records.list()
        assert entry.label.count("-") == 2
        assert records.open_entry(entry).at == "hope_words"


def test_with_no_trace_nothing_is_written_but_the_summary(tmp_path: Path, place: Path) -> None:
    async def steps(person: Person) -> None:
        await person.begin()
        assert person.sees("nothing is kept")
        await person.press("1", "enter", "p", "1", "enter")
        await person.until_sees("What do you want to ask?")
        await person.type("PLANTED")
        await person.press("f5")
        await person.until_sees("Your summary")
        assert [*tmp_path.rglob("*")] == []
        await person.press("1", "4")
        await person.until_sees("Your summary is saved")

    visit(tmp_path, steps, start=Start())
    assert [path.name for path in tmp_path.rglob("*")] == ["my-summary-2026-11-20.txt"]


def test_the_command_line_can_answer_the_question(tmp_path: Path, place: Path) -> None:
    async def none(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("Where do you live?")
        assert person.sees("nothing is kept")

    async def label(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("Where do you live?")
        assert person.sees("kept on this computer")

    visit(tmp_path, none, start=Start(keep=False))
    assert not place.exists()
    visit(tmp_path, label, start=Start(keep=True, label="My own words"))
    with Records.at(place, make=False) as records:
        assert [entry.label for entry in records.list()] == ["My own words"]


def test_a_passphrase_is_asked_for_twice_and_never_seen(tmp_path: Path, place: Path) -> None:
    async def steps(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("May this computer keep")
        await person.press("2")
        await person.until_sees("Nobody can open these answers without")
        await person.type("short")
        await person.press("enter")
        await person.until_sees("That has 5 characters. It needs at least 8.")
        await person.type(PASSPHRASE)
        assert person.sees("•" * len(PASSPHRASE))
        await person.press("enter")
        await person.until_sees("once more")
        assert not person.sees("four quiet")
        await person.type("something else")
        await person.press("enter")
        await person.until_sees("not the same")
        for _ in range(2):
            await person.type(PASSPHRASE)
            await person.press("enter")
            await person.pilot.pause()
        await person.until_sees("Your answers get a label")
        await person.press("1")
        await person.until_sees("Where do you live?")
        await person.press("1", "enter")

    visit(tmp_path, steps, start=Start())
    assert kept(place, PASSPHRASE) == {"country": ("uk",)}
    assert not any(b'"uk"' in path.read_bytes() for path in place.glob("records*"))


def test_going_on_at_the_exact_question_after_the_warning_signs(
    tmp_path: Path, place: Path
) -> None:
    before(place, GIVEN, "age")

    async def steps(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("last used 20 November 2026")
        await person.press("1")
        await person.until_sees("You had reached “")
        assert person.sees("2 answered")
        await person.press("1")
        assert person.visit.shown == "signs"
        await person.press("2", "enter")
        assert person.visit.shown == "age"
        await person.until_sees("how many years")

    visit(tmp_path, steps, start=Start())
    assert kept(place) == GIVEN


def test_a_wrong_passphrase_says_so_and_the_right_one_opens(tmp_path: Path, place: Path) -> None:
    before(place, GIVEN, "age", PASSPHRASE)

    async def steps(person: Person) -> None:
        await person.press("enter", "1")
        await person.click("river")
        await person.until_sees("What is the passphrase?")
        await person.type("not this one")
        await person.press("enter")
        await person.until_sees("does not open these answers")
        await person.type(PASSPHRASE)
        await person.press("enter")
        await person.until_sees("2 answered")

    visit(tmp_path, steps, start=Start())


def test_answers_that_the_content_no_longer_takes_are_named_kept_and_asked_again(
    tmp_path: Path, place: Path
) -> None:
    before(place, {**GIVEN, "hope": ("levitation",), "gone": ("x",)}, "age")

    async def steps(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("river")
        await person.press("1")
        await person.until_sees("This guide has changed.")
        assert person.sees("• What do you hope will") and person.sees("• gone")
        await person.press("1", "2", "enter")
        assert person.visit.shown == "hope"
        await person.press("3", "enter")
        assert person.visit.shown == "age"

    visit(tmp_path, steps, start=Start())
    assert kept(place) == {**GIVEN, "hope": ("pain",), "gone": ("x",)}


def test_what_is_open_elsewhere_can_be_looked_at_only(tmp_path: Path, place: Path) -> None:
    before(place, GIVEN, "age")
    with Records.at(place) as records:
        held = records.open("river")

        async def steps(person: Person) -> None:
            await person.press("enter", "1")
            await person.until_sees("river")
            await person.press("1")
            await person.until_sees("open in another program")
            await person.press("1")
            await person.until_sees("United Kingdom")
            await person.press("escape", "2")
            await person.until_sees("open in another program")
            held.close()
            await person.press("2")
            await person.until_sees("You had reached")

        visit(tmp_path, steps, start=Start())


def test_beginning_anew_is_at_the_first_question_and_holds_nothing(
    tmp_path: Path, place: Path
) -> None:
    before(place, GIVEN, "age")
    with Records.at(place) as records:
        held = records.open("river")

        async def steps(person: Person) -> None:
            await person.press("enter", "1")
            await person.until_sees("river")
            await person.press("1")
            await person.until_sees("open in another program")
            await person.press("3")
            await person.leave_no_trace()
            await person.until_sees("Where do you live?")
            assert person.visit.answers == {}

        visit(tmp_path, steps, start=Start())
        assert held.answers_given() == GIVEN


def test_a_shared_store_gives_a_code_and_no_list(
    tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[str] = []

    def shared(_start: Start, *, make: bool) -> Records:
        return Records.at(place, make=make, shared=True)

    monkeypatch.setattr(keeping, "records_at", shared)

    async def first(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("May this computer keep")
        await person.press("1")
        await person.until_sees("Your answers get a label")
        await person.press("1")
        await person.until_sees("Write down this code")
        codes.append(person.app.sitting.code)
        assert person.sees(codes[0])
        await person.press("enter", "enter")
        await person.until_sees("Please write the code down first.")
        assert person.sees(codes[0])
        await person.press("1", "1", "enter", "o")
        await person.click("The code for my answers")
        await person.until_sees(codes[0])
        await person.press("left", "left", "x", "4")
        await person.until_sees(f"The code that opens them: {codes[0]}")

    async def later(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("Do you have a code")
        await person.press("1")
        await person.until_sees("What is your code?")
        await person.type(codes[0].lower()[:-2])
        await person.press("enter")
        await person.until_sees("no answers under that code")
        assert person.sees(codes[0].lower()[:-2])
        assert person.sees("has 10.")
        await person.type(codes[0].lower()[-2:])
        await person.press("enter")
        await person.until_sees("1 answered")

    visit(tmp_path, first, start=Start())
    visit(tmp_path, later, start=Start())


WAYS = {
    "overview": (["o"], ["o"], "Is any of this new"),
    "welcome": (["left", "left"], ["left"], "Where do you live?"),
    "leaving": (["x", "4"], ["x", "4"], "Is any of this new"),
}
"""Where one can think it over, from the second question and from the one that then is shown."""


@pytest.mark.parametrize("way", WAYS)
def test_leaving_no_trace_can_be_thought_over(tmp_path: Path, place: Path, way: str) -> None:
    first, then, question = WAYS[way]

    async def steps(person: Person) -> None:
        await person.begin()
        await person.press("1", "enter", *first)
        await person.click("Keep my answers after all")
        await person.until_sees("May this computer keep")
        await person.press("left")
        await person.until_sees(question)
        assert person.sees("nothing is kept")
        await person.press(*then)
        await person.click("Keep my answers after all")
        await person.until_sees("May this computer keep")
        await person.press("enter")
        await person.until_sees("Your answers get a label")
        await person.press("enter")
        await person.until_sees(question)
        assert person.sees("kept on this computer")
        assert kept(place) == {"country": ("uk",)}
        await person.press("o")
        assert not person.sees("Keep my answers after all")

    visit(tmp_path, steps, start=Start())


def test_no_trace_on_the_command_line_stays_so(tmp_path: Path, place: Path) -> None:
    async def steps(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("Where do you live?")
        await person.press("o")
        assert person.sees("Where you are, and where you can go")
        assert not person.sees("Keep my answers after all")

    visit(tmp_path, steps, start=Start(keep=False))


def test_no_way_round_the_question_about_keeping(tmp_path: Path, place: Path) -> None:
    async def steps(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("May this computer keep")
        await person.press("x", "3")
        await person.until_sees("May this computer keep")
        await person.press("o", "2", "1")
        await person.until_sees("May this computer keep")

    visit(tmp_path, steps, start=Start())


def test_going_back_from_answers_taken_up_lets_them_go(tmp_path: Path, place: Path) -> None:
    before(place, GIVEN, "age")

    async def steps(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("river")
        await person.press("1")
        await person.until_sees("Welcome back")
        await person.press("left")
        await person.until_sees("Go on with answers kept earlier?")
        assert person.visit.answers == {}
        with Records.at(place) as records:
            held = records.open("river")
            assert not held.only_looking
            await person.press("1")
            await person.until_sees("open in another program")
            await person.press("left")
            await person.until_sees("Go on with answers kept earlier?")
        await person.press("2")
        await person.until_sees("May this computer keep")
        await person.press("left")
        await person.until_sees("Go on with answers kept earlier?")
        await person.press("left")
        await person.until_sees("Start")

    visit(tmp_path, steps, start=Start())


@pytest.mark.parametrize("size", [(80, 24), (40, 24)])
def test_a_passphrase_that_fails_again_is_answered_anew(
    tmp_path: Path, place: Path, size: tuple[int, int]
) -> None:
    before(place, GIVEN, "age", PASSPHRASE)

    async def steps(person: Person) -> None:
        await person.press("enter", "1")
        await person.click("river")
        await person.until_sees("What is the passphrase?")
        await person.press("enter")
        await person.until_sees("Nothing is written yet.")
        for said in ("That passphrase does not", "Still not, at try 2.", "Still not, at try 3."):
            await person.type("wrong")
            await person.press("enter")
            await person.until_sees(said)

    visit(tmp_path, steps, start=Start(), size=size)


def test_a_refused_passphrase_leaves_a_narrow_screen_whole(tmp_path: Path, place: Path) -> None:
    async def steps(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("May this computer keep")
        await person.press("2")
        await person.until_sees("Choose a passphrase")
        await person.type("short")
        await person.press("enter")
        await person.until_sees("has 5 characters")
        assert person.lines[0].strip().startswith("CCSVI procedures")
        assert person.lines[-1].strip().endswith("F9 keys")

    visit(tmp_path, steps, start=Start(), size=(40, 24))


def test_a_label_that_will_not_do_is_mended_and_nothing_else_asked_again(
    tmp_path: Path, place: Path
) -> None:
    before(place, GIVEN, "age")

    async def steps(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("river")
        await person.press("2")
        await person.until_sees("May this computer keep")
        await person.press("2")
        for title in ("Choose a passphrase", "once more"):
            await person.until_sees(title)
            await person.type(PASSPHRASE)
            await person.press("enter")
        await person.until_sees("Your answers get a label")
        await person.press("3")
        await person.until_sees("What label do you want?")
        await person.type("x" * 41)
        await person.press("enter")
        await person.until_sees("1 to 40 characters")
        await person.press(*["backspace"] * 41)
        await person.type("River")
        await person.press("enter")
        await person.until_sees("Go on with this label")
        await person.press("1")
        await person.until_sees("in use already")
        await person.type("bed")
        await person.press("enter")
        await person.until_sees("Go on with this label")
        await person.press("1")
        await person.until_sees("Where do you live?")

    visit(tmp_path, steps, start=Start())
    with Records.at(place, make=False) as records:
        assert {(one.label, one.locked) for one in records.list()} == {
            ("river", False),
            ("Riverbed", True),
        }


def test_a_server_that_is_away_is_told_in_plain_words_before_those_for_the_staff(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_start: Start, *, make: bool) -> Records:
        raise RecordsFault("server_away")

    monkeypatch.setattr(keeping, "records_at", away)

    async def steps(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("Your answers cannot be kept")
        text = " ".join(" ".join(person.lines).split())
        plain, staff = text.index("You can go on all the same."), text.index("cannot be reached")
        assert plain < text.index("Please tell someone who works here.") < staff

    visit(tmp_path, steps, start=Start(place="postgresql:///x"))


def test_where_nothing_can_be_kept_one_goes_on_without(
    tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECISION_AID_RECORDS", str(CONTENT))

    async def steps(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("cannot")
        await person.click("Go on without keeping")
        await person.until_sees("Where do you live?")

    visit(tmp_path, steps, start=Start())


def test_answers_from_home_are_looked_at_and_gone_on_with(tmp_path: Path, place: Path) -> None:
    brought = Brought(GIVEN, dict.fromkeys(GIVEN, clock()), "age")

    async def steps(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("Answers from home are here")
        await person.press("1")
        await person.until_sees("United Kingdom")
        await person.press("escape", "2")
        await person.leave_no_trace()
        assert person.visit.shown == "signs"
        await person.press("2", "enter")
        assert person.visit.shown == "age"

    visit(tmp_path, steps, start=Start(brought=brought))
    assert not place.exists()


# --- counselling -----------------------------------------------------------------------------

FOR_TWO = """\
  - id: two
    title: For two
    items:
      - {id: agenda, type: text, text: What do you want to leave with?, audience: counsellor,
         use: agenda, prints: never, prompt: Let them say it first.}
      - {id: notes, type: text, text: Notes, audience: counsellor, use: notes,
         prints: never}
"""
TOGETHER = Start(keep=False, audience="counsellor")


@pytest.fixture
def for_two(tmp_path: Path) -> Path:
    """Content with a counsellor's questions."""
    path = tmp_path / "two.yaml"
    text = CONTENT.read_text("utf-8").replace("sections:\n", "sections:\n" + FOR_TWO, 1)
    path.write_text(text, "utf-8")
    return path


def test_patients_are_never_asked_what_is_for_a_counsellor(for_two: Path) -> None:
    aid = load(for_two)
    assert {"agenda", "notes"} & {*conduct_interview(aid, {}).places} == set()
    together = conduct_interview(aid, {}, audience="counsellor")
    assert together.path[0].id == "agenda"
    assert together.about == conduct_interview(aid, {}).about + 2


def test_a_counsellor_has_prompts_an_agenda_notes_and_what_is_open(
    tmp_path: Path, for_two: Path
) -> None:
    async def steps(person: Person) -> None:
        await person.press("enter", "1")
        await person.until_sees("What do you want to leave with?")
        assert person.sees("For you, the counsellor: Let them say it first.")
        await person.type("A plan")
        await person.press("tab", "enter")
        await person.press("f4", "1", "enter", "n")
        await person.until_sees("Private notes")
        await person.until(lambda: person.screen.writing)
        await person.type("Tired today")
        await person.press("tab", "enter")
        assert not person.sees("Private notes")
        assert person.visit.answers["notes"] == "Tired today"
        assert person.visit.shown == "signs"
        person.visit.go_to("c1")
        person.screen.show()
        await person.press("1", "enter")
        await person.until_sees("How would you tell this to a friend?")
        await person.press("x")
        await person.click("Covered, and still open")
        await person.until_sees("What they wanted to leave with: A plan")
        assert person.sees("Still open") and person.sees("Worth saying once more")
        summary = person.visit.summary()
        assert "Tired" not in repr(summary) and "A plan" not in repr(summary)

    visit(tmp_path, steps, content=for_two, start=TOGETHER)


def test_without_a_counsellor_neither_prompts_nor_notes_are_there(
    tmp_path: Path, for_two: Path
) -> None:
    async def steps(person: Person) -> None:
        await person.begin()
        assert not person.sees("notes")
        await person.press("n")
        assert not person.sees("Private notes")
        person.visit.go_to("c1")
        person.screen.show()
        await person.press("1", "enter")
        assert not person.sees("counsellor")

    visit(tmp_path, steps, content=for_two)


def test_by_line_a_counsellor_has_prompts_and_notes(for_two: Path) -> None:
    lines = iter(["A plan", "", "n", "Tired today", "k", "1", "1"])
    told: list[str] = []

    def ask(prompt: str) -> str:
        told.append(prompt)
        for line in lines:
            return line
        raise EOFError

    taken = Visit(load(for_two), clock, audience="counsellor")
    LineFace(taken, Console(ask, told.append, 200), TOGETHER, NOWHERE).run()
    assert "For you, the counsellor: Let them say it first." in told
    assert "What they wanted to leave with: A plan" in told
    assert told[told.index("Covered") + 1] == "- For two"
    assert (taken.answers["agenda"], taken.answers["notes"]) == ("A plan", "Tired today")
    assert taken.answers["country"] == "uk"
