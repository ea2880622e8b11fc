"""What bodies advise in their own words, and beside them our translation where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from decision_aid.spoken import in_language
from decision_aid.summary.models import Advice, Quoted, StaffSummary, Summary
from decision_aid.wording import Sentence, Wording

if TYPE_CHECKING:
    from decision_aid.content import Quotation
    from decision_aid.words import Words

AnySummary = TypeVar("AnySummary", bound=Summary | StaffSummary)


def quote_for_all(wording: Wording, plan: Quotation) -> tuple[Quoted, ...]:
    """The body's own words, and after them our translation."""
    (quoted,) = quote_for_some(wording, plan)
    return tuple(_in_full(quoted, wording.words))


def quote_for_some(wording: Wording, plan: Quotation) -> tuple[Quoted, ...]:
    """Our translation alone, where there is one: a sheet has little room."""
    laid_over = wording.aid.laid_over
    beside = wording.passages(plan.beside, plan.id)
    words = in_language(plan.words, laid_over.original)
    own = Quoted(plan.by, Sentence(words, plan.id, (plan.source,)), beside)
    translated = laid_over.quotations.get(plan.words)
    if translated is None:
        return (own,)
    by = wording.words.paper["by_in_translation"].format(by=plan.by)
    said = Sentence(translated, plan.id, (plan.source,))
    return (Quoted(by, said, beside, replace(own, beside=())),)


def quote_in_full(summary: AnySummary) -> AnySummary:
    """The summary with the own words of every body: the booklet has room for them."""
    return replace(summary, recommendation=_advise_in_full(summary.recommendation, summary.words))


def _advise_in_full(advice: Advice, ours: Words) -> Advice:
    quoted, more = (
        tuple(one for each in some for one in _in_full(each, ours))
        for some in (advice.quoted, advice.more_quoted)
    )
    return replace(advice, quoted=quoted, more_quoted=more)


def _in_full(quoted: Quoted, ours: Words) -> Iterator[Quoted]:
    if quoted.own is None:
        yield quoted
    else:
        yield quoted.own
        yield Quoted(ours.paper["our_translation"], quoted.words, quoted.beside)
