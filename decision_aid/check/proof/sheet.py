"""Each side of the sheet: all its words, and the answers that bring about the most of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision_aid.check.proof.texts_shown import Saying
from decision_aid.check.proof.weighing import Weighing
from decision_aid.check.proof.word_counts import heaviest

if TYPE_CHECKING:
    from decision_aid.check.proof.diagrams import Diagram
    from decision_aid.check.proof.states import States
    from decision_aid.check.proof.word_counts import Heaviest, Part
    from decision_aid.content import BlockPlan, ComparisonRow, Quotation
    from decision_aid.content.summary_plan import Side

FOOT = 16
"""Words of the foot and of the engine's own on a side."""


def fullest_side(states: States, side: Side, paragraph: int = 0, line: int = 0) -> Heaviest:
    """The most words that the side can have, always with the answers that bring them about.

    `paragraph` is what each paragraph takes besides its words, `line` what a line to write on does.
    """
    weighing = Weighing(Saying(states, on_paper=True), paragraph, line)
    return heaviest(states, _Sheet(weighing).side(side), over=-1)


@dataclass(frozen=True)
class _Sheet:
    """The words of the sheet, part by part, with the states in which they are said."""

    weighing: Weighing

    @property
    def _always(self) -> Diagram:
        return self.weighing.saying.states.always

    @property
    def _never(self) -> Diagram:
        return self.weighing.saying.states.never

    @property
    def _treated(self) -> Diagram:
        """Where urgent help leads side 1."""
        when = self.weighing.aid.summary.urgent_first
        return self.weighing.saying.verdict(when).true if when else self._never

    def side(self, side: Side) -> Iterator[Iterable[Part]]:
        """All that stands on it."""
        yield iter([(self._always, FOOT)])
        yield from self._card(self._treated if side == 1 else ~self._treated)
        for block in self.weighing.aid.summary.blocks:
            where = self._stands_on(side, block)
            for part in self.weighing.block_parts(block) if where != self._never else ():
                yield ((where & said, words) for said, words in part)
        yield from self._first() if side == 1 else self._second()

    def _stands_on(self, side: Side, block: BlockPlan) -> Diagram:
        """Where the block stands on that side."""
        over = self._never
        if block.overleaf is not None:
            over = self.weighing.saying.verdict(block.overleaf).true
        here = self._always if block.side == side else self._never
        return here | over if side == 2 else here & ~over

    def _card(self, where: Diagram) -> Iterator[Iterable[Part]]:
        urgent = self.weighing.aid.urgent_help
        if urgent is not None:
            yield self.weighing.text(urgent.printed_title, where)
            yield from (self.weighing.passages([one], where) for one in urgent.printed)

    def _first(self) -> Iterator[Iterable[Part]]:
        plan, advice = self.weighing.aid.summary, self.weighing.aid.recommendation
        yield self.weighing.text(plan.title, self._always)
        for passage in (*plan.lead, *plan.noted):
            yield self.weighing.passages([passage], self._always)
        yield self.weighing.text(advice.title, self._always)
        yield from (
            self.weighing.cited(one, self._always) for one in (advice.lead, advice.in_short)
        )
        for quotation in advice.quotations:
            where = self.weighing.saying.may_apply(quotation.when)
            yield self._quoted(quotation, where)
            if quotation.words in self.weighing.aid.laid_over.quotations:
                yield iter([(where, len(quotation.words.split()))])
        for quotation, first, _ in self._further():
            yield self._quoted(quotation, first & ~self._treated)

    def _second(self) -> Iterator[Iterable[Part]]:
        aid = self.weighing.aid
        yield self.weighing.passages(aid.summary.colophon, self._always)
        yield iter([(self._always, sum(len(one.split()) for one in aid.summary.fill_in))])
        shown = ~self.weighing.saying.verdict(aid.summary.compare_when).false
        for row in (one for one in aid.comparison.rows if one.short):
            yield from self._short_row(row, shown & self.weighing.saying.may_apply(row.when))
        for quotation, first, later in self._further():
            yield self._quoted(quotation, (first & self._treated) | later)

    def _short_row(self, row: ComparisonRow, where: Diagram) -> Iterator[Iterable[Part]]:
        """Its name, and a cell under each option that is open to the person."""
        yield iter([(where, len(row.name.split()))])
        for option in (one for one in self.weighing.aid.options if one.compared):
            open_to = self.weighing.saying.may_apply(option.when)
            yield self.weighing.cited(row.short[option.id], where & open_to)

    def _further(self) -> Iterator[tuple[Quotation, Diagram, Diagram]]:
        """What is quoted for some readers: where it is the first for them, and where it follows."""
        saying = self.weighing.saying
        for further, chosen in saying.choices(self.weighing.aid.recommendation.further):
            before = self._never
            for quotation in further.quotations:
                here = chosen & saying.may_apply(quotation.when)
                yield quotation, here & ~before, here & before
                before |= here

    def _quoted(self, quotation: Quotation, where: Diagram) -> Iterator[Part]:
        said = self.weighing.aid.laid_over.quotations.get(quotation.words, quotation.words)
        yield where, len(f"{quotation.by} {said}".split())
        yield from self.weighing.passages(quotation.beside, where)
