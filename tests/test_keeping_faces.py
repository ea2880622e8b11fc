"""Keeping and going on later on the full screen, and counselling in both faces."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid.content.load import load
from decision_aid.interview import conduct_interview
from decision_aid.line import Console, LineFace
from decision_aid.record import Records
from decision_aid.screens import keeping
from decision_aid.start import Start
from decision_aid.visit import Visit
from tests.conftest import NOWHERE, clock
from tests.keeping import GIVEN, PASSPHRASE, before, kept
from tests.tui.person import CONTENT, sitting_down

# --- the full screen -------------------------------------------------------------------------


async def test_each_answer_is_on_the_disk_before_the_next_question(
    tmp_path: Path, records_folder: Path
) -> None:
    async with sitting_down(tmp_path, start=Start()) as person:
        await person.press("enter", "1")
        await person.until_sees("May this computer keep")
        await person.press("1")
        await person.until_sees("Your answers get a label")
        await person.press("1")
        await person.until_sees("Where do you live?")
        assert person.sees("kept on this computer")
        await person.press("1", "enter")
        assert kept(records_folder) == {"country": ("uk",)}
        await person.press("p", "1", "enter")
        assert kept(records_folder) == {"country": ("uk",), "hope": ("fatigue",)}
    with Records.at(records_folder, make=False) as records:
        (entry,) = records.list()
        assert entry.label.count("-") == 2
        assert records.open_entry(entry).at == "hope_words"


async def test_with_no_trace_nothing_is_written_but_the_summary(
    tmp_path: Path, records_folder: Path
) -> None:
    async with sitting_down(tmp_path, start=Start()) as person:
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
    assert [path.name for path in tmp_path.rglob("*")] == ["my-summary-2026-11-20.txt"]


async def test_a_passphrase_is_asked_for_twice_and_never_seen(
    tmp_path: Path, records_folder: Path
) -> None:
    async with sitting_down(tmp_path, start=Start()) as person:
        await person.press("enter", "1")
        await person.until_sees("May this computer keep")
        await person.press("2")
        await person.until_sees("Nobody can open these answers without")
        await person.type("short")
        await person.press("enter")
        await person.until_sees("That has 5 characters, and it needs at least 8.")
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
    assert kept(records_folder, PASSPHRASE) == {"country": ("uk",)}
    assert not any(b'"uk"' in path.read_bytes() for path in records_folder.glob("records*"))


async def test_going_on_at_the_exact_question_after_the_warning_signs(
    tmp_path: Path, records_folder: Path
) -> None:
    before(records_folder, GIVEN, "age")

    async with sitting_down(tmp_path, start=Start()) as person:
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
    assert kept(records_folder) == GIVEN


async def test_what_is_open_elsewhere_can_be_looked_at_only(
    tmp_path: Path, records_folder: Path
) -> None:
    before(records_folder, GIVEN, "age")
    with Records.at(records_folder) as records:
        held = records.open("river")

        async with sitting_down(tmp_path, start=Start()) as person:
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


async def test_a_shared_store_gives_a_code_and_no_list(
    tmp_path: Path, records_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[str] = []

    def shared(_start: Start, *, make: bool) -> Records:
        return Records.at(records_folder, make=make, shared=True)

    monkeypatch.setattr(keeping, "records_at", shared)

    async with sitting_down(tmp_path, start=Start()) as person:
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
    async with sitting_down(tmp_path, start=Start()) as person:
        await person.press("enter", "1")
        await person.until_sees("Do you have a code")
        await person.press("1")
        await person.until_sees("What is your code?")
        await person.type(codes[0].lower()[:-2])
        await person.press("enter")
        await person.until_sees("A whole code has 12 letters and digits; this one has 10.")
        assert person.sees(codes[0].lower()[:-2])
        await person.type(codes[0].lower()[-2:])
        await person.press("enter")
        await person.until_sees("1 answered")


@pytest.mark.parametrize("size", [(80, 24), (40, 24)])
async def test_a_wrong_passphrase_is_answered_anew_until_the_right_one_opens(
    tmp_path: Path, records_folder: Path, size: tuple[int, int]
) -> None:
    before(records_folder, GIVEN, "age", PASSPHRASE)

    async with sitting_down(tmp_path, start=Start(), size=size) as person:
        await person.press("enter", "1")
        await person.click("river")
        await person.until_sees("What is the passphrase?")
        await person.press("enter")
        await person.until_sees("Nothing is written yet.")
        for said in (
            "That passphrase does not",
            "It still did not work, at try 2.",
            "It still did not work, at try 3.",
        ):
            await person.type("wrong")
            await person.press("enter")
            await person.until_sees(said)
        await person.type(PASSPHRASE)
        await person.press("enter")
        await person.until_sees("Welcome back")


async def test_a_refused_passphrase_leaves_a_narrow_screen_whole(
    tmp_path: Path, records_folder: Path
) -> None:
    async with sitting_down(tmp_path, start=Start(), size=(40, 24)) as person:
        await person.press("enter", "1")
        await person.until_sees("May this computer keep")
        await person.press("2")
        await person.until_sees("Choose a passphrase")
        await person.type("short")
        await person.press("enter")
        await person.until_sees("has 5 characters")
        assert person.lines[0].strip().startswith("CCSVI procedures")
        assert person.lines[-1].strip().endswith("F2 urgent help")


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
    assert {"agenda", "notes"} & {*conduct_interview(aid, {}).positions} == set()
    together = conduct_interview(aid, {}, audience="counsellor")
    assert together.path[0].id == "agenda"
    assert together.about == conduct_interview(aid, {}).about + 2


async def test_a_counsellor_has_prompts_an_agenda_notes_and_what_is_open(
    tmp_path: Path, for_two: Path
) -> None:
    async with sitting_down(tmp_path, content=for_two, start=TOGETHER) as person:
        await person.press("enter", "1")
        await person.until_sees("What do you want to leave with?")
        assert person.sees("For you, the counsellor: Let them say it first.")
        await person.type("A plan")
        await person.press("tab", "enter")
        await person.press("f4", "1", "enter", "n")
        await person.until_sees("Private notes")
        await person.until(lambda: person.screen.boxes.has_focus)
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
