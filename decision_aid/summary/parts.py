"""The parts of a summary that each come from one part of the content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from decision_aid import figures
from decision_aid.content import Contact
from decision_aid.summary.models import (
    NO_BLOCK,
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
    from decision_aid.content.summary_plan import Style


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
    """The short form of urgent help, on every summary of an aid that has it."""
    urgent = wording.aid.urgent_help
    if urgent is None:
        return NO_BLOCK
    heading = wording.fill(urgent.printed_title) or urgent.printed_title
    return Block("urgent_help", heading, wording.passages(urgent.printed, "urgent_help"))


def make_changes(changed: Changed | None, words: Words) -> tuple[Block, ...]:
    """A block of what changed since the last print; none where nothing did."""
    if changed is None:
        return ()
    items = tuple(Paragraph("item", (Sentence(text, "changed"),)) for text in changed.said)
    return (Block("changed", words.paper["changed"].format(day=words.day(changed.since)), items),)


def make_advice(wording: Wording, further_first: int | None = None) -> Advice:
    """The recommendation in the bodies' own words: those that come first, then those that fit.

    So many of those that fit stand with the first; None: all of them.
    """
    plan, further = wording.aid.recommendation, _choose_further(wording)
    for_all = [
        said
        for one in _that_apply(wording, plan.quotations)
        for said in quote_for_all(wording, one)
    ]
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
    return _that_apply(wording, next(fitting, ()))


def _that_apply(wording: Wording, quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    return tuple(one for one in quotations if wording.may_apply(one.when))


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
        for row in shown_rows(wording)
    )
    box = Block("box", plan.box_title, wording.passages(plan.box, "comparison.box"))
    lead = wording.passages(plan.lead, "comparison")
    return Table(plan.title, lead, tuple(o.name for o in columns), rows, box)


def make_glance(wording: Wording) -> Glance | None:
    """The options side by side in a few words, for whom the content says so."""
    plan, when = wording.aid.comparison, wording.aid.summary.compare_when
    rows = tuple(_short_row(wording, row) for row in shown_rows(wording) if row.short)
    if not rows or (when is not None and when.holds(wording.heard) is False):
        return None
    return Glance(plan.title, tuple(one.name for one in _compared(wording)), rows)


def _short_row(wording: Wording, row: ComparisonRow) -> TableRow:
    name = f"comparison.{row.id}"
    said = ((o.id, wording.sentences(row.short[o.id], name)) for o in _compared(wording))
    return TableRow(row.id, row.name, tuple(Cell(option, some) for option, some in said))


def _compared(wording: Wording) -> list[Option]:
    """The columns; one whose option is not open to the person takes its cells with it."""
    compared = (option for option in wording.aid.options if option.compared)
    return [option for option in compared if wording.may_apply(option.when)]


def shown_rows(wording: Wording) -> tuple[ComparisonRow, ...]:
    """The rows of the comparison that are told to this person."""
    return tuple(row for row in wording.aid.comparison.rows if wording.may_apply(row.when))


def make_pictures(wording: Wording) -> tuple[Picture, ...]:
    """The outcomes that are drawn, in the order of the content."""
    told = (one for one in wording.aid.outcomes if one.pictured and wording.may_apply(one.when))
    return tuple(make_picture(wording, one) for one in told)


def make_picture(wording: Wording, outcome: Outcome) -> Picture:
    """One outcome's icon arrays with their sentences."""
    is_drawn = outcome.pictured and outcome.base in figures.SIDES
    drawn = outcome.risks if is_drawn else ()
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
    return tuple(contact for contact in wording.aid.contacts if wording.may_apply(contact.when))
