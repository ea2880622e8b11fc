"""After the welcome: what was answered before, and whether answers are kept from now on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.line.resuming import Anew, Resuming
from decision_aid.line.telling import Ask
from decision_aid.visit import Brought, Start, is_shared, records_at
from decision_aid.words.lines_en import LINES

if TYPE_CHECKING:
    from decision_aid.record.session import Session


class Opening(Resuming):
    """Settles once how answers are kept; where that fails, the visit goes on without."""

    def open(self, start: Start, hidden: Ask | None) -> None:
        """Ask what the command line does not say."""
        self.start, self.hidden = start, hidden
        if start.brought is not None:
            self._carry_on_from(start.brought)
        elif start.keep is None:
            try:
                self._resume()
                return
            except Anew:  # nothing of what was looked at stays
                self.visit.forget()
        self._settle_keeping()

    def close(self) -> None:
        """Let others write to what was kept here."""
        for kept in (self.session, self.records):
            if kept is not None:
                kept.close()

    def _carry_on_from(self, brought: Brought) -> None:
        """Answers given at home: how far they go, and a look at them before going on."""
        self._paragraph(LINES.brought)
        self._recap(self.visit.bring(brought))
        if self._somebody_types:
            self._look_first()

    def _look_first(self) -> None:
        while self._one_of(LINES.brought_choices, LINES.brought_prompt, otherwise=2) == 1:
            self._answers()

    # --- keeping ---

    def _settle_keeping(self) -> None:
        if self.start.keep is None:
            shared = is_shared(self.start)
            if shared:
                self._paragraph(LINES.keep_staff)
            keep = LINES.keep.format(where=_where(shared))
            choices = (keep, LINES.keep_locked, LINES.no_trace)
            chosen = self._one_of(choices, LINES.keep_prompt, otherwise=3)
        else:
            chosen = 1 if self.start.keep else 3
        if chosen == 3:
            self._paragraph(LINES.nothing_kept)
        else:
            self._keep(self._new_passphrase() if chosen == 2 else None, self.start.label)

    def _keep(self, passphrase: str | None, label: str | None = None) -> None:
        from decision_aid.record import RecordsFault

        label = label or self._line(LINES.label_prompt).strip() or None
        try:
            session = self._begun(label, passphrase)
        except RecordsFault as fault:
            self._paragraph(str(fault))
            if self._somebody_types and fault.kind in ("label_taken", "label_wrong"):
                self._keep(passphrase)
            else:
                self._paragraph(LINES.keep_failed)
            return
        self.session = session
        place = _where(self.records is not None and self.records.shared)
        self._paragraph(LINES.kept_under.format(where=place, label=session.entry.label))
        if session.code:
            self._spell_out(session.code)
        self.visit.keep_in(session)

    def _begun(self, label: str | None, passphrase: str | None) -> Session:
        from decision_aid.record import Stamp

        if self.records is None:
            self.records = records_at(self.start, make=True)
        stamp, moment = Stamp.of(self.visit.aid), self.visit.clock()
        return self.records.begin(label, stamp, moment, passphrase)

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

    def _spell_out(self, code: str) -> None:
        """The code whole, and letter by letter: a screen reader would read a part as a word."""
        self._paragraph(LINES.code)
        self._paragraph(code)
        for place, part in enumerate(code.split("-"), 1):
            self._paragraph(LINES.code_part.format(place=place, letters=" ".join(part)))
        self._line(LINES.code_done)


def _where(shared: bool) -> str:
    return LINES.at_the_clinic if shared else LINES.here
