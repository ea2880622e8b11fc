"""Reads the terminal with nothing to trip over: bad bytes, pieces, huge pastes, and its end."""

from __future__ import annotations

import os
import selectors
import termios
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.drivers.linux_driver import LinuxDriver

from decision_aid.tui.messages import TerminalGone

if TYPE_CHECKING:
    from textual.message import Message

PAUSE = 0.1
"""Seconds after which it is looked again whether the app has ended."""


class SafeDriver(LinuxDriver):
    """Textual's driver with a reading loop of its own.

    Textual's dies of one byte that is not UTF-8 (its issue 6456) and of half a letter, takes a
    paste from a plain terminal for a million keys, types a key code that comes in pieces as words,
    and reads the end of a closed terminal over and over.
    """

    def start_application_mode(self) -> None:
        """Show the terminal's own cursor too, a still line: magnifiers and braille follow it."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._writer_thread is not None:
            # The queue of a writer that ended with its terminal would fill up and block for ever.
            self._writer_thread._queue.maxsize = 0
            self.write("\x1b[?25h\x1b[4 q")

    def stop_application_mode(self) -> None:
        """Give the cursor back its shape, and all else."""
        self.write("\x1b[0 q")
        super().stop_application_mode()

    def close(self) -> None:
        """Wait for what is to be written, but not for a terminal that takes nothing any more."""
        if self._writer_thread is not None:
            self._writer_thread._queue.put(None)
            self._writer_thread.join(timeout=2)

    def _sigcont_application(self, *_: object) -> None:
        # In a signal's handler the queue of the writer may be locked, so not here and now.
        self._loop.call_soon_threadsafe(self._come_back)

    def _come_back(self) -> None:
        """Take the terminal again after a stop. A closing terminal sends the same signal."""
        try:
            termios.tcgetattr(self.fileno)
        except termios.error:
            return
        if not self._must_signal_resume:
            self.suspend_application_mode()
        self.resume_application_mode()
        self._app.refresh(layout=True)

    def run_input_thread(self) -> None:
        """Read until the app ends or the terminal is gone."""
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not selector.select(PAUSE):
                if self.exit_event.is_set():
                    return
            self._read_on(selector)

    def _read_on(self, selector: selectors.BaseSelector) -> None:
        """Read from the first byte; what reads is loaded only now, lest the first screen wait."""
        from decision_aid.tui.key_codes import KeyCodes
        from decision_aid.tui.sequences import Tokenizer

        tokens, codes = Tokenizer(), KeyCodes()
        while not self.exit_event.is_set():
            if selector.select(min(PAUSE, tokens.wait or PAUSE)):
                data = self._read()
                if not data:
                    self._pass_on([TerminalGone()])
                    return
                self._pass_on(codes.messages(tokens.feed(data)))
            self._pass_on(codes.messages(tokens.tick()))

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _pass_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)
