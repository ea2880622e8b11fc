"""What is asked before the first question: one of a few, or a secret; urgent help is at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from decision_aid.line.looking import Looking
from decision_aid.line.telling import Ask
from decision_aid.words import words

LINES = words("en").lines


class Choosing(Looking):
    """Asks until there is an answer that fits."""

    hidden: Ask | None = None
    """Asks for a secret unseen; None where nobody sits at a terminal."""

    @property
    def _somebody_types(self) -> bool:
        return self.hidden is not None

    def _one_of(self, labels: Sequence[str], prompt: str, otherwise: int) -> int:
        """The number of one of these; Enter alone means `otherwise`."""
        self._numbered(labels)
        while True:
            given = self._typed(prompt.format(last=len(labels)))
            if not given:
                return otherwise
            if given.isdecimal() and 1 <= int(given) <= len(labels):
                return int(given)
            self._paragraph(LINES.not_known)

    def _typed(self, prompt: str) -> str:
        """What was typed, once it is none of the letters for help."""
        while self._helped(given := self._line(prompt).strip()):
            pass
        return given

    def _helped(self, letter: str) -> bool:
        """Whether the line was one of the letters that work before the first question too."""
        helps: dict[str, Callable[[], None]] = {
            "u": self._urgent,
            "w": self._words,
            "h": self._help,
            "?": self._help,
        }
        found = helps.get(letter.lower())
        if found is not None:
            found()
        return found is not None

    def _secret(self, prompt: str) -> str:
        """A passphrase, or nothing; no passphrase is as short as a letter for help."""
        read = self.hidden or self.ask
        while self._helped(given := read(self._last_line(prompt))):
            pass
        return given
