"""The patient's summary with nothing answered, marked as such, to see what prints."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from decision_aid.interview import conduct_interview
from decision_aid.summary.models import Block, StaffSummary, Summary
from decision_aid.summary.patient import make_summary, printable_wording
from decision_aid.summary.staff import make_staff_summary
from decision_aid.wording import Paragraph, Sentence

if TYPE_CHECKING:
    from datetime import date

    from decision_aid.content import DecisionAid


def make_blank_copy(aid: DecisionAid, on: date) -> Summary:
    """The blank copy, with the headings of what prints besides once questions are answered."""
    empty = make_summary(aid, {}, on)
    first = f"{empty.words.paper['blank']}. {empty.warning}".strip()
    side_2 = (*empty.side_2, *_also_prints(aid, empty))
    return replace(empty, side_2=side_2, warning=first, blank=True)


def make_blank_staff_copy(aid: DecisionAid, on: date) -> StaffSummary:
    """The staff's page of nobody's answers, marked as such."""
    empty = make_staff_summary(aid, {}, on)
    first = f"{empty.words.paper['blank']}. {empty.warning}".strip()
    return replace(empty, warning=first, blank=True)


def _also_prints(aid: DecisionAid, empty: Summary) -> tuple[Block, ...]:
    """The headings of the blocks that rest on answers, each once."""
    there = {block.id for block in (*empty.side_1, *empty.side_2, *empty.details)}
    wording = printable_wording(conduct_interview(aid, {}), empty.on, {})
    headings = (wording.fill(plan.heading) for plan in aid.summary.blocks if plan.id not in there)
    named = dict.fromkeys(heading for heading in headings if heading)
    said = (
        (Paragraph("text", (Sentence(empty.words.semicolon.join(named) + ".", "blank"),)),)
        if named
        else ()
    )
    return (Block("also_prints", empty.words.paper["also_prints"], said),) if said else ()
