"""Erasing sessions: asked for once more, each told, and what cannot be promised."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from decision_aid.cli.endings import UsageError
from decision_aid.cli.output import complain
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
        return _ask_on_terminal(words.records.sure).strip().lower() in words.records.yes
    except (EOFError, OSError):
        raise UsageError(words.records.nobody_to_ask) from None


def _ask_on_terminal(question: str) -> str:
    """What a person answers there; EOFError or OSError where nobody can be asked."""
    if not sys.stdin.isatty():
        raise EOFError
    sys.stderr.write(question)
    sys.stderr.flush()
    return sys.stdin.readline(1_000)


def _erase(records: Records, entry: SessionInfo, words: Words) -> bool:
    name = name_session(entry)
    try:
        outcome = records.erase(entry)
    except RecordsFault as fault:
        complain(words.records.not_erased.format(label=name, why=words.fault(fault)))
        return False
    complain(words.records.erased.format(label=name))
    if not outcome.complete:
        complain(words.records.traces)
    return outcome.complete
