"""A `.po` file as translators' programs have it: written, and read back or refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from decision_aid.content.faults import Fault, InvalidContent, file_fault
from decision_aid.content.overlay import Overlay, kept_as_it_is
from decision_aid.content.text_places import WrittenText, mark_of
from decision_aid.paths import LANGUAGE
from decision_aid.plain_text import decode
from decision_aid.words import USUAL, words

if TYPE_CHECKING:
    import polib

OF_NOTHING = "00000000"
"""The mark of no text: what is fuzzy without having been made of a text that we know."""
_UTF_8 = re.compile(r"charset=utf-?8\b", re.I)


class Translations(NamedTuple):
    """What translators gave back: marks and texts by place, empty where there is none."""

    entries: Mapping[str, tuple[str, str]]
    lines: Mapping[str, int]
    """Where each stands in the file."""


def write_po(
    language: str, project: str, written: Mapping[str, WrittenText], overlay: Overlay
) -> str:
    """All texts with what is there of their translations; stale ones are fuzzy."""
    import polib

    po = polib.POFile(wrapwidth=100)
    po.metadata = {
        "Project-Id-Version": project,
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "; ".join(("text/plain", "charset=UTF-8")),
        "Content-Transfer-Encoding": "8bit",
    }
    by_mark = {one.of: one.text for one in overlay.entries.values()}
    for place, original in written.items():
        here = overlay.entries.get(place)
        text = by_mark.get(mark_of(original.text), "")
        if here and (here.is_current or not text):
            text = here.text
        is_stale = here is not None and text == here.text and not here.is_current
        po.append(_entry(place, original, text, is_stale=is_stale))
    return f"{po}\n"


def _entry(place: str, original: WrittenText, text: str, *, is_stale: bool) -> polib.POEntry:
    import polib

    return polib.POEntry(
        msgctxt=place,
        msgid=original.text,
        msgstr=text,
        comment=_limits(original),
        flags=["fuzzy"] if is_stale else [],
    )


def _limits(original: WrittenText) -> str:
    """What a translator must know of a place."""
    ours = words(USUAL).translation
    kept = kept_as_it_is(original.text)
    said = [ours.role.format(role=original.role)]
    if kept:
        said.append(ours.keep.format(kept=" ".join(kept)))
    if original.filled == "nothing":
        said.append(ours.no_gaps)
    return "\n".join(said)


# --- reading it back ---


def language_of(raw: bytes, file: str) -> str:
    """The language that a `.po` file names; raises InvalidContent where it is none of ours."""
    po = _parsed(raw, file)
    if faults := [*_faults_of_header(po, file), *_faults_of_entries(po, file)]:
        raise InvalidContent(faults)
    return str(po.metadata["Language"])


def read_po(raw: bytes, file: str, before: Overlay) -> Translations:
    """What a `.po` file of ours says; raises InvalidContent where it is none."""
    po = _parsed(raw, file)
    entries, lines = {}, {}
    for one in po:
        if not one.obsolete:
            entries[one.msgctxt or ""] = (_mark(one, before), one.msgstr)
            lines[one.msgctxt or ""] = one.linenum or 1
    return Translations(entries, lines)


def _mark(entry: polib.POEntry, before: Overlay) -> str:
    """The mark of the text that the entry translates; a fuzzy one is of another text."""
    if not entry.fuzzy:
        return mark_of(entry.msgid)
    known = before.stale.get(entry.msgctxt or "")
    return known.of if known else OF_NOTHING


def _parsed(raw: bytes, file: str) -> polib.POFile:
    import polib

    ours = words(USUAL).translation
    try:
        text = decode(raw)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise InvalidContent([_refusal(file, line, ours.not_utf_8)]) from None
    try:
        return polib.pofile(f"{text}\n", check_for_duplicates=False)
    except (OSError, ValueError, LookupError, AttributeError) as error:
        found = re.search(r"line\s(\d+)", str(error))
        line = int(found[1]) if found else 1
        raise InvalidContent([_refusal(file, line, ours.no_po)]) from None


def _faults_of_header(po: polib.POFile, file: str) -> list[Fault]:
    ours = words(USUAL).translation
    faults = []
    if not LANGUAGE.fullmatch(po.metadata.get("Language", "")):
        faults.append(_refusal(file, 1, ours.no_language))
    if not _UTF_8.search(po.metadata.get("Content-Type", "")):
        faults.append(_refusal(file, 1, ours.not_utf_8))
    return faults


def _faults_of_entries(po: polib.POFile, file: str) -> Iterator[Fault]:
    ours = words(USUAL).translation
    before: set[str | None] = set()
    for one in po:
        if one.msgid_plural or one.msgstr_plural:
            yield _refusal(file, one.linenum or 1, ours.plural)
        elif not one.obsolete and one.msgctxt in before:
            yield _refusal(file, one.linenum or 1, ours.twice)
        before.add(one.msgctxt)


def _refusal(file: str, line: int, told: tuple[str, str]) -> Fault:
    return file_fault("translation-loads", file, *told, line)
