"""How many words can stand together: the most over all answer states, exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision_aid import figures
from decision_aid.content import Choosing
from decision_aid.speech import PLACEHOLDER

if TYPE_CHECKING:
    from decision_aid.check.states import Diagram, States
    from decision_aid.check.wordings import Saying
    from decision_aid.conditions import Answers
    from decision_aid.content import BlockPlan, Cited, DecisionAid, Passage, Rule

Part = tuple["Diagram", int]
"""Some words, and the states in which they are said."""

OWN_WORDS = 0
"""A person's typed words are not counted against the author."""


@dataclass(frozen=True)
class Heaviest:
    """The most words, and the fewest answers that bring them about."""

    words: int
    answers: Answers | None


def heaviest(states: States, parts: Iterable[Part], over: int) -> Heaviest:
    """The most words that are said in one state; answers only where they are over the limit."""
    always, totals = 0, {0: states.always}
    for where, weight in _merged(parts):
        if where == states.always:
            always += weight
        else:
            totals = _with(states, totals, where, weight)
    for total in sorted(totals, reverse=True):
        if states.can_be(totals[total]):
            most = always + total
            return Heaviest(most, states.shortest(totals[total]) if most > over else None)
    return Heaviest(always, None)


def _merged(parts: Iterable[Part]) -> list[Part]:
    """Words that are said in the very same states, together."""
    found: dict[Diagram, int] = {}
    for where, weight in parts:
        found[where] = found.get(where, 0) + weight
    return list(found.items())


def _with(
    states: States, totals: dict[int, Diagram], where: Diagram, weight: int
) -> dict[int, Diagram]:
    found: dict[int, Diagram] = {}
    for total, states_of in totals.items():
        for sum_, part in ((total + weight, states_of & where), (total, states_of & ~where)):
            if part != states.never:
                found[sum_] = found.get(sum_, states.never) | part
    return found


@dataclass(frozen=True)
class Weighing:
    """Texts as words and the states in which they are said."""

    saying: Saying

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
                yield holds, self._figure(passage.name)
            elif passage.kind == "findings":
                yield from self._findings(passage, holds)
            else:
                yield from self.cited(passage.said, holds)

    def block(self, block: BlockPlan) -> Iterator[Part]:
        """A block with its heading."""
        where = self.saying.block(block)
        yield from self.text(block.heading, where)
        yield from self.passages(block.passages, where)

    def _placeholder(self, name: str, where: Diagram) -> Iterator[Part]:
        if name in self.aid.phrases:
            for wording, chosen in self.saying.choices(self.aid.phrases[name]):
                yield from self.text(wording.text, where & chosen)
        elif isinstance(question := self.aid.by_id.get(name), Choosing):
            slot = self.saying.states.slots[name]
            for choice in question.choices:
                words = len((choice.printed or choice.text).split())
                yield where & slot.codes[choice.id], words
        elif name in self.aid.by_id:
            yield where, OWN_WORDS
        else:
            yield where, 1

    def _figure(self, name: str) -> int:
        outcome = self.aid.outcome[name]
        counts = (figures.sentence(self.aid, outcome, risk) for risk in outcome.risks)
        return sum(len(text.split()) for text in (outcome.opening.plain, *counts))

    def _findings(self, passage: Passage, where: Diagram) -> Iterator[Part]:
        """The rules that fire, where as many before them have as the passage wants."""
        never = self.saying.states.never
        last = None if passage.first is None else passage.after + passage.first
        fired = [where, *([never] * (passage.after if last is None else last))]
        for rule in self.aid.rules:
            if rule.list == passage.name:
                fires = self._fires(rule)
                yield from self.cited(rule.says, self._wanted(fired, passage, last) & fires)
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
