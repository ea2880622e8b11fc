"""Erasing sessions, after asking; one that is in use does not keep the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.cli.endings import UsageError
from decision_aid.cli.output import ask, complain
from decision_aid.cli.records.looking import look_around, open_records
from decision_aid.cli.records.sessions import find_to_erase, name_session
from decision_aid.record import RecordsFault

if TYPE_CHECKING:
    from argparse import Namespace

    from decision_aid.record import DamagedSession, Records, SessionInfo
    from decision_aid.words import Words


def erase(given: Namespace, words: Words) -> bool:
    """Erase sessions, after asking; one that is in use does not keep the rest."""
    with open_records(given) as records:
        entries = find_to_erase(look_around(records, words), given.labels, words)
        complain(words.records.about_to_erase.format(labels=", ".join(map(name_session, entries))))
        if not (given.yes or _is_sure(words)):
            complain(words.records.nothing_erased)
            return True
        outcomes = [_erase_all(records, entry, words) for entry in entries]
        if any(outcomes):
            complain(
                words.records.not_promised_shared if records.shared else words.records.not_promised
            )
        return all(outcomes)


def _is_sure(words: Words) -> bool:
    try:
        return ask(words.records.sure).strip().lower() in words.records.yes
    except EOFError:
        raise UsageError(words.records.nobody_to_ask) from None


def _erase_all(records: Records, entry: SessionInfo | DamagedSession, words: Words) -> bool:
    name = name_session(entry)
    try:
        outcome = records.erase(entry)
    except RecordsFault as fault:
        said = words.records.not_erased
        if fault.kind == "perhaps_erased":
            said = words.records.perhaps_erased
        complain(said.format(label=name, why=words.fault(fault)))
        return False
    complain(words.records.erased.format(label=name))
    if outcome.left is not None:
        complain(words.records.traces.format(why=words.fault(outcome.left)))
    return outcome.complete
