"""Tells what each token from a terminal means, and of none more than Textual can bear."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from decision_aid.plain_text import clean
from decision_aid.tui.messages import LateCode
from decision_aid.tui.sequences import Token

AT_ONCE = 64
"""Nobody types so many characters between two reads: they were pasted."""
LONGEST = 32
"""Characters of a code; Textual types a longer one as words."""
ANSWERS = "]P_"
"""After Escape these begin what a terminal answers when it is asked."""
MOST_CELLS, MOST_PIXELS = 2_000, 100_000
"""How wide or high a window can be."""


class KeyCodes(XTermParser):
    """Textual's parser, which is given whole key codes only.

    Left to itself it types what it does not know, and ends with an error at a number that is too
    large to be a key's.
    """

    def messages(self, tokens: Iterable[Token]) -> Iterator[Message]:
        """What is to be told to the app."""
        for kind, text in tokens:
            if kind == "paste" or (kind == "text" and len(text) >= AT_ONCE):
                yield events.Paste(clean(text.replace("\x00", "")))
            elif kind == "text":
                yield from self.feed(text)
            elif kind == "escape":
                yield events.Key("escape", "\x1b")
            elif kind == "code":
                yield from self.meant(text)
            else:
                yield LateCode(self.meant(text))

    def meant(self, code: str) -> Sequence[Message]:
        """What the code means; nothing if it is not known."""
        if len(code) > LONGEST or (len(code) > 2 and code[1] in ANSWERS):
            return []
        try:
            found = [*self.feed(code)]
            unknown = self._awaiting.timeout is not None
        except (ArithmeticError, LookupError, ValueError):
            found, unknown = [], False
        self._begin_anew()
        if unknown and len(code) == 2:
            found = [*self._sequence_to_key_events(code[1], alt=True)]
        return [one for one in found if self._can_be(one)]

    def _begin_anew(self) -> None:
        """Forget what the code left half read; where the mouse is stays known."""
        self._tokens.clear()
        self._timeout_time = None
        self._gen = self.parse(self._tokens.append)
        self._awaiting = next(self._gen)

    def _can_be(self, message: Message) -> bool:
        """Whether it can be: a window of a million lines would be drawn until memory ends."""
        if not isinstance(message, events.Resize):
            return True
        cells, pixels = message.size, message.pixel_size or message.size
        if all(0 < side < MOST_CELLS for side in cells) and all(
            0 < side < MOST_PIXELS for side in pixels
        ):
            return True
        self.terminal_size = self.terminal_pixel_size = None
        self.mouse_pixels = False
        return False
