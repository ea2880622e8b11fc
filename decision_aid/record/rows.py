"""Answers as they lie in the rows, and the digest that holds the rows of a session together.

The digest shows a row that was altered, swapped, removed or put back. It keeps out accidents in
a session that is open, and everybody without the passphrase in one that is locked.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from decision_aid.record.cells import read_count
from decision_aid.record.faults import RecordsFault
from decision_aid.record.models import Printed, StoredAnswer

if TYPE_CHECKING:
    from decision_aid.record.sealing import Cipher


_UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True)
class SessionState:
    """What is known of a session as a whole."""

    shown: str | None = None
    """The question last on the screen."""
    printed: int | None = None
    """The counter at the last print, which seals what was printed."""
    digest: str = ""


@dataclass(frozen=True)
class SessionRow:
    """An answer's row, without what it says."""

    counter: int
    hash: str
    counts: bool
    """Whether something was picked or typed."""


def bind(session: str, slot: str, counter: int) -> str:
    """The place that a sealed text is tied to, so that it cannot be moved to another."""
    return json.dumps(["decision-aid 1", session, slot, counter])


def seal_state(cipher: Cipher, session: str, counter: int, state: SessionState) -> str:
    """The state as it is stored."""
    return cipher.close(json.dumps(vars(state)), bind(session, "state", counter))


def open_state(cipher: Cipher, session: str, counter: int, stored: str) -> SessionState:
    """The state that is stored; raises RecordsFault."""
    text = cipher.open(stored, bind(session, "state", counter))
    with _raise_altered():
        return _check_state(SessionState(**json.loads(text)))


def seal_answer(cipher: Cipher, session: str, slot: str, counter: int, kept: StoredAnswer) -> str:
    """An answer as it is stored: JSON in plain ASCII, which holds any text."""
    moment = kept.moment.isoformat()
    body = json.dumps({"question": kept.question, "given": kept.given, "moment": moment})
    return cipher.close(body, bind(session, slot, counter))


def open_answer(cipher: Cipher, session: str, slot: str, counter: int, stored: str) -> StoredAnswer:
    """The answer that is stored; raises RecordsFault."""
    body = cipher.open(stored, bind(session, slot, counter))
    with _raise_altered():
        found = json.loads(body)
        moment = datetime.fromisoformat(found["moment"])
        return StoredAnswer(_check_text(found["question"]), _parse_given(found["given"]), moment)


def read_given(stored: str) -> tuple[str, tuple[str, ...] | None]:
    """The question of an answer that is not sealed, and what was given; raises RecordsFault."""
    try:
        found = json.loads(stored)
        return _check_text(found["question"]), _parse_given(found["given"])
    except _UNREADABLE:
        raise RecordsFault("altered") from None


def seal_prints(cipher: Cipher, session: str, counter: int, prints: Iterable[Printed]) -> str:
    """What summaries were printed of, as it is stored."""
    body = [{"on": one.on.isoformat(), "given": dict(one.given)} for one in prints]
    return cipher.close(json.dumps(body), bind(session, "print", counter))


def open_prints(cipher: Cipher, session: str, counter: int, stored: str) -> tuple[Printed, ...]:
    """What is stored of it; raises RecordsFault."""
    text = cipher.open(stored, bind(session, "print", counter))
    with _raise_altered():
        return tuple(map(_parse_print, json.loads(text)))


def _parse_print(found: dict[str, Any]) -> Printed:
    given = {question: _parse_given(one) for question, one in found["given"].items()}
    return Printed(date.fromisoformat(found["on"]), given)


# --- nothing is taken for what it is not ---


@contextlib.contextmanager
def _raise_altered() -> Iterator[None]:
    """What cannot be read as it was written was altered, whichever way it fails."""
    try:
        yield
    except _UNREADABLE:
        raise RecordsFault("altered") from None


def _check_state(state: SessionState) -> SessionState:
    if state.shown is not None:
        _check_text(state.shown)
    if state.printed is not None:
        read_count(state.printed)
    _check_text(state.digest)
    return state


def _parse_given(given: Any) -> tuple[str, ...] | None:
    if given is None:
        return None
    if not isinstance(given, list):
        raise TypeError
    return tuple(map(_check_text, given))


def _check_text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError
    return found


def make_row(counter: int, stored: str, kept: StoredAnswer) -> SessionRow:
    """What is remembered of a stored answer."""
    return SessionRow(counter, _hash(stored), bool(kept.given))


def digest(rows: Mapping[str, SessionRow]) -> str:
    """One hash over all rows, by slot."""
    lines = sorted(f"{row.counter} {slot} {row.hash}" for slot, row in rows.items())
    return _hash("\n".join(lines))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
