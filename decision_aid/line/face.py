"""The line by line face: tells the navigator's pages, and takes one typed line after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.background import Background
from decision_aid.frozen import replace
from decision_aid.line.commands import follow_line, letter_in
from decision_aid.line.console import Console, NotText, SeveralLines
from decision_aid.line.drawing import is_look, prompt
from decision_aid.line.telling import Teller
from decision_aid.look import remember_language
from decision_aid.plain_text import has_controls
from decision_aid.screens.faults import reason_of
from decision_aid.screens.keeping import Keeping
from decision_aid.screens.kept_words import left_not_kept, what_is_left, where
from decision_aid.screens.navigator import Navigator, Then
from decision_aid.screens.sitting import KeyWords, Sitting
from decision_aid.start import Start
from decision_aid.visit import Visit

if TYPE_CHECKING:
    from decision_aid.languages import Languages
    from decision_aid.record.open_session import OpenSession
    from decision_aid.screens.page import Page
    from decision_aid.words import Words

ONLY_TOLD: Mapping[str, str] = {
    "welcome": "start",
    "keeping.brought": "carry_on",
    "keeping.recap": "go_on",
}
"""Pages that a pipe is not asked about, each with the row that leads on."""
READ_AGAIN, URGENT = "r", "u"
UNTOLD, BETWEEN_LOOKS = 0.15, 0.05
"""Seconds of slow work of which nothing is said, and between two looks for a typed line."""


class NotBegun(Exception):
    """Answers cannot be kept as asked, and nobody is there to choose another way."""


class LineFace:
    """Leads a visit by telling and reading lines."""

    def __init__(
        self,
        visit: Visit,
        console: Console,
        start: Start,
        folder: Path,
        languages: Languages | None = None,
    ) -> None:
        speak = _letters_for_two if visit.counsels else _letters
        self.visit = visit
        self.console = console
        sitting = Sitting(folder, start, visit=visit, languages=languages, speak=speak)
        self.navigator = Navigator(sitting, self._wait_for)
        self._teller = Teller(self.navigator, console)
        self._kept = ""
        """What was told last of whether answers are kept."""
        self._waits_for_the_store = not console.somebody_types
        self._languages = languages if console.somebody_types else None
        """Loaded while the first line is typed."""
        self._ahead: list[str] = []
        """Lines that were typed while something slow was done, for the prompts after it."""

    def run(self) -> None:
        """The whole visit, from the welcome to the goodbye.

        Where nobody sits at a terminal, the end of the input brings the summary, and answers that
        are to be kept and cannot be raise NotBegun.
        """
        try:
            self._lead()
        except EOFError:
            self._keep_half_written()
            self._say_leaving()
            self._tell_summary_to_a_pipe()
        except KeyboardInterrupt:
            self._keep_half_written()
            if self.console.somebody_types:
                self.console.tell("")
                self._say_leaving()
            raise
        except SystemExit:
            self._keep_half_written()
            raise
        except (NotBegun, OSError):  # it is told elsewhere, or nobody hears any more
            raise
        except Exception:
            self._say_what_is_left()
            raise
        finally:
            self.navigator.close()

    def _lead(self) -> None:
        while self.navigator.ended is None:
            self._step()
        self.console.say(self.navigator.ended.message)

    def _step(self) -> None:
        """Tell what is new, and follow one line."""
        self._wait_for_the_store()
        page = self.navigator.page
        self._stop_if_unkept(page)
        self._tell_keeping()
        if is_look(page):
            self._teller.tell(page)
            self.navigator.back()
        elif not self.console.somebody_types and (row := self._leads_on(page)):
            self._teller.tell(replace(page, rows=()))  # no line is read for them
            self.navigator.choose(row)
        else:
            self._teller.tell_news(page)
            self._hear(page)

    def _leads_on(self, page: Page) -> str:
        """The row that a pipe is led on by unasked; empty where a line of it has to answer."""
        row = ONLY_TOLD.get(self.navigator.at, "")
        return row if row in {one.id for one in page.rows} else ""

    def _hear(self, page: Page) -> None:
        if self._languages is not None:
            Background(self._languages.load_all)
            self._languages = None
        try:
            given = self._read(page)
        except NotText:
            self.console.say(self.visit.words.lines.no_text)
            return
        if letter_in(given, page) == READ_AGAIN:
            self._teller.forget()
        elif reply := follow_line(self.navigator, given):
            self.console.say(reply)

    def _read(self, page: Page) -> str:
        lines, entry = self.visit.words.lines, page.entry
        asks = prompt(lines, page)
        if entry is not None and entry.kind == "secret":
            self._ahead.clear()
            return self.console.read_secret(asks)
        if self._ahead:
            self.console.say(asks)
            return self._ahead.pop(0)
        if entry is None:
            return self.console.read(asks)
        return self.console.read_text(asks, SeveralLines(lines.answer_more, lines.line_cut))

    # --- what is slow ---

    def _wait_for_the_store(self) -> None:
        """Where nobody sits, nobody is held up by a slow disk; but one that hangs is given up."""
        session = self.visit.session
        if self._waits_for_the_store and session is not None:
            self._waits_for_the_store = session.catch_up()

    def _wait_for(self, do: Callable[[], Then], done: Callable[[Then], None]) -> None:
        """Do it in a thread; whoever waits for it can have urgent help meanwhile."""
        work = Background(do)
        if not work.wait(UNTOLD) and self.console.somebody_types:
            ours, has_urgent_help = self.visit.words, self.navigator.sitting.has_urgent_help
            self.console.say(ours.lines.meanwhile if has_urgent_help else ours.screens.one_moment)
        while not work.wait(BETWEEN_LOOKS):
            if self.console.has_line():
                self._hear_meanwhile(self.console.read_waiting())
        done(work.result())

    def _hear_meanwhile(self, given: str) -> None:
        if letter_in(given, self.navigator.page) != URGENT:
            self._ahead.append(given)
            return
        self.navigator.press("urgent")
        if is_look(page := self.navigator.page):
            self._teller.tell(page)
            self.navigator.back()

    # --- keeping ---

    def _stop_if_unkept(self, page: Page) -> None:
        """Nobody is asked on a pipe: it gets what it asked for, or no visit."""
        screen = self.navigator.screen
        if self.console.somebody_types or not isinstance(screen, Keeping):
            return
        if screen.step == "failed" and not screen.state.opening:
            fault = screen.state.fault
            raise NotBegun(self.visit.words.fault(fault) if fault else "")
        if screen.step == "own" and page.notice:
            raise NotBegun(page.notice)

    def _tell_keeping(self) -> None:
        """Whether answers are kept from now on, as soon as that is known."""
        kept = self._keeping_in_words()
        if kept and kept != self._kept:
            self.console.say(kept)
            self._remember_language()
        self._kept = kept

    def _remember_language(self) -> None:
        """Where answers are kept on this computer, so is the language; nowhere else."""
        session, sitting = self.visit.session, self.navigator.sitting
        if session is not None and not session.only_looking and not sitting.shared:
            remember_language(sitting.start.place, self.visit.aid.language)

    def _keeping_in_words(self) -> str:
        session = self.visit.session
        if self.visit.not_kept or not self.navigator.sitting.keeping_is_decided:
            return ""
        return self._kept_under(session) if session else self.visit.words.lines.nothing_kept

    def _kept_under(self, session: OpenSession) -> str:
        words = self.visit.words
        place = where(words, shared=self.navigator.sitting.shared)
        return words.lines.kept_under.format(where=place, label=session.entry.label)

    # --- the end ---

    def _keep_half_written(self) -> None:
        """What stands on the line is an answer too, unless it would take the place of one."""
        entry, text = self.navigator.page.entry, self.console.half_written
        if entry is None:
            self.navigator.keep_writing()
            return
        if entry.kind != "words" or entry.text:
            return
        if text.startswith("/") or has_controls(text):
            return
        self.navigator.hold(text=text[: entry.limit])
        self.navigator.keep_writing()

    def _say_what_is_left(self) -> None:
        """A fault of our own ends it: what stays, and where."""
        for sentence in what_is_left(self.navigator.sitting):
            self.console.say(sentence)

    def _say_leaving(self) -> None:
        """To somebody who goes in the middle: that it ends, and what becomes of the answers."""
        lines, session = self.visit.words.lines, self.visit.session
        self.console.say(lines.left)
        if session is None or session.only_looking:
            has_looked = self.navigator.sitting.records is not None
            self.console.say(lines.left_as_before if has_looked else lines.left_nothing)
            return
        if not_kept := left_not_kept(self.visit):
            self.console.say(not_kept)
        self.console.say(self._kept_under(session))

    def _tell_summary_to_a_pipe(self) -> None:
        if self.console.somebody_types:
            return
        self.console.say(self.visit.words.lines.ended)
        try:
            lines = self._summary_lines()
        except Exception as error:
            words = self.visit.words
            reason = reason_of(words, error) or words.screens.own_fault
            self.console.say(words.screens.not_saved.format(reason=reason))
            return
        for line in lines:
            self.console.tell(line)

    def _summary_lines(self) -> Sequence[str]:
        from decision_aid.report.files import render
        from decision_aid.report.formats import OFFERS

        return render(self.visit.summary(), OFFERS["txt"]).decode().splitlines()


def _letters(words: Words) -> KeyWords:
    return words.lines


def _letters_for_two(words: Words) -> KeyWords:
    return words.lines_for_two
