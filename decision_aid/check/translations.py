"""The translations that lie beside a content file, and where in one of them a text stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from decision_aid.content.load import read_file
from decision_aid.content.locations import without_marks
from decision_aid.content.overlay import Overlay, read_overlay
from decision_aid.content.text_places import find_texts
from decision_aid.content.yaml_reader import read_yaml
from decision_aid.paths import overlay_beside, overlays_beside

if TYPE_CHECKING:
    from pathlib import Path

    from decision_aid.content.faults import Fault


@dataclass(frozen=True)
class Translation:
    """A translation of a content file as it stands in its own file."""

    original: Path
    language: str

    @property
    def path(self) -> Path:
        """Its file."""
        return overlay_beside(self.original, self.language)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The places of all that can be translated."""
        return tuple(self._both[0])

    @property
    def overlay(self) -> Overlay:
        """What it says of them."""
        return self._both[1]

    @cached_property
    def _both(self) -> tuple[tuple[str, ...], Overlay]:
        written = find_texts(read_yaml(read_file(self.original)).data)
        return tuple(written), read_overlay(read_file(self.path), written, self.path.name)

    def locate(self, fault: Fault) -> Fault:
        """The fault with its line and place in the translation; one with a file keeps its own."""
        if fault.file:
            return fault
        place = self._place_of(fault)
        entry = self.overlay.entries.get(place)
        line = entry.line if entry else 1
        return replace(fault, file=self.path.name, line=line, place=place or fault.owner)

    def _place_of(self, fault: Fault) -> str:
        """The place of the fault's words, if it has any: below its owner sooner than elsewhere.

        A question is meant sooner than a part of the same name, and that sooner than a choice.
        """
        wanted = without_marks(fault.text)
        holding = [place for place, text in self._texts.items() if wanted in text]
        below = [place for place in holding if f".{fault.owner}." in f".{place}."]
        asked = [place for place in below if f".items.{fault.owner}." in f".{place}."]
        near = sorted(below, key=lambda place: f".{place}.".index(f".{fault.owner}."))
        return next(iter((*asked, *near, *(holding if fault.text else ()))), "")

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {place: without_marks(one.text) for place, one in self.overlay.entries.items()}


def find_translations(original: Path) -> Iterator[Translation]:
    """Each `questions.<language>.yaml` beside the content file."""
    for language in overlays_beside(original):
        yield Translation(original, language)
