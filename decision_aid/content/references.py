"""Whether the parts of a content file that name each other agree: each fault with its owner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision_aid.content import Choosing, KnowledgeCheck, Note, Picks
from decision_aid.content.placeholders import PLACEHOLDER

if TYPE_CHECKING:
    from decision_aid.conditions import Condition
    from decision_aid.content import Cited, DecisionAid, Passage, Question, Variant

COMPUTED = frozenset(
    {"today", "version", "evidence_read", "next_review", "content_hash", "grade_fk", "grade_cl",
     "minutes_short", "minutes_full"}
)  # fmt: skip
"""Placeholders that the program fills."""


@dataclass(frozen=True)
class Found:
    """A fault in the content, by the id of the part that has it."""

    name: str
    owner: str
    message: str
    mend: str


Look = Callable[["DecisionAid"], Iterator[Found]]


def ids_stand_once(aid: DecisionAid) -> Iterator[Found]:
    """No two parts of one kind have the same id."""
    for kind, names in _ids(aid):
        for name, times in Counter(names).items():
            if times > 1:
                message = f"the {kind} {name!r} stands there {times} times"
                yield Found("duplicate-id", name, message, "Give each an id of its own.")


def _ids(aid: DecisionAid) -> Iterator[tuple[str, list[str]]]:
    yield "question", [q.id for q in (*aid.questions, *aid.shelf)]
    yield "section", [section.id for section in aid.sections]
    yield "source", [source.id for source in aid.sources]
    yield "outcome", [outcome.id for outcome in aid.outcomes]
    yield "option", [option.id for option in aid.options]
    yield "rule", [rule.id for rule in aid.rules]
    yield "block", [block.id for block in aid.summary.blocks]
    yield "contact", [contact.id for contact in aid.contacts]
    for question in aid.questions:
        yield f"choice of {question.id}", [choice.id for choice in question.own_choices()]


def conditions_look_back(aid: DecisionAid) -> Iterator[Found]:
    """A question's condition reads only questions before it, and choices that they have."""
    before: set[str] = set()
    for question in aid.questions:
        for condition in conditions_of(question):
            yield from _tests(aid, question.id, condition, before)
        before.add(question.id)


def other_conditions_read(aid: DecisionAid) -> Iterator[Found]:
    """Every other condition reads questions and choices that exist."""
    everything = {question.id for question in aid.questions}
    for owner, condition in other_conditions(aid):
        yield from _tests(aid, owner, condition, everything)


def _tests(
    aid: DecisionAid, owner: str, condition: Condition | None, readable: set[str]
) -> Iterator[Found]:
    for test in condition.tests() if condition else ():
        if test.question not in aid.by_id:
            message = f"a condition reads {test.question!r}, which is no question"
            yield Found("unknown-question", owner, message, "Name a question's id.")
        elif test.question not in readable:
            message = f"a condition reads {test.question!r}, which is not asked before"
            yield Found("looks-forward", owner, message, "Ask that question earlier.")
        else:
            yield from _choices_exist(aid, owner, test.question, test.names())


def _choices_exist(
    aid: DecisionAid, owner: str, name: str, choices: Iterable[str]
) -> Iterator[Found]:
    takes = aid.by_id[name].takes()
    known = {choice.id for choice in takes.choices} if isinstance(takes, Picks) else set()
    for choice in choices:
        if choice not in known:
            message = f"a condition reads {choice!r}, which is no choice of {name!r}"
            yield Found(
                "unknown-choice", owner, message, f"Use one of: {', '.join(sorted(known))}."
            )


def conditions_of(question: Question) -> Iterator[Condition | None]:
    """The conditions that decide while the visit is at this question."""
    yield question.when
    yield from (variant.when for variant in question.instead)
    yield from (passage.when for passage in question.passages())
    # `prints_when` is left out: agreement to print is asked after the answer.


def other_conditions(aid: DecisionAid) -> Iterator[tuple[str, Condition | None]]:
    """The conditions that may read every answer, with the id of what holds them."""
    for name, variants in aid.phrases.items():
        yield from ((name, variant.when) for variant in variants)
    yield from ((rule.id, rule.when) for rule in aid.rules)
    yield from ((contact.id, contact.when) for contact in aid.contacts)
    yield from ((block.id, block.when) for block in aid.summary.blocks)
    yield from ((question.id, question.prints_when) for question in aid.questions)
    yield "summary", aid.summary.urgent_first
    for owner, passage in passages(aid):
        if owner not in aid.by_id or aid.by_id[owner] in aid.shelf:
            yield owner, passage.when


