"""Between the welcome and the questions: whether answers are kept, and going on with kept ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from decision_aid.screens.page import Page
from decision_aid.start import Start, records_at, resumable
from decision_aid.tui import messages
from decision_aid.tui.screens import opening_pages as pages
from decision_aid.tui.screens.wizard import Steps
from decision_aid.tui.widgets.foot_bar import Key
from decision_aid.visit import Recap, Visit
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.record import Records, RecordsFault, SessionInfo
    from decision_aid.record.session import Session

EN = words("en").screens


class OpeningScreen(Steps):
    """Nothing is written before the person chose to keep; slow work is done in a thread."""

    def __init__(self, visit: Visit, start: Start) -> None:
        super().__init__()
        self.visit = visit
        self.start = start
        self.label = start.label or ""
        self.passphrase: str | None = None
        self.entries: tuple[SessionInfo, ...] = ()
        self.opened: tuple[SessionInfo | None, str] = (None, "")
        """The entry, or the code, that is to be opened."""
        self.session: Session | None = None
        self.recap: Recap | None = None
        self.opening = False
        self.listed = False
        """Whether there is a list, or the question for a code, to go back to."""

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
            "ask": lambda: pages.asking(self.face.shared, at=0 if self.face.decided else 2),
            "label": lambda: pages.labelled(self.label, self.face.shared),
            "own": lambda: pages.writing(EN.label_own_title, EN.label_own_lead),
            "passphrase": self._passphrase_page,
            "passphrase_again": lambda: pages.writing(EN.lock_again_title, EN.lock_again_lead),
            "shown_code": lambda: pages.code(self.session.code if self.session else ""),
            "failed": self._failed_page,
            "list": lambda: pages.by_code() if self.face.shared else pages.listed(self.entries),
            "code": lambda: pages.writing(EN.code_enter_title, EN.code_enter_lead),
            "unlock": self._unlock_page,
            "in_use": pages.in_use,
            "recap": self._recap_page,
            "brought": lambda: pages.brought(self.recap or Recap("", 0)),
        }
        return makes[self.step]()

    def _passphrase_page(self) -> Page:
        from decision_aid.record.sealing import LEAST_PASSPHRASE

        lead = EN.lock_lead.format(least=LEAST_PASSPHRASE)
        return pages.writing(EN.lock_title, self.visit.words.if_lost, lead)

    def _failed_page(self) -> Page:
        refused = pages.not_opened if self.opening else pages.not_kept
        return refused(self.reason, self.face.shared)

    def _unlock_page(self) -> Page:
        entry, code = self.opened
        lead = EN.unlock_lead.format(label=entry.label if entry else code)
        return pages.writing(EN.unlock_title, lead)

    def _recap_page(self) -> Page:
        question = self.visit.question
        urgent = question is not None and question.keep == "never"
        return pages.welcome_back(self.recap or Recap("", 0), urgent=urgent)

    def keys(self) -> tuple[Key, ...]:
        if self.step != "shown_code":
            return super().keys()
        return (Key("1", EN.bar_written_down, "written_down"), *self.common_keys())

    def forward(self) -> None:
        if self.step == "shown_code":
            self.sheet.say(EN.code_first)
        else:
            super().forward()

    # --- what went wrong ---

    def failed(self, fault: RecordsFault) -> None:
        """Say why; where another try mends it, ask at the same step."""
        mends: dict[str, Callable[[], None]] = {
            "none_yet": partial(self.turn, "ask"),
            "passphrase_needed": partial(self.turn, "unlock"),
            "passphrase_wrong": partial(self.refuse, "unlock", EN.unlock_wrong),
            "no_such_code": self._refuse_code,
            "label_taken": partial(self._refuse_label, EN.label_taken),
            "label_wrong": partial(self._refuse_label, f"{self.visit.words.fault_alone(fault)}."),
        }
        mends.get(fault.kind, partial(self._give_up, str(fault)))()

    def _give_up(self, reason: str) -> None:
        self.passphrase, self.reason = None, reason
        self.turn("failed")

    def _refuse_code(self) -> None:
        from decision_aid.record.labels import CODE_LENGTH

        written = self.opened[1]
        signs = sum(map(str.isalnum, written))
        length = EN.code_length.format(whole=CODE_LENGTH, signs=signs)
        words = (EN.code_wrong,) if signs == CODE_LENGTH else (EN.code_wrong, length)
        self.refuse("code", " ".join(words), written)

    def _refuse_label(self, reason: str) -> None:
        """Ask for another label and nothing else: a passphrase that was chosen stays."""
        from decision_aid.record.labels import make_label

        written, self.label = self.label, make_label()
        self.refuse("own", reason[:1].upper() + reason[1:], written)

    # --- what is there already ---

    def _after_looking(self) -> None:
        if self.start.keep is not None:
            self._keep_as_asked() if self.start.keep else self._no_trace()
        elif self.visit.answers:
            self.turn("ask")
        else:
            self.work(self._found, self._show_found)

    def _found(self) -> tuple[SessionInfo, ...]:
        """Nothing is made where nothing is kept yet."""
        records = self.face.records or records_at(self.start, make=False)
        self.face.records = records
        return () if records.shared else resumable(records, self.visit.aid)

    def _show_found(self, entries: tuple[SessionInfo, ...]) -> None:
        self.entries = entries
        self.listed = bool(entries) or self.face.shared
        self._list() if self.listed else self.turn("ask")

    def _list(self) -> None:
        """Back to where one chooses; what was taken up is let go."""
        self._let_go()
        self.opening = True
        self.turn("list")

    # --- keeping anew ---

    def _ask_anew(self) -> None:
        self.passphrase, self.opening = None, False
        self.turn("ask")

    def _no_trace(self) -> None:
        self.passphrase = None
        self.ask(messages.Decided())

    def _records(self) -> Records:
        if self.face.records is None:
            self.face.records = records_at(self.start, make=True)
        return self.face.records

    def _keep_as_asked(self) -> None:
        """As the command line says, with a label or without."""
        if self.label:
            self._begin()
        else:
            self._other_label()

    def _other_label(self) -> None:
        from decision_aid.record.labels import make_label

        self.label = make_label()
        self.turn("label")

    def _begin(self) -> None:
        from decision_aid.record import ContentVersion

        self.opening = False
        version, moment = ContentVersion.of(self.visit.aid), self.visit.clock()
        label, passphrase = self.label, self.passphrase
        self.work(lambda: self._records().begin(label, version, moment, passphrase), self._begun)

    def _begun(self, session: Session) -> None:
        self.passphrase, self.tries = None, 0
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

    def _session(self, entry: SessionInfo | None, code: str, passphrase: str | None) -> Session:
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
        self.tries = 0
        self.turn("in_use" if session.only_looking else "recap")

    def _let_go(self) -> None:
        """Nothing of what was looked at stays."""
        if self.session is not None:
            self.session.close()
            self.session = self.face.session = None
            self.visit.forget()

    def _start_anew(self) -> None:
        self._let_go()
        self._ask_anew()

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
            "new": self._start_anew,
            "code": partial(self.turn, "code"),
            "list": self._list,
            "ask": self._ask_anew,
            "take": self.action_take,
        }
        self.tries = 0
        actions[kind]()

    def action_written_down(self) -> None:
        """The code was written down."""
        self.ask(messages.Decided())

    def _open_listed(self, place: int) -> None:
        self.opened = (self.entries[place], "")
        self._open()

    def _try_again(self) -> None:
        self._let_go()
        self._open()

    def _carry_on(self) -> None:
        if self.start.keep is None:
            self.turn("ask")
        else:
            self._after_looking()

    def _written_own(self, written: str) -> None:
        from decision_aid.record import RecordsFault
        from decision_aid.record.labels import parse_label

        self.label = written
        try:
            self.label = parse_label(written)
        except RecordsFault as fault:
            self.failed(fault)
        else:
            self.turn("label")

    def _written_code(self, written: str) -> None:
        self.opened = (None, written)
        self._open()

    def _written_unlock(self, written: str) -> None:
        self._open(written)

    def _written_passphrase(self, written: str) -> None:
        from decision_aid.record.sealing import LEAST_PASSPHRASE

        if len(written) < LEAST_PASSPHRASE:
            short = EN.lock_short.format(count=len(written), least=LEAST_PASSPHRASE)
            self.refuse("passphrase", short)
            return
        self.passphrase, self.tries = written, 0
        self.turn("passphrase_again")

    def _written_passphrase_again(self, written: str) -> None:
        if written == self.passphrase:
            self._other_label()
            return
        self.passphrase = None
        self.refuse("passphrase", EN.locks_differ)

    def action_back(self) -> None:
        """To the step before; nothing is left half done."""
        self.tries = 0
        before: dict[str, Callable[[], None]] = {
            "ask": self._before_asking,
            "label": self._ask_anew,
            "own": partial(self.turn, "label"),
            "passphrase": self._ask_anew,
            "passphrase_again": partial(self.turn, "passphrase"),
            "failed": self._list if self.opening and self.listed else self._ask_anew,
            "list": self._welcome,
            "code": self._list,
            "unlock": self._list if self.opened[0] else partial(self.turn, "code"),
            "in_use": self._list,
            "recap": self._list,
            "brought": self._welcome,
        }
        if self.step in before:
            before[self.step]()

    def _welcome(self) -> None:
        self.ask(messages.ShowWelcome())

    def _before_asking(self) -> None:
        if self.face.decided:
            self.ask(messages.ShowQuestion())
        elif self.start.brought:
            self.turn("brought")
        elif self.listed:
            self._list()
        else:
            self._welcome()
