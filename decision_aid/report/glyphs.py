"""Which letters the fonts can print: a letter is set whole in one font, marks and all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from decision_aid import paths
from decision_aid.plain_text import REPLACEMENT
from decision_aid.report.clusters import INVISIBLE, JOINERS, split_clusters
from decision_aid.report.sfnt import read_characters, read_family, read_tables

if TYPE_CHECKING:
    from pathlib import Path

_WHITE = frozenset(map(ord, "\n "))


class Family(NamedTuple):
    """A family of fonts, and the characters that it has in each of its weights."""

    name: str
    characters: frozenset[int]


class Letter(NamedTuple):
    """A letter as it is printed, and which family must be named for it.

    That is its place among the families, or 0 where Typst finds the right one by itself.
    """

    text: str
    family: int = 0


def fonts() -> Path:
    """The folder of the fonts that are shipped."""
    return paths.reports() / "fonts"


@cache
def shipped() -> tuple[Family, ...]:
    """The families that are shipped, in the order in which they are asked for a letter."""
    return tuple(map(_read_family, _files()))


@cache
def shipped_names() -> tuple[str, ...]:
    """The names of those families, read without their letters."""
    return tuple(read_family(read_tables(files[0].read_bytes())) for files in _files())


@cache
def _simple() -> frozenset[int]:
    """The characters of the first family that are letters by themselves: nearly all there are."""
    marks = set(range(0x300, 0x370))
    return (_WHITE | _read_family(_files()[0]).characters) - marks - INVISIBLE


def _files() -> tuple[tuple[Path, ...], ...]:
    """The files of each family, which share what stands before the dash in their names."""
    files = sorted(fonts().glob("*.ttf"))
    return tuple(tuple(group) for _, group in groupby(files, _name_of_family))


def _name_of_family(file: Path) -> str:
    return file.stem.partition("-")[0]


@cache
def _read_family(files: tuple[Path, ...]) -> Family:
    every = [read_tables(file.read_bytes()) for file in files]
    held = [read_characters(tables) for tables in every]
    return Family(read_family(every[0]), held[0].intersection(*held[1:]))


@cache
def printable() -> frozenset[int]:
    """The characters that a shipped family has."""
    return _WHITE.union(*(family.characters for family in shipped()))


def is_simple(text: str) -> bool:
    """Whether each character is a letter of the first family, which then needs no choice."""
    return text.isascii() or _simple().issuperset(map(ord, text))


def split_letters(text: str, more: Family | None = None) -> Iterator[Letter]:
    """The letters as they can be printed, `more` being a family that this machine has besides.

    What no family holds whole is replaced.
    """
    families = _ask_in_turn(more)
    return (_choose(cluster, families) for cluster in split_clusters(text))


def find_unprintable(text: str, more: Family | None = None) -> tuple[str, ...]:
    """The letters that no family holds, each once."""
    if is_simple(text):
        return ()
    families = _ask_in_turn(more)
    letters = dict.fromkeys(split_clusters(text))
    return tuple(one for one in letters if REPLACEMENT in _choose(one, families).text != one)


def _ask_in_turn(more: Family | None) -> Sequence[Family]:
    return (*shipped(), more) if more else shipped()


def _choose(cluster: str, families: Sequence[Family]) -> Letter:
    seen = frozenset(map(ord, cluster)) - INVISIBLE
    if not seen or seen <= _WHITE:
        return Letter(cluster if seen else "")
    for place, family in enumerate(families):
        if seen <= family.characters:
            text = _without_invisible(cluster, keeps_joiners=place > 0)
            is_last_resort = place >= len(shipped())
            is_tempting = any(_would_draw(cluster, one) for one in families[:place])
            return Letter(text, place if is_last_resort or is_tempting else 0)
    return Letter(REPLACEMENT)


def _would_draw(cluster: str, family: Family) -> bool:
    """Whether it has a part of the letter: of two fonts, only marks would be left of it.

    Where it has the parts of a letter but not the whole, the text behind them is wrong: each part
    stands for all of the letter (Typst's issue 8767).
    """
    parts = map(ord, (*cluster, unicodedata.normalize("NFD", cluster)[0]))
    return not family.characters.isdisjoint(parts)


def _without_invisible(cluster: str, *, keeps_joiners: bool) -> str:
    """Joiners stay in the scripts whose letters they part or join: none of them is Latin."""
    keeps = JOINERS if keeps_joiners else ""
    return "".join(one for one in cluster if ord(one) not in INVISIBLE or one in keeps)
