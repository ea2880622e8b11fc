"""The end, or a stop on the way: read the summary, save it, print it, go back, or finish."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from decision_aid.frozen import replace
from decision_aid.report.formats import OFFERS
from decision_aid.screens import summary_pages as pages
from decision_aid.screens.faults import reason_of
from decision_aid.screens.kept_words import goodbye
from decision_aid.screens.notice import nothing
from decision_aid.screens.screen import End, Go, Screen, Show, Stay, Step, make_work
from decision_aid.screens.unprintable import in_summary

if TYPE_CHECKING:
    from decision_aid.report.options import PrintOptions
    from decision_aid.screens.notice import Notice
    from decision_aid.screens.page import Page
    from decision_aid.screens.sitting import Sitting
    from decision_aid.summary.models import Summary
    from decision_aid.visit import Visit
    from decision_aid.words.en import ScreenWords

View = Literal["home", "read", "save", "elsewhere", "saved", "failed", "leaving", "printed"]


class Ending(Screen):
    """Nothing is written before a form to save it in is chosen."""

    name = "summary"
    lies_over = False

    def __init__(self, sitting: Sitting, folder: Path) -> None:
        super().__init__(sitting)
        self.visit = sitting.begun
        self.folder = folder
        self.view: View = "home"
        self.saved: Path | None = None
        self._written = ""
        """The name of a folder that is still to be mended."""
        self._wanted = ""
        """What was chosen last of what is offered."""
        self._reason: Notice = nothing
        """Why it was not saved."""
        self._printed: Notice = nothing
        """What became of printing, in words."""
        self._was_sent = False
        """Whether that was heard last: it went to the printer."""
        self._is_saving = self._is_printing = False
        self._holds: Summary | None = None
        """What the file that was saved last says."""
        self._next: Callable[[], Step] = Stay
        """What is to be done with it as soon as it is saved."""

    @property
    def at(self) -> str:
        """Which page is shown."""
        return f"summary.{self.view}"

    def page(self) -> Page:
        """The page shown, which says so while something slow is done."""
        page = self._draw()
        if self._is_about_letters and (said := in_summary(self.sitting)):
            page = pages.with_unprintable(self.visit, page, said)
        waits = self._is_saving or self._is_printing
        return replace(page, notice=self.visit.words.screens.one_moment) if waits else page

    @property
    def _is_about_letters(self) -> bool:
        """Whether the page says which letters no PDF shows: of a page that was saved, none."""
        if self.view == "saved":
            return bool(OFFERS[self._wanted].format.papers)
        return self.view in ("home", "read", "save")

    def _draw(self) -> Page:
        draws: Mapping[View, Callable[[], Page]] = {
            "home": self._home_page,
            "read": lambda: pages.read_page(self.visit),
            "save": lambda: pages.save_page(self.visit, self.folder),
            "elsewhere": lambda: pages.folder_page(self.visit, self.folder, self._written),
            "saved": self._saved_page,
            "printed": lambda: pages.printed_page(self.visit),
            "failed": lambda: pages.not_saved_page(self.visit, self._reason()),
            "leaving": lambda: pages.leaving_page(self.sitting),
        }
        return draws[self.view]()

    def _home_page(self) -> Page:
        from decision_aid.report.printer import printer

        return pages.home_page(self.visit, self.saved, can_print=bool(printer()))

    def _saved_page(self) -> Page:
        from decision_aid.report.printer import printer

        can_print = OFFERS[self._wanted].format.is_printable and bool(printer())
        saved = self.saved or Path()
        return pages.saved_page(self.visit, saved, self._printed(), can_print=can_print)

    # --- what is picked ---

    def choose(self, rows: tuple[str, ...]) -> Step:
        """Do what the row says; while a file is made, nothing else is begun."""
        if self._is_saving:
            return Stay()
        kind, _, offer = rows[0].partition(":")
        actions: Mapping[str, Callable[[], Step]] = {
            "home": partial(self._turn, "home"),
            "read": partial(self._turn, "read"),
            "save": partial(self._turn, "save"),
            "elsewhere": partial(self._turn, "elsewhere"),
            "to_saved": partial(self._turn, "saved"),
            "as": partial(self._save, offer),
            "again": lambda: self._save(self._wanted),
            "at_home": self._save_at_home,
            "open": partial(self._with_pdf, self._open),
            "open_saved": self._open,
            "print_it": partial(self._with_pdf, self._print_once),
            "print": self._print_once,
            "print_again": self._print,
            "questions": self._questions,
            "covered": lambda: Show("covered"),
            "table": lambda: Show("table", *(row.id for row in self.visit.aid.comparison.rows)),
            "keep": lambda: Go("keeping", "again"),
            "finish": self._finish,
            "leave": lambda: End(goodbye(self.sitting)),
        }
        return actions[kind]()

    def _turn(self, view: View) -> Step:
        self.view, self._written = view, ""
        return Stay()

    def write(self, text: str) -> Step:
        """Save in that folder from now on, if it is there."""
        if not text.strip():
            return Stay(lambda: self.sitting.of_keys.write_first)
        folder = folder_named(text)
        if folder is None:
            self._written = text
            return Stay(partial(self._tell_no_folder, text.strip()))
        self.folder = folder
        return self._turn("save")

    def _says(self) -> ScreenWords:
        return self.visit.words.screens

    def _tell_no_folder(self, folder: str) -> str:
        return self._says().folder_none.format(folder=folder)

    def go_on(self) -> Step:
        """Where a folder is to be written, say so."""
        return self.write(self._written) if self.view == "elsewhere" else Stay()

    def back(self) -> Step:
        """From the first page to the questions, else to the first page."""
        if self._is_saving:
            return Stay()
        if self.view == "elsewhere":
            return self._turn("save")
        return self._questions() if self.view == "home" else self._turn("home")

    def _questions(self) -> Step:
        if self.visit.shown is None:
            self.visit.back()
        return Go("question")

    def _finish(self) -> Step:
        return End(goodbye(self.sitting)) if self.saved else self._turn("leaving")

    # --- saving and printing ---

    def _save_at_home(self) -> Step:
        self.folder = home_folder()
        return self._save(self._wanted)

    def _with_pdf(self, do: Callable[[], Step]) -> Step:
        """Do that with the summary as it is now, on the paper that is usual where they live."""
        offer = f"pdf-{pages.usual_paper(self.visit)}"
        if self.saved and (self._wanted, self._holds) == (offer, self.visit.summary()):
            return do()
        self._next = do
        return self._save(offer)

    def _save(self, offer: str) -> Step:
        """Whatever goes wrong, the visit goes on, and another form or folder can be tried."""
        options = OFFERS[offer]._replace(font=self.sitting.start.font)
        self._wanted, self._is_saving = offer, True
        self._holds = self.visit.summary()
        save = partial(_save_file, self.visit, self._holds, self.folder, options)
        return make_work(save, self._tell_saved, self._tell_not_saved, Exception)

    def _tell_saved(self, path: Path) -> Step:
        self._is_saving = False
        self.visit.held.note_printed()
        self.saved = self.sitting.saved = path
        self._tell(nothing)
        self.view = "saved"
        do, self._next = self._next, Stay
        return do()

    def _tell_not_saved(self, fault: Exception) -> Step:
        self._reason = partial(self._why, fault)
        self._is_saving, self._next = False, Stay
        return self._turn("failed")

    def _why(self, fault: Exception) -> str:
        words = self.visit.words
        return reason_of(words, fault) or words.screens.own_fault

    def _tell(self, what: Notice, *, sent: bool = False) -> None:
        """Say from now on what became of it."""
        self._printed, self._was_sent = what, sent

    def _open(self) -> Step:
        """Say where it lies, whether it could be opened or not."""
        from decision_aid.report.opener import find_opener, open_file

        program, path = find_opener(), self.saved
        if not program or not path:
            return self._tell_opened(False)
        return make_work(
            partial(open_file, program, path),
            self._tell_opened,
            lambda _fault: self._tell_opened(False),
            Exception,
        )

    def _tell_opened(self, well: bool) -> Step:
        says = self._says
        self._tell(lambda: says().opening if well else says().not_opened)
        return self._turn("saved")

    def _print_once(self) -> Step:
        return self._turn("printed") if self._was_sent else self._print()

    def _print(self) -> Step:
        from decision_aid.report.printer import is_sent, printer

        program, path = printer(), self.saved
        if self._is_printing or not program or not path:
            return Stay()
        self._is_printing = True
        send = partial(is_sent, program, path, self.visit.words.paper["job"])
        told = partial(self._tell_printed, path)
        return make_work(send, told, lambda _fault: told(False), Exception)

    def _tell_printed(self, path: Path, well: bool) -> Step:
        self._is_printing = False
        if path != self.saved:
            return Stay()
        says = self._says
        self._tell(lambda: says().printing if well else says().print_failed, sent=well)
        return self._turn("saved")


def _save_file(visit: Visit, summary: Summary, folder: Path, options: PrintOptions) -> Path:
    from decision_aid.report.files import names_for, render
    from decision_aid.report.saving import save_new

    names = names_for(folder.absolute(), visit.clock().date(), options)
    return save_new(render(summary, options), names)


def home_folder() -> Path:
    """The person's own folder; the current one where nobody knows of another."""
    try:
        return Path.home()
    except RuntimeError:
        return Path()


def folder_named(written: str) -> Path | None:
    """The folder of that name, which may be quoted as when it was dragged here, if it is there."""
    name = written.strip()
    if len(name) > 1 and name[0] == name[-1] and name[0] in "'\"":
        name = name[1:-1]
    try:
        folder = Path(name).expanduser().absolute()
        return folder if folder.is_dir() else None
    except (OSError, RuntimeError, ValueError):
        return None
