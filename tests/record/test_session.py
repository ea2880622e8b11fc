"""One session: what waits and is tried again, looking only, prints, and a lock that was lost."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from decision_aid.content import DecisionAid
from decision_aid.record import ContentVersion, Printed, Records, RecordsFault, StoredAnswer
from decision_aid.record.faults import NotKept
from decision_aid.record.locks import FileLock
from decision_aid.record.session import Session
from decision_aid.record.sqlite_file import SqliteFile
from decision_aid.visit import Visit
from tests.conftest import clock
from tests.record.conftest import STAMP
from tests.small import small_aid

NOW = clock()
DAY = NOW.date()


@pytest.fixture
def personal(records_folder: Path) -> Iterator[Records]:
    """The records of one person, in a folder."""
    with Records.at(records_folder) as records:
        yield records


@pytest.fixture
def own_session(personal: Records) -> Session:
    return personal.begin("mine", STAMP, NOW)


@contextlib.contextmanager
def taken_away(folder: Path) -> Iterator[None]:
    """Somebody moves the file away, and puts it back."""
    path, aside = folder / "records.sqlite", folder / "aside"
    path.rename(aside)
    try:
        yield
    finally:
        aside.rename(path)


def on_disk(folder: Path) -> list[StoredAnswer]:
    """What another program finds there now."""
    with Records.at(folder, make=False) as others:
        return list(others.open("mine", looking=True).answers())


# --- what could not be written waits -------------------------------------------------------------


def test_several_answers_that_waited_are_all_written_in_their_order(
    records_folder: Path, own_session: Session
) -> None:
    own_session.keep("before", ["0"], NOW)
    with taken_away(records_folder):
        for number, name in enumerate(("first", "second", "third"), 1):
            with pytest.raises(NotKept):
                own_session.keep(name, [str(number)], NOW)
            assert own_session.unsaved == number
    own_session.keep("last", ["4"], NOW)
    assert own_session.unsaved == 0
    assert [(one.question, one.given) for one in on_disk(records_folder)] == [
        ("before", ("0",)),
        ("first", ("1",)),
        ("second", ("2",)),
        ("third", ("3",)),
        ("last", ("4",)),
    ]


def test_of_two_answers_to_one_question_that_waited_the_later_is_written_in_its_place(
    records_folder: Path, own_session: Session
) -> None:
    with taken_away(records_folder):
        for name, given in (("who", "me"), ("hope", "rest"), ("who", "you")):
            with pytest.raises(NotKept):
                own_session.keep(name, [given], NOW)
        assert own_session.unsaved == 2
    own_session.try_again()
    assert [(one.question, one.given) for one in on_disk(records_folder)] == [
        ("hope", ("rest",)),
        ("who", ("you",)),
    ]


def test_what_waits_is_tried_once_more_at_the_end(
    records_folder: Path, own_session: Session
) -> None:
    with taken_away(records_folder), pytest.raises(NotKept):
        own_session.keep("who", ["me"], NOW)
    own_session.close()
    assert [one.question for one in on_disk(records_folder)] == ["who"]


def test_the_end_comes_also_where_what_waits_cannot_be_written(
    records_folder: Path, personal: Records, own_session: Session
) -> None:
    with taken_away(records_folder):
        with pytest.raises(NotKept):
            own_session.keep("who", ["me"], NOW)
        own_session.close()
    assert not personal.open("mine").only_looking


def test_what_was_written_once_is_not_written_again(
    records_folder: Path, own_session: Session
) -> None:
    own_session.keep("who", ["me"], NOW)
    own_session.keep("hope", ["rest"], NOW + timedelta(hours=1))
    own_session.try_again()
    with Records.at(records_folder, make=False) as others:
        (entry,) = others.list()
    assert (entry.answered, entry.last) == (2, NOW + timedelta(hours=1))


def test_what_was_refused_does_not_count_as_seen(
    records_folder: Path, own_session: Session
) -> None:
    own_session.show("one")
    with taken_away(records_folder), pytest.raises(NotKept):
        own_session.show("two")
    assert own_session.at == "one"
    own_session.show("two")
    own_session.close()
    with Records.at(records_folder, make=False) as others:
        assert others.open("mine", looking=True).at == "two"


def test_the_question_that_is_shown_already_is_not_written_again(
    records_folder: Path, own_session: Session
) -> None:
    own_session.show("one")
    with taken_away(records_folder):
        own_session.show("one")
    assert own_session.at == "one"


def test_the_question_shown_may_be_the_end(records_folder: Path, own_session: Session) -> None:
    own_session.show("one")
    own_session.show(None)
    own_session.close()
    with Records.at(records_folder, make=False) as others:
        assert others.open("mine", looking=True).at is None


def test_an_answer_leaves_the_question_shown_as_it_was(
    records_folder: Path, own_session: Session
) -> None:
    own_session.show("one")
    own_session.keep("who", ["me"], NOW)
    own_session.mark_printed(DAY)
    own_session.close()
    with Records.at(records_folder, make=False) as others:
        assert others.open("mine", looking=True).at == "one"


def test_several_kept_together_are_each_there(records_folder: Path, own_session: Session) -> None:
    answers = [StoredAnswer(f"q{n}", (str(n),), NOW + timedelta(minutes=n)) for n in range(4)]
    own_session.keep_all(answers)
    assert on_disk(records_folder) == answers
    with Records.at(records_folder, make=False) as others:
        (entry,) = others.list()
    assert (entry.answered, entry.last) == (4, NOW + timedelta(minutes=3))
    assert own_session.answers() == tuple(answers)
    assert list(own_session.moments().values()) == [one.moment for one in answers]


def test_an_answer_goes_on_from_those_there_already(
    records_folder: Path, personal: Records
) -> None:
    first = personal.begin("mine", STAMP, NOW)
    first.keep("who", ["me"], NOW)
    first.keep("hope", None, NOW)
    first.close()
    again = personal.open("mine")
    again.keep("lean", ["to"], NOW)
    again.keep("who", ["you"], NOW)
    assert [(one.question, one.given) for one in on_disk(records_folder)] == [
        ("hope", None),
        ("lean", ("to",)),
        ("who", ("you",)),
    ]


def test_going_on_without_an_answer_leaves_the_day_of_the_last_one(
    records_folder: Path, own_session: Session, personal: Records
) -> None:
    own_session.keep("who", ["me"], NOW + timedelta(days=2))
    own_session.show("hope")
    own_session.close()
    personal.open("mine").show("lean")
    assert personal.list()[0].last == NOW + timedelta(days=2)


# --- only looking --------------------------------------------------------------------------------


@pytest.fixture
def looking(personal: Records, own_session: Session) -> Session:
    """The same session, opened while another program writes to it."""
    own_session.keep("who", ["me"], NOW)
    return personal.open("mine")


def test_whoever_only_looks_changes_nothing(
    records_folder: Path, own_session: Session, looking: Session
) -> None:
    newer = ContentVersion("small", "0.2.0", "def")
    refused: list[Callable[[], None]] = [
        lambda: looking.keep("who", ["you"], NOW),
        lambda: looking.keep_all([StoredAnswer("hope", None, NOW)]),
        looking.try_again,
        lambda: looking.show("who"),
        lambda: looking.mark_printed(DAY),
        lambda: looking.change_content(newer),
    ]
    for attempt in refused:
        with pytest.raises(NotKept) as error:
            attempt()
        assert error.value.fault.kind == "in_use"
    assert looking.unsaved == 0
    assert looking.entry.content == STAMP
    looking.close()
    assert on_disk(records_folder) == [StoredAnswer("who", ("me",), NOW)]
    assert (own_session.at, own_session.last_print()) == (None, None)
    assert looking.answers_given() == {"who": ("me",)}


def test_after_its_end_a_session_is_only_looked_at(own_session: Session, personal: Records) -> None:
    own_session.close()
    own_session.close()
    assert own_session.only_looking
    with pytest.raises(NotKept):
        own_session.keep("who", ["me"], NOW)
    assert not personal.open("mine").only_looking


def test_whoever_holds_it_does_not_only_look(own_session: Session) -> None:
    assert not own_session.only_looking


# --- what was printed ----------------------------------------------------------------------------


def prints(session: Session, *answers: str) -> list[date]:
    """Answer and print, a day apart; the days."""
    days = [DAY + timedelta(days=number) for number in range(len(answers))]
    for day, answer in zip(days, answers, strict=True):
        session.keep("who", [answer], NOW)
        session.mark_printed(day)
    return days


def test_nothing_was_printed_before_the_first_print(own_session: Session) -> None:
    own_session.keep("who", ["me"], NOW)
    assert own_session.last_print() is None
    own_session.mark_printed(DAY)
    assert own_session.last_print() is None


def test_the_print_before_is_the_last_one_of_other_answers(own_session: Session) -> None:
    days = prints(own_session, "first", "second", "third")
    assert own_session.last_print() == Printed(days[1], {"who": ("second",)})
    own_session.keep("who", ["fourth"], NOW)
    assert own_session.last_print() == Printed(days[2], {"who": ("third",)})
    own_session.keep("who", ["third"], NOW)
    assert own_session.last_print() == Printed(days[1], {"who": ("second",)})


def test_the_prints_are_there_when_it_is_opened_again(
    personal: Records, own_session: Session
) -> None:
    days = prints(own_session, "first", "second")
    own_session.close()
    again = personal.open("mine")
    assert again.last_print() == Printed(days[0], {"who": ("first",)})
    again.keep("who", ["third"], NOW)
    assert again.last_print() == Printed(days[1], {"who": ("second",)})


def test_a_print_that_could_not_be_noted_is_no_print(
    records_folder: Path, own_session: Session
) -> None:
    days = prints(own_session, "first")
    own_session.keep("who", ["second"], NOW)
    with taken_away(records_folder), pytest.raises(NotKept):
        own_session.mark_printed(DAY + timedelta(days=9))
    assert own_session.last_print() == Printed(days[0], {"who": ("first",)})


# --- other content -------------------------------------------------------------------------------


def test_a_session_goes_on_with_other_content_only_when_that_is_on_the_disk(
    records_folder: Path, personal: Records, own_session: Session
) -> None:
    newer = ContentVersion("small", "0.2.0", "def")
    with taken_away(records_folder), pytest.raises(NotKept):
        own_session.change_content(newer)
    assert (own_session.entry.content, personal.list()[0].content) == (STAMP, STAMP)
    own_session.change_content(newer)
    assert (own_session.entry.content, personal.list()[0].content) == (newer, newer)


# --- what others did to the rows -----------------------------------------------------------------

ALTERED = (
    "UPDATE decision_aid_answer SET counter = counter + 7",
    "DELETE FROM decision_aid_answer WHERE counter = 1",
    "UPDATE decision_aid_session SET state = '{}'",
)
GONE = (
    "DELETE FROM decision_aid_answer",
    "DELETE FROM decision_aid_print",
    "DELETE FROM decision_aid_session",
)


def rows_changed(folder: Path, *statements: str) -> None:
    """What another program does to the file."""
    with contextlib.closing(SqliteFile(folder)) as file, file.writing() as run:
        for statement in statements:
            run(statement, ())


@pytest.mark.parametrize("statement", ALTERED)
def test_answers_that_were_altered_are_not_taken_for_the_person_s(
    records_folder: Path, own_session: Session, statement: str
) -> None:
    own_session.keep("who", ["me"], NOW)
    own_session.keep("hope", ["rest"], NOW)
    rows_changed(records_folder, statement)
    with pytest.raises(RecordsFault) as error:
        own_session.answers()
    assert error.value.kind == "altered"


@pytest.mark.parametrize("passphrase", [None, "four kind words here"])
def test_a_print_that_was_taken_out_is_missed(
    records_folder: Path, personal: Records, passphrase: str | None
) -> None:
    session = personal.begin("mine", STAMP, NOW, passphrase)
    prints(session, "first", "second")
    rows_changed(records_folder, "DELETE FROM decision_aid_print")
    with pytest.raises(RecordsFault) as error:
        session.last_print()
    assert error.value.kind == "altered"


def test_an_erased_session_says_that_it_is_gone(records_folder: Path, own_session: Session) -> None:
    own_session.keep("who", ["me"], NOW)
    rows_changed(records_folder, *GONE)
    for attempt in (own_session.answers, own_session.answers_given, own_session.moments):
        with pytest.raises(RecordsFault) as fault:
            attempt()
        assert fault.value.kind == "gone"
    with pytest.raises(NotKept) as error:
        own_session.keep("hope", ["rest"], NOW)
    assert error.value.fault.kind == "gone"
    with pytest.raises(NotKept) as error:
        own_session.mark_printed(DAY)
    assert error.value.fault.kind == "gone"


# --- a lock that was lost ------------------------------------------------------------------------


class Server(SqliteFile):
    """A file whose locks can be lost, as those of a server are with the connection."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.locks: list[FileLock] = []

    def lock_session(self, session: str) -> FileLock | None:
        """The lock, where it is free."""
        lock = super().lock_session(session)
        self.locks += [lock] if lock else []
        return lock

    def cut_off(self) -> None:
        """The connection is lost, and with it every lock."""
        for lock in self.locks:
            lock.release()


