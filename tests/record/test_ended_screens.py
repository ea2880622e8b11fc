"""The full screen ended at any key, in any way: no answer that it took is lost."""

from __future__ import annotations

import resource
import signal
from pathlib import Path

import pytest

from decision_aid.record import Records
from decision_aid.words import words
from tests.record.both_faces import AID
from tests.record.conftest import Place
from tests.record.ended_screens import CTRL_C, GONE, GONE_UNHEARD, Left, Screened, ended_visit
from tests.record.ended_visits import MARKER
from tests.record.forked import Program
from tests.record.typist import Keeping, Typist, longest

EN = words("en").screens

ENDINGS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, CTRL_C, GONE, GONE_UNHEARD)
PASSPHRASE = f"{MARKER} as a passphrase"


def endings(way: Screened, times: int) -> list[Left]:
    """As many visits, ended at keys spread over all of them."""
    seed, keys = longest(AID, way.keeping("label 0"))
    at = (1 + (keys - 1) * number // (times - 1) for number in range(times))
    return [ended_visit(AID, way, f"label {key}", seed, key) for key in at]


def faults(left: list[Left]) -> list[object]:
    """All that should not be."""
    return [one for one in left if one.lost or one.astray or one.not_clean or one.leaked]


def test_a_kill_at_any_key_loses_no_answer(place: Place) -> None:
    left = endings(Screened("kill", place.address), 9)
    assert faults(left) == []
    assert max(one.answers for one in left) > 5
    assert all(one.in_flight <= 1 for one in left)


def test_a_kill_loses_no_locked_answer(tmp_path: Path) -> None:
    left = endings(Screened("kill", str(tmp_path / "records"), PASSPHRASE), 4)
    assert faults(left) == []
    assert max(one.answers for one in left) > 5


@pytest.mark.parametrize("ending", ENDINGS, ids=str)
def test_an_end_from_outside_loses_nothing_and_frees_the_session(
    place: Place, ending: signal.Signals | str
) -> None:
    left = endings(Screened("end", place.address, ending=ending), 3)
    assert faults(left) == []
    assert max(one.answers for one in left) > 5


def test_a_disk_that_fills_up_is_told_and_the_visit_goes_on(tmp_path: Path) -> None:
    def before() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, resource.RLIM_INFINITY))

    keeping, place = Keeping("mine"), str(tmp_path / "records")
    with Program(AID, ["take", "--keep", "mine", "--records", place], before) as program:
        typist = Typist(AID, program, keeping, longest(AID, keeping)[0])
        for _ in typist.whole_visit():
            pass
        text = program.raw.decode(errors="replace")
        assert "There is no room left on the disk" in text and EN.not_kept_now in text
        program.send("4")
        program.see(EN.not_saved_yet)
        program.send("2")
        assert program.end() == 0
    with Records.at(place) as records:
        there = records.open("mine").answers_given()
    assert 0 < len(there) < len(typist.kept)
    assert there == {name: typist.kept[name] for name in there}
