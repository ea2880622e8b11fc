"""Sign-offs: which reviews took place, and whether the texts have changed since."""

from __future__ import annotations

from collections.abc import Iterator

from decision_aid.check.rule import CheckRule, Subject
from decision_aid.content import text_hash
from decision_aid.content.faults import Fault

REVIEWERS = ("patients", "professionals")
LEAST_HASH = 12
"""So many characters of the hash are enough to record."""


def reviewed(subject: Subject) -> Iterator[Fault]:
    """Patients and professionals outside the team have reviewed the aid."""
    done = {signoff.kind for signoff in subject.aid.signoffs}
    for kind in REVIEWERS:
        if kind not in done:
            yield Fault("signoffs", f"not yet reviewed by {kind}")


def signoffs_current(subject: Subject) -> Iterator[Fault]:
    """Each kind of review has been of the texts as they are today."""
    today = text_hash(subject.aid)
    current = {s.kind for s in subject.aid.signoffs if _is_of(s.content_hash, today)}
    for signoff in subject.aid.signoffs:
        if signoff.kind in REVIEWERS and signoff.kind not in current:
            message = f"the review by {signoff.kind} of {signoff.day} is of other texts"
            yield Fault("signoffs", f"{message} (today's hash is {today[:LEAST_HASH]})")


def _is_of(recorded: str, today: str) -> bool:
    return len(recorded) >= LEAST_HASH and today.startswith(recorded)


def signoffs_complete(subject: Subject) -> Iterator[Fault]:
    """A sign-off says who they were, and lies in the past."""
    for signoff in subject.aid.signoffs:
        if not signoff.role.strip():
            yield Fault("signoffs", f"the review by {signoff.kind} does not say who they were")
        if signoff.day > subject.today:
            yield Fault("signoffs", f"the review by {signoff.kind} is of {signoff.day}, to come")


RULES = (
    CheckRule(
        "reviewed",
        "Patients and professionals outside the team have reviewed the aid.",
        ("T1", "IPDAS Q14", "IPDAS Q15", "NICE EP2"),
        "Have it reviewed, then record it under `signoffs`; until then the imprint says so.",
        reviewed,
        "needs a person",
    ),
    CheckRule(
        "signoffs-current",
        "The reviews are of the texts as they are today.",
        ("T2",),
        "Show what has changed to the reviewers, and record the hash of what they saw.",
        signoffs_current,
        "needs a person",
    ),
    CheckRule(
        "signoffs-complete",
        "A sign-off says who, and when.",
        ("T1",),
        "Fill in the role, without names, and the day.",
        signoffs_complete,
    ),
)
