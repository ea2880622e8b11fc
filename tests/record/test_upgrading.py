"""Records of an older form are brought up to date, and nothing that was kept is changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import psycopg

from decision_aid.record import Records
from decision_aid.record.folder import DATABASE
from tests.conftest import clock
from tests.record.conftest import STAMP, Place
from tests.record.test_in_its_place import everything, filled, kind_of

NOW = clock()
TO_FORM_1 = ("DROP TABLE decision_aid_print", "UPDATE decision_aid_store SET version = 1")


def make_older(place: Place) -> None:
    """As the first version of this program left its records."""
    if place.shared:
        with psycopg.connect(place.address, autocommit=True) as server:
            for statement in TO_FORM_1:
                server.execute(statement.encode())
        return
    file = sqlite3.connect(Path(place.address) / DATABASE, isolation_level=None)
    for statement in (*TO_FORM_1, "PRAGMA user_version = 1"):
        file.execute(statement)
    file.close()


def test_answers_of_the_first_form_are_there_and_can_be_printed(place: Place) -> None:
    with place.records() as records:
        session = records.begin(None, STAMP, NOW, "a long passphrase")
        session.keep("who", ["me"], NOW)
        name = place.name(session)
        session.close()
    make_older(place)
    for _ in range(2):
        with place.records() as records:
            again = place.again(records, name, "a long passphrase")
            assert again.answers_given() == {"who": ("me",)}
            again.mark_printed(NOW.date())
            again.close()


def test_two_programs_bring_it_up_to_date_at_once(place: Place) -> None:
    place.records().close()
    make_older(place)
    with place.records(), place.records() as records:
        assert records.list() == ()


def test_a_file_that_is_not_ours_is_not_brought_up_to_date(tmp_path: Path) -> None:
    path = filled(tmp_path / "records")
    file = sqlite3.connect(path, isolation_level=None)
    for statement in (*TO_FORM_1, "PRAGMA user_version = 1", "CREATE TABLE diary (day TEXT)"):
        file.execute(statement)
    file.close()
    before = everything(path.parent)
    assert kind_of(lambda: Records.at(path.parent)) == "foreign"
    assert everything(path.parent) == before


def test_what_was_printed_cannot_be_altered_unseen(tmp_path: Path) -> None:
    with Records.at(tmp_path) as records:
        session = records.begin("mine", STAMP, NOW, "a long passphrase")
        session.mark_printed(NOW.date())
        session.close()
    file = sqlite3.connect(tmp_path / DATABASE, isolation_level=None)
    file.execute("UPDATE decision_aid_print SET body = substr(body, 1, 40)")
    file.close()
    with Records.at(tmp_path) as records:
        again = records.open("mine", "a long passphrase")
        assert kind_of(again.last_print) == "altered"
