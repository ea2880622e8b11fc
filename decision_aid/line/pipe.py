"""Lines that a file or another program gives, in whatever form of Unicode it writes them."""

from __future__ import annotations

import codecs
import io
import sys

LONGEST_LINE = 1_100_000
"""So many characters of a line are held: no line can fill the memory."""
MARK = "\ufeff"
"""A byte-order mark; files put together have one in their midst."""
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8"),
)
"""What a text can begin with, and what it says of the bytes after it."""


class Pipe:
    """Gives one line after the other, and never part of a line as if it were the next."""

    def __init__(self) -> None:
        self._has_begun = False

    def ask(self, prompt: str) -> str:
        """The next line; raises EOFError at the end."""
        sys.stdout.write(prompt)
        sys.stdout.flush()
        if not self._has_begun:
            self._has_begun = True
            _choose_form()
        line = more = sys.stdin.readline(LONGEST_LINE)
        while len(more) == LONGEST_LINE and not more.endswith("\n"):
            more = sys.stdin.readline(LONGEST_LINE)
        if not line:
            sys.stdout.write("\n")
            raise EOFError
        return line.rstrip("\r\n").removeprefix(MARK)


def _choose_form() -> None:
    """Read in the encoding that the first bytes tell, with lines ended in any way."""
    if isinstance(sys.stdin, io.TextIOWrapper) and isinstance(sys.stdin.buffer, io.BufferedReader):
        encoding = _encoding_of(sys.stdin.buffer.peek(64)[:64]) or sys.stdin.encoding
        sys.stdin.reconfigure(encoding=encoding, errors="replace", newline=None)


def _encoding_of(start: bytes) -> str:
    """What the first bytes tell; empty where they tell nothing."""
    for mark, encoding in MARKS:
        if start.startswith(mark):
            return encoding
    if len(start) > 1 and not any(start[1::2]) and all(start[::2]):
        return "utf-16-le"
    if len(start) > 1 and not any(start[::2]) and all(start[1::2]):
        return "utf-16-be"
    return ""
