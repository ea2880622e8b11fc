"""Keeping and giving back, the same on both databases."""

from __future__ import annotations

import string
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from decision_aid.content import DecisionAid
from decision_aid.record import ContentVersion, Printed, Records, RecordsFault, StoredAnswer
from decision_aid.record.faults import NotKept
from decision_aid.record.reading import interpret_answers
from decision_aid.visit import Visit
from tests.conftest import clock
from tests.record.conftest import STAMP, Child, Place, until
from tests.record.ended_visits import Way, ended_visit

NOW = clock()
WORDS = st.text(max_size=30)
KEPT = st.builds(
    StoredAnswer,
    st.sampled_from(["who", "hope", "signs.weak", "é\x00\ud800"]),
    st.none() | st.lists(WORDS, max_size=3).map(tuple),
    st.datetimes(timezones=st.none() | st.just(UTC)),
)


def test_answers_come_back_as_given_and_in_their_order(place: Place, records: Records) -> None:
    session = records.begin(None, STAMP, NOW)
    session.keep("who", ["me"], NOW)
    session.keep("note", (), NOW)
    session.keep("ask", None, NOW)
    session.keep("hope", ["fatigue", "walking"], NOW)
    session.show("risks")
    session.close()
    again = place.again(records, place.name(session))
    assert list(again.answers_given().items()) == [
        ("who", ("me",)), ("note", ()), ("ask", None), ("hope", ("fatigue", "walking")),
    ]  # fmt: skip
    assert again.at == "risks"
    assert again.entry.answered == 2


@pytest.mark.parametrize("passphrase", [None, "four kind words here"])
def test_whatever_is_kept_comes_back(
    place: Place, records: Records, passphrase: str | None
) -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(KEPT, max_size=8))
    def holds(answers: list[StoredAnswer]) -> None:
        session = records.begin(None, STAMP, NOW, passphrase)
        latest: dict[str, StoredAnswer] = {}
        for kept in answers:
            session.keep(kept.question, kept.given, kept.moment)
            latest.pop(kept.question, None)
            latest[kept.question] = kept
        session.close()
        again = place.again(records, place.name(session), passphrase)
        assert again.answers() == tuple(latest.values())
        again.close()

    holds()


def test_the_latest_answer_counts_though_the_clock_runs_backwards(
    place: Place, records: Records
) -> None:
    session = records.begin(None, STAMP, NOW)
    session.keep("who", ["me"], NOW)
    session.keep("lean", ["wait"], NOW - timedelta(days=1))
    session.keep("who", ["you"], NOW - timedelta(days=20_000))
    assert list(session.answers_given().items()) == [("lean", ("wait",)), ("who", ("you",))]
    assert session.moments()["who"] == NOW - timedelta(days=20_000)


def test_a_list_shows_no_answers(records: Records) -> None:
    session = records.begin("My label", STAMP, NOW)
    session.keep("who", ["me-MARKER"], NOW + timedelta(hours=1))
    session.keep("ask", None, NOW + timedelta(hours=2))
    (entry,) = records.list()
    assert (entry.label, entry.content, entry.answered) == ("My label", STAMP, 1)
    assert (entry.begun, entry.last) == (NOW, NOW + timedelta(hours=2))
    assert (entry.locked, entry.in_use) == (False, True)
    assert "MARKER" not in repr(entry)
    session.close()
    assert not records.list()[0].in_use


def test_the_last_used_stands_first_in_the_list(records: Records) -> None:
    for hours, label in ((3, "old"), (9, "new"), (5, "middle")):
        records.begin(label, STAMP, NOW + timedelta(hours=hours)).close()
    assert [entry.label for entry in records.list()] == ["new", "middle", "old"]


def test_the_answers_of_the_last_print_stay_when_they_change(
    place: Place, records: Records
) -> None:
    session = records.begin(None, STAMP, NOW)
    session.keep("who", ["me"], NOW)
    session.keep("lean", None, NOW)
    assert session.last_print() is None
    session.mark_printed(NOW.date())
    session.close()
    again = place.again(records, place.name(session))
    again.keep("who", ["you"], NOW)
    assert again.last_print() == Printed(NOW.date(), {"who": ("me",), "lean": None})


