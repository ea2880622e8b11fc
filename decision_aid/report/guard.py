"""No report leaves without the recommendation in its exact words, nor without urgent help that
the aid has.

Each finished file is looked at as its reader will see it, not at what was meant to go in.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Protocol

from decision_aid.report import pdf_text
from decision_aid.report.clusters import UNSEEN
from decision_aid.words import USUAL, words

if TYPE_CHECKING:
    from decision_aid.summary.models import Advice, Block
    from decision_aid.words import Words


class Advising(Protocol):
    """What every edition has: it is built of an aid that has it, or says why not."""

    @property
    def recommendation(self) -> Advice:
        """The bodies' own words."""

    @property
    def urgent_help(self) -> Block:
        """Warning signs, and whom to call; empty where the aid declares that it has none."""

    @property
    def words(self) -> Words:
        """The engine's own words in the language of the report."""


class IncompleteReport(Exception):
    """The finished report lacks what must stand in every report; `missing` holds those words."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__(missing)
        self.missing = missing

    def __str__(self) -> str:
        return words(USUAL).incomplete(self)


def check_html(page: str, summary: Advising) -> str:
    """The page, if its visible text holds all that must stand in it; else IncompleteReport."""
    _refuse_without(summary, _visible(page))
    return page


def check_text(text: str, summary: Advising) -> str:
    """The text, if it holds all that must stand in it; else raises IncompleteReport."""
    _refuse_without(summary, [text])
    return text


def check_pdf(pdf: bytes, summary: Advising) -> bytes:
    """The file, if its pages hold all that must stand in them; else raises IncompleteReport."""
    _refuse_without(summary, pdf_text.pages(pdf))
    return pdf


def must_stand(summary: Advising) -> Iterator[str]:
    """The words without which no report may leave."""
    yield summary.urgent_help.heading
    for said in summary.urgent_help.passages:
        yield from (sentence.text for sentence in said.sentences)
    advice = summary.recommendation
    for quoted in (*advice.quoted, *advice.more_quoted):
        yield summary.words.said_of(quoted.by, summary.words.quoted(quoted.words.text))


def _refuse_without(summary: Advising, pieces: Iterable[str]) -> None:
    """Reads no more of the file than it takes to find everything."""
    missing, seen = list(must_stand(summary)), ""
    for piece in pieces:
        seen += _fold(piece)
        missing = [text for text in missing if _fold(text) not in seen]
        if not missing:
            return
    raise IncompleteReport(missing)


def _fold(text: str) -> str:
    """The text without white space and what is not seen: lines may break anywhere."""
    return "".join(unicodedata.normalize("NFC", UNSEEN.sub("", text)).split())


_PIECE = 4096
_STYLE, _STYLED = "<style>", "</style>"
_UNSEEN = frozenset({"head", "style", "script", "template", "noscript", "title"})
_EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta", "path", "wbr"})


def _visible(page: str) -> Iterator[str]:
    """What is read of a page. Its style, with the fonts in it, is passed by: nobody sees it."""
    reader, styled = _VisibleText(), page.rfind(_STYLED)
    if styled >= 0:
        reader.feed(page[: page.find(_STYLE) + len(_STYLE)])
    for start in range(max(styled, 0), len(page), _PIECE):
        reader.feed(page[start : start + _PIECE])
        yield reader.take()
    reader.close()
    yield reader.take()


class _VisibleText(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._words: list[str] = []
        self._unseen: list[bool] = []

    def take(self) -> str:
        """What was read since this was last asked."""
        words, self._words = self._words, []
        return "".join(words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _EMPTY:
            hidden = any(name in {"hidden", "style"} for name, _ in attrs)
            self._unseen.append(hidden or tag in _UNSEEN or any(self._unseen[-1:]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _EMPTY and self._unseen:
            self._unseen.pop()

    def handle_data(self, data: str) -> None:
        if not any(self._unseen[-1:]):
            self._words.append(data)
