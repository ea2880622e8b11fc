"""The summary as parts of a page, in the order in which it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.tui import saying
from decision_aid.tui.page import Part, Words
from decision_aid.words.screens_en import EN

if TYPE_CHECKING:
    from decision_aid.content import Contact
    from decision_aid.summary.models import Advice, Block, Summary
    from decision_aid.wording import Sentence


def parts(summary: Summary) -> tuple[Part, ...]:
    """All but the table and the pictures, which have screens of their own."""
    return tuple(_parts(summary))


def _parts(summary: Summary) -> Iterator[Part]:
    yield from saying.words(summary.lead)
    for block in (*summary.opening, summary.urgent_help, *summary.main):
        yield from _block(block)
    yield from _advice(summary.recommendation)
    for block in summary.details:
        yield from _block(block)
    yield from _contacts(summary)
    yield from _block(summary.imprint)


def _block(block: Block) -> Iterator[Part]:
    yield Words("heading", block.heading)
    yield from saying.words(block.passages)


def _advice(advice: Advice) -> Iterator[Part]:
    yield Words("heading", advice.heading)
    yield Words("text", _text(advice.lead))
    for one in advice.quoted:
        yield Words("text", EN.quoted_by.format(by=one.by))
        yield Words("say", one.words.text)
        yield from saying.words(one.beside)
    yield Words("text", _text(advice.in_short))


def _text(sentences: tuple[Sentence, ...]) -> str:
    return " ".join(sentence.text for sentence in sentences)


def _contacts(summary: Summary) -> Iterator[Part]:
    yield Words("heading", EN.contacts)
    yield from (Words("item", _contact(one)) for one in summary.contacts)
    yield Words("soft", summary.contacts_checked)


def _contact(one: Contact) -> str:
    parts = (one.name, one.number, one.about, one.address)
    return ". ".join(text.removesuffix(".") for text in parts if text)


def sources(summary: Summary) -> tuple[str, ...]:
    """The ids of all its sources, in the order of their numbers."""
    return tuple(one.source.id for one in summary.sources)
