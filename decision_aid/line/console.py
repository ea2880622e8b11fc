"""Where lines are told and typed: wrapped to the width, harmless, and secrets unseen."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from decision_aid.plain_text import clean, has_controls

NARROWEST = 20
ENDS = ("", ".")
"""The lines that end a text of several."""

Ask = Callable[[str], str]
"""Shows a prompt and gives the line typed; raises EOFError at the end of input."""

Tell = Callable[[str], None]
"""Writes one line."""


class NotText(Exception):
    """What was typed holds keys that are no text, such as an arrow."""


class Typist(Protocol):
    """A person who types texts, and what else is known of the line typed last."""

    @property
    def is_cut(self) -> bool:
        """Whether the terminal took only the beginning of it."""

    @property
    def half_typed(self) -> str:
        """What stood on the line when nobody could end it any more."""

    def ask_text(self, prompt: str) -> str:
        """Show a prompt and give the line typed, or all lines that are pasted in one."""

    def goes_on(self) -> bool:
        """Whether more came at once with it, as when several lines are pasted."""

    def has_line(self) -> bool:
        """Whether a line waits that nobody asked for yet."""


@dataclass(frozen=True)
class SeveralLines:
    """What is said where a text has several lines."""

    prompt: str
    """How to end it."""
    cut: str
    """That a line came only in part, up to `{last}`."""


@dataclass(frozen=True)
class Console:
    """Tells lines and reads them, on a terminal or a pipe."""

    ask: Ask
    tell: Tell
    width: int
    hidden: Ask | None = None
    """Asks for a secret unseen; None where nobody sits at a terminal."""
    typist: Typist | None = None
    """None where each line stands for itself, as on a pipe."""
    _text: list[str] = field(default_factory=list)
    """The lines of the text that is not ended yet."""

    @property
    def somebody_types(self) -> bool:
        """Whether a person sits there, who can be asked for a decision."""
        return self.hidden is not None

    @property
    def half_written(self) -> str:
        """The text that was being written when the program had to end."""
        rest = self.typist.half_typed if self.typist else ""
        return "\n".join([*self._text, rest])

    def say(self, text: str) -> None:
        """Tell a paragraph, in as many lines as it takes."""
        for line in clean(text).split("\n"):
            for part in self._wrapped(line) or [""]:
                self.tell(part)

    def read(self, prompt: str) -> str:
        """The line typed after the prompt."""
        return clean(self.ask(self._last_line(prompt))).strip()

    def has_line(self) -> bool:
        """Whether a line was typed that nobody asked for yet."""
        return self.typist is not None and self.typist.has_line()

    def read_waiting(self) -> str:
        """The line that was typed already."""
        return clean(self.ask("")).strip()

    def read_text(self, prompt: str, several: SeveralLines) -> str:
        """The text typed after the prompt; raises NotText.

        A line is a text. Lines that come at once are one text, whatever they say, and it goes on
        until the person ends it.
        """
        self._text[:] = [self._ask_text(self._last_line(prompt))]
        if self._goes_on():
            self._read_on(several)
        text = "\n".join(self._text)
        self._text.clear()
        if has_controls(text):
            raise NotText
        return clean(text).strip()

    def read_secret(self, prompt: str) -> str:
        """The line typed after the prompt, as it is, and unseen where somebody types."""
        return (self.hidden or self.ask)(self._last_line(prompt))

    def _ask_text(self, prompt: str) -> str:
        return (self.typist.ask_text if self.typist else self.ask)(prompt)

    def _goes_on(self) -> bool:
        return self.typist is not None and self.typist.goes_on()

    def _read_on(self, several: SeveralLines) -> None:
        """Until a line that ends the text, or the end of all input, which ends it too."""
        try:
            while True:
                came_at_once = self._tell_cut(several) and self._goes_on()
                line = self._ask_text("" if came_at_once else self._last_line(several.prompt))
                if not came_at_once and line.strip() in ENDS and not self._goes_on():
                    return
                self._text.append(line)
        except EOFError:
            return

    def _tell_cut(self, several: SeveralLines) -> bool:
        """Say it if the last line was cut; whether it is whole."""
        is_whole = self.typist is None or not self.typist.is_cut
        if not is_whole:
            self.say(several.cut.format(last=self._text[-1][-20:]))
        return is_whole

    def _last_line(self, prompt: str) -> str:
        """Tell all but the last line: a terminal would break a long prompt within a word."""
        *before, last = self._wrapped(clean(prompt)) or [""]
        for line in before:
            self.tell(line)
        return f"{last} "

    def _wrapped(self, line: str) -> list[str]:
        """Codes, labels and paths have hyphens, and stay whole: they are copied by hand."""
        width = max(self.width, NARROWEST)
        return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
