"""A lost resume code: staff give another one, and the lost one opens nothing any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid import cli
from decision_aid.record import Records, RecordsFault
from tests.conftest import clock
from tests.record.conftest import STAMP
from tests.record.test_in_its_place import kind_of

NOW = clock()


@pytest.mark.postgres
def test_another_code_opens_the_same_answers(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with Records.at(address) as records:
        session = records.begin("mine", STAMP, NOW, "a long passphrase")
        session.keep("who", ["me"], NOW)
        session.close()
    assert cli.main(["records", "code", "mine", "--records", address]) == 0
    told = capsys.readouterr()
    assert "write it down" in told.err
    with Records.at(address) as records:
        again = records.open_by_code(told.out, "a long passphrase")
        assert again.answers_given() == {"who": ("me",)}
        assert kind_of(lambda: records.open_by_code(session.code)) == "no_such_code"


def test_while_somebody_goes_on_the_code_stays(tmp_path: Path) -> None:
    with Records.at(tmp_path, shared=True) as records:
        session = records.begin(None, STAMP, NOW)
        with pytest.raises(RecordsFault, match="open in another"):
            records.new_code(session.entry)
        session.close()
        assert records.open_by_code(session.code).entry == session.entry


def test_on_ones_own_computer_there_are_no_codes(tmp_path: Path) -> None:
    with Records.at(tmp_path) as records:
        session = records.begin(None, STAMP, NOW)
        assert kind_of(lambda: records.new_code(session.entry)) == "no_codes"
