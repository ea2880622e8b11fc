"""Writes the line for the record, one paragraph to paste, from the staff's summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.plain_text import one_line

if TYPE_CHECKING:
    from decision_aid.summary.models import Block, StaffSummary
    from decision_aid.words import Words


def make_record_line(staff: StaffSummary) -> str:
    """What was answered, with day, version and content hash; never anything that was typed."""
    opening = staff.words.paper["recorded"].format(
        title=staff.about,
        version=staff.version,
        hash=staff.content_hash[:6],
        day=staff.words.day(staff.on),
    )
    advice = staff.recommendation
    advised = " ".join(sentence.text for sentence in advice.in_short)
    ours = staff.words
    blocks = (ours.said_of(_name(one.heading), _join(one, ours)) for one in staff.recorded)
    parts = (opening, staff.warning, *blocks, ours.said_of(_name(advice.heading), advised))
    return one_line(" ".join(filter(None, parts)))


def _join(block: Block, ours: Words) -> str:
    said = (ours.quoted(one.text) if one.kind == "say" else one.text for one in block.passages)
    return " ".join(said)


def _name(heading: str) -> str:
    return heading.rstrip(".: \u00a0")
