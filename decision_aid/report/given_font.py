"""A font of this machine that is named for letters which the shipped ones do not have."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from decision_aid.report.glyphs import Family
from decision_aid.report.sfnt import read_characters, read_family, read_tables

_COLOURED = frozenset({b"CBDT", b"COLR", b"SVG ", b"sbix"})
_OUTLINES = frozenset({b"glyf", b"CFF ", b"CFF2"})
_MAY_NOT_BE_EMBEDDED = 2
"""So the font itself says it, in four bits of its table `OS/2`."""
_LARGEST = 100 * 2**20


class UnusableFont(Exception):
    """The file cannot be set from; `kind` names the words that say why."""

    def __init__(self, file: Path, kind: str) -> None:
        super().__init__(file, kind)
        self.file = file
        self.kind = kind


class GivenFont(NamedTuple):
    """A font file, and what is in it."""

    file: Path
    family: Family


def read_font(file: Path) -> GivenFont:
    """The font in the file; raises UnusableFont."""
    try:
        if file.is_file() and file.stat().st_size > _LARGEST:
            raise UnusableFont(file, "too_large")
        tables = read_tables(file.read_bytes())
        characters = read_characters(tables)
    except FileNotFoundError:
        raise UnusableFont(file, "missing") from None
    except OSError:
        raise UnusableFont(file, "unreadable") from None
    except ValueError:
        raise UnusableFont(file, "no_font") from None
    if reason := _why_not(tables, characters):
        raise UnusableFont(file, reason)
    return GivenFont(file.absolute(), Family(_name(file, read_family(tables)), characters))


def _why_not(tables: dict[bytes, bytes], characters: frozenset[int]) -> str:
    (rights,) = struct.unpack_from(">H", tables.get(b"OS/2", b"").ljust(10, b"\0"), 8)
    if not _COLOURED.isdisjoint(tables) or _OUTLINES.isdisjoint(tables):
        return "coloured"
    if rights & 0xF == _MAY_NOT_BE_EMBEDDED:
        return "forbidden"
    return "" if characters else "no_font"


def _name(file: Path, name: str) -> str:
    """The family as Typst names it: what Typst does not read is no font for us."""
    import typst

    with folder_with(file) as folder:
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )
        found = list(fonts.families())
    if not found:
        raise UnusableFont(file, "no_font")
    return name if name in found else found[0]


def folder_with(file: Path) -> TemporaryDirectory[str]:
    """A folder with that font alone, for Typst looks for fonts in folders; it goes when closed."""
    folder = TemporaryDirectory(prefix="decision-aid-", ignore_cleanup_errors=True)
    ending = ".ttc" if file.read_bytes()[:4] == b"ttcf" else ".otf"
    shutil.copyfile(file, Path(folder.name) / f"font{ending}")
    return folder
