"""Which languages a content can be read in, which one is taken, and the aid in each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from decision_aid.paths import overlays_beside
from decision_aid.words import speaks

if TYPE_CHECKING:
    from pathlib import Path

    from decision_aid.content import DecisionAid

_NAMED = re.compile(rb"""^["']?language["']?:[ ]*["']?([a-z]{2,3}(?:-[A-Z]{2})?)\b""", re.M)
_AT_THE_TOP = 65_536
"""Bytes of a content file in which its language is looked for, before it is read in earnest."""
_LOCALE = re.compile(r"([a-z]{2,3})(?:_([A-Z]{2}))?(?:[.@].*)?")
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def find_languages(content: Path) -> tuple[str, ...]:
    """The languages that both that content and the engine have, the content's own first.

    Its own is empty where it is not seen at a glance.
    """
    own = _own_language(content)
    others = (one for one in overlays_beside(content) if speaks(one) and one != own)
    return (own, *others) if own else ("",)


def _own_language(content: Path) -> str:
    try:
        with content.open("rb") as file:
            found = _NAMED.search(file.read(_AT_THE_TOP))
    except OSError:  # whoever loads it says so
        return ""
    return found[1].decode() if found else ""


def language_of_system(environment: Mapping[str, str]) -> str:
    """The language that the system is set to, such as `fr-CA`; empty where it is set to none."""
    said = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    found = _LOCALE.fullmatch(said)
    return "-".join(filter(None, found.groups())) if found else ""


def choose_language(there: Sequence[str], *wishes: str) -> str:
    """The first wish that can be met, in whatever country's way; else the first that is there."""
    for wish in wishes:
        base = wish.partition("-")[0]
        alike = (one for one in there if base and one.partition("-")[0] == base)
        met = wish if wish in there else base if base in there else next(alike, "")
        if met:
            return met
    return there[0]


class OtherContent(Exception):
    """The file says other things than when the visit began."""


class Languages:
    """The same aid in each language, loaded when it is first wanted, or before."""

    def __init__(self, codes: Sequence[str], load: Callable[[str], DecisionAid]) -> None:
        self.codes = tuple(codes)
        self._load = load
        self._aids: dict[str, DecisionAid] = {}
        self._loading = Lock()

    @property
    def are_several(self) -> bool:
        """Whether there is a choice."""
        return len(self.codes) > 1

    def others(self, code: str) -> tuple[str, ...]:
        """All but that one, beginning with the one after it."""
        at = self.codes.index(code) if code in self.codes else 0
        return (*self.codes[at + 1 :], *self.codes[:at])

    def is_loaded(self, code: str) -> bool:
        """Whether nobody has to wait for it."""
        return code in self._aids

    def take(self, code: str) -> DecisionAid:
        """The aid in that language; raises OtherContent where the file has changed meanwhile."""
        if code not in self._aids:
            with self._loading:  # of two who want it at once, the second finds it there
                self._aids[code] = self._aids.get(code) or self._same(self._load(code))
        return self._aids[code]

    def _same(self, aid: DecisionAid) -> DecisionAid:
        if any(one.content_hash != aid.content_hash for one in self._aids.values()):
            raise OtherContent
        return aid

    def load_all(self) -> None:
        """Load those that are not there yet."""
        for code in self.codes if self.are_several else ():
            try:
                self.take(code)
            except (OtherContent, ValueError):  # it is told to whoever chooses it
                return
