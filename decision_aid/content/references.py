"""Finds ids that stand twice, name nothing, or are read before they are asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from decision_aid.conditions import Total, WithinNumbers
from decision_aid.content.aid import DecisionAid
from decision_aid.content.asked import Choosing
from decision_aid.content.faults import Fault, fault_in
from decision_aid.content.nearest import mend_of
from decision_aid.content.scores import scores_in
from decision_aid.content.takes import Picks

if TYPE_CHECKING:
    from decision_aid.conditions import QuestionTest
    from decision_aid.content.evidence import ComparisonRow
    from decision_aid.content.questions import Question
    from decision_aid.content.text import Cited
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
            yield Fault(given.name, f"{given.name!r} is no id")


# --- conditions ---


def tests_of(aid: DecisionAid) -> Iterator[tuple[Gate, QuestionTest]]:
    """Every single test of a question, with the condition that it is part of."""
    for gate in aid.inventory.gates:
        yield from ((gate, test) for test in gate.condition.tests())


def written_tests_of(aid: DecisionAid) -> Iterator[tuple[Gate, QuestionTest]]:
    """Of these each where it is written: those of a score stand at the score alone."""
    for gate in aid.inventory.gates:
        of_scores = {id(test) for score in scores_in(gate.condition) for test in score.tests()}
        yield from ((gate, test) for test in gate.condition.tests() if id(test) not in of_scores)


def find_unknown_questions(aid: DecisionAid) -> Iterator[Fault]:
    """Every condition reads questions that exist."""
    for gate, test in written_tests_of(aid):
        if test.question in aid.by_id:
            continue
        message = f"{reader_of(gate)} reads {test.question!r}, which is no question"
        mend = _mend_question(aid, test.question)
        if test.question in aid.score:
            message = (
                f"{reader_of(gate)} reads the score {test.question!r} as if it were a question"
            )
            adds = isinstance(gate.condition, Total)
            mend = "Name the questions of that score." if adds else f"Write {_as_score(test)}."
        yield Fault(gate.owner, message, mend=mend)


def reader_of(gate: Gate) -> str:
    """What reads the answers, as messages call it."""
    return "a score" if isinstance(gate.condition, Total) else "a condition"


def _as_score(test: QuestionTest) -> str:
    """The test as it is written of a score, with its own number where it has one."""
    low, high = test.ends if isinstance(test, WithinNumbers) else (1, None)
    if low is not None and high is not None:
        bound = f"between: [{low}, {high}]"
    else:
        bound = f"at_most: {high}" if low is None else f"at_least: {low}"
    return f"{{score: {{{test.question}: {{{bound}}}}}}}"


def _mend_question(aid: DecisionAid, name: str) -> str:
    asked = {one for one, question in aid.by_id.items() if not question.is_read}
    lines = [one for one in asked if one.startswith(f"{name}.")]
    if lines:
        return f"Name one line of that checklist: {', '.join(sorted(lines))}."
    return mend_of(name, asked, "")


def find_forward_looks(aid: DecisionAid) -> Iterator[Fault]:
    """A question's condition reads only questions before it; others read those of the path."""
    number = {name: at for at, name in reversed(list(enumerate(aid.inventory.path)))}
    for gate, test in tests_of(aid):
        at = number.get(test.question, len(number))
        if at < (len(number) if gate.before is None else gate.before):
            continue
        question = aid.by_id.get(test.question)
        if question is not None and not question.is_read:  # of those no test fits: that is told
            message = f"a condition reads {test.question!r}, which is not asked before"
            yield Fault(gate.owner, message)


