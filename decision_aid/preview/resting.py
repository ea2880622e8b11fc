"""What a question rests on: its sources with their sentences, and the rows of evidence behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision_aid.check.trace import trace

if TYPE_CHECKING:
    from decision_aid.check.trace import Trace
    from decision_aid.content import DecisionAid, Question

_MARKUP = re.compile(r"\*+|`|<[^>]*>")


@dataclass(frozen=True)
class Support:
    """A source, the sentences that name it, and what its rows of evidence say."""

    source: str
    about: str
    """Its name, and what kind of evidence it is."""
    sentences: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    """Each row with its fact; empty where the file of evidence does not say it."""


def find_support(
    aid: DecisionAid, step: Iterable[Question], evidence: Mapping[str, str]
) -> list[Support]:
    """Each source of the screen, in the order in which its sentences name them."""
    owners = _owners(aid, step)
    by_source: dict[str, list[Trace]] = {}
    for one in trace(aid):
        if one.content_id in owners:
            by_source.setdefault(one.source, []).append(one)
    return [_support(found, evidence) for found in by_source.values()]


def _owners(aid: DecisionAid, step: Iterable[Question]) -> frozenset[str]:
    """The questions of the screen, and what they show of other parts, such as pictures."""
    own = {name for one in step for name in (one.id, one.screen_id)}
    named = (one for one in aid.inventory.references if one.owner in own)
    return frozenset(own | {one.name for one in named if one.kind not in _NOT_SHOWN})


_NOT_SHOWN = ("question", "choice", "source")


def _support(found: list[Trace], evidence: Mapping[str, str]) -> Support:
    first = found[0]
    about = (first.name, first.kind.replace("_", " "))
    sentences = tuple(dict.fromkeys(one.sentence for one in found))
    rows = tuple((row, _plain(evidence.get(row, ""))) for row in first.rows)
    return Support(first.source, ", ".join(about), sentences, rows)


def _plain(markdown: str) -> str:
    return _MARKUP.sub("", markdown)
