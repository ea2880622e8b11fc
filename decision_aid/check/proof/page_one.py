"""Page 1 of the summary: all its words, and the answers that bring about the most of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.check.proof.texts_shown import Saying
from decision_aid.check.proof.weighing import Weighing
from decision_aid.check.proof.word_counts import heaviest

if TYPE_CHECKING:
    from decision_aid.check.proof.diagrams import Diagram
    from decision_aid.check.proof.states import States
    from decision_aid.check.proof.word_counts import Heaviest, Part
    from decision_aid.content import Quotation

FOOT = 16
"""Words of the foot: when the evidence was read, where the sources stand, version, page x of y."""


def fullest_page_one(states: States, paragraph: int = 0) -> Heaviest:
    """The most words that page 1 can have, always with the answers that bring them about.

    `paragraph` is what each paragraph takes besides its words.
    """
    return heaviest(states, _page_one(states, paragraph), over=-1)


def _page_one(states: States, paragraph: int) -> Iterator[Iterator[Part]]:
    """All words of page 1, part by part, with the states in which they are said."""
    weighing = Weighing(Saying(states, on_paper=True), paragraph)
    aid, always = states.aid, states.always
    yield iter([(always, FOOT)])
    yield weighing.text(aid.summary.title, always)
    yield weighing.passages(aid.summary.lead, always)
    yield from (weighing.block(block) for block in aid.summary.blocks if block.page_one)
    yield weighing.text(aid.urgent_help.printed_title, always)
    yield weighing.passages(aid.urgent_help.printed, always)
    yield from _advice(weighing)


def _advice(weighing: Weighing) -> Iterator[Iterator[Part]]:
    advice, always = weighing.aid.recommendation, weighing.saying.states.always
    yield weighing.text(advice.title, always)
    yield from (weighing.cited(said, always) for said in (advice.lead, advice.in_short))
    for quotation in advice.quotations:
        yield _quoted(weighing, quotation, always)
    for further, chosen in weighing.saying.choices(advice.further):
        yield from (_quoted(weighing, one, chosen) for one in further.quotations)


def _quoted(weighing: Weighing, quotation: Quotation, where: Diagram) -> Iterator[Part]:
    yield where, len(f"{quotation.by} {quotation.words}".split())
    yield from weighing.passages(quotation.beside, where)
