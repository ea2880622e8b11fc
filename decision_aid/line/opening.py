"""After the welcome: what was answered before, and whether answers are kept from now on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.line.resuming import Anew, Resuming
from decision_aid.record.faults import NotKept
from decision_aid.start import Brought, Start, is_shared, records_at
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.record import RecordsFault
    from decision_aid.record.session import Session

LINES = words("en").lines

OPENLY, LOCKED, NO_TRACE = 1, 2, 3
OTHER_LABEL_HELPS = ("label_taken", "label_wrong")


class Opening(Resuming):
    """Settles once how answers are kept; where that fails, whoever types goes on without."""

    def open(self, start: Start) -> None:
        """Ask what the command line does not say.

        Raises NotKept where answers are to be kept and cannot be, and nobody is there to choose.
        """
        self.start = start
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
        while (chosen := self._whether_to_keep()) == LOCKED:
            passphrase = self._new_passphrase()
            if passphrase:
                self._keep(passphrase)
                return
        if chosen == OPENLY:
            self._keep(None)
        else:
            self._paragraph(LINES.nothing_kept)

    def _whether_to_keep(self) -> int:
        if self.start.keep is not None:
            return OPENLY if self.start.keep else NO_TRACE
        shared = is_shared(self.start)
        if shared:
            self._paragraph(LINES.keep_staff)
        keep = LINES.keep.format(where=_where(shared))
        choices = (keep, LINES.keep_locked, LINES.no_trace)
        return self._one_of(choices, LINES.keep_prompt, otherwise=NO_TRACE)

    def _keep(self, passphrase: str | None) -> None:
        from decision_aid.record import RecordsFault

        label = self.start.label or self._label()
        while self.session is None:
            try:
                self.session = self._begun(label, passphrase)
            except RecordsFault as fault:
                self._ask_again_or_go_on(fault)
                if fault.kind not in OTHER_LABEL_HELPS:
                    return
                label = self._label()
        self.visit.keep_in(self.session)
        self._say_where(self.session)

    def _ask_again_or_go_on(self, fault: RecordsFault) -> None:
        """Say why; without anybody to choose another way, what was asked for is not to be had."""
        if not self._somebody_types:
            raise NotKept(fault) from fault
        self._tell_fault(fault, LINES.keep_away)
        if fault.kind not in OTHER_LABEL_HELPS:
            self._paragraph(LINES.keep_failed)

    def _label(self) -> str | None:
        return self._typed(LINES.label_prompt) or None

    def _say_where(self, session: Session) -> None:
        self._paragraph(self._kept_under(session))
        if session.code:
            self._paragraph(LINES.label_for_staff)
            self._spell_out(session.code)

    def _kept_under(self, session: Session) -> str:
        where = _where(self.records is not None and self.records.shared)
        return LINES.kept_under.format(where=where, label=session.entry.label)

    def _begun(self, label: str | None, passphrase: str | None) -> Session:
        from decision_aid.record import ContentVersion

        if self.records is None:
            self.records = records_at(self.start, make=True)
        version, moment = ContentVersion.of(self.visit.aid), self.visit.clock()
        return self.records.begin(label, version, moment, passphrase)

    def _new_passphrase(self) -> str:
        """One that was typed twice alike; nothing where they turn back."""
        from decision_aid.record.sealing import LEAST_PASSPHRASE

        self._paragraph(self.visit.words.if_lost)
        while first := self._secret(LINES.choose_lock.format(least=LEAST_PASSPHRASE)):
            if len(first) < LEAST_PASSPHRASE:
                self._paragraph(LINES.too_short.format(least=LEAST_PASSPHRASE))
                continue
            second = self._secret(LINES.once_again)
            if second in (first, ""):
                return second
            self._paragraph(LINES.not_the_same)
        return ""

    def _spell_out(self, code: str) -> None:
        """The code whole, and letter by letter: a screen reader would read a part as a word."""
        self._paragraph(LINES.code)
        self._paragraph(code)
        for place, part in enumerate(code.split("-"), 1):
            self._paragraph(LINES.code_part.format(place=place, letters=" ".join(part)))
        self._typed(LINES.code_done)


def _where(shared: bool) -> str:
    return LINES.at_the_clinic if shared else LINES.here