def sources_exist(aid: DecisionAid) -> Iterator[Found]:
    """Every mark names a source."""
    for owner, names in _marks(aid):
        for name in names:
            if name not in aid.source:
                message = f"the source {name!r} is not in the list of sources"
                yield Found("unknown-source", owner, message, "Add the source, or mend the mark.")


def _marks(aid: DecisionAid) -> Iterator[tuple[str, Iterable[str]]]:
    for owner, said in cited_texts(aid):
        yield from ((owner, statement.sources) for statement in said.statements)
    yield from ((o.id, risk.sources) for o in aid.outcomes for risk in o.risks)
    yield from ((contact.id, contact.sources) for contact in aid.contacts)
    yield from ((one.id, (one.source,)) for one in aid.recommendation.quotations)


def placeholders_are_known(aid: DecisionAid) -> Iterator[Found]:
    """Every {placeholder} is a phrase, a question, a count, or something computed."""
    for owner, text in texts(aid):
        for name in PLACEHOLDER.findall(text):
            if not _is_known(aid, name):
                message = f"nothing fills {{{name}}}"
                yield Found("unknown-placeholder", owner, message, "Mend the name.")


def _is_known(aid: DecisionAid, name: str) -> bool:
    if name in COMPUTED or name in aid.phrases or name in aid.by_id:
        return True
    if name.endswith(".moment"):
        return name.removesuffix(".moment") in aid.by_id
    outcome_id, _, arm = name.partition(".")
    outcome = aid.outcome.get(outcome_id)
    return outcome is not None and arm.removesuffix(".rest") in {r.arm for r in outcome.risks}


def named_parts_exist(aid: DecisionAid) -> Iterator[Found]:
    """Outcomes, rows, notes, options, arms and lists that are named are there."""
    for owner, kind, name, known in _named(aid):
        if name not in known:
            message = f"{name!r} is no {kind}"
            yield Found(
                f"unknown-{kind}", owner, message, f"Use one of: {', '.join(sorted(known))}."
            )


def _named(aid: DecisionAid) -> Iterator[tuple[str, str, str, set[str]]]:
    outcomes, arms = set(aid.outcome), set(aid.arm)
    lists = {rule.list for rule in aid.rules}
    options = {option.id for option in aid.options}
    for owner, passage in passages(aid):
        if passage.kind in ("figure", "findings"):
            known = outcomes if passage.kind == "figure" else lists
            yield owner, "outcome" if passage.kind == "figure" else "list", passage.name, known
    for outcome in aid.outcomes:
        yield from ((outcome.id, "arm", risk.arm, arms) for risk in outcome.risks)
        yield from ((outcome.id, "outcome", name, outcomes) for name in outcome.may_stand_beside)
    yield from ((arm.id, "option", arm.option, options) for arm in aid.arms if arm.option)
    for question in (*aid.questions, *aid.shelf):
        yield from _named_by(aid, question)


def _named_by(aid: DecisionAid, question: Question) -> Iterator[tuple[str, str, str, set[str]]]:
    notes = {q.id for q in (*aid.questions, *aid.shelf) if isinstance(q, Note)}
    if isinstance(question, Note):
        yield from ((question.id, "outcome", name, set(aid.outcome)) for name in question.pictures)
        rows = {row.id for row in aid.comparison.rows}
        yield from ((question.id, "row", name, rows) for name in question.rows)
        yield from ((question.id, "note", name, notes) for name in question.see)
    if isinstance(question, KnowledgeCheck):
        known = {choice.id for choice in question.choices}
        yield question.id, "choice", question.explained, known
        yield from ((question.id, "choice", n, known) for n in [question.unsure] if n)
        yield from ((question.id, "note", n, notes) for n in [question.explain] if n)
    if isinstance(question, Choosing) and question.passed_over_as:
        known = {choice.id for choice in question.choices}
        yield question.id, "choice", question.passed_over_as, known


