"""Going on with answers given before: chosen from a list, by a code, or only looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from decision_aid.line.choosing import Choosing
from decision_aid.start import Recap, Start, records_at, resumable
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.record import Records, RecordsFault, SessionInfo
    from decision_aid.record.session import Session

LINES = words("en").lines
in_words = words("en").moment

FOR_THE_PERSON = frozenset(
    {
        "label_taken",
        "label_wrong",
        "no_such_code",
        "no_such_label",
        "no_such_session",
        "passphrase_wrong",
        "busy",
        "gone",
    }
)
"""Faults whose words help whoever types; those of all others are for who looks after it."""

Opened = Callable[[str | None], "Session"]
"""Opens the session that was chosen, with a passphrase or without; raises RecordsFault."""


MOST_OF_A_CODE = 40
"""So much of a mistyped code is said back."""


class Anew(Exception):
    """Nothing is gone on with: the visit begins without any answers."""


class Resuming(Choosing):
    """Opens what was kept; nobody answers into a session that they can only look at."""

    start = Start()
    records: Records | None = None
    session: Session | None = None
    """Where the answers of this visit are kept."""

    def _resume(self) -> None:
        """Go on with what is kept; raises Anew where there is nothing, or the person wants that."""
        from decision_aid.record import RecordsFault

        try:
            self.records = records_at(self.start, make=False)
            entries = () if self.records.shared else resumable(self.records, self.visit.aid)
        except RecordsFault as fault:
            if fault.kind != "none_yet":
                self._tell_fault(fault, LINES.not_opened)
            raise Anew from None
        if self.records.shared:
            self._by_code(self.records)
        elif entries:
            self._from_list(self.records, entries)
        else:
            raise Anew

    def _from_list(self, records: Records, entries: Sequence[SessionInfo]) -> None:
        self._paragraph(LINES.resume)
        labels = [*map(_listed, entries), LINES.anew]
        last = len(labels)
        while (place := self._one_of(labels, LINES.resume_prompt, otherwise=last)) < last:
            if self._opened(partial(records.open_entry, entries[place - 1])):
                return
        raise Anew

    def _by_code(self, records: Records) -> None:
        while code := self._typed(LINES.code_prompt):
            if self._opened(partial(records.open_by_code, code), code):
                return
        raise Anew

    def _opened(self, opened: Opened, code: str = "") -> bool:
        """Whether the visit goes on with it; where not, it was said why, or they turned back."""
        from decision_aid.record import RecordsFault

        secret: str | None = None
        while True:
            try:
                session = opened(secret)
                recap = self.visit.take_up(session)
            except RecordsFault as fault:
                if not self._passphrase_helps(fault, code):
                    return False
                secret = self._secret(LINES.unlock)
                if not secret:
                    return False
                continue
            if not session.only_looking:
                self.session = session
                self._recap(recap)
                return True
            self._only_look(session)

    def _passphrase_helps(self, fault: RecordsFault, code: str) -> bool:
        """Say what is wrong, but for a passphrase that nobody was asked for yet."""
        if fault.kind == "no_such_code":
            self._paragraph(LINES.no_such_code.format(code=code[:MOST_OF_A_CODE]))
        elif fault.kind != "passphrase_needed":
            self._tell_fault(fault, LINES.not_opened)
        return fault.kind in ("passphrase_needed", "passphrase_wrong")

    def _tell_fault(self, fault: RecordsFault, plainly: str) -> None:
        """In words for the person first; what only staff can mend is a line of its own."""
        if fault.kind in FOR_THE_PERSON:
            self._paragraph(str(fault))
            return
        self._paragraph(plainly)
        self._for_staff(str(fault))

    def _only_look(self, session: Session) -> None:
        """While another program has the answers; returns when it is to be tried again."""
        self._paragraph(LINES.in_use)
        while (chosen := self._one_of(LINES.in_use_choices, LINES.in_use_prompt, otherwise=1)) == 1:
            self._answers()
        session.close()
        if chosen == 3:
            raise Anew

    # --- how far it went ---

    def _recap(self, recap: Recap) -> None:
        """Say how far it went, and what is asked again."""
        words = LINES.reached if recap.section else LINES.reached_end
        self._paragraph(words.format(section=recap.section, answered=recap.answered))
        question = self.visit.question
        if question is not None and question.keep == "never":
            self._paragraph(LINES.signs_again)
        if recap.asked_again:
            self._paragraph(LINES.asked_again)
            for text in recap.asked_again:
                self._item(text)
        self._paragraph(LINES.overview_way)


def _listed(entry: SessionInfo) -> str:
    said = [entry.label, LINES.last_used.format(moment=in_words(entry.last))]
    return ", ".join(said + [LINES.locked] * entry.locked)