@pytest.fixture
def unsteady(records_folder: Path) -> Iterator[Server]:
    with contextlib.closing(Server(records_folder)) as running:
        yield running


def test_a_lost_lock_is_taken_again_before_anything_is_written(
    records_folder: Path, unsteady: Server
) -> None:
    session = Records(unsteady).begin("mine", STAMP, NOW)
    session.keep("who", ["me"], NOW)
    unsteady.cut_off()
    session.keep("hope", ["rest"], NOW)
    assert len(unsteady.locks) == 2
    session.keep("lean", ["to"], NOW)
    assert len(unsteady.locks) == 2
    assert [one.question for one in on_disk(records_folder)] == ["who", "hope", "lean"]


def test_what_another_wrote_while_the_lock_was_lost_stays(
    records_folder: Path, unsteady: Server, personal: Records
) -> None:
    session = Records(unsteady).begin("mine", STAMP, NOW)
    session.keep("who", ["me"], NOW)
    unsteady.cut_off()
    other = personal.open("mine")
    other.keep("hope", ["rest"], NOW)
    other.show("hope")
    with pytest.raises(NotKept) as error:
        session.keep("who", ["you"], NOW)
    assert error.value.fault.kind == "in_use"
    with pytest.raises(NotKept):
        session.show("who")
    with pytest.raises(NotKept):
        session.mark_printed(DAY)
    assert (session.unsaved, session.only_looking) == (1, False)
    assert other.answers_given() == {"who": ("me",), "hope": ("rest",)}
    other.close()
    session.keep("lean", ["to"], NOW)
    assert {one.question: one.given for one in on_disk(records_folder)} == {
        "hope": ("rest",),
        "who": ("you",),
        "lean": ("to",),
    }
    assert session.at == "hope"


