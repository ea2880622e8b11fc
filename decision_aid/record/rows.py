"""Answers as they lie in the rows, and the digest that holds the rows of a session together.

The digest shows a row that was altered, swapped, removed or put back. It keeps out accidents in
a session that is open, and everybody without the passphrase in one that is locked.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from decision_aid.record.faults import RecordsFault
from decision_aid.record.models import Printed, StoredAnswer

if TYPE_CHECKING:
    from decision_aid.record.sealing import Cipher


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
    try:
        return SessionState(**json.loads(text))
    except (ValueError, TypeError):
        raise RecordsFault("altered") from None


def seal_answer(cipher: Cipher, session: str, slot: str, counter: int, kept: StoredAnswer) -> str:
    """An answer as it is stored: JSON in plain ASCII, which holds any text."""
    moment = kept.moment.isoformat()
    body = json.dumps({"question": kept.question, "given": kept.given, "moment": moment})
    return cipher.close(body, bind(session, slot, counter))


def open_answer(cipher: Cipher, session: str, slot: str, counter: int, stored: str) -> StoredAnswer:
    """The answer that is stored; raises RecordsFault."""
    body = cipher.open(stored, bind(session, slot, counter))
    try:
        found = json.loads(body)
        given, moment = found["given"], datetime.fromisoformat(found["moment"])
        return StoredAnswer(found["question"], None if given is None else tuple(given), moment)
    except (ValueError, KeyError, TypeError):
        raise RecordsFault("altered") from None


def seal_prints(cipher: Cipher, session: str, counter: int, prints: Iterable[Printed]) -> str:
    """What summaries were printed of, as it is stored."""
    body = [{"on": one.on.isoformat(), "given": dict(one.given)} for one in prints]
    return cipher.close(json.dumps(body), bind(session, "print", counter))


def open_prints(cipher: Cipher, session: str, counter: int, stored: str) -> tuple[Printed, ...]:
    """What is stored of it; raises RecordsFault."""
    text = cipher.open(stored, bind(session, "print", counter))
    try:
        return tuple(map(_parse_print, json.loads(text)))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise RecordsFault("altered") from None


def _parse_print(found: dict[str, Any]) -> Printed:
    given = {q: None if one is None else tuple(one) for q, one in found["given"].items()}
    return Printed(date.fromisoformat(found["on"]), given)


def make_row(counter: int, stored: str, kept: StoredAnswer) -> SessionRow:
    """What is remembered of a stored answer."""
    return SessionRow(counter, _hash(stored), bool(kept.given))


def digest(rows: Mapping[str, SessionRow]) -> str:
    """One hash over all rows, by slot."""
    lines = sorted(f"{row.counter} {slot} {row.hash}" for slot, row in rows.items())
    return _hash("\n".join(lines))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
