"""Between the welcome and the questions: whether answers are kept, and going on with kept ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from decision_aid.frozen import replace
from decision_aid.record import ContentVersion, RecordsFault, Survey
from decision_aid.record.keeper import Keeper
from decision_aid.record.labels import make_label, parse_label
from decision_aid.screens import keeping_pages as pages
from decision_aid.screens.screen import Go, Show, Stay, Step
from decision_aid.screens.wizard import Wizard
from decision_aid.start import records_at, resumable

if TYPE_CHECKING:
    from decision_aid.record import Records, SessionInfo
    from decision_aid.record.open_session import OpenSession
    from decision_aid.screens.notice import Notice
    from decision_aid.screens.page import Page
    from decision_aid.screens.sitting import Sitting
    from decision_aid.words import Words


class Keeping(Wizard):
    """Nothing is written before the person chose to keep; slow work is handed to the face.

    `again` asks somebody who chose to leave no trace, whatever the command line said.
    """

    name = "keeping"
    lies_over = False

    def __init__(self, sitting: Sitting, *, again: bool = False) -> None:
        super().__init__(sitting)
        self.visit = sitting.begun
        start = sitting.start
        self.start = replace(start, keep=None, label=None, brought=None) if again else start
        self.state = pages.KeepingSoFar(label=self.start.label or "")
        self._passphrase: str | None = None
        """What was chosen, or opened answers that can only be looked at until another try."""
        self._listed = False
        """Whether there is a list, or the question for a code, to go back to."""

    def open(self) -> Step:
        """First what was brought from home, then what is there already."""
        session = self.visit.session
        if session is not None and session.only_looking:
            self._let_go()
        if self.start.brought is None:
            return self._look_around()
        self.visit.bring(self.start.brought)
        return self.turn("brought")

    def draw(self) -> Page:
        """The page of the step."""
        return pages.step_page(self.sitting, self.step, self.state, self.written)

    # --- what went wrong ---

    def answer_fault(self, fault: RecordsFault) -> Step:
        """Say why; where another try mends it, ask at the same step."""
        mends: Mapping[str, Callable[[], Step]] = {
            "none_yet": partial(self.turn, "ask"),
            "passphrase_needed": partial(self.turn, "unlock"),
            "passphrase_wrong": self._refuse_passphrase,
            "no_such_code": self._refuse_code,
            "label_taken": partial(self._refuse_label, lambda: self._words.screens.label_taken),
            "label_wrong": partial(self._refuse_label, lambda: pages.why_label(self._words, fault)),
        }
        return mends.get(fault.kind, partial(self._give_up, fault))()

    @property
    def _words(self) -> Words:
        return self.sitting.words

    def _give_up(self, fault: RecordsFault) -> Step:
        self._passphrase, self.state.fault = None, fault
        return self.turn("failed")

    def _refuse_passphrase(self) -> Step:
        return self.refuse("unlock", lambda: self._words.screens.unlock_wrong)

    def _refuse_code(self) -> Step:
        written = self.state.wanted[1]
        return self.refuse("code", lambda: pages.why_no_code(self._words, written), written)

    def _refuse_label(self, reason: Notice) -> Step:
        """Ask for another label and nothing else: a passphrase that was chosen stays."""
        written, self.state.label = self.state.label, make_label()
        return self.refuse("own", reason, written)

    # --- what is there already ---

    def _look_around(self) -> Step:
        if self.start.keep is not None:
            return self._keep_as_asked() if self.start.keep else self._no_trace()
        if self.visit.has_begun:
            return self.turn("ask")
        return self.work(self._find_kept, self._show_kept)

    def _find_kept(self) -> Survey:
        """Nothing is made where nothing is kept yet."""
        records = self.sitting.records or records_at(self.start, make=False)
        self.sitting.records = records
        return Survey() if records.shared else resumable(records, self.visit.aid)

    def _show_kept(self, found: Survey) -> Step:
        self.state.entries, self.state.damaged = found.sessions, found.damaged
        self._listed = bool(found.sessions or found.damaged) or self.sitting.shared
        return self._list() if self._listed else self.turn("ask")

    def _list(self) -> Step:
        """Back to where one chooses; what was taken up is let go."""
        self._let_go()
        self._passphrase, self.state.opening = None, True
        return self.turn("list")

    # --- keeping anew ---

    def _ask_anew(self) -> Step:
        self._passphrase, self.state.opening = None, False
        return self.turn("ask")

    def _no_trace(self) -> Step:
        self._passphrase = None
        return self._settle()

    def _settle(self) -> Step:
        self.sitting.decided = True
        return Go("question")

    def _records(self) -> Records:
        if self.sitting.records is None:
            self.sitting.records = records_at(self.start, make=True)
        return self.sitting.records

    def _keep_as_asked(self) -> Step:
        """As the command line says, with a label or without."""
        return self._begin() if self.state.label else self._other_label()

    def _other_label(self) -> Step:
        self.state.label = make_label()
        return self.turn("label")

    def _begin(self) -> Step:
        self.state.opening = False
        version, moment = ContentVersion.of(self.visit.aid), self.visit.clock()
        about = (self.state.label, version, moment, self._passphrase)
        return self.work(
            lambda: Keeper.of(self._records().begin(*about), self.sitting.tell_kept),
            self._keep_in,
            lambda begun: self._records().erase(begun),
        )

    def _keep_in(self, session: OpenSession) -> Step:
        self._passphrase, self.tries = None, 0
        self.visit.keep_in(session)
        return self.turn("new_code") if session.code else self._settle()

    # --- going on with what is kept ---

    def _open(self, passphrase: str | None = None) -> Step:
        entry, code = self.state.wanted
        self.state.opening = True
        if entry is not None and entry.locked and passphrase is None:
            return self.turn("unlock")
        self._passphrase = passphrase
        do = partial(self._opened, entry, code, passphrase)
        return self.work(do, self._take_up, Keeper.close)

    def _opened(self, entry: SessionInfo | None, code: str, passphrase: str | None) -> Keeper:
        records = self._records()
        by_code = partial(records.open_by_code, code)
        open_it = partial(records.open_entry, entry) if entry else by_code
        return Keeper.of(open_it(passphrase), self.sitting.tell_kept)

    def _take_up(self, session: OpenSession) -> Step:
        try:
            self.visit.take_up(session)
        except RecordsFault as fault:
            session.close()
            return self.answer_fault(fault)
        self.tries = 0
        if session.only_looking:
            return self.turn("in_use")
        self._passphrase = None
        return self.turn("recap")

    def _let_go(self) -> None:
        """Nothing of what was looked at stays."""
        session = self.visit.session
        if session is not None:
            session.close()
            self.visit.forget()

    def _start_anew(self) -> Step:
        self._let_go()
        return self._ask_anew()

    # --- what is picked and written ---

    def actions(self, name: str) -> Mapping[str, Callable[[], Step]]:
        """What each row does."""
        return {
            "no_trace": self._no_trace,
            "keep": self._other_label,
            "lock": partial(self.turn, "passphrase"),
            "begin": self._begin,
            "other": self._other_label,
            "own": partial(self.turn, "own"),
            "done": self._settle,
            "go_on": self._settle,
            "open": partial(self._open_listed, name),
            "again": self._try_again,
            "look": lambda: Show("answers"),
            "carry_on": self._carry_on,
            "new": self._start_anew,
            "code": partial(self.turn, "code"),
            "list": self._list,
            "ask": self._ask_anew,
        }

    def _open_listed(self, place: str) -> Step:
        self.state.wanted = (self.state.entries[int(place)], "")
        return self._open()

    def _try_again(self) -> Step:
        self._let_go()
        return self._open(self._passphrase)

    def _carry_on(self) -> Step:
        return self.turn("ask") if self.start.keep is None else self._look_around()

    def go_on(self) -> Step:
        """A code is not left before it was written down."""
        if self.step == "new_code":
            return Stay(lambda: self.sitting.of_keys.code_first)
        return super().go_on()

    def writes(self) -> Mapping[str, Callable[[str], Step]]:
        """What becomes of what is written."""
        return {
            "own": self._take_label,
            "code": self._take_code,
            "unlock": self._open,
            "passphrase": self._take_passphrase,
            "passphrase_again": self._take_passphrase_again,
        }

    def _take_label(self, written: str) -> Step:
        self.state.label = written
        try:
            self.state.label = parse_label(written)
        except RecordsFault as fault:
            return self.answer_fault(fault)
        return self.turn("label")

    def _take_code(self, written: str) -> Step:
        self.state.wanted = (None, written)
        return self._open()

    def _take_passphrase(self, written: str) -> Step:
        if pages.why_no_passphrase(self._words, written):
            return self.refuse("passphrase", lambda: pages.why_no_passphrase(self._words, written))
        self._passphrase, self.tries = written, 0
        return self.turn("passphrase_again")

    def _take_passphrase_again(self, written: str) -> Step:
        if written == self._passphrase:
            return self._other_label()
        self._passphrase = None
        return self.refuse("passphrase", lambda: self._words.screens.locks_differ)

    def ways_back(self) -> Mapping[str, Callable[[], Step]]:
        """What lies before each step."""
        by_code = self.state.wanted[0] is None
        return {
            "ask": self._before_asking,
            "label": self._ask_anew,
            "own": partial(self.turn, "label"),
            "passphrase": self._ask_anew,
            "passphrase_again": partial(self.turn, "passphrase"),
            "failed": self._list if self.state.opening and self._listed else self._ask_anew,
            "list": lambda: Go("welcome"),
            "code": self._list,
            "unlock": partial(self.turn, "code") if by_code else self._list,
            "in_use": self._list,
            "recap": self._list,
            "brought": lambda: Go("welcome"),
        }

    def _before_asking(self) -> Step:
        if self.sitting.decided:
            return Go("question")
        if self.start.brought:
            return self.turn("brought")
        return self._list() if self._listed else Go("welcome")
