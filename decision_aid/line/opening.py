"""After the welcome: whether answers are kept, and going on with kept ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from decision_aid.line.telling import Ask, Telling
from decision_aid.summary import day
from decision_aid.visit import Recap, Start, records_at, resumable
from decision_aid.words.lines_en import LINES

if TYPE_CHECKING:
    from decision_aid.record import Entry, Records
    from decision_aid.record.session import Session


class Opening(Telling):
    """Settles once how answers are kept; where that fails, the visit goes on without."""

    records: Records | None = None
    session: Session | None = None
    start = Start()
    hidden: Ask | None = None

    def open(self, start: Start, hidden: Ask | None) -> None:
        """Ask what the command line does not say."""
        self.start, self.hidden = start, hidden
        if start.keep is None and not self.visit.answers and self._resumed():
            return
        if start.keep is None:
            self._numbered((LINES.keep, LINES.keep_locked, LINES.no_trace))
            chosen = self._choice(LINES.keep_prompt, 3, 3)
        else:
            chosen = 1 if start.keep else 3
        if chosen == 3:
            self._paragraph(LINES.nothing_kept)
        else:
            self._begin(locked=chosen == 2)

    def close(self) -> None:
        """Let others write to what was kept here."""
        for kept in (self.session, self.records):
            if kept is not None:
                kept.close()

    def _choice(self, prompt: str, last: int, default: int) -> int:
        """A number from the list; Enter alone takes the default."""
        while True:
            given = self._line(prompt).strip()
            if not given:
                return default
            if given.isdecimal() and 1 <= int(given) <= last:
                return int(given)
            self._paragraph(LINES.not_known)

    def _secret(self, prompt: str) -> str:
        return (self.hidden or self.ask)(prompt)

    # --- keeping anew ---

    def _begin(self, *, locked: bool) -> None:
        from decision_aid.record import RecordsFault, Stamp

        passphrase = self._new_passphrase() if locked else None
        label = self.start.label or self._line(LINES.label_prompt).strip() or None
        visit = self.visit
        try:
            if self.records is None:
                self.records = records_at(self.start, make=True)
            stamp, moment = Stamp.of(visit.aid), visit.clock()
            session = self.records.begin(label, stamp, moment, passphrase)
        except RecordsFault as fault:
            self._paragraph(str(fault))
            self._paragraph(LINES.keep_failed)
            return
        self.session = session
        self._paragraph(LINES.kept_under.format(label=session.entry.label))
        if session.code:
            self._paragraph(LINES.code.format(code=session.code))
            self._line(LINES.code_done)
        visit.keep_in(session)

    def _new_passphrase(self) -> str:
        from decision_aid.record.sealing import IF_LOST, LEAST_PASSPHRASE

        self._paragraph(IF_LOST)
        while True:
            first = self._secret(LINES.choose_lock.format(least=LEAST_PASSPHRASE))
            if len(first) < LEAST_PASSPHRASE:
                self._paragraph(LINES.too_short.format(least=LEAST_PASSPHRASE))
            elif self._secret(LINES.once_again) == first:
                return first
            else:
                self._paragraph(LINES.not_the_same)

    # --- going on with what is kept ---

    def _resumed(self) -> bool:
        from decision_aid.record import RecordsFault

        try:
            self.records = records_at(self.start, make=False)
            entries = () if self.records.shared else resumable(self.records, self.visit.aid)
        except RecordsFault as fault:
            if fault.kind != "none_yet":
                self._paragraph(str(fault))
            return False
        if self.records.shared:
            return self._by_code(self.records)
        return bool(entries) and self._from_list(self.records, entries)

    def _from_list(self, records: Records, entries: Sequence[Entry]) -> bool:
        self._paragraph(LINES.resume)
        self._numbered(
            [
                *(f"{e.label}, {LINES.last_used.format(day=day(e.last.date()))}" for e in entries),
                LINES.anew,
            ]
        )
        last = len(entries) + 1
        place = self._choice(LINES.resume_prompt.format(last=last), last, last)
        if place == last:
            return False
        entry = entries[place - 1]
        return self._opened(lambda secret: records.open_entry(entry, secret))

    def _by_code(self, records: Records) -> bool:
        code = self._line(LINES.code_prompt).strip()
        if not code:
            return False
        if self._opened(lambda secret: records.open_by_code(code, secret)):
            return True
        return self._by_code(records)

    def _opened(self, opened: Callable[[str | None], Session], secret: str | None = None) -> bool:
        from decision_aid.record import RecordsFault

        try:
            session = opened(secret)
            recap = self.visit.take_up(session)
        except RecordsFault as fault:
            if fault.kind != "passphrase_needed":
                self._paragraph(str(fault))
            if fault.kind not in ("passphrase_needed", "passphrase_wrong"):
                return False
            secret = self._secret(LINES.unlock)
            return bool(secret) and self._opened(opened, secret)
        self.session = session
        self.recap(recap)
        if session.only_looking:
            self._paragraph(LINES.in_use)
        return True

    def recap(self, recap: Recap) -> None:
        """Say how far it went, and what is asked again."""
        words = LINES.reached if recap.section else LINES.reached_end
        self._paragraph(words.format(section=recap.section, answered=recap.answered))
        if recap.asked_again:
            self._paragraph(LINES.asked_again)
            for text in recap.asked_again:
                self._item(text)
