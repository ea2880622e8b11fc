"""An overlay that `translate import` wrote, read line by line: several times as fast as YAML.

A line holds one text: `title: {of: "3f9a12c4", text: "…"}`. It means in YAML what it means here; a
file in which one line is written otherwise is left to the YAML reader, with all that it refuses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from decision_aid.content.yaml_reader import MAX_BYTES, Document, KeyPath

# Letters and signs that nothing has to be looked up for: neither unseen nor harmful.
_PLAIN = r"\x20\x21\x23-\x5b\x5d-\x7e\xa0-\xac\xae-\u034e\u0370-\u05ff\u2010-\u2027\u2030-\u205e"
_LINE = re.compile(
    r"^([A-Za-z][\w.-]*(?: [\w.-]+)*): "
    rf'\{{of: "([0-9a-f]{{8}})", text: "((?=[^"\w]*\w)[{_PLAIN}]*(?:\\["\\n][{_PLAIN}]*)*)"\}}$',
    re.MULTILINE,
)


def write_lines(entries: Mapping[str, tuple[str, str]]) -> str:
    """The overlay that holds these marks and texts, by place."""
    return "".join(
        f"{_key(place)}: {{of: {_quoted(of)}, text: {_quoted(text)}}}\n"
        for place, (of, text) in entries.items()
    )


def _key(place: str) -> str:
    return place if re.fullmatch(r"[A-Za-z][\w.-]*(?: [\w.-]+)*", place) else _quoted(place)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def read_lines(raw: bytes) -> Document | None:
    """The document in these bytes; None where a line is written otherwise."""
    if len(raw) > MAX_BYTES:
        return None
    try:
        lines = raw.decode().replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None
    data: dict[str, dict[str, str]] = {}
    for place, of, written in _LINE.findall(lines):
        text = json.loads(f'"{written}"') if "\\" in written else written
        data[place] = {"of": of, "text": text}
    numbers = [number for number, line in enumerate(lines.split("\n"), 1) if line]
    if not data or len(numbers) != len(
        data
    ):  # a line is written otherwise, or a place stands twice
        return None
    places: dict[KeyPath, int] = {(place,): n for place, n in zip(data, numbers, strict=True)}
    return Document(data, places)
