"""A screen that leads through steps, at some of which one line is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from decision_aid.frozen import replace
from decision_aid.record.deadline import before_deadline
from decision_aid.record.faults import RecordsFault, fault_of
from decision_aid.screens.notice import nothing
from decision_aid.screens.screen import (
    Screen,
    Stay,
    Step,
    keys_anywhere,
    make_work,
)

if TYPE_CHECKING:
    from decision_aid.screens.notice import Notice
    from decision_aid.screens.page import Meaning, Page
    from decision_aid.screens.sitting import Sitting

Got = TypeVar("Got")


class Wizard(Screen):
    """Shows one step at a time; a subclass says the page of each, and what follows."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.step = "working"
        self.reason: Notice = nothing
        """Why the last try did not do."""
        self.tries = 0
        """How often in a row what was written did not do."""
        self.written = ""
        """What stands in the box when it opens, to be mended."""

    @property
    def at(self) -> str:
        """Which step is shown."""
        return f"{self.name}.{self.step}"

    # --- what a subclass says ---

    def draw(self) -> Page:
        """The page of the step, without notice and keys."""
        raise NotImplementedError

    def actions(self, name: str) -> Mapping[str, Callable[[], Step]]:
        """What each row does; `name` is what of it was chosen, such as one of a list."""
        raise NotImplementedError

    def writes(self) -> Mapping[str, Callable[[str], Step]]:
        """What becomes of what is written at each step that has a box."""
        raise NotImplementedError

    def ways_back(self) -> Mapping[str, Callable[[], Step]]:
        """What lies before each step."""
        raise NotImplementedError

    def answer_fault(self, fault: RecordsFault) -> Step:
        """The records refused."""
        raise NotImplementedError

    # --- how it goes on ---

    def page(self) -> Page:
        """The page of the step, with why the last try did not do."""
        return replace(self.draw(), notice=self.reason(), keys=self._keys())

    def _keys(self) -> tuple[Meaning, ...]:
        if self.step == "working":
            return ("urgent",)
        anywhere = keys_anywhere(counsels=self.sitting.begun.counsels)
        if self.step == "new_code":
            return ("written_down", *anywhere)
        return ("go_on", "back", *anywhere)

    def turn(self, step: str) -> Step:
        """Show that step."""
        self.step, self.reason, self.written = step, nothing, ""
        return Stay()

    def refuse(self, step: str, reason: Notice, written: str = "") -> Step:
        """At that step say why it did not do, each time in words that show it is a new answer."""
        self.tries += 1
        self.turn(step)
        again = partial(self._still_not, self.tries, reason)
        self.reason, self.written = again if self.tries > 1 else reason, written
        return Stay()

    def _still_not(self, tries: int, reason: Notice) -> str:
        return self.sitting.words.screens.still_not.format(tries=tries, reason=reason())

    def work(
        self,
        do: Callable[[], Got],
        then: Callable[[Got], Step],
        let_go: Callable[[Got], object] = bool,
    ) -> Step:
        """Do what is slow, then go on with what it got; what comes too late is let go of."""
        self.turn("working")
        in_time = partial(before_deadline, do, let_go)
        return make_work(in_time, then, self._answer, RecordsFault, OSError)

    def _answer(self, fault: Exception) -> Step:
        if isinstance(fault, OSError):
            fault = fault_of(fault, fault.filename or "")
        if not isinstance(fault, RecordsFault):
            raise fault
        return self.answer_fault(fault)

    # --- what is picked and written ---

    def choose(self, rows: tuple[str, ...]) -> Step:
        """Do what the row says."""
        kind, _, name = rows[0].partition(":")
        self.tries = 0
        return self.actions(name)[kind]()

    def write(self, text: str) -> Step:
        """Take what is written; nothing at all is answered at once."""
        self.reason, self.written = nothing, ""
        if not text.strip():
            return Stay(lambda: self.sitting.of_keys.write_first)
        return self.writes()[self.step](text)

    def go_on(self) -> Step:
        """Where something is to be written, say so."""
        if self.step in self.writes():
            return self.write(self.written)
        return Stay()

    def back(self) -> Step:
        """To the step before; nothing is left half done."""
        self.tries = 0
        before = self.ways_back().get(self.step)
        return before() if before else Stay()
