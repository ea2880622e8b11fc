"""Dates and disclosure: when it was written, when it ends, who made it, who gains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from decision_aid.check.rule import CheckRule, Subject
from decision_aid.content.faults import Fault

MOST_YEARS = 5

_GAINS = re.compile(r"\b(?:gains?|profits?|interests?|loses?|earns?|benefits? from)\b", re.I)


def dates_in_order(subject: Subject) -> Iterator[Fault]:
    """Evidence is read, then the aid published, reviewed, and out of date within five years."""
    aid = subject.aid
    if min(aid.days_read) > aid.published:
        yield Fault("evidence_read", "the evidence was read after the aid was published")
    if not aid.published < aid.next_review <= aid.expires:
        yield Fault("next_review", "the next review is not between publication and expiry")
    if aid.expires > _years_after(aid.published, MOST_YEARS):
        yield Fault("expires", f"it expires more than {MOST_YEARS} years after publication")
    if aid.published > subject.today:
        yield Fault("published", f"it is published on {aid.published}, after {subject.today}")
    for source in aid.sources:
        if source.read > subject.today:
            yield Fault(source.id, f"the source was read on {source.read}, after {subject.today}")


def _years_after(day: date, years: int) -> date:
    """The same day so many years later; without such a day, the day before."""
    if day.year + years > date.max.year:
        return date.max
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def review_due(subject: Subject) -> Iterator[Fault]:
    """The day of the next review has not passed."""
    if subject.aid.next_review < subject.today:
        yield Fault("next_review", f"the review was due on {subject.aid.next_review}")


def out_of_date(subject: Subject) -> Iterator[Fault]:
    """The aid has neither expired nor been withdrawn."""
    aid = subject.aid
    if aid.expires < subject.today:
        yield Fault("expires", f"the aid expired on {aid.expires}")
    if aid.withdrawn is not None:
        yield Fault("withdrawn", f"the aid was withdrawn on {aid.withdrawn.day}")


def owner_and_funding(subject: Subject) -> Iterator[Fault]:
    """The imprint says who owns the aid and who paid for it."""
    imprint = subject.aid.imprint
    for name, text in (("owner", imprint.owner), ("funding", imprint.funding)):
        if not text.strip():
            yield Fault("imprint", f"{name!r} is empty")


def gains_stated(subject: Subject) -> Iterator[Fault]:
    """The imprint says who gains or loses by the reader's choice, if anybody."""
    if not any(_GAINS.search(p.said.plain) for p in subject.aid.imprint.passages):
        yield Fault("imprint", "it is not said whether anybody gains or loses by the choice")


def update_policy_stated(subject: Subject) -> Iterator[Fault]:
    """It is said how and when the aid is brought up to date."""
    if not subject.aid.update_policy.strip():
        yield Fault("update_policy", "'update_policy' is missing")


RULES = (
    CheckRule(
        "dates-in-order",
        "Publication, review and expiry follow each other, within five years.",
        ("D1", "IPDAS 2.2.2"),
        "Mend the date.",
        dates_in_order,
    ),
    CheckRule(
        "review-due",
        "The next review lies ahead.",
        ("D1", "IPDAS 2.2.3", "NICE EP3"),
        "Read the evidence again, then set evidence_read and next_review.",
        review_due,
        "warning",
    ),
    CheckRule(
        "out-of-date",
        "The aid has not expired, and is not withdrawn.",
        ("D1", "IPDAS 2.2.3", "PMG42 chapter 9"),
        "Bring it up to date, or take it out of use.",
        out_of_date,
    ),
    CheckRule(
        "owner-and-funding",
        "The imprint names the owner and who paid.",
        ("D1", "D2", "IPDAS 2.3.1"),
        'Fill it in; "none" is an answer for funding.',
        owner_and_funding,
    ),
    CheckRule(
        "gains-stated",
        "The imprint says who gains or loses by the choice.",
        ("D2", "IPDAS conflicts of interest (Barry 2013)"),
        'Add a sentence such as "Nobody who made it gains or loses by your choice."',
        gains_stated,
    ),
    CheckRule(
        "update-policy-stated",
        "It is said how and when the aid is brought up to date.",
        ("D1", "IPDAS 2.2.3"),
        "Add update_policy: how often, by whom, and what happens when guidance changes.",
        update_policy_stated,
    ),
)
