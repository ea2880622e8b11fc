"""Between the welcome and the questions: whether answers are kept, and going on with kept ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from decision_aid.tui import messages
from decision_aid.tui.page import Page
from decision_aid.tui.screens import opening_pages as pages
from decision_aid.tui.screens.steps import Steps
from decision_aid.visit import Recap, Start, Visit, records_at, resumable
from decision_aid.words.screens_en import EN

if TYPE_CHECKING:
    from decision_aid.record import Entry, Records, RecordsFault
    from decision_aid.record.session import Session


class OpeningScreen(Steps):
    """Nothing is written before the person chose to keep; slow work is done in a thread."""

    def __init__(self, visit: Visit, start: Start) -> None:
        super().__init__()
        self.visit = visit
        self.start = start
        self.label = start.label or ""
        self.passphrase: str | None = None
        self.entries: tuple[Entry, ...] = ()
        self.opened: tuple[Entry | None, str] = (None, "")
        """The entry, or the code, that is to be opened."""
        self.session: Session | None = None
        self.recap: Recap | None = None
        self.opening = False

    def on_mount(self) -> None:
        super().on_mount()
        if self.start.brought:
            self.recap = self.visit.bring(self.start.brought)
            self.turn("brought")
        else:
            self._after_looking()

    # --- its pages ---

    def page(self) -> Page:
        makes: dict[str, Callable[[], Page]] = {
            "working": pages.working,
            "ask": lambda: pages.asking(self.face.shared),
            "label": lambda: pages.labelled(self.label, self.face.shared),
            "own": lambda: pages.writing(EN.label_own_title, EN.label_own_lead),
            "passphrase": self._passphrase_page,
            "passphrase_again": lambda: pages.writing(EN.lock_again_title, EN.lock_again_lead),
            "shown_code": lambda: pages.code(self.session.code if self.session else ""),
            "failed": self._failed_page,
            "list": lambda: pages.by_code() if self.face.shared else pages.listed(self.entries),
            "code": lambda: pages.writing(
                EN.code_enter_title, EN.code_enter_lead, notice=self.reason
            ),
            "unlock": self._unlock_page,
            "in_use": pages.in_use,
            "recap": self._recap_page,
            "brought": lambda: pages.brought(self.recap or Recap("", 0)),
        }
        return makes[self.step]()

    def _passphrase_page(self) -> Page:
        from decision_aid.record.sealing import IF_LOST, LEAST_PASSPHRASE

        lead = EN.lock_lead.format(least=LEAST_PASSPHRASE)
        return pages.writing(EN.lock_title, IF_LOST, lead, notice=self.reason)

    def _failed_page(self) -> Page:
        heading = EN.open_failed_title if self.opening else EN.keep_failed_title
        return pages.refused(heading, self.reason, opening=self.opening)

    def _unlock_page(self) -> Page:
        entry, code = self.opened
        lead = EN.unlock_lead.format(label=entry.label if entry else code)
        return pages.writing(EN.unlock_title, lead, notice=self.reason)

    def _recap_page(self) -> Page:
        question = self.visit.question
        urgent = question is not None and question.keep == "never"
        return pages.welcome_back(self.recap or Recap("", 0), urgent=urgent)

    def failed(self, fault: RecordsFault) -> None:
        """Say why; where another try mends it, ask at the same step."""
        self.reason = str(fault)
        mended = {
            "passphrase_short": "passphrase",
            "passphrase_wrong": "unlock",
            "passphrase_needed": "unlock",
            "no_such_code": "code",
        }
        if fault.kind == "none_yet":
            self.reason = ""
            self.turn("ask")
        else:
            self.reason = "" if fault.kind == "passphrase_needed" else self.reason
            self.turn(mended.get(fault.kind, "failed"))

    # --- what is there already ---

    def _after_looking(self) -> None:
        if self.start.keep is not None:
            self._choose_label() if self.start.keep else self._no_trace()
        elif self.visit.answers:
            self.turn("ask")
        else:
            self.work(self._found, self._show_found)

    def _found(self) -> tuple[Entry, ...]:
        """Nothing is made where nothing is kept yet."""
        records = records_at(self.start, make=False)
        self.face.records = records
        return () if records.shared else resumable(records, self.visit.aid)

    def _show_found(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self.opening = True
        self.turn("list" if entries or self.face.shared else "ask")

    # --- keeping anew ---

    def _ask_anew(self) -> None:
        self.passphrase = None
        self.turn("ask")

    def _no_trace(self) -> None:
        self.ask(messages.Decided())

    def _records(self) -> Records:
        if self.face.records is None:
            self.face.records = records_at(self.start, make=True)
        return self.face.records

    def _choose_label(self) -> None:
        if self.start.keep and self.start.label:
            self._begin()
        else:
            self._other_label()

    def _other_label(self) -> None:
        from decision_aid.record.labels import random_label

        self.label = random_label()
        self.turn("label")

    def _begin(self) -> None:
        from decision_aid.record import Stamp

        self.opening = False
        stamp, moment = Stamp.of(self.visit.aid), self.visit.clock()
        label, passphrase, self.passphrase = self.label, self.passphrase, None
        self.work(lambda: self._records().begin(label, stamp, moment, passphrase), self._begun)

    def _begun(self, session: Session) -> None:
        self.session = session
        self.face.session = session
        self.visit.keep_in(session)
        if session.code:
            self.turn("shown_code")
        else:
            self.ask(messages.Decided())

    # --- going on with what is kept ---

    def _open(self, passphrase: str | None = None) -> None:
        entry, code = self.opened
        self.opening = True
        if entry is not None and entry.locked and passphrase is None:
            self.turn("unlock")
            return
        self.work(lambda: self._session(entry, code, passphrase), self._taken_up)

    def _session(self, entry: Entry | None, code: str, passphrase: str | None) -> Session:
        records = self._records()
        if entry is not None:
            return records.open_entry(entry, passphrase)
        return records.open_by_code(code, passphrase)

    def _taken_up(self, session: Session) -> None:
        from decision_aid.record import RecordsFault

        try:
            self.recap = self.visit.take_up(session)
        except RecordsFault as fault:
            self.failed(fault)
            return
        self.session = self.face.session = session
        self.turn("in_use" if session.only_looking else "recap")

    def _let_go(self) -> None:
        """Begin anew: nothing of what was looked at stays."""
        if self.session is not None:
            self.session.close()
            self.session = self.face.session = None
            self.visit.forget()
        self.opening = False
        self.turn("ask")

    # --- what is picked and written ---

    def chosen(self, row: str) -> None:
        kind, _, name = row.partition(":")
        actions: dict[str, Callable[[], None]] = {
            "no_trace": self._no_trace,
            "keep": self._other_label,
            "lock": partial(self.turn, "passphrase"),
            "begin": self._begin,
            "other": self._other_label,
            "own": partial(self.turn, "own"),
            "done": lambda: self.ask(messages.Decided()),
            "go_on": lambda: self.ask(messages.Decided()),
            "open": lambda: self._open_listed(int(name)),
            "again": self._try_again,
            "look": lambda: self.ask(messages.ShowAnswers()),
            "carry_on": self._carry_on,
            "new": self._let_go,
            "code": partial(self.turn, "code"),
            "list": partial(self.turn, "list"),
            "ask": self._ask_anew,
            "take": self.action_take,
        }
        actions[kind]()

    def _open_listed(self, place: int) -> None:
        self.opened = (self.entries[place], "")
        self._open()

    def _try_again(self) -> None:
        if self.session is not None:
            self.session.close()
        self._open()

    def _carry_on(self) -> None:
        if self.start.keep is None:
            self.turn("ask")
        else:
            self._after_looking()

    def _written_own(self, written: str) -> None:
        self.label = written
        self.turn("label")

    def _written_code(self, written: str) -> None:
        self.opened = (None, written)
        self._open()

    def _written_unlock(self, written: str) -> None:
        self._open(written)

    def _written_passphrase(self, written: str) -> None:
        from decision_aid.record import RecordsFault
        from decision_aid.record.sealing import LEAST_PASSPHRASE

        if len(written) < LEAST_PASSPHRASE:
            self.failed(RecordsFault("passphrase_short", least=str(LEAST_PASSPHRASE)))
            return
        self.passphrase = written
        self.turn("passphrase_again")

    def _written_passphrase_again(self, written: str) -> None:
        if written == self.passphrase:
            self._choose_label()
            return
        self.passphrase, self.reason = None, EN.locks_differ
        self.turn("passphrase")

    def action_back(self) -> None:
        """To the step before; nothing is left half done."""
        before = {
            "label": "ask",
            "own": "label",
            "passphrase": "ask",
            "passphrase_again": "passphrase",
            "code": "list",
            "unlock": "list",
        }
        if before.get(self.step) == "ask":
            self._ask_anew()
        elif self.step in before:
            self.turn(before[self.step])
        elif self.step in ("ask", "list", "brought"):
            self.ask(messages.ShowWelcome())
