"""The end, or a stop on the way: read the summary, save it, print it, go back, or finish."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from decision_aid.report.formats import OFFERS
from decision_aid.screens.page import Page, Prose, Row
from decision_aid.tui import messages, saying
from decision_aid.tui.screens import summary_parts
from decision_aid.tui.screens.base import PageScreen
from decision_aid.tui.widgets.foot_bar import Key
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.visit import Visit

EN = words("en").screens
ROWS = words("en").formats


class SummaryScreen(PageScreen):
    """Nothing is written before a form to save it in is chosen."""

    def __init__(self, visit: Visit, folder: Path) -> None:
        super().__init__()
        self.visit = visit
        self.folder = folder
        self.view = "home"
        self.saved: Path | None = None
        self.reason = ""
        self.wanted = self.saved_as = ""
        self.printed = ""
        self.is_printing = False

    # --- its pages ---

    def page(self) -> Page:
        pages = {
            "home": self._home,
            "read": self._read,
            "save": self._save,
            "saved": self._saved,
            "printed": self._printed,
            "failed": self._failed,
            "leaving": self._leaving,
        }
        return pages[self.view]()

    def _home(self) -> Page:
        so_far = EN.summary_so_far if self.visit.shown is not None else ""
        parts = [Prose("text", text) for text in (EN.summary_lead, so_far) if text]
        if self.saved:
            parts += [Prose("text", EN.saved_as), Prose("accent", str(self.saved))]
        rows = (
            Row("save", EN.save_it),
            Row("read", EN.read_here),
            Row("questions", EN.change_answer),
            *((Row("covered", EN.covered),) if self.face.counsels else ()),
            Row("finish", EN.finish),
        )
        return Page(EN.summary, EN.summary_title, tuple(parts), rows, at=0)

    def _read(self) -> Page:
        summary = self.visit.summary()
        return Page(
            EN.summary,
            summary.title,
            summary_parts.parts(summary),
            (Row("save", EN.save_it), Row("table", EN.show_table), Row("home", EN.go_back)),
            at=0,
            sources=summary_parts.sources(summary),
        )

    def _save(self) -> Page:
        rows = (
            *(Row(f"as:{name}", ROWS[name]) for name in OFFERS),
            Row("home", EN.go_back),
        )
        folder = (Prose("text", EN.save_lead), Prose("accent", str(self.folder)))
        return Page(EN.summary, EN.save_title, folder, rows, at=0)

    def _saved(self) -> Page:
        printing = (Row("print", EN.print_now),) if self._can_print() else ()
        parts = (
            Prose("text", EN.saved_as),
            Prose("accent", str(self.saved)),
            Prose("text", self.printed or EN.saved_next),
        )
        rows = (*printing, Row("save", EN.save_another), Row("home", EN.go_back))
        return Page(EN.summary, EN.saved_title, parts, (*rows, Row("finish", EN.finish)), at=None)

    def _failed(self) -> Page:
        parts = (Prose("text", EN.not_saved.format(reason=self.reason)),)
        rows = (
            Row("again", EN.try_again),
            Row("at_home", EN.save_home),
            Row("save", EN.save_another),
            Row("home", EN.go_back),
        )
        return Page(EN.summary, EN.not_saved_title, parts, rows, at=0)

    def _leaving(self) -> Page:
        rows = (Row("save", EN.save_first), Row("leave", EN.finish_anyway), Row("home", EN.go_back))
        keep = (Row("keep", EN.keep_after_all),) if self.face.may_still_keep else ()
        return Page(EN.summary, EN.not_saved_yet_title, self._becomes(), (*rows, *keep), at=0)

    def _becomes(self) -> tuple[Prose, ...]:
        """What becomes of the answers on leaving."""
        session = self.face.session
        if session is None or not saying.is_kept(self.visit, session):
            return (Prose("text", EN.not_saved_yet),)
        place = saying.where(self.face.shared)
        kept = EN.kept_under.format(where=place, label=session.entry.label)
        code = EN.kept_code.format(code=session.code)
        return (Prose("text", kept), *((Prose("text", code),) if session.code else ()))

    def _printed(self) -> Page:
        rows = (Row("to_saved", EN.go_back), Row("print_again", EN.print_again))
        return Page(EN.summary, EN.printed_title, (Prose("text", EN.printed_lead),), rows, at=0)

    # --- what is picked ---

    def chosen(self, row: str) -> None:
        kind, _, name = row.partition(":")
        if kind == "as":
            self._begin_to_save(name)
        elif kind in ("home", "read", "save"):
            self._show(kind)
        else:
            actions: dict[str, Callable[[], object]] = {
                "questions": self._questions,
                "covered": lambda: self.ask(messages.ShowCovered()),
                "finish": self._finish,
                "leave": lambda: self.ask(messages.Finish()),
                "table": self._table,
                "again": lambda: self._begin_to_save(self.wanted),
                "at_home": self._save_at_home,
                "print": self._print_once,
                "print_again": self._print,
                "to_saved": lambda: self._show("saved"),
                "keep": lambda: self.ask(messages.AskKeeping()),
            }
            actions[kind]()

    def _show(self, view: str) -> None:
        self.view = view
        self.show()

    def _questions(self) -> None:
        if self.visit.shown is None:
            self.visit.back()
        self.ask(messages.ShowQuestion())

    def _finish(self) -> None:
        if self.saved:
            self.ask(messages.Finish())
        else:
            self._show("leaving")

    def _table(self) -> None:
        rows = self.visit.aid.comparison.rows
        self.ask(messages.ShowTable(tuple(row.id for row in rows)))

    def action_back(self) -> None:
        if self.view == "home":
            self._questions()
        else:
            self._show("home")

    def keys(self) -> tuple[Key, ...]:
        common = (key for key in self.common_keys() if "Summary" not in key.action)
        enter = Key(EN.key_enter, EN.bar_go_on, "go_on")
        return (enter, Key("←", EN.bar_back, "back"), *common)

    # --- saving and printing ---

    def _begin_to_save(self, form: str) -> None:
        self.wanted = form
        self.sheet.say(EN.one_moment)
        self.call_after_refresh(self._save_as, form)

    def _save_at_home(self) -> None:
        self.folder = Path.home()
        self._begin_to_save(self.wanted)

    def _save_as(self, form: str) -> None:
        from decision_aid.report.files import free_path, render
        from decision_aid.report.guard import IncompleteReport
        from decision_aid.report.saving import NotSaved, save

        options = OFFERS[form]
        try:
            path = free_path(self.folder, self.visit.clock().date(), options)
            save(render(self.visit.summary(), options), path)
        except (NotSaved, IncompleteReport, OSError) as error:
            self.reason = str(error)
            self._show("failed")
            return
        self.visit.note_printed()
        self.saved, self.saved_as, self.printed = path.absolute(), form, ""
        self._show("saved")

    def _can_print(self) -> bool:
        from decision_aid.report.printing import printer

        return bool(self.saved) and OFFERS[self.saved_as].format.is_printable and bool(printer())

    def _print_once(self) -> None:
        """What was sent already is sent once more only where that is asked for in words."""
        if self.printed == EN.printing:
            self._show("printed")
        else:
            self._print()

    def _print(self) -> None:
        self.sheet.say(EN.one_moment)
        if not self.is_printing:
            self.is_printing = True
            self._send_to_printer()

    @work(thread=True)
    def _send_to_printer(self) -> None:
        """In a thread: a printer may take its time."""
        from decision_aid.report.printing import is_sent, printer

        program, path = printer(), self.saved
        if program and path:
            self.face.call_from_thread(self._tell_printed, path, is_sent(program, path))

    def _tell_printed(self, path: Path, well: bool) -> None:
        self.is_printing = False
        if self.is_mounted and self.saved == path:
            self.printed = EN.printing if well else EN.print_failed
            self._show("saved")
