"""The end of a visit at a kiosk: nothing is saved there, and paper comes from the clinic."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from decision_aid.report.formats import OFFERS
from decision_aid.report.printer import printer, takes
from decision_aid.screens.handing import Handing, handed_page
from decision_aid.screens.kept_words import is_kept
from decision_aid.screens.page import Page, Prose, Row
from decision_aid.screens.screen import Go, Step, make_work
from decision_aid.screens.summary_pages import usual_paper
from decision_aid.screens.unprintable import in_summary

if TYPE_CHECKING:
    from decision_aid.report.options import PrintOptions
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

    def draws(self) -> Mapping[str, Callable[[], Page]]:
        """Its pages: those of printing stand beside the ones that are read."""
        says, ours = self.visit.words.screens, self.visit.words.web
        return {
            **super().draws(),
            "home": self._home_page,
            "sent": lambda: self._after_printing(
                ours.desk_sent_title, ours.desk_sent, says.print_again
            ),
            "already": lambda: self._after_printing(
                says.printed_title, says.printed_lead, says.print_again
            ),
            "failed": lambda: self._after_printing(
                ours.desk_failed_title, ours.desk_failed, says.try_again
            ),
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

    def _after_printing(self, title: str, said: str, again: str) -> Page:
        says = self.visit.words.screens
        *_, finish = self.usual_rows()
        has_failed = self.view == "failed"
        keep, staff = (self._to_keep(), self._of_staff()) if has_failed else ((), ())
        rows = (Row("home", says.go_back), Row("print_again", again), *keep, finish)
        return handed_page(self.visit, title, (Prose("text", said), *staff), rows)

    def _to_keep(self) -> tuple[Row, ...]:
        may_keep = self.sitting.may_still_keep
        return (Row("keep", self.visit.words.screens.keep_after_all),) if may_keep else ()

    def _of_staff(self) -> Iterator[Prose]:
        """How the staff print it; the words open nothing in a browser, as the code would."""
        ours, session = self.visit.words.web, self.visit.session
        if session is not None and is_kept(self.visit):
            yield Prose("text", ours.desk_lead)
            yield Prose("accent", f"{session.entry.label} ({session.entry.reference})")
            if session.entry.locked:
                yield Prose("text", ours.desk_locked)
        elif self.sitting.may_still_keep and (self.view == "failed" or not self._program):
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
            return self.turn("failed")
        self._sent = summary
        self.visit.note_printed()
        return self.turn("sent")

    def _tell_failed(self, _fault: Exception) -> Step:
        return self.turn("failed")


def _print_summary(summary: Summary, options: PrintOptions, to: tuple[str, str, str]) -> bool:
    """Make it in memory and send it; whether the printer took it."""
    from decision_aid.report.files import render

    program, job, name = to
    return takes(program, render(summary, options), job, name=name, patience=PATIENCE)
