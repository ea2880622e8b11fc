"""Leads through the screens for any face: it says the page, and follows what is done on it.

A face draws `page`, hears what the person does, calls one of `choose`, `write`, `go_on`, `back`
and `press`, and draws `page` again, until `ended` is set. What is heavy is imported only once the
content is there, so that a first screen can be painted before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from decision_aid.screens.framing import frame, leave_out_urgent
from decision_aid.screens.notice import nothing
from decision_aid.screens.opening import HowToRead, Keys, ReadAnew, early_urgent_page, opening_page
from decision_aid.screens.screen import (
    Close,
    End,
    Go,
    Instead,
    Look,
    Manner,
    Screen,
    Show,
    Speak,
    Stay,
    Step,
    Work,
)
from decision_aid.screens.sitting import Sitting
from decision_aid.screens.speaking import speak

if TYPE_CHECKING:
    from decision_aid.screens.notice import Notice
    from decision_aid.screens.page import Meaning, Page
    from decision_aid.visit import Visit

Then: TypeAlias = Callable[[], Step]
Run: TypeAlias = Callable[[Callable[[], Then], Callable[[Then], None]], None]
"""Does what is slow, then hands what it gave to the second function, in the face's own thread."""


def at_once(do: Callable[[], Then], done: Callable[[Then], None]) -> None:
    """Do what is slow while the face waits."""
    done(do())


