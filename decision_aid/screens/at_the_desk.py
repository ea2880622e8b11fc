"""The end of a visit at a kiosk: nothing is saved there, and paper comes from the clinic."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from decision_aid.report.formats import OFFERS
from decision_aid.report.printer import printer, takes
from decision_aid.screens.faults import reason_of
from decision_aid.screens.handing import Handing, handed_page
from decision_aid.screens.kept_words import is_kept
from decision_aid.screens.notice import nothing
from decision_aid.screens.page import Page, Prose, Row
from decision_aid.screens.screen import Go, Step, make_work
from decision_aid.screens.summary_pages import usual_paper
from decision_aid.screens.unprintable import in_summary

if TYPE_CHECKING:
    from decision_aid.report.options import PrintOptions
    from decision_aid.screens.notice import Notice
    from decision_aid.screens.sitting import Sitting
    from decision_aid.start import Kiosk
    from decision_aid.summary.models import Summary

PATIENCE = 20.0
"""How many seconds the printer may take: the person waits for the page that follows."""


class AtTheDesk(Handing):
    """Prints on the clinic's printer, or shows by which words the staff find what is kept."""

    def __init__(self, sitting: Sitting, kiosk: Kiosk) -> None:
        super().__init__(sitting)
        self.kiosk = kiosk
        self._program = printer()
        self._sent: Summary | None = None
        """What the printer took last."""
        self._why: Notice = nothing
        """Why it was not printed."""

    def draws(self) -> Mapping[str, Callable[[], Page]]:
        """Its pages: those of printing stand beside the ones that are read."""
        return {
            **super().draws(),
            "home": self._home_page,
            "sent": self._sent_page,
            "already": self._sent_already_page,
            "failed": self._failed_page,
        }

    def actions(self) -> Mapping[str, Callable[[], Step]]:
        """No form is handed over here."""
        own = {
            "print_it": self._print_once,
            "print_again": self._print,
            "keep": lambda: Go("keeping", "again"),
        }
        return {**super().actions(), **own}

    # --- its pages ---

    def _home_page(self) -> Page:
        says, unprintable = self.visit.words.screens, in_summary(self.sitting)
        rows = (
            *((Row("print_it", says.print_it),) if self._program else ()),
            *self._to_keep(),
            Row("read", says.read_here),
            *self.usual_rows(),
        )
        warned = (Prose("notice", unprintable),) if unprintable else ()
        said = (says.summary_lead, self.visit.words.web.desk_print if self._program else "")
        parts = (*(Prose("text", one) for one in said if one), *self._of_staff(), *warned)
        return handed_page(self.visit, says.summary_title, parts, rows)

    def _sent_page(self) -> Page:
        says, ours = self.visit.words.screens, self.visit.words.web
        again = Row("print_again", says.print_again)
        return self._page(ours.desk_sent_title, ours.desk_sent, (self._finish, again))

    def _sent_already_page(self) -> Page:
        says = self.visit.words.screens
        again = Row("print_again", says.print_again)
        return self._page(says.printed_title, says.printed_lead, (self._finish, again))

    def _failed_page(self) -> Page:
        says, ours = self.visit.words.screens, self.visit.words.web
        rows = (Row("print_again", says.try_again), *self._to_keep(), self._finish)
        return self._page(ours.desk_failed_title, f"{self._why()} {ours.desk_failed}", rows)

    def _page(self, title: str, said: str, rows: tuple[Row, ...]) -> Page:
        return handed_page(self.visit, title, (Prose("text", said), *self._of_staff()), rows)

    @property
    def _finish(self) -> Row:
        return Row("finish", self.visit.words.web.clear)

    @property
    def _needs_staff(self) -> bool:
        """Whether paper comes from the staff, for want of a printer that takes it."""
        return self._program is None or self.sitting.print_failed

    def _to_keep(self) -> tuple[Row, ...]:
        is_offered = self._needs_staff and self.sitting.may_still_keep
        return (Row("keep", self.visit.words.screens.keep_after_all),) if is_offered else ()

    def _of_staff(self) -> Iterator[Prose]:
        """How the staff print it; the words open nothing in a browser, as the code would."""
        ours, session = self.visit.words.web, self.visit.session
        if self._needs_staff and session is not None and is_kept(self.visit):
            yield Prose("text", ours.desk_lead)
            yield Prose("accent", f"{session.entry.label} ({session.entry.reference})")
            if session.entry.locked:
                yield Prose("text", ours.desk_locked)
        elif self._to_keep():
            yield Prose("text", ours.desk_keep)
        elif session is None:
            yield Prose("text", ours.desk_nothing)

    # --- printing ---

    def _print_once(self) -> Step:
        return self.turn("already") if self._sent == self.visit.summary() else self._print()

    def _print(self) -> Step:
        options = OFFERS[f"pdf-{usual_paper(self.visit)}"]._replace(font=self.sitting.start.font)
        summary = self.visit.summary()
        job = self.visit.words.paper["job"]
        send = partial(
            _print_summary, summary, options, (self._program or "", job, self.kiosk.printer)
        )
        return make_work(send, partial(self._tell_printed, summary), self._tell_failed, Exception)

    def _tell_printed(self, summary: Summary, well: bool) -> Step:
        if not well:
            return self._fail(lambda: self.visit.words.web.desk_refused)
        self.sitting.print_failed, self._sent = False, summary
        self.visit.held.note_printed()
        return self.turn("sent")

    def _tell_failed(self, fault: Exception) -> Step:
        """It could not be made."""
        return self._fail(partial(self._reason_of, fault))

    def _reason_of(self, fault: Exception) -> str:
        words = self.visit.words
        reason = reason_of(words, fault) or words.screens.own_fault
        return words.screens.not_saved.format(reason=reason.rstrip("."))

    def _fail(self, why: Notice) -> Step:
        self.sitting.print_failed, self._why = True, why
        return self.turn("failed")


def _print_summary(summary: Summary, options: PrintOptions, to: tuple[str, str, str]) -> bool:
    """Make it in memory and send it; whether the printer took it."""
    from decision_aid.report.files import render

    program, job, name = to
    return takes(program, render(summary, options), job, name=name, patience=PATIENCE)
