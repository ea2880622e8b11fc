"""The proof over all answer states: what is asked, said and printed, and what never is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from decision_aid.check.proof.texts_shown import Saying
from decision_aid.check.rule import CheckRule, Subject
from decision_aid.content import Asked, BlockPlan, ChecklistItem, Variant
from decision_aid.content.faults import Fault
from decision_aid.content.placeholders import PLACEHOLDER

if TYPE_CHECKING:
    from decision_aid.check.proof.diagrams import Diagram
    from decision_aid.check.proof.states import States
    from decision_aid.content import (
        ComparisonRow,
        Contact,
        Option,
        Outcome,
        Passage,
        Quotation,
    )
    from decision_aid.content.walk import TextPiece

    _MayBeLeftOut = Option | Outcome | ComparisonRow | Contact | Quotation


def shown_by(states: States, owner: str, message: str, where: Diagram) -> Fault:
    """The fault with the fewest answers that show it."""
    return Fault(owner, message, states.shortest(where))


def recommendation_everywhere(subject: Subject) -> Iterator[Fault]:
    """Each sentence of the recommendation and of urgent help is said in every state."""
    states, paper = subject.states, Saying(subject.states, on_paper=True)
    for owner, text, where in (*_always_said(subject, paper), *_said_to_some(subject, paper)):
        if states.can_be(~where):
            yield shown_by(states, owner, f"it can be missing: {text!r}", ~where)


def _always_said(subject: Subject, paper: Saying) -> Iterator[tuple[str, str, Diagram]]:
    advice, urgent = subject.aid.recommendation, subject.aid.urgent_help
    for said in (advice.lead, advice.in_short):
        yield from (("recommendation", s.text, paper.text(s.text)) for s in said.statements)
    for quotation in advice.quotations:
        left_out = ~paper.may_apply(quotation.when)
        for owner, text, where in _quoted(quotation, paper):
            yield owner, text, where | left_out
    if urgent is not None:
        yield from _each_statement("urgent_help", urgent.printed, paper)
        yield "urgent_help", urgent.printed_title, paper.text(urgent.printed_title)


def _said_to_some(subject: Subject, paper: Saying) -> Iterator[tuple[str, str, Diagram]]:
    """What is quoted for some readers is said to all of those, and nobody is left without."""
    left = subject.states.always
    for further, chosen in paper.choices(subject.aid.recommendation.further):
        left &= ~chosen
        for quotation in further.quotations:
            said, told = _quoted(quotation, paper), chosen & paper.may_apply(quotation.when)
            yield from ((owner, text, where | ~told) for owner, text, where in said)
    if subject.aid.recommendation.further:
        yield "recommendation", "what is quoted for some readers", ~left


def _quoted(quotation: Quotation, paper: Saying) -> Iterator[tuple[str, str, Diagram]]:
    yield quotation.id, quotation.words, paper.text(quotation.words)
    yield from _each_statement(quotation.id, quotation.beside, paper)


def _each_statement(
    owner: str, passages: Iterable[Passage], paper: Saying
) -> Iterator[tuple[str, str, Diagram]]:
    for passage in passages:
        holds = paper.verdict(passage.when).true
        for statement in passage.said.statements:
            yield owner, statement.text, holds & paper.text(statement.text)


def questions_reachable(subject: Subject) -> Iterator[Fault]:
    """Each question is asked of somebody; one with a condition is not asked of everybody."""
    states = subject.states
    for question in subject.aid.questions:
        asked = states.paths[question.id]
        if not states.can_be(asked):
            yield Fault(question.id, "nobody is ever asked this")
        elif question.when is not None and not states.can_be(~asked):
            yield Fault(question.id, "its condition holds for everybody")


def everything_can_come_and_go(subject: Subject) -> Iterator[Fault]:
    """Each block, rule, contact, wording and passage can appear; if conditional, stay away."""
    states = subject.states
    for owner, what, where, conditional in _appearing(subject):
        if not states.can_be(where):
            yield Fault(owner, f"{what} never appears")
        elif conditional and not states.can_be(~where):
            yield Fault(owner, f"{what} is conditional but never stays away")


def _appearing(subject: Subject) -> Iterator[tuple[str, str, Diagram, bool]]:
    paper, screen = Saying(subject.states, on_paper=True), Saying(subject.states, on_paper=False)
    yield from _on_paper(subject, paper)
    aid = subject.aid
    facts = (("outcome", aid.outcomes), ("row", aid.comparison.rows))
    yield from _left_out(screen, ("option", aid.options), *facts)
    for question in subject.aid.questions:
        asked = subject.states.paths[question.id]
        yield from _passages(question.id, question.passages(), screen, asked)
        for variant, chosen in screen.choices(question.instead):
            yield question.id, f"the wording {variant.text!r}", asked & chosen, True
    for note in subject.aid.shelf:
        yield from _passages(note.id, note.passages(), screen, subject.states.always)
    for name, variants in subject.aid.phrases.items():
        for variant, chosen in screen.choices(variants):
            yield name, f"the wording {variant.text!r}", chosen, variant.when is not None


def _on_paper(subject: Subject, paper: Saying) -> Iterator[tuple[str, str, Diagram, bool]]:
    for block in subject.aid.summary.blocks:
        yield block.id, "the block", paper.block(block), block.when is not None
        yield from _passages(block.id, block.passages, paper, paper.verdict(block.when).true)
    for rule in subject.aid.rules:
        holds = paper.verdict(rule.when).true & paper.cited(rule.says)
        yield rule.id, "the rule", holds, rule.when is not None
    for further, chosen in paper.choices(subject.aid.recommendation.further):
        names = ", ".join(quotation.id for quotation in further.quotations)
        yield "recommendation", f"what is quoted ({names})", chosen, further.when is not None
    quotations = subject.aid.recommendation.quotations
    yield from _left_out(paper, ("contact", subject.aid.contacts), ("quotation", quotations))


def _left_out(
    saying: Saying, *listed: tuple[str, tuple[_MayBeLeftOut, ...]]
) -> Iterator[tuple[str, str, Diagram, bool]]:
    """What is told but where its condition surely fails, such as the options."""
    for what, parts in listed:
        for one in parts:
            yield one.id, f"the {what}", saying.may_apply(one.when), one.when is not None


def _passages(
    owner: str, passages: Iterable[Passage], saying: Saying, within: Diagram
) -> Iterator[tuple[str, str, Diagram, bool]]:
    for passage in passages:
        what = f"{(passage.said.plain or passage.name)[:60]!r}"
        yield owner, what, within & saying.passage(passage), passage.when is not None


def no_gaps_left(subject: Subject) -> Iterator[Fault]:
    """A question, title or heading is never shown with a placeholder unfilled."""
    states = subject.states
    for piece in subject.aid.inventory.texts:
        if not _may_stay_away(piece) and PLACEHOLDER.search(piece.text):
            for where in _gaps(states, piece):
                if states.can_be(where):
                    message = f"nothing may fill the gap in {piece.text!r}"
                    yield shown_by(states, piece.owner, message, where)
                    break


def _may_stay_away(piece: TextPiece) -> bool:
    """Statements and wordings with a gap are left out; what has no gaps to fill is no matter."""
    return piece.is_cited or piece.filled != "answers" or isinstance(piece.part, Variant)


def _gaps(states: States, piece: TextPiece) -> Iterator[Diagram]:
    """On each side that shows the text, the states in which it would have a gap."""
    for on_paper in (False, True):
        if piece.shown in ("both", "paper" if on_paper else "screen"):
            saying = Saying(states, on_paper=on_paper)
            yield _where_shown(saying, piece) & ~_where_whole(saying, piece)


def _where_shown(saying: Saying, piece: TextPiece) -> Diagram:
    if isinstance(piece.part, BlockPlan):
        return saying.block(piece.part)
    return saying.states.paths.get(piece.owner, saying.states.always)


def _where_whole(saying: Saying, piece: TextPiece) -> Diagram:
    """A question whose own text has a gap is asked in other words where some of those fit."""
    if isinstance(piece.part, Asked | ChecklistItem) and piece.field == "text":
        return saying.variants(piece.part.instead) | saying.text(piece.text)
    return saying.text(piece.text)


def gaps_known_together(subject: Subject) -> Iterator[Fault]:
    """No statement is lost for one gap in it while another is known."""
    for owner, saying, passage, within in _stated(subject):
        for statement in passage.said.statements:
            gaps = tuple(dict.fromkeys(PLACEHOLDER.findall(statement.text)))
            if len(gaps) > 1:
                where = within & saying.verdict(passage.when).true
                yield from _lost(saying, Fault(owner, "", text=statement.text), gaps, where)


def _stated(subject: Subject) -> Iterator[tuple[str, Saying, Passage, Diagram]]:
    """The passages of the summary and of screens, with the states in which their part stands."""
    paper, screen = Saying(subject.states, on_paper=True), Saying(subject.states, on_paper=False)
    for block in subject.aid.summary.blocks:
        holds = paper.verdict(block.when).true
        yield from ((block.id, paper, passage, holds) for passage in block.passages)
    for question in (*subject.aid.questions, *subject.aid.shelf):
        asked = subject.states.paths.get(question.id, subject.states.always)
        yield from ((question.id, screen, passage, asked) for passage in question.passages())


def _lost(saying: Saying, fault: Fault, gaps: tuple[str, ...], where: Diagram) -> Iterator[Fault]:
    """The fault of the first two gaps of which one can be known without the other."""
    for one, other in combinations(gaps, 2):
        without = [where & ~saying.placeholder(name) for name in (one, other)]
        apart = (without[0] & ~without[1]) | (without[1] & ~without[0])
        if all(map(saying.states.can_be, without)) and saying.states.can_be(apart):
            message = f"{{{one}}} and {{{other}}} can be unknown apart, and both are then left out"
            yield replace(fault, message=message, answers=saying.states.shortest(apart))
            return


def sheet_never_empty(subject: Subject) -> Iterator[Fault]:
    """Side 1 of the sheet says something beside the advice and urgent help in every state."""
    states, paper = subject.states, Saying(subject.states, on_paper=True)
    said = states.never
    for block in subject.aid.summary.blocks:
        if block.side == 1:
            over = paper.verdict(block.overleaf).true if block.overleaf else states.never
            said |= paper.block(block) & ~over
    if states.can_be(~said):
        yield shown_by(states, "summary", "side 1 of the sheet can be empty", ~said)


RULES = (
    CheckRule(
        "recommendation-everywhere",
        "The recommendation and urgent help stand in every summary, whatever was answered.",
        ("R2", "R3", "R4"),
        "Take away the condition, or the placeholder that can stay empty.",
        recommendation_everywhere,
        of_words=True,
    ),
    CheckRule(
        "question-reachable",
        "Every question can be reached, and a conditional one can be left out.",
        ("K1",),
        "Mend the condition, or take it away.",
        questions_reachable,
    ),
    CheckRule(
        "everything-comes-and-goes",
        "Every block, rule, contact, option, row, outcome and text can appear and, if conditional,"
        " stay away.",
        ("K1", "K2", "K3"),
        "Mend the condition, or take the text out.",
        everything_can_come_and_go,
    ),
    CheckRule(
        "no-gap-left",
        "No question, title or heading is shown with an unfilled placeholder.",
        ("K2",),
        "Give the phrase a last wording without a condition.",
        no_gaps_left,
        of_words=True,
    ),
    CheckRule(
        "gaps-known-together",
        "The gaps of one statement are known together: one that is unknown takes all of it away.",
        ("K2",),
        "Write one gap a passage.",
        gaps_known_together,
        "warning",
    ),
    CheckRule(
        "sheet-never-empty",
        "Side 1 of the sheet says something in every state.",
        ("K2", "S1"),
        "Add a block to side 1 that has no condition.",
        sheet_never_empty,
        was=("page-one-never-empty",),
        of_words=True,
    ),
)