class Navigator:
    """The open screens of one visit, one over another; the page is that of the uppermost."""

    def __init__(self, sitting: Sitting, run: Run = at_once) -> None:
        self.sitting = sitting
        self.ended: End | None = None
        """How the visit ended; None as long as it goes on."""
        self.stack: list[Screen] = [HowToRead(sitting)] if sitting.asks_how_to_read else []
        self._run = run
        self._notice: Notice = nothing
        self.manner: Manner = ""
        """How the notice is meant."""
        self._seen: tuple[Screen, Page] | None = None
        """The page that was shown last, until something follows from what is done on it."""
        if sitting.asks_how_to_read and sitting.knows_how_to_read:
            self.stack.append(Look(sitting, "opening", lambda: opening_page(sitting.words)))
        self._before_the_welcome = len(self.stack)
        """How many screens stand there before the person opens any, such as urgent help."""
        self._waits_to_begin = not sitting.asks_how_to_read or sitting.knows_how_to_read
        """Whether the welcome is to be shown as soon as the content is there."""
        if sitting.visit is not None:
            self.begin(sitting.visit)

    def begin(self, visit: Visit) -> None:
        """The content is there, and a visit has begun."""
        sitting = self.sitting
        wanted, sitting.visit = sitting.chosen, visit
        self._seen = None
        if self._waits_to_begin:
            covers = self.stack[self._before_the_welcome :]
            self.show(Go("welcome"))
            self.stack += covers
        if wanted in sitting.other_languages:  # it was chosen while this one was loaded
            self._speak(Speak(wanted))

    # --- what is shown ---

    @property
    def screen(self) -> Screen:
        """The screen that is uppermost."""
        return self.stack[-1]

    @property
    def at(self) -> str:
        """The name of what is shown, such as `question.country`, `keeping.label` or `urgent`."""
        return self.screen.at

    @property
    def page(self) -> Page:
        """What is to be shown now."""
        page = self._draw(self.screen)
        self._seen = self.screen, page
        return frame(self.sitting, page, self._notice() or page.notice)

    def page_beneath(self, screen: Screen) -> Page:
        """The page of an open screen over which another one lies."""
        page = self._draw(screen)
        return frame(self.sitting, page, page.notice)

    @property
    def offered(self) -> Page:
        """The page as the person sees it: what can be done there, whatever is held meanwhile."""
        if self._seen is not None and self._seen[0] is self.screen:
            return self._seen[1]
        return self._draw(self.screen)

    def _draw(self, screen: Screen) -> Page:
        return leave_out_urgent(self.sitting, screen.page())

    # --- what the person does ---

    def choose(self, *rows: str) -> None:
        """These rows are marked and to be taken, or this one was chosen; others are not heard."""
        if self._may_choose(rows):
            self._do(partial(self.screen.choose, rows))

    def _may_choose(self, rows: tuple[str, ...]) -> bool:
        offered = self.offered.rows
        there = {one.id for row in offered for one in (row, *row.answers)}
        return there.issuperset(rows) and bool(rows or any(row.mark for row in offered))

    def foresee(self, *rows: str) -> Page | None:
        """The page that choosing these rows would lead to; None where nobody can say now."""
        return self._foresee(lambda ahead: ahead.choose(rows)) if self._may_choose(rows) else None

    def foresee_passing_over(self) -> Page | None:
        """The same for passing over what is asked."""
        return self._foresee(lambda ahead: ahead.pass_over())

    def _foresee(self, do: Callable[[Screen], Step]) -> Page | None:
        page = self.screen.foresee(do)
        return page and frame(self.sitting, leave_out_urgent(self.sitting, page), "")

    def write(self, text: str) -> None:
        """This was written in the box, and is to be taken."""
        if self.offered.entry is not None:
            self._do(partial(self.screen.write, text))

    def go_on(self) -> None:
        """Go on without picking or writing anything new: by the row that the page begins on."""
        page = self.screen.page()
        here = page.rows[page.at] if page.at is not None else None
        if here is not None and not here.mark:
            self._do(partial(self.screen.choose, (here.id,)))
        else:
            self._do(self.screen.go_on)

    def back(self) -> None:
        """Go back."""
        self._do(self.screen.back)

    def press(self, meaning: Meaning) -> None:
        """Do what the key means, if the page offers that."""
        page, others = self.offered, self.sitting.other_languages
        if meaning not in ((*page.keys, "language") if others else page.keys):
            return
        does: Mapping[str, Callable[[], Step]] = {
            "back": self.screen.back,
            "notes_done": self.screen.back,
            "pass_over": self.screen.pass_over,
            "written_down": partial(self.screen.choose, ("done",)),
            "summary": lambda: Go("summary"),
            "sources": lambda: Show("sources", *page.sources),
            "keys": lambda: Show("keys", *page.sources),
            "language": lambda: Speak(others[0]),
        }
        if meaning == "go_on":
            self.go_on()
        elif meaning != "choose":
            self._do(does.get(meaning, lambda: Show(meaning)))

    def hold(self, *marked: str, text: str | None = None, row: int | None = None) -> None:
        """Remember what is marked and written, without taking it: the person looks elsewhere.

        `row` is the one at which a page is gone on with that is answered row by row.
        """
        self.screen.hold(marked, text, row)

    def keep_writing(self) -> None:
        """Take what stands in the boxes of all open screens: the visit may not come back there."""
        for screen in self.stack:
            screen.keep_writing()

    def close(self) -> None:
        """The program ends: let others write to what was kept here."""
        self.sitting.close()

    # --- what follows ---

    def show(self, step: Show) -> None:
        """Show a screen by its name, such as `Show("note", "largest_trial")` or `Go("summary")`."""
        self._follow(step)

    def _do(self, act: Callable[[], Step]) -> None:
        """Follow what comes of that; what the core refuses unforeseen has a page of its own."""
        try:
            step = act()
        except Exception as error:
            from decision_aid.screens.faults import fault_screen

            self.stack.append(fault_screen(self.sitting, error))
            step = Stay()
        self._follow(step)

    def _follow(self, step: Step) -> None:
        self._seen = None
        if isinstance(step, Speak):
            self._speak(step)
            return
        self._notice = step.notice if isinstance(step, Stay) else nothing
        self.manner = step.manner if isinstance(step, Stay) else ""
        if isinstance(step, Go):
            self._go(step)
        elif isinstance(step, Instead):
            self.stack.pop()
            self._look_at(step)
        elif isinstance(step, Show):
            self._look_at(step)
        elif isinstance(step, Close):
            self.stack.pop()
        elif isinstance(step, End):
            self.keep_writing()
            self.ended = step
        elif isinstance(step, Work):
            self._run(step.run_safely, partial(self._finish, self.screen))

    def _speak(self, step: Speak) -> None:
        said = self._notice
        if step.then is not None:
            self._follow(step.then)
        self._follow(speak(self.sitting, step.language, said))

    def _finish(self, screen: Screen, then: Then) -> None:
        """The slow work of that screen is done; it may have been left meanwhile, or be covered."""
        if screen not in self.stack:
            return
        covers = self.stack[self.stack.index(screen) + 1 :]
        del self.stack[len(self.stack) - len(covers) :]
        self._do(then)
        self.stack += covers

    def _look_at(self, step: Show) -> None:
        """Lay it over this one; the same kind twice would only hide the way back."""
        if step.screen == "notes":
            self.keep_writing()
        screen = self._make(step)
        if screen.may_repeat or screen.name != self.screen.name:
            self.stack.append(screen)

    def _go(self, step: Go) -> None:
        """Leave all that is open. Under all lies the question of how one reads, for good."""
        self.keep_writing()
        bottom = self.stack[:1] if self.sitting.asks_how_to_read else []
        if step.screen == "reading":
            self.stack = bottom
        elif self.sitting.visit is None:
            self._waits_to_begin = True
            self._notice = lambda: self.sitting.words.screens.one_moment
        else:
            screen = self._make(self._redirect(step))
            self.stack = [*bottom, screen]
            self._do(screen.open)
            self._notice = step.notice if self._notice is nothing else self._notice

    def _redirect(self, step: Go) -> Show:
        """Nobody is led to a question round the one about keeping, or beyond the last."""
        visit = self.sitting.begun
        if step.screen != "question":
            return step
        if step.names:
            visit.go_to(step.names[0])
        if not self.sitting.keeping_is_decided:
            return Go("keeping")
        return step if visit.shown is not None else Go("summary")

    def _make(self, step: Show) -> Screen:
        sitting = self.sitting
        if step.screen == "stop":
            from decision_aid.screens.stopping import Stopping

            return Stopping(sitting)
        if step.screen == "reading":
            return ReadAnew(sitting)
        if step.screen == "keys":
            return Keys(sitting, step.names)
        if sitting.visit is None:
            return Look(sitting, "urgent", lambda: early_urgent_page(sitting.words))
        from decision_aid.screens.every import SCREENS

        return SCREENS[step.screen](sitting, step.names)
