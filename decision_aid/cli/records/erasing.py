"""Erasing sessions: asked for once more, each told, and what cannot be promised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from decision_aid.cli.endings import UsageError
from decision_aid.cli.output import ask, complain
from decision_aid.cli.records.sessions import name_session
from decision_aid.record import RecordsFault

if TYPE_CHECKING:
    from decision_aid.record import Records, SessionInfo
    from decision_aid.words import Words


def erase_sessions(
    records: Records, entries: Sequence[SessionInfo], words: Words, *, sure: bool
) -> bool:
    """Erase them, after asking unless one is `sure`; whether all that was to go is gone.

    Raises UsageError where there is nobody to ask.
    """
    ours = words.records
    complain(ours.about_to_erase.format(labels=", ".join(map(name_session, entries))))
    if not (sure or _is_sure(words)):
        complain(ours.nothing_erased)
        return True
    outcomes = [_erase(records, entry, words) for entry in entries]
    if any(outcomes):
        complain(ours.not_promised_shared if records.shared else ours.not_promised)
    return all(outcomes)


def _is_sure(words: Words) -> bool:
    try:
        return ask(words.records.sure).strip().lower() in words.records.yes
    except (EOFError, OSError):
        raise UsageError(words.records.nobody_to_ask) from None


def _erase(records: Records, entry: SessionInfo, words: Words) -> bool:
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
