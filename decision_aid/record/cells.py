"""The cells of a row as they must be: what is damaged is named by its column, never guessed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from decision_aid.record.faults import RecordsFault
from decision_aid.record.labels import LONGEST

if TYPE_CHECKING:
    from decision_aid.record.database import Row

MOST = 1_000_000_000
"""No counter comes near it, and every database can hold more."""
_LONGEST_NAME = 1_000
_YEARS = range(1900, 3000)
"""When a session can have begun: wide enough for any clock that is wrong."""
_ID = re.compile(r"[0-9a-f]{32}")
_JOINERS = "\u200c\u200d"
_CONTROLS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def read_ascii(cell: object) -> str:
    """A cell of text that this program wrote itself; raises RecordsFault."""
    if isinstance(cell, str) and cell.isascii():
        return cell
    raise RecordsFault("altered")


def read_count(cell: object) -> int:
    """A cell that counts; raises RecordsFault."""
    if _is_count(cell):
        return int(str(cell))
    raise RecordsFault("altered")


def find_damaged(columns: tuple[str, ...], row: Row) -> str | None:
    """The first column of a session's row that cannot be as this program wrote it."""
    cells = zip(columns, row, strict=False)
    return next((name for name, cell in cells if not _FITS[name](cell)), None)


def is_id(cell: object) -> bool:
    """Whether it can be a session's id."""
    return isinstance(cell, str) and bool(_ID.fullmatch(cell))


def is_text(cell: object) -> bool:
    """Whether it is text without anything that a terminal would obey."""
    if not isinstance(cell, str) or not 0 < len(cell) <= _LONGEST_NAME:
        return False
    return (cell.isascii() and cell.isprintable()) or not any(map(_is_control, cell))


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in _CONTROLS and character not in _JOINERS


def _is_label(cell: object) -> bool:
    return is_text(cell) and len(str(cell)) <= LONGEST


def _year_of(cell: object) -> int | None:
    """The year of a moment; None where the cell holds no moment."""
    try:
        return datetime.fromisoformat(cell).year if isinstance(cell, str) else None
    except ValueError:
        return None


def _is_beginning(cell: object) -> bool:
    return _year_of(cell) in _YEARS


def _is_moment(cell: object) -> bool:
    """An answer given elsewhere can bear any moment."""
    return _year_of(cell) is not None


def _is_count(cell: object) -> bool:
    return isinstance(cell, int) and not isinstance(cell, bool) and 0 <= cell <= MOST


def _is_seal(cell: object) -> bool:
    return isinstance(cell, str) and cell.isascii()


_FITS: Mapping[str, Callable[[object], bool]] = MappingProxyType(
    {
        "id": is_id,
        "label": _is_label,
        "content": is_text,
        "version": is_text,
        "hash": is_text,
        "begun": _is_beginning,
        "last": _is_moment,
        "answered": _is_count,
        "seal": _is_seal,
        "counter": _is_count,
    }
)
