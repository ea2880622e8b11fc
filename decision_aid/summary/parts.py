"""The parts of a summary that each come from one part of the content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from decision_aid import figures
from decision_aid.content import Contact
from decision_aid.summary.models import (
    Advice,
    Block,
    Cell,
    Changed,
    Glance,
    IconArray,
    Picture,
    Table,
    TableRow,
)
from decision_aid.summary.quotations import quote_for_all, quote_for_some
from decision_aid.wording import Paragraph, Sentence, Wording
from decision_aid.words import Words

if TYPE_CHECKING:
    from decision_aid.content import (
        BlockPlan,
        ComparisonRow,
        DecisionAid,
        Option,
        Outcome,
        Quotation,
        Risk,
    )
    from decision_aid.content.aid import Style


_PLACES: Mapping[Style, int] = {"own_words": 0, "act_first": 1, "plain": 2, "step": 3}


def in_order(plans: Iterable[BlockPlan]) -> list[BlockPlan]:
    """The blocks of a side: own words, what to act on first, all else as it is written, steps."""
    return sorted(plans, key=lambda plan: _PLACES[plan.style])


def make_block(wording: Wording, plan: BlockPlan) -> Block:
    """The block as its plan says it; without passages where its condition does not hold."""
    said = plan.when is None or plan.when.holds(wording.heard)
    passages = wording.passages(plan.passages, plan.id) if said else ()
    return Block(plan.id, wording.fill(plan.heading) or plan.heading, passages, plan.style)


def make_urgent_help(wording: Wording) -> Block:
    """The short form of urgent help that stands on every summary."""
    urgent = wording.aid.urgent_help
    heading = wording.fill(urgent.printed_title) or urgent.printed_title
    return Block("urgent_help", heading, wording.passages(urgent.printed, "urgent_help"))


def make_changes(changed: Changed | None, words: Words) -> tuple[Block, ...]:
    """A block of what changed since the last print; none where nothing did."""
    if changed is None:
        return ()
    items = tuple(Paragraph("item", (Sentence(text, "changed"),)) for text in changed.said)
    return (Block("changed", words.paper["changed"].format(day=words.day(changed.since)), items),)


def make_advice(wording: Wording, further_first: int | None = None) -> Advice:
    """The recommendation in the bodies' own words: those for everybody, then those that fit.

    So many of those that fit stand with those for everybody; None: all of them.
    """
    plan, further = wording.aid.recommendation, _choose_further(wording)
    for_all = (said for one in plan.quotations for said in quote_for_all(wording, one))
    for_some = [said for one in further for said in quote_for_some(wording, one)]
    more = () if further_first is None else for_some[further_first:]
    return Advice(
        plan.title,
        wording.sentences(plan.lead, "recommendation"),
        (*for_all, *for_some[:further_first]),
        wording.sentences(plan.in_short, "recommendation"),
        tuple(more),
    )


def _choose_further(wording: Wording) -> tuple[Quotation, ...]:
    fitting = (
        one.quotations
        for one in wording.aid.recommendation.further
        if one.when is None or one.when.holds(wording.heard)
    )
    return next(fitting, ())


def make_table(wording: Wording) -> Table:
    """The comparison of the options."""
    plan = wording.aid.comparison
    columns = _compared(wording)
    rows = tuple(
        TableRow(
            row.id,
            row.name,
            tuple(
                Cell(o.id, wording.sentences(row.cells[o.id], f"comparison.{row.id}"))
                for o in columns
            ),
        )
        for row in plan.rows
    )
    box = Block("box", plan.box_title, wording.passages(plan.box, "comparison.box"))
    lead = wording.passages(plan.lead, "comparison")
    return Table(plan.title, lead, tuple(o.name for o in columns), rows, box)


def make_glance(wording: Wording) -> Glance | None:
    """The options side by side in a few words, for whom the content says so."""
    plan, when = wording.aid.comparison, wording.aid.summary.compare_when
    rows = tuple(_short_row(wording, row) for row in plan.rows if row.short)
    if not rows or (when is not None and when.holds(wording.heard) is False):
        return None
    return Glance(plan.title, tuple(one.name for one in _compared(wording)), rows)


def _short_row(wording: Wording, row: ComparisonRow) -> TableRow:
    name = f"comparison.{row.id}"
    said = ((o.id, wording.sentences(row.short[o.id], name)) for o in _compared(wording))
    return TableRow(row.id, row.name, tuple(Cell(option, some) for option, some in said))


def _compared(wording: Wording) -> list[Option]:
    return [option for option in wording.aid.options if option.compared]


def make_pictures(wording: Wording) -> tuple[Picture, ...]:
    """The outcomes that are drawn, in the order of the content."""
    return tuple(make_picture(wording, one) for one in wording.aid.outcomes if one.pictured)


def make_picture(wording: Wording, outcome: Outcome) -> Picture:
    """One outcome's icon arrays with their sentences."""
    drawn = outcome.risks if outcome.base in figures.SIDES else ()
    arrays = tuple(_make_array(wording.aid, outcome, risk) for risk in drawn)
    caption = wording.passages(outcome.caption, outcome.id)
    said = wording.figure(outcome)
    return Picture(outcome.id, outcome.name, said, arrays, outcome.icon, outcome.blank, caption)


def _make_array(aid: DecisionAid, outcome: Outcome, risk: Risk) -> IconArray:
    return IconArray(
        aid.arm[risk.arm].name,
        figures.make_sentence(aid, outcome, risk),
        figures.say_counts(aid, outcome, risk)[0],
        figures.say_base(aid, outcome),
        figures.icon_rows(risk, outcome.base),
    )


def choose_contacts(wording: Wording) -> tuple[Contact, ...]:
    """Whom to call. Only those that surely do not fit are left out: unknown shows all."""
    return tuple(
        contact
        for contact in wording.aid.contacts
        if contact.when is None or contact.when.holds(wording.heard) is not False
    )
