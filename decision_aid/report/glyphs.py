"""Which characters the shipped fonts can print, read from the fonts themselves."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from decision_aid import paths
from decision_aid.plain_text import REPLACEMENT

_WHITE = frozenset(map(ord, "\n "))


def fonts() -> Path:
    """The folder of the fonts; there are no others in a report."""
    return paths.reports() / "fonts"


@cache
def printable() -> frozenset[int]:
    """The characters that a family has in each of its weights."""
    families: dict[str, set[int]] = {}
    for font in sorted(fonts().glob("*.ttf")):
        family, drawn = font.name.partition("-")[0].removesuffix(".ttf"), set(_read_coverage(font))
        families[family] = families.get(family, drawn) & drawn
    return _WHITE.union(*families.values())


def replace_unprintable(text: str) -> str:
    """The text with each character that no font has replaced."""
    known = printable()
    if text.isascii() or known.issuperset(map(ord, text)):
        return text
    return "".join(c if ord(c) in known else REPLACEMENT for c in text)


def _read_coverage(font: Path) -> Iterator[int]:
    """The characters for which the font's `cmap` table names a glyph."""
    data = font.read_bytes()
    for platform, encoding, table in _subtables(data, _table(data, b"cmap")):
        kind = struct.unpack_from(">H", data, table)[0]
        if (platform, encoding, kind) == (3, 10, 12):
            yield from _segmented_coverage(data, table)
        elif (platform, encoding, kind) == (3, 1, 4):
            yield from _segment_mapping(data, table)


def _table(data: bytes, name: bytes) -> int:
    (tables,) = struct.unpack_from(">H", data, 4)
    for at in range(12, 12 + 16 * tables, 16):
        tag, _, offset = struct.unpack_from(">4sII", data, at)
        if tag == name:
            return int(offset)
    raise ValueError(f"a font without {name!r}")


def _subtables(data: bytes, cmap: int) -> Iterator[tuple[int, int, int]]:
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for platform, encoding, offset in struct.iter_unpack(
        ">HHI", data[cmap + 4 : cmap + 4 + 8 * count]
    ):
        yield platform, encoding, cmap + offset


def _segmented_coverage(data: bytes, table: int) -> Iterator[int]:
    (groups,) = struct.unpack_from(">I", data, table + 12)
    for first, last, _ in struct.iter_unpack(">III", data[table + 16 : table + 16 + 12 * groups]):
        yield from range(first, last + 1)


def _segment_mapping(data: bytes, table: int) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", data, table + 6)
    ends, starts = table + 14, table + 16 + twice
    deltas, offsets = starts + twice, starts + 2 * twice
    for at in range(0, twice, 2):
        (last,) = struct.unpack_from(">H", data, ends + at)
        (first,) = struct.unpack_from(">H", data, starts + at)
        (delta,) = struct.unpack_from(">H", data, deltas + at)
        (offset,) = struct.unpack_from(">H", data, offsets + at)
        for code in range(first, min(last, 0xFFFE) + 1):
            place = offsets + at + offset + 2 * (code - first)
            glyph = struct.unpack_from(">H", data, place)[0] if offset else code
            if (glyph + (0 if offset and not glyph else delta)) & 0xFFFF:
                yield code
