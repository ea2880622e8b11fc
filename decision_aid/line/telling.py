"""Asking and telling in plain lines: nothing of any one question."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from decision_aid.plain_text import clean
from decision_aid.visit import Visit
from decision_aid.wording import Paragraph, Wording
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.content import Passage

LINES = words("en").lines

Ask = Callable[[str], str]
"""Shows a prompt and gives the line typed; raises EOFError at the end of input."""

Tell = Callable[[str], None]
"""Writes one line."""


class Telling:
    """Asks and tells; it holds no state but the visit."""

    def __init__(self, visit: Visit, ask: Ask, tell: Tell, width: int) -> None:
        self.visit = visit
        self.ask = ask
        self.tell = tell
        self.width = max(width, 20)

    @property
    def _wording(self) -> Wording:
        return self.visit.interview.wording

    def _say(self, passages: Iterable[Passage], owner: str) -> None:
        self._tell_all(self._wording.passages(passages, owner))

    def _tell_all(self, said: Iterable[Paragraph]) -> None:
        for one in said:
            if one.kind == "item":
                self._item(one.text)
            elif one.kind == "say":
                self._paragraph(LINES.say.format(text=one.text))
            else:
                self._paragraph(one.text)

    def _numbered(self, labels: Iterable[str]) -> None:
        for number, label in enumerate(labels, 1):
            self._paragraph(f"{number}. {label}")

    def _item(self, text: str) -> None:
        self._paragraph(f"- {text}")

    def _paragraph(self, text: str) -> None:
        for line in clean(text).split("\n"):
            for part in self._wrapped(line) or [""]:
                self.tell(part)

    def _wrapped(self, line: str) -> list[str]:
        """Codes, labels and paths have hyphens, and stay whole: they are copied by hand."""
        return textwrap.wrap(line, self.width, break_long_words=False, break_on_hyphens=False)

    def _line(self, prompt: str) -> str:
        return clean(self.ask(self._last_line(prompt)))

    def _last_line(self, prompt: str) -> str:
        """Tell all but the last line: a terminal would break a long prompt within a word."""
        *before, last = self._wrapped(prompt) or [""]
        for line in before:
            self.tell(line)
        return f"{last} "
