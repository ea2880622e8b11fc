"""What tests of keeping share: a visit that was kept earlier, and what is on the disk now."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from decision_aid.record import ContentVersion, Records, SessionInfo
from tests.conftest import clock
from tests.screens.sitting_down import AID

__all__ = ["AID", "GIVEN", "PASSPHRASE", "before", "kept"]

PASSPHRASE = "four quiet little words"
Picked = Mapping[str, tuple[str, ...] | None]
GIVEN: Picked = {"country": ("uk",), "hope": ("fatigue",), "hope_words": None}


def kept(place: Path, passphrase: str | None = None) -> Mapping[str, object]:
    """What is on the disk now, read by another program so to say."""
    with Records.at(place, make=False) as records:
        (entry,) = records.list()
        return records.open_entry(entry, passphrase, looking=True).answers_given()


def before(
    place: Path, answers: Picked, at: str | None, passphrase: str | None = None
) -> SessionInfo:
    """A visit that was kept earlier."""
    with Records.at(place) as records:
        session = records.begin("river", ContentVersion.of(AID), clock(), passphrase)
        for question, given in answers.items():
            session.keep(question, given, clock())
        session.show(at)
        session.close()
        return session.entry
