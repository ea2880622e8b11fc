"""Where lines are told and typed: wrapped to the width, harmless, and secrets unseen."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass

from decision_aid.plain_text import clean

NARROWEST = 20

Ask = Callable[[str], str]
"""Shows a prompt and gives the line typed; raises EOFError at the end of input."""

Tell = Callable[[str], None]
"""Writes one line."""


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Console:
    """Tells lines and reads them, on a terminal or a pipe."""

    ask: Ask
    tell: Tell
    width: int
    hidden: Ask | None = None
    """Asks for a secret unseen; None where nobody sits at a terminal."""
    has_line: Callable[[], bool] = _never
    """Whether a line was typed that nobody asked for yet, where that can be known."""

    @property
    def somebody_types(self) -> bool:
        """Whether a person sits there, who can be asked for a decision."""
        return self.hidden is not None

    def say(self, text: str) -> None:
        """Tell a paragraph, in as many lines as it takes."""
        for line in clean(text).split("\n"):
            for part in self._wrapped(line) or [""]:
                self.tell(part)

    def read(self, prompt: str) -> str:
        """The line typed after the prompt."""
        return clean(self.ask(self._last_line(prompt))).strip()

    def read_waiting(self) -> str:
        """The line that was typed already."""
        return clean(self.ask("")).strip()

    def read_secret(self, prompt: str) -> str:
        """The line typed after the prompt, as it is, and unseen where somebody types."""
        return (self.hidden or self.ask)(self._last_line(prompt))

    def _last_line(self, prompt: str) -> str:
        """Tell all but the last line: a terminal would break a long prompt within a word."""
        *before, last = self._wrapped(prompt) or [""]
        for line in before:
            self.tell(line)
        return f"{last} "

    def _wrapped(self, line: str) -> list[str]:
        """Codes, labels and paths have hyphens, and stay whole: they are copied by hand."""
        width = max(self.width, NARROWEST)
        return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