def test_printed_once_more_a_summary_is_compared_with_the_same_one_before(
    records: Records,
) -> None:
    session = records.begin(None, STAMP, NOW)
    days = [NOW.date() + timedelta(days=number) for number in range(3)]
    for day, answer in zip(days, ("first", "second", "third"), strict=True):
        session.keep("who", [answer], NOW)
        session.mark_printed(day)
        session.mark_printed(day)
    assert session.last_print() == Printed(days[1], {"who": ("second",)})


def test_going_on_with_newer_content_is_noted(place: Place, records: Records) -> None:
    session = records.begin(None, STAMP, NOW)
    newer = ContentVersion("small", "0.2.0", "def")
    session.change_content(newer)
    assert session.entry.content == newer
    assert records.list()[0].content == newer


# --- two programs ---


def test_a_second_opening_can_look_but_not_write(place: Place, records: Records) -> None:
    session = records.begin(None, STAMP, NOW)
    session.keep("who", ["me"], NOW)
    for others in (records, place.records()):
        second = place.again(others, place.name(session))
        assert second.only_looking
        with pytest.raises(NotKept, match="another program"):
            second.keep("who", ["you"], NOW)
        session.keep("lean", ["wait"], NOW)
        assert second.answers_given() == {"who": ("me",), "lean": ("wait",)}
        with pytest.raises(RecordsFault) as fault:
            others.erase(second)
        assert fault.value.kind == "in_use"


def test_looking_does_not_keep_others_from_writing(place: Place, records: Records) -> None:
    name = place.name(session := records.begin(None, STAMP, NOW))
    session.close()
    assert place.again(records, name, looking=True).only_looking
    assert not place.again(records, name).only_looking


def test_the_lock_dies_with_its_owner(place: Place) -> None:
    def work(say: Callable[[str], None]) -> None:
        with place.records() as records:
            session = records.begin(None, STAMP, NOW)
            session.keep("who", ["me"], NOW)
            say(place.name(session))
            while True:
                session.keep("who", ["me"], NOW)

    child = Child(work)
    (name,) = child.wait_for(1)
    with place.records() as records:
        assert place.again(records, name).only_looking
        child.kill()
        until(lambda: not records.list()[0].in_use)
        session = place.again(records, name)
        session.keep("who", ["you"], NOW)
        assert session.answers_given() == {"who": ("you",)}


@pytest.mark.parametrize("answers", [1, 2, 5])
@pytest.mark.parametrize("passphrase", [None, "four kind words here"])
def test_killed_after_an_answer_nothing_is_lost(
    place: Place, answers: int, passphrase: str | None
) -> None:
    def work(say: Callable[[str], None]) -> None:
        with place.records() as records:
            session = records.begin(None, STAMP, NOW, passphrase)
            say(place.name(session))
            for number in range(10_000):
                session.keep(f"q{number % 40}", [f"answer {number}"], NOW)
                say(str(number))

    child = Child(work)
    name, *acknowledged = child.wait_for(answers + 1)
    acknowledged += child.kill()
    with place.records() as records:
        until(lambda: not records.list()[0].in_use)
        session = place.again(records, name, passphrase)
        last = list(session.answers_given().values())[-1]
        assert last in ((f"answer {acknowledged[-1]}",), (f"answer {int(acknowledged[-1]) + 1}",))


@pytest.mark.parametrize("at_key", [1, 7, 20])
def test_a_visit_killed_at_a_keystroke_goes_on_where_it_was(
    place: Place, aid: DecisionAid, at_key: int
) -> None:
    ended = ended_visit(aid, Way("kill -9", place.address), 3, at_key)
    with place.records() as records:
        until(lambda: not records.list()[0].in_use)
        session = place.again(records, ended.name)
        there = session.answers_given()
        assert {name: there[name] for name in ended.kept} == ended.kept
        assert len(there) - len(ended.kept) <= 1
        assert interpret_answers(aid, there)[1] == ()
        assert not session.only_looking