def table_has_no_holes(aid: DecisionAid) -> Iterator[Found]:
    """Each row of the comparison is answered for every option that is compared."""
    compared = {option.id for option in aid.options if option.compared}
    for row in aid.comparison.rows:
        for option in sorted(compared ^ set(row.cells)):
            wrong = "is missing" if option in compared else "is no option that is compared"
            mend = "Say what is so for it, or that it is not known."
            yield Found("hole-in-table", row.id, f"the cell {option!r} {wrong}", mend)


def figures_say_both_sides(aid: DecisionAid) -> Iterator[Found]:
    """A figure's sentence says to how many it happened and to how many not."""
    needed = {"{arm}", "{count}", "{rest}"}
    for outcome in aid.outcomes:
        missing = sorted(part for part in needed if part not in outcome.says)
        if missing:
            message = f"the sentence lacks {', '.join(missing)}"
            yield Found("one-sided-figure", outcome.id, message, "Say both sides of the count.")
        for risk in outcome.risks:
            if not 0 <= risk.events <= risk.denominator or risk.denominator == 0:
                message = f"{risk.events} of {risk.denominator} cannot be"
                yield Found("impossible-figure", outcome.id, message, "Look at the source.")


FOUND: tuple[Look, ...] = (
    ids_stand_once,
    conditions_look_back,
    other_conditions_read,
    sources_exist,
    placeholders_are_known,
    named_parts_exist,
    table_has_no_holes,
    figures_say_both_sides,
)


# --- everything that the content says --------------------------------------------------------


def passages(aid: DecisionAid) -> Iterator[tuple[str, Passage]]:
    """Every passage with the id of what holds it."""
    yield from (("welcome", passage) for passage in aid.welcome)
    for question in (*aid.questions, *aid.shelf):
        yield from ((question.id, passage) for passage in question.passages())
    for outcome in aid.outcomes:
        yield from ((outcome.id, passage) for passage in outcome.caption)
    yield from (("comparison", p) for p in (*aid.comparison.lead, *aid.comparison.box))
    for quotation in aid.recommendation.quotations:
        yield from ((quotation.id, passage) for passage in quotation.beside)
    urgent = aid.urgent_help
    yield from (("urgent_help", p) for p in (*urgent.lead, *urgent.printed))
    yield from ((level.id, passage) for level in urgent.levels for passage in level.then)
    yield from (("summary", p) for p in (*aid.summary.lead, *aid.summary.staff_lead))
    for block in aid.summary.blocks:
        yield from ((block.id, passage) for passage in block.passages)
    yield from (("imprint", passage) for passage in aid.imprint.passages)


def cited_texts(aid: DecisionAid) -> Iterator[tuple[str, Cited]]:
    """Every text that can carry marks, with the id of what holds it."""
    yield from ((owner, passage.said) for owner, passage in passages(aid))
    yield "decision", aid.decision.condition
    yield from ((option.id, option.says) for option in aid.options)
    yield from ((outcome.id, outcome.opening) for outcome in aid.outcomes)
    yield from ((row.id, cell) for row in aid.comparison.rows for cell in row.cells.values())
    yield "recommendation", aid.recommendation.lead
    yield "recommendation", aid.recommendation.in_short
    yield from ((level.id, sign) for level in aid.urgent_help.levels for sign in level.signs)
    yield from ((rule.id, rule.says) for rule in aid.rules)
    yield from ((word.word, word.means) for word in aid.words)


def texts(aid: DecisionAid) -> Iterator[tuple[str, str]]:
    """Every text that may hold a placeholder, with the id of what holds it."""
    for owner, said in cited_texts(aid):
        yield from ((owner, statement.text) for statement in said.statements)
    for question in (*aid.questions, *aid.shelf):
        yield from ((question.id, text) for text in question.texts())
    for name, variants in aid.phrases.items():
        yield from _variants(name, variants)
    yield from ((block.id, block.heading) for block in aid.summary.blocks)
    yield from (("urgent_help", t) for t in (aid.urgent_help.title, aid.urgent_help.printed_title))
    yield from ((level.id, level.heading) for level in aid.urgent_help.levels)
    yield "summary", aid.summary.title


def _variants(owner: str, variants: Iterable[Variant]) -> Iterator[tuple[str, str]]:
    yield from ((owner, variant.text) for variant in variants)
