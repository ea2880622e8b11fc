"""Where in its file a part of an aid stands: its line, and the place in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any

from decision_aid.content.faults import Fault
from decision_aid.content.text import MARK
from decision_aid.content.yaml_reader import Document, KeyPath


def part_at(place: KeyPath, document: Document) -> Any:
    """What stands there; None below a key that was refused."""
    here: Any = document.data
    for part in place:
        here = _inside(here, part)
    return here


def _inside(here: Any, part: str | int) -> Any:
    try:
        return here[part]
    except (KeyError, IndexError, TypeError):
        return None


def line_of(place: KeyPath, document: Document) -> int:
    """The line of the place, or of the nearest part around it."""
    while place and place not in document.lines:
        place = place[:-1]
    return document.lines.get(place, 1)


_SINGULAR = {"items": "question", "cells": "cell", "phrases": "phrase", "words": "word"}


def in_words(place: KeyPath, document: Document) -> str:
    """The place in words: `section risks, question known, choices 2`."""
    words: list[str] = []
    here: Any = document.data
    for part in place:
        before, here = here, _inside(here, part)
        if isinstance(part, int) and words:
            name = here.get("id") if isinstance(here, dict) else None
            kind = _SINGULAR.get(words[-1], words[-1].removesuffix("s"))
            words[-1] = f"{kind} {name}" if isinstance(name, str) else f"{words[-1]} {part + 1}"
        elif isinstance(before, dict):
            words.append(str(part))
    return ", ".join(words)


class Locations:
    """Where in the file the parts of an aid stand, by their ids and by their words."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._order = list(document.lines)

    def locate(self, fault: Fault, file: str) -> Fault:
        """The fault with its line and place in that file; one that has a file keeps its own."""
        if fault.file:
            return fault
        line, place = self.where(fault.owner, fault.text)
        return replace(fault, file=file, line=line, place=place)

    def where(self, owner: str, text: str = "") -> tuple[int, str]:
        """The line and the place in words: of that text of the owner, or of the owner itself."""
        candidates = self._owners.get(owner, [])
        place = next((p for p in (self._text(c, text) for c in candidates) if p), None)
        if place is None:
            place = candidates[0] if candidates else ()
        return line_of(place, self.document), in_words(place, self.document)

    @cached_property
    def _owners(self) -> dict[str, list[KeyPath]]:
        """Every id with its places: parts first, then choices, then keys of that name."""
        found: tuple[dict[str, list[KeyPath]], ...] = ({}, {}, {})
        for place in self._order:
            for rank, name in self._names(place):
                found[rank].setdefault(name, []).append(place)
        names = dict.fromkeys(name for ranked in found for name in ranked)
        return {name: [p for ranked in found for p in ranked.get(name, ())] for name in names}

    def _names(self, place: KeyPath) -> Iterator[tuple[int, str]]:
        here = part_at(place, self.document)
        name = (here.get("id") or here.get("word")) if isinstance(here, dict) else None
        if isinstance(name, str):
            picked = "choices" in place or "answers" in place
            yield (1 if picked else 0), name
            if place[-4:-3] == place[-2:-1] == ("items",):
                checklist = part_at(place[:-2], self.document)
                yield 0, f"{checklist.get('id')}.{name}"
        if place and isinstance(place[-1], str):
            yield (2 if len(place) > 1 and place[-2:-1] != ("phrases",) else 0), place[-1]

    def _text(self, owner: KeyPath, text: str) -> KeyPath | None:
        """The place below the owner whose words hold the text."""
        wanted = without_marks(text)
        if not wanted:
            return None
        for place in self._order[self._index[owner] :]:
            if place[: len(owner)] != owner:
                return None
            here = part_at(place, self.document)
            if isinstance(here, str) and wanted in without_marks(here):
                return place
        return None

    @cached_property
    def _index(self) -> dict[KeyPath, int]:
        return {place: number for number, place in enumerate(self._order)}


def without_marks(text: str) -> str:
    """The words of a text as it is written, without its source marks."""
    return " ".join(MARK.sub("", text).split())
