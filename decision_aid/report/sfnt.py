"""A font file read as far as choosing letters needs it: its tables, characters and family."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_COLLECTION = b"ttcf"
_FAMILY_NAMES = (16, 1)
"""The numbers of the records that name the family, the one that is to be preferred first."""


def read_tables(data: bytes) -> dict[bytes, bytes]:
    """The tables by their names, of several fonts in a file the first's; raises ValueError."""
    try:
        (start,) = struct.unpack_from(">I", data, 12) if data[:4] == _COLLECTION else (0,)
        if data[start : start + 4] not in _KINDS:
            raise ValueError("this is no font")
        (count,) = struct.unpack_from(">H", data, start + 4)
        places = struct.iter_unpack(">4sIII", data[start + 12 : start + 12 + 16 * count])
        return {tag: data[offset : offset + length] for tag, _, offset, length in places}
    except struct.error as error:
        raise ValueError("a font that ends too early") from error


def read_family(tables: Mapping[bytes, bytes]) -> str:
    """The family's name as Windows and Linux have it; empty where there is none."""
    table = tables.get(b"name", b"")
    if len(table) < 6:
        return ""
    _, count, strings = struct.unpack_from(">HHH", table)
    names: dict[int, str] = {}
    for record in struct.iter_unpack(">HHHHHH", table[6 : 6 + 12 * count]):
        platform, _, _, number, length, offset = record
        if platform == 3 and number in _FAMILY_NAMES:
            text = table[strings + offset : strings + offset + length]
            names.setdefault(number, text.decode("utf-16-be", errors="replace"))
    return next((names[number] for number in _FAMILY_NAMES if number in names), "")


def read_characters(tables: Mapping[bytes, bytes]) -> frozenset[int]:
    """The characters for which the font has a glyph; raises ValueError where that is broken."""
    try:
        return frozenset(_coverage(tables.get(b"cmap", b"")))
    except struct.error as error:
        raise ValueError("a font whose list of characters is broken") from error


def _coverage(cmap: bytes) -> Iterator[int]:
    for platform, encoding, table in _subtables(cmap):
        kind = struct.unpack_from(">H", cmap, table)[0]
        if kind == 12 and (platform, encoding) in ((3, 10), (0, 4), (0, 6)):
            yield from _segmented_coverage(cmap, table)
        elif kind == 4 and (platform, encoding) in ((3, 1), (0, 3)):
            yield from _segment_mapping(cmap, table)


def _subtables(cmap: bytes) -> Iterator[tuple[int, int, int]]:
    if cmap:
        (count,) = struct.unpack_from(">H", cmap, 2)
        yield from struct.iter_unpack(">HHI", cmap[4 : 4 + 8 * count])


def _segmented_coverage(cmap: bytes, table: int) -> Iterator[int]:
    (groups,) = struct.unpack_from(">I", cmap, table + 12)
    for first, last, _ in struct.iter_unpack(">III", cmap[table + 16 : table + 16 + 12 * groups]):
        yield from range(first, min(last, 0x10FFFF) + 1)


def _segment_mapping(cmap: bytes, table: int) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", cmap, table + 6)
    ends, starts = table + 14, table + 16 + twice
    deltas, offsets = starts + twice, starts + 2 * twice
    for at in range(0, twice, 2):
        (last,) = struct.unpack_from(">H", cmap, ends + at)
        (first,) = struct.unpack_from(">H", cmap, starts + at)
        (delta,) = struct.unpack_from(">H", cmap, deltas + at)
        (offset,) = struct.unpack_from(">H", cmap, offsets + at)
        for code in range(first, min(last, 0xFFFE) + 1):
            place = offsets + at + offset + 2 * (code - first)
            glyph = struct.unpack_from(">H", cmap, place)[0] if offset else code
            if (glyph + (0 if offset and not glyph else delta)) & 0xFFFF:
                yield code
