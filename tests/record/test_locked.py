"""Answers locked by a passphrase: closed to others, and no row can be changed unseen."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence

import pytest

from decision_aid.record import Records, RecordsFault, sealing
from decision_aid.record.session import Session
from decision_aid.words import words
from tests.conftest import clock
from tests.record.conftest import STAMP, Place

NOW = clock()
PASSPHRASE = "four kind words here"
ALL = "SELECT session, slot, counter, body FROM decision_aid_answer ORDER BY session, counter"


@pytest.fixture
def session(records: Records) -> Session:
    """A locked session with three answers, still open."""
    begun = records.begin("mine", STAMP, NOW, PASSPHRASE)
    for name in ("stent_known", "hope", "ask"):
        begun.keep(name, [f"{name}-MARKER"], NOW)
    begun.show("stent_known")
    return begun


def kind_of(session: Session) -> str:
    """What reading it comes to."""
    try:
        session.answers()
    except RecordsFault as fault:
        return fault.kind
    return "read"


def change(records: Records, statement: str, *values: str | int) -> None:
    with records._database.writing() as run:
        run(statement, values)


def everything(records: Records) -> str:
    read = records._database.read
    return repr([read(ALL), read("SELECT * FROM decision_aid_session")])


def test_the_right_passphrase_opens_it(place: Place, records: Records, session: Session) -> None:
    session.close()
    again = place.again(records, place.name(session), PASSPHRASE)
    assert again.answers_given()["hope"] == ("hope-MARKER",)
    assert again.at == "stent_known"


def test_a_wrong_passphrase_or_none_says_so(
    place: Place, records: Records, session: Session
) -> None:
    session.close()
    for typed, kind in (
        ("four kind words hers", "passphrase_wrong"),
        (None, "passphrase_needed"),
        ("", "passphrase_needed"),
    ):
        with pytest.raises(RecordsFault) as fault:
            place.again(records, place.name(session), typed)
        assert fault.value.kind == kind
    assert not place.again(records, place.name(session), PASSPHRASE).only_looking


def test_accents_may_be_typed_either_way(place: Place, records: Records) -> None:
    typed = "caf\u00e9 au lait\u00a0chaud"
    session = records.begin(None, STAMP, NOW, typed)
    session.close()
    other = unicodedata.normalize("NFD", typed).replace("\u00a0", " ")
    assert place.again(records, place.name(session), other).answers() == ()


def test_a_short_passphrase_is_refused_and_begins_nothing(records: Records) -> None:
    with pytest.raises(RecordsFault, match="at least 8"):
        records.begin(None, STAMP, NOW, "1234567")
    assert records.list() == ()


def test_neither_answers_nor_questions_nor_passphrase_are_stored_readably(
    records: Records, session: Session
) -> None:
    stored = everything(records)
    for word in ("MARKER", "stent_known", "hope", PASSPHRASE, "four kind"):
        assert word not in stored
    assert sealing.Plain().slot("hope") not in stored
    assert records.list()[0].locked


def test_the_size_of_a_row_tells_nothing_of_a_choice(records: Records, session: Session) -> None:
    session.keep("hope", ["a"], NOW)
    session.keep("stent_known", ["a_much_longer_choice_than_the_other_one"], NOW)
    assert len({len(body) for *_, body in records._database.read(ALL)}) == 1


def swapped(rows: Sequence[tuple[str, str, int, str]]) -> list[tuple[str | int, ...]]:
    (one, slot, _, body), (_, other, _, instead), _ = rows
    return [(instead, one, slot), (body, one, other)]


def test_swapped_rows_are_seen(records: Records, session: Session) -> None:
    for values in swapped(records._database.read(ALL)):
        change(
            records,
            "UPDATE decision_aid_answer SET body = ? WHERE session = ? AND slot = ?",
            *values,
        )
    assert kind_of(session) == "altered"


def test_an_older_answer_put_back_is_seen(records: Records, session: Session) -> None:
    _, slot, counter, body = records._database.read(ALL)[1]
    session.keep("hope", ["another"], NOW)
    change(
        records,
        "UPDATE decision_aid_answer SET counter = ?, body = ? WHERE slot = ?",
        counter, body, slot,
    )  # fmt: skip
    assert kind_of(session) == "altered"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM decision_aid_answer WHERE counter = 2",
        "UPDATE decision_aid_answer SET counter = 9 WHERE counter = 2",
        "UPDATE decision_aid_answer SET body = 'AAAA' WHERE counter = 2",
        "UPDATE decision_aid_answer SET body = 'no base 64 \u00e9' WHERE counter = 2",
        "UPDATE decision_aid_session SET state = ''",
        "UPDATE decision_aid_session SET counter = 2",
    ],
)
def test_removed_or_altered_rows_are_seen(
    records: Records, session: Session, statement: str
) -> None:
    change(records, statement)
    assert kind_of(session) == "altered"


def test_a_row_of_another_session_is_seen(records: Records, session: Session) -> None:
    other = records.begin(None, STAMP, NOW, PASSPHRASE)
    other.keep("hope", ["none"], NOW)
    move = "UPDATE decision_aid_answer SET session = ? WHERE session = ? AND counter = 3"
    change(records, move, other.entry.id, session.entry.id)
    assert [kind_of(session), kind_of(other)] == ["altered", "altered"]


@pytest.mark.parametrize("change_to", ["n: 4194304", "n: 1", "r: 99", "salt: x", "key: AAAA", ""])
def test_a_lock_that_was_tampered_with_neither_opens_nor_eats_memory(
    place: Place, records: Records, session: Session, change_to: str
) -> None:
    session.close()
    ((stored,),) = records._database.read("SELECT seal FROM decision_aid_session")
    lock = json.loads(stored)
    name, _, value = change_to.partition(": ")
    lock[name] = int(value) if value.isdecimal() else value
    broken = json.dumps(lock) if change_to else "[]"
    change(records, "UPDATE decision_aid_session SET seal = ?", broken)
    with pytest.raises(RecordsFault) as fault:
        place.again(records, place.name(session), PASSPHRASE)
    assert fault.value.kind == "altered"


def test_open_answers_altered_by_accident_are_seen_too(records: Records) -> None:
    session = records.begin(None, STAMP, NOW)
    session.keep("hope", ["fatigue"], NOW)
    change(records, "UPDATE decision_aid_answer SET body = replace(body, 'fatigue', 'walking')")
    assert kind_of(session) == "altered"


def test_the_cost_in_earnest_is_hard_on_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert sealing.COST * 8 * 128 >= 128 * 2**20


def test_the_face_can_say_beforehand_that_a_lost_one_is_lost() -> None:
    assert "Nobody can open" in words("en").if_lost
