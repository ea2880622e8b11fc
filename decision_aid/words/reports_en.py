"""What a report says of itself in English: its own headings, foot and labels."""

from __future__ import annotations

from typing import Final

EN: Final[dict[str, str]] = {
    "document": "Decision aid summary",
    "fill_in": "To fill in by hand",
    "pictures": "The same in pictures",
    "counted": "{count} of {of}",
    "contacts": "Somebody to call",
    "sources": "Sources",
    "read": "Read {day}.",
    "evidence": "Evidence read {day}.",
    "sources_at_end": "Sources: at the end.",
    "sources_page": "Sources: page {page}.",
    "version": "Version {version}, {hash}.",
    "page": "Page {page} of {pages}.",
    "note": "Please note",
    "unprinted": "Some characters could not be printed. The sign \ufffd stands in their place.",
}
