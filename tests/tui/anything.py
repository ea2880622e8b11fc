"""The real program that is fed anything in any pieces, and is then asked whether it still hears."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import termios
from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise
from pathlib import Path
from time import monotonic

import pyte

from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.tui import sequences
from tests.processes import PATIENCE
from tests.record.forked import SIZE, Program, nothing
from tests.tui.terminal import CTRL_C_TWICE

AID = load(Path(__file__).with_name("small.yaml"))
MOMENT = 0.03
"""Seconds without a sign after which a person presses the key again."""
CODES = {
    b"\x1b[D": "left", b"\x1bOQ": "f2", b"\x1b[15~": "f5", b"\x1b[1;5C": "ctrl+right",
    b"\x1b[[A": "f1", b"\x1b[7$": "shift+home", b"\x1b[3~": "delete", b"\x1b[Z": "shift+tab",
    b"\x1b[97;5u": "ctrl+a",
}  # fmt: skip
"""What a terminal sends for a key, and the key's name."""
QUIET = {
    "a click": b"\x1b[<0;10;5M\x1b[<0;10;5m", "a click as rxvt tells it": b"\x1b[32;10;5M",
    "a click as old terminals tell it": b"\x1b[M !\xe9", "focus": b"\x1b[O\x1b[I",
    "unknown codes": b"\x1b[999;999Z\x1b[?1;2z\x1b[1;2;3x",
    "a number too large": b"\x1b[1114112;1u",
    "an answer": b"\x1b]52;c;aGk=\x07\x1bP>|x(1)\x1b\\\x1b_Gi=1;OK\x1b\\\x1b[?62;4c",
}  # fmt: skip
"""What it sends that is no key."""
PIECES = [*CODES, *QUIET.values(), b"\x1b", b"\x1b[", b"[", b"\x1b[200~", b"\x1b[201~",
             b"\x1b]0;", b"\xc3", b"\xa9", "é🙂".encode(), b"1", b"\r", b"words", b"\x7f", b"\t",
             b"\x00", b"\x9b"]  # fmt: skip
"""What any input is put together from."""
KEYS = [
    *"0123456789", *["1", "2", "\r", "\r", "\x7f"] * 5, *"pxouwsnh? ", "\t", "\x1b[Z", "\x1b[A",
    "\x1b[B", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[17~",
    "word", "é",
]  # fmt: skip
"""What somebody may press in a burst."""


def in_pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    """The data cut at those places."""
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[start:end] for start, end in pairwise(places)]


def impatient() -> None:
    """Inside the program: what is begun and does not go on is soon given up."""
    sequences.ESCAPE, sequences.SILENCE = 0.02, 0.05


def _be_in(folder: Path, before: Callable[[], object]) -> None:
    """Inside the program: what its keys have it save is saved there."""
    folder.mkdir(exist_ok=True)
    os.chdir(folder)
    before()


class Ended(Exception):
    """The visit was left, as its keys can leave it."""


class Eyes(pyte.Screen):
    """A screen that bears what no terminal answers to either."""

    def select_graphic_rendition(self, *attributes: int, private: bool = False) -> None:
        if not private:
            super().select_graphic_rendition(*attributes)


class Fed:
    """A visit on the full screen, begun on the records of that folder."""

    def __init__(
        self,
        folder: Path,
        before: Callable[[], object] = nothing,
        aid: DecisionAid = AID,
    ) -> None:
        os.environ["DECISION_AID_RECORDS"] = str(folder / "records")
        self.program = Program(aid, ["take", "--no-trace"], partial(_be_in, folder, before))
        self._screen = Eyes(SIZE[1], SIZE[0])
        self._stream = pyte.ByteStream(self._screen)
        self._drawn = 0
        self._fed: list[bytes] = []

    def __enter__(self) -> Fed:
        return self

    def __exit__(self, *error: object) -> None:
        self.program.__exit__(*error)

    @property
    def text(self) -> str:
        """What is on the screen."""
        new, self._drawn = self.program.raw[self._drawn :], len(self.program.raw)
        self._stream.feed(new.replace(b"\x1b[<u", b"").replace(b"\x1b[>25u", b""))
        return "\n".join(self._screen.display)

    @property
    def has_ended(self) -> bool:
        """Whether the full screen was left."""
        return self.program.is_restored

    def feed(self, pieces: Iterable[bytes]) -> None:
        """Write each piece on its own; what the program paints meanwhile is read."""
        self._fed = [*pieces]
        for piece in self._fed:
            written = 0
            while written < len(piece) and not self.has_ended:
                written += self._write(piece[written:])
                self.program.read_on(0)

    def _write(self, data: bytes) -> int:
        """So much of it as the terminal takes now."""
        return (
            os.write(self.program.handle, data[:512])
            if select.select([], [self.program.handle], [], MOMENT)[1]
            else 0
        )

    def resize(self, columns: int, lines: int) -> None:
        """Make the window another size."""
        self._screen.resize(lines, columns)
        fcntl.ioctl(
            self.program.handle, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0)
        )

    def see(self, *texts: str) -> None:
        """Wait until it is all on the screen."""
        self.press_until((), *texts)

    def press_until(self, keys: Iterable[str], *texts: str) -> None:
        """Press them until this is seen: what was cut before them waits a moment for its rest."""
        end, moment = monotonic() + PATIENCE, MOMENT
        while not all(text in self.text for text in texts):
            if self.has_ended:
                raise Ended
            wrong = f"after {self._fed!s:.2000} {texts} not in:\n{self.text}"
            assert monotonic() < end, wrong
            for key in keys:
                self.program.send(key)
                self._read_until(moment, *texts)
            self._read_until(moment, *texts)
            moment = min(moment * 1.5, 1.0)

    def _read_until(self, moment: float, *texts: str) -> None:
        """Read until this is seen, or nothing has come for a moment."""
        while not all(text in self.text for text in texts) and self.program.read_on(moment):
            pass

    def become_quiet(self) -> None:
        """Read until nothing has come for a moment."""
        while self.program.read_on(MOMENT):
            pass

    def begin(self) -> None:
        """From the first screen to the first question."""
        for keys, text in (("", "How do you want"), ("\r", "Start"), ("1", "Where do you live")):
            self.program.send(keys)
            self.see(text)

    def go_to_words(self) -> None:
        """On to the box for one's own words."""
        for keys, text in (
            ("p", "Is any of this new"),
            ("2\r", "What do you hope"),
            ("1\r", "0 of"),
        ):
            self.program.send(keys)
            self.see(text)

    def answers(self) -> None:
        """Urgent help and the keys are shown when they are asked for, and left again."""
        self.become_quiet()
        self.press_until(("\x1b", "u"), "Have you had a procedure?")
        self.press_until(("\x1b", "u", "?"), "single keys")
        self.press_until("\x1b", "u urgent")

    def still_answers(self) -> None:
        """It answers, if the visit was not left as it can be left."""
        try:
            self.answers()
        except Ended:
            left = self.program.left_behind
            assert b"Goodbye." in left or b"line by line edition" in left, left

    def end_cleanly(self) -> None:
        """Ctrl and C end it, with the terminal given back and nothing said."""
        self.program.send(CTRL_C_TWICE)
        assert self.program.end() == 130
        assert self.program.is_restored
        assert b"Sorry" not in self.program.left_behind
        assert b"Traceback" not in self.program.left_behind
