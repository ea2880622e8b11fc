"""How a visit begins: who sits there, whether answers are kept, and where."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.frozen import Frozen
from decision_aid.plain_text import keep_to_line

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid
    from decision_aid.interview import Audience
    from decision_aid.record import Given, Records, Survey
    from decision_aid.record.common import CommonRecords
    from decision_aid.report.given_font import GivenFont


class Brought(Frozen):
    """Answers given elsewhere, such as at home."""

    given: Given
    moments: Mapping[str, datetime]
    at: str | None = None


class Kiosk(Frozen):
    """A device of the clinic's that people use in turn: nothing is saved on it."""

    printer: str = ""
    """The clinic's printer by name; empty: the usual one of this computer."""


class Start(Frozen):
    """How a visit begins, as far as the command line says it."""

    keep: bool | None = None
    """Whether to keep the answers; None asks the person."""
    label: str | None = None
    """A label for them; None makes a random one."""
    place: str | None = None
    """Where the records are; None: where the environment says, else the person's data folder."""
    audience: Audience = "patient"
    brought: Brought | None = None
    language: str = ""
    """The language to begin in; empty: the content's own."""
    font: GivenFont | None = None
    """A font of this machine for the summary, for letters that the shipped ones do not have."""
    shared: bool = False
    """Whether others come to the same store from here, so that only a code opens what is kept."""
    common: CommonRecords | None = None
    """The records that all visits of this program use together, where they do."""
    kiosk: Kiosk | None = None
    """Set where people use one device in turn, and get their paper from the clinic."""


REPORT_TO = "DECISION_AID_REPORT_TO"
"""What the environment calls whom to tell of an error in the content."""

_LONGEST = 200


def with_report_to(aid: DecisionAid) -> DecisionAid:
    """The aid, saying whom to tell of an error where whoever runs the program says it."""
    told = " ".join(keep_to_line(os.environ.get(REPORT_TO, "")).split())[:_LONGEST]
    return replace(aid, report_to=told) if told else aid


def records_at(start: Start, *, make: bool) -> Records:
    """The records where answers are kept; raises RecordsFault."""
    if start.common is not None:
        return start.common.open(make=make)
    from decision_aid.record import Records

    return Records.at(_place(start), make=make, shared=start.shared or None)


def find_common(place: str | None) -> CommonRecords | None:
    """One connection for all visits to that folder; a server gives each visit its own."""
    from decision_aid.record import is_address

    if not place or is_address(place):
        return None
    from decision_aid.record.common import CommonRecords

    return CommonRecords(Path(place).expanduser().absolute())


def is_shared(start: Start | None) -> bool:
    """Whether answers would be kept on a store that others use too."""
    from decision_aid.record import is_address

    begun = start or Start()
    return begun.shared or is_address(_place(begun))


def _place(start: Start) -> str | None:
    from decision_aid.record import ADDRESS

    return start.place or os.environ.get(ADDRESS) or None


def resumable(records: Records, aid: DecisionAid) -> Survey:
    """The kept sessions of this aid and whatever is damaged, for one's own computer only."""
    found = records.survey()
    ours = tuple(one for one in found.sessions if one.content.id == aid.id)
    return replace(found, sessions=ours)


class Recap(Frozen):
    """What to say when a visit goes on."""

    section: str
    """The part that was reached; empty at the end."""
    answered: int
    asked_again: tuple[str, ...] = ()
    """Questions whose kept answers this content does not take: kept, and asked again."""
    asked_no_more: int = 0
    """How many kept answers are to questions that this content does not ask: kept, and not used."""
