"""The rows of `docs/evidence.md` beside a content file, by their ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from decision_aid.plain_text import decode_leniently

_ROW = re.compile(r"\|\s*(?:<a id=\"[^\"]*\"></a>)?\s*(?:\*\*)?([A-Z][\w-]*\d\w*)")
_BAR = re.compile(r"(?<!\\)\|")


def evidence_beside(folder: Path) -> Path:
    """Where the evidence of the content in that folder lies."""
    return folder / "docs" / "evidence.md"


def read_evidence(path: Path) -> dict[str, str]:
    """Each row of that file with what the column beside it says; none where it cannot be read."""
    try:
        text = decode_leniently(path.read_bytes())
    except OSError:
        return {}
    rows: dict[str, str] = {}
    for name, fact in _rows(text.splitlines()):
        rows.setdefault(name, fact)
    return rows


def _rows(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if match := _ROW.match(line):
            _, *cells = _BAR.split(line[match.end() :])
            yield match[1], cells[0].strip() if cells else ""
