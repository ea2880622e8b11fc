"""Each text with its number of words, and the answer states in which it is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from decision_aid import figures
from decision_aid.content.placeholders import PLACEHOLDER, fill
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.check.proof.diagrams import Diagram
    from decision_aid.check.proof.texts_shown import Saying
    from decision_aid.check.proof.word_counts import Part
    from decision_aid.content import BlockPlan, Cited, DecisionAid, Outcome, Passage, Risk, Rule


@dataclass(frozen=True)
class Weighing:
    """Texts as words and the states in which they are said."""

    saying: Saying
    paragraph: int = 0
    """What a paragraph takes besides its words."""
    line: int = 0
    """What a line to write on takes."""

    @property
    def aid(self) -> DecisionAid:
        """The aid that is weighed."""
        return self.saying.states.aid

    def text(self, text: str, where: Diagram) -> Iterator[Part]:
        """A text with its placeholders."""
        said = where & self.saying.text(text)
        yield said, len(PLACEHOLDER.sub("", text).split())
        for name in PLACEHOLDER.findall(text):
            yield from self._placeholder(name, said)

    def cited(self, said: Cited, where: Diagram) -> Iterator[Part]:
        """Each statement that can be said."""
        for statement in said.statements:
            yield from self.text(statement.text, where)

    def passages(self, passages: Iterable[Passage], where: Diagram) -> Iterator[Part]:
        """Passages, with figures and findings spelled out."""
        for passage in passages:
            holds = where & self.saying.verdict(passage.when).true
            if passage.kind == "figure":
                told = self.saying.may_apply(self.aid.outcome[passage.name].when)
                yield holds & told, self._figure(passage.name)
            elif passage.kind == "findings":
                yield from self._findings(passage, holds)
            else:
                yield holds & self.saying.passage(passage), self.paragraph
                yield from self.cited(passage.said, holds)
                yield from self._open_sums(passage, holds)

    def block(self, block: BlockPlan) -> Iterator[Part]:
        """A block with its heading."""
        for part in self.block_parts(block):
            yield from part

    def block_parts(self, block: BlockPlan) -> Iterator[Iterable[Part]]:
        """The same passage by passage: what is apart is summed up faster."""
        where = self.saying.block(block)
        yield iter([(where, self.paragraph)])
        yield self.text(block.heading, where)
        more = self.line if block.style == "own_words" else 0
        inside = replace(self, paragraph=self.paragraph + more)
        yield from (inside.passages([one], where) for one in block.passages)

    def _open_sums(self, passage: Passage, where: Diagram) -> Iterator[Part]:
        """That a sum in it is open, in the most words that can take."""
        said = where & self.saying.open_sums(passage)
        if said != self.saying.states.never:
            ours = words(self.aid.language)
            told = (ours.open_sum(one.text) for one in passage.said.statements)
            yield said, max(len(text.split()) for text in told)

    def _placeholder(self, name: str, where: Diagram) -> Iterator[Part]:
        for said, weight in fill(name, self) or ():
            yield where & said, weight

    # --- what fills a placeholder, by the table of them ---

    def fixed(self, name: str) -> Iterator[Part]:
        """One word."""
        del name
        yield self.saying.states.always, 1

    def phrase(self, name: str) -> Iterator[Part]:
        """The words of each wording."""
        for variant, chosen in self.saying.choices(self.aid.phrases[name]):
            yield from self.text(variant.text, chosen)

    def answer(self, question: str) -> Iterator[Part]:
        """The words of each choice; a person's own words are not counted."""
        asked = self.aid.by_id[question]
        slot = self.saying.states.slots.get(question)
        if slot is None:
            return
        one = several = self.saying.states.never
        for choice in asked.own_choices():
            picked = slot.codes[choice.id]
            yield picked, len((choice.printed or choice.text).split())
            one, several = one | picked, several | (one & picked)
        yield several, 1  # the "and" between them

    def moment(self, question: str) -> Iterator[Part]:
        """Not counted: a day and a time are short."""
        del question
        yield self.saying.states.always, 1

    def score(self, name: str) -> Iterator[Part]:
        """One word."""
        return self.fixed(name)

    def count(self, outcome: Outcome, risk: Risk, *, rest: bool) -> Iterator[Part]:
        """One word, or several where there is less than one to count."""
        happened, not_so = figures.say_counts(self.aid, outcome, risk)
        yield self.saying.states.always, len((not_so if rest else happened).split())

    def _figure(self, name: str) -> int:
        outcome = self.aid.outcome[name]
        counts = (figures.make_sentence(self.aid, outcome, risk) for risk in outcome.risks)
        return sum(len(text.split()) for text in (outcome.opening.plain, *counts))

    def _findings(self, passage: Passage, where: Diagram) -> Iterator[Part]:
        """The rules that fire, where as many before them have as the passage wants."""
        never = self.saying.states.never
        last = None if passage.first is None else passage.after + passage.first
        fired = [where, *([never] * (passage.after if last is None else last))]
        for rule in self.aid.rules:
            if rule.list == passage.name:
                fires = self._fires(rule)
                said = self._wanted(fired, passage, last) & fires
                yield said, self.paragraph
                yield from self.cited(rule.says, said)
                fired = self._counted(fired, fires, capped=last is None)

    def _fires(self, rule: Rule) -> Diagram:
        return self.saying.verdict(rule.when).true & self.saying.cited(rule.says)

    def _wanted(self, fired: list[Diagram], passage: Passage, last: int | None) -> Diagram:
        wanted = self.saying.states.never
        for one in fired[passage.after : last]:
            wanted |= one
        return wanted

    def _counted(self, fired: list[Diagram], fires: Diagram, *, capped: bool) -> list[Diagram]:
        """Where so many have fired; with `capped` the last stands for that many or more."""
        moved = [self.saying.states.never, *(one & fires for one in fired)]
        stayed = [*(one & ~fires for one in fired), self.saying.states.never]
        counts = [a | b for a, b in zip(moved, stayed, strict=True)]
        if capped:
            counts[-2] |= counts[-1]
        return counts[:-1]
