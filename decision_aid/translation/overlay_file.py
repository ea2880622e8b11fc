"""What a content file has in another language, and what becomes of it by translators' work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from decision_aid.content import DecisionAid
from decision_aid.content.faults import InvalidContent
from decision_aid.content.load import load, read_file
from decision_aid.content.overlay import Overlay, read_overlay
from decision_aid.content.overlay_lines import write_lines
from decision_aid.content.text_places import WrittenText, find_texts
from decision_aid.content.yaml_reader import read_yaml
from decision_aid.paths import overlay_beside
from decision_aid.translation.po_file import Translations
from decision_aid.words import USUAL, words


@dataclass(frozen=True)
class Original:
    """A content file without faults, and its texts."""

    path: Path
    aid: DecisionAid
    texts: dict[str, WrittenText]

    @classmethod
    def at(cls, path: Path) -> Original:
        """The one in that file; raises InvalidContent."""
        aid = load(path)
        return cls(path, aid, find_texts(read_yaml(read_file(path)).data))

    def overlay(self, language: str) -> Overlay:
        """What is there in that language; nothing where there is no file. Raises InvalidContent."""
        path = overlay_beside(self.path, language)
        if not path.exists():
            return Overlay(missing=tuple(self.texts))
        found = read_overlay(read_file(path), self.texts, path.name)
        if found.faults:
            raise InvalidContent(found.faults)
        return found

    def with_work(self, before: Overlay, work: Translations, file: str) -> str:
        """The overlay with what translators gave back; raises InvalidContent with their lines."""
        entries = {place: (one.of, one.text) for place, one in before.entries.items()}
        entries |= {place: one for place, one in work.entries.items() if one[1]}
        known = [place for place in self.texts if place in entries]
        strange = [place for place in entries if place not in self.texts]
        said = {place: entries[place] for place in (*known, *strange)}
        written = write_lines(said)
        lines = list(said)
        faults = read_overlay(written.encode(), self.texts, file).faults
        if faults:
            places = (lines[min(fault.line, len(lines)) - 1] for fault in faults)
            raise InvalidContent(
                replace(fault, line=work.lines.get(place, 1))
                for fault, place in zip(faults, places, strict=True)
            )
        return written


def describe(language: str, original: Original, overlay: Overlay) -> str:
    """How much is there in that language, what is missing and what is stale."""
    ours = words(USUAL).translation
    stale = overlay.stale
    count = {
        "language": language,
        "there": len(overlay.entries) - len(stale),
        "all": len(original.texts),
        "missing": len(overlay.missing),
        "stale": len(stale),
    }
    lines = [ours.count.format(**count)]
    lines += [ours.stale.format(place=place, line=one.line) for place, one in stale.items()]
    lines += [ours.missing.format(place=place) for place in overlay.missing]
    return "".join(f"{line}\n" for line in lines)
