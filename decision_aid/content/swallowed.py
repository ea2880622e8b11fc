"""Finds plain texts of which YAML swallowed a part: behind a remark, or a list read as words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from decision_aid.content.yaml_reader import LOADER

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_REMARK = re.compile(r"[ \t]+#")
_LIST = re.compile(r"[ \t]*- ")


class Swallowed(NamedTuple):
    """A plain text as it was read, and what became of the rest."""

    text: str
    line: int
    is_cut: bool
    """Whether a remark behind it cut it off; else a list ran into it."""


def find_swallowed(source: str) -> Iterator[Swallowed]:
    """Each plain text with a remark behind it on its line, or with a line that begins a list."""
    lines = _BREAK.split(source)
    for event in yaml.parse(source, Loader=LOADER):
        start, end = event.start_mark, event.end_mark
        if not isinstance(event, yaml.ScalarEvent) or event.style or not (start and end):
            continue
        if _REMARK.match(lines[end.line][end.column :]):
            yield Swallowed(event.value, end.line + 1, is_cut=True)
        for number in range(start.line + 1, end.line + 1):
            if _LIST.match(lines[number]):
                yield Swallowed(event.value, number + 1, is_cut=False)
