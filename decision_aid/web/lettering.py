"""A text as HTML: a number to call is a link, and a span of years stands on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from markupsafe import Markup

from decision_aid.report.addresses import link_of_number
from decision_aid.spoken import runs_of
from decision_aid.web.foreign import mark_language

if TYPE_CHECKING:
    from decision_aid.calls import Call

_YEARS = re.compile(r"(?<![\w-])(\d{4}-\d{2,4})(?![\w-])")


def set_text(text: str, calls: Sequence[Call] = ()) -> Markup | str:
    """The text, with links where the calls are."""
    if not calls and not _YEARS.search(text):
        return text
    return Markup("").join(_runs(text, calls))


def _runs(text: str, calls: Sequence[Call]) -> Iterator[Markup]:
    """The text piece by piece, each with its language and with the calls in it."""
    at = 0
    for piece, language in runs_of(text):
        end = at + len(piece)
        here = [
            one._replace(start=one.start - at, end=one.end - at)
            for one in calls
            if at <= one.start and one.end <= end
        ]
        yield mark_language(Markup("").join(_pieces(piece, here)), language)
        at = end


def link_number(number: str, by: Literal["voice", "text"]) -> Markup | str:
    """A link that has a telephone call it or write to it, where that can be."""
    to = link_of_number(number, by)
    return Markup('<a href="{}">{}</a>').format(to, number) if to else number


def _pieces(text: str, calls: Sequence[Call]) -> Iterator[Markup | str]:
    at = 0
    for start, end, by in calls:
        yield from _keep_years(text[at:start])
        yield link_number(text[start:end], by)
        at = end
    yield from _keep_years(text[at:])


def _keep_years(text: str) -> Iterator[Markup | str]:
    for at, piece in enumerate(_YEARS.split(text)):
        yield Markup('<span class="whole">{}</span>').format(piece) if at % 2 else piece
