"""A font that is named is used, or it is said kindly why it cannot be."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from decision_aid.report.given_font import UnusableFont, read_font
from decision_aid.report.glyphs import fonts
from decision_aid.report.sfnt import read_tables
from decision_aid.words import USUAL, words
from tests.font_files import font_drawing, save_font, with_table

GOOD = font_drawing("漢字")
RIGHTS = read_tables(GOOD)[b"OS/2"]

DAMAGED = {
    "empty": (b"", "no_font"),
    "text": (b"This is no font.\n" * 50, "no_font"),
    "a packed font": ((fonts() / "DejaVuSans-subset.woff2").read_bytes(), "no_font"),
    "cut in its list of tables": (GOOD[:100], "no_font"),
    "cut in half": (GOOD[: len(GOOD) // 2], "no_font"),
    "a broken list of characters": (with_table(b"cmap", b"\0\0\0\1\0", GOOD), "no_font"),
    "no characters": (font_drawing(""), "no_font"),
    "no head": (with_table(b"head", None, GOOD), "no_font"),
    "no outlines": (with_table(b"glyf", None, GOOD), "coloured"),
    "coloured letters": (with_table(b"COLR", b"\0" * 14, GOOD), "coloured"),
    "not to be embedded": (
        with_table(b"OS/2", RIGHTS[:8] + struct.pack(">H", 2) + RIGHTS[10:], GOOD), "forbidden",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), DAMAGED.values(), ids=DAMAGED)
def test_a_file_that_is_no_usable_font_is_refused_with_a_reason(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    file = tmp_path / "font.ttf"
    file.write_bytes(data)
    with pytest.raises(UnusableFont) as caught:
        read_font(file)
    assert caught.value.kind == reason
    said = words(USUAL).unusable(caught.value)
    assert str(file) in said and "Do this: name another font file" in said


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    for file, reason in ((tmp_path / "none.ttf", "missing"), (tmp_path, "unreadable")):
        with pytest.raises(UnusableFont) as caught:
            read_font(file)
        assert caught.value.kind == reason


def test_a_font_is_known_by_its_own_name_whatever_its_file_is_called(tmp_path: Path) -> None:
    file = save_font(tmp_path, "漢字", "Fine Script")
    font = read_font(file.rename(tmp_path / "a.bin"))
    assert font.family.name == "Fine Script"
    assert font.family.characters == frozenset(map(ord, "漢字"))


def test_of_several_fonts_in_one_file_the_first_is_taken(tmp_path: Path) -> None:
    collection = struct.pack(">4sIII", b"ttcf", 0x10000, 1, 16) + _moved(GOOD, 16)
    file = tmp_path / "many.ttc"
    file.write_bytes(collection)
    assert read_font(file).family.characters == frozenset(map(ord, "漢字"))


def _moved(font: bytes, by: int) -> bytes:
    """The font with the places of its tables counted from further ahead."""
    (count,) = struct.unpack_from(">H", font, 4)
    records = struct.iter_unpack(">4sIII", font[12 : 12 + 16 * count])
    moved = b"".join(
        struct.pack(">4sIII", tag, sums, at + by, size) for tag, sums, at, size in records
    )
    return font[:12] + moved + font[12 + 16 * count :]
