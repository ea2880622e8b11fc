"""Small font files made for a test: a shipped font whose letters answer to other characters."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

from decision_aid.report.glyphs import fonts
from decision_aid.report.sfnt import read_tables

SHIPPED = "DejaVuSans.ttf"


def font_drawing(characters: str, family: str = "Test Script") -> bytes:
    """A font that has just those characters, each drawn as a letter of the Latin alphabet."""
    tables = read_tables((fonts() / SHIPPED).read_bytes())
    first = 36 + 32  # the glyph of `a` in DejaVu Sans
    glyphs = {ord(one): first + at % 26 for at, one in enumerate(characters)}
    return _join({**tables, b"cmap": _cmap(glyphs), b"name": _name(family)})


def with_table(name: bytes, data: bytes | None, of: bytes) -> bytes:
    """The font with one table that is otherwise, or without it."""
    tables = read_tables(of)
    tables.pop(name, None)
    return _join(tables if data is None else {**tables, name: data})


def save_font(folder: Path, characters: str, family: str = "Test Script") -> Path:
    path = folder / "script.ttf"
    path.write_bytes(font_drawing(characters, family))
    return path


def _cmap(glyphs: Mapping[int, int]) -> bytes:
    groups = b"".join(struct.pack(">III", code, code, glyphs[code]) for code in sorted(glyphs))
    table = struct.pack(">HHIII", 12, 0, 16 + len(groups), 0, len(glyphs)) + groups
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + table


def _name(family: str) -> bytes:
    texts = {1: family, 2: "Regular", 4: family, 6: family.replace(" ", "")}
    strings, records = b"", b""
    for number, text in texts.items():
        said = text.encode("utf-16-be")
        records += struct.pack(">HHHHHH", 3, 1, 0x409, number, len(said), len(strings))
        strings += said
    return struct.pack(">HHH", 0, len(texts), 6 + len(records)) + records + strings


def _join(tables: Mapping[bytes, bytes]) -> bytes:
    head = struct.pack(">4sHHHH", b"\x00\x01\x00\x00", len(tables), 0, 0, 0)
    offset, places, bodies = 12 + 16 * len(tables), b"", b""
    for tag in sorted(tables):
        body = tables[tag]
        padded = body.ljust(-(-len(body) // 4) * 4, b"\0")
        places += struct.pack(">4sIII", tag, 0, offset + len(bodies), len(body))
        bodies += padded
    return head + places + bodies