# --- what the visit says of it -------------------------------------------------------------------

QUESTIONS = """
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: hope, type: text, text: Hope?}
- {id: signs, type: select_one, text: Signs?, keep: never,
   choices: [{id: weak, text: Weak}, {id: none, text: None}]}
- {id: last, type: text, text: Last?}
"""


@pytest.fixture
def four_questions(tmp_path: Path) -> DecisionAid:
    return small_aid(tmp_path, QUESTIONS)


def test_not_kept_is_said_until_an_answer_is_kept_again(
    records_folder: Path, own_session: Session, four_questions: DecisionAid
) -> None:
    visit = Visit(four_questions, clock, session=own_session)
    assert visit.not_kept is None
    with taken_away(records_folder):
        visit.answer(["me"])
        assert visit.not_kept is not None
        visit.go_on()
        visit.answer(["Walking"])
        assert visit.not_kept is not None
    visit.answer(["Walking far"])
    assert visit.not_kept is None
    assert [(one.question, one.given) for one in on_disk(records_folder)] == [
        ("who", ("me",)),
        ("hope", ("Walking far",)),
    ]


def test_what_is_never_kept_does_not_say_that_all_is_kept(
    records_folder: Path, own_session: Session, four_questions: DecisionAid
) -> None:
    visit = Visit(four_questions, clock, session=own_session)
    with taken_away(records_folder):
        visit.answer(["me"])
        visit.answer(["none"], at="signs")
        assert visit.not_kept is not None
    visit.answer(["weak"], at="signs")
    assert visit.not_kept is not None


