"""The words on the pages of a PDF that Typst made, read from the finished file.

It reads what Typst writes and no other PDF: a plain cross-reference table, fonts with two-byte
codes and a `ToUnicode` map. What is marked as an artifact, such as the foot, is no part of it.
"""

from __future__ import annotations

import codecs
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

Letters: TypeAlias = Mapping[int, str]

_REFERENCE = re.compile(rb"(\d+) 0 R")
_MAPPED = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
_FONT = re.compile(rb"/(f\d+) (\d+) 0 R")
_SHOWN = re.compile(
    rb"<<(?P<marked>(?:[^<>()]|<[^<>]*>|\((?:[^()\\]|\\.)*\))*)>>"
    rb"|/(?P<font>f\d+) [-\d.]+ Tf"
    rb"|(?P<text>\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\([^()]*\))*\))*\))"
    rb"|<(?P<hex>[0-9A-Fa-f]+)>",
    re.DOTALL,
)
_ACTUAL = re.compile(
    rb"/ActualText *(?:<(?P<hex>[0-9A-Fa-f]+)>|(?P<text>\((?:[^()\\]|\\.)*\)))", re.DOTALL
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def pages(pdf: bytes) -> Iterator[str]:
    """The text of each page, in the order in which it was set."""
    file = _File(pdf)
    for page in file.pages:
        yield "".join(_words(file.stream(_read_name(page, b"Contents")), file.fonts(page)))


def _words(content: bytes, fonts: Mapping[bytes, Letters]) -> Iterator[str]:
    letters: Letters = {}
    for piece in content.split(b"EMC"):
        stands_for = None
        for shown in _SHOWN.finditer(piece):
            if shown["font"]:
                letters = fonts[shown["font"]]
            elif b"/Artifact" in piece:
                continue
            elif shown["marked"]:
                stands_for = _ACTUAL.search(shown["marked"]) or stands_for
                yield _actual(stands_for) if stands_for else ""
            elif stands_for is None:
                codes = _codes(shown["hex"], shown["text"])
                pairs = struct.unpack(f">{len(codes) // 2}H", codes)
                yield "".join([letters.get(code, "") for code in pairs])


def _actual(found: re.Match[bytes]) -> str:
    """The text that stands for the glyphs of a letter that has several."""
    data = _codes(found["hex"], found["text"])
    is_wide = data.startswith(codecs.BOM_UTF16_BE)
    return data[2:].decode("utf-16-be") if is_wide else data.decode("latin-1")


def _codes(digits: bytes | None, literal: bytes) -> bytes:
    return bytes.fromhex(digits.decode()) if digits else _bytes(literal)


def _bytes(literal: bytes) -> bytes:
    def meant(escape: re.Match[bytes]) -> bytes:
        code = escape[1]
        return bytes([int(code, 8)]) if code.isdigit() else _ESCAPED.get(code, code)

    # Every code below 256 begins with this escape; taken at once it costs nothing.
    return _ESCAPE.sub(meant, literal[1:-1].replace(rb"\000", b"\0"))


def _read_name(thing: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb"[ \[]*(\d+) 0 R", thing)
    if found is None:
        raise ValueError(f"a PDF without {name!r} where Typst writes it")
    return int(found[1])


@dataclass(frozen=True)
class _File:
    data: bytes

    @cached_property
    def table(self) -> int:
        """Where the offsets begin, twenty bytes for each object."""
        start = int(self.data[self.data.rindex(b"startxref") + 9 :].split()[0])
        return self.data.index(b"0000000000 65535 f", start)

    def offset(self, number: int) -> int:
        return int(self.data[self.table + 20 * number : self.table + 20 * number + 10])

    @cached_property
    def pages(self) -> list[bytes]:
        root = self.thing(_read_name(self.data[self.data.rindex(b"trailer") :], b"Root"))
        return list(self._below(_read_name(root, b"Pages")))

    def thing(self, number: int) -> bytes:
        start = self.offset(number)
        return self.data[start : self.data.index(b"endobj", start)]

    def stream(self, number: int) -> bytes:
        start = self.data.index(b"stream", self.offset(number)) + len(b"stream")
        return zlib.decompressobj().decompress(self.data[start:].lstrip(b"\r\n"))

    def fonts(self, page: bytes) -> Mapping[bytes, Letters]:
        found = _FONT.finditer(self.thing(_read_name(page, b"Resources")))
        return {font[1]: self.letters(int(font[2])) for font in found}

    def letters(self, font: int) -> Letters:
        table = self.stream(_read_name(self.thing(font), b"ToUnicode"))
        mapped = _MAPPED.finditer(table, table.index(b"endcodespacerange"))
        return {int(m[1], 16): bytes.fromhex(m[2].decode()).decode("utf-16-be") for m in mapped}

    def _below(self, number: int) -> Iterator[bytes]:
        node = self.thing(number)
        if b"/Kids" not in node:
            yield node
            return
        kids = node[node.index(b"/Kids") :].partition(b"]")[0]
        for kid in _REFERENCE.finditer(kids):
            yield from self._below(int(kid[1]))
