"""Finds ids that stand twice, name nothing, or are read before they are asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from decision_aid.content.aid import DecisionAid
from decision_aid.content.asked import Choosing
from decision_aid.content.faults import Fault
from decision_aid.content.takes import Picks

if TYPE_CHECKING:
    from decision_aid.conditions import QuestionTest
    from decision_aid.content.questions import Question
    from decision_aid.content.walk import Gate, Reference

_ID = re.compile(r"[a-z0-9][a-z0-9_.-]*")


def find_repeated_ids(aid: DecisionAid) -> Iterator[Fault]:
    """No two parts of one kind have the same id."""
    for given, times in Counter(aid.inventory.ids).items():
        if times > 1:
            kind = f"{given.kind} of {given.within}" if given.within else given.kind
            message = f"the {kind} {given.name!r} stands there {times} times"
            yield Fault(given.within or given.name, message)


def find_odd_ids(aid: DecisionAid) -> Iterator[Fault]:
    """Ids are small letters, digits, underscores, dots and dashes."""
    for given in dict.fromkeys(aid.inventory.ids):
        if given.kind != "word" and not _ID.fullmatch(given.name):
            yield Fault(given.name, f"{given.name!r} is no id for a {given.kind}")


# --- conditions ---


def tests_of(aid: DecisionAid) -> Iterator[tuple[Gate, QuestionTest]]:
    """Every single test of a question, with the condition that it is part of."""
    for gate in aid.inventory.gates:
        yield from ((gate, test) for test in gate.condition.tests())


def find_unknown_questions(aid: DecisionAid) -> Iterator[Fault]:
    """Every condition reads questions that exist."""
    for gate, test in tests_of(aid):
        if test.question not in aid.by_id:
            yield Fault(gate.owner, f"a condition reads {test.question!r}, which is no question")


def find_forward_looks(aid: DecisionAid) -> Iterator[Fault]:
    """A question's condition reads only questions before it; others read those of the path."""
    number = {name: at for at, name in reversed(list(enumerate(aid.inventory.path)))}
    for gate, test in tests_of(aid):
        at = number.get(test.question, len(number))
        if test.question in aid.by_id and at >= (
            len(number) if gate.before is None else gate.before
        ):
            message = f"a condition reads {test.question!r}, which is not asked before"
            yield Fault(gate.owner, message)


def find_unknown_choices_read(aid: DecisionAid) -> Iterator[Fault]:
    """Every condition reads choices that its question has."""
    known = {name: _choices(question) for name, question in aid.by_id.items()}
    for gate, test in tests_of(aid):
        for choice in test.names() if test.question in known else ():
            if choice not in known[test.question]:
                message = f"a condition reads {choice!r}, which is no choice of {test.question!r}"
                yield Fault(gate.owner, message, mend=_one_of(known[test.question]))


def _choices(question: Question) -> set[str]:
    takes = question.takes()
    return {choice.id for choice in takes.choices} if isinstance(takes, Picks) else set()


# --- names ---


def find_unknown_sources(aid: DecisionAid) -> Iterator[Fault]:
    """Every mark names a source."""
    named = [(r.owner, r.name) for r in aid.inventory.references if r.kind == "source"]
    named += [(t.owner, name) for t in aid.inventory.texts if t.is_cited for name in t.sources]
    for owner, name in named:
        if name not in aid.source:
            yield Fault(owner, f"the source {name!r} is not in the list of sources")


def unknown_finder(kind: str) -> Callable[[DecisionAid], Iterator[Fault]]:
    """What finds names of that kind of part which no part has."""

    def find_unknown(aid: DecisionAid) -> Iterator[Fault]:
        for reference in aid.inventory.references:
            if reference.kind == kind:
                known = _known(aid, reference)
                if reference.name not in known:
                    message = f"{reference.name!r} is no {kind}"
                    yield Fault(reference.owner, message, mend=_one_of(known))

    return find_unknown


def _known(aid: DecisionAid, reference: Reference) -> set[str]:
    """The ids that the reference may name."""
    if reference.kind == "list":
        return {rule.list for rule in aid.rules}
    if reference.kind == "note":
        return {name for name, question in aid.by_id.items() if question.is_read}
    if reference.kind == "choice":
        part = reference.part
        # Passing over may amount to a step of a scale too: find_impossible_passes looks at that.
        return {c.id for c in part.choices} if isinstance(part, Choosing) else {reference.name}
    return {given.name for given in aid.inventory.ids if given.kind == reference.kind}


def _one_of(known: set[str]) -> str:
    return f"Use one of: {', '.join(sorted(known))}."


def find_holes_in_table(aid: DecisionAid) -> Iterator[Fault]:
    """Each row of the comparison is answered for every option that is compared."""
    compared = {option.id for option in aid.options if option.compared}
    for row in aid.comparison.rows:
        yield from _holes(row.id, "cell", compared, set(row.cells))
        if row.short:
            yield from _holes(row.id, "short cell", compared, set(row.short))


def _holes(row: str, what: str, compared: set[str], given: set[str]) -> Iterator[Fault]:
    for option in sorted(compared ^ given):
        wrong = "is missing" if option in compared else "is no option that is compared"
        yield Fault(row, f"the {what} {option!r} {wrong}")
