"""Cuts what a terminal sends into text, key codes and pastes, in whatever pieces it arrives."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Generator, Iterator
from time import monotonic
from typing import Literal, NamedTuple, TypeAlias

from textual.constants import ESCAPE_DELAY

SILENCE = 0.5
"""Seconds without a byte after which what is begun does not go on any more."""
ESCAPE = min(ESCAPE_DELAY, SILENCE)
"""Seconds after which Escape alone is the key, as long as the line has not proven to be slow."""
LATE = 2.0
"""Seconds within which the rest of what did not go on in time is still known as such."""
LONGEST, MOST = 4_096, 1_000_000
"""Bytes that are held of a key code and of a paste; what is beyond is not kept."""

_ESC, _PASTE_BEGINS, _PASTE_ENDS = b"\x1b", b"\x1b[200~", b"\x1b[201~"

_WHOLE = re.compile(
    rb"""\x1b(?:
      \[M[ -\xff]{3}                                  # the mouse, as old terminals tell of it
    | \[\[[A-E]                                       # function keys of the Linux console
    | \[[0-9]+\$                                      # keys with Shift in rxvt
    | \[(?![M\[])[0-?]*[ -/]*[@-~]
    | O[0-9;]*[@-~]
    | \][0-9]+(?:;[^\x00-\x1f\x7f]*)?(?:\x07|\x1b\\)  # what a terminal answers when it is asked
    | (?:P[0-9>!=?]|_G)[^\x00-\x1f\x7f]*\x1b\\
    | [^\x1b\[\]OP_\x80-\xff]                         # a key with Alt
    | [\xc2-\xdf][\x80-\xbf] | [\xe0-\xef][\x80-\xbf]{2} | [\xf0-\xf4][\x80-\xbf]{3}
    )""",
    re.VERBOSE,
)
_BEGUN = re.compile(
    rb"""\x1b(?:
      \[(?:M[ -\xff]{0,2} | \[ | [0-?]*[ -/]*)
    | O[0-9;]*
    | \](?:[0-9]+(?:;[^\x00-\x1f\x7f]*)?\x1b?)?
    | P(?:[0-9>!=?][^\x00-\x1f\x7f]*\x1b?)?
    | _(?:G[^\x00-\x1f\x7f]*\x1b?)?
    | [\xc2-\xf4][\x80-\xbf]{0,2}
    )?""",
    re.VERBOSE,
)
_ALT = re.compile(rb"\x1b[\]P_]")
"""Keys with Alt that begin as a terminal's answers do."""
_LATE_WHOLE = re.compile(
    rb"""\x1b(?:
      \[(?:[A-HIOP-SZ] | [0-9][0-9:]*[A-HP-S~^$@] | \[[A-E])
    | \[(?:[<-?][0-9;:]* | [0-9]+;[0-9;:]*)[ -/]*[A-Za-z~]
    | O[A-DFHMP-S]
    | (?:\][0-9]+;|P[0-9>!=?]|_G)[^\x00-\x1f\x7f]*(?:\x07|\x1b\\)
    )""",
    re.VERBOSE,
)
"""After a pause only what nobody types by hand: all else may be the beginning of words."""
_LATE_BEGUN = re.compile(rb"\x1b(?:\[(?:[<-?]?[0-9;:]*[ -/]*|\[)|O)?")
_PASTE_MAY_END = re.compile(rb"\x1b(?:\[(?:2(?:01?)?)?)?\Z")


class Token(NamedTuple):
    """A run of text, a whole key code, the Escape key, a paste, or a key code that came late.

    The first byte of a late one was taken for the Escape key.
    """

    kind: Literal["text", "code", "escape", "paste", "late"]
    text: str


_Cutting: TypeAlias = Generator[Token, None, bytes]
"""Gives tokens, and at last the bytes that are left."""


class Tokenizer:
    """Holds what is begun until its end has come, or does not come any more.

    Textual's parser types a key code that it does not know, or that comes in pieces, as words.
    """

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        self._held = b""
        """What is begun and may go on."""
        self._due: float | None = None
        """When it does not go on any more."""
        self._paste: bytearray | None = None
        self._late = b""
        """What was begun and did not go on in time."""
        self._late_until = self._paste_until = 0.0
        self._escape = ESCAPE

    @property
    def wait(self) -> float | None:
        """Seconds until `tick` has something to do; None where nothing is begun."""
        return None if self._due is None else max(self._due - self._now(), 0)

    def feed(self, data: bytes) -> Iterator[Token]:
        """What these bytes make whole."""
        rest, self._held, self._due = self._held + data, b"", None
        if self._paste is None and _PASTE_ENDS in rest and self._now() < self._paste_until:
            self._paste = bytearray()
        elif self._late:
            rest = yield from self._take_late(rest)
        while rest:
            cut = self._take if self._paste is None else self._go_on_pasting
            rest = yield from cut(rest)

    def tick(self) -> Iterator[Token]:
        """What is to be made of something begun that does not go on."""
        if self._due is None or self._now() < self._due:
            return
        self._due = None
        if self._paste is not None:
            yield from self._leave_paste(self._paste)
        elif self._late:
            self._late = b""
            yield from self._text(self._held)
        elif self._held == _ESC or _ALT.fullmatch(self._held):
            yield Token("escape" if self._held == _ESC else "code", self._held.decode())
        self._late = self._held if self._held.startswith(_ESC) else self._late
        self._late_until = self._now() + LATE
        self._held = b""

    # --- text and key codes ---

    def _take(self, rest: bytes) -> _Cutting:
        """What comes first: text, or a key code."""
        if not rest.startswith(_ESC):
            text, esc, after = rest.partition(_ESC)
            yield from self._text(text)
            return esc + after
        yield from self._text(b"", final=True)
        if whole := _WHOLE.match(rest):
            yield from self._code(whole.group())
            return rest[whole.end() :]
        if _BEGUN.fullmatch(rest):
            self._hold(rest, self._escape if rest == _ESC else SILENCE)
            return b""
        return (yield from self._drop(rest))

    def _text(self, data: bytes, *, final: bool = False) -> Iterator[Token]:
        if text := self._decode(data, final):
            yield Token("text", text)

    def _code(self, code: bytes) -> Iterator[Token]:
        if code == _PASTE_BEGINS:
            self._paste = bytearray()
            self._due = self._now() + SILENCE
        elif code != _PASTE_ENDS:
            yield Token("code", code.decode(errors="replace"))

    def _hold(self, begun: bytes, patience: float) -> None:
        self._held = begun if len(begun) <= LONGEST else begun[:16] + begun[-1:]
        self._due = self._now() + patience

    def _drop(self, rest: bytes) -> _Cutting:
        """Pass over what is no key code; before what cannot follow, Escape alone is the key."""
        begun = _BEGUN.match(rest)
        broken = begun.group() if begun else _ESC
        if len(broken) > 1 and broken.endswith(_ESC):
            broken = broken[:-1]
        if broken == _ESC:
            yield Token("escape", broken.decode())
        elif _ALT.fullmatch(broken):
            yield Token("code", broken.decode())
        return rest[len(broken) :]

    def _take_late(self, rest: bytes) -> _Cutting:
        """The rest of what did not go on in time, if it is that."""
        begun, code = self._late, self._late + rest
        self._late = b""
        if self._now() >= self._late_until:
            return rest
        if whole := _LATE_WHOLE.match(code):
            yield from self._late_code(begun, whole.group())
            return code[whole.end() :]
        if _LATE_BEGUN.fullmatch(code):
            self._late = begun
            self._hold(rest, SILENCE)
            return b""
        return rest

    def _late_code(self, begun: bytes, code: bytes) -> Iterator[Token]:
        """From now on Escape waits for its rest: the line is slow."""
        self._escape = SILENCE
        if begun == _ESC and code not in (_PASTE_BEGINS, _PASTE_ENDS):
            yield Token("late", code.decode())
        else:
            yield from self._code(code)

    # --- pastes ---

    def _go_on_pasting(self, rest: bytes) -> _Cutting:
        paste = self._paste = self._paste or bytearray()
        searched = max(len(paste) - len(_PASTE_ENDS), 0)
        paste += rest
        end = paste.find(_PASTE_ENDS, searched)
        if end < 0:
            del paste[MOST : -len(_PASTE_ENDS)]
            self._due = self._now() + SILENCE
            return b""
        self._paste = None
        yield Token("paste", paste[:end].decode(errors="replace"))
        return bytes(paste[end + len(_PASTE_ENDS) :])

    def _leave_paste(self, paste: bytearray) -> Iterator[Token]:
        """What has come is the paste; its end may still come, but is not waited for."""
        self._paste = None
        self._paste_until = self._now() + LATE
        if end := _PASTE_MAY_END.search(paste):
            self._held = end.group()
            del paste[end.start() :]
        if paste:
            yield Token("paste", paste.decode(errors="replace"))
