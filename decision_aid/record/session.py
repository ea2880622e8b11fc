"""One person's answers in the records: kept durably, given back as they were given."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias

from decision_aid.record.cells import read_ascii, read_count
from decision_aid.record.faults import NotKept, RecordsFault
from decision_aid.record.models import (
    ContentVersion,
    Given,
    Printed,
    SessionInfo,
    StoredAnswer,
    add_print,
    find_print,
)
from decision_aid.record.rows import (
    SessionRow,
    SessionState,
    digest,
    make_row,
    open_answer,
    open_prints,
    open_state,
    seal_answer,
    seal_prints,
    seal_state,
)
from decision_aid.record.statements import KEEP, PRINTED, PRINTS, READ, RESTAMP, UPDATE

if TYPE_CHECKING:
    from decision_aid.record.database import Cell, Database, Lock
    from decision_aid.record.sealing import Cipher

    Statement: TypeAlias = tuple[str, tuple[Cell, ...]]


class Session:
    """Answers under one label. The one who holds it writes; others can look."""

    def __init__(
        self,
        database: Database,
        entry: SessionInfo,
        cipher: Cipher,
        hold: Lock | None,
        code: str = "",
    ) -> None:
        self.entry = entry
        """The session as it was when it was opened."""
        self.code = code
        """The resume code, known only just after the beginning on a shared store."""
        self.fault: RecordsFault | None = None
        """Why what was to be kept last is not kept; None as long as all of it is."""
        self._database = database
        self._cipher = cipher
        self._lock = hold
        self._last = entry.last
        self._waiting: dict[str, StoredAnswer] = {}
        self._rows: dict[str, SessionRow] = {}
        self._counter = 0
        self._state = SessionState()
        self._read()

    # --- keeping ---

    @property
    def only_looking(self) -> bool:
        """Whether another program writes to this session, so that this one cannot."""
        return self._lock is None

    @property
    def unsaved(self) -> int:
        """How many answers wait because they could not be written; each keep tries them again."""
        return len(self._waiting)

    def keep(self, question: str, given: Sequence[str] | None, moment: datetime) -> None:
        """Write an answer down, on the disk before this returns; raises NotKept."""
        self.keep_all([StoredAnswer(question, None if given is None else tuple(given), moment)])

    def keep_all(self, answers: Iterable[StoredAnswer]) -> None:
        """Write several down together; raises NotKept, and the next keep tries them again."""
        if self.only_looking:
            self.fault = RecordsFault("in_use")
            raise NotKept(self.fault)
        for kept in answers:
            self._waiting.pop(kept.question, None)
            self._waiting[kept.question] = kept
        self.try_again()

    def try_again(self) -> None:
        """Write what waits; raises NotKept."""
        with self._noting_fault():
            self._ensure_lock()
            self._write(list(self._waiting.values()), self._state)
            self._waiting.clear()

    def show(self, question: str | None) -> None:
        """Note which question is on the screen; raises NotKept."""
        with self._noting_fault():
            self._ensure_lock()
            if question != self._state.shown:
                self._write((), replace(self._state, shown=question))

    def mark_printed(self, on: date) -> None:
        """Note that a summary of the answers kept by now was printed that day; raises NotKept."""
        with _raise_not_kept():
            self._ensure_lock()
            prints = add_print(self.prints(), Printed(on, self.answers_given()))
            body = seal_prints(self._cipher, self.entry.id, self._counter, prints)
            keeping = (PRINTED, (self.entry.id, body))
            self._write((), replace(self._state, printed=self._counter), keeping)

    def change_content(self, version: ContentVersion) -> None:
        """Go on with other content: from now on the answers belong to it; raises NotKept."""
        with self._noting_fault():
            self._ensure_lock()
            with self._database.writing() as run:
                run(RESTAMP, (version.id, version.version, version.hash, self.entry.id))
        self.entry = replace(self.entry, content=version)

    def catch_up(self) -> bool:
        """Nothing is under way: what could be written was."""
        return True

    def close(self) -> None:
        """Let others write to it; what waits is tried once more."""
        if self._waiting:
            with contextlib.suppress(NotKept):
                self.try_again()
        hold, self._lock = self._lock, None
        if hold is not None:
            hold.release()

    # --- reading ---

    def answers(self) -> tuple[StoredAnswer, ...]:
        """Every answer as given, in the order of giving; raises RecordsFault."""
        return tuple(kept for _, kept in self._read())

    def answers_given(self) -> Given:
        """What was picked or typed, by question; None where it was passed over."""
        return {kept.question: kept.given for kept in self.answers()}

    def moments(self) -> Mapping[str, datetime]:
        """When each answer was given, by question."""
        return {kept.question: kept.moment for kept in self.answers()}

    def last_print(self) -> Printed | None:
        """What was last printed of other answers than these; None if nothing. Raises RecordsFault.

        So a summary that is printed once more says the same as the first time.
        """
        return find_print(self.prints(), self.answers_given())

    def prints(self) -> tuple[Printed, ...]:
        """The last print, and the last one before it of other answers; raises RecordsFault."""
        found = self._database.read(PRINTS, (self.entry.id,))
        if not found:
            raise RecordsFault("gone")
        counter, stored, body = found[0]
        printed = self._open_state(counter, stored).printed
        if printed is None:
            return ()
        return open_prints(self._cipher, self.entry.id, printed, read_ascii(body))

    @property
    def at(self) -> str | None:
        """The question last on the screen, where the face noted one."""
        return self._state.shown

    # --- private ---

    @contextlib.contextmanager
    def _noting_fault(self) -> Iterator[None]:
        """Remember why something is not kept, until all is kept again; raises NotKept."""
        try:
            with _raise_not_kept():
                yield
        except NotKept as error:
            self.fault = error.fault
            raise
        if not self._waiting:
            self.fault = None

    def _write(
        self, answers: Sequence[StoredAnswer], state: SessionState, *others: Statement
    ) -> None:
        """Everything in one transaction; what is remembered changes only after it."""
        rows, keeping = self._with(answers)
        counter = self._counter + len(answers)
        last = answers[-1].moment if answers else self._last
        state = replace(state, digest=digest(rows))
        stored = seal_state(self._cipher, self.entry.id, counter, state)
        answered = sum(row.counts for row in rows.values())
        with self._database.writing() as run:
            if not run(UPDATE, (last.isoformat(), answered, counter, stored, self.entry.id)):
                raise RecordsFault("gone")
            for statement, values in (*keeping, *others):
                run(statement, values)
        self._rows, self._counter, self._state, self._last = rows, counter, state, last

    def _with(
        self, answers: Sequence[StoredAnswer]
    ) -> tuple[dict[str, SessionRow], list[Statement]]:
        """The rows as they will be, and what stores them."""
        rows = dict(self._rows)
        keeping: list[Statement] = []
        for counter, kept in enumerate(answers, self._counter + 1):
            slot = self._cipher.slot(kept.question)
            stored = seal_answer(self._cipher, self.entry.id, slot, counter, kept)
            rows[slot] = make_row(counter, stored, kept)
            keeping.append((KEEP, (self.entry.id, slot, counter, stored)))
        return rows, keeping

    def _ensure_lock(self) -> None:
        """After a lost connection, take the right to write again and see what is there now."""
        if self._lock is None:
            raise RecordsFault("in_use")
        if not self._lock.lasts:
            hold = self._database.lock_session(self.entry.id)
            if hold is None:
                raise RecordsFault("in_use")
            self._lock = hold
            self._read()

    def _read(self) -> list[tuple[int, StoredAnswer]]:
        found = self._database.read(READ, (self.entry.id,))
        if not found:
            raise RecordsFault("gone")
        state = self._open_state(*found[0][:2])
        counter = read_count(found[0][0])
        rows: dict[str, SessionRow] = {}
        read: list[tuple[int, StoredAnswer]] = []
        for cells in (row[2:] for row in found if any(cell is not None for cell in row[2:])):
            slot, at, body = read_ascii(cells[0]), read_count(cells[1]), read_ascii(cells[2])
            kept = open_answer(self._cipher, self.entry.id, slot, at, body)
            rows[slot] = make_row(at, body, kept)
            read.append((at, kept))
        if digest(rows) != state.digest or any(at > counter for at, _ in read):
            raise RecordsFault("altered")
        self._rows, self._counter, self._state = rows, counter, state
        return read

    def _open_state(self, counter: object, stored: object) -> SessionState:
        return open_state(self._cipher, self.entry.id, read_count(counter), read_ascii(stored))


@contextlib.contextmanager
def _raise_not_kept() -> Iterator[None]:
    try:
        yield
    except RecordsFault as fault:
        raise NotKept(fault) from None
