"""The words on the pages of a PDF that Typst made, read from the finished file.

It reads what Typst writes and no other PDF: a plain cross-reference table, fonts with two-byte
codes and a `ToUnicode` map. What is marked as an artifact, such as the foot, is no part of it.
"""

from __future__ import annotations

import codecs
import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
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


def pages(pdf: bytes) -> Iterator[str]:
    """The text of each page, in the order in which it was set."""
    file = _File(pdf)
    for page in file.pages:
        yield "".join(_words(file.stream(_read_name(page, b"Contents")), file.fonts(page)))


def _words(content: bytes, fonts: Mapping[bytes, Letters]) -> Iterator[str]:
    letters: Letters = {}
    for piece in content.split(b"EMC"):
        is_read, codes = b"/Artifact" not in piece, list[bytes]()
        for shown in _SHOWN.finditer(piece):
            kind, part = shown.lastgroup, shown[shown.lastgroup or 0]
            if kind == "font":
                yield _spell(codes, letters)
                letters, codes = fonts[part], []
            elif is_read and kind != "marked":
                codes.append(
                    part[1:-1] if kind == "text" else _written(bytes.fromhex(part.decode()))
                )
            elif is_read and (stands_for := _ACTUAL.search(part)):
                yield _spell(codes, letters) + _actual(stands_for)
                is_read, codes = False, []
        yield _spell(codes, letters)


def _actual(found: re.Match[bytes]) -> str:
    """The text that stands for the glyphs of a letter that has several."""
    data = bytes.fromhex(found["hex"].decode()) if found["hex"] else _meant(found["text"][1:-1])
    is_wide = data.startswith(codecs.BOM_UTF16_BE)
    return data[2:].decode("utf-16-be") if is_wide else data.decode("latin-1")


def _spell(codes: Sequence[bytes], letters: Letters) -> str:
    """The letters of these codes, which follow each other in one font."""
    meant = _meant(b"".join(codes))
    pairs = struct.unpack(f">{len(meant) // 2}H", meant)
    return "".join([letters.get(code, "") for code in pairs])


def _written(meant: bytes) -> bytes:
    """These bytes as they could stand in a string: with nothing in them that means another byte."""
    return meant.replace(b"\\", rb"\134")


def _meant(written: bytes) -> bytes:
    """What the inside of a string means. Its brackets apart, Python has the same escapes."""
    octal = written.replace(rb"\\", rb"\134").replace(rb"\(", rb"\050").replace(rb"\)", rb"\051")
    return octal.decode("unicode_escape").encode("latin-1")


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
