"""Between the welcome and the questions: whether answers are kept, and going on with kept ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual import on, work
from textual.message import Message
from textual.widgets import Input

from decision_aid.tui import messages
from decision_aid.tui.page import Page
from decision_aid.tui.screens import opening_pages as pages
from decision_aid.tui.screens.base import PageScreen
from decision_aid.tui.widgets.foot_bar import Key
from decision_aid.tui.widgets.line_box import LinePanel
from decision_aid.visit import Recap, Start, Visit, records_at, resumable
from decision_aid.words.screens_en import EN

if TYPE_CHECKING:
    from decision_aid.record import Entry, Records, RecordsFault
    from decision_aid.record.session import Session

Got = TypeVar("Got")
WRITTEN = ("own", "code", "unlock", "passphrase", "passphrase_again")
"""The steps at which something is written."""
HIDDEN = ("unlock", "passphrase", "passphrase_again")


class OpeningScreen(PageScreen):
    """Nothing is written before the person chose to keep; slow work is done in a thread."""

    @dataclass
    class Done(Message):
        """The slow work is done: go on with this."""

        then: Callable[[], None]

    def __init__(self, visit: Visit, start: Start) -> None:
        super().__init__()
        self.visit = visit
        self.start = start
        self.step = "working"
        self.label = start.label or ""
        self.passphrase: str | None = None
        self.entries: tuple[Entry, ...] = ()
        self.opened: tuple[Entry | None, str] = (None, "")
        """The entry, or the code, that is to be opened."""
        self.session: Session | None = None
        self.recap: Recap | None = None
        self.reason = ""
        self.opening = False
        self.panel: LinePanel | None = None

    def on_mount(self) -> None:
        super().on_mount()
        if self.start.brought:
            self.recap = self.visit.bring(self.start.brought)
            self._turn("brought")
        else:
            self._after_looking()

    # --- its pages ---

    def page(self) -> Page:
        makes: dict[str, Callable[[], Page]] = {
            "working": pages.working,
            "ask": pages.asking,
            "label": lambda: pages.labelled(self.label, self.face.shared),
            "own": lambda: pages.writing(EN.label_own_title, EN.label_own_lead),
            "passphrase": self._passphrase_page,
            "passphrase_again": lambda: pages.writing(
                EN.passphrase_again_title, EN.passphrase_again_lead
            ),
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

        lead = EN.passphrase_lead.format(least=LEAST_PASSPHRASE)
        return pages.writing(EN.passphrase_title, IF_LOST, lead, notice=self.reason)

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

    # --- showing ---

    @property
    def writing(self) -> bool:
        return self.panel is not None and self.panel.box.has_focus

    def keys(self) -> tuple[Key, ...]:
        if self.step == "working":
            return (Key("u", EN.bar_urgent, "ask('ShowUrgent')"),)
        if self.step not in WRITTEN:
            return super().keys()
        enter = Key(EN.key_enter, EN.bar_go_on, "take")
        return (enter, Key("F3" if self.writing else "←", EN.bar_back, "back"), *self.common_keys())

    def _turn(self, step: str) -> None:
        self.step = step
        self.show()
        self.set_class(step in WRITTEN, "typing")
        if step in WRITTEN:
            self._open_box()
        else:
            self.sheet.focus()
        if step not in ("passphrase", "code", "unlock", "failed"):
            self.reason = ""

    def _open_box(self) -> None:
        if self.panel is None:
            self.panel = LinePanel()
            self.mount(self.panel, before=self.below)
        self.panel.ask(hidden=self.step in HIDDEN)

    # --- slow work ---

    @work(thread=True)
    def _do(self, slow: Callable[[], Got], then: Callable[[Got], None]) -> None:
        from decision_aid.record import RecordsFault

        try:
            self.post_message(self.Done(partial(then, slow())))
        except RecordsFault as fault:
            self.post_message(self.Done(partial(self._failed, fault)))

    def _work(self, slow: Callable[[], Got], then: Callable[[Got], None]) -> None:
        self._turn("working")
        self._do(slow, then)

    @on(Done)
    def _done(self, message: Done) -> None:
        message.stop()
        message.then()

    def _failed(self, fault: RecordsFault) -> None:
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
            self._turn("ask")
        else:
            self.reason = "" if fault.kind == "passphrase_needed" else self.reason
            self._turn(mended.get(fault.kind, "failed"))

    # --- what is there already ---

    def _after_looking(self) -> None:
        if self.start.keep is not None:
            self._choose_label() if self.start.keep else self._no_trace()
        elif self.visit.answers:
            self._turn("ask")
        else:
            self._work(self._found, self._show_found)

    def _found(self) -> tuple[Entry, ...]:
        """Nothing is made where nothing is kept yet."""
        records = records_at(self.start, make=False)
        self.face.records = records
        return () if records.shared else resumable(records, self.visit.aid)

    def _show_found(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self.opening = True
        self._turn("list" if entries or self.face.shared else "ask")

    # --- keeping anew ---

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
        self._turn("label")

    def _begin(self) -> None:
        from decision_aid.record import Stamp

        self.opening = False
        stamp, moment = Stamp.of(self.visit.aid), self.visit.clock()
        label, passphrase, self.passphrase = self.label, self.passphrase, None
        self._work(lambda: self._records().begin(label, stamp, moment, passphrase), self._begun)

    def _begun(self, session: Session) -> None:
        self.session = session
        self.face.session = session
        self.visit.keep_in(session)
        if session.code:
            self._turn("shown_code")
        else:
            self.ask(messages.Decided())

    # --- going on with what is kept ---

    def _open(self, passphrase: str | None = None) -> None:
        entry, code = self.opened
        self.opening = True
        if entry is not None and entry.locked and passphrase is None:
            self._turn("unlock")
            return
        self._work(lambda: self._session(entry, code, passphrase), self._taken_up)

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
            self._failed(fault)
            return
        self.session = self.face.session = session
        self._turn("in_use" if session.only_looking else "recap")

    def _let_go(self) -> None:
        """Begin anew: nothing of what was looked at stays."""
        if self.session is not None:
            self.session.close()
            self.session = self.face.session = None
            self.visit.forget()
        self.opening = False
        self._turn("ask")

    # --- what is picked and written ---

    def chosen(self, row: str) -> None:
        kind, _, name = row.partition(":")
        actions: dict[str, Callable[[], None]] = {
            "no_trace": self._no_trace,
            "keep": self._other_label,
            "lock": partial(self._turn, "passphrase"),
            "begin": self._begin,
            "other": self._other_label,
            "own": partial(self._turn, "own"),
            "done": lambda: self.ask(messages.Decided()),
            "go_on": lambda: self.ask(messages.Decided()),
            "open": lambda: self._open_listed(int(name)),
            "again": self._try_again,
            "look": lambda: self.ask(messages.ShowAnswers()),
            "carry_on": self._carry_on,
            "new": self._let_go,
            "code": partial(self._turn, "code"),
            "list": partial(self._turn, "list"),
            "ask": partial(self._turn, "ask"),
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
            self._turn("ask")
        else:
            self._after_looking()

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self.action_take()

    def action_take(self) -> None:
        """Take what is written."""
        written = self.panel.box.value if self.panel else ""
        if self.step in WRITTEN and written.strip():
            getattr(self, f"_written_{self.step}")(written)

    def _written_own(self, written: str) -> None:
        self.label = written
        self._turn("label")

    def _written_code(self, written: str) -> None:
        self.opened = (None, written)
        self._open()

    def _written_unlock(self, written: str) -> None:
        self._open(written)

    def _written_passphrase(self, written: str) -> None:
        from decision_aid.record import RecordsFault
        from decision_aid.record.sealing import LEAST_PASSPHRASE

        if len(written) < LEAST_PASSPHRASE:
            self._failed(RecordsFault("passphrase_short", least=str(LEAST_PASSPHRASE)))
            return
        self.passphrase = written
        self._turn("passphrase_again")

    def _written_passphrase_again(self, written: str) -> None:
        if written == self.passphrase:
            self._choose_label()
            return
        self.passphrase, self.reason = None, EN.passphrases_differ
        self._turn("passphrase")

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
        if self.step in before:
            self._turn(before[self.step])
        elif self.step in ("ask", "list", "brought"):
            self.ask(messages.ShowWelcome())
