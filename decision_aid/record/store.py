"""Records: the one door to the answers on disk, in a folder or on a clinic's server."""

from __future__ import annotations

import contextlib
import hmac
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.look import is_address
from decision_aid.record import labels
from decision_aid.record.database import HandleInUse
from decision_aid.record.faults import RecordsFault
from decision_aid.record.models import (
    ContentVersion,
    DamagedSession,
    Erased,
    Given,
    SessionInfo,
    Survey,
)
from decision_aid.record.rows import SessionState, digest, seal_state
from decision_aid.record.sealing import Plain, make_encrypted, open_encrypted
from decision_aid.record.session import Session
from decision_aid.record.session_rows import (
    collect_given,
    describe_damage,
    parse_session,
    sort_rows,
)
from decision_aid.record.statements import (
    BEGIN,
    ENTRY,
    ERASE,
    FIND,
    GET,
    LIST,
    NEW_HANDLE,
    OPEN_ANSWERS,
)

if TYPE_CHECKING:
    from decision_aid.record.database import Database, Row
    from decision_aid.record.open_session import OpenSession
    from decision_aid.record.sealing import Cipher

_TRIES = 20
_SEAL = ENTRY.index("seal")


class Records:
    """The sessions in one place. On a shared store a patient opens one only by its code."""

    def __init__(self, database: Database, *, shared: bool | None = None) -> None:
        self._database = database
        self.shared = database.shared if shared is None else shared

    @classmethod
    def at(
        cls, place: str | Path | None = None, *, make: bool = True, shared: bool | None = None
    ) -> Records:
        """Open a folder or address (nothing named: the person's data folder).

        Without `make`, nothing is written where no records are yet. Raises RecordsFault.
        """
        return cls(_database(place, make=make), shared=shared)

    def close(self) -> None:
        """Let go of the database; sessions that are still open cannot write any more."""
        self._database.close()

    def __enter__(self) -> Records:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    # --- sessions ---

    def begin(
        self,
        label: str | None,
        version: ContentVersion,
        moment: datetime,
        passphrase: str | None = None,
    ) -> Session:
        """A new session under a label that the person chose, or a random one (None).

        On a shared store it has a resume code, told once. Raises RecordsFault.
        """
        session = secrets.token_hex(16)
        chosen = None if label is None else labels.parse_label(label)
        cipher, lock = _sealing(passphrase, session)
        state = seal_state(cipher, session, 0, SessionState(digest=digest({})))
        self._database.check_rights()
        hold = self._database.lock_session(session)
        try:
            name, code = self._insert(session, chosen, (version, moment, lock, state))
            entry = SessionInfo(session, name, version, moment, moment, 0, passphrase is not None)
            return Session(self._database, entry, cipher, hold, code)
        except BaseException:
            if hold is not None:
                hold.release()
            raise

    def list(self) -> tuple[SessionInfo, ...]:
        """Every session that can be read, the last used first; on a shared store for staff only."""
        return self.survey().sessions

    def survey(self) -> Survey:
        """The list, and beside it the sessions whose rows are damaged: they keep nobody else's."""
        found = sort_rows(self._database.read(LIST))
        held = self._database.find_locked([entry.id for entry in found.sessions])
        marked = (replace(entry, in_use=entry.id in held) for entry in found.sessions)
        return replace(found, sessions=tuple(marked))

    def answers_by_session(self, version: ContentVersion) -> Mapping[str, Given]:
        """What was given in each session of that id and version, by its own id; for staff only.

        Sessions that are locked, or whose answers cannot be read, are not among them.
        """
        rows = self._database.read(OPEN_ANSWERS, (version.id, version.version))
        return collect_given(rows)

    def open(self, label: str, passphrase: str | None = None, *, looking: bool = False) -> Session:
        """The session under a label, on a personal store; raises RecordsFault.

        Where another program holds it, and with `looking`, it can only be looked at.
        """
        if self.shared:
            raise RecordsFault("by_code_only")
        return self._find(labels.label_handle(label), "no_such_label", passphrase, looking)

    def open_by_code(
        self, code: str, passphrase: str | None = None, *, looking: bool = False
    ) -> Session:
        """The session that has this resume code; raises RecordsFault."""
        return self._find(labels.code_handle(code), "no_such_code", passphrase, looking)

    def open_entry(
        self, entry: SessionInfo, passphrase: str | None = None, *, looking: bool = False
    ) -> Session:
        """A session from the list: on a shared store for staff only; raises RecordsFault."""
        rows = self._database.read(GET, (entry.id,))
        if not rows:
            raise RecordsFault("no_such_session")
        return self._open_row(rows[0], passphrase, looking=looking)

    def new_code(self, entry: SessionInfo) -> str:
        """Another resume code, told once; the one before it opens nothing any more.

        Raises RecordsFault, also while the session is in use.
        """
        if not self.shared:
            raise RecordsFault("no_codes")
        with self._lock(entry.id):
            code = labels.make_code()
            with self._database.writing() as run:
                if not run(NEW_HANDLE, (labels.code_handle(code), entry.id)):
                    raise RecordsFault("no_such_session")
        return code

    def erase(self, which: SessionInfo | DamagedSession | OpenSession) -> Erased:
        """Erase a session and its traces, locked or not; raises RecordsFault while it is in use.

        Where it raises, nothing is erased.
        """
        if not isinstance(which, SessionInfo | DamagedSession):
            which.close()
            which = which.entry
        session = which.id
        if isinstance(which, DamagedSession) and not session:
            raise describe_damage(which)
        with self._lock(session):
            self._delete(session)
        try:
            self._database.scrub()
        except RecordsFault as left:
            return Erased(left)
        return Erased()

    def back_up(self, target: Path) -> None:
        """Copy every session to a new file, as they are now; raises RecordsFault."""
        self._database.back_up(target)

    # --- private ---

    def _delete(self, session: str) -> None:
        """Take the rows away; raises RecordsFault only where they are there, or may be."""
        try:
            with self._database.writing() as run:
                gone = [run(statement, (session,)) for statement in ERASE][-1]
        except RecordsFault as fault:
            try:
                is_there = self._database.read(GET, (session,))
            except RecordsFault:
                raise RecordsFault("perhaps_erased") from None
            if is_there:
                raise fault from None
            return
        if not gone:
            raise RecordsFault("no_such_session")

    def _insert(
        self, session: str, label: str | None, rest: tuple[ContentVersion, datetime, str, str]
    ) -> tuple[str, str]:
        """Insert under a handle that nobody has: the label's, or on a shared store the code's."""
        version, moment, lock, state = rest
        about = (version.id, version.version, version.hash, moment.isoformat(), moment.isoformat())
        for _ in range(_TRIES):
            name = label or labels.make_label()
            code = labels.make_code() if self.shared else ""
            handle = labels.code_handle(code) if code else labels.label_handle(name)
            with contextlib.suppress(HandleInUse):
                with self._database.writing() as run:
                    run(BEGIN, (session, handle, name, *about, lock, state))
                return name, code
            if label and not code:
                break
        raise RecordsFault("label_taken")

    def _find(self, handle: str, missing: str, passphrase: str | None, looking: bool) -> Session:
        rows = self._database.read(FIND, (handle,))
        if not (rows and hmac.compare_digest(_bytes(rows[0][-1]), _bytes(handle))):
            raise RecordsFault(missing)
        return self._open_row(rows[0], passphrase, looking=looking)

    def _open_row(self, row: Row, passphrase: str | None, *, looking: bool) -> Session:
        entry, lock = parse_session(row), str(row[_SEAL])
        if lock and not passphrase:
            raise RecordsFault("passphrase_needed")
        cipher = open_encrypted(passphrase or "", entry.id, lock) if lock else Plain()
        hold = None if looking else self._database.lock_session(entry.id)
        try:
            return Session(self._database, entry, cipher, hold)
        except BaseException:
            if hold is not None:
                hold.release()
            raise

    @contextlib.contextmanager
    def _lock(self, session: str) -> Iterator[None]:
        hold = self._database.lock_session(session)
        if hold is None:
            raise RecordsFault("in_use")
        try:
            yield
        finally:
            hold.release()


def _database(place: str | Path | None, *, make: bool) -> Database:
    from decision_aid.record.folder import default_folder

    if isinstance(place, str) and is_address(place):
        if not place.startswith(("postgresql://", "postgres://")):
            raise RecordsFault("address")
        from decision_aid.record.postgres import Postgres

        return Postgres(place, make=make)
    from decision_aid.record.sqlite_file import SqliteFile

    folder = Path(place).expanduser().absolute() if place else default_folder()
    return SqliteFile(folder, make=make)


def _bytes(handle: object) -> bytes:
    return str(handle).encode(errors="surrogatepass")


def _sealing(passphrase: str | None, session: str) -> tuple[Cipher, str]:
    return (Plain(), "") if passphrase is None else make_encrypted(passphrase, session)
