"""A look around the records: what is damaged is named, and keeps nobody from the rest."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid import paths
from decision_aid.cli.content import load_content
from decision_aid.cli.endings import UsageError
from decision_aid.cli.output import complain
from decision_aid.cli.records.sessions import find_sessions, name_session
from decision_aid.record import ContentVersion, Records, RecordsFault
from decision_aid.start import Start, records_at

if TYPE_CHECKING:
    from argparse import Namespace

    from decision_aid.content import DecisionAid
    from decision_aid.record import Given, SessionInfo, Survey
    from decision_aid.words import Words


_HEAD = 2_000
"""Within so many bytes a file says its id and version."""


def open_records(given: Namespace) -> AbstractContextManager[Records]:
    """The records of the place that is named; none are made. Raises RecordsFault."""
    return records_at(Start(place=given.place), make=False)


def look_around(records: Records, words: Words) -> Survey:
    """What is there; each session that is damaged is told of."""
    from decision_aid.record.session_rows import describe_damage

    found = records.survey()
    complain(*(words.fault(describe_damage(one)) for one in found.damaged))
    return found


def find_session(records: Records, name: str, words: Words) -> SessionInfo:
    """The one session of that label or id; raises UsageError."""
    found = look_around(records, words)
    return find_sessions(found.sessions, [name], words, found.damaged)[0]


@contextlib.contextmanager
def naming(entry: SessionInfo, words: Words) -> Iterator[None]:
    """What is wrong with the answers of a session is said with its name."""
    try:
        yield
    except RecordsFault as fault:
        if fault.kind != "altered":
            raise
        name, why = name_session(entry), words.fault(fault)
        raise UsageError(words.records.of_session.format(label=name, why=why)) from None


def count_answers(records: Records, found: Survey, named: Path | None, words: Words) -> Survey:
    """Only what is heard is counted, where the content is at hand and no passphrase is needed."""
    aid = load_content(named) if named else _load_shipped(found)
    if aid is None:
        return found
    given = records.answers_by_session(ContentVersion.of(aid))
    counted = tuple(_count(one, aid, given) for one in found.sessions)
    if named and not all(one.heard_only for one in counted):
        complain(words.records.counted_whole)
    return replace(found, sessions=counted)


def _count(entry: SessionInfo, aid: DecisionAid, given: Mapping[str, Given]) -> SessionInfo:
    from decision_aid.record.reading import count_heard

    is_known = entry.id in given and entry.content.is_of(aid)
    return count_heard(entry, aid, given[entry.id]) if is_known else entry


def _load_shipped(found: Survey) -> DecisionAid | None:
    """The shipped content, where answers may belong to it: to load it takes a moment."""
    path = paths.questions()
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return None
    versions = {(one.content.id, one.content.version) for one in found.sessions}
    is_meant = any(all(one.encode() in head for one in names) for names in versions)
    with contextlib.suppress(UsageError):  # a list needs no content, and `take` tells what is wrong
        return load_content(path) if is_meant else None
    return None
