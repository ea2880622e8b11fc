"""Lines that a person types at a terminal: edited with the usual keys, and remembered nowhere."""

from __future__ import annotations

import codecs
import contextlib
import locale
import os
import select
import signal
import sys
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType, ModuleType

AT_ONCE = 0.03
"""Seconds within which more comes of what is pasted; no hand is as quick."""
LOOKS_UP = 0.5
"""Seconds after which a wait for a key is looked up from."""
SLEEPING = ("SIGTSTP", "SIGCONT")
WHOLE_LINE = 4095
"""Bytes of a line that a terminal takes where no line editor reads it; it drops the rest."""
SETTINGS = (
    ("disable-completion", "on", 0),  # a key would offer the names of files
    ("enable-active-region", "off", 0x0802),  # what is pasted would be painted in other colours
)
"""How the line editor is set, and since which version of it that can be said."""
MARKS_PASTED = "enable-bracketed-paste"


class Slept(Exception):
    """The program was put to sleep, or woken, while it waited for a line."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Keyboard:
    """Asks for one line after the other; the terminal is given back after each."""

    def __init__(self) -> None:
        self.is_cut = False
        """Whether the terminal took only the beginning of the last line."""
        self.half_typed = ""
        """What stood on the line when the program was ended or put to sleep."""
        self._is_over = False

    def ask(self, prompt: str) -> str:
        """The line typed; raises EOFError at the end of input, and from then on."""
        return self._ask_awake(self._edit if self._editor else self._read, prompt)

    def ask_text(self, prompt: str) -> str:
        """The same; what is pasted at once is one line, whatever lines it has."""
        with self._asking_for_marks():
            return self.ask(prompt)

    def ask_unseen(self, prompt: str) -> str:
        """A passphrase, typed unseen."""
        from getpass import getpass

        return self._ask_awake(getpass, prompt)

    def goes_on(self) -> bool:
        """Whether more came at once with the last line, or should have come."""
        if self.is_cut or self._is_over or os.name == "nt":
            return self.is_cut
        return bool(select.select([sys.stdin], [], [], AT_ONCE)[0])

    def has_line(self) -> bool:
        """Whether a line waits that nobody asked for yet: between prompts it comes whole."""
        return os.name != "nt" and bool(select.select([sys.stdin], [], [], 0)[0])

    # --- one line ---

    def _ask_awake(self, read: Callable[[str], str], prompt: str) -> str:
        """Ask once more after a sleep: the shell may have set the terminal otherwise meanwhile."""
        self.half_typed, self.is_cut = "", False
        while not self._is_over:
            try:
                with _heeding_signals():
                    return read(prompt)
            except EOFError:
                self._is_over = True
                _end_if_hung_up()
                _begin_a_line()
            except Slept as slept:
                _begin_a_line()
                if slept.number != signal.SIGCONT:
                    os.kill(os.getpid(), slept.number)
        raise EOFError

    def _edit(self, prompt: str) -> str:
        editor, begun = self._editor, self.half_typed
        if editor is None:
            return self._read(prompt)
        # Not a function of ours: what a signal raises in one that the editor calls would be lost.
        editor.set_startup_hook(partial(editor.insert_text, begun))
        try:
            line = input(prompt)
        except BaseException:
            self.half_typed = editor.get_line_buffer()
            raise
        self.half_typed = ""
        return line

    def _read(self, prompt: str) -> str:
        """Without an editor: the terminal has keys of its own to mend a line."""
        sys.stdout.write(prompt)
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        line = line.rstrip("\r\n")
        self.is_cut = len(line.encode(sys.stdin.encoding, "replace")) >= WHOLE_LINE
        return line.removesuffix("\ufffd") if self.is_cut else line

    @contextlib.contextmanager
    def _asking_for_marks(self) -> Iterator[None]:
        """Have the terminal mark what is pasted, where it can."""
        if self._editor is None:
            yield
            return
        _set(self._editor, MARKS_PASTED, "on")
        try:
            yield
        finally:
            _set(self._editor, MARKS_PASTED, "off")

    @cached_property
    def _editor(self) -> ModuleType | None:
        """Python's line editor; None where there is none, or the terminal has no use for it."""
        if os.environ.get("TERM", "dumb") in ("", "dumb") or not sys.stdout.isatty():
            return None
        if codecs.lookup(locale.getencoding()).name == "ascii":  # it would read é as a command
            return None
        try:
            import readline
        except ImportError:
            return None
        readline.set_auto_history(False)
        readline.clear_history()
        for name, value, since in SETTINGS:
            if getattr(readline, "_READLINE_RUNTIME_VERSION", 0) >= since:
                _set(readline, name, value)
        return readline


def _set(editor: ModuleType, name: str, value: str) -> None:
    editor.parse_and_bind(" ".join(("set", name, value)))


def _begin_a_line() -> None:
    sys.stdout.write("\n")
    sys.stdout.flush()


def _end_if_hung_up() -> None:
    """A terminal that is gone reads like one at its end, before the signal for it comes."""
    if not sys.stdin.isatty() and hasattr(signal, "SIGHUP"):
        signal.raise_signal(signal.SIGHUP)


@contextlib.contextmanager
def _heeding_signals() -> Iterator[None]:
    """Slept is raised before the program sleeps, and no signal waits for the next key."""

    def notice(number: int, _frame: FrameType | None) -> None:
        if sys.stdin.isatty():  # one that hangs up wakes its programs too
            raise Slept(number)

    known = [getattr(signal, name) for name in SLEEPING if hasattr(signal, name)]
    ours = [number for number in known if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, notice)
    try:
        with _looking_up():
            yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


@contextlib.contextmanager
def _looking_up() -> Iterator[None]:
    """End the wait for a key now and then: Python heeds a signal that came just before it then."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, lambda _number, _frame: None)
    signal.setitimer(signal.ITIMER_REAL, LOOKS_UP, LOOKS_UP)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
