"""The summary as parts of a page, in the order in which it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.screens.page import Part, Prose
from decision_aid.tui import saying
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.content import Contact
    from decision_aid.summary.models import Advice, Block, Summary
    from decision_aid.wording import Sentence

EN = words("en").screens


def parts(summary: Summary) -> tuple[Part, ...]:
    """All but the table and the pictures, which have screens of their own."""
    return tuple(_parts(summary))


def _parts(summary: Summary) -> Iterator[Part]:
    yield from saying.prose(summary.lead)
    for block in (*summary.opening, summary.urgent_help, *summary.main):
        yield from _block(block)
    yield from _advice(summary.recommendation)
    for block in summary.details:
        yield from _block(block)
    yield from _contacts(summary)
    yield from _block(summary.imprint)


def _block(block: Block) -> Iterator[Part]:
    yield Prose("heading", block.heading)
    yield from saying.prose(block.passages)


def _advice(advice: Advice) -> Iterator[Part]:
    yield Prose("heading", advice.heading)
    yield Prose("text", _text(advice.lead))
    for one in advice.quoted:
        yield Prose("text", EN.quoted_by.format(by=one.by))
        yield Prose("say", one.words.text)
        yield from saying.prose(one.beside)
    yield Prose("text", _text(advice.in_short))


def _text(sentences: tuple[Sentence, ...]) -> str:
    return " ".join(sentence.text for sentence in sentences)


def _contacts(summary: Summary) -> Iterator[Part]:
    yield Prose("heading", EN.contacts)
    yield from (Prose("item", _contact(one)) for one in summary.contacts)
    yield Prose("soft", summary.contacts_checked)


def _contact(one: Contact) -> str:
    parts = (one.name, one.number, one.about, one.address)
    return ". ".join(text.removesuffix(".") for text in parts if text)


def sources(summary: Summary) -> tuple[str, ...]:
    """The ids of all its sources, in the order of their numbers."""
    return tuple(one.source.id for one in summary.sources)