def find_unknown_choices_read(aid: DecisionAid) -> Iterator[Fault]:
    """Every condition reads choices that its question has."""
    choices = {name: _choices(question) for name, question in aid.by_id.items()}
    for gate, test in written_tests_of(aid):
        known = choices.get(test.question)
        if known is None:
            continue
        for choice in test.names():
            if choice not in known and isinstance(test, aid.by_id[test.question].tests().kinds):
                message = f"{reader_of(gate)} reads {choice!r}, which is no choice of"
                message = f"{message} {test.question!r}"
                yield Fault(gate.owner, message, mend=mend_of(choice, known, _NO_CHOICE))


_NO_CHOICE = "Name a choice that the question has, or add it there."


def _choices(question: Question) -> set[str]:
    takes = question.takes()
    return {choice.id for choice in takes.choices} if isinstance(takes, Picks) else set()


def find_unknown_scores(aid: DecisionAid) -> Iterator[Fault]:
    """Every score that a condition tests is declared."""
    for gate in aid.inventory.gates:
        for test in scores_in(gate.condition):
            if test.score not in aid.score:
                message = f"a condition reads {test.score!r}, which is no score"
                yield Fault(gate.owner, message, mend=mend_of(test.score, aid.score, ""))


def find_ambiguous_scores(aid: DecisionAid) -> Iterator[Fault]:
    """A score is called as nothing else is that stands in braces."""
    for score in aid.scores:
        if score.id in aid.by_id or score.id in aid.phrases:
            yield Fault(score.id, f"{score.id!r} is also a question or a phrase")


# --- names ---


def find_unknown_sources(aid: DecisionAid) -> Iterator[Fault]:
    """Every mark names a source."""
    for reference in aid.inventory.references:
        if reference.kind == "source" and reference.name not in aid.source:
            yield _unknown_source(aid, Fault(reference.owner, ""), reference.name)
    for piece in aid.inventory.texts:
        for name in piece.sources if piece.is_cited else ():
            if name not in aid.source:
                yield _unknown_source(aid, fault_in(piece, ""), name)


def _unknown_source(aid: DecisionAid, fault: Fault, name: str) -> Fault:
    message = f"the source {name!r} is not in the list of sources"
    return replace(fault, message=message, mend=mend_of(name, aid.source, ""))


def unknown_finder(kind: str) -> Callable[[DecisionAid], Iterator[Fault]]:
    """What finds names of that kind of part which no part has."""

    def find_unknown(aid: DecisionAid) -> Iterator[Fault]:
        for reference in aid.inventory.references:
            if reference.kind == kind:
                known = _known(aid, reference)
                if reference.name not in known:
                    message = f"{reference.name!r} is no {kind}"
                    mend = mend_of(reference.name, known, _none_yet(kind, known))
                    yield Fault(reference.owner, message, mend=mend)

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


def _none_yet(kind: str, known: set[str]) -> str:
    """What to do where no name is near, and too many or none are there to list."""
    return f"Name one that the file has, or add it: it has {len(known) or 'no'} {kind}s."


def find_holes_in_table(aid: DecisionAid) -> Iterator[Fault]:
    """Each row of the comparison is answered for every option that is compared."""
    compared = {option.id for option in aid.options if option.compared}
    for row in aid.comparison.rows:
        yield from _holes(row, "cell", compared, row.cells)
        if row.short:
            yield from _holes(row, "short cell", compared, row.short)


def _holes(
    row: ComparisonRow, what: str, compared: set[str], given: Mapping[str, Cited]
) -> Iterator[Fault]:
    """The faults of one row; its words tell it from another part that has the same id."""
    for option in sorted(compared ^ given.keys()):
        text = _words_of(given, option)
        if option in compared:
            yield Fault(row.id, f"the {what} {option!r} is missing", text=text)
        else:
            message = f"the {what} {option!r} is no option that is compared"
            yield Fault(row.id, message, mend=mend_of(option, compared, "Take it out."), text=text)


def _words_of(cells: Mapping[str, Cited], option: str) -> str:
    """The first words of that cell, or else of any."""
    cited = [cells[option]] if option in cells else cells.values()
    return next((one.text for cell in cited for one in cell.statements), "")
