"""Many visits of one program write over one connection, and none of them harms another's."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from threading import Thread

import pytest

from decision_aid.record import Records, RecordsFault, StoredAnswer
from decision_aid.record.common import CommonRecords
from tests.record.conftest import STAMP

NOW = datetime(2026, 11, 20, 14, 5)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "records"


@pytest.fixture
def common(folder: Path) -> CommonRecords:
    return CommonRecords(folder)


def test_whoever_leaves_first_takes_nothing_from_whoever_goes_on(common: CommonRecords) -> None:
    one, other = common.open(make=True), common.open(make=True)
    first, second = one.begin(None, STAMP, NOW), other.begin(None, STAMP, NOW)
    first.close()
    one.close()
    one.close()  # told twice, they have left once
    second.keep("who", ["me"], NOW)
    second.close()
    assert dict(other.open_by_code(second.code).answers_given()) == {"who": ("me",)}


def test_a_session_that_one_visit_holds_can_only_be_looked_at_in_another(
    common: CommonRecords,
) -> None:
    held = common.open(make=True).begin(None, STAMP, NOW)
    assert common.open(make=True).open_by_code(held.code).only_looking
    assert not held.only_looking


def test_each_visit_keeps_its_own_answers_when_all_write_at_once(common: CommonRecords) -> None:
    sessions = [common.open(make=True).begin(None, STAMP, NOW) for _ in range(8)]

    def write(number: int) -> None:
        for answer in range(5):
            sessions[number].keep(f"q{answer}", [f"of visit {number}"], NOW)

    threads = [Thread(target=write, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number, session in enumerate(sessions):
        session.close()
        again = common.open(make=False).open_by_code(session.code)
        assert set(again.answers_given().values()) == {(f"of visit {number}",)}


def test_where_the_file_was_taken_away_the_next_visit_gets_another(
    common: CommonRecords, folder: Path
) -> None:
    before = common.open(make=True)
    shutil.rmtree(folder)
    with common.open(make=True) as after:
        kept = after.begin(None, STAMP, NOW)
        kept.keep_all([StoredAnswer("who", ("me",), NOW)])
        kept.close()
        before.close()
        assert after.open_by_code(kept.code).answers_given() == {"who": ("me",)}


def test_when_all_have_left_the_file_is_closed_and_opens_for_others(
    common: CommonRecords, folder: Path
) -> None:
    for _ in range(2):
        with common.open(make=True) as records:
            records.begin(None, STAMP, NOW).close()
    assert not (folder / "records.sqlite-wal").exists()
    with Records.at(folder) as others:
        assert len(others.list()) == 2


def test_nothing_is_made_where_nothing_is_kept_yet(common: CommonRecords, folder: Path) -> None:
    with pytest.raises(RecordsFault) as told:
        common.open(make=False)
    assert told.value.kind == "none_yet"
    assert not folder.exists()