# --- labels and codes ---


def test_a_personal_store_opens_by_label_and_each_stands_for_one(tmp_path: Path) -> None:
    with Records.at(str(tmp_path), shared=False) as records:
        records.begin("Blue River", STAMP, NOW).close()
        assert records.open("blue-river").entry.label == "Blue River"
        for typed, kind in (("BLUE  river", "label_taken"), ("a\n" * 40, "label_wrong")):
            with pytest.raises(RecordsFault) as fault:
                records.begin(typed, STAMP, NOW)
            assert fault.value.kind == kind
        with pytest.raises(RecordsFault, match="no answers under that label"):
            records.open("red river")


def test_a_shared_store_opens_by_code_only(place: Place) -> None:
    with Records.at(place.address, shared=True) as records:
        first, second = (records.begin("Anna", STAMP, NOW) for _ in range(2))
        first.keep("who", ["me"], NOW)
        first.close()
        assert records.open_by_code(first.code.lower().replace("-", " ")).answers_given()
        assert first.code != second.code
        for typed in ("Anna", "", "0000-0000-0000", second.entry.id):
            with pytest.raises(RecordsFault) as fault:
                records.open_by_code(typed)
            assert fault.value.kind == "no_such_code"
        with pytest.raises(RecordsFault) as fault:
            records.open("Anna")
        assert fault.value.kind == "by_code_only"
        staff = next(entry for entry in records.list() if entry.id == first.entry.id)
        assert records.open_entry(staff, looking=True).answers_given() == {"who": ("me",)}


def test_a_code_is_not_stored(place: Place) -> None:
    with Records.at(place.address, shared=True) as records:
        code = records.begin(None, STAMP, NOW).code
        assert set(code) <= set(string.digits + string.ascii_uppercase + "-")
        rows = records._database.read("SELECT * FROM decision_aid_session")
        assert code not in repr(rows)
        assert code.replace("-", "") not in repr(rows)


# --- erasing ---


def test_erased_answers_are_gone_and_others_stay(place: Place, records: Records) -> None:
    kept, erased = (records.begin(None, STAMP, NOW) for _ in range(2))
    for session in (kept, erased):
        session.keep("who", ["me"], NOW)
        session.mark_printed(NOW.date())
    done = records.erase(erased)
    assert done.complete
    assert [entry.id for entry in records.list()] == [kept.entry.id]
    tables = ("decision_aid_session", "decision_aid_answer", "decision_aid_print")
    counts = [records._database.read(f"SELECT count(*) FROM {one}") for one in tables]
    assert counts == [[(1,)], [(1,)], [(1,)]]
    with pytest.raises(RecordsFault):
        place.again(records, place.name(erased))


def test_staff_can_erase_what_they_cannot_open(records: Records) -> None:
    session = records.begin(None, STAMP, NOW, "four kind words here")
    session.close()
    records.erase(session.entry)
    assert records.list() == ()


def test_keeping_after_an_erasure_says_so(records: Records) -> None:
    session = records.begin(None, STAMP, NOW)
    with records._database.writing() as run:
        run("DELETE FROM decision_aid_session WHERE id = ?", (session.entry.id,))
    with pytest.raises(NotKept, match="erased"):
        session.keep("who", ["me"], datetime(2026, 11, 20))


def test_a_look_at_a_question_writes_nothing(
    aid: DecisionAid, place: Place, records: Records
) -> None:
    session = records.begin(None, ContentVersion.of(aid), NOW)
    visit = Visit(aid, clock, session=session)
    for _ in range(3):
        visit.pass_over()
    reached = visit.shown
    visit.go_to("country")
    session.close()
    assert visit.shown == "country"
    assert place.again(records, place.name(session)).at == reached
