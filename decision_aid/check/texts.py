"""Everything that an aid says, piece by piece: where it stands and what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from decision_aid.check.rule import Breach
from decision_aid.content import KnowledgeCheck, Note, Number, Rating
from decision_aid.content.questions import Choosing

if TYPE_CHECKING:
    from decision_aid.content import Cited, DecisionAid, Outcome, Passage, Question

Role = Literal[
    "title", "question", "choice", "text", "heading", "say", "option", "row", "cell", "caption",
    "rule", "block", "advice", "urgent", "word", "imprint", "name", "phrase",
]  # fmt: skip

QUOTED = re.compile("“[^“”]*”")
"""A quotation, marked as one."""

_ENDS = re.compile(r"(?<=[.?!…])(?:[”’)\"']*)\s+")


@dataclass(frozen=True)
class Piece:
    """One statement or label of the aid."""

    owner: str
    role: Role
    text: str
    sources: tuple[str, ...] = ()
    area: str = ""
    """The part of the aid that it belongs to, such as a section."""
    patient: bool = True
    """Whether it is for the patient rather than for a counsellor."""

    @property
    def own(self) -> str:
        """The text without what it quotes."""
        return QUOTED.sub("", self.text)

    def breach(self, message: str) -> Spot:
        """A breach in this piece."""
        return Spot(self.owner, message, None, self.text)


@dataclass(frozen=True)
class Spot(Breach):
    """A breach in one text, so that its line can be told."""

    text: str = ""


@dataclass(frozen=True)
class Elsewhere(Breach):
    """A breach in another file: a template or a translation."""

    file: str = ""
    line: int = 1


def short(text: str, most: int = 70) -> str:
    """The text, cut where it is long, in quotes."""
    return repr(text if len(text) <= most else text[: most - 1].rstrip() + "…")


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [one for one in _ENDS.split(text) if one.strip()]


def pieces(aid: DecisionAid) -> Iterator[Piece]:
    """Every piece of the aid in the order of the document."""
    yield from _opening(aid)
    for section in aid.sections:
        yield Piece(section.id, "title", section.title, area=section.id)
        for question in section.questions:
            for piece in _question(question):
                yield replace(piece, area=section.id)
    yield from _in_area("options", _options(aid))
    yield from _in_area("side by side", _comparison(aid))
    yield from _in_area("recommendation", _advice(aid))
    yield from _in_area("urgent_help", _urgent(aid))
    yield from _in_area("summary", _summary(aid))
    yield from _in_area("words", _words(aid))
    yield from _in_area("imprint", _imprint(aid))


def _in_area(area: str, found: Iterable[Piece]) -> Iterator[Piece]:
    yield from (replace(piece, area=area) for piece in found)


def _said(owner: str, role: Role, said: Cited) -> Iterator[Piece]:
    yield from (Piece(owner, role, one.text, one.sources) for one in said.statements)


def _passages(owner: str, role: Role, passages: Iterable[Passage]) -> Iterator[Piece]:
    for passage in passages:
        kind: Role = role
        if passage.kind == "heading":
            kind = "heading"
        elif passage.kind == "say":
            kind = "say"
        yield from _said(owner, kind, passage.said)


def _opening(aid: DecisionAid) -> Iterator[Piece]:
    decision = aid.decision
    yield Piece("title", "title", aid.title, area="welcome")
    for text in (decision.question, decision.audience, decision.setting):
        yield Piece("decision", "title", text, area="welcome")
    yield from _in_area("welcome", _said("decision", "text", decision.condition))
    yield Piece("welcome", "title", aid.welcome_title, area="welcome")
    yield from _in_area("welcome", _passages("welcome", "text", aid.welcome))
    for name, variants in aid.phrases.items():
        yield from (Piece(name, "phrase", variant.text) for variant in variants)


def _question(question: Question) -> Iterator[Piece]:
    for piece in (*_asked(question), *_passages(question.id, "text", question.passages())):
        yield replace(piece, patient=question.audience == "patient")
    teach_back = question.teach_back if isinstance(question, KnowledgeCheck) else ""
    for text in filter(None, (question.prompt, teach_back)):
        yield Piece(question.id, "say", text, patient=False)


def _asked(question: Question) -> Iterator[Piece]:
    role: Role = "title" if isinstance(question, Note) else "question"
    yield Piece(question.id, role, question.text)
    yield from (Piece(question.id, role, variant.text) for variant in question.instead)
    if isinstance(question, Choosing):
        yield from (Piece(question.id, "choice", choice.text) for choice in question.choices)
        printed = (choice.printed for choice in question.choices if choice.printed)
        yield from (Piece(question.id, "phrase", text) for text in printed)
    if isinstance(question, Rating):
        ends = (question.least_means, question.most_means)
        yield from (Piece(question.id, "choice", text) for text in ends)
    if isinstance(question, Number) and question.unit:
        yield Piece(question.id, "phrase", question.unit)


def _options(aid: DecisionAid) -> Iterator[Piece]:
    for option in aid.options:
        yield Piece(option.id, "name", option.name)
        yield from _said(option.id, "option", option.says)
    yield from (Piece(arm.id, "name", arm.name) for arm in aid.arms)
    for outcome in aid.outcomes:
        yield from _outcome(outcome)


def _outcome(outcome: Outcome) -> Iterator[Piece]:
    yield Piece(outcome.id, "heading", outcome.name)
    yield from _said(outcome.id, "caption", outcome.opening)
    yield Piece(outcome.id, "phrase", outcome.says)
    yield from (Piece(outcome.id, "name", text) for text in (outcome.icon, outcome.blank))
    yield from _passages(outcome.id, "caption", outcome.caption)


def _comparison(aid: DecisionAid) -> Iterator[Piece]:
    table = aid.comparison
    yield Piece("comparison", "title", table.title)
    yield from _passages("comparison", "text", table.lead)
    for row in table.rows:
        yield Piece(row.id, "row", row.name)
        for cell in row.cells.values():
            yield from _said(row.id, "cell", cell)
    yield Piece("comparison", "heading", table.box_title)
    yield from _passages("comparison", "cell", table.box)


def _advice(aid: DecisionAid) -> Iterator[Piece]:
    advice = aid.recommendation
    yield Piece("recommendation", "title", advice.title)
    yield from _said("recommendation", "advice", advice.lead)
    for quotation in advice.quotations:
        yield Piece(quotation.id, "advice", f"“{quotation.words}”", (quotation.source,))
        yield from _passages(quotation.id, "advice", quotation.beside)
    yield from _said("recommendation", "advice", advice.in_short)


def _urgent(aid: DecisionAid) -> Iterator[Piece]:
    urgent = aid.urgent_help
    yield Piece("urgent_help", "title", urgent.title)
    yield from _passages("urgent_help", "urgent", urgent.lead)
    for level in urgent.levels:
        yield Piece(level.id, "heading", level.heading)
        for sign in level.signs:
            yield from _said(level.id, "urgent", sign)
        yield from _passages(level.id, "urgent", level.then)
    yield Piece("urgent_help", "title", urgent.printed_title)
    yield from _passages("urgent_help", "urgent", urgent.printed)
    for contact in aid.contacts:
        texts = (contact.name, contact.about)
        yield from (Piece(contact.id, "name", text, contact.sources) for text in texts if text)


def _summary(aid: DecisionAid) -> Iterator[Piece]:
    plan = aid.summary
    for rule in aid.rules:
        yield from _said(rule.id, "rule", rule.says)
    yield Piece("summary", "title", plan.title)
    yield from _passages("summary", "block", plan.lead)
    for block in plan.blocks:
        yield Piece(block.id, "heading", block.heading)
        yield from _passages(block.id, "block", block.passages)
    labels = (*plan.fill_in, plan.passed_over)
    yield from (Piece("summary", "heading", text) for text in labels)


def _words(aid: DecisionAid) -> Iterator[Piece]:
    for word in aid.words:
        yield from _said(word.word, "word", word.means)


def _imprint(aid: DecisionAid) -> Iterator[Piece]:
    imprint = aid.imprint
    yield Piece("imprint", "title", imprint.title)
    yield from _passages("imprint", "imprint", imprint.passages)
    if aid.update_policy:
        yield Piece("update_policy", "imprint", aid.update_policy)
