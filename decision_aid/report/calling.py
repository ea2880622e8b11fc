"""Numbers to call on a page, between signs that are no characters until the page is whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from decision_aid.report.addresses import link_of_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeAlias

    from decision_aid.calls import Call

    Tidy: TypeAlias = Callable[[str], str]
    MarkCalls: TypeAlias = Callable[[str, Sequence[Call], Tidy], str]

# `clean` replaces these signs, so that none can come from outside.
_BEGINS, _LEADS, _ENDS = "\ufde3", "\ufde4", "\ufde5"
_MARKED = re.compile(f"{_BEGINS}([^{_LEADS}]*){_LEADS}")
_WRITTEN_OUT = re.compile(r"\\ufde3.*?\\ufde4|\\ufde5")


def mark_calls(text: str, calls: Sequence[Call], tidy: Tidy) -> str:
    """The text put through `tidy`, with the signs that say where each number to call leads."""
    return "".join(_pieces(text, calls, tidy))


def leave_calls(text: str, _calls: Sequence[Call], tidy: Tidy) -> str:
    """The text put through `tidy`, where nothing on it can be called."""
    return tidy(text)


def as_links(page: str) -> str:
    """The page with a link for each number to call."""
    return _MARKED.sub(r'<a class="call" href="\1">', page).replace(_ENDS, "</a>")


def without_calls(written_out: str) -> str:
    """Data as Python writes it out, without such signs: what is measured has the same length."""
    return _WRITTEN_OUT.sub("", written_out)


def _pieces(text: str, calls: Sequence[Call], tidy: Tidy) -> Iterator[str]:
    at = 0
    for start, end, by in calls:
        number = text[start:end]
        yield tidy(text[at:start])
        to = link_of_number(number, by)
        yield f"{_BEGINS}{to}{_LEADS}{tidy(number)}{_ENDS}" if to else tidy(number)
        at = end
    yield tidy(text[at:])
