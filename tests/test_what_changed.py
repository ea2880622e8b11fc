"""What changed since the last print stands on every copy, whoever printed the last one."""

from __future__ import annotations

from datetime import timedelta

from decision_aid.record import ContentVersion, Records
from decision_aid.start import Start
from decision_aid.visit import Visit
from tests.clinic_store import Store
from tests.conftest import clock
from tests.tui.person import sitting_down

HEADING = "What changed since the summary of 20 November 2026"


def change(clinic: Store, label: str, question: str, *given: str) -> None:
    """Somebody goes on with the session and answers otherwise."""
    with Records.at(clinic.place) as records:
        session = records.open(label)
        session.keep(question, given or None, clock() + timedelta(days=1))
        session.close()


def printed(clinic: Store, label: str, *look: str) -> str:
    """The copy that the clinic prints."""
    given = ("--format", "txt", "--output", "out", "--content", "small.yaml", *look)
    done = clinic.records("summary", label, *given)
    assert done.returncode == 0, done.stderr
    copies = sorted((clinic.folder / "out").glob("*.txt"), key=lambda path: path.stat().st_mtime_ns)
    return " ".join(copies[-1].read_text().split())


def test_a_changed_answer_stands_on_the_next_copies(clinic: Store) -> None:
    label = clinic.add(who="me", hope="rest", words="My own words")
    assert "changed" not in printed(clinic, label, "--date", "2026-11-20")
    change(clinic, label, "who", "you")
    change(clinic, label, "words", "Other words of mine")
    first = printed(clinic, label, "--date", "2026-12-01")
    assert f"{HEADING} - Who? Before: Me. Now: You." in first
    assert "Words? The words changed." in first
    staff = printed(clinic, label, "--date", "2026-12-01", "--edition", "staff")
    assert HEADING in staff
    assert "Who? Before: Me. Now: You." in staff
    assert printed(clinic, label, "--date", "2026-12-01") == first


def test_what_is_not_on_paper_is_not_the_last_print(clinic: Store) -> None:
    label = clinic.add(who="me")
    given = ("--output", "out", "--content", "small.yaml")
    assert clinic.records("summary", label, "--format", "json", *given).returncode == 0
    clinic.records("show", label, "--content", "small.yaml")
    change(clinic, label, "who", "you")
    assert "changed" not in printed(clinic, label)


def test_a_session_in_use_is_printed_and_not_remembered(clinic: Store) -> None:
    label = clinic.add(who="me")
    with Records.at(clinic.place) as records:
        session = records.open(label)
        assert "changed" not in printed(clinic, label)
        session.keep("who", ["you"], clock())
        assert session.last_print() is None
        session.close()


# --- what the person saves is a print too --------------------------------------------------------


async def test_what_the_person_saves_on_the_full_screen_counts(clinic: Store) -> None:
    start = Start(keep=True, label="mine", place=clinic.place)
    async with sitting_down(clinic.folder, content=clinic.content, start=start) as person:
        await person.press("enter", "1")
        await person.until(lambda: person.visit.session is not None)
        await person.until_sees("Who?")
        await person.press("1", "enter", "x", "1", "4")
        await person.until_sees("Your summary is saved")
        visit = person.visit
        visit.go_to("who")
        visit.answer(["you"])
        (block,) = [one for one in visit.summary().side_2 if one.id == "changed"]
        assert block.heading == HEADING


def test_what_the_person_saves_line_by_line_counts(clinic: Store) -> None:
    take = ("take", "--plain", "--keep", "mine", "--content", "small.yaml")
    done = clinic.run(*take, given="1\np\n/p\n1\n4\n3\n")
    assert done.returncode == 0, done.stderr
    assert list(clinic.folder.glob("my-summary-*.txt")), done.stdout
    change(clinic, "mine", "who", "you")
    assert "Who? Before: Me. Now: You." in printed(clinic, "mine")


def test_a_summary_is_there_also_when_the_last_one_cannot_be_read(clinic: Store) -> None:
    with Records.at(clinic.place) as records:
        visit = Visit(clinic.aid(), clock)
        visit.keep_in(records.begin(None, ContentVersion.of(clinic.aid()), clock()))
        visit.held.note_printed()
    assert visit.summary().details == ()
