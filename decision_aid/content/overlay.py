"""`questions.fr.yaml`: the texts of a content file in another language, laid over the first.

It holds words and nothing else, so that a condition, a source or a number can't differ. What is
missing in it, or was made of an English text that has changed since, is shown in English.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from decision_aid.content.faults import Fault, file_fault
from decision_aid.content.laid_over import LaidOver
from decision_aid.content.overlay_lines import read_lines
from decision_aid.content.text_places import WrittenText, find_texts, mark_of
from decision_aid.content.yaml_reader import MAX_FAULTS, Document, read_yaml
from decision_aid.paths import overlay_beside

_HELD = re.compile(
    # Where one may begin is told by a set without classes of signs, which is found twice as fast.
    r"[0-9{}\[\x00\u0660-\u1fff\u3000-\U0001fbff](?<=[\d{}\[\x00])"
    r"(?:(?<=\{)[^{}\x00]*\}|(?<=\[)[a-z0-9][a-z0-9, -]*\]|(?<=\d)[\d.,\xa0\u202f]*\d)?"
)
"""What a translation has to hold too: numbers, gaps and source marks; and what parts two texts."""
_PARTS, _SIGNS = "\x00", "\x01"
"""Stand in no text that can be printed."""
_KEYS = {"of", "text"}
_MARK = re.compile("[0-9a-f]{8}")
_SHAPE = 'Write `{of: "3f9a12c4", text: "…"}`.'
_WRITE = 'Write it with decision-aid translate, or as `title: {of: "3f9a12c4", text: "…"}`.'
_NO_PLACE = "Mend the place, or take the entry out."
_IN_LINE = "Bring it in line with the original."
_NO_CONDITION = "Take `when` out: the first file alone says for whom a text is."
_THOUSANDS = re.compile(r"[.,\xa0\u202f](?=\d{3}(?!\d))")
_SEPARATORS = re.compile(r"[.,\xa0\u202f]")


class Entry(NamedTuple):
    """One text in another language."""

    text: str
    of: str
    """The mark of the text that it was made of."""
    is_current: bool
    """Whether that text is still what it was."""
    line: int


@dataclass(frozen=True)
class Overlay:
    """What a file says in another language of the texts that there are, by place."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    """The places of which it says nothing, or nothing that fits."""
    faults: tuple[Fault, ...] = ()

    @property
    def stale(self) -> dict[str, Entry]:
        """Those whose original has changed since."""
        return {place: one for place, one in self.entries.items() if not one.is_current}


def read_overlay(raw: bytes, written: Mapping[str, WrittenText], file: str) -> Overlay:
    """What the bytes of that file say of the texts that are written; its faults stand in it."""
    document = read_lines(raw) or read_yaml(raw)
    faults = [*_faults_of_reading(document, file)]
    readable = _readable(document)
    right = _find_right(readable, written)
    entries: dict[str, Entry] = {}
    for place, entry in readable.items():
        line = document.lines.get((place,), 1)
        if place in right:
            entries[place] = Entry(entry["text"], entry["of"], True, line)
            continue
        original = written.get(place)
        mark = mark_of(original.text) if original else ""
        wrong = [*_find_wrong(place, entry, original, mark)]
        faults += (_fault(file, line, message, mend) for message, mend in wrong)
        if not wrong:
            entries[place] = Entry(entry["text"], entry["of"], entry["of"] == mark, line)
    missing = tuple(place for place in written if place not in entries)
    return Overlay(entries, missing, tuple(faults[:MAX_FAULTS]))


def _readable(document: Document) -> Mapping[str, Any]:
    """The entries that could be read, each by its place; what is refused already is not heard."""
    if document.broken or not isinstance(document.data, dict) or _is_content(document):
        return {}
    refused = {place[0] for place, _ in (*document.blank, *document.harmful)}
    return {place: entry for place, entry in document.data.items() if place not in refused}


def _find_right(entries: Mapping[str, Any], written: Mapping[str, WrittenText]) -> set[str]:
    """The places of those that hold all that their text holds, in its order, as most do."""
    pairs = {
        place: (original.text, entry["text"])
        for place, entry in entries.items()
        if (original := written.get(place)) and _is_made_of(entry, original.text)
    }
    held, holds = (_held_by_each(pair[n] for pair in pairs.values()) for n in (0, 1))
    if not len(held) == len(holds) == len(pairs):
        return set()
    each = zip(pairs, held, holds, strict=True)
    return {place for place, before, after in each if before == after}


def _is_made_of(entry: Any, text: str) -> bool:
    if not isinstance(entry, dict) or entry.keys() != _KEYS or entry["of"] != mark_of(text):
        return False
    return isinstance(entry["text"], str)


def _held_by_each(texts: Iterable[str]) -> list[str]:
    """What each of them holds; all are looked through at once, since that is sooner done."""
    return _SIGNS.join(_HELD.findall(_PARTS.join(texts))).split(_PARTS)


def _find_wrong(
    place: str, entry: Any, original: WrittenText | None, mark: str
) -> Iterator[tuple[str, str]]:
    """What is wrong with the entry, each with what to do."""
    if original is None:
        yield f"the content has no text at {place!r}", _NO_PLACE
    elif wrong := _wrong_shape(entry):
        yield f"{place}: {wrong[0]}", wrong[1]
    elif entry["of"] == mark:
        for what in find_changes(original.text, entry["text"]):
            yield f"{place}: {what}", _IN_LINE


def lay_over(
    data: dict[str, Any], content: Path, language: str, read: Callable[[Path], bytes]
) -> tuple[LaidOver, tuple[Fault, ...]]:
    """Put the texts of that language into the data of a content file, as far as they fit.

    Returned are what stays in the language of that file, and the faults of the overlay.
    """
    path = overlay_beside(content, language)
    written = find_texts(data)
    overlay = read_overlay(read(path), written, path.name)
    left, kept, quotations, first_words = [], [], {}, {}
    for place, original in written.items():
        entry = overlay.entries.get(place)
        if entry is None or not entry.is_current:
            left.append(original.text)
        elif original.is_quoted:
            quotations[original.text] = entry.text
        else:
            original.replace(entry.text)
            first_words[entry.text] = original.text
        if entry is not None and entry.text == original.text and original.role == "source":
            kept.append(original.text)
    first, data["language"] = str(data.get("language", "")), language
    return LaidOver(first, tuple(left), tuple(kept), quotations, first_words), overlay.faults


def _faults_of_reading(document: Document, file: str) -> Iterator[Fault]:
    """What the reader refuses, and what is no overlay at all."""
    yield from (replace(fault, file=file) for fault in document.faults)
    for place, line in document.blank if document.data else ():
        yield _fault(file, line, f"{place[0]}: a value is empty", "Write it, or take it out.")
    for place, line in document.harmful:
        message = f"{place[0]}: it holds a sign that cannot be printed"
        yield _fault(file, line, message, "Take it out.")
    if _is_content(document):
        yield _fault(file, 1, "it is a whole content file, and no translation", _WRITE)
    elif document.data is not None and not isinstance(document.data, dict):
        yield _fault(file, 1, "it holds no places with texts", _WRITE)


def _is_content(document: Document) -> bool:
    return isinstance(document.data, dict) and {"id", "sections"} <= document.data.keys()


def _wrong_shape(entry: Any) -> tuple[str, str] | None:
    """What is wrong with an entry that is not two texts, and what to do."""
    if not isinstance(entry, dict):
        return "the entry is no mapping", _SHAPE
    if "when" in entry:
        return "a translation has no condition", _NO_CONDITION
    if entry.keys() != _KEYS:
        (name, *_) = sorted(entry.keys() ^ _KEYS)
        return f"{name!r} {'is not known here' if name in entry else 'is missing'}", _SHAPE
    if not isinstance(entry["text"], str):
        return "'text' is no text", "Put it in quotes."
    if not isinstance(entry["of"], str) or not _MARK.fullmatch(entry["of"]):
        return "'of' is not 8 digits of a hash", 'Put them in quotes: `of: "3f9a12c4"`.'
    return None


def _fault(file: str, line: int, message: str, mend: str) -> Fault:
    return file_fault("translation-loads", file, message, mend, line)


# --- what has to stay as it is ---


def find_changes(original: str, text: str) -> list[str]:
    """What a translation has besides other words, in words."""
    held, holds = _HELD.findall(original), _HELD.findall(text)
    return [] if held == holds else [*_changes(held, holds)]


def _changes(held: list[str], holds: list[str]) -> Iterator[str]:
    for what, of in (("number", _numbers), ("placeholder", _gaps), ("source mark", _marks)):
        was, now = of(held), of(holds)
        lost, new = _without(was, now), _without(now, was)
        if lost:
            yield f"the {what} {lost[0]} is missing"
        if new:
            yield f"the {what} {new[0]} is not in the original"


def kept_as_it_is(text: str) -> list[str]:
    """The numbers, placeholders and source marks that a translation has too."""
    return list(dict.fromkeys(_HELD.findall(text)))


def _without(some: list[str], others: list[str]) -> list[str]:
    return list((Counter(some) - Counter(others)).elements())


def _numbers(held: list[str]) -> list[str]:
    """Numbers, in whatever way their language writes them."""
    plain = (_THOUSANDS.sub("", one) for one in held if one[0].isdigit())
    return [_SEPARATORS.sub(".", one) for one in plain]


def _gaps(held: list[str]) -> list[str]:
    return [one for one in held if one[0] in "{}"]


def _marks(held: list[str]) -> list[str]:
    names = (one.strip("[]").split(",") for one in held if one[:2] > "[" and one[0] == "[")
    return [f"[{name.strip()}]" for group in names for name in group]
