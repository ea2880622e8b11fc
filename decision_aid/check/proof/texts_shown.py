"""In which answer states a text of the content is said, on screen or on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from decision_aid.content.placeholders import PLACEHOLDER, fill
from decision_aid.summary.patient import tells_that_open
from decision_aid.wording import TELLS_OPEN_SUMS

if TYPE_CHECKING:
    from decision_aid.check.proof.diagrams import Diagram
    from decision_aid.check.proof.states import States, Verdict
    from decision_aid.conditions import Condition
    from decision_aid.content import (
        BlockPlan,
        Cited,
        DecisionAid,
        FurtherAdvice,
        Outcome,
        Passage,
        Question,
        Risk,
        Variant,
    )


Fits = TypeVar("Fits", "Variant", "FurtherAdvice")


@dataclass(frozen=True)
class Saying:
    """Mirrors `Wording` over all answer states at once."""

    states: States
    on_paper: bool

    def verdict(self, when: Condition | None) -> Verdict:
        """Where a condition holds, for what this side may use."""
        if self.on_paper:
            return self.states.printed_verdict(when)
        return self.states.verdict(when)

    def may_apply(self, when: Condition | None) -> Diagram:
        """Where a condition does not surely fail: an option, a row, a picture stands there."""
        return ~self.verdict(when).false

    def text(self, text: str) -> Diagram:
        """Where every placeholder of the text is known."""
        said = self.states.always
        for name in PLACEHOLDER.findall(text):
            said &= self.placeholder(name)
        return said

    def placeholder(self, name: str) -> Diagram:
        """Where that placeholder is known; nowhere, if nothing fills it."""
        known: Diagram | None = fill(name, self)
        return self.states.never if known is None else known

    # --- what fills a placeholder, by the table of them ---

    @property
    def aid(self) -> DecisionAid:
        """The aid whose states these are."""
        return self.states.aid

    def fixed(self, name: str) -> Diagram:
        """Everywhere: it is the same for everybody."""
        del name
        return self.states.always

    def phrase(self, name: str) -> Diagram:
        """Where one of its wordings can be said."""
        return self.variants(self.aid.phrases[name])

    def answer(self, question: str) -> Diagram:
        """Where the question has an answer that this side may use."""
        return self.states.known(question, on_paper=self.on_paper)

    def moment(self, question: str) -> Diagram:
        """Where the question has an answer, on paper: the screen tells no moments."""
        return self.answer(question) if self.on_paper else self.states.never

    def score(self, name: str) -> Diagram:
        """Where all answers that it needs are there."""
        said = self.states.always
        for question in self.aid.score[name].needed:
            said &= self.answer(question)
        return said

    def count(self, outcome: Outcome, risk: Risk, *, rest: bool) -> Diagram:
        """Where the outcome is told at all."""
        del risk, rest
        return self.may_apply(outcome.when)

    def variants(self, variants: Iterable[Variant]) -> Diagram:
        """Where one of the wordings is chosen and can be said."""
        said = self.states.never
        for variant, chosen in self.choices(variants):
            said |= chosen & self.text(variant.text)
        return said

    def choices(self, variants: Iterable[Fits]) -> Iterable[tuple[Fits, Diagram]]:
        """Each wording, or further advice, with the states in which it is the first that fits."""
        left = self.states.always
        for variant in variants:
            holds = self.verdict(variant.when).true
            yield variant, left & holds
            left &= ~holds

    def cited(self, said: Cited) -> Diagram:
        """Where at least one statement of the text is said."""
        where = self.states.never
        for statement in said.statements:
            where |= self.text(statement.text)
        return where

    def passage(self, passage: Passage) -> Diagram:
        """Where the passage says anything."""
        return self.verdict(passage.when).true & self._content(passage)

    def passages(self, passages: Iterable[Passage]) -> Diagram:
        """Where any of the passages says anything."""
        where = self.states.never
        for passage in passages:
            where |= self.passage(passage)
        return where

    def block(self, plan: BlockPlan) -> Diagram:
        """Where the block stands on paper."""
        return self.verdict(plan.when).true & self.passages(plan.passages)

    def question(self, question: Question) -> Diagram:
        """Where the question's own text can be said."""
        return self.variants(question.instead) | self.text(question.text)

    def _content(self, passage: Passage) -> Diagram:
        if passage.kind == "figure":
            return self.may_apply(self.aid.outcome[passage.name].when)
        if passage.kind == "findings":
            return self._findings(passage)
        return self.cited(passage.said) | self.open_sums(passage)

    def open_sums(self, passage: Passage) -> Diagram:
        """Where paper says of the passage that a sum in it is open, since nothing of it is said."""
        where = self.states.never
        if not self.on_paper or not self.aid.scores or passage.kind not in TELLS_OPEN_SUMS:
            return where
        for statement in passage.said.statements:
            where |= self._has_open_sum(statement.text)
        return where & ~self.cited(passage.said)

    def _has_open_sum(self, text: str) -> Diagram:
        """Where nothing is unknown in the text but sums that were begun and wait for answers."""
        names = PLACEHOLDER.findall(text)
        sums = [name for name in names if name in self.aid.score]
        where, known = self.states.always, self.states.always
        for name in names if sums else ():
            here = self.placeholder(name)
            known &= here
            where &= here | self._is_open(name) if name in sums else here
        return where & ~known if sums else self.states.never

    def _is_open(self, score: str) -> Diagram:
        begun, where = self.states.never, self.states.always
        for question in self.aid.score[score].needed:
            known = self.answer(question)
            begun |= known
            where &= known | self._stands_open(question)
        return begun & where

    def _stands_open(self, question: str) -> Diagram:
        """Where the question is asked and has no answer, and paper may say so."""
        if not tells_that_open(self.aid.by_id[question]):
            return self.states.never
        return self.states.paths[question] & ~self.states.known(question, on_paper=False)

    def _findings(self, passage: Passage) -> Diagram:
        """Where more rules of the list fire than are left for a passage before."""
        fired = [
            self.verdict(rule.when).true & self.cited(rule.says)
            for rule in self.states.aid.rules
            if rule.list == passage.name
        ]
        counts = [self.states.always] + [self.states.never] * (passage.after + 1)
        for one in fired:
            counts = [self._step(counts, number, one) for number in range(len(counts))]
        return counts[-1]

    def _step(self, counts: list[Diagram], number: int, one: Diagram) -> Diagram:
        """Where so many (the last: so many or more) have fired, with one more rule seen."""
        before = counts[number - 1] if number else self.states.never
        stays = counts[number] if number == len(counts) - 1 else counts[number] & ~one
        return (before & one) | stays