def test_a_visit_begun_anew_does_not_say_that_the_last_one_was_not_kept(
    records_folder: Path, own_session: Session, four_questions: DecisionAid
) -> None:
    visit = Visit(four_questions, clock, session=own_session)
    with taken_away(records_folder):
        visit.answer(["me"])
    visit.forget()
    assert (visit.not_kept, visit.session, visit.answers) == (None, None, {})


def test_what_is_kept_in_another_place_is_kept(
    records_folder: Path, tmp_path: Path, own_session: Session, four_questions: DecisionAid
) -> None:
    visit = Visit(four_questions, clock, session=own_session)
    with taken_away(records_folder):
        visit.answer(["me"])
    assert visit.not_kept is not None
    with Records.at(tmp_path / "elsewhere") as others:
        elsewhere = others.begin("mine", STAMP, NOW)
        visit.keep_in(elsewhere)
        assert visit.not_kept is None
        assert elsewhere.answers_given() == {"who": ("me",)}


def test_a_step_that_could_not_be_written_is_not_said_once_the_next_one_is(
    records_folder: Path, own_session: Session, four_questions: DecisionAid
) -> None:
    visit = Visit(four_questions, clock, session=own_session)
    visit.answer(["me"])
    with taken_away(records_folder):
        visit.go_on()
        assert visit.not_kept is not None
    visit.go_on()
    assert visit.not_kept is None


def test_a_step_does_not_hide_that_an_answer_waits(
    records_folder: Path, own_session: Session, four_questions: DecisionAid
) -> None:
    visit = Visit(four_questions, clock, session=own_session)
    with taken_away(records_folder):
        visit.answer(["me"])
    visit.go_on()
    assert visit.not_kept is not None
    assert own_session.unsaved == 1
